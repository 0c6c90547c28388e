//! Functions, closures, parameters.

use super::{Builder, List, SavedFlags};
use crate::ast::{
    Arity, AttributeGroup, ClosureUse, DocComment, Execution, Expr, ExprKind, FunctionBody,
    FunctionDecl, FunctionKind, Ident, Modifiers, Param, Passing, Stmt, TypeNode,
};
use crate::token::Token;

impl<'a> Builder<'a> {
    /// A declaration of which nothing is known; the span is that of the production.
    pub(super) fn function_decl(&self, kind: FunctionKind) -> FunctionDecl<'a> {
        FunctionDecl {
            kind,
            execution: Execution::Plain,
            modifiers: Modifiers::NONE,
            returns: Passing::ByValue,
            name: None,
            return_type: None,
            attributes: &[],
            params: Some(&[]),
            uses: &[],
            body: FunctionBody::None,
            doc: None,
            span: self.span,
        }
    }

    /// What the body said of the function; the flags of the function around it are current again.
    pub(super) fn leave_function(&mut self, outer: SavedFlags, inner: SavedFlags) -> Execution {
        self.execution = outer.0;
        inner.0
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn function(
        &mut self,
        returns: Passing,
        name: &'a Ident<'a>,
        doc: Option<DocComment<'a>>,
        params: List<&'a Param<'a>>,
        return_type: Option<&'a TypeNode<'a>>,
        outer: SavedFlags,
        body: List<Stmt<'a>>,
        inner: SavedFlags,
    ) -> &'a FunctionDecl<'a> {
        let body = self.block_body(body);
        let function = FunctionDecl {
            execution: self.leave_function(outer, inner),
            returns,
            name: Some(*name),
            return_type,
            params: Some(self.finish(params)),
            body,
            doc,
            ..self.function_decl(FunctionKind::Function)
        };
        self.node(function)
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn closure_function(
        &mut self,
        returns: Passing,
        doc: Option<DocComment<'a>>,
        params: List<&'a Param<'a>>,
        uses: List<&'a ClosureUse<'a>>,
        return_type: Option<&'a TypeNode<'a>>,
        outer: SavedFlags,
        body: List<Stmt<'a>>,
        inner: SavedFlags,
    ) -> &'a FunctionDecl<'a> {
        let body = self.block_body(body);
        let function = FunctionDecl {
            execution: self.leave_function(outer, inner),
            returns,
            return_type,
            uses: self.finish(uses),
            params: Some(self.finish(params)),
            body,
            doc,
            ..self.function_decl(FunctionKind::Closure)
        };
        self.node(function)
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn arrow_function(
        &mut self,
        returns: Passing,
        doc: Option<DocComment<'a>>,
        params: List<&'a Param<'a>>,
        return_type: Option<&'a TypeNode<'a>>,
        outer: SavedFlags,
        value: Expr<'a>,
        inner: SavedFlags,
    ) -> &'a FunctionDecl<'a> {
        let function = FunctionDecl {
            execution: self.leave_function(outer, inner),
            returns,
            return_type,
            params: Some(self.finish(params)),
            body: FunctionBody::Expr(value),
            doc,
            ..self.function_decl(FunctionKind::ArrowFunction)
        };
        self.node(function)
    }

    pub(in super::super) fn no_body(&self) -> FunctionBody<'a> {
        FunctionBody::None
    }

    pub(in super::super) fn block_body(&mut self, body: List<Stmt<'a>>) -> FunctionBody<'a> {
        FunctionBody::Block(self.finish_stmts(body))
    }

    pub(in super::super) fn expr_body(&self, value: Expr<'a>) -> FunctionBody<'a> {
        FunctionBody::Expr(value)
    }

    pub(in super::super) fn closure(&self, function: &'a FunctionDecl<'a>) -> Expr<'a> {
        self.expr(ExprKind::Closure { function })
    }

    pub(in super::super) fn closure_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        function: &'a FunctionDecl<'a>,
    ) -> Expr<'a> {
        let attributes = self.finish(groups);
        let function = self.node(FunctionDecl { attributes, ..*function });
        self.closure(function)
    }

    pub(in super::super) fn static_closure(&self, function: &'a FunctionDecl<'a>) -> Expr<'a> {
        let modifiers = function.modifiers.with(Modifiers::STATIC);
        self.closure(self.node(FunctionDecl { modifiers, ..*function }))
    }

    pub(in super::super) fn static_closure_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        function: &'a FunctionDecl<'a>,
    ) -> Expr<'a> {
        let attributes = self.finish(groups);
        let function = self.node(FunctionDecl { attributes, ..*function });
        self.static_closure(function)
    }

    pub(in super::super) fn yield_null(&mut self) -> Expr<'a> {
        self.yield_expr(None, None)
    }

    pub(in super::super) fn yield_value(&mut self, value: Expr<'a>) -> Expr<'a> {
        self.yield_expr(None, Some(value))
    }

    pub(in super::super) fn yield_pair(&mut self, key: Expr<'a>, value: Expr<'a>) -> Expr<'a> {
        self.yield_expr(Some(key), Some(value))
    }

    fn yield_expr(&mut self, key: Option<Expr<'a>>, value: Option<Expr<'a>>) -> Expr<'a> {
        self.execution = Execution::Generator;
        self.expr(ExprKind::Yield { key, value })
    }

    pub(in super::super) fn yield_from(&mut self, source: Expr<'a>) -> Expr<'a> {
        self.execution = Execution::Generator;
        self.expr(ExprKind::YieldFrom { source })
    }

    pub(in super::super) fn by_value(&self) -> Passing {
        Passing::ByValue
    }

    pub(in super::super) fn by_ref(&self) -> Passing {
        Passing::ByRef
    }

    pub(in super::super) fn one(&self) -> Arity {
        Arity::One
    }

    pub(in super::super) fn variadic(&self) -> Arity {
        Arity::Variadic
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn parameter(
        &self,
        modifiers: Modifiers,
        ty: Option<&'a TypeNode<'a>>,
        passing: Passing,
        arity: Arity,
        name: Token,
        doc: Option<DocComment<'a>>,
        hooks: Option<&'a [&'a FunctionDecl<'a>]>,
    ) -> &'a Param<'a> {
        let name = self.variable_name(name);
        let (attributes, default, span) = (&[][..], None, self.span);
        self.node(Param {
            modifiers,
            ty,
            passing,
            arity,
            name,
            attributes,
            default,
            hooks,
            doc,
            span,
        })
    }

    #[expect(clippy::too_many_arguments, reason = "one value for each symbol of the rule")]
    pub(in super::super) fn parameter_default(
        &self,
        modifiers: Modifiers,
        ty: Option<&'a TypeNode<'a>>,
        passing: Passing,
        arity: Arity,
        name: Token,
        doc: Option<DocComment<'a>>,
        default: Expr<'a>,
        hooks: Option<&'a [&'a FunctionDecl<'a>]>,
    ) -> &'a Param<'a> {
        let plain = self.parameter(modifiers, ty, passing, arity, name, doc, hooks);
        self.node(Param { default: Some(default), ..*plain })
    }

    pub(in super::super) fn parameter_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        parameter: &'a Param<'a>,
    ) -> &'a Param<'a> {
        let attributes = self.finish(groups);
        self.node(Param { attributes, ..*parameter })
    }

    pub(in super::super) fn use_by_value(&self, name: Token) -> &'a ClosureUse<'a> {
        self.closure_use(name, Passing::ByValue)
    }

    pub(in super::super) fn use_by_reference(&self, name: Token) -> &'a ClosureUse<'a> {
        self.closure_use(name, Passing::ByRef)
    }

    fn closure_use(&self, name: Token, passing: Passing) -> &'a ClosureUse<'a> {
        self.node(ClosureUse { passing, name: self.variable_name(name), span: self.span })
    }
}
