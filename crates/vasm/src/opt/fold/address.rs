//! Additions and shifts become part of addresses.

use super::Folder;
use crate::inst::{Gpr, Inst, Mem, Rmi};

impl Folder<'_> {
    /// Takes one addition or shift into the address.
    pub(super) fn combined(&self, m: Mem) -> Option<Mem> {
        self.combined_base(m).or_else(|| self.combined_index(m))
    }

    pub(super) fn stays(&self, r: Gpr) -> bool {
        r.as_virt().is_some() || (self.defs.pinned && r != Gpr::RSP)
    }

    pub(super) fn combined_base(&self, m: Mem) -> Option<Mem> {
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

    pub(super) fn combined_index(&self, m: Mem) -> Option<Mem> {
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
}
