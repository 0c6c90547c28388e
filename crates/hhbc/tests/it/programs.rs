//! Random programs of the shapes an emitter makes: the verifier accepts them all, and they read
//! back from text and bytes.

use hhbc::asm::assemble;
use hhbc::blob::{from_bytes, to_bytes};
use hhbc::build::{FuncBuilder, RegionMark};
use hhbc::func::{Attrs, EhKind, FrameShape, Func, FuncNotes, Role};
use hhbc::imm::{
    Count, IterId, Label, LocalId, MemberKey, MemberMode, Param, QueryOp, RefUse, StackDepth, StrId,
};
use hhbc::show::{HhasOptions, hhas, listing};
use hhbc::unit::{Level, MAIN, Unit, UnitBuilder};
use hhbc::verify::verify;

use crate::mutation::Random;

const LOCALS: u32 = 6;

/// A construct that `break` and `return` leave.
struct Loop {
    iter: Option<IterId>,
    region: Option<RegionMark>,
    end: Label,
}

struct Programs {
    random: Random,
    build: FuncBuilder,
    name: StrId,
    loops: Vec<Loop>,
    num_iters: u32,
}

impl Programs {
    fn local(&mut self) -> LocalId {
        LocalId(self.random.below(LOCALS as usize) as u32)
    }

    /// Leaves one cell.
    fn expr(&mut self, depth: u32) {
        let pick = if depth == 0 { self.random.below(2) } else { self.random.below(9) };
        match pick {
            0 => self.build.int(7),
            1 => {
                let local = self.local();
                self.build.c_get_l(local);
            }
            2 => {
                let local = self.local();
                self.expr(depth - 1);
                self.build.c_get_l2(local);
                self.build.add();
            }
            3 => self.conditional(depth),
            4 | 5 => self.call(depth),
            6 => self.member(depth),
            7 => {
                self.expr(depth - 1);
                self.expr(depth - 1);
                self.build.roll(Count(1));
                self.build.nip(Count(1));
            }
            _ => {
                self.expr(depth - 1);
                if self.random.below(4) == 0 {
                    self.build.throw()
                } else {
                    self.build.not()
                }
                if !self.build.is_alive() {
                    return;
                }
                let local = self.local();
                self.build.set_l(local);
            }
        }
    }

    fn conditional(&mut self, depth: u32) {
        let (other, end) = (self.build.label(), self.build.label());
        self.expr(depth - 1);
        self.build.jmp_z(other);
        self.expr(depth - 1);
        self.build.jmp(end);
        self.build.bind_end(other);
        self.expr(depth - 1);
        self.build.bind_end(end);
    }

    fn call(&mut self, depth: u32) {
        let count = self.random.below(4) as u32;
        let named = if self.random.below(3) == 0 { count / 2 } else { 0 };
        let name = self.name;
        self.build.f_push_func_d(Count(count), name);
        for at in 0..count {
            let param =
                if at + named < count { Param::At(at) } else { Param::Named(StrId(at + 1)) };
            match self.random.below(3) {
                0 => {
                    let local = self.local();
                    self.build.f_pass_l(param, local);
                }
                1 => {
                    let local = self.local();
                    self.build.base_l(local, MemberMode::Arg(param));
                    self.build.f_pass_m(param, Count(0), MemberKey::EI(1));
                }
                _ => {
                    self.expr(depth - 1);
                    self.build.f_pass_ce(param);
                }
            }
        }
        self.build.call();
        self.build.unbox_r();
    }

    fn member(&mut self, depth: u32) {
        let local = self.local();
        self.expr(depth - 1);
        if self.random.below(2) == 0 {
            self.build.base_l(local, MemberMode::Warn);
            self.build.dim(MemberMode::Warn, MemberKey::EC(StackDepth(0)));
            self.build.query_m(Count(1), QueryOp::CGet, MemberKey::PT(self.name));
        } else {
            self.expr(depth - 1);
            self.build.base_l(local, MemberMode::Define);
            self.build.set_m(Count(1), MemberKey::EC(StackDepth(1)));
        }
    }

    fn stmts(&mut self, depth: u32) {
        for _ in 0..self.random.below(3) + 1 {
            self.stmt(depth);
        }
    }

    fn stmt(&mut self, depth: u32) {
        let line = self.random.below(50) as u32;
        self.build.line(line);
        let pick = if depth == 0 { self.random.below(4) } else { self.random.below(9) };
        match pick {
            0 | 1 => {
                self.expr(3);
                self.build.pop_c();
            }
            2 => self.leave(),
            3 => {
                let local = self.local();
                self.build.v_get_l(local);
                self.build.bind_l(LocalId(0));
                self.build.pop_v();
                self.expr(1);
                self.build.box_c(RefUse::Quiet);
                self.build.pop_v();
            }
            4 => {
                let end = self.build.label();
                self.expr(2);
                self.build.jmp_z(end);
                self.stmts(depth - 1);
                self.build.bind_end(end);
            }
            5 => self.while_loop(depth),
            6 => self.foreach(depth),
            7 => self.try_catch(depth),
            _ => self.try_finally(depth),
        }
    }

