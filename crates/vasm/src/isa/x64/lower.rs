//! The machine code of each instruction form, once registers are allocated.
//!
//! # Invariants
//! - A tied result already has the register of the first source.
//! - Where `flags_live` holds, nothing written garbles the flags.

use super::abi::{CALLEE_SAVED, RegSet};
use super::encode::{Encoder, Place};
use crate::emit::{Emitter, PendingTarget, Target};
use crate::inst::{
    Alu, Bits, Cc, Extend, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Shift, Sign, Sse, Unary, Width, Xm,
    Xmm, for_each_vinst,
};
use crate::regalloc::Spot;
use crate::unit::{CallId, Conv, Edge, ExitId, List, SymbolId, Unit};

/// Which registers a unit gives back to its caller as it found them.
pub(crate) fn saved_registers(unit: &Unit, written: RegSet) -> Vec<u8> {
    if unit.conv == Conv::Vm {
        return Vec::new();
    }
    let pins = |pinned: fn(&Inst) -> bool| {
        unit.blocks.as_slice().iter().flat_map(|b| &b.insts).any(pinned)
    };
    let mut saved: Vec<u8> =
        CALLEE_SAVED.into_iter().filter(|n| written.gprs >> n & 1 == 1).collect();
    if pins(|i| matches!(i, Inst::Setfp { .. } | Inst::Leafp { .. })) {
        saved.push(Gpr::FP.number());
    }
    if pins(|i| matches!(i, Inst::Setvm { .. })) {
        saved.push(Gpr::VM.number());
    }
    saved
}

impl From<Rm> for Place {
    #[inline]
    fn from(rm: Rm) -> Self {
        match rm {
            Rm::Reg(r) => Self::Reg(r.number()),
            Rm::Mem(m) => Self::Mem(m),
        }
    }
}

macro_rules! define_lower {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        impl Emitter<'_> {
            /// Writes one instruction whose registers are the machine's.
            pub(crate) fn lower(&mut self, inst: &Inst) {
                match *inst {
                    $(Inst::$variant { $($u,)* $($d,)* } => self.$form($($p,)* $($u,)* $($d,)*),)*
                }
            }
        }
    };
}
for_each_vinst!(define_lower);

