//! Removing instructions whose results nobody reads.

use stdx::id::Id;

use crate::inst::{Effects, Gpr, Inst, Mem, Role, Sf, Visitor, Vreg, Xmm};
use crate::unit::{BlockId, CallId, Edge, ExitId, List, LiveValue, Unit};

/// How often each virtual register and flag value is read.
#[derive(Debug)]
pub(crate) struct UseCounts {
    pub regs: Vec<u32>,
    pub flags: Vec<u32>,
}

impl UseCounts {
    pub fn of(unit: &Unit) -> Self {
        let mut counts = Self {
            regs: vec![0; unit.virtual_count() as usize],
            flags: vec![0; unit.flag_count() as usize],
        };
        for inst in unit.insts() {
            counts.add(unit, inst, 1);
        }
        counts
    }

    /// Adds `by` for each value that `inst` reads.
    pub fn add(&mut self, unit: &Unit, inst: &Inst, by: i32) {
        let mut copy = *inst;
        copy.visit(&mut Count { unit, counts: self, by });
    }

    /// How often `r` is read; reserved registers count as read.
    pub fn of_reg(&self, r: impl Into<Vreg>) -> u32 {
        r.into().as_virt().map_or(1, |index| self.regs[index as usize])
    }
}

struct Count<'a> {
    unit: &'a Unit,
    counts: &'a mut UseCounts,
    by: i32,
}

impl Count<'_> {
    fn read(&mut self, r: Vreg) {
        if let Some(index) = r.as_virt() {
            let count = &mut self.counts.regs[index as usize];
            *count = count.wrapping_add_signed(self.by);
        }
    }

    fn live(&mut self, live: &[LiveValue]) {
        for value in live {
            if let LiveValue::Reg(r) = *value {
                self.read(r);
            }
        }
    }
}

impl Visitor for Count<'_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        if let Role::Use(_) = role {
            self.read((*r).into());
        }
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        if let Role::Use(_) = role {
            self.read((*r).into());
        }
    }

    fn sf(&mut self, sf: &mut Sf, role: Role) {
        if let Role::Use(_) = role {
            let count = &mut self.counts.flags[sf.0 as usize];
            *count = count.wrapping_add_signed(self.by);
        }
    }

    fn list(&mut self, list: List) {
        let unit = self.unit;
        unit.regs(list).iter().for_each(|r| self.read(*r));
    }

    fn call(&mut self, call: CallId) {
        let unit = self.unit;
        unit.calls[call].args.iter().for_each(|r| self.read(*r));
        if let Some(record) = &unit.calls[call].record {
            self.live(&record.live);
        }
    }

    fn exit(&mut self, exit: ExitId) {
        let unit = self.unit;
        self.live(&unit.exits[exit].live);
    }

    fn edge(&mut self, edge: &mut Edge) {
        self.list(edge.args);
    }
}

/// Whether any result is read; drops flag results that are not.
struct Results<'a> {
    counts: &'a UseCounts,
    read: bool,
}

impl Visitor for Results<'_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        self.read |= matches!(role, Role::Def(_)) && self.counts.of_reg(*r) > 0;
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        self.read |= matches!(role, Role::Def(_)) && self.counts.of_reg(*r) > 0;
    }

    fn mem(&mut self, _m: &mut Mem, _role: Role) {}

    fn sf(&mut self, sf: &mut Sf, role: Role) {
        if let Role::Def(_) = role {
            if self.counts.flags[sf.0 as usize] > 0 {
                self.read = true;
            } else {
                *sf = Sf::NONE;
            }
        }
    }
}

const KEPT: Effects = Effects::STORES
    .with(Effects::CALLS)
    .with(Effects::EXITS)
    .with(Effects::PINS)
    .with(Effects::ENDS);

/// Removes instructions without effect whose results nobody reads, last block first, so that what
/// only they read goes with them; and marks flag results that nobody reads.
pub(crate) fn remove_dead(unit: &mut Unit, counts: &mut UseCounts) {
    for index in (0..unit.blocks.len()).rev() {
        let block = BlockId::from_index(index);
        let mut insts = std::mem::take(&mut unit.blocks[block].insts);
        let mut keep = vec![true; insts.len()];
        for (inst, keep) in insts.iter_mut().zip(&mut keep).rev() {
            let mut results = Results { counts, read: false };
            inst.visit(&mut results);
            *keep = results.read || inst.effects().any(KEPT);
            if !*keep {
                counts.add(unit, inst, -1);
            }
        }
        let mut keep = keep.into_iter();
        insts.retain(|_| keep.next() == Some(true));
        unit.blocks[block].insts = insts;
    }
}
