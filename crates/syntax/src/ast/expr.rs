//! tidy: table
//!
//! Expressions: one row a kind.

use super::dump::{Attribute, Dump, Printer, node, node_kinds, words};
use super::{ClassDecl, ClassRef, FunctionDecl, Ident, Literal, MemberName, Name, Span};

/// An expression in the arena.
pub type Expr<'a> = &'a ExprNode<'a>;

/// An expression: what it is and where.
#[derive(Clone, Copy, Debug)]
pub struct ExprNode<'a> {
    pub kind: ExprKind<'a>,
    pub span: Span,
}

impl Dump for ExprNode<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        self.kind.dump(printer);
    }
}

node_kinds! {
    /// What an expression is.
    pub enum ExprKind<'a> {
        /// A value: a literal, `true`, `false`, `null`, or what folding made of an expression.
        Literal [value: Literal<'a>] = "ConstantExpression";
        /// A constant by name.
        Constant [name: &'a Name<'a>] = "ConstantExpression";
        /// `__LINE__` and its like.
        MagicConstant [constant: MagicConstant] = "ConstantExpression";
        /// `A::B`, `$a::{expr}`.
        ClassConstant { class: ClassRef<'a>, name: MemberName<'a> } = "ClassConstantExpression";
        /// `A::class`, `$a::class`.
        ClassName { class: ClassRef<'a> } = "ClassNameExpression";
        /// `$name`.
        Variable [name: VariableName<'a>] = "VariableExpression";
        /// `$$name`, `${expr}`.
        DynamicVariable { name: Expr<'a> } = "DynamicVariableExpression";
        /// `A::$b`; `variable` is a `Variable` or a `DynamicVariable`.
        StaticProperty { class: ClassRef<'a>, variable: Expr<'a> } = "StaticMemberExpression";
        /// `$a[index]`, `$a[]`.
        Dim { base: Expr<'a>, index: Option<Expr<'a>> } = "ArrayElementExpression";
        /// `$a->b`, `$a?->b`.
        Property [access: Access] { object: Expr<'a>, name: MemberName<'a> }
            = "ObjectPropertyExpression";
        /// `f()`.
        Call [name: &'a Name<'a>] { args: &'a Args<'a> } = "SimpleFunctionCall";
        /// `$f()`, `(expr)()`.
        CallValue { callee: Expr<'a>, args: &'a Args<'a> } = "DynamicFunctionCall";
        /// `$a->f()`, `$a?->f()`.
        MethodCall [access: Access] { object: Expr<'a>, name: MemberName<'a>, args: &'a Args<'a> }
            = "ObjectMethodExpression";
        /// `A::f()`.
        StaticCall { class: ClassRef<'a>, name: MemberName<'a>, args: &'a Args<'a> }
            = "StaticMethodExpression";
        /// `new A(…)`.
        New { class: ClassRef<'a>, args: &'a Args<'a> } = "NewObjectExpression";
        /// `new class(…) { … }`.
        NewAnonymous { class: &'a ClassDecl<'a>, args: &'a Args<'a> } = "NewAnonymousExpression";
        /// `[…]`, `array(…)`, and as the target of an assignment also `list(…)`.
        Array [syntax: ArraySyntax] { items: &'a [ArrayItem<'a>] } = "ArrayExpression";
        /// `target = value`; an `Array` as target takes the value apart.
        Assign { target: Expr<'a>, value: Expr<'a> } = "AssignmentExpression";
        /// `target = &source`.
        AssignRef { target: Expr<'a>, source: Expr<'a> } = "AssignmentRefExpression";
        /// `target op= value`.
        CompoundAssign [op: BinaryOp] { target: Expr<'a>, value: Expr<'a> }
            = "CompoundAssignmentExpression";
        /// `++$a` and its like.
        IncDec [op: IncDecOp] { target: Expr<'a> } = "IncDecExpression";
        /// `left op right`.
        BinaryOp [op: BinaryOp] { left: Expr<'a>, right: Expr<'a> } = "BinaryOpExpression";
        /// `op operand`.
        UnaryOp [op: UnaryOp] { operand: Expr<'a> } = "UnaryOpExpression";
        /// `(int) operand`.
        Cast [to: CastKind] { operand: Expr<'a> } = "CastExpression";
        /// `cond ? then : otherwise`, `cond ?: otherwise`.
        Ternary [form: TernaryForm]
            { condition: Expr<'a>, then: Option<Expr<'a>>, otherwise: Expr<'a> }
            = "QOpExpression";
        /// `value instanceof A`.
        InstanceOf { value: Expr<'a>, class: ClassRef<'a> } = "InstanceOfExpression";
        /// `isset(a, b)`.
        Isset { operands: &'a [Expr<'a>] } = "IssetExpression";
        /// `empty(a)`.
        Empty { operand: Expr<'a> } = "EmptyExpression";
        /// `include path` and its like.
        Include [kind: IncludeKind] { path: Expr<'a> } = "IncludeExpression";
        /// `eval(code)`.
        Eval { code: Expr<'a> } = "EvalExpression";
        /// `@operand`.
        Silence { operand: Expr<'a> } = "SilenceExpression";
        /// `clone object`.
        Clone { object: Expr<'a> } = "CloneExpression";
        /// `print value`.
        Print { value: Expr<'a> } = "PrintExpression";
        /// `throw exception`.
        Throw { exception: Expr<'a> } = "ThrowExpression";
        /// `yield`, `yield value`, `yield key => value`.
        Yield { key: Option<Expr<'a>>, value: Option<Expr<'a>> } = "YieldExpression";
        /// `yield from source`.
        YieldFrom { source: Expr<'a> } = "YieldFromExpression";
        /// `function () { … }`, `fn () => …`; the declaration says which.
        Closure { function: &'a FunctionDecl<'a> } = "ClosureExpression";
        /// `match (subject) { … }`.
        Match { subject: Expr<'a>, arms: &'a [&'a MatchArm<'a>] } = "MatchExpression";
        /// A string with variables inside.
        Encaps { parts: &'a [EncapsPart<'a>] } = "EncapsListExpression";
        /// A command in backquotes.
        ShellExec { parts: &'a [EncapsPart<'a>] } = "ShellExecExpression";
    }
}

/// The name of a variable, without its `$`.
#[derive(Clone, Copy, Debug)]
pub struct VariableName<'a>(pub &'a [u8]);

impl Attribute for VariableName<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        out.push(b'$');
        out.extend_from_slice(self.0);
    }
}

words! {
    /// The magic constants.
    pub enum MagicConstant {
        Line = "__LINE__",
        File = "__FILE__",
        Dir = "__DIR__",
        Trait = "__TRAIT__",
        Method = "__METHOD__",
        Function = "__FUNCTION__",
        Property = "__PROPERTY__",
        Namespace = "__NAMESPACE__",
        Class = "__CLASS__",
    }
}

words! {
    /// Whether null as object ends the chain (`?->`).
    pub enum Access {
        Plain = "",
        Nullsafe = "nullsafe",
    }
}

words! {
    /// How an array is written.
    pub enum ArraySyntax {
        Short = "",
        Long = "array",
        List = "list",
    }
}

words! {
    /// Operators between two operands, under the names of the HHVM tree where it had one.
    pub enum BinaryOp {
        Add = "ADD",
        Sub = "SUB",
        Mul = "MUL",
        Div = "DIV",
        Mod = "MOD",
        Pow = "POW",
        Concat = "CONCAT",
        BitAnd = "BITWISE_AND",
        BitOr = "BITWISE_OR",
        BitXor = "BITWISE_XOR",
        ShiftLeft = "SHIFT_LEFT",
        ShiftRight = "SHIFT_RIGHT",
        BooleanAnd = "BOOLEAN_AND",
        BooleanOr = "BOOLEAN_OR",
        BooleanXor = "LOGICAL_XOR",
        Equal = "EQUAL",
        NotEqual = "NOT_EQUAL",
        Identical = "IDENTICAL",
        NotIdentical = "NOT_IDENTICAL",
        Less = "SMALLER",
        LessOrEqual = "SMALLER_OR_EQUAL",
        Greater = "GREATER",
        GreaterOrEqual = "GREATER_OR_EQUAL",
        Spaceship = "SPACESHIP",
        Coalesce = "COALESCE",
    }
}

words! {
    /// Operators before one operand.
    pub enum UnaryOp {
        Plus = "PLUS",
        Minus = "MINUS",
        Not = "NOT",
        BitNot = "BITWISE_NOT",
    }
}

words! {
    pub enum IncDecOp {
        PreInc = "PRE_INC",
        PreDec = "PRE_DEC",
        PostInc = "POST_INC",
        PostDec = "POST_DEC",
    }
}

words! {
    pub enum CastKind {
        Int = "int",
        Float = "float",
        String = "string",
        Array = "array",
        Object = "object",
        Bool = "bool",
        Unset = "unset",
    }
}

words! {
    /// Whether parentheses stand around the whole: without them PHP refuses to nest.
    pub enum TernaryForm {
        Bare = "",
        Parenthesized = "parenthesized",
    }
}

words! {
    pub enum IncludeKind {
        Include = "include",
        IncludeOnce = "include_once",
        Require = "require",
        RequireOnce = "require_once",
    }
}

/// What stands in the parentheses of a call.
#[derive(Clone, Copy, Debug)]
pub enum Args<'a> {
    List(&'a [Arg<'a>]),
    /// `f(...)`: the call makes a closure.
    FirstClassCallable,
}

impl Dump for Args<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match self {
            Args::List(args) => args.dump(printer),
            Args::FirstClassCallable => printer.line("FirstClassCallable", &[]),
        }
    }
}

/// One argument.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Value(Expr<'a>),
    Named(&'a Ident<'a>, Expr<'a>),
    Spread(Expr<'a>),
}

impl Dump for Arg<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match self {
            Arg::Value(value) => value.dump(printer),
            Arg::Named(name, value) => {
                printer.line("NamedArgument", &[*name]);
                printer.child(value);
            }
            Arg::Spread(value) => {
                printer.line("Spread", &[]);
                printer.child(value);
            }
        }
    }
}

words! {
    /// Whether a place takes a reference (`&`).
    pub enum Passing {
        ByValue = "",
        ByRef = "&",
    }
}

node_kinds! {
    /// What stands between two commas of an array.
    pub enum ArrayItem<'a> {
        Element [passing: Passing] { key: Option<Expr<'a>>, value: Expr<'a> }
            = "ArrayPairExpression";
        Spread { value: Expr<'a> } = "Spread";
        /// Nothing: allowed in targets only.
        Hole = "Hole";
    }
}

node! {
    /// One arm of a `match`; no conditions = `default`.
    pub struct MatchArm<'a> [] { conditions: Option<&'a [Expr<'a>]>, body: Expr<'a> }
        (span: Span) = "MatchArm";
}

words! {
    /// How a variable is written in a string; two of the forms are deprecated.
    pub enum EncapsForm {
        Plain = "",
        /// `${name}`, `${name[index]}`
        DollarName = "${name}",
        /// `${expr}`
        DollarExpr = "${expr}",
    }
}

/// A piece of a string with variables: a string literal or an expression.
#[derive(Clone, Copy, Debug)]
pub struct EncapsPart<'a> {
    pub value: Expr<'a>,
    pub form: EncapsForm,
}

impl Dump for EncapsPart<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        self.value.dump(printer);
    }
}

node! {
    /// A captured variable of a closure.
    pub struct ClosureUse<'a> [passing: Passing, name: VariableName<'a>] {} (span: Span)
        = "ClosureUse";
}
