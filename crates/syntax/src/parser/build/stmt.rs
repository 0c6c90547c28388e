//! Statements that stand alone.

use super::{Builder, Declaration, List};
use crate::ast::{
    AttributeGroup, BinaryOp, ClassDecl, ConstItem, DocComment, Expr, ExprKind, FunctionDecl,
    Ident, Literal, Name, StaticVar, Stmt, StmtKind, VariableName,
};
use crate::parser::written::is_written_out;
use crate::token::Token;
use crate::transcode::Transcoder;

/// Encodings of sources that need no conversion.
const KNOWN_ENCODINGS: [&str; 4] = ["utf-8", "utf8", "ascii", "pass"];

/// The encoding that a directive names; none when it is not written out.
fn encoding(value: Expr<'_>) -> Option<String> {
    match value.kind {
        ExprKind::Literal { value: Literal::Int(int) } => Some(int.to_string()),
        ExprKind::Literal { value: Literal::Float(float) } => Some(float_name(float)),
        ExprKind::Literal { value: Literal::String(text) } => {
            Some(String::from_utf8_lossy(text).into_owned())
        }
        ExprKind::BinaryOp { op: BinaryOp::Concat, left, right } => {
            Some(encoding(left)? + &encoding(right)?)
        }
        _ => None,
    }
}

/// A float with 14 digits, as PHP prints it by default.
fn float_name(float: f64) -> String {
    let text = format!("{float:.13E}");
    match text.split_once('E') {
        Some((digits, power)) if power.parse::<i32>().is_ok_and(|power| power > 14) => {
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            let dot = if digits.contains('.') { "" } else { ".0" };
            format!("{digits}{dot}E+{power}")
        }
        _ => float.to_string(),
    }
}

/// PHP: encodings of sources are a setting of their own (`zend.multibyte`), off by default.
const ENCODING_IGNORED: &str = "declare(encoding=...) ignored because Zend multibyte feature is \
                                turned off by settings";

impl<'a> Builder<'a> {
    pub(in super::super) fn file(&mut self, statements: List<Stmt<'a>>) {
        self.statements = Some(self.finish_stmts(statements));
    }

