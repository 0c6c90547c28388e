//! The meaning of each instruction form.

mod control;
mod float;
mod moves;

use super::arith;
use super::flags::Flags;
use super::{Fault, Frame, Host, Outcome, Step, fault};
use crate::inst::{
    Alu, Bits, Cc, Extend, Gpr, Inst, Ri, Rm, Rmi, Sf, Shift, Sign, Sse, Unary, Width,
    for_each_vinst,
};
use crate::unit::ExitId;

macro_rules! define_step {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        impl<H: Host> Frame<'_, '_, H> {
            pub(super) fn step(&mut self, inst: &Inst) -> Step {
                match *inst {
                    $(Inst::$variant { $($u,)* $($d,)* } => self.$form($($p,)* $($u,)* $($d,)*),)*
                }
            }
        }
    };
}
for_each_vinst!(define_step);

/// Integer arithmetic.
impl<H: Host> Frame<'_, '_, H> {
    fn alu(&mut self, op: Alu, w: Width, a: Gpr, b: Rmi, d: Gpr, sf: Sf) -> Step {
        let whole = self.get(a);
        let (result, flags) = arith::alu(op, w, whole & w.mask(), self.rmi(b, w)?);
        let kept = if w < Width::L { whole & !w.mask() } else { 0 };
        self.set(d, kept | result);
        self.set_flags(sf, flags);
        Ok(())
    }

    fn alu_exit(&mut self, op: Alu, a: Gpr, b: Rmi, x: ExitId, d: Gpr) -> Step {
        self.source = self.get(a);
        let (result, flags) = arith::alu(op, Width::Q, self.source, self.rmi(b, Width::Q)?);
        self.exit_if(flags.overflow, x)?;
        self.set(d, result);
        Ok(())
    }

    fn imul(&mut self, w: Width, a: Gpr, b: Rmi, d: Gpr, sf: Sf) -> Step {
        let (result, flags) = arith::imul(w, self.get(a), self.rmi(b, w)?);
        self.set(d, result);
        self.set_flags(sf, flags);
        Ok(())
    }

    fn imul_exit(&mut self, a: Gpr, b: Rmi, x: ExitId, d: Gpr) -> Step {
        let (result, flags) = arith::imul(Width::Q, self.get(a), self.rmi(b, Width::Q)?);
        self.exit_if(flags.overflow, x)?;
        self.set(d, result);
        Ok(())
    }

    fn neg(&mut self, w: Width, a: Gpr, d: Gpr, sf: Sf) -> Step {
        let (result, flags) = arith::alu(Alu::Sub, w, 0, self.get(a) & w.mask());
        self.set(d, result);
        self.set_flags(sf, flags);
        Ok(())
    }

    fn neg_exit(&mut self, a: Gpr, x: ExitId, d: Gpr) -> Step {
        let (result, flags) = arith::alu(Alu::Sub, Width::Q, 0, self.get(a));
        self.exit_if(flags.overflow, x)?;
        self.set(d, result);
        Ok(())
    }

    fn unary(&mut self, op: Unary, w: Width, a: Gpr, d: Gpr) -> Step {
        let a = self.get(a);
        let result = match (op, w) {
            (Unary::Not, _) => !a & w.mask(),
            (Unary::Bswap, Width::Q) => a.swap_bytes(),
            (Unary::Bswap, _) => u64::from((a as u32).swap_bytes()),
        };
        self.set(d, result);
        Ok(())
    }

    fn shift(&mut self, op: Shift, w: Width, a: Gpr, n: Gpr, d: Gpr) -> Step {
        self.set(d, arith::shift(op, w, self.get(a), self.get(n)));
        Ok(())
    }

    fn shift_imm(&mut self, op: Shift, w: Width, a: Gpr, n: u8, d: Gpr) -> Step {
        self.set(d, arith::shift(op, w, self.get(a), u64::from(n)));
        Ok(())
    }

    fn bits(&mut self, op: Bits, s: Rm, d: Gpr) -> Step {
        let s = self.rm(s, Width::Q)?;
        let result = match op {
            Bits::Popcnt => s.count_ones(),
            Bits::Bsf if s != 0 => s.trailing_zeros(),
            Bits::Bsr if s != 0 => 63 - s.leading_zeros(),
            Bits::Bsf | Bits::Bsr => 0,
        };
        self.set(d, u64::from(result));
        Ok(())
    }

