//! `foreach`.

use hhbc::func::EhKind;
use hhbc::imm::{IsTypeOp, IterId, LocalId, RefUse};
use syntax::ast::{ArrayItem, Expr, ExprKind, ForeachParts, Passing, Stmt};

use crate::control::{Scope, ScopeKind, scope_id};
use crate::error::Emit;
use crate::expr::{is_call, is_short_circuited};
use crate::func::FuncEmitter;
use crate::list::binds_references;

/// Where an element goes: a local that the iterator writes, and what is then made of it.
struct Element<'a> {
    local: LocalId,
    /// The target that gets the value of the unnamed local.
    target: Option<Expr<'a>>,
}

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn iter_free(&mut self, iter: IterId, passing: Passing) {
        match passing {
            Passing::ByValue => self.b.iter_free(iter),
            Passing::ByRef => self.b.m_iter_free(iter),
        }
    }

    pub(crate) fn foreach(
        &mut self,
        stmt: Stmt<'a>,
        parts: &ForeachParts<'a>,
        body: Stmt<'a>,
    ) -> Emit {
        let passing = self.foreach_passing(parts)?;
        self.foreach_subject(parts.subject, passing)?;
        let value = self.element(parts.value)?;
        let key = parts.key.map(|key| self.element(key)).transpose()?;
        let (end, next, top) = (self.b.label(), self.b.label(), self.b.label());
        let iter = self.take_iter();
        match (passing, &key) {
            (Passing::ByValue, None) => self.b.iter_init(iter, end, value.local),
            (Passing::ByValue, Some(key)) => self.b.iter_init_k(iter, end, value.local, key.local),
            (Passing::ByRef, None) => self.b.m_iter_init(iter, end, value.local),
            (Passing::ByRef, Some(key)) => self.b.m_iter_init_k(iter, end, value.local, key.local),
        }
        let mark = self.b.begin_region(EhKind::Iter(iter));
        let kind = ScopeKind::Iter(iter, passing, mark);
        self.scopes.push(Scope { id: scope_id(stmt), kind, targets: Some((end, next)) });
        self.b.bind(top);
        self.store_element(&value, passing)?;
        key.iter().try_for_each(|key| self.store_element(key, Passing::ByValue))?;
        self.stmt(body)?;
        self.b.bind_end(next);
        self.at(parts.subject.span);
        match (passing, &key) {
            (Passing::ByValue, None) => self.b.iter_next(iter, top, value.local),
            (Passing::ByValue, Some(key)) => self.b.iter_next_k(iter, top, value.local, key.local),
            (Passing::ByRef, None) => self.b.m_iter_next(iter, top, value.local),
            (Passing::ByRef, Some(key)) => self.b.m_iter_next_k(iter, top, value.local, key.local),
        }
        self.scopes.pop();
        self.b.end_region(mark);
        self.give_back_iter();
        self.b.bind_end(end);
        for element in std::iter::once(&value).chain(&key) {
            if element.target.is_some() {
                self.locals.give_back(element.local);
            }
        }
        Ok(())
    }

    /// Whether the loop is by reference, once PHP's objections are raised.
    fn foreach_passing(&mut self, parts: &ForeachParts<'a>) -> Emit<Passing> {
        if parts.key_passing == Passing::ByRef {
            return self.u.fail("Key element cannot be a reference");
        }
        if parts.key.is_some_and(|key| matches!(key.kind, ExprKind::Array { .. })) {
            return self.u.fail("Cannot use list as key element");
        }
        let mut passing = parts.passing;
        if let ExprKind::Array { items, .. } = parts.value.kind
            && binds_references(items)
        {
            passing = Passing::ByRef;
        }
        let this = |expr: Expr<'a>| crate::expr::is_this(expr);
        if this(parts.value) || parts.key.is_some_and(this) {
            return self.u.fail("Cannot re-assign $this");
        }
        if let ExprKind::Array { items, .. } = parts.value.kind
            && items.iter().all(|item| matches!(item, ArrayItem::Hole {}))
        {
            return self.u.fail("Cannot use empty list");
        }
        Ok(passing)
    }

    fn foreach_subject(&mut self, subject: Expr<'a>, passing: Passing) -> Emit {
        if passing == Passing::ByValue {
            return self.expr(subject);
        }
        if is_short_circuited(subject) {
            self.expr(subject)?;
            self.b.box_c(RefUse::Quiet);
            return Ok(());
        }
        if is_call(subject) {
            self.call_result(subject)?;
            self.b.box_r(RefUse::Quiet);
            return Ok(());
        }
        let Some(local) = self.plain_local(subject) else {
            return self.reference(subject, RefUse::Quiet);
        };
        // PHP: a variable that the loop cannot go through does not become a reference.
        let (there, bound) = (self.b.label(), self.b.label());
        self.b.c_get_l(local);
        for op in [IsTypeOp::Arr, IsTypeOp::Obj] {
            self.b.dup();
            self.b.is_type_c(op);
            self.b.jmp_nz(there);
        }
        self.b.box_c(RefUse::Quiet);
        self.b.jmp_ns(bound);
        self.b.bind_end(there);
        self.b.pop_c();
        self.b.v_get_l(local);
        self.b.bind_end(bound);
        Ok(())
    }

    fn element(&mut self, target: Expr<'a>) -> Emit<Element<'a>> {
        if let Some(local) = self.plain_local(target) {
            return Ok(Element { local, target: None });
        }
        let local = self.locals.take_unnamed();
        Ok(Element { local, target: Some(target) })
    }

    /// Hands the element on to a target that is no plain local.
    fn store_element(&mut self, element: &Element<'a>, passing: Passing) -> Emit {
        let Some(target) = element.target else { return Ok(()) };
        let local = element.local;
        let mark = self.b.begin_region(EhKind::Temp(local));
        self.at(target.span);
        if let ExprKind::Array { syntax, items } = target.kind {
            match passing {
                Passing::ByRef => self.list_of_local(items, syntax, local)?,
                Passing::ByValue => self.list_of_element(items, syntax, local)?,
            }
        } else if passing == Passing::ByRef {
            let place = self.write_place(target)?;
            self.b.v_get_l(local);
            self.bind_place(&place);
            self.b.pop_v();
        } else {
            let place = self.write_place(target)?;
            self.b.c_get_l(local);
            self.set_place(&place);
            self.b.pop_c();
        }
        self.b.end_region(mark);
        self.b.unset_l(local);
        Ok(())
    }
}
