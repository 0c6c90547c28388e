//! Combining instructions: constants, loads and additions move into what uses them.
//!
//! One walk over each block. An instruction that lost its last reader is left for
//! [`super::dead`].
//!
//! # Invariants
//! - A load moves down to its only reader past nothing that stores, calls or moves a base.
//! - A condition is tested where its flags are: nothing between writes them but what goes away.

use super::dead::UseCounts;
use crate::inst::{
    Cc, Effects, Gpr, Inst, Mem, Ri, Rm, Rmi, Role, Sf, Visitor, Vreg, Width, Xm, Xmm,
};
use crate::unit::{BlockId, CallId, Edge, ExitId, List, LiveValue, Unit};

const BARRIER: Effects = Effects::STORES.with(Effects::CALLS).with(Effects::PINS);

/// Where a value is defined.
type Site = Option<(BlockId, u32)>;

/// Combines the instructions of a unit; `counts` follows.
pub(crate) fn fold(unit: &mut Unit, counts: &mut UseCounts) {
    let mut defs = Definitions::of(unit);
    for block in unit.blocks.ids() {
        let mut writers = Writers { barrier: 0, flags: [u32::MAX; 2] };
        for index in 0..unit.blocks[block].insts.len() {
            let mut inst = unit.blocks[block].insts[index];
            let in_memory = has_memory(inst);
            let width = width(&inst);
            let mut folder = Folder { unit, counts, defs: &defs, block, writers, width, in_memory };
            inst.visit(&mut folder);
            folder.condition(&mut inst);
            folder.swap_sources(&mut inst);
            folder.recover_source(&inst);
            folder.three_operands(&mut inst);
            writers.step(&inst, index as u32);
            unit.blocks[block].insts[index] = inst;
        }
    }
    defs.sites.clear();
}

struct Definitions {
    sites: Vec<Site>,
    flags: Vec<Site>,
    /// Whether reserved registers keep one value throughout.
    pinned: bool,
}

impl Definitions {
    fn of(unit: &Unit) -> Self {
        let mut defs = Self {
            sites: vec![None; unit.virtual_count() as usize],
            flags: vec![None; unit.flag_count() as usize],
            pinned: true,
        };
        for (block, b) in unit.blocks.iter_ids() {
            for (index, inst) in b.insts.iter().enumerate() {
                defs.pinned &= !inst.effects().has(Effects::PINS);
                let mut copy = *inst;
                copy.visit(&mut Define { defs: &mut defs, at: (block, index as u32) });
            }
        }
        defs
    }
}

struct Define<'a> {
    defs: &'a mut Definitions,
    at: (BlockId, u32),
}

impl Visitor for Define<'_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        if let (Role::Def(_), Some(index)) = (role, r.as_virt()) {
            self.defs.sites[index as usize] = Some(self.at);
        }
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        if let (Role::Def(_), Some(index)) = (role, r.as_virt()) {
            self.defs.sites[index as usize] = Some(self.at);
        }
    }

    fn sf(&mut self, sf: &mut Sf, role: Role) {
        if let Role::Def(_) = role {
            self.defs.flags[sf.0 as usize] = Some(self.at);
        }
    }
}

/// What in the current block was written last, by instruction.
#[derive(Clone, Copy)]
struct Writers {
    /// One past the last store, call or change of a reserved register.
    barrier: u32,
    /// The last two instructions that write the flags, the later one first.
    flags: [u32; 2],
}

impl Writers {
    fn step(&mut self, inst: &Inst, index: u32) {
        let effects = inst.effects();
        if effects.any(BARRIER) {
            self.barrier = index + 1;
        }
        if effects.has(Effects::FLAGS) {
            self.flags = [index, self.flags[0]];
        }
    }
}

/// Whether an instruction has a memory operand as it stands.
fn has_memory(mut inst: Inst) -> bool {
    struct Memory(bool);
    impl Visitor for Memory {
        fn gpr(&mut self, _: &mut Gpr, _: Role) {}
        fn xmm(&mut self, _: &mut Xmm, _: Role) {}
        fn mem(&mut self, _: &mut Mem, _: Role) {
            self.0 = true;
        }
    }
    let mut memory = Memory(false);
    inst.visit(&mut memory);
    memory.0
}

