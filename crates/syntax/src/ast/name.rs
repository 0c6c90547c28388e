//! Names, identifiers, types: what a declaration or a reference is called.

use super::dump::{Attribute, Dump, Printer, words};
use super::{Expr, Span};

/// A word of the source: the name of a function, member, label, or a variable without its `$`.
#[derive(Clone, Copy, Debug)]
pub struct Ident<'a> {
    pub text: &'a [u8],
    pub span: Span,
}

impl Attribute for Ident<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.text);
    }
}

words! {
    /// How a name says where it is to be looked up.
    pub enum NameKind {
        /// `foo`
        Unqualified = "unqualified",
        /// `foo\bar`
        Qualified = "qualified",
        /// `\foo\bar`; the text has no leading backslash.
        FullyQualified = "fully qualified",
        /// `namespace\foo`; the text is what follows `namespace\`.
        Relative = "relative",
    }
}

/// A possibly namespaced name, as written.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    pub text: &'a [u8],
    pub kind: NameKind,
    pub span: Span,
}

impl Attribute for Name<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        match self.kind {
            NameKind::FullyQualified => out.push(b'\\'),
            NameKind::Relative => out.extend_from_slice(b"namespace\\"),
            NameKind::Unqualified | NameKind::Qualified => {}
        }
        out.extend_from_slice(self.text);
    }
}

impl Dump for Name<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        printer.line("Name", &[self]);
    }
}

/// A class, by name (`static`, `self` and `parent` are names too) or by the value of an expression.
#[derive(Clone, Copy, Debug)]
pub enum ClassRef<'a> {
    Name(&'a Name<'a>),
    Value(Expr<'a>),
}

impl ClassRef<'_> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Value(value) => value.span,
        }
    }
}

impl Dump for ClassRef<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match self {
            ClassRef::Name(name) => name.dump(printer),
            ClassRef::Value(value) => value.dump(printer),
        }
    }
}

/// A method, property or class constant, by name or by the value of an expression.
#[derive(Clone, Copy, Debug)]
pub enum MemberName<'a> {
    Name(&'a Ident<'a>),
    Value(Expr<'a>),
}

impl MemberName<'_> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Value(value) => value.span,
        }
    }
}

impl Dump for MemberName<'_> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        match self {
            MemberName::Name(name) => printer.line("Name", &[*name]),
            MemberName::Value(value) => value.dump(printer),
        }
    }
}

/// A type as written, and where.
#[derive(Clone, Copy, Debug)]
pub struct TypeNode<'a> {
    pub kind: TypeKind<'a>,
    pub span: Span,
}

/// What a type says. `int`, `self`, `mixed` and the like are names.
#[derive(Clone, Copy, Debug)]
pub enum TypeKind<'a> {
    Named(&'a Name<'a>),
    Array,
    Callable,
    Static,
    Nullable(&'a TypeNode<'a>),
    Union(&'a [&'a TypeNode<'a>]),
    Intersection(&'a [&'a TypeNode<'a>]),
}

impl Attribute for TypeNode<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        match self.kind {
            TypeKind::Named(name) => name.show(out),
            TypeKind::Array => out.extend_from_slice(b"array"),
            TypeKind::Callable => out.extend_from_slice(b"callable"),
            TypeKind::Static => out.extend_from_slice(b"static"),
            TypeKind::Nullable(inner) => {
                out.push(b'?');
                inner.show(out);
            }
            TypeKind::Union(members) => show_members(members, b'|', out),
            TypeKind::Intersection(members) => show_members(members, b'&', out),
        }
    }
}

/// Members of a union may be intersections, which hold plain types only: two levels at most.
fn show_members(members: &[&TypeNode<'_>], separator: u8, out: &mut Vec<u8>) {
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            out.push(separator);
        }
        let grouped = matches!(member.kind, TypeKind::Intersection(_));
        if grouped {
            out.push(b'(');
        }
        member.show(out);
        if grouped {
            out.push(b')');
        }
    }
}