    /// Appends a statement, or those of the branch that folding has left of it. Where nothing was
    /// left an empty block stays: a `declare` behind it is still not the first statement.
    pub(in super::super) fn stmts_push(
        &mut self,
        list: List<Stmt<'a>>,
        statement: Stmt<'a>,
    ) -> List<Stmt<'a>> {
        let taken = self.taken_branch.take().is_some_and(|taken| std::ptr::eq(taken, statement));
        match statement.kind {
            StmtKind::Block { statements } if taken && !statements.is_empty() => {
                statements.iter().fold(list, |list, &inner| self.list_push(list, inner))
            }
            _ => self.list_push(list, statement),
        }
    }

    pub(in super::super) fn block(&mut self, statements: List<Stmt<'a>>) -> Stmt<'a> {
        let statements = self.finish_stmts(statements);
        self.stmt(StmtKind::Block { statements })
    }

    pub(in super::super) fn empty_statement(&self) -> Stmt<'a> {
        self.stmt(StmtKind::Block { statements: &[] })
    }

    pub(in super::super) fn expression_statement(&self, value: Expr<'a>) -> Stmt<'a> {
        self.stmt(StmtKind::Expression { value })
    }

    pub(in super::super) fn echo(&mut self, values: List<Expr<'a>>) -> Stmt<'a> {
        let values = self.finish(values);
        self.stmt(StmtKind::Echo { values })
    }

    pub(in super::super) fn inline_html(&self, token: Token) -> Stmt<'a> {
        let value = self.literal(Literal::String(self.transcoded(self.text(token))));
        self.stmt(StmtKind::Echo { values: self.arena.alloc_slice_copy(&[value]) })
    }

    pub(in super::super) fn global(&mut self, variables: List<Expr<'a>>) -> Stmt<'a> {
        let variables = self.finish(variables);
        self.stmt(StmtKind::Global { variables })
    }

    pub(in super::super) fn static_vars(&mut self, variables: List<&'a StaticVar<'a>>) -> Stmt<'a> {
        let variables = self.finish(variables);
        self.stmt(StmtKind::Static { variables })
    }

    pub(in super::super) fn static_item(&self, name: Token) -> &'a StaticVar<'a> {
        self.static_var(name, None)
    }

    pub(in super::super) fn static_item_with(
        &self,
        name: Token,
        default: Expr<'a>,
    ) -> &'a StaticVar<'a> {
        self.static_var(name, Some(default))
    }

    fn static_var(&self, name: Token, default: Option<Expr<'a>>) -> &'a StaticVar<'a> {
        self.node(StaticVar { name: self.variable_name(name), default, span: self.span })
    }

    /// The name behind the `$`.
    pub(super) fn variable_name(&self, token: Token) -> VariableName<'a> {
        VariableName(self.text(token).get(1..).unwrap_or_default())
    }

    pub(in super::super) fn unset(&mut self, targets: List<Expr<'a>>) -> Stmt<'a> {
        let targets = self.finish(targets);
        self.stmt(StmtKind::Unset { targets })
    }

    pub(in super::super) fn const_statement(&mut self, items: List<&'a ConstItem<'a>>) -> Stmt<'a> {
        let items = self.finish(items);
        self.stmt(StmtKind::Const { items })
    }

    pub(in super::super) fn const_item(
        &mut self,
        name: Token,
        value: Expr<'a>,
        doc: Option<DocComment<'a>>,
    ) -> &'a ConstItem<'a> {
        let name = *self.ident(name);
        self.ticks |= name.text.eq_ignore_ascii_case(b"ticks");
        self.node(ConstItem { name, value, doc, span: self.span })
    }

    pub(in super::super) fn const_item_reserved(
        &mut self,
        name: &'a Ident<'a>,
        value: Expr<'a>,
        doc: Option<DocComment<'a>>,
    ) -> &'a ConstItem<'a> {
        let name = *self.reserved_ident(name);
        self.node(ConstItem { name, value, doc, span: self.span })
    }

    /// The encoding must be known while the rest is read.
    pub(in super::super) fn declare_check(&mut self, directives: List<&'a ConstItem<'a>>) {
        let source = self.source;
        let is_encoding = |item: &&&ConstItem<'_>| item.name.text.eq_ignore_ascii_case(b"encoding");
        let encodings = self.elements(directives).iter().filter(is_encoding);
        let name = |item: &&ConstItem<'_>| {
            let is_literal = is_written_out(item.value.span.text(source));
            encoding(item.value).filter(|_| is_literal)
        };
        let written: Vec<Option<String>> = encodings.map(name).collect();
        for name in written {
            let Some(name) = name else {
                return self.refuse("Encoding must be a literal".into());
            };
            let known = self.transcoder.and_then(|with| (with.known)(name.as_bytes()));
            if !self.multibyte {
                self.warn(ENCODING_IGNORED);
            } else if known.is_some() {
                self.transcoder = self.transcoder.map(|with| Transcoder { script: known, ..with });
            } else if !KNOWN_ENCODINGS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
                self.warn(&format!("Unsupported encoding [{name}]"));
            }
        }
    }

    pub(in super::super) fn declare_directives(
        &mut self,
        directives: List<&'a ConstItem<'a>>,
        body: Stmt<'a>,
    ) -> Stmt<'a> {
        let directives = self.finish(directives);
        self.stmt(StmtKind::Declare { directives, body })
    }

    pub(in super::super) fn goto(&self, label: Token) -> Stmt<'a> {
        self.stmt(StmtKind::Goto { label: *self.ident(label) })
    }

    pub(in super::super) fn label(&self, name: Token) -> Stmt<'a> {
        self.stmt(StmtKind::Label { name: *self.ident(name) })
    }

    pub(in super::super) fn namespace_open(&mut self, name: &'a Name<'a>) -> Stmt<'a> {
        self.drop_doc();
        self.stmt(StmtKind::Namespace { name: Some(name), body: None })
    }

    pub(in super::super) fn namespace_block(
        &mut self,
        name: &'a Name<'a>,
        statements: List<Stmt<'a>>,
    ) -> Stmt<'a> {
        let body = Some(self.finish_stmts(statements));
        self.stmt(StmtKind::Namespace { name: Some(name), body })
    }

    pub(in super::super) fn namespace_global(&mut self, statements: List<Stmt<'a>>) -> Stmt<'a> {
        let body = Some(self.finish_stmts(statements));
        self.stmt(StmtKind::Namespace { name: None, body })
    }

    pub(in super::super) fn halt_compiler(&mut self, end: Token) -> Stmt<'a> {
        self.lexer.stop();
        self.stmt(StmtKind::HaltCompiler { data_offset: end.end })
    }

    pub(in super::super) fn halt_compiler_inside(&mut self, _keyword: Token) -> Stmt<'a> {
        self.refuse("__HALT_COMPILER() can only be used from the outermost scope".into());
        self.stmt(StmtKind::Error {})
    }

    pub(in super::super) fn function_declared(
        &self,
        function: &'a FunctionDecl<'a>,
    ) -> Declaration<'a> {
        Declaration::Function(function)
    }

    pub(in super::super) fn class_declared(&self, class: &'a ClassDecl<'a>) -> Declaration<'a> {
        Declaration::Class(class)
    }

    pub(in super::super) fn declare(&self, declaration: Declaration<'a>) -> Stmt<'a> {
        match declaration {
            Declaration::Function(function) => self.stmt(StmtKind::Function { function }),
            Declaration::Class(class) => self.stmt(StmtKind::Class { class }),
        }
    }

    pub(in super::super) fn declare_with_attributes(
        &mut self,
        groups: List<AttributeGroup<'a>>,
        declaration: Declaration<'a>,
    ) -> Stmt<'a> {
        let attributes = self.finish(groups);
        self.declare(match declaration {
            Declaration::Function(function) => {
                Declaration::Function(self.node(FunctionDecl { attributes, ..*function }))
            }
            Declaration::Class(class) => {
                Declaration::Class(self.node(ClassDecl { attributes, ..*class }))
            }
        })
    }

    pub(super) fn is_literal(value: Expr<'a>) -> Option<Literal<'a>> {
        match value.kind {
            ExprKind::Literal { value } => Some(value),
            _ => None,
        }
    }
}
