//! `try`, `catch` and `finally`.
//!
//! There is one copy of a `finally` block. Every way into it stores its number in an unnamed
//! local, and a switch behind the block goes on from there: 0 is an exception, 1 falls through,
//! the others are the `break`, `continue`, `return` and `goto` that were met inside.

use hhbc::build::RegionMark;
use hhbc::func::EhKind;
use hhbc::imm::{Label, Labels, LocalId};
use syntax::ast::{Catch, Finally as FinallyNode, Stmt};

use crate::control::{Exit, Scope, ScopeId, ScopeKind, scope_id};
use crate::error::{Emit, text};
use crate::func::FuncEmitter;

/// A `finally` block that is still to come.
pub(crate) struct Finally {
    /// Where the block begins.
    entry: Label,
    /// Holds the number of the way in.
    way: LocalId,
    /// Holds the pending exception.
    fault: LocalId,
    /// Holds the pending result.
    result: Option<LocalId>,
    /// Holds the one that is a reference: what is stored in that would be stored in what it refers to.
    reference: Option<LocalId>,
    mark: RegionMark,
    /// The ways from number 2 on: the construct to leave, and how.
    exits: Vec<(usize, Exit)>,
}

const BY_FAULT: i64 = 0;
const BY_FALLING: i64 = 1;
const FIRST_EXIT: i64 = 2;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn try_stmt(
        &mut self,
        stmt: Stmt<'a>,
        body: &[Stmt<'a>],
        catches: &[Catch<'a>],
        finally: Option<FinallyNode<'a>>,
    ) -> Emit {
        let Some(finally) = finally else {
            if catches.is_empty() {
                return self.u.fail("Cannot use try without catch or finally");
            }
            return self.try_catch(stmt, body, catches);
        };
        let handler = self.b.label();
        let mark = self.b.begin_region(EhKind::Fault(handler));
        let scope = Finally {
            entry: self.b.label(),
            way: self.locals.take_unnamed(),
            fault: self.locals.take_unnamed(),
            result: None,
            reference: None,
            mark,
            exits: Vec::new(),
        };
        let (entry, way, fault) = (scope.entry, scope.way, scope.fault);
        let kind = ScopeKind::Finally(scope);
        self.scopes.push(Scope { id: scope_id(stmt) | 1, kind, targets: None });
        self.try_catch(stmt, body, catches)?;
        self.b.end_region(mark);
        self.b.int(BY_FALLING);
        self.b.pop_l(way);
        self.b.jmp_ns(entry);
        let Some(ScopeKind::Finally(scope)) = self.scopes.pop().map(|scope| scope.kind) else {
            return Ok(());
        };
        self.b.begin_handler(handler);
        self.b.pop_l(fault);
        self.b.int(BY_FAULT);
        self.b.pop_l(way);
        self.finally_block(stmt, finally, scope)
    }

    fn finally_block(&mut self, stmt: Stmt<'a>, finally: FinallyNode<'a>, scope: Finally) -> Emit {
        self.b.bind_end(scope.entry);
        let handler = self.b.label();
        let mark = self.b.begin_region(EhKind::Fault(handler));
        let kind = ScopeKind::InFinally(scope.fault, mark);
        self.scopes.push(Scope { id: scope_id(stmt) | 3, kind, targets: None });
        self.block(finally.body)?;
        self.scopes.pop();
        self.b.end_region(mark);
        let (by_fault, by_falling) = (self.b.label(), self.b.label());
        let exits: Vec<Label> = scope.exits.iter().map(|_| self.b.label()).collect();
        let mut targets = vec![by_fault, by_falling];
        targets.extend(&exits);
        targets.push(by_falling);
        self.b.c_get_l(scope.way);
        self.b.switch(BY_FAULT, Labels(targets.into()));
        self.b.jmp_ns(by_falling);
        self.b.begin_handler(handler);
        self.b.c_get_quiet_l(scope.fault);
        self.b.chain_faults();
        self.b.unwind();
        self.b.bind_end(by_fault);
        self.b.push_l(scope.fault);
        self.b.unwind();
        for (label, (keep, exit)) in exits.into_iter().zip(&scope.exits) {
            self.b.bind_end(label);
            match (exit, scope.result, scope.reference) {
                (Exit::Return, Some(result), _) => self.b.push_l(result),
                (Exit::ReturnRef | Exit::ReturnLate, _, Some(reference)) => {
                    self.b.v_get_l(reference);
                    self.verify_reference(*exit);
                }
                _ => {}
            }
            self.leave_to(*keep, *exit);
        }
        self.b.bind_end(by_falling);
        self.locals.give_back(scope.way);
        self.locals.give_back(scope.fault);
        Ok(())
    }

    /// Goes to the `finally` block of the construct at `at` and from there on to `keep`. The
    /// regions from the mark on are suspended.
    pub(crate) fn enter_finally(&mut self, at: usize, keep: usize, exit: Exit) -> RegionMark {
        let unnamed = match exit {
            Exit::Jump(_) => None,
            Exit::Return => Some(self.waiting(at, |scope| &mut scope.result)),
            Exit::ReturnLate | Exit::ReturnRef => {
                Some(self.waiting(at, |scope| &mut scope.reference))
            }
        };
        let ScopeKind::Finally(scope) = &mut self.scopes[at].kind else {
            unreachable!("invariant: the caller has found a finally block")
        };
        scope.exits.push((keep, exit));
        let number = FIRST_EXIT + scope.exits.len() as i64 - 1;
        let (entry, way, mark) = (scope.entry, scope.way, scope.mark);
        match (exit, unnamed) {
            (Exit::Return, Some(result)) => self.b.pop_l(result),
            (Exit::ReturnRef | Exit::ReturnLate, Some(result)) => {
                self.b.bind_l(result);
                self.b.pop_v();
            }
            _ => {}
        }
        self.b.suspend_regions(mark);
        self.b.int(number);
        self.b.pop_l(way);
        self.b.jmp_ns(entry);
        mark
    }

    /// The local for a result that waits for the `finally` block.
    fn waiting(&mut self, at: usize, of: fn(&mut Finally) -> &mut Option<LocalId>) -> LocalId {
        let ScopeKind::Finally(scope) = &mut self.scopes[at].kind else {
            unreachable!("invariant: the caller has found a finally block")
        };
        *of(scope).get_or_insert_with(|| self.locals.take_unnamed())
    }

    fn try_catch(&mut self, stmt: Stmt<'a>, body: &[Stmt<'a>], catches: &[Catch<'a>]) -> Emit {
        if catches.is_empty() {
            return self.block(body);
        }
        let end = self.b.label();
        let mut clauses = Vec::new();
        let mut handlers = Vec::new();
        for clause in catches {
            let handler = self.b.label();
            handlers.push(handler);
            for name in clause.classes {
                let class = self.u.catch_class(name)?;
                clauses.push((class, handler));
            }
        }
        let mark = self.b.begin_region(EhKind::Catch(clauses));
        let kind = ScopeKind::Protected(mark);
        self.scopes.push(Scope { id: scope_id(stmt) | 5, kind, targets: None });
        self.block(body)?;
        self.scopes.pop();
        self.b.end_region(mark);
        self.b.jmp_ns(end);
        for (clause, handler) in catches.iter().zip(handlers) {
            self.catch_clause(clause, handler)?;
            self.b.jmp_ns(end);
        }
        self.b.bind_end(end);
        Ok(())
    }

    fn catch_clause(&mut self, clause: &Catch<'a>, handler: Label) -> Emit {
        self.at(clause.span);
        self.b.begin_handler(handler);
        if let Some(name) = clause.variable {
            if name.0 == b"this" {
                return self.u.fail("Cannot re-assign $this");
            }
            match self.locals.get(name.0) {
                Some(local) => self.b.set_l(local),
                None => {
                    let message = text!["Cannot re-assign auto-global variable ", name.0];
                    return self.u.fail(message);
                }
            }
        }
        self.b.pop_c();
        self.block(clause.body)
    }

    pub(crate) fn try_labels(
        &mut self,
        (body, catches, finally): (&[Stmt<'a>], &[Catch<'a>], Option<FinallyNode<'a>>),
        stmt: Stmt<'a>,
        around: &[ScopeId],
        work: &mut Vec<(Stmt<'a>, Vec<ScopeId>)>,
    ) {
        let id = scope_id(stmt);
        let mut guarded = around.to_vec();
        if finally.is_some() {
            guarded.push(id | 1);
        }
        let mut inner = guarded.clone();
        if !catches.is_empty() {
            inner.push(id | 5);
        }
        work.extend(body.iter().map(|stmt| (*stmt, inner.clone())));
        for clause in catches {
            work.extend(clause.body.iter().map(|stmt| (*stmt, guarded.clone())));
        }
        if let Some(finally) = finally {
            let mut last = around.to_vec();
            last.push(id | 3);
            work.extend(finally.body.iter().map(|stmt| (*stmt, last.clone())));
        }
    }
}
