//! A condition that was made a number and then tested is tested where its flags are.

use super::Folder;
use crate::inst::{Cc, Gpr, Inst, Ri, Rm, Rmi, Sf};

impl Folder<'_> {
    /// The condition and flags that made `d`, when they are still there before instruction
    /// `until`.
    pub(super) fn condition_of(&self, d: Gpr, until: u32) -> Option<(Cc, Sf)> {
        let (block, _) = self.defs.sites[d.as_virt()? as usize]?;
        match self.def(d)? {
            Inst::Setcc { cc, s, .. } if block == self.block => {
                (self.defs.flags[s.0 as usize]? == (block, until)).then_some((cc, s))
            }
            _ => None,
        }
    }

    /// Jumps, exits and selections on a condition that was made a number test its flags.
    pub(super) fn condition(&mut self, inst: &mut Inst) {
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

    pub(super) fn tested(&self, d: Gpr, cc: Cc, until: u32) -> Option<(Cc, Sf)> {
        let (made, s) = self.condition_of(d, until)?;
        match cc {
            Cc::Ne => Some((made, s)),
            Cc::E => Some((made.negate(), s)),
            _ => None,
        }
    }

    pub(super) fn untested(&mut self, cc: &mut Cc, s: &mut Sf) {
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
}
