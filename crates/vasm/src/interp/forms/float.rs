//! Floating point.

use super::super::flags::Flags;
use super::super::{Frame, Host, Step, arith};
use crate::inst::{Gpr, Rm, Sf, Sse, Width, Xm, Xmm};

impl<H: Host> Frame<'_, '_, H> {
    pub(super) fn sse(&mut self, op: Sse, a: Xmm, b: Xm, d: Xmm) -> Step {
        let result = arith::sse(op, self.double(a), self.xm(b)?);
        self.set(d, result);
        Ok(())
    }

    pub(super) fn sse_bits(&mut self, op: Sse, a: Xmm, b: Xmm, d: Xmm) -> Step {
        self.set(d, arith::sse(op, self.double(a), self.double(b)));
        Ok(())
    }

    pub(super) fn sqrt(&mut self, s: Xm, d: Xmm) -> Step {
        let s = self.xm(s)?;
        let root = if s.is_nan() { s.to_bits() | 1 << 51 } else { arith::quiet_default(s.sqrt()) };
        self.set(d, root);
        Ok(())
    }

    pub(super) fn round(&mut self, s: Xm, mode: u8, d: Xmm) -> Step {
        let s = self.xm(s)?;
        self.set(d, arith::round(mode, s));
        Ok(())
    }

    pub(super) fn ucomisd(&mut self, a: Xmm, b: Xm, sf: Sf) -> Step {
        let (a, b) = (self.double(a), self.xm(b)?);
        let unordered = a.is_nan() || b.is_nan();
        let flags = Flags {
            carry: unordered || a < b,
            parity: unordered,
            zero: unordered || a == b,
            ..Flags::default()
        };
        self.set_flags(sf, flags);
        Ok(())
    }

    pub(super) fn cvtsi2sd(&mut self, s: Rm, d: Xmm) -> Step {
        let s = self.rm(s, Width::Q)? as i64;
        self.set(d, (s as f64).to_bits());
        Ok(())
    }

    pub(super) fn cvttsd2si(&mut self, s: Xm, d: Gpr) -> Step {
        let s = self.xm(s)?;
        self.set(d, arith::truncate(s));
        Ok(())
    }
}