/// Integer arithmetic.
impl Emitter<'_> {
    #[inline]
    fn asm(&mut self) -> &mut Encoder {
        &mut self.buffer().encoder
    }

    fn alu(&mut self, op: Alu, w: Width, _a: Gpr, b: Rmi, d: Gpr, _sf: Sf) {
        let d = d.number();
        match b {
            Rmi::Reg(b) => self.asm().alu(op, w, d, Place::Reg(b.number())),
            Rmi::Mem(m) => self.asm().alu(op, w, d, Place::Mem(m)),
            Rmi::Imm(imm) => self.asm().alu_imm(op, w, Place::Reg(d), imm),
        }
    }

    fn alu_exit(&mut self, op: Alu, a: Gpr, b: Rmi, x: ExitId, d: Gpr) {
        self.alu(op, Width::Q, a, b, d, Sf::NONE);
        self.exit_if(Cc::O, x);
    }

    fn imul(&mut self, w: Width, a: Gpr, b: Rmi, d: Gpr, _sf: Sf) {
        let d = d.number();
        match b {
            Rmi::Reg(b) => self.asm().imul(w, d, Place::Reg(b.number())),
            Rmi::Mem(m) => self.asm().imul(w, d, Place::Mem(m)),
            Rmi::Imm(imm) => self.asm().imul_imm(w, d, Place::Reg(a.number()), imm),
        }
    }

    fn imul_exit(&mut self, a: Gpr, b: Rmi, x: ExitId, d: Gpr) {
        self.imul(Width::Q, a, b, d, Sf::NONE);
        self.exit_if(Cc::O, x);
    }

    fn neg(&mut self, w: Width, _a: Gpr, d: Gpr, _sf: Sf) {
        self.asm().group3(3, w, Place::Reg(d.number()));
    }

    fn neg_exit(&mut self, a: Gpr, x: ExitId, d: Gpr) {
        self.neg(Width::Q, a, d, Sf::NONE);
        self.exit_if(Cc::O, x);
    }

    fn unary(&mut self, op: Unary, w: Width, _a: Gpr, d: Gpr) {
        match op {
            Unary::Not => self.asm().group3(2, w, Place::Reg(d.number())),
            Unary::Bswap => self.asm().bswap(w, d.number()),
        }
    }

    fn shift(&mut self, op: Shift, w: Width, _a: Gpr, _n: Gpr, d: Gpr) {
        self.asm().shift(op, w, d.number());
    }

    fn shift_imm(&mut self, op: Shift, w: Width, _a: Gpr, n: u8, d: Gpr) {
        self.asm().shift_imm(op, w, d.number(), n);
    }

    fn bits(&mut self, op: Bits, s: Rm, d: Gpr) {
        self.asm().bits(op, d.number(), s.into());
    }

    fn bit_test_imm(&mut self, s: Rm, n: u8, _sf: Sf) {
        self.asm().bit_test_imm(s.into(), n);
    }

    fn bit_test(&mut self, s: Gpr, n: Gpr, _sf: Sf) {
        self.asm().bit_test(s.number(), n.number());
    }

    fn mul_wide(&mut self, sign: Sign, _a: Gpr, b: Rm, _lo: Gpr, _hi: Gpr) {
        let extension = if sign == Sign::Signed { 5 } else { 4 };
        self.asm().group3(extension, Width::Q, b.into());
    }

    fn div(&mut self, sign: Sign, w: Width, _a: Gpr, b: Rm, _q: Gpr, _r: Gpr) {
        match sign {
            Sign::Signed => self.asm().sign_extend_rax(w),
            Sign::Unsigned => self.asm().zero(Gpr::RDX.number()),
        }
        let extension = if sign == Sign::Signed { 7 } else { 6 };
        self.asm().group3(extension, w, b.into());
    }
}

/// Flags and exits.
impl Emitter<'_> {
    fn cmp(&mut self, w: Width, a: Rm, b: Rmi, _sf: Sf) {
        match (a, b) {
            (Rm::Reg(a), Rmi::Imm(0)) => {
                self.asm().test(w, Place::Reg(a.number()), a.number());
            }
            (a, Rmi::Imm(imm)) => self.asm().alu_imm(Alu::Cmp, w, a.into(), imm),
            (a, Rmi::Reg(b)) => self.asm().alu_store(Alu::Cmp, w, a.into(), b.number()),
            (Rm::Reg(a), Rmi::Mem(b)) => self.asm().alu(Alu::Cmp, w, a.number(), Place::Mem(b)),
            (Rm::Mem(_), Rmi::Mem(_)) => unreachable!("invariant: verified, one memory operand"),
        }
    }

    fn test(&mut self, w: Width, a: Rm, b: Ri, _sf: Sf) {
        match b {
            Ri::Reg(b) => self.asm().test(w, a.into(), b.number()),
            Ri::Imm(imm) => self.asm().test_imm(w, a.into(), imm),
        }
    }

    fn exit_cmp(&mut self, w: Width, cc: Cc, a: Rm, b: Rmi, x: ExitId) {
        self.cmp(w, a, b, Sf::NONE);
        self.exit_if(cc, x);
    }

    fn exit_test(&mut self, w: Width, cc: Cc, a: Rm, b: Ri, x: ExitId) {
        self.test(w, a, b, Sf::NONE);
        self.exit_if(cc, x);
    }

    fn exit_cc(&mut self, cc: Cc, _s: Sf, x: ExitId) {
        self.exit_if(cc, x);
    }

    fn exit_if(&mut self, cc: Cc, x: ExitId) {
        self.asm().jcc_rel32(cc);
        let target = self.exit(x);
        self.reloc(0, target);
    }

    fn setcc(&mut self, cc: Cc, _s: Sf, d: Gpr) {
        self.asm().setcc(cc, d.number());
        self.asm().extend(Extend::ZeroB, d.number(), Place::Reg(d.number()));
    }

    fn cmov(&mut self, cc: Cc, _s: Sf, _f: Gpr, t: Rm, d: Gpr) {
        self.asm().cmov(cc, d.number(), t.into());
    }
}

