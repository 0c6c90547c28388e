//! Combining instructions: constants, loads and additions move into what uses them.
//!
//! One walk over each block. An instruction that lost its last reader is left for
//! [`super::dead`].
//!
//! # Invariants
//! - A load moves down to its only reader past nothing that stores, calls or moves a base.
//! - A condition is tested where its flags are: nothing between writes them but what goes away.

mod address;
mod condition;
mod loads;
mod sources;

use super::dead::UseCounts;
use crate::inst::{Effects, Gpr, Inst, Mem, Ri, Rm, Rmi, Role, Sf, Visitor, Vreg, Width, Xm, Xmm};
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
            let width = loads::width(&inst);
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
