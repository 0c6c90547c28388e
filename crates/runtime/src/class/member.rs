//! Rows of a class: methods, properties, constants, as they are after inheritance.

use std::sync::Arc;

use hhbc::class::{Class as Decl, ClassConst, Prop as PropDecl};
use hhbc::func::{Attrs, Func, Init};
use hhbc::imm::{FuncId, StrId};
use hhbc::unit::Unit;

use super::types::Type;
use crate::message::Message;
use crate::object::ClassId;
use crate::rds::Handle;
use crate::string::{StaticStr, intern};

/// Who may use a member. A later one is stricter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The class, its ancestors and descendants.
    Protected,
    /// The class.
    Private,
}

impl Visibility {
    /// What the modifiers say; public when they say nothing.
    pub fn of(attrs: Attrs) -> Self {
        match () {
            () if attrs.has(Attrs::private) => Self::Private,
            () if attrs.has(Attrs::protected) => Self::Protected,
            () => Self::Public,
        }
    }

    /// Who may write a property with these modifiers.
    pub fn of_set(attrs: Attrs) -> Self {
        match () {
            () if attrs.has(Attrs::private_set) => Self::Private,
            () if attrs.has(Attrs::protected_set) => Self::Protected.max(Self::of(attrs)),
            () => Self::of(attrs),
        }
    }

    /// The keyword.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Protected => "protected",
            Self::Private => "private",
        }
    }

    /// The bits of [`Attrs`] that say who may see a member.
    pub const ATTRS: Attrs = Attrs::public.with(Attrs::protected).with(Attrs::private);
}

/// The declaration of a class in a unit.
#[derive(Clone, Copy)]
pub struct Declared {
    /// The unit.
    pub unit: &'static Unit,
    /// The record.
    pub class: &'static Decl,
}

/// A function of a unit.
#[derive(Clone, Copy)]
pub struct Code {
    /// The unit.
    pub unit: &'static Unit,
    /// The function.
    pub func: FuncId,
}

impl Code {
    /// The record.
    pub fn func(self) -> &'static Func {
        &self.unit.funcs[self.func]
    }

    /// Whether both are one function.
    pub fn is(self, other: Code) -> bool {
        std::ptr::eq(self.unit, other.unit) && self.func == other.func
    }
}

/// A method that every enum has.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EnumMethod {
    /// `cases(): array`
    Cases,
    /// `from(int|string $value): static`
    From,
    /// `tryFrom(int|string $value): ?static`
    TryFrom,
}

/// What a method does.
#[derive(Clone, Copy)]
pub enum Body {
    /// Runs a function of a unit.
    Code(Code),
    /// What its enum says.
    Enum(EnumMethod),
}

/// The number of a pair of code and class scope, the same for all classes that inherit it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MethodId(pub u32);

/// A method of a class.
#[derive(Clone, Copy)]
pub struct Method {
    /// Its name, or the alias under which a trait's method was taken.
    pub name: StaticStr,
    /// What it does.
    pub body: Body,
    /// Its modifiers, after a trait's rules.
    pub attrs: Attrs,
    /// The class in whose scope it runs.
    pub scope: ClassId,
    /// The class or trait that has the code.
    pub origin: ClassId,
    /// Its number.
    pub id: MethodId,
    /// The method it overrides at the root.
    pub proto: Option<&'static Method>,
    /// Whether it overrides a method that a class or trait may not leave out.
    pub overrides: bool,
    /// Whether an ancestor has a private method of this name, which its own methods call.
    pub hides_private: bool,
}

impl Method {
    /// Who may call it.
    pub fn visibility(&self) -> Visibility {
        Visibility::of(self.attrs)
    }

    /// Whether it has no body.
    pub fn is_abstract(&self) -> bool {
        self.attrs.has(Attrs::r#abstract)
    }

    /// Whether it needs no object.
    pub fn is_static(&self) -> bool {
        self.attrs.has(Attrs::r#static)
    }

    /// The function of its code; an enum's own methods have none.
    pub fn func(&self) -> Option<&'static Func> {
        match self.body {
            Body::Code(code) => Some(code.func()),
            Body::Enum(_) => None,
        }
    }

    /// The class whose members may call it when it is protected.
    pub fn root(&self) -> ClassId {
        self.proto.map_or(self.scope, |proto| proto.scope)
    }
}

/// A first value.
#[derive(Clone, Copy)]
pub struct Initial {
    /// The unit that has it.
    pub unit: &'static Unit,
    /// The value, or the code that makes it.
    pub init: &'static Init,
}

impl Initial {
    /// Whether a value of it is made, by code or of what the unit has: not for numbers and the like.
    pub fn is_made(self) -> bool {
        use hhbc::literal::Literal;
        matches!(self.init, Init::Thunk { .. } | Init::Literal(Literal::Str(_) | Literal::Array(_)))
    }