/// Moves, loads and stores.
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

    fn copy(&mut self, s: Gpr, d: Gpr) {
        if s != d {
            self.asm().mov(d.number(), s.number());
        }
    }

    fn copyx(&mut self, s: Xmm, d: Xmm) {
        if s != d {
            self.asm().movaps(d.number(), s.number());
        }
    }

    fn ldimmq(&mut self, v: i64, d: Gpr) {
        if v == 0 && !self.flags_live {
            self.asm().zero(d.number());
        } else {
            self.asm().mov_imm(d.number(), v);
        }
    }

    fn ldimmsd(&mut self, v: i64, d: Xmm) {
        if v == 0 {
            self.asm().zero_xmm(d.number());
        } else {
            self.with_xm(Xm::Const(v as u64), 0, |asm, place| asm.movsd_load(d.number(), place));
        }
    }

    fn movqx(&mut self, s: Gpr, d: Xmm) {
        self.asm().movq_to_xmm(d.number(), s.number());
    }

    fn movxq(&mut self, s: Xmm, d: Gpr) {
        self.asm().movq_to_gpr(d.number(), s.number());
    }

    fn extend(&mut self, kind: Extend, s: Gpr, d: Gpr) {
        self.asm().extend(kind, d.number(), Place::Reg(s.number()));
    }

    fn lea(&mut self, m: Mem, d: Gpr) {
        self.asm().lea(d.number(), Place::Mem(m));
    }

    fn leasym(&mut self, to: SymbolId, d: Gpr) {
        self.asm().lea(d.number(), Place::Rip);
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
    }

    fn load(&mut self, kind: Extend, m: Mem, d: Gpr) {
        self.asm().extend(kind, d.number(), Place::Mem(m));
    }

    fn loadsd(&mut self, m: Mem, d: Xmm) {
        self.asm().movsd_load(d.number(), Place::Mem(m));
    }

    fn store(&mut self, w: Width, m: Mem, s: Ri) {
        match s {
            Ri::Reg(s) => self.asm().store(w, m, s.number()),
            Ri::Imm(imm) => self.asm().store_imm(w, m, imm),
        }
    }

    fn storesd(&mut self, m: Mem, s: Xmm) {
        self.asm().movsd_store(m, s.number());
    }

    fn rmw(&mut self, op: Alu, w: Width, m: Mem, s: Ri, _sf: Sf) {
        match s {
            Ri::Reg(s) => self.asm().alu_store(op, w, Place::Mem(m), s.number()),
            Ri::Imm(imm) => self.asm().alu_imm(op, w, Place::Mem(m), imm),
        }
    }
}

