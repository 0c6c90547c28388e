//! The status flags and what instructions make of them.

use crate::inst::{Cc, Width};

/// Carry, parity, zero, sign and overflow.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Flags {
    pub carry: bool,
    pub parity: bool,
    pub zero: bool,
    pub sign: bool,
    pub overflow: bool,
}

impl Flags {
    /// Of a result alone.
    pub fn of_result(w: Width, result: u64) -> Self {
        let result = result & w.mask();
        Self {
            carry: false,
            parity: (result as u8).count_ones().is_multiple_of(2),
            zero: result == 0,
            sign: sign(w, result),
            overflow: false,
        }
    }

    pub fn holds(self, cc: Cc) -> bool {
        let less = self.sign != self.overflow;
        match cc {
            Cc::O => self.overflow,
            Cc::No => !self.overflow,
            Cc::B => self.carry,
            Cc::Ae => !self.carry,
            Cc::E => self.zero,
            Cc::Ne => !self.zero,
            Cc::Be => self.carry || self.zero,
            Cc::A => !self.carry && !self.zero,
            Cc::S => self.sign,
            Cc::Ns => !self.sign,
            Cc::P => self.parity,
            Cc::Np => !self.parity,
            Cc::L => less,
            Cc::Ge => !less,
            Cc::Le => less || self.zero,
            Cc::G => !less && !self.zero,
        }
    }
}

/// The highest of the bits of a value.
pub(super) fn sign(w: Width, value: u64) -> bool {
    value >> (8 * w.bytes() - 1) & 1 == 1
}
