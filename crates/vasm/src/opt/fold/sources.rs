//! Which source the result of an instruction replaces.

use super::Folder;
use crate::inst::{Gpr, Inst, Mem, Rmi, Sf};
use crate::unit::LiveValue;

impl Folder<'_> {
    /// An exit that needs the first source of a checked operation finds it from the result.
    pub(super) fn recover_source(&mut self, inst: &Inst) {
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
    pub(super) fn swap_sources(&self, inst: &mut Inst) {
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
    pub(super) fn three_operands(&mut self, inst: &mut Inst) {
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
