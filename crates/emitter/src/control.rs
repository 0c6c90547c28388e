//! Branches and loops, and the ways out of them.
//!
//! # Invariants
//! - Whoever leaves a construct suspends its region first, does what the unwinder would do, and
//!   goes on to the construct around it.
//! - Statements begin and end with an empty stack.

use hhbc::build::RegionMark;
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::imm::{IterId, Label, LocalId, RefUse};
use syntax::ast::{ElseIf, Expr, ExprKind, ForParts, Literal, Passing, Span, Stmt, StmtKind};

use crate::error::{Emit, text};
use crate::expr::is_call;
use crate::func::{FuncEmitter, GotoLabel};
use crate::late::Operand;
use crate::r#try::Finally;
use crate::walk::{Node, below_stmt};

/// A statement as a construct: its address in the tree.
pub(crate) type ScopeId = usize;

pub(crate) fn scope_id(stmt: Stmt<'_>) -> ScopeId {
    std::ptr::from_ref(stmt) as usize
}

/// A construct around the next statement.
pub(crate) struct Scope {
    pub id: ScopeId,
    pub kind: ScopeKind,
    /// Where `break` and `continue` go, when it is a loop or switch.
    pub targets: Option<(Label, Label)>,
}

pub(crate) enum ScopeKind {
    /// A loop without an iterator, or a switch on a plain variable.
    Plain,
    Switch,
    /// A switch on an unnamed local, which must be unset.
    Temp(LocalId, RegionMark),
    Iter(IterId, Passing, RegionMark),
    /// A body with `catch` clauses.
    Protected(RegionMark),
    /// What a `finally` block is run behind.
    Finally(Finally),
    /// A `finally` block, and the local with the pending exception.
    InFinally(LocalId, RegionMark),
}

