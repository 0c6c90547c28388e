//! The actions of the grammar: from the values of a production's symbols to its own.
//!
//! `generated::reduce` calls one method a production, with `span` set to the bytes that the
//! production covers. The methods stand in files by topic; this one holds what they share.

mod call;
mod class;
mod control;
mod expr;
mod function;
mod list;
mod modifier;
mod name;
mod stmt;
mod string;

pub(super) use control::{ForeachTarget, IfParts};
pub(super) use list::List;
pub(super) use name::GroupUse;

use bumpalo::Bump;
use list::Pools;

use super::generated::Value;
use super::{Folding, ParseOptions};
use crate::ast::{
    ClassDecl, DocComment, Execution, Expr, ExprKind, ExprNode, FunctionDecl, Literal, Member,
    Span, Stmt, StmtKind, StmtNode,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lexer::Lexer;
use crate::transcode::Transcoder;

/// What the body read so far says of the function around it, put aside for an inner one.
#[derive(Clone, Copy)]
pub struct SavedFlags(Execution);

/// A declaration that attributes may stand before.
#[derive(Clone, Copy)]
pub enum Declaration<'a> {
    Function(&'a FunctionDecl<'a>),
    Class(&'a ClassDecl<'a>),
}

/// Makes nodes and keeps what is known only while parsing.
pub struct Builder<'a> {
    arena: &'a Bump,
    source: &'a [u8],
    folding: Folding,
    /// Whether sources may name their encoding.
    multibyte: bool,
    transcoder: Option<Transcoder>,
    pools: Pools<'a>,
    execution: Execution,
    /// What folding has just made of an `if`: its statements join the list around it.
    taken_branch: Option<Stmt<'a>>,
    /// Whether a `declare(ticks=…)` may have come: ticks count statements, so from there on none
    /// is folded away.
    ticks: bool,
    /// Values of the text tokens on the parse stack, by their offsets.
    texts: Vec<(u32, &'a [u8])>,
    /// Where the tokens come from: doc comments and lines are its state.
    pub(super) lexer: Lexer<'a>,
    /// Bytes of the production being reduced.
    pub(super) span: Span,
    /// The file's statements, once all of it is read.
    pub(super) statements: Option<&'a [Stmt<'a>]>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) warnings: Vec<Diagnostic>,
    pub(super) keyword_names: Vec<u32>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(arena: &'a Bump, source: &'a [u8], options: ParseOptions) -> Self {
        Self {
            arena,
            source,
            folding: options.folding,
            multibyte: options.multibyte,
            transcoder: options.transcoder,
            pools: Pools::default(),
            execution: Execution::Plain,
            taken_branch: None,
            ticks: false,
            texts: Vec::new(),
            lexer: Lexer::new(source, options.lex),
            span: Span::default(),
            statements: None,
            diagnostics: Vec::new(),
            warnings: Vec::new(),
            keyword_names: Vec::new(),
        }
    }

    /// Moves a node into the arena.
    fn node<T: Copy>(&self, node: T) -> &'a T {
        self.arena.alloc(node)
    }

    fn expr(&self, kind: ExprKind<'a>) -> Expr<'a> {
        self.expr_at(self.span, kind)
    }

    fn expr_at(&self, span: Span, kind: ExprKind<'a>) -> Expr<'a> {
        self.node(ExprNode { kind, span })
    }

    fn literal(&self, value: Literal<'a>) -> Expr<'a> {
        self.expr(ExprKind::Literal { value })
    }

    fn stmt(&self, kind: StmtKind<'a>) -> Stmt<'a> {
        self.node(StmtNode { kind, span: self.span })
    }

    /// Reports what the grammar allows and PHP's parser refuses.
    fn refuse(&mut self, message: String) {
        self.report(Severity::Fatal, message);
    }

    fn report(&mut self, severity: Severity, message: String) {
        self.collect_warnings();
        let (line, span) = (self.lexer.line(), self.span);
        self.diagnostics.push(Diagnostic { severity, message: message.into_bytes(), line, span });
    }

    fn warn(&mut self, message: &str) {
        self.collect_warnings();
        let (line, span) = (self.lexer.line(), self.span);
        self.push_warning(message.as_bytes().to_vec(), line, span);
    }

    /// Takes the lexer's warnings. PHP stops at the first error and gives no more of them.
    pub(super) fn collect_warnings(&mut self) {
        for warning in self.lexer.take_warnings() {
            self.push_warning(warning.to_string().into_bytes(), warning.line, self.span);
        }
    }

    fn push_warning(&mut self, message: Vec<u8>, line: u32, span: Span) {
        if self.diagnostics.is_empty() {
            let severity = Severity::Warning;
            self.warnings.push(Diagnostic { severity, message, line, span });
        }
    }

    /// Appends an error node to a list of statements or members.
    pub(super) fn push_error(&mut self, list: Value<'a>) -> Value<'a> {
        match list {
            Value::Stmts(list) => {
                let error = self.stmt(StmtKind::Error {});
                Value::Stmts(self.list_push(list, error))
            }
            Value::Members(list) => Value::Members(self.list_push(list, Member::Error {})),
            other => other,
        }
    }

    pub(super) fn same<T>(&self, value: T) -> T {
        value
    }

    pub(super) fn none<T>(&self) -> Option<T> {
        None
    }

    pub(super) fn some<T>(&self, value: T) -> Option<T> {
        Some(value)
    }

    pub(super) fn take_doc(&mut self) -> Option<DocComment<'a>> {
        let (start, end) = self.lexer.take_doc_comment()?;
        Some(Span { start, end }.text(self.source))
    }

    pub(super) fn drop_doc(&mut self) {
        self.lexer.take_doc_comment();
    }

    pub(super) fn save_flags(&mut self) -> SavedFlags {
        SavedFlags(std::mem::replace(&mut self.execution, Execution::Plain))
    }
}
