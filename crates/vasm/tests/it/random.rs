//! Random units: machine code, from both allocators, with and without rewriting, must do what the
//! interpreter does.

use vasm::interp::{Memory, Outcome, World, run};
use vasm::regalloc::Allocator;
use vasm::{Area, Builder, Cc, Conv, Gpr, Mem, Options, Ri, Rm, Rmi, Sf, Unit, Vreg, Xm, Xmm};

use crate::machine::{Input, Machine, TestHost};
use crate::rng::Rng;

const ARENA: usize = 64;

/// Writes random instructions into a unit.
struct Maker<'u> {
    b: Builder<'u>,
    rng: Rng,
    gprs: Vec<Gpr>,
    xmms: Vec<Xmm>,
    exits: u32,
    left: u32,
}

pub fn random_unit(seed: u64) -> Unit {
    let mut unit = Unit::new("random", Conv::Vm);
    let mut rng = Rng::new(seed);
    let left = 5 + rng.below(60) as u32;
    let b = Builder::new(&mut unit);
    let mut maker = Maker { b, rng, gprs: Vec::new(), xmms: Vec::new(), exits: 0, left };
    maker.unit();
    unit
}

impl Maker<'_> {
    fn unit(&mut self) {
        let entry = self.b.unit.entry();
        for _ in 0..1 + self.rng.below(6) {
            let r = self.b.gpr_param(entry);
            self.gprs.push(r);
        }
        for _ in 0..self.rng.below(6) {
            let r = self.b.xmm_param(entry);
            self.xmms.push(r);
        }
        if self.xmms.is_empty() {
            let x = self.b.ldimmsd(3);
            self.xmms.push(x);
        }
        self.region(0);
        let vals: [Vreg; 3] = [self.gpr().into(), self.gpr().into(), self.xmm().into()];
        let vals = self.b.unit.list(&vals);
        self.b.ret(vals);
    }

    fn region(&mut self, depth: u32) {
        let count = 1 + self.rng.below(12);
        for _ in 0..count {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            match self.rng.below(24) {
                0 | 1 if depth < 3 => self.diamond(depth),
                2 if depth < 3 => self.repeat(depth),
                3 => self.call(),
                4 | 5 => self.guard(),
                6..9 => self.memory(),
                9 => self.reload(),
                10..14 => self.float(),
                14..17 => self.flags(),
                17..19 => self.shift(),
                19 => self.rare(),
                _ => self.alu(),
            }
        }
    }

    fn gpr(&mut self) -> Gpr {
        self.rng.pick(&self.gprs)
    }

    fn xmm(&mut self) -> Xmm {
        self.rng.pick(&self.xmms)
    }

    fn imm(&mut self) -> i32 {
        let n = self.rng.int();
        if self.rng.one_in(2) { n as i8 as i32 } else { n as i32 }
    }

    /// An address of eight bytes in the arena, in one of several forms.
    fn place(&mut self) -> Mem {
        let disp = self.rng.below(200) as i32;
        match self.rng.below(6) {
            0 => {
                let r = self.gpr();
                let (r, _) = self.b.andq(r, 15);
                Mem::indexed(Gpr::FP, r, self.rng.below(4) as u8, disp)
            }
            5 => {
                let r = self.gpr();
                let (r, _) = self.b.andq(r, 7);
                let (r, _) = self.b.addq(r, self.rng.below(8) as i32);
                Mem::indexed(Gpr::FP, r, self.rng.below(4) as u8, disp)
            }
            1 => {
                let r = self.gpr();
                let (r, _) = self.b.andq(r, 7);
                let r = self.b.shlqi(r, 3u8);
                let base = self.b.lea(Mem::at(Gpr::FP, disp));
                let (base, _) = self.b.addq(base, r);
                Mem::at(base, self.rng.below(40) as i32)
            }
            2 => {
                let base = self.b.copy(Gpr::FP);
                let (base, _) = self.b.addq(base, disp);
                Mem::at(base, 8)
            }
            _ => Mem::at(Gpr::FP, disp),
        }
    }

    fn rmi(&mut self) -> Rmi {
        match self.rng.below(5) {
            0 => Rmi::Imm(self.imm()),
            1 => Rmi::Mem(self.place()),
            2 => {
                let n = self.rng.int();
                Rmi::Reg(self.b.ldimmq(n))
            }
            _ => Rmi::Reg(self.gpr()),
        }
    }

    fn rm(&mut self) -> Rm {
        if self.rng.one_in(4) { Rm::Mem(self.place()) } else { Rm::Reg(self.gpr()) }
    }

    fn ri(&mut self) -> Ri {
        if self.rng.one_in(3) { Ri::Imm(self.imm()) } else { Ri::Reg(self.gpr()) }
    }

    fn xm(&mut self) -> Xm {
        match self.rng.below(5) {
            0 => Xm::Mem(self.place()),
            1 => Xm::Const(self.rng.double()),
            _ => Xm::Reg(self.xmm()),
        }
    }

    fn alu(&mut self) {
        let (a, b) = (self.gpr(), self.rmi());
        let maker = &mut self.b;
        let (d, _) = match self.rng.below(24) {
            0 | 1 => maker.addq(a, b),
            2 => maker.addl(a, b),
            3 => maker.addb(a, b),
            4 | 5 => maker.subq(a, b),
            6 => maker.subl(a, b),
            7 => maker.subb(a, b),
            8 => maker.andq(a, b),
            9 => maker.andl(a, b),
            10 => maker.andb(a, b),
            11 => maker.orq(a, b),
            12 => maker.orl(a, b),
            13 => maker.orb(a, b),
            14 => maker.xorq(a, b),
            15 => maker.xorl(a, b),
            16 => maker.xorb(a, b),
            17 | 18 => maker.imulq(a, b),
            19 => maker.imull(a, b),
            20 => maker.negq(a),
            21 => maker.negl(a),
            22 => (maker.notq(a), Sf::NONE),
            _ => (maker.bswapq(a), Sf::NONE),
        };
        self.gprs.push(d);
    }

    fn shift(&mut self) {
        let (a, n) = (self.gpr(), self.gpr());
        let small = self.rng.below(32) as u8;
        let maker = &mut self.b;
        let d = match self.rng.below(17) {
            0 => maker.shlq(a, n),
            1 => maker.shll(a, n),
            2 => maker.shrq(a, n),
            3 => maker.shrl(a, n),
            4 => maker.sarq(a, n),
            5 => maker.sarl(a, n),
            6 => maker.rolq(a, n),
            7 => maker.rorq(a, n),
            8 => maker.shlqi(a, small),
            9 => maker.shlli(a, small),
            10 => maker.shrqi(a, small + 32),
            11 => maker.shrli(a, small),
            12 => maker.sarqi(a, small + 32),
            13 => maker.sarli(a, small),
            14 => maker.rolqi(a, small),
            15 => maker.rorqi(a, small),
            _ => maker.shlqi(a, small & 3),
        };
        self.gprs.push(d);
    }

    fn rare(&mut self) {
        let (a, s) = (self.gpr(), self.rm());
        match self.rng.below(10) {
            0 => {
                let d = self.b.popcntq(s);
                self.gprs.push(d);
            }
            n @ 1..3 => {
                let (a, _) = self.b.orq(a, 1);
                let d = if n == 1 { self.b.bsfq(a) } else { self.b.bsrq(a) };
                self.gprs.push(d);
            }
            3 => {
                let (lo, hi) = self.b.mulwq(a, s);
                self.gprs.extend([lo, hi]);
            }
            4 => {
                let (lo, hi) = self.b.imulwq(a, s);
                self.gprs.extend([lo, hi]);
            }
            n => {
                let d = self.gpr();
                let (d, _) = self.b.andq(d, 255);
                let (d, _) = self.b.orq(d, 1);
                let (q, r) = match n {
                    5 | 6 => self.b.idivq(a, d),
                    7 => self.b.idivl(a, d),
                    _ => self.b.divq(a, d),
                };
                self.gprs.extend([q, r]);
            }
        }
    }

    fn memory(&mut self) {
        let m = self.place();
        match self.rng.below(20) {
            0 | 1 => self.push_gpr(|b| b.loadq(m)),
            2 => self.push_gpr(|b| b.loadl(m)),
            3 => self.push_gpr(|b| b.loadzwl(m)),
            4 => self.push_gpr(|b| b.loadzbl(m)),
            5 => self.push_gpr(|b| b.loadslq(m)),
            6 => self.push_gpr(|b| b.loadswq(m)),
            7 => self.push_gpr(|b| b.loadsbq(m)),
            8 => self.push_xmm(|b| b.loadsd(m)),
            9 => {
                let x = self.xmm();
                self.b.storesd(m, x);
            }
            10..14 => self.store(m),
            14 => {
                let s = self.gpr();
                self.push_gpr(|b| b.movslq(s));
            }
            15 => {
                let s = self.gpr();
                self.push_gpr(|b| b.movsbq(s));
            }
            _ => self.modify(m),
        }
    }

    fn store(&mut self, m: Mem) {
        let s = self.ri();
        match self.rng.below(4) {
            0 => self.b.storeb(m, s),
            1 => self.b.storew(m, s),
            2 => self.b.storel(m, s),
            _ => self.b.storeq(m, s),
        }
    }

    /// A load with one reader, and perhaps a store between the two.
    fn reload(&mut self) {
        let (m, a) = (self.place(), self.gpr());
        let loaded = self.b.loadq(m);
        match self.rng.below(3) {
            0 => self.store(m),
            1 => self.modify(m),
            _ => self.alu(),
        }
        self.push_gpr(|b| b.xorq(a, loaded).0);
    }

    fn modify(&mut self, m: Mem) {
        let s = self.ri();
        let sf = match self.rng.below(8) {
            0 => self.b.addqm(m, s),
            1 => self.b.addlm(m, s),
            2 => self.b.subqm(m, s),
            3 => self.b.sublm(m, s),
            4 => self.b.andlm(m, s),
            5 => self.b.orlm(m, s),
            6 => self.b.andbm(m, s),
            _ => self.b.orbm(m, s),
        };
        let cc = self.rng.pick(&Cc::ALL);
        self.push_gpr(|b| b.setcc(cc, sf));
    }

    fn push_gpr(&mut self, make: impl FnOnce(&mut Builder<'_>) -> Gpr) {
        let d = make(&mut self.b);
        self.gprs.push(d);
    }

    fn push_xmm(&mut self, make: impl FnOnce(&mut Builder<'_>) -> Xmm) {
        let d = make(&mut self.b);
        self.xmms.push(d);
    }

    fn float(&mut self) {
        let (a, b) = (self.xmm(), self.xm());
        let (g, s, y) = (self.gpr(), self.rm(), self.xmm());
        let mode = self.rng.below(4) as u8;
        match self.rng.below(17) {
            0 => self.push_xmm(|m| m.addsd(a, b)),
            1 => self.push_xmm(|m| m.subsd(a, b)),
            2 => self.push_xmm(|m| m.mulsd(a, b)),
            3 => self.push_xmm(|m| m.divsd(a, b)),
            4 => self.push_xmm(|m| m.minsd(a, b)),
            5 => self.push_xmm(|m| m.maxsd(a, b)),
            6 => self.push_xmm(|m| m.andpd(a, y)),
            7 => self.push_xmm(|m| m.orpd(a, y)),
            8 => self.push_xmm(|m| m.xorpd(a, y)),
            9 => self.push_xmm(|m| m.sqrtsd(b)),
            10 => self.push_xmm(|m| m.roundsd(b, mode)),
            11 | 12 => self.push_xmm(|m| m.cvtsi2sd(s)),
            13 => self.push_gpr(|m| m.cvttsd2siq(b)),
            14 => self.push_xmm(|m| m.movqx(g)),
            15 => self.push_gpr(|m| m.movxq(a)),
            _ => {
                let bits = self.rng.double() as i64;
                self.push_xmm(|m| m.ldimmsd(bits));
            }
        }
    }

    /// Fresh flags and a condition that they define.
    fn fresh_flags(&mut self) -> (Sf, Cc) {
        const UNSIGNED: [Cc; 6] = [Cc::A, Cc::Ae, Cc::B, Cc::Be, Cc::P, Cc::Ne];
        let any = self.rng.pick(&Cc::ALL);
        let a = self.gpr();
        match self.rng.below(10) {
            0 => {
                let (x, y) = (self.xmm(), self.xm());
                (self.b.ucomisd(x, y), self.rng.pick(&UNSIGNED))
            }
            1 => {
                let (s, n) = (self.rm(), self.rng.below(64) as u8);
                (self.b.btqi(s, n), self.rng.pick(&[Cc::B, Cc::Ae]))
            }
            2 => {
                let n = self.gpr();
                (self.b.btq(a, n), self.rng.pick(&[Cc::B, Cc::Ae]))
            }
            3 => {
                let b = self.rmi();
                let (d, sf) = self.b.imulq(a, b);
                self.gprs.push(d);
                (sf, self.rng.pick(&[Cc::O, Cc::No, Cc::B]))
            }
            4 => {
                let b = self.rmi();
                let (d, sf) = self.b.subq(a, b);
                self.gprs.push(d);
                (sf, any)
            }
            5 => {
                let (a, b) = (self.rm(), self.ri());
                let sf = match self.rng.below(4) {
                    0 => self.b.testq(a, b),
                    1 => self.b.testl(a, b),
                    2 => self.b.testw(a, b),
                    _ => self.b.testb(a, b),
                };
                (sf, any)
            }
            _ => {
                let (a, b) = self.compared();
                let sf = match self.rng.below(4) {
                    0 => self.b.cmpq(a, b),
                    1 => self.b.cmpl(a, b),
                    2 => self.b.cmpw(a, b),
                    _ => self.b.cmpb(a, b),
                };
                (sf, any)
            }
        }
    }

    /// Two sources of which at most one is memory; loads among them may be folded later.
    fn compared(&mut self) -> (Rm, Rmi) {
        if self.rng.one_in(3) {
            let m = self.place();
            let r = self.b.loadq(m);
            return (Rm::Reg(r), Rmi::Imm(self.imm()));
        }
        match self.rm() {
            Rm::Mem(m) => {
                let b =
                    if self.rng.one_in(2) { Rmi::Imm(self.imm()) } else { Rmi::Reg(self.gpr()) };
                (Rm::Mem(m), b)
            }
            a @ Rm::Reg(_) => (a, self.rmi()),
        }
    }

    fn flags(&mut self) {
        let (f, t) = (self.gpr(), self.gpr());
        let (sf, cc) = self.fresh_flags();
        if self.rng.one_in(3) {
            self.push_gpr(|b| b.ldimmq(0));
        }
        let d = if self.rng.one_in(2) { self.b.setcc(cc, sf) } else { self.b.cmovq(cc, sf, f, t) };
        self.gprs.push(d);
    }

    fn live(&mut self) -> Vec<Vreg> {
        let count = if self.rng.one_in(8) { self.rng.below(40) } else { self.rng.below(9) };
        let one = |maker: &mut Self| -> Vreg {
            if maker.rng.one_in(3) { maker.xmm().into() } else { maker.gpr().into() }
        };
        (0..count).map(|_| one(self)).collect()
    }

    fn guard(&mut self) {
        self.exits += 1;
        let live = self.live();
        let x = self.b.exit(self.exits, &live);
        let (r, cc) = (self.gpr(), self.rng.pick(&Cc::ALL));
        // Conditions that rarely hold, so that runs get far.
        let rare = self.rng.pick(&[Cc::E, Cc::O]);
        match self.rng.below(10) {
            0 => {
                let b = self.rmi();
                self.push_gpr(|m| m.addqo(r, b, x));
            }
            1 => {
                let b = self.rmi();
                self.push_gpr(|m| m.subqo(r, b, x));
            }
            2 => {
                let b = self.rng.below(4) as i32;
                self.push_gpr(|m| m.imulqo(r, b, x));
            }
            3 => self.push_gpr(|m| m.negqo(r, x)),
            4 => {
                let (sf, cc) = self.fresh_flags();
                self.b.exitcc(cc, sf, x);
            }
            5 => {
                let (sf, made) = self.fresh_flags();
                let d = self.b.setcc(made, sf);
                self.b.exittestb(Cc::Ne, d, d, x);
            }
            6 => self.b.exittestq(Cc::E, r, r, x),
            7 => self.b.exitcmpb(cc, r, 77, x),
            8 => self.b.exitcmpl(rare, r, -5, x),
            _ => {
                let (a, b) = self.compared();
                self.b.exitcmpq(rare, a, b, x);
            }
        }
    }

    fn call(&mut self) {
        let (a, b, x) = (self.gpr(), self.gpr(), self.xmm());
        let live = self.live();
        let floats = self.rng.one_in(3);
        let (args, ret): (Vec<Vreg>, Vreg) = if floats {
            (vec![x.into(), a.into()], self.b.unit.fresh_xmm().into())
        } else {
            (vec![a.into(), b.into()], self.b.unit.fresh_gpr().into())
        };
        let call = self.b.call_record(Conv::C, &args, &[ret]);
        if self.rng.one_in(2) {
            let live = live.into_iter().map(vasm::LiveValue::Reg).collect();
            self.b.unit.calls[call].record = Some(vasm::Exit { tag: 0, live });
        }
        let symbol = self.b.unit.symbol(if floats { "fmix" } else { "mix" });
        if floats || self.rng.one_in(2) {
            self.b.call(symbol, call);
        } else if self.rng.one_in(2) {
            self.b.smashcall(symbol, call);
        } else {
            let to = self.b.ldimmq(crate::machine::mix as *const () as i64);
            self.b.callr(to, call);
        }
        self.gprs.extend(ret.as_gpr());
        self.xmms.extend(ret.as_xmm());
    }

    fn condition(&mut self) -> (Sf, Cc) {
        let (sf, cc) = self.fresh_flags();
        if !self.rng.one_in(3) {
            return (sf, cc);
        }
        let d = self.b.setcc(cc, sf);
        let sf = if self.rng.one_in(2) { self.b.testb(d, d) } else { self.b.cmpq(d, 0) };
        (sf, self.rng.pick(&[Cc::E, Cc::Ne]))
    }

    fn diamond(&mut self, depth: u32) {
        let area = self.rng.pick(&[Area::Hot, Area::Cold, Area::Frozen]);
        let (one, two) = (self.b.new_block(Area::Hot), self.b.new_block(area));
        let join = self.b.new_block(Area::Hot);
        let (p, q) = (self.b.gpr_param(join), self.b.xmm_param(join));
        let (sf, cc) = self.condition();
        let straight = self.rng.one_in(4);
        let taken = if straight {
            let args = [self.gpr().into(), self.xmm().into()];
            self.b.edge(join, &args)
        } else {
            self.b.edge(two, &[])
        };
        let next = self.b.edge(one, &[]);
        self.b.jcc(cc, sf, taken, next);
        let (gprs, xmms) = (self.gprs.len(), self.xmms.len());
        for block in [one, two] {
            self.b.switch_to(block);
            if block == one || !straight {
                self.region(depth + 1);
                let args = [self.gpr().into(), self.xmm().into()];
                let edge = self.b.edge(join, &args);
                self.b.jmp(edge);
            } else {
                self.b.trap();
            }
            self.gprs.truncate(gprs);
            self.xmms.truncate(xmms);
        }
        self.b.switch_to(join);
        self.gprs.push(p);
        self.xmms.push(q);
    }

    /// A loop of a few rounds, tested at the top or at the bottom.
    fn repeat(&mut self, depth: u32) {
        let (head, body, after) =
            (self.b.new_block(Area::Hot), self.b.new_block(Area::Hot), self.b.new_block(Area::Hot));
        let n = self.b.ldimmq(1 + self.rng.below(6) as i64);
        let (a, x) = (self.gpr(), self.xmm());
        let entry = self.b.edge(head, &[n.into(), a.into(), x.into()]);
        self.b.jmp(entry);
        let (i, acc, y) = (self.b.gpr_param(head), self.b.gpr_param(head), self.b.xmm_param(head));
        self.b.switch_to(head);
        self.gprs.extend([i, acc]);
        self.xmms.push(y);
        let sf = self.b.cmpq(i, 0);
        let (into, out) = (self.b.edge(body, &[]), self.b.edge(after, &[]));
        self.b.jcc(Cc::Le, sf, out, into);
        let (gprs, xmms) = (self.gprs.len(), self.xmms.len());
        self.b.switch_to(body);
        self.region(depth + 1);
        let (next, _) = self.b.subq(i, 1);
        let args = [next.into(), self.gpr().into(), self.xmm().into()];
        let back = self.b.edge(head, &args);
        self.b.jmp(back);
        self.gprs.truncate(gprs);
        self.xmms.truncate(xmms);
        self.b.switch_to(after);
    }
}

const WAYS: [Options; 4] = [
    Options { allocator: Allocator::Fast, optimise: false, check: true },
    Options { allocator: Allocator::Fast, optimise: true, check: true },
    Options { allocator: Allocator::Backtracking, optimise: false, check: true },
    Options { allocator: Allocator::Backtracking, optimise: true, check: true },
];

fn arena(rng: &mut Rng) -> Vec<u64> {
    (0..ARENA).map(|_| rng.bits()).collect()
}

fn as_bytes(words: &[u64]) -> Vec<u8> {
    words.iter().flat_map(|w| w.to_le_bytes()).collect()
}

/// What the interpreter makes of a unit, and the memory afterwards.
fn interpret(unit: &Unit, args: &[u64], words: &[u64]) -> (Outcome, Vec<u8>) {
    let base = words.as_ptr() as u64;
    let memory = Memory { base, bytes: as_bytes(words) };
    let mut world = World {
        memory,
        host: &mut TestHost,
        vm: 0x1234,
        fp: base,
        rsp: 0,
        fuel: 1 << 20,
        depth: 100,
    };
    let outcome = run(unit, args, &mut world);
    (outcome, world.memory.bytes)
}

fn differ(machine: &mut Machine, seed: u64) {
    let unit = random_unit(seed);
    vasm::verify::verify(&unit).unwrap_or_else(|e| panic!("seed {seed}: {e}\n{unit}"));
    let mut rng = Rng::new(seed ^ 0xabcd);
    let classes: Vec<_> = unit.blocks[unit.entry()].params.iter().map(|p| p.class()).collect();
    let args: Vec<Vec<u64>> = (0..3)
        .map(|_| {
            let value = |class: &vasm::Class| match class {
                vasm::Class::Gpr => rng.int() as u64,
                vasm::Class::Xmm => rng.double(),
            };
            classes.iter().map(value).collect()
        })
        .collect();
    let start = arena(&mut Rng::new(seed));
    for options in WAYS {
        let mut rewritten = unit.clone();
        let (code, published) = machine.publish(&mut rewritten, options);
        for args in &args {
            let mut words = start.clone();
            let expected = interpret(&unit, args, &words);
            let input = Input { args, vm: 0x1234, fp: words.as_mut_ptr() as u64 };
            let outcome = machine.run(&unit, &code, published.entry, &input);
            assert_eq!(
                (&outcome, as_bytes(&words) == expected.1),
                (&expected.0, true),
                "seed {seed}, {options:?}, {args:x?}\n{unit}\n{rewritten}"
            );
        }
        machine.memory.retire(published, seed);
    }
    machine.memory.reclaim(seed + 1);
}

#[test]
fn machine_code_does_what_the_interpreter_does() {
    let seeds = std::env::var("VASM_SEEDS").ok().and_then(|s| s.parse().ok()).unwrap_or(1500);
    let first = std::env::var("VASM_FIRST").ok().and_then(|s| s.parse().ok()).unwrap_or(0);
    let mut machine = Machine::new();
    for seed in first..first + seeds {
        differ(&mut machine, seed);
    }
}

#[test]
fn random_units_survive_their_text() {
    for seed in 0..200 {
        let text = random_unit(seed).to_string();
        let again = vasm::text::parse_unit(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        assert_eq!(again.to_string(), text);
    }
}

/// A text with a few digits changed, lines dropped or lines swapped.
fn garbled(text: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    for _ in 0..1 + rng.below(3) {
        let at = 1 + rng.below(lines.len() as u64 - 1) as usize;
        match rng.below(4) {
            0 if lines.len() > 4 => drop(lines.remove(at)),
            1 if at > 1 => lines.swap(at - 1, at),
            _ => {
                let digits: Vec<usize> =
                    lines[at].match_indices(char::is_numeric).map(|d| d.0).collect();
                if !digits.is_empty() {
                    let digit = rng.pick(&digits);
                    lines[at].replace_range(digit..=digit, &rng.below(10).to_string());
                }
            }
        }
    }
    lines.join("\n")
}

#[test]
fn garbled_texts_are_refused_or_compile() {
    let mut compiler = vasm::Compiler::default();
    let (mut refused, mut compiled) = (0, 0);
    for seed in 0..1500 {
        let mut rng = Rng::new(seed);
        let text = garbled(&random_unit(seed).to_string(), &mut rng);
        let unit = vasm::text::parse_unit(&text).ok().filter(|u| vasm::verify::verify(u).is_ok());
        let Some(mut unit) = unit else {
            refused += 1;
            continue;
        };
        let options = rng.pick(&WAYS);
        compiler.compile(&mut unit, options).unwrap_or_else(|e| panic!("{e}\n{text}"));
        compiled += 1;
    }
    assert!(refused > 100 && compiled > 100, "{refused} refused, {compiled} compiled");
}