    /// `break` out of the innermost loop, or `return` out of all.
    fn leave(&mut self) {
        let returns = self.random.below(2) == 0 || self.loops.is_empty();
        let from = if returns { 0 } else { self.loops.len() - 1 };
        if returns {
            self.expr(1);
        }
        let left: Vec<(Option<IterId>, Option<RegionMark>)> =
            self.loops[from..].iter().map(|item| (item.iter, item.region)).collect();
        let suspended = left.iter().find_map(|(_, region)| *region);
        for (iter, region) in left.iter().rev() {
            if let Some((iter, region)) = iter.zip(*region) {
                self.build.suspend_regions(region);
                self.build.iter_free(iter);
            }
        }
        match returns {
            true => self.build.ret_c(),
            false => self.build.jmp(self.loops[from].end),
        }
        if let Some(region) = suspended {
            self.build.resume_regions(region);
        }
    }

    fn while_loop(&mut self, depth: u32) {
        let (head, end) = (self.build.label(), self.build.label());
        self.build.bind(head);
        self.expr(2);
        self.build.jmp_z(end);
        self.loops.push(Loop { iter: None, region: None, end });
        self.stmts(depth - 1);
        self.loops.pop();
        self.build.jmp(head);
        self.build.bind_end(end);
    }

    fn foreach(&mut self, depth: u32) {
        let (body, done) = (self.build.label(), self.build.label());
        let (iter, value) = (IterId(self.num_iters), self.local());
        self.num_iters += 1;
        self.expr(2);
        self.build.iter_init(iter, done, value);
        if !self.build.is_alive() {
            return;
        }
        let region = self.build.begin_region(EhKind::Iter(iter));
        self.build.bind(body);
        self.loops.push(Loop { iter: Some(iter), region: Some(region), end: done });
        self.stmts(depth - 1);
        self.loops.pop();
        self.build.iter_next(iter, body, value);
        self.build.end_region(region);
        self.build.bind_end(done);
    }

    fn try_catch(&mut self, depth: u32) {
        let (handler, end) = (self.build.label(), self.build.label());
        let class = self.name;
        let region = self.build.begin_region(EhKind::Catch(vec![(class, handler)]));
        self.loops_within(depth, region);
        self.build.jmp(end);
        self.build.begin_handler(handler);
        let local = self.local();
        self.build.set_l(local);
        self.build.pop_c();
        self.stmts(depth - 1);
        self.build.bind_end(end);
    }

    fn try_finally(&mut self, depth: u32) {
        let (fault, end) = (self.build.label(), self.build.label());
        let region = self.build.begin_region(EhKind::Fault(fault));
        self.loops_within(depth, region);
        self.build.jmp(end);
        self.build.begin_handler(fault);
        self.build.unwind();
        self.build.bind_end(end);
    }

    /// Statements inside a region with a handler, which `break` and `return` leave too.
    fn loops_within(&mut self, depth: u32, region: RegionMark) {
        let inner = self.build.label();
        self.loops.push(Loop { iter: None, region: Some(region), end: inner });
        self.stmts(depth - 1);
        self.loops.pop();
        self.build.bind_end(inner);
        self.build.end_region(region);
    }
}

fn program(seed: u64) -> Unit {
    let mut unit = UnitBuilder::new(b"random.php", Level::default());
    let names = (0..LOCALS).map(|at| unit.string(format!("v{at}").as_bytes())).collect();
    let mut programs = Programs {
        random: Random(seed),
        build: FuncBuilder::new(),
        name: unit.string(b"f"),
        loops: Vec::new(),
        num_iters: 0,
    };
    programs.stmts(4);
    programs.build.int(1);
    programs.build.ret_c();
    let built = programs.build.finish().unwrap_or_else(|unbound| panic!("{unbound}"));
    let frame = FrameShape {
        local_names: names,
        num_locals: LOCALS,
        num_iters: programs.num_iters,
        max_stack_cells: built.max_stack_cells,
    };
    let main = Func {
        name: unit.string(b""),
        role: Role::Main,
        attrs: Attrs::NONE,
        params: Vec::new(),
        ret: None,
        notes: FuncNotes::default(),
        frame,
        body: built.body,
    };
    unit.define_func(MAIN, main);
    unit.finish().expect("all is defined")
}

pub fn random_programs_are_accepted_and_read_back() {
    for seed in 1..1500 {
        let unit = program(seed * 0x9E37_79B9);
        if let Err(broken) = verify(&unit) {
            panic!("seed {seed}: {broken}\n{}", listing(&unit));
        }
        let text = hhas(&unit, HhasOptions { lines: true });
        let again = assemble(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(hhas(&again, HhasOptions { lines: true }), text, "seed {seed}");
        assert_eq!(listing(&again), listing(&unit), "seed {seed}");
        assert_eq!(from_bytes(&to_bytes(&unit)).as_ref(), Ok(&unit), "seed {seed}");
    }
}
