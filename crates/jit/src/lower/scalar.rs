//! Numbers and truth values.

use hhir::inst::Cmp;
use hhir::{Inst, Op};
use runtime::value::DataType;
use vasm::{Area, Cc, Gpr, Rmi, Sf, Xm};

use super::{Lower, payload_of, tag_of};

const SIGN: i64 = i64::MIN;

/// The condition on the flags of comparing two ints.
fn condition(cmp: Cmp) -> Cc {
    match cmp {
        Cmp::Eq => Cc::E,
        Cmp::Ne => Cc::Ne,
        Cmp::Lt => Cc::L,
        Cmp::Le => Cc::Le,
        Cmp::Gt => Cc::G,
        Cmp::Ge => Cc::Ge,
    }
}

impl Lower<'_, '_> {
    pub(super) fn scalar(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::AddInt | Op::SubInt | Op::MulInt | Op::NegInt => self.checked(inst),
            Op::AddFit | Op::SubFit | Op::AndInt | Op::OrInt | Op::XorInt => self.alu(inst),
            Op::NotInt => {
                let a = self.gpr(inst.args[0]);
                let d = self.b.notq(a);
                self.define(inst, d);
            }
            Op::ShlInt | Op::ShrInt => self.shift(inst),
            Op::ModInt => self.modulo(inst),
            Op::DivInt => self.divide(inst),
            Op::DivCell => self.quotient(inst),
            Op::AbsInt => {
                let a = self.gpr(inst.args[0]);
                let exit = self.exit_of(inst);
                let negated = self.b.negqo(a, exit);
                let sf = self.b.testq(a, a);
                let d = self.b.cmovq(Cc::Ge, sf, negated, a);
                self.define(inst, d);
            }
            Op::AddDbl | Op::SubDbl | Op::MulDbl | Op::DivDbl => self.float(inst),
            Op::NegDbl | Op::AbsDbl => {
                let a = self.xmm(inst.args[0]);
                let is_neg = inst.op == Op::NegDbl;
                let mask = self.b.ldimmsd(if is_neg { SIGN } else { !SIGN });
                let d = if is_neg { self.b.xorpd(a, mask) } else { self.b.andpd(a, mask) };
                self.define(inst, d);
            }
            Op::SqrtDbl => {
                let a = self.xmm(inst.args[0]);
                let d = self.b.sqrtsd(a);
                self.define(inst, d);
            }
            Op::RoundDbl => {
                let a = self.xmm(inst.args[0]);
                let d = self.b.roundsd(a, inst.imm as u8);
                self.define(inst, d);
            }
            Op::IntToDbl => {
                let a = self.gpr(inst.args[0]);
                let d = self.b.cvtsi2sd(a);
                self.define(inst, d);
            }
            Op::DblToInt => {
                let a = self.xmm(inst.args[0]);
                let d = self.b.cvttsd2siq(a);
                let least = self.b.ldimmq(i64::MIN);
                let exit = self.exit_of(inst);
                self.b.exitcmpq(Cc::E, d, least, exit);
                self.define(inst, d);
            }
            Op::BoolToInt => {
                let a = self.gpr(inst.args[0]);
                let d = self.b.copy(a);
                self.define(inst, d);
            }
            Op::CmpInt | Op::CmpDbl | Op::EqBool => {
                let (cc, sf) = self.flags(inst);
                let d = self.truth(cc, sf);
                self.define(inst, d);
            }
            Op::NotBool => {
                let a = self.gpr(inst.args[0]);
                let (d, _) = self.b.xorq(a, 1);
                self.define(inst, d);
            }
            Op::CheckNonZero | Op::CheckShift | Op::CheckInt | Op::CheckTrue => self.check(inst),
            Op::CheckNonZeroDbl => {
                let a = self.xmm(inst.args[0]);
                let bits = self.b.movxq(a);
                let (shifted, _) = self.b.addq(bits, bits);
                let exit = self.exit_of(inst);
                self.b.exittestq(Cc::E, shifted, shifted, exit);
            }
            _ => return false,
        }
        true
    }

    fn right(&mut self, inst: &Inst) -> Rmi {
        match self.imm(inst.args[1]) {
            Some(imm) => Rmi::Imm(imm),
            None => Rmi::Reg(self.gpr(inst.args[1])),
        }
    }

    fn checked(&mut self, inst: &Inst) {
        let a = self.gpr(inst.args[0]);
        if inst.op == Op::NegInt {
            let exit = self.exit_of(inst);
            let d = self.b.negqo(a, exit);
            return self.define(inst, d);
        }
        let b = self.right(inst);
        let exit = self.exit_of(inst);
        let d = match inst.op {
            Op::AddInt => self.b.addqo(a, b, exit),
            Op::SubInt => self.b.subqo(a, b, exit),
            _ => self.b.imulqo(a, b, exit),
        };
        self.define(inst, d);
    }

    fn alu(&mut self, inst: &Inst) {
        let (a, b) = (self.gpr(inst.args[0]), self.right(inst));
        let (d, _) = match inst.op {
            Op::AddFit => self.b.addq(a, b),
            Op::SubFit => self.b.subq(a, b),
            Op::AndInt => self.b.andq(a, b),
            Op::OrInt => self.b.orq(a, b),
            _ => self.b.xorq(a, b),
        };
        self.define(inst, d);
    }

    fn shift(&mut self, inst: &Inst) {
        let a = self.gpr(inst.args[0]);
        let left = inst.op == Op::ShlInt;
        let d = match self.imm(inst.args[1]) {
            Some(by) if left => self.b.shlqi(a, by as u8),
            Some(by) => self.b.sarqi(a, by as u8),
            None => {
                let by = self.gpr(inst.args[1]);
                if left { self.b.shlq(a, by) } else { self.b.sarq(a, by) }
            }
        };
        self.define(inst, d);
    }

    /// `a % b`: the machine's division would trap on the least int by −1.
    /// The rest of a division by a power of two: what is below it of a number that was made not
    /// negative by one less than it.
    fn modulo_of_power(&mut self, inst: &Inst, by: i32) {
        let a = self.gpr(inst.args[0]);
        let sign = self.b.sarqi(a, 63);
        let less = self.b.shrqi(sign, 64 - by.trailing_zeros() as u8);
        let (sum, _) = self.b.addq(a, less);
        let (low, _) = self.b.andq(sum, by - 1);
        let (rest, _) = self.b.subq(low, less);
        self.define(inst, rest);
    }

    fn modulo(&mut self, inst: &Inst) {
        if let Some(by) = self.imm(inst.args[1]).filter(|by| *by > 1 && by.count_ones() == 1) {
            return self.modulo_of_power(inst, by);
        }
        let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        if self.imm(inst.args[1]).is_some_and(|b| b != -1) {
            let (_, rest) = self.b.idivq(a, b);
            return self.define(inst, rest);
        }
        let rest = |lower: &mut Self, odd| {
            let sf = lower.b.cmpq(b, -1);
            lower.unless(Cc::E, sf, odd);
            lower.b.idivq(a, b).1
        };
        self.either(inst, rest, |lower| lower.b.ldimmq(0));
    }

    /// `a / b` without a rest.
    fn divide(&mut self, inst: &Inst) {
        let (quotient, rest) = self.whole(inst);
        let exit = self.exit_of(inst);
        self.b.exittestq(Cc::Ne, rest, rest, exit);
        self.define(inst, quotient);
    }

    /// The whole quotient and the rest; leaves when the divisor is -1.
    fn whole(&mut self, inst: &Inst) -> (Gpr, Gpr) {
        let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        if self.imm(inst.args[1]).is_none_or(|b| b == -1) {
            let exit = self.exit_of(inst);
            self.b.exitcmpq(Cc::E, b, -1, exit);
        }
        self.b.idivq(a, b)
    }

    fn quotient(&mut self, inst: &Inst) {
        let cell = inst.imm as u32;
        let (part, done) = (self.block(Area::Hot), self.block(Area::Hot));
        let (quotient, rest) = self.whole(inst);
        let sf = self.b.testq(rest, rest);
        self.unless(Cc::Ne, sf, part);
        self.b.storeq(payload_of(cell), quotient);
        self.b.storeb(tag_of(cell), i32::from(DataType::Int64 as u8));
        self.jump(done);
        self.b.switch_to(part);
        let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let (a, b) = (self.b.cvtsi2sd(a), self.b.cvtsi2sd(b));
        let share = self.b.divsd(a, Xm::Reg(b));
        self.b.storesd(payload_of(cell), share);
        self.b.storeb(tag_of(cell), i32::from(DataType::Double as u8));
        self.jump(done);
        self.b.switch_to(done);
    }

    fn float(&mut self, inst: &Inst) {
        let a = self.xmm(inst.args[0]);
        let b = match self.constants[inst.args[1].0 as usize] {
            Some(bits) => Xm::Const(bits as u64),
            None => Xm::Reg(self.xmm(inst.args[1])),
        };
        let d = match inst.op {
            Op::AddDbl => self.b.addsd(a, b),
            Op::SubDbl => self.b.subsd(a, b),
            Op::MulDbl => self.b.mulsd(a, b),
            _ => self.b.divsd(a, b),
        };
        self.define(inst, d);
    }

    /// A truth value from flags.
    fn truth(&mut self, cc: Cc, sf: Sf) -> Gpr {
        self.b.setcc(cc, sf)
    }

    /// The flags of a comparison, and the condition on them.
    pub(super) fn flags(&mut self, inst: &Inst) -> (Cc, Sf) {
        let cmp = Cmp::of(inst.imm);
        match inst.op {
            Op::CmpInt => {
                let (a, b) = (self.gpr(inst.args[0]), self.right(inst));
                (condition(cmp), self.b.cmpq(a, b))
            }
            Op::CmpDbl => {
                let (a, b) = (self.xmm(inst.args[0]), self.xmm(inst.args[1]));
                match cmp {
                    Cmp::Lt => (Cc::A, self.b.ucomisd(b, a)),
                    Cmp::Le => (Cc::Ae, self.b.ucomisd(b, a)),
                    Cmp::Gt => (Cc::A, self.b.ucomisd(a, b)),
                    Cmp::Ge => (Cc::Ae, self.b.ucomisd(a, b)),
                    Cmp::Eq | Cmp::Ne => {
                        // Unordered sets the flag of equality, too, but not "above or equal".
                        let low = self.b.ucomisd(a, b);
                        let one = self.b.setcc(Cc::Ae, low);
                        let high = self.b.ucomisd(b, a);
                        let other = self.b.setcc(Cc::Ae, high);
                        let (both, _) = self.b.andq(one, other);
                        let cc = if cmp == Cmp::Eq { Cc::Ne } else { Cc::E };
                        (cc, self.b.testl(both, both))
                    }
                }
            }
            _ => {
                let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                (Cc::E, self.b.cmpq(a, b))
            }
        }
    }

    fn check(&mut self, inst: &Inst) {
        let a = self.gpr(inst.args[0]);
        let exit = self.exit_of(inst);
        match inst.op {
            Op::CheckShift => self.b.exitcmpq(Cc::A, a, 63, exit),
            Op::CheckInt => {
                let wanted = self.b.ldimmq(inst.imm);
                self.b.exitcmpq(Cc::Ne, a, wanted, exit);
            }
            _ => self.b.exittestq(Cc::E, a, a, exit),
        }
    }
}
