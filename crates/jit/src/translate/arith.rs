//! Arithmetic, bits, comparisons and conversions of numbers.

use hhbc::imm::SetOpOp;
use hhbc::instr::Instr;
use hhir::inst::Cmp;
use hhir::{Op, Type, Val};

use super::{Then, Translator};

/// A binary operator on numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Operator {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    And,
    Or,
    Xor,
    Shl,
    Shr,
}

impl Operator {
    /// That of an instruction.
    fn of(instr: &Instr) -> Option<Self> {
        Some(match instr {
            Instr::Add {} => Self::Add,
            Instr::Sub {} => Self::Sub,
            Instr::Mul {} => Self::Mul,
            Instr::Div {} => Self::Div,
            Instr::Mod {} => Self::Mod,
            Instr::BitAnd {} => Self::And,
            Instr::BitOr {} => Self::Or,
            Instr::BitXor {} => Self::Xor,
            Instr::Shl {} => Self::Shl,
            Instr::Shr {} => Self::Shr,
            _ => return None,
        })
    }

    /// That of a compound assignment.
    pub(super) fn of_set_op(op: SetOpOp) -> Option<Self> {
        Some(match op {
            SetOpOp::PlusEqual => Self::Add,
            SetOpOp::MinusEqual => Self::Sub,
            SetOpOp::MulEqual => Self::Mul,
            SetOpOp::DivEqual => Self::Div,
            SetOpOp::ModEqual => Self::Mod,
            SetOpOp::AndEqual => Self::And,
            SetOpOp::OrEqual => Self::Or,
            SetOpOp::XorEqual => Self::Xor,
            SetOpOp::SlEqual => Self::Shl,
            SetOpOp::SrEqual => Self::Shr,
            SetOpOp::PowEqual | SetOpOp::ConcatEqual => return None,
        })
    }
}

/// A comparison, and whether it does not convert.
fn comparison(instr: &Instr) -> Option<(Cmp, bool)> {
    Some(match instr {
        Instr::Lt {} => (Cmp::Lt, false),
        Instr::Lte {} => (Cmp::Le, false),
        Instr::Gt {} => (Cmp::Gt, false),
        Instr::Gte {} => (Cmp::Ge, false),
        Instr::Eq {} => (Cmp::Eq, false),
        Instr::Neq {} => (Cmp::Ne, false),
        Instr::Same {} => (Cmp::Eq, true),
        Instr::NSame {} => (Cmp::Ne, true),
        _ => return None,
    })
}

