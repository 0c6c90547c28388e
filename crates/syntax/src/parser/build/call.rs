//! Calls, arguments, `new`, attributes.

use super::name::span_of;
use super::{Builder, List};
use crate::ast::{
    Access, Arg, Args, Attribute, AttributeGroup, ClassRef, Expr, ExprKind, Ident, MemberName,
    Name, NameKind,
};
use crate::token::Token;

impl<'a> Builder<'a> {
    pub(in super::super) fn no_arguments(&self) -> &'a Args<'a> {
        &Args::List(&[])
    }

    pub(in super::super) fn first_class_callable(&self) -> &'a Args<'a> {
        &Args::FirstClassCallable
    }

    pub(in super::super) fn arguments(&mut self, args: List<Arg<'a>>) -> &'a Args<'a> {
        let args = self.finish(args);
        self.node(Args::List(args))
    }

    pub(in super::super) fn argument(&self, value: Expr<'a>) -> Arg<'a> {
        Arg::Value(value)
    }

    pub(in super::super) fn named_argument(&self, name: &'a Ident<'a>, value: Expr<'a>) -> Arg<'a> {
        Arg::Named(name, value)
    }

    pub(in super::super) fn spread_argument(&self, value: Expr<'a>) -> Arg<'a> {
        Arg::Spread(value)
    }

    pub(in super::super) fn call_name(&self, name: &'a Name<'a>, args: &'a Args<'a>) -> Expr<'a> {
        self.expr(ExprKind::Call { name, args })
    }

    pub(in super::super) fn call_readonly(&mut self, word: Token, args: &'a Args<'a>) -> Expr<'a> {
        let ident = self.keyword_ident(word);
        let name = self.name_of(ident);
        self.call_name(name, args)
    }

    pub(in super::super) fn call_value(&self, callee: Expr<'a>, args: &'a Args<'a>) -> Expr<'a> {
        self.expr(ExprKind::CallValue { callee, args })
    }

    pub(in super::super) fn method_call(
        &self,
        object: Expr<'a>,
        name: MemberName<'a>,
        args: &'a Args<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::MethodCall { access: Access::Plain, object, name, args })
    }

    pub(in super::super) fn nullsafe_method_call(
        &self,
        object: Expr<'a>,
        name: MemberName<'a>,
        args: &'a Args<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::MethodCall { access: Access::Nullsafe, object, name, args })
    }

    pub(in super::super) fn static_call(
        &self,
        class: &'a Name<'a>,
        name: MemberName<'a>,
        args: &'a Args<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::StaticCall { class: ClassRef::Name(class), name, args })
    }

    pub(in super::super) fn static_call_on(
        &self,
        class: Expr<'a>,
        name: MemberName<'a>,
        args: &'a Args<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::StaticCall { class: ClassRef::Value(class), name, args })
    }

    /// `exit` is a function that may be called without parentheses.
    pub(in super::super) fn exit(&self, word: Token, args: Option<&'a Args<'a>>) -> Expr<'a> {
        let kind = NameKind::FullyQualified;
        let name = self.node(Name { text: b"exit", kind, span: span_of(word) });
        self.call_name(name, args.unwrap_or(&Args::List(&[])))
    }

    pub(in super::super) fn class_by_name(&self, name: &'a Name<'a>) -> ClassRef<'a> {
        ClassRef::Name(name)
    }

    pub(in super::super) fn class_by_value(&self, value: Expr<'a>) -> ClassRef<'a> {
        ClassRef::Value(value)
    }

    pub(in super::super) fn new_object(&self, class: ClassRef<'a>, args: &'a Args<'a>) -> Expr<'a> {
        self.expr(ExprKind::New { class, args })
    }

    pub(in super::super) fn new_plain(&self, class: ClassRef<'a>) -> Expr<'a> {
        self.new_object(class, &Args::List(&[]))
    }

    pub(in super::super) fn attribute(&self, name: &'a Name<'a>) -> &'a Attribute<'a> {
        self.node(Attribute { name, args: None, span: self.span })
    }

    pub(in super::super) fn attribute_with(
        &self,
        name: &'a Name<'a>,
        args: &'a Args<'a>,
    ) -> &'a Attribute<'a> {
        self.node(Attribute { name, args: Some(args), span: self.span })
    }

    pub(in super::super) fn attribute_group(
        &mut self,
        attributes: List<&'a Attribute<'a>>,
    ) -> AttributeGroup<'a> {
        let attributes = self.finish(attributes);
        AttributeGroup { attributes, span: self.span }
    }
}
