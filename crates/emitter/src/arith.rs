//! Operators.

use hhbc::imm::{Count, IncDecOp, SetOpOp};
use smallvec::SmallVec;
use syntax::ast::{self, BinaryOp, CastKind, Expr, ExprKind, Literal, UnaryOp};

use crate::error::Emit;
use crate::func::FuncEmitter;
use crate::late::{Operand, Waiting};

/// Whether both operands are always evaluated.
fn is_eager(op: BinaryOp) -> bool {
    !matches!(op, BinaryOp::BooleanAnd | BinaryOp::BooleanOr | BinaryOp::Coalesce)
}

/// The compound assignment of an operator.
pub(crate) fn set_op(op: BinaryOp) -> SetOpOp {
    match op {
        BinaryOp::Sub => SetOpOp::MinusEqual,
        BinaryOp::Mul => SetOpOp::MulEqual,
        BinaryOp::Div => SetOpOp::DivEqual,
        BinaryOp::Mod => SetOpOp::ModEqual,
        BinaryOp::Pow => SetOpOp::PowEqual,
        BinaryOp::Concat => SetOpOp::ConcatEqual,
        BinaryOp::BitAnd => SetOpOp::AndEqual,
        BinaryOp::BitOr => SetOpOp::OrEqual,
        BinaryOp::BitXor => SetOpOp::XorEqual,
        BinaryOp::ShiftLeft => SetOpOp::SlEqual,
        BinaryOp::ShiftRight => SetOpOp::SrEqual,
        _ => SetOpOp::PlusEqual,
    }
}

pub(crate) fn inc_dec_op(op: ast::IncDecOp) -> IncDecOp {
    match op {
        ast::IncDecOp::PreInc => IncDecOp::PreInc,
        ast::IncDecOp::PreDec => IncDecOp::PreDec,
        ast::IncDecOp::PostInc => IncDecOp::PostInc,
        ast::IncDecOp::PostDec => IncDecOp::PostDec,
    }
}

/// Whether making a string of an operand may run code.
fn may_be_object(expr: Expr<'_>) -> bool {
    match expr.kind {
        ExprKind::BinaryOp { op, .. } => op == BinaryOp::Coalesce,
        ExprKind::Cast { to, .. } => to == CastKind::Object,
        ExprKind::Literal { .. }
        | ExprKind::Encaps { .. }
        | ExprKind::UnaryOp { .. }
        | ExprKind::IncDec { .. } => false,
        _ => true,
    }
}

