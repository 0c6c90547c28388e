//! Operands that are references: PHP reads them when they are used, not when they are evaluated.
//!
//! In `(($a = &$b) + ($b = 1))` the left operand is a reference, and its value is the one that it
//! has when the sum is made. An assignment by reference gives one, and a call of a function that
//! returns by reference.

use syntax::ast::{Expr, ExprKind};

use crate::error::Emit;
use crate::expr::{is_call, is_short_circuited};
use crate::func::FuncEmitter;
use hhbc::build::RegionMark;
use hhbc::func::EhKind;
use hhbc::imm::{Count, LocalId, RefUse};

/// What lies on the stack for an operand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operand {
    Cell,
    Reference,
    /// What a function returned: a cell or a reference.
    Returned,
}

/// Where an operand of an operator waits for it.
pub(crate) enum Waiting {
    OnStack(Operand),
    /// In a variable, which the operator reads.
    Variable(LocalId),
    /// In an unnamed local that is bound to a reference, until it is released.
    Held(LocalId, RegionMark),
}

impl Waiting {
    /// The local that is to be pushed.
    pub(crate) fn local(&self) -> Option<LocalId> {
        match self {
            Self::OnStack(_) => None,
            Self::Variable(local) | Self::Held(local, _) => Some(*local),
        }
    }
}

/// Whether a source declares any function that returns by reference: only then calls are taken to
/// give references.
pub(crate) fn returns_references(source: &[u8]) -> bool {
    let before = |at: usize| source[..at].trim_ascii_end();
    let is_declared = |at: usize| {
        let text = before(at);
        let ends = |word: &[u8]| {
            text.len() >= word.len() && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
        };
        ends(b"function") || ends(b"fn")
    };
    memchr::memchr_iter(b'&', source).any(is_declared)
}

/// Whether evaluating an expression leaves all variables as they are: no variable, which may have no
/// value, and a handler for that.
fn changes_nothing(expr: Expr<'_>) -> bool {
    matches!(
        expr.kind,
        ExprKind::Literal { .. } | ExprKind::Constant { .. } | ExprKind::MagicConstant { .. }
    )
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Pushes an operand that is used after another expression.
    pub(crate) fn operand_before(&mut self, expr: Expr<'a>, other: Expr<'a>) -> Emit<Operand> {
        if changes_nothing(other) {
            self.expr(expr)?;
            return Ok(Operand::Cell);
        }
        self.operand(expr)
    }

    /// Pushes an operand; [`settle`](Self::settle) makes it a cell where it is used.
    pub(crate) fn operand(&mut self, expr: Expr<'a>) -> Emit<Operand> {
        match expr.kind {
            ExprKind::AssignRef { target, source } => {
                self.u.enter()?;
                self.at(expr.span);
                self.assign_ref(target, source)?;
                self.u.leave();
                Ok(Operand::Reference)
            }
            ExprKind::Assign { target, value } => match target.kind {
                ExprKind::Array { syntax, items } => {
                    self.u.enter()?;
                    self.at(expr.span);
                    let operand = self.assign_list((syntax, items), value)?;
                    self.u.leave();
                    Ok(operand)
                }
                _ => self.expr(expr).map(|()| Operand::Cell),
            },
            _ if self.may_return_reference(expr) => {
                self.u.enter()?;
                let result = self.call_result(expr)?;
                self.u.leave();
                Ok(if result.is_returned() { Operand::Returned } else { Operand::Cell })
            }
            _ => self.expr(expr).map(|()| Operand::Cell),
        }
    }

    /// Whether an operand is a call that may return a reference, or the value of a list assignment.
    pub(crate) fn may_give_reference(&self, expr: Expr<'a>) -> bool {
        let ExprKind::Assign { target, .. } = expr.kind else {
            return self.may_return_reference(expr);
        };
        matches!(target.kind, ExprKind::Array { .. })
    }

    fn may_return_reference(&self, expr: Expr<'a>) -> bool {
        self.u.returns_references && is_call(expr) && !is_short_circuited(expr)
    }

    /// Binds an unnamed local to an operand that is a reference.
    pub(crate) fn held(&mut self, expr: Expr<'a>) -> Emit<Waiting> {
        let operand = self.operand(expr)?;
        Ok(self.bind_unnamed(operand))
    }

    /// Binds an unnamed local to the topmost operand, which is no cell.
    pub(crate) fn bind_unnamed(&mut self, operand: Operand) -> Waiting {
        self.hold(operand);
        let local = self.locals.take_unnamed();
        self.b.bind_l(local);
        let mark = self.b.begin_region(EhKind::Temp(local));
        self.b.pop_v();
        Waiting::Held(local, mark)
    }

    /// Pushes an operand that waits in a local.
    pub(crate) fn push_waiting(&mut self, waiting: &Waiting) {
        if let Some(local) = waiting.local() {
            self.b.c_get_l(local);
        }
    }

    /// Frees what waited for an operator. Of two, the one that was evaluated last goes first.
    pub(crate) fn release(&mut self, waiting: Waiting) {
        let Waiting::Held(local, mark) = waiting else { return };
        self.b.end_region(mark);
        self.b.unset_l(local);
        self.locals.give_back(local);
    }

    /// Makes the topmost operand, which is no cell, a reference that is read later.
    pub(crate) fn hold(&mut self, operand: Operand) {
        if operand == Operand::Returned {
            self.b.box_r(RefUse::Quiet);
        }
    }

    /// Makes an operand that lies under `depth` slots a cell.
    pub(crate) fn settle(&mut self, operand: Operand, depth: u32) {
        if operand == Operand::Cell {
            return;
        }
        if depth > 0 {
            self.b.roll(Count(depth));
        }
        match operand {
            Operand::Reference => self.b.unbox(),
            Operand::Returned | Operand::Cell => self.b.unbox_r(),
        }
        for _ in 0..depth {
            self.b.roll(Count(depth));
        }
    }
}
