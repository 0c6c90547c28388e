//! tidy: table
//!
//! Declarations: functions, classes, members, attributes.

use super::dump::{Attribute as Shown, Dump, Printer, node, node_kinds, words};
use super::{Args, ClosureUse, Expr, Ident, Name, Passing, Span, Stmt, TypeNode, VariableName};

/// The text of a doc comment, `/**` and `*/` included.
pub type DocComment<'a> = &'a [u8];

/// A set of modifiers.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Modifiers(u16);

/// One row a modifier: constant, bit, keyword.
macro_rules! modifiers {
    ($($(#[$meta:meta])* $NAME:ident = $bit:literal, $word:literal;)*) => {
        impl Modifiers {
            pub const NONE: Self = Self(0);
            $($(#[$meta])* pub const $NAME: Self = Self(1 << $bit);)*
            const WORDS: &[(Self, &str)] = &[$((Self::$NAME, $word)),*];
        }
    };
}

modifiers! {
    PUBLIC = 0, "public";
    PROTECTED = 1, "protected";
    PRIVATE = 2, "private";
    PUBLIC_SET = 3, "public(set)";
    PROTECTED_SET = 4, "protected(set)";
    PRIVATE_SET = 5, "private(set)";
    STATIC = 6, "static";
    ABSTRACT = 7, "abstract";
    FINAL = 8, "final";
    READONLY = 9, "readonly";
    /// The old `var`: public, written so.
    VAR = 10, "var";
}

impl Modifiers {
    /// The visibilities for reading.
    pub const VISIBILITY: Self = Self(Self::PUBLIC.0 | Self::PROTECTED.0 | Self::PRIVATE.0);
    /// The visibilities for writing.
    pub const SET_VISIBILITY: Self =
        Self(Self::PUBLIC_SET.0 | Self::PROTECTED_SET.0 | Self::PRIVATE_SET.0);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `other` is set.
    pub const fn any_of(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The keyword of a set of one.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(modifier, _)| *modifier == self).map_or("", |(_, word)| word)
    }
}

impl Shown for Modifiers {
    fn show(&self, out: &mut Vec<u8>) {
        let words = Self::WORDS.iter().filter(|(modifier, _)| self.any_of(*modifier));
        let words: Vec<&str> = words.map(|(_, word)| *word).collect();
        out.extend_from_slice(words.join(" ").as_bytes());
    }
}

words! {
    pub enum FunctionKind {
        Function = "function",
        Method = "method",
        Hook = "hook",
        Closure = "closure",
        ArrowFunction = "fn",
    }
}

words! {
    /// Whether calling it makes a generator: its body yields.
    pub enum Execution {
        Plain = "",
        Generator = "generator",
    }
}

node! {
    /// A function, method, property hook, closure or arrow function.
    pub struct FunctionDecl<'a>
        [
            kind: FunctionKind,
            execution: Execution,
            modifiers: Modifiers,
            returns: Passing,
            name: Option<Ident<'a>>,
            return_type: Option<&'a TypeNode<'a>>,
        ]
        {
            attributes: &'a [AttributeGroup<'a>],
            /// `None` only for a hook without a list.
            params: Option<&'a [&'a Param<'a>]>,
            uses: &'a [&'a ClosureUse<'a>],
            body: FunctionBody<'a>,
        }
        (doc: Option<DocComment<'a>>, span: Span)
        = "FunctionDeclaration";
}

/// What a function does.
#[derive(Clone, Copy, Debug)]
pub enum FunctionBody<'a> {
    /// `;`: abstract.
    None,
    Block(&'a [Stmt<'a>]),
    /// `=> expr`
    Expr(Expr<'a>),
}

impl Dump for FunctionBody<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match self {
            FunctionBody::None => {}
            FunctionBody::Block(statements) => statements.dump(printer),
            FunctionBody::Expr(value) => value.dump(printer),
        }
    }
}

words! {
    /// Whether a parameter takes all further arguments (`...`).
    pub enum Arity {
        One = "",
        Variadic = "...",
    }
}

node! {
    pub struct Param<'a>
        [
            modifiers: Modifiers,
            ty: Option<&'a TypeNode<'a>>,
            passing: Passing,
            arity: Arity,
            name: VariableName<'a>,
        ]
        {
            attributes: &'a [AttributeGroup<'a>],
            default: Option<Expr<'a>>,
            hooks: Option<&'a [&'a FunctionDecl<'a>]>,
        }
        (doc: Option<DocComment<'a>>, span: Span)
        = "ParameterExpression";
}