    /// The thunk, when it needs code.
    pub fn thunk(self) -> Option<Code> {
        match self.init {
            Init::Thunk { func, .. } => Some(Code { unit: self.unit, func: *func }),
            Init::Literal(_) => None,
        }
    }
}

/// Functions that read and write a property.
#[derive(Clone, Default)]
pub struct Hooks {
    /// Reads it.
    pub get: Option<Method>,
    /// Writes it.
    pub set: Option<Method>,
}

/// Where a property's value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In this slot of the object.
    Slot(u32),
    /// In the request data.
    Static(Handle),
    /// Nowhere: its hooks make it up.
    Virtual,
}

/// A property of a class.
#[derive(Clone)]
pub struct Prop {
    /// Its name.
    pub name: StaticStr,
    /// Its modifiers.
    pub attrs: Attrs,
    /// Its declared type.
    pub ty: Option<Type>,
    /// The class that declares it, or uses the trait that does.
    pub class: ClassId,
    /// The class that declared it first, without the private ones of that name.
    pub root: ClassId,
    /// Where its value is.
    pub place: Place,
    /// Its first value; without one a typed property is uninitialised and another one null.
    pub initial: Option<Initial>,
    /// Its hooks, if it has any.
    pub hooks: Option<Arc<Hooks>>,
    /// Whether an ancestor has a private property of this name, which its own methods see.
    pub hides_private: bool,
    /// The record; an enum's own properties have none.
    pub decl: Option<&'static PropDecl>,
}

impl Prop {
    /// Who may read it.
    pub fn visibility(&self) -> Visibility {
        Visibility::of(self.attrs)
    }

    /// Who may write it.
    pub fn set_visibility(&self) -> Visibility {
        Visibility::of_set(self.attrs)
    }

    /// Why it cannot be read without a value. The engine's own properties are those of reflectors.
    pub fn uninitialized(&self) -> Message {
        match self.attrs.has(Attrs::internal) {
            true => Message::UnmadeReflection {},
            false => Message::UninitializedProperty { member: self.text() },
        }
    }

    /// Whether it belongs to the class.
    pub fn is_static(&self) -> bool {
        self.attrs.has(Attrs::r#static)
    }

    /// Whether it is assigned once.
    pub fn is_readonly(&self) -> bool {
        self.attrs.has(Attrs::readonly)
    }

    /// Whether a read and a write are nothing but that: no hooks, no type, everybody's.
    pub fn is_plain(&self) -> bool {
        self.ty.is_none()
            && self.hooks.is_none()
            && !self.is_readonly()
            && !self.hides_private
            && self.set_visibility() == Visibility::Public
    }
}

/// A constant of a class, or a case.
#[derive(Clone, Copy)]
pub struct Const {
    /// Its name.
    pub name: StaticStr,
    /// Its modifiers.
    pub attrs: Attrs,
    /// Its declared type.
    pub ty: Option<Type>,
    /// The class that declares it, or uses the trait that does.
    pub class: ClassId,
    /// Its value; of a case the value that backs it.
    pub initial: Option<Initial>,
    /// Whether it is an enum's case.
    pub is_case: bool,
    /// Where the request keeps it once it was made ([`Initial::is_made`]).
    pub slot: Option<Handle>,
    /// The record.
    pub decl: &'static ClassConst,
}

impl Const {
    /// Who may use it.
    pub fn visibility(&self) -> Visibility {
        Visibility::of(self.attrs)
    }
}

/// A name of a unit.
pub(super) fn name_of(unit: &Unit, id: StrId) -> StaticStr {
    intern(unit.str(id))
}

/// A name in lower case.
pub(super) fn folded(name: &[u8]) -> StaticStr {
    intern(&name.to_ascii_lowercase())
}