    fn bit_test_imm(&mut self, s: Rm, n: u8, sf: Sf) -> Step {
        let carry = self.rm(s, Width::Q)? >> (n & 63) & 1 == 1;
        self.set_flags(sf, Flags { carry, ..Flags::default() });
        Ok(())
    }

    fn bit_test(&mut self, s: Gpr, n: Gpr, sf: Sf) -> Step {
        let carry = self.get(s) >> (self.get(n) & 63) & 1 == 1;
        self.set_flags(sf, Flags { carry, ..Flags::default() });
        Ok(())
    }

    fn mul_wide(&mut self, sign: Sign, a: Gpr, b: Rm, lo: Gpr, hi: Gpr) -> Step {
        let (a, b) = (self.get(a), self.rm(b, Width::Q)?);
        let product = match sign {
            Sign::Unsigned => u128::from(a) * u128::from(b),
            Sign::Signed => (i128::from(a as i64) * i128::from(b as i64)) as u128,
        };
        self.set(lo, product as u64);
        self.set(hi, (product >> 64) as u64);
        Ok(())
    }

    fn div(&mut self, sign: Sign, w: Width, a: Gpr, b: Rm, q: Gpr, r: Gpr) -> Step {
        let (a, b) = (self.get(a), self.rm(b, w)?);
        let (quotient, remainder) = match sign {
            Sign::Unsigned => (a.checked_div(b), a.checked_rem(b)),
            Sign::Signed => {
                let (a, b) = (arith::signed(w, a), arith::signed(w, b));
                let q = a.checked_div(b).filter(|q| arith::signed(w, *q as u64) == *q);
                (q.map(|q| q as u64), a.checked_rem(b).map(|r| r as u64))
            }
        };
        let (Some(quotient), Some(remainder)) = (quotient, remainder) else {
            return fault(Fault::Divide);
        };
        self.set(q, quotient & w.mask());
        self.set(r, remainder & w.mask());
        Ok(())
    }
}

/// Flags and exits.
impl<H: Host> Frame<'_, '_, H> {
    fn compare(&self, w: Width, a: Rm, b: Rmi) -> Result<Flags, Outcome> {
        Ok(arith::alu(Alu::Cmp, w, self.rm(a, w)?, self.rmi(b, w)?).1)
    }

    fn cmp(&mut self, w: Width, a: Rm, b: Rmi, sf: Sf) -> Step {
        let flags = self.compare(w, a, b)?;
        self.set_flags(sf, flags);
        Ok(())
    }

    fn test(&mut self, w: Width, a: Rm, b: Ri, sf: Sf) -> Step {
        let flags = arith::alu(Alu::And, w, self.rm(a, w)?, self.ri(b, w)).1;
        self.set_flags(sf, flags);
        Ok(())
    }

    fn exit_cmp(&mut self, w: Width, cc: Cc, a: Rm, b: Rmi, x: ExitId) -> Step {
        let flags = self.compare(w, a, b)?;
        self.exit_if(flags.holds(cc), x)
    }

    fn exit_test(&mut self, w: Width, cc: Cc, a: Rm, b: Ri, x: ExitId) -> Step {
        let flags = arith::alu(Alu::And, w, self.rm(a, w)?, self.ri(b, w)).1;
        self.exit_if(flags.holds(cc), x)
    }

    fn exit_cc(&mut self, cc: Cc, s: Sf, x: ExitId) -> Step {
        self.exit_if(self.flags(s).holds(cc), x)
    }

    fn setcc(&mut self, cc: Cc, s: Sf, d: Gpr) -> Step {
        self.set(d, u64::from(self.flags(s).holds(cc)));
        Ok(())
    }

    fn cmov(&mut self, cc: Cc, s: Sf, f: Gpr, t: Rm, d: Gpr) -> Step {
        let t = self.rm(t, Width::Q)?;
        let value = if self.flags(s).holds(cc) { t } else { self.get(f) };
        self.set(d, value);
        Ok(())
    }
}
