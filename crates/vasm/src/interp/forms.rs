//! The meaning of each instruction form.

use super::arith;
use super::flags::Flags;
use super::{Callee, Fault, Frame, Host, Outcome, Step, fault};
use crate::inst::{
    Alu, Bits, Cc, Extend, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Shift, Sign, Sse, Unary, Width, Xm,
    Xmm, for_each_vinst,
};
use crate::unit::{CallId, Edge, ExitId, List, SymbolId};

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

/// Moves, loads and stores.
impl<H: Host> Frame<'_, '_, H> {
    fn copy(&mut self, s: Gpr, d: Gpr) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    fn copyx(&mut self, s: Xmm, d: Xmm) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    fn ldimmq(&mut self, v: i64, d: Gpr) -> Step {
        self.set(d, v as u64);
        Ok(())
    }

    fn ldimmsd(&mut self, v: i64, d: Xmm) -> Step {
        self.set(d, v as u64);
        Ok(())
    }

    fn movqx(&mut self, s: Gpr, d: Xmm) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    fn movxq(&mut self, s: Xmm, d: Gpr) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    fn extend(&mut self, kind: Extend, s: Gpr, d: Gpr) -> Step {
        self.set(d, arith::extend(kind, self.get(s)));
        Ok(())
    }

    fn lea(&mut self, m: Mem, d: Gpr) -> Step {
        self.set(d, self.address(m));
        Ok(())
    }

    fn leasym(&mut self, to: SymbolId, d: Gpr) -> Step {
        self.set(d, self.unit.symbols[to].address);
        Ok(())
    }

    fn load(&mut self, kind: Extend, m: Mem, d: Gpr) -> Step {
        let value = self.read(m, arith::loaded_width(kind))?;
        self.set(d, arith::extend(kind, value));
        Ok(())
    }

    fn loadsd(&mut self, m: Mem, d: Xmm) -> Step {
        let value = self.read(m, Width::Q)?;
        self.set(d, value);
        Ok(())
    }

    fn store(&mut self, w: Width, m: Mem, s: Ri) -> Step {
        self.write(m, w, self.ri(s, w))
    }

    fn storesd(&mut self, m: Mem, s: Xmm) -> Step {
        self.write(m, Width::Q, self.get(s))
    }

    fn rmw(&mut self, op: Alu, w: Width, m: Mem, s: Ri, sf: Sf) -> Step {
        let (result, flags) = arith::alu(op, w, self.read(m, w)?, self.ri(s, w));
        self.write(m, w, result)?;
        self.set_flags(sf, flags);
        Ok(())
    }
}

/// Floating point.
impl<H: Host> Frame<'_, '_, H> {
    fn sse(&mut self, op: Sse, a: Xmm, b: Xm, d: Xmm) -> Step {
        let result = arith::sse(op, self.double(a), self.xm(b)?);
        self.set(d, result);
        Ok(())
    }

    fn sse_bits(&mut self, op: Sse, a: Xmm, b: Xmm, d: Xmm) -> Step {
        self.set(d, arith::sse(op, self.double(a), self.double(b)));
        Ok(())
    }

    fn sqrt(&mut self, s: Xm, d: Xmm) -> Step {
        let s = self.xm(s)?;
        let root = if s.is_nan() { s.to_bits() | 1 << 51 } else { arith::quiet_default(s.sqrt()) };
        self.set(d, root);
        Ok(())
    }

    fn round(&mut self, s: Xm, mode: u8, d: Xmm) -> Step {
        let s = self.xm(s)?;
        self.set(d, arith::round(mode, s));
        Ok(())
    }

    fn ucomisd(&mut self, a: Xmm, b: Xm, sf: Sf) -> Step {
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

    fn cvtsi2sd(&mut self, s: Rm, d: Xmm) -> Step {
        let s = self.rm(s, Width::Q)? as i64;
        self.set(d, (s as f64).to_bits());
        Ok(())
    }

    fn cvttsd2si(&mut self, s: Xm, d: Gpr) -> Step {
        let s = self.xm(s)?;
        self.set(d, arith::truncate(s));
        Ok(())
    }
}

/// Calls and control.
impl<H: Host> Frame<'_, '_, H> {
    fn call_callee(&mut self, callee: &Callee, call: CallId) -> Step {
        let call = &self.unit.calls[call];
        let args = self.values(&call.args);
        let Some(results) = self.world.host.call(callee, &args, &mut self.world.memory) else {
            return fault(Fault::Callee);
        };
        for (r, value) in call.rets.iter().zip(results) {
            self.set(*r, value);
        }
        Ok(())
    }

    fn call(&mut self, to: SymbolId, call: CallId) -> Step {
        if to != SymbolId::SELF {
            let name = self.unit.symbols[to].name.clone();
            return self.call_callee(&Callee::Symbol(name), call);
        }
        let call = &self.unit.calls[call];
        let args = self.values(&call.args);
        let depth = self.world.depth;
        self.world.depth = depth.checked_sub(1).ok_or(Outcome::Faulted(Fault::Fuel))?;
        let outcome = super::run(self.unit, &args, self.world);
        self.world.depth = depth;
        match outcome {
            Outcome::Returned(results) => {
                for (r, value) in call.rets.iter().zip(results) {
                    self.set(*r, value);
                }
                Ok(())
            }
            other => Err(other),
        }
    }

    fn smashcall(&mut self, to: SymbolId, call: CallId) -> Step {
        self.call(to, call)
    }

    fn callr(&mut self, to: Gpr, call: CallId) -> Step {
        self.call_callee(&Callee::Address(self.get(to)), call)
    }

    fn callm(&mut self, to: Mem, call: CallId) -> Step {
        let to = self.read(to, Width::Q)?;
        self.call_callee(&Callee::Address(to), call)
    }

    fn push(&mut self, s: Ri) -> Step {
        self.pushed.push(self.ri(s, Width::Q));
        Ok(())
    }

    fn pop(&mut self, d: Gpr) -> Step {
        let value = self.pushed.pop().unwrap_or(0);
        self.set(d, value);
        Ok(())
    }

    fn set_reserved(&mut self, reg: Gpr, s: Gpr) -> Step {
        let value = self.get(s);
        if reg == Gpr::VM {
            self.world.vm = value;
        } else {
            self.world.fp = value;
        }
        Ok(())
    }

    fn leafp(&mut self, m: Mem) -> Step {
        self.world.fp = self.address(m);
        Ok(())
    }

    fn jmp(&mut self, to: Edge) -> Step {
        self.go(to)
    }

    fn jcc(&mut self, cc: Cc, s: Sf, taken: Edge, next: Edge) -> Step {
        let holds = self.flags(s).holds(cc);
        self.go(if holds { taken } else { next })
    }

    fn ret(&mut self, vals: List) -> Step {
        Err(Outcome::Returned(self.values(self.unit.regs(vals))))
    }

    fn jmpsym(&mut self, to: SymbolId, args: List) -> Step {
        let name = self.unit.symbols[to].name.clone();
        Err(Outcome::Jumped(Callee::Symbol(name), self.values(self.unit.regs(args))))
    }

    fn smashjmp(&mut self, to: SymbolId, args: List) -> Step {
        self.jmpsym(to, args)
    }

    fn jmpr(&mut self, to: Gpr, args: List) -> Step {
        let (to, args) = (self.get(to), self.values(self.unit.regs(args)));
        Err(Outcome::Jumped(Callee::Address(to), args))
    }

    fn trap(&mut self) -> Step {
        fault(Fault::Trap)
    }
}