struct Folder<'a> {
    unit: &'a mut Unit,
    counts: &'a mut UseCounts,
    defs: &'a Definitions,
    block: BlockId,
    writers: Writers,
    /// How much memory an operand of the instruction would be.
    width: Option<Width>,
    /// Whether the instruction has its one memory operand.
    in_memory: bool,
}

impl Folder<'_> {
    fn def(&self, r: impl Into<Vreg>) -> Option<Inst> {
        let (block, index) = self.defs.sites[r.into().as_virt()? as usize]?;
        Some(self.unit.blocks[block].insts[index as usize])
    }

    fn count(&mut self, r: impl Into<Vreg>, by: i32) {
        if let Some(index) = r.into().as_virt() {
            let count = &mut self.counts.regs[index as usize];
            *count = count.wrapping_add_signed(by);
        }
    }

    fn count_mem(&mut self, m: Mem, by: i32) {
        self.count(m.base, by);
        if m.index.is_some() {
            self.count(m.index, by);
        }
    }

    fn constant(&self, r: Gpr) -> Option<i64> {
        match self.def(r)? {
            Inst::Ldimmq { v, .. } => Some(v),
            _ => None,
        }
    }

    fn small_constant(&self, r: Gpr) -> Option<i32> {
        self.constant(r).and_then(|v| i32::try_from(v).ok())
    }

    /// What a copy was made of.
    fn origin(&self, r: Vreg) -> Vreg {
        match self.def(r) {
            Some(Inst::Copy { s, .. }) if s.as_virt().is_some() => s.into(),
            Some(Inst::Copyx { s, .. }) if s.as_virt().is_some() => s.into(),
            _ => r,
        }
    }

    fn resolve(&mut self, r: Vreg) -> Vreg {
        let origin = self.origin(r);
        if origin != r {
            self.count(r, -1);
            self.count(origin, 1);
        }
        origin
    }

    /// The memory that `r` was loaded from, when the load may move here.
    fn loaded(&self, r: Vreg, matches: impl Fn(&Inst) -> Option<Mem>) -> Option<Mem> {
        let (block, index) = self.defs.sites[r.as_virt()? as usize]?;
        let near = block == self.block && index >= self.writers.barrier;
        if !near || self.in_memory || self.counts.of_reg(r) != 1 {
            return None;
        }
        matches(&self.unit.blocks[block].insts[index as usize])
    }

    fn loaded_gpr(&mut self, r: Gpr) -> Option<Mem> {
        let width = self.width?;
        let m = self.loaded(r.into(), |inst| match *inst {
            Inst::Loadq { m, .. } => Some(m),
            Inst::Loadl { m, .. } | Inst::Loadslq { m, .. } if width <= Width::L => Some(m),
            Inst::Loadzwl { m, .. } | Inst::Loadswq { m, .. } if width <= Width::W => Some(m),
            Inst::Loadzbl { m, .. } | Inst::Loadsbq { m, .. } if width <= Width::B => Some(m),
            _ => None,
        })?;
        self.move_load(r.into(), m);
        Some(m)
    }

    fn move_load(&mut self, r: Vreg, m: Mem) {
        self.in_memory = true;
        self.count(r, -1);
        self.count_mem(m, 1);
    }

    /// Takes one addition or shift into the address.
    fn combined(&self, m: Mem) -> Option<Mem> {
        self.combined_base(m).or_else(|| self.combined_index(m))
    }

    fn stays(&self, r: Gpr) -> bool {
        r.as_virt().is_some() || (self.defs.pinned && r != Gpr::RSP)
    }

    fn combined_base(&self, m: Mem) -> Option<Mem> {
        let single = self.counts.of_reg(m.base) == 1;
        match self.def(m.base)? {
            // [a + i] with a = b + j → [b + i + j]
            Inst::Addq { a, b: Rmi::Imm(imm), .. } if self.stays(a) => {
                Some(Mem { base: a, disp: m.disp.checked_add(imm)?, ..m })
            }
            // [a + i] with a = b + c → [b + c + i]
            Inst::Addq { a, b: Rmi::Reg(b), .. }
                if !m.index.is_some() && single && self.stays(a) && self.stays(b) =>
            {
                Some(Mem { base: a, index: b, scale: 0, ..m })
            }
            Inst::Lea { m: inner, .. } if self.stays(inner.base) => {
                let disp = m.disp.checked_add(inner.disp)?;
                if !inner.index.is_some() {
                    return Some(Mem { base: inner.base, disp, ..m });
                }
                let free = !m.index.is_some() && single && self.stays(inner.index);
                free.then_some(Mem { disp, ..inner })
            }
            _ => None,
        }
    }

    fn combined_index(&self, m: Mem) -> Option<Mem> {
        if !m.index.is_some() {
            return None;
        }
        match self.def(m.index)? {
            // [a + b * s] with b = c << n → [a + c * (s << n)]
            Inst::Shlqi { a, n, .. } if n + m.scale <= 3 && self.stays(a) => {
                Some(Mem { index: a, scale: m.scale + n, ..m })
            }
            // [a + b * s] with b = c + i → [a + c * s + i * s]
            Inst::Addq { a, b: Rmi::Imm(imm), .. } if self.stays(a) => {
                let disp = m.disp.checked_add(imm.checked_mul(1 << m.scale)?)?;
                Some(Mem { index: a, disp, ..m })
            }
            Inst::Ldimmq { v, .. } => {
                let offset = i32::try_from(v).ok()?.checked_mul(1 << m.scale)?;
                Some(Mem { index: Gpr::NONE, scale: 0, disp: m.disp.checked_add(offset)?, ..m })
            }
            _ => None,
        }
    }

    fn live(&mut self, mut live: Vec<LiveValue>) -> Vec<LiveValue> {
        for value in &mut live {
            if let LiveValue::Reg(r) = *value {
                let r = self.resolve(r);
                *value = match r.as_gpr().and_then(|g| self.constant(g)) {
                    Some(v) => {
                        self.count(r, -1);
                        LiveValue::Imm(v)
                    }
                    None => LiveValue::Reg(r),
                };
            }
        }
        live
    }

    /// The condition and flags that made `d`, when they are still there before instruction
    /// `until`.
    fn condition_of(&self, d: Gpr, until: u32) -> Option<(Cc, Sf)> {
        let (block, _) = self.defs.sites[d.as_virt()? as usize]?;
        match self.def(d)? {
            Inst::Setcc { cc, s, .. } if block == self.block => {
                (self.defs.flags[s.0 as usize]? == (block, until)).then_some((cc, s))
            }
            _ => None,
        }
    }

    /// Jumps, exits and selections on a condition that was made a number test its flags.
    fn condition(&mut self, inst: &mut Inst) {
        match inst {
            Inst::Jcc { cc, s, .. } | Inst::Exitcc { cc, s, .. } | Inst::Setcc { cc, s, .. } => {
                self.untested(cc, s);
            }
            Inst::Cmovq { cc, s, .. } => self.untested(cc, s),
            Inst::Exittestq { cc, a: Rm::Reg(d), b: Ri::Reg(e), x }
            | Inst::Exittestl { cc, a: Rm::Reg(d), b: Ri::Reg(e), x }
            | Inst::Exittestb { cc, a: Rm::Reg(d), b: Ri::Reg(e), x }
                if d == e =>
            {
                if let Some((cc, s)) = self.tested(*d, *cc, self.writers.flags[0]) {
                    let (d, x) = (*d, *x);
                    self.count(d, -2);
                    self.counts.flags[s.0 as usize] += 1;
                    *inst = Inst::Exitcc { cc, s, x };
                }
            }
            _ => {}
        }
    }

    fn tested(&self, d: Gpr, cc: Cc, until: u32) -> Option<(Cc, Sf)> {
        let (made, s) = self.condition_of(d, until)?;
        match cc {
            Cc::Ne => Some((made, s)),
            Cc::E => Some((made.negate(), s)),
            _ => None,
        }
    }

    fn untested(&mut self, cc: &mut Cc, s: &mut Sf) {
        let Some((block, index)) = self.defs.flags[s.0 as usize] else { return };
        let last = block == self.block && index == self.writers.flags[0];
        if !last || self.counts.flags[s.0 as usize] != 1 {
            return;
        }
        let d = match self.unit.blocks[block].insts[index as usize] {
            Inst::Testb { a: Rm::Reg(a), b: Ri::Reg(b), .. }
            | Inst::Testl { a: Rm::Reg(a), b: Ri::Reg(b), .. }
            | Inst::Testq { a: Rm::Reg(a), b: Ri::Reg(b), .. }
                if a == b =>
            {
                a
            }
            Inst::Cmpb { a: Rm::Reg(a), b: Rmi::Imm(0), .. }
            | Inst::Cmpl { a: Rm::Reg(a), b: Rmi::Imm(0), .. }
            | Inst::Cmpq { a: Rm::Reg(a), b: Rmi::Imm(0), .. } => a,
            _ => return,
        };
        if let Some((made, origin)) = self.tested(d, *cc, self.writers.flags[1]) {
            self.counts.flags[s.0 as usize] -= 1;
            self.counts.flags[origin.0 as usize] += 1;
            (*cc, *s) = (made, origin);
        }
    }

    /// An exit that needs the first source of a checked operation finds it from the result.
    fn recover_source(&mut self, inst: &Inst) {
        let (Inst::Addqo { a, x, .. } | Inst::Subqo { a, x, .. }) = *inst else { return };
        if !crate::verify::is_recoverable(inst) {
            return;
        }
        let mut found = 0;
        for value in &mut self.unit.exits[x].live {
            if *value == LiveValue::Reg(a.into()) {
                *value = LiveValue::Source;
                found += 1;
            }
        }
        self.count(a, -found);
    }

    /// The result takes the register of the source that is not needed afterwards.
    fn swap_sources(&self, inst: &mut Inst) {
        let (a, b) = match inst {
            Inst::Addq { a, b: Rmi::Reg(b), .. }
            | Inst::Andq { a, b: Rmi::Reg(b), .. }
            | Inst::Orq { a, b: Rmi::Reg(b), .. }
            | Inst::Xorq { a, b: Rmi::Reg(b), .. }
            | Inst::Imulq { a, b: Rmi::Reg(b), .. }
            | Inst::Addqo { a, b: Rmi::Reg(b), .. }
            | Inst::Imulqo { a, b: Rmi::Reg(b), .. } => (a, b),
            _ => return,
        };
        if self.counts.of_reg(*a) > 1 && self.counts.of_reg(*b) == 1 && b.as_virt().is_some() {
            std::mem::swap(a, b);
        }
    }

    /// An addition that must keep its first source is an address computation.
    fn three_operands(&mut self, inst: &mut Inst) {
        let Inst::Addq { a, b, d, sf } = *inst else { return };
        let unread = sf == Sf::NONE || self.counts.flags[sf.0 as usize] == 0;
        if !unread || self.counts.of_reg(a) < 2 {
            return;
        }
        match b {
            Rmi::Imm(imm) => *inst = Inst::Lea { m: Mem::at(a, imm), d },
            Rmi::Reg(b) if b != Gpr::RSP => *inst = Inst::Lea { m: Mem::indexed(a, b, 0, 0), d },
            Rmi::Reg(_) | Rmi::Mem(_) => {}
        }
    }
}

