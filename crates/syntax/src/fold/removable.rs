//! Which code may be dropped, or taken out of its branch, without a trace.
//!
//! PHP compiles a dead branch before it drops it, so whatever can fail to compile, declare,
//! be jumped to or make a generator must stay. A plain echo or call leaves no trace.
//!
//! # Invariants
//! - A fixed number of nodes is looked at for each branch, so folding stays linear.

use crate::ast::{Arg, Args, Expr, ExprKind, MemberName, Stmt, StmtKind};

const NODES_MAX: usize = 64;

/// Whether `statement` is made of plain statements only.
pub(crate) fn is_removable(statement: Stmt<'_>) -> bool {
    let mut search = Search { left: NODES_MAX };
    search.statement(statement)
}

struct Search {
    left: usize,
}

impl Search {
    fn statement(&mut self, statement: Stmt<'_>) -> bool {
        match statement.kind {
            StmtKind::Block { statements } => {
                statements.iter().all(|statement| self.count() && self.statement(statement))
            }
            StmtKind::Echo { values } => values.iter().all(|value| self.expr(value)),
            StmtKind::Expression { value } => self.expr(value),
            _ => false,
        }
    }

    fn count(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }

    fn expr(&mut self, expr: Expr<'_>) -> bool {
        if !self.count() {
            return false;
        }
        match expr.kind {
            ExprKind::Literal { .. } => true,
            ExprKind::Variable { name } => name.0 != b"this",
            ExprKind::BinaryOp { left, right, .. } => self.expr(left) && self.expr(right),
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Print { value } => self.expr(value),
            ExprKind::Encaps { parts } => parts.iter().all(|part| self.expr(part.value)),
            ExprKind::Property { object, name: MemberName::Name(_), .. } => self.expr(object),
            ExprKind::Assign { target, value } => {
                matches!(target.kind, ExprKind::Variable { .. })
                    && self.expr(target)
                    && self.expr(value)
            }
            ExprKind::MethodCall { object, name: MemberName::Name(_), args, .. } => {
                self.expr(object) && self.args(args)
            }
            _ => false,
        }
    }

    fn args(&mut self, args: &Args<'_>) -> bool {
        let Args::List(args) = args else { return false };
        args.iter().all(|arg| matches!(arg, Arg::Value(value) if self.expr(value)))
    }
}