/// Floating point.
impl Emitter<'_> {
    /// Writes an instruction with `x` as its `rm` operand and `trailing` bytes after that.
    fn with_xm(&mut self, x: Xm, trailing: u8, write: impl FnOnce(&mut Encoder, Place)) {
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

    fn sse(&mut self, op: Sse, _a: Xmm, b: Xm, d: Xmm) {
        self.with_xm(b, 0, |asm, place| asm.sse(op, d.number(), place));
    }

    fn sse_bits(&mut self, op: Sse, _a: Xmm, b: Xmm, d: Xmm) {
        self.asm().sse_bits(op, d.number(), b.number());
    }

    /// Ends the wait for what `d` held before, when an instruction keeps half of it.
    fn forget(&mut self, d: Xmm, s: Xm) {
        if s != Xm::Reg(d) {
            self.asm().zero_xmm(d.number());
        }
    }

    fn sqrt(&mut self, s: Xm, d: Xmm) {
        self.forget(d, s);
        self.with_xm(s, 0, |asm, place| asm.sqrtsd(d.number(), place));
    }

    fn round(&mut self, s: Xm, mode: u8, d: Xmm) {
        self.forget(d, s);
        self.with_xm(s, 1, |asm, place| asm.roundsd(d.number(), place, mode));
    }

    fn ucomisd(&mut self, a: Xmm, b: Xm, _sf: Sf) {
        self.with_xm(b, 0, |asm, place| asm.ucomisd(a.number(), place));
    }

    fn cvtsi2sd(&mut self, s: Rm, d: Xmm) {
        self.asm().zero_xmm(d.number());
        self.asm().cvtsi2sd(d.number(), s.into());
    }

    fn cvttsd2si(&mut self, s: Xm, d: Gpr) {
        self.with_xm(s, 0, |asm, place| asm.cvttsd2si(d.number(), place));
    }
}

/// Calls and control.
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

    fn epilogue(&mut self) {
        let (bytes, saved) = (self.frame.bytes(), self.frame.saved.clone());
        let asm = self.asm();
        for (index, reg) in saved.into_iter().enumerate() {
            let m = Mem::at(Gpr::RBP, -8 * (index as i32 + 1));
            asm.extend(Extend::Full, reg, Place::Mem(m));
        }
        if bytes > 0 { asm.leave() } else { asm.pop(Gpr::RBP.number()) }
    }

    fn called(&mut self, call: CallId) {
        if let Some(record) = &self.unit.calls[call].record {
            self.call_record(record.tag);
        }
    }

    fn call(&mut self, to: SymbolId, call: CallId) {
        self.asm().call_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
        self.called(call);
    }

    fn smashcall(&mut self, to: SymbolId, call: CallId) {
        self.buffer().align_field(1);
        self.call(to, call);
        self.smash_site(to);
    }

    fn callr(&mut self, to: Gpr, call: CallId) {
        self.asm().call(Place::Reg(to.number()));
        self.called(call);
    }

    fn callm(&mut self, to: Mem, call: CallId) {
        self.asm().call(Place::Mem(to));
        self.called(call);
    }

    fn push(&mut self, s: Ri) {
        match s {
            Ri::Reg(s) => self.asm().push(s.number()),
            Ri::Imm(imm) => self.asm().push_imm(imm),
        }
    }

    fn pop(&mut self, d: Gpr) {
        self.asm().pop(d.number());
    }

    fn set_reserved(&mut self, reg: Gpr, s: Gpr) {
        self.copy(s, reg);
    }

    fn leafp(&mut self, m: Mem) {
        self.lea(m, Gpr::FP);
    }

    fn jmp(&mut self, to: Edge) {
        if !self.falls_to(to.block) {
            self.jump(None, to.block);
        }
    }

    fn jcc(&mut self, cc: Cc, _s: Sf, taken: Edge, next: Edge) {
        if self.falls_to(taken.block) {
            self.jump(Some(cc.negate()), next.block);
            return;
        }
        self.jump(Some(cc), taken.block);
        self.jmp(next);
    }

    fn ret(&mut self, _vals: List) {
        self.epilogue();
        self.asm().ret();
    }

    fn jmpsym(&mut self, to: SymbolId, _args: List) {
        self.epilogue();
        self.asm().jmp_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
    }

    fn smashjmp(&mut self, to: SymbolId, _args: List) {
        self.epilogue();
        self.buffer().align_field(1);
        self.asm().jmp_rel32();
        self.reloc(0, PendingTarget::Settled(Target::Symbol(to)));
        self.smash_site(to);
    }

    fn jmpr(&mut self, to: Gpr, _args: List) {
        self.epilogue();
        self.asm().jmp(Place::Reg(to.number()));
    }

    fn trap(&mut self) {
        self.asm().ud2();
    }
}
