//! tidy: table
//!
//! Statements: one row a kind.

use super::dump::{Dump, Printer, node, node_kinds, words};
use super::{ClassDecl, ConstItem, Expr, FunctionDecl, Ident, Name, Passing, Span, VariableName};

/// A statement in the arena.
pub type Stmt<'a> = &'a StmtNode<'a>;

/// A statement: what it is and where.
#[derive(Clone, Copy, Debug)]
pub struct StmtNode<'a> {
    pub kind: StmtKind<'a>,
    pub span: Span,
}

impl Dump for StmtNode<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match &self.kind {
            StmtKind::Block { statements } => statements.dump(printer),
            kind => kind.dump(printer),
        }
    }
}

node_kinds! {
    /// What a statement is.
    pub enum StmtKind<'a> {
        /// `{ … }`; prints as its statements. The empty statement is an empty block.
        Block { statements: &'a [Stmt<'a>] } = "StatementList";
        /// `expr;`
        Expression { value: Expr<'a> } = "ExpStatement";
        /// `echo a, b;`, and text outside of PHP tags.
        Echo { values: &'a [Expr<'a>] } = "EchoStatement";
        /// `if … elseif … else …`
        If { condition: Expr<'a>, then: Stmt<'a>, elseifs: &'a [ElseIf<'a>],
             otherwise: Option<Stmt<'a>> } = "IfBranchStatement";
        While { condition: Expr<'a>, body: Stmt<'a> } = "WhileStatement";
        DoWhile { body: Stmt<'a>, condition: Expr<'a> } = "DoStatement";
        For { parts: &'a ForParts<'a>, body: Stmt<'a> } = "ForStatement";
        Foreach { parts: &'a ForeachParts<'a>, body: Stmt<'a> } = "ForeachStatement";
        Switch { subject: Expr<'a>, cases: &'a [Case<'a>] } = "SwitchStatement";
        Break { levels: Option<Expr<'a>> } = "BreakStatement";
        Continue { levels: Option<Expr<'a>> } = "ContinueStatement";
        Return { value: Option<Expr<'a>> } = "ReturnStatement";
        /// `global $a, $$b;`
        Global { variables: &'a [Expr<'a>] } = "GlobalStatement";
        /// `static $a = 1, $b;`
        Static { variables: &'a [&'a StaticVar<'a>] } = "StaticStatement";
        Unset { targets: &'a [Expr<'a>] } = "UnsetStatement";
        /// `declare(…) statement`; an empty block stands for `;`.
        Declare { directives: &'a [&'a ConstItem<'a>], body: Stmt<'a> } = "DeclareStatement";
        Try { body: &'a [Stmt<'a>], catches: &'a [Catch<'a>], finally: Option<Finally<'a>> }
            = "TryStatement";
        Goto [label: Ident<'a>] = "GotoStatement";
        Label [name: Ident<'a>] = "LabelStatement";
        Function { function: &'a FunctionDecl<'a> } = "FunctionStatement";
        Class { class: &'a ClassDecl<'a> } = "ClassStatement";
        /// `namespace A;` (no body: all that follows belongs to it) and `namespace A { … }`.
        Namespace [name: Option<&'a Name<'a>>] { body: Option<&'a [Stmt<'a>]> }
            = "NamespaceStatement";
        /// `use A, B as C;`
        Use { items: &'a [&'a UseItem<'a>] } = "UseStatement";
        /// `use A\{B, C};`
        GroupUse [prefix: &'a Name<'a>] { items: &'a [&'a UseItem<'a>] } = "GroupUseStatement";
        /// `const A = 1;`
        Const { items: &'a [&'a ConstItem<'a>] } = "ConstStatement";
        /// `__halt_compiler();`: the data begins at this byte.
        HaltCompiler [data_offset: u32] = "HaltCompilerStatement";
        /// What could not be parsed.
        Error = "ErrorStatement";
    }
}

node! {
    pub struct ElseIf<'a> [] { condition: Expr<'a>, then: Stmt<'a> } (span: Span)
        = "ElseIfBranchStatement";
}

node! {
    /// The three lists in the head of a `for`.
    pub struct ForParts<'a> []
        { init: &'a [Expr<'a>], conditions: &'a [Expr<'a>], step: &'a [Expr<'a>] } ()
        = "ForHead";
}

node! {
    /// What a `foreach` runs over and where it puts each element.
    pub struct ForeachParts<'a> [passing: Passing]
        { subject: Expr<'a>, key: Option<Expr<'a>>, value: Expr<'a> }
        (
            /// A key written with `&`, which PHP refuses when it compiles.
            key_passing: Passing
        )
        = "ForeachHead";
}

node! {
    /// `case value:`; no value = `default:`.
    pub struct Case<'a> [] { value: Option<Expr<'a>>, body: &'a [Stmt<'a>] } (span: Span)
        = "CaseStatement";
}

node! {
    pub struct Catch<'a> [variable: Option<VariableName<'a>>]
        { classes: &'a [&'a Name<'a>], body: &'a [Stmt<'a>] } (span: Span)
        = "CatchStatement";
}

node! {
    pub struct Finally<'a> [] { body: &'a [Stmt<'a>] } () = "FinallyStatement";
}

node! {
    pub struct StaticVar<'a> [name: VariableName<'a>] { default: Option<Expr<'a>> } (span: Span)
        = "StaticVariable";
}

words! {
    /// What a `use` imports.
    pub enum UseKind {
        Class = "",
        Function = "function",
        Const = "const",
    }
}

node! {
    pub struct UseItem<'a> [kind: UseKind, name: &'a Name<'a>, alias: Option<Ident<'a>>] {}
        (span: Span) = "UseItem";
}
