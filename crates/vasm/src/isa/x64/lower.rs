//! The machine code of each instruction form, once registers are allocated.
//!
//! # Invariants
//! - A tied result already has the register of the first source.
//! - Where `flags_live` holds, nothing written garbles the flags.

mod control;
mod float;
mod moves;

use super::abi::{CALLEE_SAVED, RegSet};
use super::encode::{Encoder, Place};
use crate::emit::Emitter;
use crate::inst::{
    Alu, Bits, Cc, Extend, Gpr, Inst, Ri, Rm, Rmi, Sf, Shift, Sign, Sse, Unary, Width,
    for_each_vinst,
};
use crate::unit::{Conv, ExitId, Unit};

/// Which registers a unit gives back to its caller as it found them.
pub(crate) fn saved_registers(unit: &Unit, written: RegSet) -> Vec<u8> {
    if unit.conv == Conv::Vm {
        return Vec::new();
    }
    let pins = |pinned: fn(&Inst) -> bool| unit.insts().any(pinned);
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
