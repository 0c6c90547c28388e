//! Classes: what is declared of them. Linking with parents is not done here.

use crate::constraint::TypeConstraint;
use crate::func::{Attribute, Attrs, Init};
use crate::imm::{FuncId, StrId};
use crate::literal::Literal;

/// Which kind of class.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClassKind {
    /// `class`
    Class,
    /// `interface`
    Interface,
    /// `trait`
    Trait,
    /// `enum`
    Enum,
}

impl ClassKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Class, Self::Interface, Self::Trait, Self::Enum];

    /// The keyword.
    pub fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Interface => "interface",
            Self::Trait => "trait",
            Self::Enum => "enum",
        }
    }
}

/// A class as its file declares it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Class {
    /// Its name, in full.
    pub name: StrId,
    /// Its kind.
    pub kind: ClassKind,
    /// Its modifiers, and whether it is hoisted.
    pub attrs: Attrs,
    /// What it takes from others.
    pub inherits: Inherits,
    /// The type of the values of an enum's cases.
    pub enum_type: Option<TypeConstraint>,
    /// Its constants and cases.
    pub consts: Vec<ClassConst>,
    /// Its properties.
    pub props: Vec<Prop>,
    /// Its methods, hooks, and the closures and thunks that run in its scope.
    pub members: Vec<FuncId>,
    /// The comment before it.
    pub doc: Option<StrId>,
    /// What stands in `#[…]`.
    pub attributes: Vec<Attribute>,
    /// Its first and last line; 0 when it has none.
    pub lines: (u32, u32),
}

/// Where else the members of a class come from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inherits {
    /// The class it extends.
    pub parent: Option<StrId>,
    /// The interfaces it implements, or extends when it is one.
    pub interfaces: Vec<StrId>,
    /// The traits it uses.
    pub traits: Vec<StrId>,
    /// How conflicts between traits are solved.
    pub trait_rules: Vec<TraitRule>,
}

/// A rule in the block of a `use`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TraitRule {
    /// `T::method insteadof U, V`
    InsteadOf {
        /// The trait whose method is taken.
        of: StrId,
        /// The method.
        method: StrId,
        /// The traits whose methods are not.
        excluded: Vec<StrId>,
    },
    /// `[T::]method as [visibility] [alias]`
    Alias {
        /// The trait whose method is meant, when that is said.
        of: Option<StrId>,
        /// The method.
        method: StrId,
        /// Its other modifiers.
        attrs: Attrs,
        /// Its other name.
        alias: Option<StrId>,
    },
}

/// A constant of a class, or a case of an enum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClassConst {
    /// Its name.
    pub name: StrId,
    /// Whether it is an enum's case. The value is then that of the case.
    pub is_case: bool,
    /// Its modifiers.
    pub attrs: Attrs,
    /// Its declared type.
    pub ty: Option<TypeConstraint>,
    /// Its value; none for a case without one.
    pub value: Option<Init>,
    /// The comment before it.
    pub doc: Option<StrId>,
    /// What stands in `#[…]`.
    pub attributes: Vec<Attribute>,
}

/// A property.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prop {
    /// Its name.
    pub name: StrId,
    /// Its modifiers.
    pub attrs: Attrs,
    /// Its declared type.
    pub ty: Option<TypeConstraint>,
    /// Its first value. A typed property without one is uninitialised, another one is null.
    pub value: Option<Init>,
    /// The function that reads it.
    pub get: Option<FuncId>,
    /// The function that writes it.
    pub set: Option<FuncId>,
    /// The comment before it.
    pub doc: Option<StrId>,
    /// What stands in `#[…]`.
    pub attributes: Vec<Attribute>,
}

/// A constant that is defined when the unit is loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitConst {
    /// Its name, in full.
    pub name: StrId,
    /// Its value.
    pub value: Init,
}

/// A fact about a unit that the engine does not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Metadata {
    /// Its name.
    pub name: StrId,
    /// Its value.
    pub value: Literal,
}
