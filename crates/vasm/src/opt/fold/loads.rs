//! Loads move into the instruction that reads them.

use super::Folder;
use crate::inst::{Gpr, Inst, Mem, Vreg, Width};

impl Folder<'_> {
    /// The memory that `r` was loaded from, when the load may move here.
    pub(super) fn loaded(&self, r: Vreg, matches: impl Fn(&Inst) -> Option<Mem>) -> Option<Mem> {
        let (block, index) = self.defs.sites[r.as_virt()? as usize]?;
        let near = block == self.block && index >= self.writers.barrier;
        if !near || self.in_memory || self.counts.of_reg(r) != 1 {
            return None;
        }
        matches(&self.unit.blocks[block].insts[index as usize])
    }

    pub(super) fn loaded_gpr(&mut self, r: Gpr) -> Option<Mem> {
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

    pub(super) fn move_load(&mut self, r: Vreg, m: Mem) {
        self.in_memory = true;
        self.count(r, -1);
        self.count_mem(m, 1);
    }
}

/// How wide the memory is that an instruction takes in place of a register.
pub(super) fn width(inst: &Inst) -> Option<Width> {
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
