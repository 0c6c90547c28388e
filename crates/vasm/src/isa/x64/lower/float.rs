//! Floating point.

use super::super::encode::{Encoder, Place};
use crate::emit::Emitter;
use crate::inst::{Gpr, Rm, Sf, Sse, Xm, Xmm};

impl Emitter<'_> {
    /// Writes an instruction with `x` as its `rm` operand and `trailing` bytes after that.
    pub(super) fn with_xm(&mut self, x: Xm, trailing: u8, write: impl FnOnce(&mut Encoder, Place)) {
        match x {
            Xm::Reg(r) => write(self.asm(), Place::Reg(r.number())),
            Xm::Mem(m) => write(self.asm(), Place::Mem(m)),
            Xm::Const(bits) => {
                write(self.asm(), Place::Rip);
                let target = self.constant(bits);
                self.reloc(trailing, target);
            }
        }
    }

    pub(super) fn sse(&mut self, op: Sse, _a: Xmm, b: Xm, d: Xmm) {
        self.with_xm(b, 0, |asm, place| asm.sse(op, d.number(), place));
    }

    pub(super) fn sse_bits(&mut self, op: Sse, _a: Xmm, b: Xmm, d: Xmm) {
        self.asm().sse_bits(op, d.number(), b.number());
    }

    /// Ends the wait for what `d` held before, when an instruction keeps half of it.
    pub(super) fn forget(&mut self, d: Xmm, s: Xm) {
        if s != Xm::Reg(d) {
            self.asm().zero_xmm(d.number());
        }
    }

    pub(super) fn sqrt(&mut self, s: Xm, d: Xmm) {
        self.forget(d, s);
        self.with_xm(s, 0, |asm, place| asm.sqrtsd(d.number(), place));
    }

    pub(super) fn round(&mut self, s: Xm, mode: u8, d: Xmm) {
        self.forget(d, s);
        self.with_xm(s, 1, |asm, place| asm.roundsd(d.number(), place, mode));
    }

    pub(super) fn ucomisd(&mut self, a: Xmm, b: Xm, _sf: Sf) {
        self.with_xm(b, 0, |asm, place| asm.ucomisd(a.number(), place));
    }

    pub(super) fn cvtsi2sd(&mut self, s: Rm, d: Xmm) {
        self.asm().zero_xmm(d.number());
        self.asm().cvtsi2sd(d.number(), s.into());
    }

    pub(super) fn cvttsd2si(&mut self, s: Xm, d: Gpr) {
        self.with_xm(s, 0, |asm, place| asm.cvttsd2si(d.number(), place));
    }
}
