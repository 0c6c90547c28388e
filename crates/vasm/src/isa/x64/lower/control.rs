//! Calls and control.

use super::super::encode::Place;
use crate::emit::{Emitter, PendingTarget, Target};
use crate::inst::{Alu, Cc, Extend, Gpr, Mem, Ri, Sf, Width};
use crate::unit::{CallId, Edge, List, SymbolId};

impl Emitter<'_> {
    pub(crate) fn prologue(&mut self) {
        let (bytes, saved) = (self.frame.bytes(), self.frame.saved.clone());
        let asm = self.asm();
        asm.push(Gpr::RBP.number());
        asm.mov(Gpr::RBP.number(), Gpr::RSP.number());
        if bytes > 0 {
            asm.alu_imm(Alu::Sub, Width::Q, Place::Reg(Gpr::RSP.number()), bytes as i32);
        }
        for (index, reg) in saved.into_iter().enumerate() {
            asm.store(Width::Q, Mem::at(Gpr::RBP, -8 * (index as i32 + 1)), reg);
        }
    }

    pub(super) fn epilogue(&mut self) {
        let (bytes, saved) = (self.frame.bytes(), self.frame.saved.clone());
        let asm = self.asm();
        for (index, reg) in saved.into_iter().enumerate() {
            let m = Mem::at(Gpr::RBP, -8 * (index as i32 + 1));
            asm.extend(Extend::Full, reg, Place::Mem(m));
        }
        if bytes > 0 { asm.leave() } else { asm.pop(Gpr::RBP.number()) }
    }

    pub(super) fn called(&mut self, call: CallId) {
        if let Some(record) = &self.unit.calls[call].record {
            self.call_record(record.tag);
        }
    }

    pub(super) fn call(&mut self, to: SymbolId, call: CallId) {
        self.asm().call_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
        self.called(call);
    }

    pub(super) fn smashcall(&mut self, to: SymbolId, call: CallId) {
        self.buffer().align_field(1);
        self.call(to, call);
        self.smash_site(to);
    }

    pub(super) fn callr(&mut self, to: Gpr, call: CallId) {
        self.asm().call(Place::Reg(to.number()));
        self.called(call);
    }

    pub(super) fn callm(&mut self, to: Mem, call: CallId) {
        self.asm().call(Place::Mem(to));
        self.called(call);
    }

    pub(super) fn push(&mut self, s: Ri) {
        match s {
            Ri::Reg(s) => self.asm().push(s.number()),
            Ri::Imm(imm) => self.asm().push_imm(imm),
        }
    }

    pub(super) fn pop(&mut self, d: Gpr) {
        self.asm().pop(d.number());
    }

    pub(super) fn set_reserved(&mut self, reg: Gpr, s: Gpr) {
        self.copy(s, reg);
    }

    pub(super) fn leafp(&mut self, m: Mem) {
        self.lea(m, Gpr::FP);
    }

    pub(super) fn jmp(&mut self, to: Edge) {
        if !self.falls_to(to.block) {
            self.jump(None, to.block);
        }
    }

    pub(super) fn jcc(&mut self, cc: Cc, _s: Sf, taken: Edge, next: Edge) {
        if self.falls_to(taken.block) {
            self.jump(Some(cc.negate()), next.block);
            return;
        }
        self.jump(Some(cc), taken.block);
        self.jmp(next);
    }

    pub(super) fn ret(&mut self, _vals: List) {
        self.epilogue();
        self.asm().ret();
    }

    pub(super) fn jmpsym(&mut self, to: SymbolId, _args: List) {
        self.epilogue();
        self.asm().jmp_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
    }

    pub(super) fn smashjmp(&mut self, to: SymbolId, _args: List) {
        self.epilogue();
        self.buffer().align_field(1);
        self.asm().jmp_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
        self.smash_site(to);
    }

    pub(super) fn jmpr(&mut self, to: Gpr, _args: List) {
        self.epilogue();
        self.asm().jmp(Place::Reg(to.number()));
    }

    pub(super) fn trap(&mut self) {
        self.asm().ud2();
    }
}
