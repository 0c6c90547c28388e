//! Operators whose operands PHP exchanges: `f() * $a` is done as `$a * f()`.
//!
//! PHP numbers the kinds of places that operands are in, and an operator that commutes has the
//! higher number on its left. It shows in whose conversion comes first, in the names that an error
//! gives, and in the order in which the elements of arrays are compared.

use syntax::ast::{BinaryOp, Expr, ExprKind, Name, NameKind};

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

/// Functions that PHP makes instructions of: what they give is temporary.
const INSTRUCTIONS: [&[u8]; 26] = [
    b"array_key_exists",
    b"boolval",
    b"count",
    b"defined",
    b"doubleval",
    b"floatval",
    b"func_get_args",
    b"func_num_args",
    b"get_called_class",
    b"get_class",
    b"gettype",
    b"intval",
    b"is_array",
    b"is_bool",
    b"is_double",
    b"is_float",
    b"is_int",
    b"is_integer",
    b"is_long",
    b"is_null",
    b"is_object",
    b"is_scalar",
    b"is_string",
    b"sizeof",
    b"strlen",
    b"strval",
];

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
            ExprKind::Call { name, .. } if self.is_instruction(name) => Home::Temporary,
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

    fn is_instruction(&self, name: &Name<'a>) -> bool {
        let is_global = match name.kind {
            NameKind::FullyQualified => true,
            NameKind::Unqualified => self.u.names.namespace.is_empty(),
            _ => false,
        };
        is_global && INSTRUCTIONS.iter().any(|word| name.text.eq_ignore_ascii_case(word))
    }

    /// Whether an operand is known, and evaluating it does nothing.
    pub(crate) fn is_literal(&mut self, expr: Expr<'a>) -> bool {
        self.literal_of(expr).is_some()
    }
}
