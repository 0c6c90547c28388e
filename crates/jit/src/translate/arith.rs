//! Arithmetic, bits, comparisons and conversions of numbers.

use hhbc::imm::SetOpOp;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::inst::Cmp;
use hhir::{Op, Type, Val};

use super::state::{Held, Slot};
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
    pub(super) fn of(instr: &Instr) -> Option<Self> {
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
pub(super) fn comparison(instr: &Instr) -> Option<(Cmp, bool)> {
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
            self.operate_cells(Operator::of(instr)?)?;
            return Some(Then::At(at + 1));
        }
        if let Some(operator) = Operator::of(instr) {
            let Some((left, right)) = self.numbers() else {
                let Some(result) = self.operate_mixed(operator) else {
                    self.operate_cells(operator)?;
                    return Some(Then::At(at + 1));
                };
                self.pop();
                self.pop();
                self.push_val(result);
                return Some(Then::At(at + 1));
            };
            if operator == Operator::Div && self.divide_ints(left, right).is_some() {
                return Some(Then::At(at + 1));
            }
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

    /// An operator on the two topmost items, of which one at least may be an int or a float; where a
    /// float came out so far.
    fn operate_mixed(&mut self, operator: Operator) -> Option<Val> {
        let is_float =
            matches!(operator, Operator::Add | Operator::Sub | Operator::Mul | Operator::Div);
        if !is_float || self.expected()? != Type::DBL {
            return None;
        }
        let top = self.state.top();
        let (left, right) = self.as_doubles(top - 2, top - 1)?;
        self.operate(operator, left, right)
    }

    /// An operator on the two topmost items, each of which may be an int or a float, and so may the
    /// result.
    fn operate_cells(&mut self, operator: Operator) -> Option<()> {
        let op = match operator {
            Operator::Add => Op::AddCell,
            Operator::Sub => Op::SubCell,
            Operator::Mul => Op::MulCell,
            _ => return None,
        };
        let top = self.state.top();
        let cells = [top - 2, top - 1];
        let is_number = |cell: &u32| {
            let slot = self.state.slots[*cell as usize];
            let is_there = matches!(slot.held, Held::Reg(_) | Held::Alias(_) | Held::Cell);
            slot.ty.is(Type::NUM) && is_there
        };
        if !cells.iter().all(is_number) {
            return None;
        }
        let [left, right] = cells.map(|cell| match self.state.slots[cell as usize].held {
            Held::Alias(local) => local,
            _ => {
                self.materialise(cell);
                cell
            }
        });
        let extra = Extra { imm: i64::from(top - 2), aux: left | right << 16, exit: None };
        self.b.emit(op, &[], extra);
        self.pop();
        self.pop();
        self.push_cell(Type::NUM);
        Some(())
    }

    /// Two cells with numbers as floats, at least one of which is checked to be one.
    pub(super) fn as_doubles(&mut self, left: u32, right: u32) -> Option<(Val, Val)> {
        let slots = [left, right].map(|cell| self.state.slots[cell as usize]);
        let is_number =
            |slot: &Slot| slot.ty.is(Type::NUM) && (slot.ty.is_scalar() || slot.is_written());
        if !slots.iter().all(is_number) {
            return None;
        }
        if !slots.iter().any(|slot| slot.ty == Type::DBL) {
            let unknown: Vec<u32> =
                [left, right].into_iter().filter(|cell| !self.known(*cell)).collect();
            let [first, second] = match unknown[..] {
                [one] => [one, one],
                [one, other] => [one, other],
                _ => return None,
            };
            let exit = Some(self.exit());
            let extra = Extra { imm: i64::from(first), aux: second, exit };
            self.b.emit(Op::CheckAnyDbl, &[], extra);
        }
        Some((self.cell_as_double(left)?, self.cell_as_double(right)?))
    }

    fn known(&self, cell: u32) -> bool {
        self.state.slots[cell as usize].ty.is_scalar()
    }

    fn cell_as_double(&mut self, cell: u32) -> Option<Val> {
        if self.known(cell) {
            let val = self.scalar(cell)?;
            return Some(self.as_double(val));
        }
        let extra = Extra { imm: i64::from(cell), ..Extra::default() };
        self.b.emit(Op::CellToDbl, &[], extra)
    }

    /// Appends a checked operation that leaves before the site.
    pub(super) fn checked(&mut self, op: Op, args: &[Val]) -> Val {
        let (before, site) = (super::homes(&self.before), self.site as u32);
        self.b.checked(op, args, |b| b.exit(hhir::Exit { site, blame: site, homes: before }))
    }

    pub(super) fn as_double(&mut self, val: Val) -> Val {
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

    /// The quotient of the two topmost items, which are ints: in its cell, unless only ints were seen.
    fn divide_ints(&mut self, left: Val, right: Val) -> Option<()> {
        let ints = self.b.ty(left) == Type::INT && self.b.ty(right) == Type::INT;
        if !ints || self.expected() == Some(Type::INT) {
            return None;
        }
        self.check_divisor(right);
        let cell = self.state.top() - 2;
        let extra = Extra { imm: i64::from(cell), ..self.exiting() };
        self.b.emit(Op::DivCell, &[left, right], extra);
        self.pop();
        self.pop();
        self.push_cell(Type::NUM);
        Some(())
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
        if is_strict && left.ty == Type::OBJ && right.ty == Type::OBJ {
            return self.same_object(cmp);
        }
        if is_strict && left.ty == Type::STR && right.ty == Type::STR {
            return self.same_text(cmp);
        }
        if !left.ty.is_scalar() || !right.ty.is_scalar() {
            return self.compare_mixed(cmp, is_strict);
        }
        let (a, b) = (self.scalar(top - 2)?, self.scalar(top - 1)?);
        match (left.ty, right.ty) {
            (Type::INT, Type::INT) => Some(self.b.compare(Op::CmpInt, cmp, a, b)),
            (Type::BOOL, Type::BOOL) if matches!(cmp, Cmp::Eq | Cmp::Ne) => {
                let same = self.b.pure(Op::EqBool, &[a, b]);
                Some(self.as_compared(cmp, same))
            }
            (x, y) if x.is(Type::NUM) && y.is(Type::NUM) => {
                let (a, b) = (self.as_double(a), self.as_double(b));
                Some(self.b.compare(Op::CmpDbl, cmp, a, b))
            }
            _ => None,
        }
    }

    /// Compares a number that may be an int or a float with a float, or with an int that is as exact as a
    /// float.
    fn compare_mixed(&mut self, cmp: Cmp, is_strict: bool) -> Option<Val> {
        let top = self.state.top();
        let slots = [self.state.under(1), self.state.under(0)];
        let is_exact = |slot: &Slot| match (slot.ty, slot.held) {
            (Type::DBL, _) => true,
            (Type::INT, Held::Reg(val)) => {
                self.b.known(val).is_some_and(|int| int.unsigned_abs() <= 1 << 53)
            }
            _ => false,
        };
        let are_numbers = slots.iter().all(|slot| slot.ty.is(Type::NUM));
        if is_strict || !are_numbers || !slots.iter().any(is_exact) {
            return None;
        }
        let (a, b) = (self.item_as_double(top - 2)?, self.item_as_double(top - 1)?);
        Some(self.b.compare(Op::CmpDbl, cmp, a, b))
    }

    /// An item with a number as a float.
    fn item_as_double(&mut self, cell: u32) -> Option<Val> {
        match self.state.slots[cell as usize].held {
            Held::Alias(local) => self.cell_as_double(local),
            Held::Cell | Held::Reg(_) => self.cell_as_double(cell),
            _ => None,
        }
    }

    /// Whether the two strings on top, which nobody must give up, are the same.
    fn same_text(&mut self, cmp: Cmp) -> Option<Val> {
        let top = self.state.top();
        let (a, b) = (self.string_in(top - 2)?, self.string_in(top - 1)?);
        let same = self.b.pure(Op::SameStr, &[a, b]);
        Some(self.as_compared(cmp, same))
    }

    /// Whether the two objects on top, which nobody must give up, are one.
    fn same_object(&mut self, cmp: Cmp) -> Option<Val> {
        let top = self.state.top();
        if !self.state.under(1).is_free() || !self.state.under(0).is_free() {
            return None;
        }
        let (a, b) = (self.object_in(top - 2)?, self.object_in(top - 1)?);
        let same = self.b.pure(Op::SameObj, &[a, b]);
        Some(self.as_compared(cmp, same))
    }

    /// Whether two things are the same, or, as `cmp` says, whether they are not.
    fn as_compared(&mut self, cmp: Cmp, same: Val) -> Val {
        if cmp == Cmp::Eq { same } else { self.b.pure(Op::NotBool, &[same]) }
    }

    /// Whether `=== null` or, then true, `!== null` stands at a site.
    pub(super) fn null_test(&self, at: usize) -> Option<bool> {
        let is_null = matches!(self.sites.get(at)?.instr, Instr::Null {});
        if !is_null || self.region.is_leader(at) || self.region.is_leader(at + 1) {
            return None;
        }
        match self.sites.get(at + 1)?.instr {
            Instr::Same {} => Some(false),
            Instr::NSame {} => Some(true),
            _ => None,
        }
    }

    pub(super) fn push_null_test(&mut self, is_null: Val, negate: bool) {
        let val = if negate { self.b.pure(Op::NotBool, &[is_null]) } else { is_null };
        self.push_val(val);
    }

    /// Whether a local is null, when it is known or can be checked to hold a value.
    pub(super) fn local_is_null(&mut self, local: u32) -> Option<Val> {
        let slot = self.state.slots[local as usize];
        let odd = Type(Type::UNINIT.0 | Type::REF.0);
        if !slot.ty.meets(Type::NULL) && !slot.ty.meets(odd) {
            return Some(self.b.constant(Type::BOOL, 0));
        }
        if slot.ty == Type::NULL {
            return Some(self.b.constant(Type::BOOL, 1));
        }
        if !slot.is_written() || self.seen_at(self.site).failed() {
            return None;
        }
        if slot.ty.meets(odd) {
            let seen = Type(self.base_seen(local, self.site).types());
            if seen.meets(odd) || !Type::CELL.meets(slot.ty) {
                return None;
            }
            self.check_cell(local, Type::CELL);
        }
        let extra = Extra { imm: i64::from(local), ..Extra::default() };
        self.b.emit(Op::IsNullCell, &[], extra)
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