/// What a comparison with `true` or `false` written out asks for. PHP: it converts, and does not
/// compare.
fn truth_asked(op: BinaryOp, operand: Expr<'_>) -> Option<bool> {
    match (op, operand.kind) {
        (BinaryOp::Equal, ExprKind::Literal { value: Literal::Bool(value) }) => Some(value),
        (BinaryOp::NotEqual, ExprKind::Literal { value: Literal::Bool(value) }) => Some(!value),
        _ => None,
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// `left op right`; chains to the left cost no recursion.
    pub(crate) fn binary(&mut self, expr: Expr<'a>) -> Emit {
        let mut later: SmallVec<[(BinaryOp, Expr<'a>); 8]> = SmallVec::new();
        let mut node = expr;
        while let ExprKind::BinaryOp { op, left, right } = node.kind
            && is_eager(op)
        {
            later.push((op, right));
            node = left;
        }
        let Some((op, right)) = later.pop() else { return self.lazy(expr) };
        match (truth_asked(op, right), truth_asked(op, node)) {
            (Some(wanted), _) => {
                self.expr(node)?;
                self.truth(wanted);
            }
            (None, Some(wanted)) => {
                self.expr(right)?;
                self.truth(wanted);
            }
            (None, None) => self.joined(op, node, right)?,
        }
        for (op, right) in later.into_iter().rev() {
            if let Some(wanted) = truth_asked(op, right) {
                self.truth(wanted);
                continue;
            }
            let is_exchanged = self.exchanges_result(op, right);
            let right = self.right_operand(op, right)?;
            self.push_second(&right, is_exchanged);
            self.operator(op);
            self.release(right);
        }
        Ok(())
    }

    /// `left op right` of two operands that are always evaluated: locals are read late.
    pub(crate) fn joined(&mut self, op: BinaryOp, left: Expr<'a>, right: Expr<'a>) -> Emit {
        let is_exchanged = self.exchanges(op, left, right);
        if is_exchanged && self.is_literal(left) {
            return self.joined(op, right, left);
        }
        let is_read_late = self.plain_local(right).is_some();
        let first = self.left_operand(left, right)?;
        if op == BinaryOp::Concat && may_be_object(left) && self.is_settled_late(right) {
            return self.concat_late(first, right);
        }
        if op == BinaryOp::Concat && is_read_late && self.is_known_array(left) {
            self.b.cast_string();
        }
        let second = self.right_operand(op, right)?;
        self.push_both(&first, &second, is_exchanged);
        self.operator(op);
        self.release(second);
        self.release(first);
        Ok(())
    }

    /// Makes cells of both operands; the right one lies below when they are exchanged.
    fn push_both(&mut self, left: &Waiting, right: &Waiting, is_exchanged: bool) {
        match (left, left.local(), right.local()) {
            (Waiting::OnStack(Operand::Cell), ..) => {
                return self.push_second(right, is_exchanged);
            }
            (_, Some(left), None) => self.b.c_get_l2(left),
            _ => {
                self.push_waiting(left);
                self.push_waiting(right);
            }
        }
        if is_exchanged {
            self.b.roll(Count(1));
        }
        if let Waiting::OnStack(operand) = left {
            self.settle(*operand, u32::from(!is_exchanged));
        }
    }

    /// Pushes the right operand of a cell.
    fn push_second(&mut self, right: &Waiting, is_exchanged: bool) {
        match (right.local(), is_exchanged) {
            (Some(local), true) => self.b.c_get_l2(local),
            (None, true) => self.b.roll(Count(1)),
            (_, false) => self.push_waiting(right),
        }
    }

    /// Whether an operand on the right may be a reference, and no array that is known.
    fn is_settled_late(&mut self, right: Expr<'a>) -> bool {
        self.may_give_reference(right) && !self.is_known_array(right)
    }

    /// `left . right`. PHP: a reference on the right is read behind the conversion of the left.
    fn concat_late(&mut self, left: Waiting, right: Expr<'a>) -> Emit {
        let right = self.operand(right)?;
        match &left {
            Waiting::OnStack(operand) => {
                self.b.roll(Count(1));
                self.settle(*operand, 0);
            }
            Waiting::Variable(local) | Waiting::Held(local, _) => self.b.c_get_l(*local),
        }
        self.b.cast_string();
        self.b.roll(Count(1));
        self.settle(right, 0);
        self.b.concat();
        self.release(left);
        Ok(())
    }

    fn left_operand(&mut self, left: Expr<'a>, right: Expr<'a>) -> Emit<Waiting> {
        match (self.plain_local(left), &left.kind) {
            (Some(local), _) => Ok(Waiting::Variable(local)),
            (None, ExprKind::AssignRef { .. }) => self.held(left),
            _ => self.operand_before(left, right).map(Waiting::OnStack),
        }
    }

    /// PHP: an array that is known is made a string before the operator is reached.
    fn right_operand(&mut self, op: BinaryOp, right: Expr<'a>) -> Emit<Waiting> {
        match (self.plain_local(right), &right.kind) {
            (Some(local), _) => return Ok(Waiting::Variable(local)),
            (None, ExprKind::AssignRef { .. }) => return self.held(right),
            _ => self.expr(right)?,
        }
        if op == BinaryOp::Concat && self.is_known_array(right) {
            self.b.cast_string();
        }
        Ok(Waiting::OnStack(Operand::Cell))
    }

    fn is_known_array(&mut self, expr: Expr<'a>) -> bool {
        match expr.kind {
            ExprKind::Array { items, .. } => self.array_literal(items).is_some(),
            ExprKind::Assign { target, value } => {
                matches!(target.kind, ExprKind::Array { .. }) && self.is_known_array(value)
            }
            ExprKind::BinaryOp { op: BinaryOp::Coalesce, left, .. } => self.is_known_array(left),
            _ => false,
        }
    }

    /// Makes of the value on the stack whether it counts as true, or as false.
    fn truth(&mut self, wanted: bool) {
        match wanted {
            true => self.b.cast_bool(),
            false => self.b.not(),
        }
    }

    fn operator(&mut self, op: BinaryOp) {
        match op {
            BinaryOp::Add => self.b.add(),
            BinaryOp::Sub => self.b.sub(),
            BinaryOp::Mul => self.b.mul(),
            BinaryOp::Div => self.b.div(),
            BinaryOp::Mod => self.b.mod_(),
            BinaryOp::Pow => self.b.pow(),
            BinaryOp::Concat => self.b.concat(),
            BinaryOp::BitAnd => self.b.bit_and(),
            BinaryOp::BitOr => self.b.bit_or(),
            BinaryOp::BitXor => self.b.bit_xor(),
            BinaryOp::ShiftLeft => self.b.shl(),
            BinaryOp::ShiftRight => self.b.shr(),
            BinaryOp::BooleanXor => self.b.xor(),
            BinaryOp::Equal => self.b.eq(),
            BinaryOp::NotEqual => self.b.neq(),
            BinaryOp::Identical => self.b.same(),
            BinaryOp::NotIdentical => self.b.nsame(),
            BinaryOp::Less => self.b.lt(),
            BinaryOp::LessOrEqual => self.b.lte(),
            BinaryOp::Greater => self.b.gt(),
            BinaryOp::GreaterOrEqual => self.b.gte(),
            BinaryOp::Spaceship => self.b.cmp(),
            BinaryOp::BooleanAnd | BinaryOp::BooleanOr | BinaryOp::Coalesce => {}
        }
    }

    /// `&&`, `||` and `??`.
    fn lazy(&mut self, expr: Expr<'a>) -> Emit {
        let ExprKind::BinaryOp { op, left, right } = expr.kind else { return Ok(()) };
        let end = self.b.label();
        if op == BinaryOp::Coalesce {
            self.quiet(left)?;
            self.b.jmp_not_null(end);
            self.b.pop_c();
            self.expr(right)?;
            self.b.bind_end(end);
            return Ok(());
        }
        let no = self.b.label();
        self.cond(expr, no, false)?;
        self.b.true_();
        self.b.jmp_ns(end);
        self.b.bind_end(no);
        self.b.false_();
        self.b.bind_end(end);
        Ok(())
    }

    pub(crate) fn unary(&mut self, op: UnaryOp, operand: Expr<'a>) -> Emit {
        match op {
            // PHP: a sign is a multiplication, with the operand on the left.
            UnaryOp::Plus | UnaryOp::Minus => {
                let sign = if op == UnaryOp::Plus { 1 } else { -1 };
                match self.plain_local(operand) {
                    Some(local) => {
                        self.b.int(sign);
                        self.b.c_get_l2(local);
                    }
                    None => {
                        self.expr(operand)?;
                        self.b.int(sign);
                    }
                }
                self.b.mul();
            }
            UnaryOp::Not => {
                self.expr(operand)?;
                self.b.not();
            }
            UnaryOp::BitNot => {
                self.expr(operand)?;
                self.b.bit_not();
            }
        }
        Ok(())
    }
}