words! {
    pub enum ClassKind {
        Class = "class",
        Interface = "interface",
        Trait = "trait",
        Enum = "enum",
    }
}

node! {
    /// A class, interface, trait, enum or anonymous class.
    pub struct ClassDecl<'a>
        [
            kind: ClassKind,
            modifiers: Modifiers,
            /// `None`: an anonymous class.
            name: Option<Ident<'a>>,
            /// The type behind the colon of an enum.
            backing: Option<&'a TypeNode<'a>>,
        ]
        {
            attributes: &'a [AttributeGroup<'a>],
            parent: Option<Extends<'a>>,
            /// What it implements; for an interface, what it extends.
            interfaces: &'a [Implements<'a>],
            members: &'a [Member<'a>],
        }
        (doc: Option<DocComment<'a>>, span: Span)
        = "ClassDeclaration";
}

node! {
    pub struct Extends<'a> [name: &'a Name<'a>] {} () = "Extends";
}

node! {
    pub struct Implements<'a> [name: &'a Name<'a>] {} () = "Implements";
}

node_kinds! {
    /// What a class body holds.
    pub enum Member<'a> {
        Properties { group: &'a PropertyGroup<'a> } = "ClassVariable";
        Constants { group: &'a ConstGroup<'a> } = "ClassConstant";
        Method { function: &'a FunctionDecl<'a> } = "MethodStatement";
        Case { case: &'a EnumCase<'a> } = "EnumCaseStatement";
        TraitUse { uses: &'a TraitUse<'a> } = "UseTraitStatement";
        /// What could not be parsed.
        Error = "ErrorMember";
    }
}

node! {
    /// `use A, B { … }`
    pub struct TraitUse<'a> []
        { traits: &'a [&'a Name<'a>], rules: &'a [&'a TraitRule<'a>] } (span: Span)
        = "TraitUse";
}

node! {
    /// `public int $a = 1, $b;`
    pub struct PropertyGroup<'a> [modifiers: Modifiers, ty: Option<&'a TypeNode<'a>>]
        { attributes: &'a [AttributeGroup<'a>], items: &'a [&'a PropertyItem<'a>] } (span: Span)
        = "PropertyGroup";
}

node! {
    pub struct PropertyItem<'a> [name: VariableName<'a>]
        { default: Option<Expr<'a>>, hooks: Option<&'a [&'a FunctionDecl<'a>]> }
        (doc: Option<DocComment<'a>>, span: Span)
        = "Property";
}

node! {
    /// `final public const int A = 1, B = 2;`
    pub struct ConstGroup<'a> [modifiers: Modifiers, ty: Option<&'a TypeNode<'a>>]
        { attributes: &'a [AttributeGroup<'a>], items: &'a [&'a ConstItem<'a>] } (span: Span)
        = "ConstantGroup";
}

node! {
    /// A constant and its value; also a directive of `declare`.
    pub struct ConstItem<'a> [name: Ident<'a>] { value: Expr<'a> }
        (doc: Option<DocComment<'a>>, span: Span) = "Constant";
}

node! {
    pub struct EnumCase<'a> [name: Ident<'a>]
        { attributes: &'a [AttributeGroup<'a>], value: Option<Expr<'a>> }
        (doc: Option<DocComment<'a>>, span: Span)
        = "EnumCase";
}

node_kinds! {
    /// What stands in the braces of a trait use.
    pub enum TraitRule<'a> {
        /// `A::f insteadof B, C;`
        Precedence [method: &'a MethodReference<'a>] { excluded: &'a [&'a Name<'a>] }
            = "TraitPrecStatement";
        /// `f as protected g;`
        Alias [method: &'a MethodReference<'a>, modifiers: Modifiers, alias: Option<Ident<'a>>]
            = "TraitAliasStatement";
    }
}

/// `f` or `A::f`.
#[derive(Clone, Copy, Debug)]
pub struct MethodReference<'a> {
    pub class: Option<&'a Name<'a>>,
    pub method: Ident<'a>,
}

impl Shown for MethodReference<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        if let Some(class) = self.class {
            class.show(out);
            out.extend_from_slice(b"::");
        }
        self.method.show(out);
    }
}

node! {
    /// `#[A, B(1)]`
    pub struct AttributeGroup<'a> [] { attributes: &'a [&'a Attribute<'a>] } (span: Span)
        = "AttributeGroup";
}

node! {
    /// One attribute: a class and the arguments of its constructor.
    pub struct Attribute<'a> [name: &'a Name<'a>] { args: Option<&'a Args<'a>> } (span: Span)
        = "UserAttribute";
}