impl Visitor for Folder<'_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        if let (Role::Use(_), Some(origin)) = (role, self.origin((*r).into()).as_gpr()) {
            self.resolve((*r).into());
            *r = origin;
        }
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        if let (Role::Use(_), Some(origin)) = (role, self.origin((*r).into()).as_xmm()) {
            self.resolve((*r).into());
            *r = origin;
        }
    }

    fn mem(&mut self, m: &mut Mem, role: Role) {
        self.gpr(&mut m.base, role);
        if m.index.is_some() {
            self.gpr(&mut m.index, role);
        }
        while let Some(combined) = self.combined(*m) {
            self.count_mem(combined, 1);
            self.count_mem(*m, -1);
            *m = combined;
        }
    }

    fn rm(&mut self, rm: &mut Rm, role: Role) {
        match rm {
            Rm::Mem(m) => self.mem(m, role),
            Rm::Reg(r) => {
                self.gpr(r, role);
                if let Some(m) = self.loaded_gpr(*r) {
                    *rm = Rm::Mem(m);
                }
            }
        }
    }

    fn ri(&mut self, ri: &mut Ri, role: Role) {
        if let Ri::Reg(r) = ri {
            self.gpr(r, role);
            if let Some(imm) = self.small_constant(*r) {
                self.count(*r, -1);
                *ri = Ri::Imm(imm);
            }
        }
    }

    fn rmi(&mut self, rmi: &mut Rmi, role: Role) {
        match rmi {
            Rmi::Imm(_) => {}
            Rmi::Mem(m) => self.mem(m, role),
            Rmi::Reg(r) => {
                self.gpr(r, role);
                if let Some(imm) = self.small_constant(*r) {
                    self.count(*r, -1);
                    *rmi = Rmi::Imm(imm);
                } else if let Some(m) = self.loaded_gpr(*r) {
                    *rmi = Rmi::Mem(m);
                }
            }
        }
    }

    fn xm(&mut self, xm: &mut Xm, role: Role) {
        match xm {
            Xm::Const(_) => {}
            Xm::Mem(m) => self.mem(m, role),
            Xm::Reg(r) => {
                self.xmm(r, role);
                let r = *r;
                let load = |inst: &Inst| match *inst {
                    Inst::Loadsd { m, .. } => Some(m),
                    _ => None,
                };
                if let Some(m) = self.loaded(r.into(), load) {
                    self.move_load(r.into(), m);
                    *xm = Xm::Mem(m);
                } else if let Some(bits) = self.near_double(r) {
                    self.count(r, -1);
                    *xm = Xm::Const(bits);
                }
            }
        }
    }

    fn list(&mut self, list: List) {
        for at in list.range() {
            let r = self.unit.pool_mut()[at];
            let origin = self.resolve(r);
            self.unit.pool_mut()[at] = origin;
        }
    }

    fn call(&mut self, call: CallId) {
        let mut args = std::mem::take(&mut self.unit.calls[call].args);
        args.iter_mut().for_each(|r| *r = self.resolve(*r));
        self.unit.calls[call].args = args;
        if let Some(mut record) = self.unit.calls[call].record.take() {
            record.live = self.live(record.live);
            self.unit.calls[call].record = Some(record);
        }
    }

    fn exit(&mut self, exit: ExitId) {
        let live = std::mem::take(&mut self.unit.exits[exit].live);
        self.unit.exits[exit].live = self.live(live);
    }

    fn edge(&mut self, edge: &mut Edge) {
        self.list(edge.args);
    }
}