impl Translator<'_> {
    pub(super) fn arith(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        if self.seen_at(at).failed() {
            return None;
        }
        if let Some(operator) = Operator::of(instr) {
            let (left, right) = self.numbers()?;
            let result = self.operate(operator, left, right)?;
            self.pop();
            self.pop();
            self.push_val(result);
            return Some(Then::At(at + 1));
        }
        if let Some((cmp, is_strict)) = comparison(instr) {
            let result = self.compare(cmp, is_strict)?;
            self.pop();
            self.pop();
            self.push_val(result);
            return Some(Then::At(at + 1));
        }
        let result = self.unary(instr)?;
        self.pop();
        self.push_val(result);
        Some(Then::At(at + 1))
    }

    /// The two topmost items, when both are numbers.
    fn numbers(&mut self) -> Option<(Val, Val)> {
        let top = self.state.top();
        let is_number = |ty: Type| ty.is_scalar() && ty.is(Type::NUM);
        let types = [self.state.under(1).ty, self.state.under(0).ty];
        if !types.into_iter().all(is_number) {
            return None;
        }
        Some((self.scalar(top - 2)?, self.scalar(top - 1)?))
    }

    /// Appends a checked operation that leaves before the site.
    pub(super) fn checked(&mut self, op: Op, args: &[Val]) -> Val {
        let (before, site) = (super::homes(&self.before), self.site as u32);
        self.b.checked(op, args, |b| b.exit(hhir::Exit { site, blame: site, homes: before }))
    }

    fn as_double(&mut self, val: Val) -> Val {
        if self.b.ty(val) == Type::DBL { val } else { self.b.pure(Op::IntToDbl, &[val]) }
    }

    /// The result of an operator; none where a body must say.
    pub(super) fn operate(&mut self, operator: Operator, left: Val, right: Val) -> Option<Val> {
        let ints = self.b.ty(left) == Type::INT && self.b.ty(right) == Type::INT;
        if ints {
            return self.operate_ints(operator, left, right);
        }
        let op = match operator {
            Operator::Add => Op::AddDbl,
            Operator::Sub => Op::SubDbl,
            Operator::Mul => Op::MulDbl,
            Operator::Div => Op::DivDbl,
            _ => return None,
        };
        let (left, right) = (self.as_double(left), self.as_double(right));
        if op == Op::DivDbl && self.b.known(right).is_none_or(|bits| bits << 1 == 0) {
            let extra = self.exiting();
            self.b.emit(Op::CheckNonZeroDbl, &[right], extra);
        }
        Some(self.b.pure(op, &[left, right]))
    }

    fn operate_ints(&mut self, operator: Operator, left: Val, right: Val) -> Option<Val> {
        let known = self.b.known(right);
        Some(match operator {
            Operator::Add => self.checked(Op::AddInt, &[left, right]),
            Operator::Sub => self.checked(Op::SubInt, &[left, right]),
            Operator::Mul => self.checked(Op::MulInt, &[left, right]),
            Operator::And => self.b.pure(Op::AndInt, &[left, right]),
            Operator::Or => self.b.pure(Op::OrInt, &[left, right]),
            Operator::Xor => self.b.pure(Op::XorInt, &[left, right]),
            Operator::Shl | Operator::Shr => {
                if !known.is_some_and(|by| (0..64).contains(&by)) {
                    let extra = self.exiting();
                    self.b.emit(Op::CheckShift, &[right], extra);
                }
                let op = if operator == Operator::Shl { Op::ShlInt } else { Op::ShrInt };
                self.b.pure(op, &[left, right])
            }
            Operator::Mod => {
                self.check_divisor(right);
                self.b.pure(Op::ModInt, &[left, right])
            }
            Operator::Div => {
                let seen = self.expected()?;
                if seen == Type::INT {
                    self.check_divisor(right);
                    self.checked(Op::DivInt, &[left, right])
                } else {
                    return None;
                }
            }
        })
    }

    fn check_divisor(&mut self, divisor: Val) {
        if self.b.known(divisor).is_none_or(|by| by == 0) {
            let extra = self.exiting();
            self.b.emit(Op::CheckNonZero, &[divisor], extra);
        }
    }

    fn compare(&mut self, cmp: Cmp, is_strict: bool) -> Option<Val> {
        let top = self.state.top();
        let (left, right) = (self.state.under(1), self.state.under(0));
        if is_strict && !left.ty.meets(right.ty) && left.is_free() && right.is_free() {
            // Of different types, none of which is a reference or nothing.
            let odd = Type(Type::REF.0 | Type::UNINIT.0);
            let known = !left.ty.meets(odd) && !right.ty.meets(odd);
            return known.then(|| self.b.constant(Type::BOOL, i64::from(cmp == Cmp::Ne)));
        }
        if left.ty == Type::NULL && right.ty == Type::NULL && matches!(cmp, Cmp::Eq | Cmp::Ne) {
            return Some(self.b.constant(Type::BOOL, i64::from(cmp == Cmp::Eq)));
        }
        if !left.ty.is_scalar() || !right.ty.is_scalar() {
            return None;
        }
        let (a, b) = (self.scalar(top - 2)?, self.scalar(top - 1)?);
        match (left.ty, right.ty) {
            (Type::INT, Type::INT) => Some(self.b.compare(Op::CmpInt, cmp, a, b)),
            (Type::BOOL, Type::BOOL) if matches!(cmp, Cmp::Eq | Cmp::Ne) => {
                let same = self.b.pure(Op::EqBool, &[a, b]);
                Some(if cmp == Cmp::Eq { same } else { self.b.pure(Op::NotBool, &[same]) })
            }
            (x, y) if x.is(Type::NUM) && y.is(Type::NUM) => {
                let (a, b) = (self.as_double(a), self.as_double(b));
                Some(self.b.compare(Op::CmpDbl, cmp, a, b))
            }
            _ => None,
        }
    }

    fn unary(&mut self, instr: &Instr) -> Option<Val> {
        let top = self.state.top().checked_sub(1)?;
        if !matches!(
            instr,
            Instr::Not {}
                | Instr::BitNot {}
                | Instr::CastInt {}
                | Instr::CastDouble {}
                | Instr::CastBool {}
        ) {
            return None;
        }
        let ty = self.state.slots[top as usize].ty;
        match instr {
            Instr::Not {} => {
                let truth = self.truth(top)?;
                return Some(self.b.pure(Op::NotBool, &[truth]));
            }
            Instr::CastBool {} => return self.truth(top),
            _ => {}
        }
        let val = self.scalar(top).filter(|_| ty.is_scalar())?;
        match (instr, ty) {
            (Instr::BitNot {}, Type::INT) => Some(self.b.pure(Op::NotInt, &[val])),
            (Instr::CastInt {}, Type::INT) | (Instr::CastDouble {}, Type::DBL) => Some(val),
            (Instr::CastInt {}, Type::BOOL) => Some(self.b.pure(Op::BoolToInt, &[val])),
            (Instr::CastInt {}, Type::DBL) => Some(self.checked(Op::DblToInt, &[val])),
            (Instr::CastDouble {}, Type::INT) => Some(self.b.pure(Op::IntToDbl, &[val])),
            _ => None,
        }
    }
}
