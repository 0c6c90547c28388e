//! Which registers mean what.
//!
//! | register | use |
//! |---|---|
//! | rsp, rbp | native stack and frame; the rbp chain is never broken |
//! | r14 | VM frame |
//! | r15 | VM context |
//! | all others | allocated |
//!
//! Arguments and results are where System V has them, under both conventions; a result may
//! also be pair (rax, rdx) or (xmm0, xmm1). Arguments beyond the registers are not supported:
//! what calls with more passes them in memory.

use crate::inst::{Class, Vreg};
use crate::unit::Conv;

/// Integer arguments, in order.
pub const GPR_ARGS: [u8; 6] = [7, 6, 2, 1, 8, 9];
/// How many floating-point arguments there are: xmm0 upwards.
pub const XMM_ARGS: u8 = 8;
/// Integer results, in order.
pub const GPR_RESULTS: [u8; 2] = [0, 2];
/// How many floating-point results there are: xmm0 upwards.
pub const XMM_RESULTS: u8 = 2;
/// What System V functions preserve, of the allocated registers.
pub const CALLEE_SAVED: [u8; 3] = [3, 12, 13];

/// A set of registers, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RegSet {
    /// General-purpose registers.
    pub gprs: u16,
    /// Floating-point registers.
    pub xmms: u16,
}

/// Everything that may hold a value: all but rsp, rbp, r14, r15.
pub const ALLOCATED: RegSet = RegSet { gprs: 0x3fcf, xmms: 0xffff };

const CALLEE_SAVED_BITS: u16 = 1 << 3 | 1 << 12 | 1 << 13;

/// What a call under `conv` leaves garbage in, its results among it.
pub const fn clobbers(conv: Conv) -> RegSet {
    match conv {
        Conv::C => RegSet { gprs: ALLOCATED.gprs & !CALLEE_SAVED_BITS, xmms: ALLOCATED.xmms },
        Conv::Vm => ALLOCATED,
    }
}

/// Gives out places in the order of a calling convention.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    gprs: &'static [u8],
    xmms: u8,
    next_xmm: u8,
}

impl Places {
    /// Of arguments.
    pub const fn args() -> Self {
        Self { gprs: &GPR_ARGS, xmms: XMM_ARGS, next_xmm: 0 }
    }

    /// Of results.
    pub const fn results() -> Self {
        Self { gprs: &GPR_RESULTS, xmms: XMM_RESULTS, next_xmm: 0 }
    }

    /// The hardware number for a value of `class`, or `None` when the places are used up.
    pub fn next(&mut self, class: Class) -> Option<u8> {
        match class {
            Class::Gpr => {
                let (first, rest) = self.gprs.split_first()?;
                self.gprs = rest;
                Some(*first)
            }
            Class::Xmm if self.next_xmm < self.xmms => {
                self.next_xmm += 1;
                Some(self.next_xmm - 1)
            }
            Class::Xmm => None,
        }
    }

    /// Whether `regs` all find a place.
    pub fn fit(mut self, regs: &[Vreg]) -> bool {
        regs.iter().all(|r| self.next(r.class()).is_some())
    }
}
