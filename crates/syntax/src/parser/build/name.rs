//! Names, types, imports.

use super::{Builder, List};
use crate::ast::{
    Ident, Literal, Name, NameKind, Span, Stmt, StmtKind, TypeKind, TypeNode, UseItem, UseKind,
};
use crate::diagnostic::Severity;
use crate::token::*;

/// `A\{B, C}`: the prefix and what it is put before.
#[derive(Clone, Copy)]
pub struct GroupUse<'a> {
    prefix: &'a Name<'a>,
    items: List<&'a UseItem<'a>>,
}

pub(super) fn span_of(token: Token) -> Span {
    Span { start: token.start, end: token.end }
}

impl<'a> Builder<'a> {
    pub(super) fn text(&self, token: Token) -> &'a [u8] {
        token.text(self.source)
    }

    pub(in super::super) fn ident(&self, token: Token) -> &'a Ident<'a> {
        self.node(Ident { text: self.text(token), span: span_of(token) })
    }

    pub(in super::super) fn word(&self, token: Token) -> &'a Ident<'a> {
        self.ident(token)
    }

    /// A keyword in the place of a name.
    ///
    /// PHP: the tag `<?=` is the keyword `echo` and no name.
    pub(in super::super) fn reserved_ident(&mut self, ident: &'a Ident<'a>) -> &'a Ident<'a> {
        if ident.text == b"<?=" {
            self.report(Severity::Parse, "Cannot use \"<?=\" as an identifier".into());
        }
        let in_source = ident.span.start < ident.span.end;
        if in_source {
            self.keyword_names.push(ident.span.start);
        }
        ident
    }

    pub(in super::super) fn keyword_ident(&mut self, token: Token) -> &'a Ident<'a> {
        let ident = self.ident(token);
        self.reserved_ident(ident)
    }

    pub(in super::super) fn name(&self, token: Token) -> &'a Name<'a> {
        let text = self.text(token);
        let (kind, text) = match token.kind {
            T_NAME_QUALIFIED => (NameKind::Qualified, text),
            T_NAME_FULLY_QUALIFIED => (NameKind::FullyQualified, &text[1..]),
            T_NAME_RELATIVE => (NameKind::Relative, &text[b"namespace\\".len()..]),
            _ => (NameKind::Unqualified, text),
        };
        self.node(Name { text, kind, span: span_of(token) })
    }

    pub(in super::super) fn name_of(&self, ident: &'a Ident<'a>) -> &'a Name<'a> {
        self.node(Name { text: ident.text, kind: NameKind::Unqualified, span: ident.span })
    }

    /// The value of `true`, `false` and `null`, which no namespace can hide.
    pub(super) fn special_constant(name: &Name<'_>) -> Option<Literal<'static>> {
        if matches!(name.kind, NameKind::Qualified | NameKind::Relative) {
            return None;
        }
        match name.text.len() {
            4 if name.text.eq_ignore_ascii_case(b"true") => Some(Literal::Bool(true)),
            4 if name.text.eq_ignore_ascii_case(b"null") => Some(Literal::Null),
            5 if name.text.eq_ignore_ascii_case(b"false") => Some(Literal::Bool(false)),
            _ => None,
        }
    }

    fn type_node(&self, kind: TypeKind<'a>) -> &'a TypeNode<'a> {
        self.node(TypeNode { kind, span: self.span })
    }

    pub(in super::super) fn named_type(&self, name: &'a Name<'a>) -> &'a TypeNode<'a> {
        self.type_node(TypeKind::Named(name))
    }

    pub(in super::super) fn array_type(&self) -> &'a TypeNode<'a> {
        self.type_node(TypeKind::Array)
    }

    pub(in super::super) fn callable_type(&self) -> &'a TypeNode<'a> {
        self.type_node(TypeKind::Callable)
    }

    pub(in super::super) fn static_type(&self) -> &'a TypeNode<'a> {
        self.type_node(TypeKind::Static)
    }

    pub(in super::super) fn nullable_type(&self, inner: &'a TypeNode<'a>) -> &'a TypeNode<'a> {
        self.type_node(TypeKind::Nullable(inner))
    }

    pub(in super::super) fn union_type(
        &mut self,
        members: List<&'a TypeNode<'a>>,
    ) -> &'a TypeNode<'a> {
        let members = self.finish(members);
        self.type_node(TypeKind::Union(members))
    }

    pub(in super::super) fn intersection_type(
        &mut self,
        members: List<&'a TypeNode<'a>>,
    ) -> &'a TypeNode<'a> {
        let members = self.finish(members);
        self.type_node(TypeKind::Intersection(members))
    }

    pub(in super::super) fn use_functions(&self) -> UseKind {
        UseKind::Function
    }

    pub(in super::super) fn use_constants(&self) -> UseKind {
        UseKind::Const
    }

    pub(in super::super) fn use_item(&self, name: &'a Name<'a>) -> &'a UseItem<'a> {
        self.node(UseItem { kind: UseKind::Class, name, alias: None, span: self.span })
    }

    pub(in super::super) fn use_item_as(
        &self,
        name: &'a Name<'a>,
        alias: Token,
    ) -> &'a UseItem<'a> {
        let alias = Some(*self.ident(alias));
        self.node(UseItem { kind: UseKind::Class, name, alias, span: self.span })
    }

    pub(in super::super) fn use_item_class(&self, item: &'a UseItem<'a>) -> &'a UseItem<'a> {
        item
    }

    pub(in super::super) fn use_item_kind(
        &self,
        kind: UseKind,
        item: &'a UseItem<'a>,
    ) -> &'a UseItem<'a> {
        self.node(UseItem { kind, ..*item })
    }

    fn items_of_kind(
        &mut self,
        kind: UseKind,
        items: List<&'a UseItem<'a>>,
    ) -> &'a [&'a UseItem<'a>] {
        let arena = self.arena;
        for item in self.elements(items) {
            *item = arena.alloc(UseItem { kind, ..**item });
        }
        self.finish(items)
    }

    pub(in super::super) fn use_classes(&mut self, items: List<&'a UseItem<'a>>) -> Stmt<'a> {
        let items = self.finish(items);
        self.stmt(StmtKind::Use { items })
    }

    pub(in super::super) fn use_kind(
        &mut self,
        kind: UseKind,
        items: List<&'a UseItem<'a>>,
    ) -> Stmt<'a> {
        let items = self.items_of_kind(kind, items);
        self.stmt(StmtKind::Use { items })
    }

    pub(in super::super) fn group_use(
        &self,
        prefix: &'a Name<'a>,
        items: List<&'a UseItem<'a>>,
    ) -> GroupUse<'a> {
        GroupUse { prefix, items }
    }

    pub(in super::super) fn use_group(&mut self, kind: UseKind, group: GroupUse<'a>) -> Stmt<'a> {
        let items = self.items_of_kind(kind, group.items);
        self.stmt(StmtKind::GroupUse { prefix: group.prefix, items })
    }

    pub(in super::super) fn use_mixed_group(&mut self, group: GroupUse<'a>) -> Stmt<'a> {
        let items = self.finish(group.items);
        self.stmt(StmtKind::GroupUse { prefix: group.prefix, items })
    }
}