/// How control leaves.
#[derive(Clone, Copy)]
pub(crate) enum Exit {
    Jump(Label),
    /// With the cell on the stack.
    Return,
    /// With the reference on the stack, whose value is returned. PHP: it is read when the function
    /// is left, behind what `finally` blocks do.
    ReturnLate,
    /// With the reference on the stack.
    ReturnRef,
}

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn if_stmt(
        &mut self,
        span: Span,
        (condition, then): (Expr<'a>, Stmt<'a>),
        (elseifs, otherwise): (&[ElseIf<'a>], Option<Stmt<'a>>),
    ) -> Emit {
        let end = self.b.label();
        let mut left = elseifs.len() + usize::from(otherwise.is_some());
        let first = ElseIf { condition, then, span };
        for branch in std::iter::once(&first).chain(elseifs) {
            let next = self.b.label();
            self.at(branch.condition.span);
            self.cond(branch.condition, next, false)?;
            self.stmt(branch.then)?;
            if left > 0 {
                let line = self.end_line(span);
                self.b.line(line);
                self.b.jmp(end);
            }
            left = left.saturating_sub(1);
            self.b.bind_end(next);
        }
        otherwise.map_or(Ok(()), |otherwise| self.stmt(otherwise))?;
        self.b.bind_end(end);
        Ok(())
    }

    fn begin_loop(&mut self, stmt: Stmt<'a>) -> (Label, Label) {
        let targets = (self.b.label(), self.b.label());
        self.scopes.push(Scope {
            id: scope_id(stmt),
            kind: ScopeKind::Plain,
            targets: Some(targets),
        });
        targets
    }

    pub(crate) fn while_stmt(
        &mut self,
        stmt: Stmt<'a>,
        condition: Expr<'a>,
        body: Stmt<'a>,
    ) -> Emit {
        let (end, next) = self.begin_loop(stmt);
        let top = self.b.label();
        self.b.jmp(next);
        self.b.bind(top);
        self.stmt(body)?;
        self.b.bind(next);
        self.at(condition.span);
        self.loop_cond(condition, top)?;
        self.b.bind_end(end);
        self.scopes.pop();
        Ok(())
    }

    /// Goes back to `top` when the condition holds.
    fn loop_cond(&mut self, condition: Expr<'a>, top: Label) -> Emit {
        match condition.kind {
            ExprKind::Literal { value: Literal::Bool(true) | Literal::Int(1) } => {
                self.b.jmp(top);
                Ok(())
            }
            _ => self.cond(condition, top, true),
        }
    }

    pub(crate) fn do_while(&mut self, stmt: Stmt<'a>, body: Stmt<'a>, condition: Expr<'a>) -> Emit {
        let (end, next) = self.begin_loop(stmt);
        let top = self.b.label();
        self.b.bind(top);
        self.stmt(body)?;
        self.b.bind_end(next);
        self.at(condition.span);
        self.loop_cond(condition, top)?;
        self.b.bind_end(end);
        self.scopes.pop();
        Ok(())
    }

    pub(crate) fn for_stmt(
        &mut self,
        stmt: Stmt<'a>,
        parts: &ForParts<'a>,
        body: Stmt<'a>,
    ) -> Emit {
        parts.init.iter().try_for_each(|value| self.discard(value))?;
        let (end, next) = self.begin_loop(stmt);
        let (top, test) = (self.b.label(), self.b.label());
        let last = parts.conditions.split_last();
        if last.is_some() {
            self.b.jmp(test);
        }
        self.b.bind(top);
        self.stmt(body)?;
        self.b.bind_end(next);
        parts.step.iter().try_for_each(|value| self.discard(value))?;
        match last {
            None => self.b.jmp(top),
            Some((last, first)) => {
                self.b.bind(test);
                first.iter().try_for_each(|value| self.discard(value))?;
                self.at(last.span);
                self.loop_cond(last, top)?;
            }
        }
        self.b.bind_end(end);
        self.scopes.pop();
        Ok(())
    }

    /// How many loops and switches `break` or `continue` names.
    fn levels(&mut self, word: &str, levels: Option<Expr<'a>>) -> Emit<usize> {
        let Some(levels) = levels else { return Ok(1) };
        if !matches!(levels.kind, ExprKind::Literal { .. }) {
            let message =
                format!("'{word}' operator with non-integer operand is no longer supported");
            return self.u.fail(message);
        }
        match Self::int_of(levels).map(usize::try_from) {
            Some(Ok(levels @ 1..)) => Ok(levels),
            _ => self.u.fail(format!("'{word}' operator accepts only positive integers")),
        }
    }

    /// The index of the construct that is meant, and its targets.
    fn target(&mut self, word: &str, levels: Option<Expr<'a>>) -> Emit<(usize, (Label, Label))> {
        let wanted = self.levels(word, levels)?;
        let mut found = 0;
        for (at, scope) in self.scopes.iter().enumerate().rev() {
            if matches!(scope.kind, ScopeKind::InFinally(..)) && found < wanted {
                let more = self.scopes[..at].iter().filter(|scope| scope.targets.is_some());
                if found + more.count() >= wanted {
                    return self.u.fail("jump out of a finally block is disallowed");
                }
            }
            let Some(targets) = scope.targets else { continue };
            found += 1;
            if found == wanted {
                return Ok((at, targets));
            }
        }
        if found == 0 {
            return self.u.fail(format!("'{word}' not in the 'loop' or 'switch' context"));
        }
        let plural = if wanted == 1 { "" } else { "s" };
        self.u.fail(format!("Cannot '{word}' {wanted} level{plural}"))
    }

    pub(crate) fn break_stmt(&mut self, levels: Option<Expr<'a>>) -> Emit {
        let (at, (end, _)) = self.target("break", levels)?;
        self.leave_to(at, Exit::Jump(end));
        Ok(())
    }

    pub(crate) fn continue_stmt(&mut self, levels: Option<Expr<'a>>) -> Emit {
        let (at, (_, next)) = self.target("continue", levels)?;
        let is_switch = matches!(self.scopes[at].kind, ScopeKind::Switch | ScopeKind::Temp(..));
        if is_switch {
            self.warn_of_switch(at);
            let (end, _) = self.scopes[at].targets.unwrap_or((next, next));
            self.leave_to(at, Exit::Jump(end));
            return Ok(());
        }
        // The construct itself goes on: only those inside of it are left.
        self.leave_to(at + 1, Exit::Jump(next));
        Ok(())
    }

    fn warn_of_switch(&mut self, at: usize) {
        let levels = self.scopes[at..].iter().filter(|scope| scope.targets.is_some()).count();
        let has_outer = self.scopes[..at].iter().any(|scope| scope.targets.is_some());
        let number = if levels == 1 { String::new() } else { format!(" {levels}") };
        let mut message =
            format!("\"continue{number}\" targeting switch is equivalent to \"break{number}\"");
        if has_outer {
            message += &format!(". Did you mean to use \"continue {}\"?", levels + 1);
        }
        self.u.note("Warning", message);
    }

    /// Leaves all constructs from the one at `keep` inwards. A construct with an iterator or
    /// temporary is left at its own end, which lies behind its cleaning up.
    pub(crate) fn leave_to(&mut self, keep: usize, exit: Exit) {
        let mut suspended: Option<RegionMark> = None;
        let mut done = false;
        for at in (keep..self.scopes.len()).rev() {
            match &mut self.scopes[at].kind {
                ScopeKind::Plain | ScopeKind::Switch => {}
                ScopeKind::Temp(local, mark) => {
                    let (local, mark) = (*local, *mark);
                    self.b.suspend_regions(mark);
                    self.b.unset_l(local);
                    suspended = Some(mark);
                }
                ScopeKind::Iter(iter, passing, mark) => {
                    let (iter, passing, mark) = (*iter, *passing, *mark);
                    self.b.suspend_regions(mark);
                    self.iter_free(iter, passing);
                    suspended = Some(mark);
                }
                ScopeKind::Protected(mark) => {
                    let mark = *mark;
                    self.b.suspend_regions(mark);
                    suspended = Some(mark);
                }
                ScopeKind::InFinally(local, mark) => {
                    let (local, mark) = (*local, *mark);
                    self.b.suspend_regions(mark);
                    self.b.unset_l(local);
                    suspended = Some(mark);
                }
                ScopeKind::Finally(_) => {
                    suspended = Some(self.enter_finally(at, keep, exit));
                    done = true;
                    break;
                }
            }
        }
        if !done {
            match exit {
                Exit::Jump(label) => self.b.jmp(label),
                Exit::Return => self.b.ret_c(),
                Exit::ReturnLate => {
                    self.b.unbox();
                    self.b.ret_c();
                }
                Exit::ReturnRef => self.b.ret_v(),
            }
        }
        if let Some(mark) = suspended {
            self.b.resume_regions(mark);
        }
    }

    pub(crate) fn return_stmt(&mut self, value: Option<Expr<'a>>) -> Emit {
        if self.context.is_generator || !self.context.returns_ref {
            let operand = match value {
                Some(value) => self.operand(value)?,
                None => {
                    self.b.null();
                    Operand::Cell
                }
            };
            if operand != Operand::Cell && self.is_in_try() && !self.check_return(value)? {
                self.hold(operand);
                self.leave_to(0, Exit::ReturnLate);
                return Ok(());
            }
            self.settle(operand, 0);
            self.verify_return(value)?;
            self.leave_to(0, Exit::Return);
            return Ok(());
        }
        match value {
            Some(value) if !crate::expr::is_variable(value) && !is_call(value) => {
                self.expr(value)?;
                self.verify_return(Some(value))?;
                self.b.box_c(RefUse::Return);
                self.leave_to(0, Exit::ReturnRef);
                return Ok(());
            }
            Some(value) => self.reference(value, RefUse::Return)?,
            None => {
                self.b.null();
                self.b.box_c(RefUse::Return);
            }
        }
        if self.check_return(value)? {
            self.b.verify_ret_type_v();
        }
        self.leave_to(0, Exit::ReturnRef);
        Ok(())
    }

    /// Checks again a reference that is returned: a `finally` block may have given it another value.
    pub(crate) fn verify_reference(&mut self, exit: Exit) {
        let is_typed = self.context.ret.as_ref().is_some_and(|ret| !ret.hints.has(Hint::void));
        if matches!(exit, Exit::ReturnRef) && is_typed {
            self.b.verify_ret_type_v();
        }
    }

    /// Whether a `finally` block runs before the function is left.
    fn is_in_try(&self) -> bool {
        self.scopes.iter().any(|scope| matches!(scope.kind, ScopeKind::Finally(_)))
    }

    fn verify_return(&mut self, value: Option<Expr<'a>>) -> Emit {
        if self.check_return(value)? {
            self.b.verify_ret_type_c();
        }
        Ok(())
    }

    /// Whether the returned value needs a check when it runs.
    fn check_return(&mut self, value: Option<Expr<'a>>) -> Emit<bool> {
        if self.context.is_generator {
            return Ok(false);
        }
        let Some(ret) = &self.context.ret else { return Ok(false) };
        let word = if self.u.class.is_some() { "method" } else { "function" };
        if ret.hints.has(Hint::void) {
            let literal = value.map(|value| value.kind);
            return match literal {
                None => Ok(false),
                Some(ExprKind::Literal { value: Literal::Null }) => self.u.fail(format!(
                    "A void {word} must not return a value (did you mean \"return;\" instead of \
                     \"return null;\"?)"
                )),
                Some(_) => self.u.fail(format!("A void {word} must not return a value")),
            };
        }
        if ret.hints.has(Hint::never) {
            return self.u.fail(format!("A never-returning {word} must not return"));
        }
        let Some(value) = value else {
            let nullable = ret.hints.has(Hint::null) || ret.hints.has(Hint::mixed);
            return self.u.fail(match nullable {
                true => format!(
                    "A {word} with return type must return a value (did you mean \"return null;\" \
                     instead of \"return;\"?)"
                ),
                false => format!("A {word} with return type must return a value"),
            });
        };
        Ok(!returns_literal(ret, value))
    }

    /// Pushes a reference to what an expression names, or one to its value.
    pub(crate) fn reference(&mut self, value: Expr<'a>, wanted: RefUse) -> Emit {
        let is_variable = crate::expr::is_variable(value);
        if is_variable && crate::expr::is_short_circuited(value) {
            return self.u.fail("Cannot take reference of a nullsafe chain");
        }
        if is_variable && !is_call(value) {
            return self.vget(value);
        }
        if is_call(value) && !crate::expr::is_short_circuited(value) {
            self.at(value.span);
            self.call_result(value)?;
            self.b.box_r(wanted);
            return Ok(());
        }
        self.expr(value)?;
        self.b.box_c(wanted);
        Ok(())
    }

    /// Finds the labels of a body, with the constructs around them.
    pub(crate) fn find_labels(&mut self, body: &[Stmt<'a>]) -> Emit {
        let mut work: Vec<(Stmt<'a>, Vec<ScopeId>)> =
            body.iter().rev().map(|stmt| (*stmt, Vec::new())).collect();
        while let Some((stmt, around)) = work.pop() {
            if let StmtKind::Label { name } = stmt.kind {
                let label = self.b.label();
                if self.gotos.insert(name.text, GotoLabel { label, around }).is_some() {
                    self.u.at(stmt.span);
                    let message = text!["Label '", name.text, "' already defined"];
                    return self.u.fail(message);
                }
                continue;
            }
            let mut inside = around;
            let is_construct = matches!(
                stmt.kind,
                StmtKind::While { .. }
                    | StmtKind::DoWhile { .. }
                    | StmtKind::For { .. }
                    | StmtKind::Foreach { .. }
                    | StmtKind::Switch { .. }
            );
            if is_construct {
                inside.push(scope_id(stmt));
            }
            let from = work.len();
            if let StmtKind::Try { body, catches, finally } = stmt.kind {
                self.try_labels((body, catches, finally), stmt, &inside, &mut work);
            } else {
                below_stmt(stmt, &mut |node| {
                    if let Node::Stmt(stmt) = node {
                        work.push((stmt, inside.clone()));
                    }
                });
            }
            work[from..].reverse();
        }
        Ok(())
    }

    pub(crate) fn label_stmt(&mut self, name: &'a [u8]) -> Emit {
        if let Some(goto) = self.gotos.get(name) {
            self.b.bind(goto.label);
        }
        Ok(())
    }

    pub(crate) fn goto(&mut self, name: &'a [u8]) -> Emit {
        let Some(goto) = self.gotos.get(name) else {
            let message = text!["'goto' to undefined label '", name, "'"];
            return self.u.fail(message);
        };
        let label = goto.label;
        let here: Vec<ScopeId> = self.scopes.iter().map(|scope| scope.id).collect();
        let shared = here.iter().zip(&goto.around).take_while(|(a, b)| a == b).count();
        // A `try` may be entered from outside; only its `finally` may not be left by jumps.
        if goto.around[shared..].iter().any(|id| id & 1 == 0) {
            return self.u.fail("'goto' into loop or switch statement is disallowed");
        }
        if goto.around[shared..].iter().any(|id| id & 3 == 3) {
            return self.u.fail("jump into a finally block is disallowed");
        }
        let left = &self.scopes[shared..];
        if left.iter().any(|scope| matches!(scope.kind, ScopeKind::InFinally(..))) {
            return self.u.fail("jump out of a finally block is disallowed");
        }
        self.leave_to(shared, Exit::Jump(label));
        Ok(())
    }
}

/// Whether a literal is of the declared type as it stands.
fn returns_literal(ret: &TypeConstraint, value: Expr<'_>) -> bool {
    if ret.hints.has(Hint::mixed) {
        return true;
    }
    let ExprKind::Literal { value } = value.kind else { return false };
    ret.hints.has(match value {
        Literal::Null => Hint::null,
        Literal::Bool(true) => Hint::r#true,
        Literal::Bool(false) => Hint::r#false,
        Literal::Int(_) => Hint::int,
        Literal::Float(_) => Hint::float,
        Literal::String(_) => Hint::string,
    })
}
