//! Operators whose operands PHP exchanges: `f() * $a` is done as `$a * f()`.
//!
//! PHP numbers the kinds of places that operands are in, and an operator that commutes has the
//! higher number on its left. It shows in whose conversion comes first, in the names that an error
//! gives, and in the order in which the elements of arrays are compared.

use syntax::ast::{BinaryOp, Expr, ExprKind};

use crate::expr::is_call;
use crate::func::FuncEmitter;
use crate::list::binds_references;

/// The kinds of places, in PHP's order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Constant,
    Temporary,
    /// What a call, `new` or an assignment by reference gives.
    Result,
    Variable,
}

/// Whether it shows that an operator's operands are exchanged.
fn commutes(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::Mul
            | BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::Equal
            | BinaryOp::NotEqual
            | BinaryOp::Identical
            | BinaryOp::NotIdentical
    )
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Whether PHP has the right operand on the left.
    pub(crate) fn exchanges(&mut self, op: BinaryOp, left: Expr<'a>, right: Expr<'a>) -> bool {
        commutes(op) && self.home(left) < self.home(right)
    }

    /// As [`exchanges`](Self::exchanges), behind an operator.
    pub(crate) fn exchanges_result(&mut self, op: BinaryOp, right: Expr<'a>) -> bool {
        commutes(op) && Home::Temporary < self.home(right)
    }

    fn home(&mut self, expr: Expr<'a>) -> Home {
        match expr.kind {
            ExprKind::Constant { name } if !self.names_global(name) => Home::Temporary,
            ExprKind::Constant { .. } | ExprKind::Print { .. } | ExprKind::Throw { .. } => {
                Home::Constant
            }
            ExprKind::AssignRef { .. }
            | ExprKind::New { .. }
            | ExprKind::NewAnonymous { .. }
            | ExprKind::Yield { .. }
            | ExprKind::Include { .. }
            | ExprKind::Eval { .. }
            | ExprKind::ShellExec { .. } => Home::Result,
            ExprKind::Silence { operand } => self.copied(operand),
            ExprKind::Assign { target, value } => match target.kind {
                ExprKind::Array { items, .. } if binds_references(items) => Home::Result,
                ExprKind::Array { .. } => self.copied(value),
                _ => Home::Temporary,
            },
            ExprKind::Call { .. } if self.is_instruction(expr) => Home::Temporary,
            _ if is_call(expr) => Home::Result,
            _ if self.plain_local(expr).is_some() => Home::Variable,
            _ if self.is_literal(expr) => Home::Constant,
            _ => Home::Temporary,
        }
    }

    /// Where a value is, of which a variable is copied.
    fn copied(&mut self, expr: Expr<'a>) -> Home {
        match self.home(expr) {
            Home::Variable => Home::Temporary,
            home => home,
        }
    }

    /// Whether an operand is known, and evaluating it does nothing.
    pub(crate) fn is_literal(&mut self, expr: Expr<'a>) -> bool {
        self.literal_of(expr).is_some()
    }
}