impl Folder<'_> {
    /// A double constant made in this block; one from further away is in a register for a loop.
    fn near_double(&self, r: Xmm) -> Option<u64> {
        let (block, _) = self.defs.sites[r.as_virt()? as usize]?;
        match self.def(r)? {
            Inst::Ldimmsd { v, .. } if block == self.block && v != 0 => Some(v as u64),
            _ => None,
        }
    }
}

/// How wide the memory is that an instruction takes in place of a register.
fn width(inst: &Inst) -> Option<Width> {
    use Inst::*;
    match inst {
        Addq { .. }
        | Subq { .. }
        | Andq { .. }
        | Orq { .. }
        | Xorq { .. }
        | Imulq { .. }
        | Cmpq { .. }
        | Testq { .. }
        | Exitcmpq { .. }
        | Exittestq { .. }
        | Addqo { .. }
        | Subqo { .. }
        | Imulqo { .. }
        | Cmovq { .. }
        | Cvtsi2sd { .. }
        | Popcntq { .. }
        | Mulwq { .. }
        | Imulwq { .. }
        | Idivq { .. }
        | Divq { .. } => Some(Width::Q),
        Addl { .. }
        | Subl { .. }
        | Andl { .. }
        | Orl { .. }
        | Xorl { .. }
        | Imull { .. }
        | Cmpl { .. }
        | Testl { .. }
        | Exitcmpl { .. }
        | Exittestl { .. }
        | Idivl { .. } => Some(Width::L),
        Cmpw { .. } | Testw { .. } | Exitcmpw { .. } => Some(Width::W),
        Cmpb { .. }
        | Testb { .. }
        | Exitcmpb { .. }
        | Exittestb { .. }
        | Addb { .. }
        | Subb { .. }
        | Andb { .. }
        | Orb { .. }
        | Xorb { .. } => Some(Width::B),
        _ => None,
    }
}
