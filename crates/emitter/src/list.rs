//! Taking arrays apart: `[$a, 'k' => $b, [$c]] = …`, also by reference.

use hhbc::imm::{Count, LocalId, MemberKey, MemberMode, QueryOp, StackDepth};
use syntax::ast::{ArrayItem, ArraySyntax, Expr, ExprKind, Literal, Passing};

use crate::error::Emit;
use crate::expr::{is_call, is_short_circuited, is_variable};
use crate::func::FuncEmitter;
use crate::late::Operand;
use crate::member::int_form;
use crate::place::Place;

/// What is taken apart.
#[derive(Clone, Copy)]
enum Source {
    /// The topmost slot.
    Slot,
    Local(LocalId),
}

/// Whether a list takes any element by reference.
pub(crate) fn binds_references(items: &[ArrayItem<'_>]) -> bool {
    let mut work: Vec<&ArrayItem<'_>> = items.iter().collect();
    while let Some(item) = work.pop() {
        if let ArrayItem::Element { passing, value, .. } = item {
            if *passing == Passing::ByRef {
                return true;
            }
            if let ExprKind::Array { items, .. } = value.kind {
                work.extend(items);
            }
        }
    }
    false
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Assigns to a list; leaves what is taken apart on the stack.
    pub(crate) fn assign_list(
        &mut self,
        (syntax, items): (ArraySyntax, &'a [ArrayItem<'a>]),
        value: Expr<'a>,
    ) -> Emit<Operand> {
        if !binds_references(items) {
            let operand = self.operand(value)?;
            self.list_of_cell(items, syntax)?;
            return Ok(operand);
        }
        if !is_variable(value) && !is_call(value) {
            return self.u.fail("Cannot assign reference to non referenceable value");
        }
        if is_short_circuited(value) {
            return self.u.fail("Cannot take reference of a nullsafe chain");
        }
        self.reference(value, hhbc::imm::RefUse::Quiet)?;
        self.list((items, syntax), Source::Slot, Passing::ByRef)?;
        Ok(Operand::Reference)
    }

    /// Takes the topmost cell apart, which stays.
    pub(crate) fn list_of_cell(&mut self, items: &'a [ArrayItem<'a>], syntax: ArraySyntax) -> Emit {
        self.list((items, syntax), Source::Slot, Passing::ByValue)
    }

    /// Takes the local apart that holds the element of a loop.
    pub(crate) fn list_of_element(
        &mut self,
        items: &'a [ArrayItem<'a>],
        syntax: ArraySyntax,
        local: LocalId,
    ) -> Emit {
        self.list((items, syntax), Source::Local(local), Passing::ByValue)
    }

    /// Takes a local apart, some of its elements by reference.
    pub(crate) fn list_of_local(
        &mut self,
        items: &'a [ArrayItem<'a>],
        syntax: ArraySyntax,
        local: LocalId,
    ) -> Emit {
        self.list((items, syntax), Source::Local(local), Passing::ByRef)
    }

    fn list(
        &mut self,
        (items, syntax): (&'a [ArrayItem<'a>], ArraySyntax),
        source: Source,
        passing: Passing,
    ) -> Emit {
        self.u.enter()?;
        let is_keyed = matches!(
            items.iter().find(|item| !matches!(item, ArrayItem::Hole {})),
            Some(ArrayItem::Element { key: Some(_), .. })
        );
        let mut is_empty = true;
        for (at, item) in items.iter().enumerate() {
            let (by, key, target) = match item {
                ArrayItem::Hole {} if is_keyed => {
                    let text = "Cannot use empty array entries in keyed array assignment";
                    return self.u.fail(text);
                }
                ArrayItem::Hole {} => continue,
                ArrayItem::Spread { .. } => {
                    return self.u.fail("Spread operator is not supported in assignments");
                }
                ArrayItem::Element { passing, key, value } => (*passing, *key, *value),
            };
            is_empty = false;
            if key.is_some() != is_keyed {
                let text = "Cannot mix keyed and unkeyed array entries in assignments";
                return self.u.fail(text);
            }
            let nested = match target.kind {
                ExprKind::Array { items, .. } => {
                    passing == Passing::ByRef && binds_references(items)
                }
                _ => false,
            };
            let by = if by == Passing::ByRef || nested { Passing::ByRef } else { Passing::ByValue };
            let extra = self.list_key(key, at)?;
            self.check_list_target(target, syntax)?;
            self.element_of(source, extra, by);
            self.list_target(target, by)?;
        }
        if is_empty {
            return self.u.fail("Cannot use empty list");
        }
        self.u.leave();
        Ok(())
    }

    /// The key of an element; a slot is pushed for one that is no immediate.
    fn list_key(&mut self, key: Option<Expr<'a>>, at: usize) -> Emit<MemberKey> {
        let Some(key) = key else { return Ok(MemberKey::EI(at as i64)) };
        match key.kind {
            ExprKind::Literal { value: Literal::Int(int) } => return Ok(MemberKey::EI(int)),
            ExprKind::Literal { value: Literal::String(text) } if int_form(text).is_none() => {
                return Ok(MemberKey::ET(self.u.string(text)));
            }
            _ => {}
        }
        if let Some(local) = self.plain_local(key) {
            return Ok(MemberKey::EL(local));
        }
        self.expr(key)?;
        Ok(MemberKey::EC(StackDepth(0)))
    }

    /// Pushes an element of the source, by value or as a reference.
    fn element_of(&mut self, source: Source, key: MemberKey, by: Passing) {
        let slots = u32::from(matches!(key, MemberKey::EC(_)));
        let mode = match by {
            Passing::ByValue => MemberMode::None,
            Passing::ByRef => MemberMode::Define,
        };
        match source {
            Source::Slot => self.b.base_c(StackDepth(slots), mode),
            Source::Local(local) => self.b.base_l(local, mode),
        }
        match by {
            Passing::ByValue => self.b.query_m(Count(slots), QueryOp::CGetList, key),
            Passing::ByRef => self.b.v_get_m(Count(slots), key),
        }
    }

    fn check_list_target(&mut self, target: Expr<'a>, outer: ArraySyntax) -> Emit {
        self.at(target.span);
        match target.kind {
            ExprKind::Array { syntax: ArraySyntax::Long, .. } => {
                self.u.fail("Cannot assign to array(), use [] instead")
            }
            ExprKind::Array { syntax, .. } if syntax != outer => {
                self.u.fail("Cannot mix [] and list()")
            }
            ExprKind::Array { .. } => Ok(()),
            _ if is_short_circuited(target) || !(is_variable(target) || is_call(target)) => {
                self.u.fail("Assignments can only happen to writable values")
            }
            _ => Ok(()),
        }
    }

    /// Puts the topmost slot into a target and discards it.
    fn list_target(&mut self, target: Expr<'a>, by: Passing) -> Emit {
        if let ExprKind::Array { syntax, items } = target.kind {
            self.list((items, syntax), Source::Slot, by)?;
        } else {
            let place = self.write_place(target)?;
            let slots = match &place {
                Place::Local(_) | Place::Static(..) => 0,
                Place::Named | Place::Global => 1,
                Place::StaticSlots => 2,
                Place::Member(path) => path.slots,
            };
            if slots > 0 {
                self.b.roll(Count(slots));
            }
            match by {
                Passing::ByValue => self.set_place(&place),
                Passing::ByRef => self.bind_place(&place),
            }
        }
        match by {
            Passing::ByValue => self.b.pop_c(),
            Passing::ByRef => self.b.pop_v(),
        }
        Ok(())
    }
}
