//! Moves, loads and stores.

use super::super::encode::Place;
use crate::emit::{Emitter, PendingTarget, Target};
use crate::inst::{Alu, Extend, Gpr, Mem, Ri, Sf, Width, Xm, Xmm};
use crate::regalloc::Spot;
use crate::unit::SymbolId;

impl Emitter<'_> {
    /// A move that the allocator asked for; slot to slot never happens.
    pub(crate) fn move_spot(&mut self, from: Spot, to: Spot) {
        let slot = |slot| Mem::at(Gpr::RBP, self.frame.slot(slot));
        match (from, to) {
            (Spot::Gpr(s), Spot::Gpr(d)) => self.asm().mov(d, s),
            (Spot::Xmm(s), Spot::Xmm(d)) => self.asm().movaps(d, s),
            (Spot::Slot(s), Spot::Gpr(d)) => {
                let m = slot(s);
                self.asm().extend(Extend::Full, d, Place::Mem(m));
            }
            (Spot::Slot(s), Spot::Xmm(d)) => {
                let m = slot(s);
                self.asm().movsd_load(d, Place::Mem(m));
            }
            (Spot::Gpr(s), Spot::Slot(d)) => {
                let m = slot(d);
                self.asm().store(Width::Q, m, s);
            }
            (Spot::Xmm(s), Spot::Slot(d)) => {
                let m = slot(d);
                self.asm().movsd_store(m, s);
            }
            (Spot::Slot(_), Spot::Slot(_))
            | (Spot::Gpr(_), Spot::Xmm(_))
            | (Spot::Xmm(_), Spot::Gpr(_)) => {
                unreachable!("invariant: the allocator moves within a class, never slot to slot")
            }
        }
    }

    pub(super) fn copy(&mut self, s: Gpr, d: Gpr) {
        if s != d {
            self.asm().mov(d.number(), s.number());
        }
    }

    pub(super) fn copyx(&mut self, s: Xmm, d: Xmm) {
        if s != d {
            self.asm().movaps(d.number(), s.number());
        }
    }

    pub(super) fn ldimmq(&mut self, v: i64, d: Gpr) {
        if v == 0 && !self.flags_live {
            self.asm().zero(d.number());
        } else {
            self.asm().mov_imm(d.number(), v);
        }
    }

    pub(super) fn ldimmsd(&mut self, v: i64, d: Xmm) {
        if v == 0 {
            self.asm().zero_xmm(d.number());
        } else {
            self.with_xm(Xm::Const(v as u64), 0, |asm, place| asm.movsd_load(d.number(), place));
        }
    }

    pub(super) fn movqx(&mut self, s: Gpr, d: Xmm) {
        self.asm().movq_to_xmm(d.number(), s.number());
    }

    pub(super) fn movxq(&mut self, s: Xmm, d: Gpr) {
        self.asm().movq_to_gpr(d.number(), s.number());
    }

    pub(super) fn extend(&mut self, kind: Extend, s: Gpr, d: Gpr) {
        self.asm().extend(kind, d.number(), Place::Reg(s.number()));
    }

    pub(super) fn lea(&mut self, m: Mem, d: Gpr) {
        self.asm().lea(d.number(), Place::Mem(m));
    }

    pub(super) fn leasym(&mut self, to: SymbolId, d: Gpr) {
        self.asm().lea(d.number(), Place::Rip);
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
    }

    pub(super) fn load(&mut self, kind: Extend, m: Mem, d: Gpr) {
        self.asm().extend(kind, d.number(), Place::Mem(m));
    }

    pub(super) fn loadsd(&mut self, m: Mem, d: Xmm) {
        self.asm().movsd_load(d.number(), Place::Mem(m));
    }

    pub(super) fn store(&mut self, w: Width, m: Mem, s: Ri) {
        match s {
            Ri::Reg(s) => self.asm().store(w, m, s.number()),
            Ri::Imm(imm) => self.asm().store_imm(w, m, imm),
        }
    }

    pub(super) fn storesd(&mut self, m: Mem, s: Xmm) {
        self.asm().movsd_store(m, s.number());
    }

    pub(super) fn rmw(&mut self, op: Alu, w: Width, m: Mem, s: Ri, _sf: Sf) {
        match s {
            Ri::Reg(s) => self.asm().alu_store(op, w, Place::Mem(m), s.number()),
            Ri::Imm(imm) => self.asm().alu_imm(op, w, Place::Mem(m), imm),
        }
    }
}
