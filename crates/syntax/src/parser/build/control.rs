//! Control flow.

use super::{Builder, List};
use crate::ast::{
    ArrayItem, ArraySyntax, Case, Catch, ElseIf, Expr, ExprKind, Finally, ForParts, ForeachParts,
    MatchArm, Name, Passing, Stmt, StmtKind, VariableName,
};
use crate::fold;
use crate::parser::Folding;
use crate::token::Token;

/// An `if` with its `elseif`s, as far as it has been read.
#[derive(Clone, Copy)]
pub struct IfParts<'a> {
    condition: Expr<'a>,
    then: Stmt<'a>,
    elseifs: List<ElseIf<'a>>,
}

/// Where a `foreach` puts a key or a value.
#[derive(Clone, Copy)]
pub struct ForeachTarget<'a> {
    target: Expr<'a>,
    passing: Passing,
}

impl<'a> Builder<'a> {
    pub(in super::super) fn if_first(
        &mut self,
        condition: Expr<'a>,
        then: Stmt<'a>,
    ) -> IfParts<'a> {
        IfParts { condition, then, elseifs: self.list_empty() }
    }

    pub(in super::super) fn if_next(
        &mut self,
        parts: IfParts<'a>,
        condition: Expr<'a>,
        then: Stmt<'a>,
    ) -> IfParts<'a> {
        let span = condition.span.to(then.span);
        IfParts {
            elseifs: self.list_push(parts.elseifs, ElseIf { condition, then, span }),
            ..parts
        }
    }

    pub(in super::super) fn alt_if_first(
        &mut self,
        condition: Expr<'a>,
        then: List<Stmt<'a>>,
    ) -> IfParts<'a> {
        let then = self.block(then);
        self.if_first(condition, then)
    }

    pub(in super::super) fn alt_if_next(
        &mut self,
        parts: IfParts<'a>,
        condition: Expr<'a>,
        then: List<Stmt<'a>>,
    ) -> IfParts<'a> {
        let then = self.block(then);
        self.if_next(parts, condition, then)
    }

    pub(in super::super) fn if_end(&mut self, parts: IfParts<'a>) -> Stmt<'a> {
        self.if_statement(parts, None)
    }

    pub(in super::super) fn if_else(
        &mut self,
        parts: IfParts<'a>,
        otherwise: Stmt<'a>,
    ) -> Stmt<'a> {
        self.if_statement(parts, Some(otherwise))
    }

    pub(in super::super) fn alt_if_else(
        &mut self,
        parts: IfParts<'a>,
        otherwise: List<Stmt<'a>>,
    ) -> Stmt<'a> {
        let otherwise = self.block(otherwise);
        self.if_statement(parts, Some(otherwise))
    }

    fn if_statement(&mut self, parts: IfParts<'a>, otherwise: Option<Stmt<'a>>) -> Stmt<'a> {
        let elseifs = self.finish(parts.elseifs);
        if let Some(taken) = self.fold_if(&parts, elseifs, otherwise) {
            return taken;
        }
        let IfParts { condition, then, .. } = parts;
        self.stmt(StmtKind::If { condition, then, elseifs, otherwise })
    }

    /// The taken branch of an `if` on a constant, when both branches are plain.
    fn fold_if(
        &mut self,
        parts: &IfParts<'a>,
        elseifs: &[ElseIf<'a>],
        otherwise: Option<Stmt<'a>>,
    ) -> Option<Stmt<'a>> {
        if self.folding == Folding::Off || self.ticks || !elseifs.is_empty() {
            return None;
        }
        let condition = Self::is_literal(parts.condition)?;
        let plain = |branch: Option<Stmt<'a>>| branch.is_none_or(fold::is_removable);
        if !plain(Some(parts.then)) || !plain(otherwise) {
            return None;
        }
        let branch = if fold::truth(condition) { Some(parts.then) } else { otherwise };
        let taken = self.stmt(match branch {
            Some(branch) => match branch.kind {
                StmtKind::Block { statements } => StmtKind::Block { statements },
                _ => StmtKind::Block { statements: self.arena.alloc_slice_copy(&[branch]) },
            },
            None => StmtKind::Block { statements: &[] },
        });
        self.taken_branch = Some(taken);
        Some(taken)
    }

    pub(in super::super) fn while_loop(&self, condition: Expr<'a>, body: Stmt<'a>) -> Stmt<'a> {
        self.stmt(StmtKind::While { condition, body })
    }

    pub(in super::super) fn do_while(&self, body: Stmt<'a>, condition: Expr<'a>) -> Stmt<'a> {
        self.stmt(StmtKind::DoWhile { body, condition })
    }

    pub(in super::super) fn for_loop(
        &mut self,
        init: List<Expr<'a>>,
        conditions: List<Expr<'a>>,
        step: List<Expr<'a>>,
        body: Stmt<'a>,
    ) -> Stmt<'a> {
        let step = self.finish(step);
        let conditions = self.finish(conditions);
        let init = self.finish(init);
        let parts = self.node(ForParts { init, conditions, step });
        self.stmt(StmtKind::For { parts, body })
    }

    pub(in super::super) fn foreach_variable(&self, target: Expr<'a>) -> ForeachTarget<'a> {
        ForeachTarget { target, passing: Passing::ByValue }
    }

    pub(in super::super) fn foreach_reference(&self, target: Expr<'a>) -> ForeachTarget<'a> {
        ForeachTarget { target, passing: Passing::ByRef }
    }

    pub(in super::super) fn foreach_list(
        &mut self,
        items: List<ArrayItem<'a>>,
    ) -> ForeachTarget<'a> {
        let target = self.array(ArraySyntax::List, items);
        self.foreach_variable(target)
    }

    pub(in super::super) fn foreach_array(
        &mut self,
        items: List<ArrayItem<'a>>,
    ) -> ForeachTarget<'a> {
        let target = self.array(ArraySyntax::Short, items);
        self.foreach_variable(target)
    }

    pub(in super::super) fn foreach_values(
        &self,
        subject: Expr<'a>,
        value: ForeachTarget<'a>,
        body: Stmt<'a>,
    ) -> Stmt<'a> {
        let (passing, key_passing) = (value.passing, Passing::ByValue);
        let parts = ForeachParts { passing, subject, key: None, value: value.target, key_passing };
        self.stmt(StmtKind::Foreach { parts: self.node(parts), body })
    }

    pub(in super::super) fn foreach_pairs(
        &self,
        subject: Expr<'a>,
        key: ForeachTarget<'a>,
        value: ForeachTarget<'a>,
        body: Stmt<'a>,
    ) -> Stmt<'a> {
        let parts = ForeachParts {
            passing: value.passing,
            subject,
            key: Some(key.target),
            value: value.target,
            key_passing: key.passing,
        };
        self.stmt(StmtKind::Foreach { parts: self.node(parts), body })
    }

    pub(in super::super) fn switch(
        &mut self,
        subject: Expr<'a>,
        cases: List<Case<'a>>,
    ) -> Stmt<'a> {
        let cases = self.finish(cases);
        self.stmt(StmtKind::Switch { subject, cases })
    }

    pub(in super::super) fn case(
        &mut self,
        cases: List<Case<'a>>,
        value: Expr<'a>,
        body: List<Stmt<'a>>,
    ) -> List<Case<'a>> {
        self.push_case(cases, Some(value), body)
    }

    pub(in super::super) fn case_default(
        &mut self,
        cases: List<Case<'a>>,
        body: List<Stmt<'a>>,
    ) -> List<Case<'a>> {
        self.push_case(cases, None, body)
    }

    fn push_case(
        &mut self,
        cases: List<Case<'a>>,
        value: Option<Expr<'a>>,
        body: List<Stmt<'a>>,
    ) -> List<Case<'a>> {
        let body = self.finish_stmts(body);
        let span = self.span;
        self.list_push(cases, Case { value, body, span })
    }

    pub(in super::super) fn match_expr(
        &mut self,
        subject: Expr<'a>,
        arms: List<&'a MatchArm<'a>>,
    ) -> Expr<'a> {
        let arms = self.finish(arms);
        self.expr(ExprKind::Match { subject, arms })
    }

    pub(in super::super) fn match_arm(
        &mut self,
        conditions: List<Expr<'a>>,
        body: Expr<'a>,
    ) -> &'a MatchArm<'a> {
        let conditions = Some(self.finish(conditions));
        self.node(MatchArm { conditions, body, span: self.span })
    }

    pub(in super::super) fn match_default(&self, body: Expr<'a>) -> &'a MatchArm<'a> {
        self.node(MatchArm { conditions: None, body, span: self.span })
    }

    pub(in super::super) fn break_out(&self, levels: Option<Expr<'a>>) -> Stmt<'a> {
        self.stmt(StmtKind::Break { levels })
    }

    pub(in super::super) fn continue_with(&self, levels: Option<Expr<'a>>) -> Stmt<'a> {
        self.stmt(StmtKind::Continue { levels })
    }

    pub(in super::super) fn return_value(&self, value: Option<Expr<'a>>) -> Stmt<'a> {
        self.stmt(StmtKind::Return { value })
    }

    pub(in super::super) fn some_block(
        &mut self,
        statements: List<Stmt<'a>>,
    ) -> Option<&'a [Stmt<'a>]> {
        Some(self.finish_stmts(statements))
    }

    pub(in super::super) fn catch_variable(&self, token: Token) -> Option<VariableName<'a>> {
        Some(self.variable_name(token))
    }

    pub(in super::super) fn catch(
        &mut self,
        catches: List<Catch<'a>>,
        classes: List<&'a Name<'a>>,
        variable: Option<VariableName<'a>>,
        body: List<Stmt<'a>>,
    ) -> List<Catch<'a>> {
        let body = self.finish_stmts(body);
        let classes = self.finish(classes);
        let span = self.span;
        self.list_push(catches, Catch { variable, classes, body, span })
    }

    pub(in super::super) fn try_statement(
        &mut self,
        body: List<Stmt<'a>>,
        catches: List<Catch<'a>>,
        finally: Option<&'a [Stmt<'a>]>,
    ) -> Stmt<'a> {
        let catches = self.finish(catches);
        let body = self.finish_stmts(body);
        let finally = finally.map(|body| Finally { body });
        self.stmt(StmtKind::Try { body, catches, finally })
    }
}
