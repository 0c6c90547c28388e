//! Classes and their members.

use super::{Builder, List, SavedFlags};
use crate::ast::{
    Args, AttributeGroup, ClassDecl, ClassKind, ConstGroup, ConstItem, DocComment, EnumCase, Expr,
    ExprKind, Extends, FunctionBody, FunctionDecl, FunctionKind, Ident, Implements, Member,
    MethodReference, Modifiers, Name, Param, Passing, PropertyGroup, PropertyItem, TraitRule,
    TraitUse, TypeNode,
};
use crate::token::Token;

type Names<'a> = List<&'a Name<'a>>;
type Members<'a> = List<Member<'a>>;
type Doc<'a> = Option<DocComment<'a>>;

impl<'a> Builder<'a> {
    fn class_decl(
        &mut self,
        kind: ClassKind,
        name: Option<Token>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> ClassDecl<'a> {
        ClassDecl {
            kind,
            modifiers: Modifiers::NONE,
            name: name.map(|name| *self.ident(name)),
            backing: None,
            attributes: &[],
            parent: None,
            interfaces: &[],
            members: self.finish(members),
            doc,
            span: self.span,
        }
    }

    fn implements(&mut self, names: Names<'a>) -> &'a [Implements<'a>] {
        let names = self.finish(names);
        self.arena.alloc_slice_fill_iter(names.iter().map(|&name| Implements { name }))
    }

    pub(in super::super) fn class(
        &mut self,
        modifiers: Modifiers,
        name: Token,
        parent: Option<&'a Name<'a>>,
        interfaces: Names<'a>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> &'a ClassDecl<'a> {
        let plain = self.class_decl(ClassKind::Class, Some(name), doc, members);
        let parent = parent.map(|name| Extends { name });
        let interfaces = self.implements(interfaces);
        self.node(ClassDecl { modifiers, parent, interfaces, ..plain })
    }

    pub(in super::super) fn class_plain(
        &mut self,
        name: Token,
        parent: Option<&'a Name<'a>>,
        interfaces: Names<'a>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> &'a ClassDecl<'a> {
        self.class(Modifiers::NONE, name, parent, interfaces, doc, members)
    }

    pub(in super::super) fn trait_class(
        &mut self,
        name: Token,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> &'a ClassDecl<'a> {
        let plain = self.class_decl(ClassKind::Trait, Some(name), doc, members);
        self.node(plain)
    }

    pub(in super::super) fn interface(
        &mut self,
        name: Token,
        extends: Names<'a>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> &'a ClassDecl<'a> {
        let plain = self.class_decl(ClassKind::Interface, Some(name), doc, members);
        let interfaces = self.implements(extends);
        self.node(ClassDecl { interfaces, ..plain })
    }

    pub(in super::super) fn enumeration(
        &mut self,
        name: Token,
        backing: Option<&'a TypeNode<'a>>,
        interfaces: Names<'a>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> &'a ClassDecl<'a> {
        let plain = self.class_decl(ClassKind::Enum, Some(name), doc, members);
        let interfaces = self.implements(interfaces);
        self.node(ClassDecl { backing, interfaces, ..plain })
    }

    pub(in super::super) fn anonymous_class(
        &mut self,
        modifiers: Modifiers,
        args: Option<&'a Args<'a>>,
        parent: Option<&'a Name<'a>>,
        interfaces: Names<'a>,
        doc: Doc<'a>,
        members: Members<'a>,
    ) -> Expr<'a> {
        let plain = self.class_decl(ClassKind::Class, None, doc, members);
        let parent = parent.map(|name| Extends { name });
        let interfaces = self.implements(interfaces);
        let class = self.node(ClassDecl { modifiers, parent, interfaces, ..plain });
        let args = args.unwrap_or(&Args::List(&[]));
        self.expr(ExprKind::NewAnonymous { class, args })
    }

    pub(in super::super) fn anonymous_class_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        object: Expr<'a>,
    ) -> Expr<'a> {
        let attributes = self.finish(groups);
        match object.kind {
            ExprKind::NewAnonymous { class, args } => {
                let class = self.node(ClassDecl { attributes, ..*class });
                self.expr(ExprKind::NewAnonymous { class, args })
            }
            _ => object,
        }
    }

    pub(in super::super) fn members_push(
        &mut self,
        members: Members<'a>,
        member: Member<'a>,
    ) -> Members<'a> {
        self.list_push(members, member)
    }

    pub(in super::super) fn member_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        member: Member<'a>,
    ) -> Member<'a> {
        let attributes = self.finish(groups);
        match member {
            Member::Properties { group } => {
                Member::Properties { group: self.node(PropertyGroup { attributes, ..*group }) }
            }
            Member::Constants { group } => {
                Member::Constants { group: self.node(ConstGroup { attributes, ..*group }) }
            }
            Member::Method { function } => {
                Member::Method { function: self.node(FunctionDecl { attributes, ..*function }) }
            }
            Member::Case { case } => {
                Member::Case { case: self.node(EnumCase { attributes, ..*case }) }
            }
            Member::TraitUse { .. } | Member::Error {} => member,
        }
    }

    pub(in super::super) fn properties(
        &mut self,
        modifiers: Modifiers,
        ty: Option<&'a TypeNode<'a>>,
        items: List<&'a PropertyItem<'a>>,
    ) -> Member<'a> {
        let items = self.finish(items);
        let group = PropertyGroup { modifiers, ty, attributes: &[], items, span: self.span };
        Member::Properties { group: self.node(group) }
    }

    pub(in super::super) fn hooked_property(
        &mut self,
        modifiers: Modifiers,
        ty: Option<&'a TypeNode<'a>>,
        item: &'a PropertyItem<'a>,
    ) -> Member<'a> {
        let items = self.list_one(item);
        self.properties(modifiers, ty, items)
    }

    pub(in super::super) fn property(&self, name: Token, doc: Doc<'a>) -> &'a PropertyItem<'a> {
        self.property_item(name, None, doc, None)
    }

    pub(in super::super) fn property_default(
        &self,
        name: Token,
        default: Expr<'a>,
        doc: Doc<'a>,
    ) -> &'a PropertyItem<'a> {
        self.property_item(name, Some(default), doc, None)
    }

    pub(in super::super) fn property_hooks(
        &mut self,
        name: Token,
        doc: Doc<'a>,
        hooks: List<&'a FunctionDecl<'a>>,
    ) -> &'a PropertyItem<'a> {
        let hooks = Some(self.finish(hooks));
        self.property_item(name, None, doc, hooks)
    }

    pub(in super::super) fn property_default_hooks(
        &mut self,
        name: Token,
        default: Expr<'a>,
        doc: Doc<'a>,
        hooks: List<&'a FunctionDecl<'a>>,
    ) -> &'a PropertyItem<'a> {
        let hooks = Some(self.finish(hooks));
        self.property_item(name, Some(default), doc, hooks)
    }

    fn property_item(
        &self,
        name: Token,
        default: Option<Expr<'a>>,
        doc: Doc<'a>,
        hooks: Option<&'a [&'a FunctionDecl<'a>]>,
    ) -> &'a PropertyItem<'a> {
        let name = self.variable_name(name);
        self.node(PropertyItem { name, default, hooks, doc, span: self.span })
    }

    pub(in super::super) fn hooks_push(
        &mut self,
        hooks: List<&'a FunctionDecl<'a>>,
        hook: &'a FunctionDecl<'a>,
    ) -> List<&'a FunctionDecl<'a>> {
        self.list_push(hooks, hook)
    }

    pub(in super::super) fn hooks_push_attributes(
        &mut self,
        hooks: List<&'a FunctionDecl<'a>>,
        groups: List<AttributeGroup<'a>>,
        hook: &'a FunctionDecl<'a>,
    ) -> List<&'a FunctionDecl<'a>> {
        let attributes = self.finish(groups);
        let hook = self.node(FunctionDecl { attributes, ..*hook });
        self.list_push(hooks, hook)
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn hook(
        &mut self,
        modifiers: Modifiers,
        returns: Passing,
        name: Token,
        doc: Doc<'a>,
        params: Option<&'a [&'a Param<'a>]>,
        outer: SavedFlags,
        body: FunctionBody<'a>,
        inner: SavedFlags,
    ) -> &'a FunctionDecl<'a> {
        let function = FunctionDecl {
            execution: self.leave_function(outer, inner),
            modifiers,
            returns,
            name: Some(*self.ident(name)),
            params,
            body,
            doc,
            ..self.function_decl(FunctionKind::Hook)
        };
        self.node(function)
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn method(
        &mut self,
        modifiers: Modifiers,
        returns: Passing,
        name: &'a Ident<'a>,
        doc: Doc<'a>,
        params: List<&'a Param<'a>>,
        return_type: Option<&'a TypeNode<'a>>,
        outer: SavedFlags,
        body: FunctionBody<'a>,
        inner: SavedFlags,
    ) -> Member<'a> {
        let function = FunctionDecl {
            execution: self.leave_function(outer, inner),
            modifiers,
            returns,
            name: Some(*name),
            return_type,
            params: Some(self.finish(params)),
            body,
            doc,
            ..self.function_decl(FunctionKind::Method)
        };
        Member::Method { function: self.node(function) }
    }

    pub(in super::super) fn class_consts(
        &mut self,
        modifiers: Modifiers,
        items: List<&'a ConstItem<'a>>,
    ) -> Member<'a> {
        self.const_group(modifiers, None, items)
    }

    pub(in super::super) fn typed_class_consts(
        &mut self,
        modifiers: Modifiers,
        ty: &'a TypeNode<'a>,
        items: List<&'a ConstItem<'a>>,
    ) -> Member<'a> {
        self.const_group(modifiers, Some(ty), items)
    }

    fn const_group(
        &mut self,
        modifiers: Modifiers,
        ty: Option<&'a TypeNode<'a>>,
        items: List<&'a ConstItem<'a>>,
    ) -> Member<'a> {
        let items = self.finish(items);
        let group = ConstGroup { modifiers, ty, attributes: &[], items, span: self.span };
        Member::Constants { group: self.node(group) }
    }

    pub(in super::super) fn enum_case(
        &self,
        doc: Doc<'a>,
        name: &'a Ident<'a>,
        value: Option<Expr<'a>>,
    ) -> Member<'a> {
        let case = EnumCase { name: *name, attributes: &[], value, doc, span: self.span };
        Member::Case { case: self.node(case) }
    }

    pub(in super::super) fn trait_use(
        &mut self,
        traits: Names<'a>,
        rules: List<&'a TraitRule<'a>>,
    ) -> Member<'a> {
        let (traits, rules) = (self.finish(traits), self.finish(rules));
        Member::TraitUse { uses: self.node(TraitUse { traits, rules, span: self.span }) }
    }

    pub(in super::super) fn trait_precedence(
        &mut self,
        method: &'a MethodReference<'a>,
        excluded: Names<'a>,
    ) -> &'a TraitRule<'a> {
        let excluded = self.finish(excluded);
        self.node(TraitRule::Precedence { method, excluded })
    }

    pub(in super::super) fn trait_alias(
        &self,
        method: &'a MethodReference<'a>,
        alias: Token,
    ) -> &'a TraitRule<'a> {
        let alias = Some(*self.ident(alias));
        self.node(TraitRule::Alias { method, modifiers: Modifiers::NONE, alias })
    }

    pub(in super::super) fn trait_alias_reserved(
        &mut self,
        method: &'a MethodReference<'a>,
        alias: &'a Ident<'a>,
    ) -> &'a TraitRule<'a> {
        let alias = Some(*self.reserved_ident(alias));
        self.node(TraitRule::Alias { method, modifiers: Modifiers::NONE, alias })
    }

    pub(in super::super) fn trait_alias_modified(
        &mut self,
        method: &'a MethodReference<'a>,
        modifier: Token,
        alias: &'a Ident<'a>,
    ) -> &'a TraitRule<'a> {
        let modifiers = self.alias_modifier(modifier);
        self.node(TraitRule::Alias { method, modifiers, alias: Some(*alias) })
    }

    pub(in super::super) fn trait_visibility(
        &mut self,
        method: &'a MethodReference<'a>,
        modifier: Token,
    ) -> &'a TraitRule<'a> {
        let modifiers = self.alias_modifier(modifier);
        self.node(TraitRule::Alias { method, modifiers, alias: None })
    }

    pub(in super::super) fn method_reference(
        &self,
        method: &'a Ident<'a>,
    ) -> &'a MethodReference<'a> {
        self.node(MethodReference { class: None, method: *method })
    }

    pub(in super::super) fn method_reference_of(
        &self,
        class: &'a Name<'a>,
        method: &'a Ident<'a>,
    ) -> &'a MethodReference<'a> {
        self.node(MethodReference { class: Some(class), method: *method })
    }
}
