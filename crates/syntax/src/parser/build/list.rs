//! Lists while they grow.
//!
//! Elements of all lists of one type lie on one stack, and a [`List`] is a range of it: lists nest
//! as the grammar does, so the list that grows is always the topmost. Finishing one copies its
//! elements into the arena at their exact size.
//!
//! # Invariants
//! - Of two lists of one type in one production, the later is finished first.
//! - Elements above a list that grows belong to symbols that error recovery has dropped.

use std::marker::PhantomData;

use super::Builder;
use crate::ast::*;
use crate::fold;
use crate::parser::Folding;
use crate::token::Token;

/// A list being built: a range of its type's stack.
pub struct List<T> {
    start: u32,
    len: u32,
    elements: PhantomData<fn() -> T>,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> List<T> {
    fn end(self) -> usize {
        (self.start + self.len) as usize
    }

    /// The list less its last element.
    pub(super) fn without_last(self) -> Self {
        Self { len: self.len.saturating_sub(1), ..self }
    }
}

/// A type of which lists are built.
pub(super) trait Pooled<'a>: Copy {
    fn pool<'p>(pools: &'p mut Pools<'a>) -> &'p mut Vec<Self>;
}

macro_rules! pools {
    ($($field:ident: $Type:ty,)*) => {
        /// One stack of elements a type.
        #[derive(Default)]
        pub(super) struct Pools<'a> { $($field: Vec<$Type>,)* }

        $(impl<'a> Pooled<'a> for $Type {
            fn pool<'p>(pools: &'p mut Pools<'a>) -> &'p mut Vec<Self> {
                &mut pools.$field
            }
        })*
    };
}

pools! {
    exprs: Expr<'a>,
    stmts: Stmt<'a>,
    args: Arg<'a>,
    items: ArrayItem<'a>,
    parts: EncapsPart<'a>,
    groups: AttributeGroup<'a>,
    attributes: &'a Attribute<'a>,
    types: &'a TypeNode<'a>,
    names: &'a Name<'a>,
    params: &'a Param<'a>,
    uses: &'a ClosureUse<'a>,
    hooks: &'a FunctionDecl<'a>,
    members: Member<'a>,
    properties: &'a PropertyItem<'a>,
    consts: &'a ConstItem<'a>,
    rules: &'a TraitRule<'a>,
    keywords: Token,
    elseifs: ElseIf<'a>,
    cases: Case<'a>,
    catches: Catch<'a>,
    arms: &'a MatchArm<'a>,
    statics: &'a StaticVar<'a>,
    use_items: &'a UseItem<'a>,
}

#[expect(private_bounds, reason = "the pools are this module's own affair")]
impl<'a> Builder<'a> {
    pub(in super::super) fn list_empty<T: Pooled<'a>>(&mut self) -> List<T> {
        let start = T::pool(&mut self.pools).len() as u32;
        List { start, len: 0, elements: PhantomData }
    }

    pub(in super::super) fn list_one<T: Pooled<'a>>(&mut self, element: T) -> List<T> {
        let list = self.list_empty();
        self.list_push(list, element)
    }

    pub(in super::super) fn list_two<T: Pooled<'a>>(&mut self, first: T, second: T) -> List<T> {
        let list = self.list_one(first);
        self.list_push(list, second)
    }

    pub(in super::super) fn list_push<T: Pooled<'a>>(
        &mut self,
        list: List<T>,
        element: T,
    ) -> List<T> {
        let pool = T::pool(&mut self.pools);
        pool.truncate(list.end());
        pool.push(element);
        List { len: list.len + 1, ..list }
    }

    /// Ends a list: its elements move to the arena.
    pub(in super::super) fn finish<T: Pooled<'a>>(&mut self, list: List<T>) -> &'a [T] {
        let arena = self.arena;
        let pool = T::pool(&mut self.pools);
        debug_assert!(list.end() <= pool.len(), "the later list is finished first");
        let elements: &'a [T] = arena.alloc_slice_copy(&pool[list.start as usize..list.end()]);
        pool.truncate(list.start as usize);
        elements
    }

    /// Ends a list of statements, its echoes of constants joined.
    pub(super) fn finish_stmts(&mut self, list: List<Stmt<'a>>) -> &'a [Stmt<'a>] {
        let merged = match self.folding {
            Folding::On if !self.ticks => fold::merge_echoes(self.arena, self.elements(list)),
            _ => None,
        };
        let statements = self.finish(list);
        merged.map_or(statements, |merged| self.arena.alloc_slice_copy(&merged))
    }

    /// The elements of a list that may still grow.
    pub(super) fn elements<T: Pooled<'a>>(&mut self, list: List<T>) -> &mut [T] {
        &mut T::pool(&mut self.pools)[list.start as usize..list.end()]
    }

    pub(in super::super) fn some_list<T: Pooled<'a>>(&mut self, list: List<T>) -> Option<&'a [T]> {
        Some(self.finish(list))
    }
}
