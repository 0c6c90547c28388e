//! Enums: the interfaces they have by nature, and what they must not have.

use std::sync::LazyLock;

use hhbc::class::ClassKind;
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::Attrs;
use hhbc::imm::StrId;
use hhbc::strings::Strings;
use hhbc::unit::{Level, Unit};
use stdx::id::IdVec;

use super::super::member::{Declared, Place, Prop};
use super::super::types::{Type, shown};
use super::{Bases, Linked, Linker, Loader};
use crate::string::intern;

/// Methods that an enum cannot have: name in lower case, and as messages write it.
const REFUSED: &[(&str, &str)] = &[
    ("__construct", "__construct"),
    ("__destruct", "__destruct"),
    ("__clone", "__clone"),
    ("__get", "__get"),
    ("__set", "__set"),
    ("__unset", "__unset"),
    ("__isset", "__isset"),
    ("__tostring", "__toString"),
    ("__debuginfo", "__debugInfo"),
    ("__serialize", "__serialize"),
    ("__unserialize", "__unserialize"),
    ("__sleep", "__sleep"),
    ("__wakeup", "__wakeup"),
    ("__set_state", "__set_state"),
];

/// Adds `UnitEnum`, and `BackedEnum` when the cases have values.
pub(super) fn add_interfaces(
    loader: &mut dyn Loader,
    declared: Declared,
    bases: &mut Bases,
) -> Linked {
    if declared.class.kind != ClassKind::Enum {
        return Ok(());
    }
    let backed = declared.class.enum_type.is_some().then_some(&b"BackedEnum"[..]);
    for name in [&b"UnitEnum"[..]].into_iter().chain(backed) {
        if let Some(id) = loader.class(name, false)?
            && !bases.interfaces.contains(&id)
        {
            bases.interfaces.push(id);
        }
    }
    Ok(())
}

/// The types of an enum's properties: `name` of all, `value` of backed ones.
static TYPES: LazyLock<[TypeConstraint; 3]> =
    LazyLock::new(|| [Hint::string, Hint::int, Hint::string].map(TypeConstraint::of));
/// The unit of those types, which name no class.
static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit {
    path: StrId(0),
    level: Level::default(),
    strings: Strings::new(),
    arrays: IdVec::new(),
    funcs: IdVec::new(),
    classes: IdVec::new(),
    consts: Vec::new(),
    metadata: Vec::new(),
});

impl Linker<'_> {
    /// `name`, and `value` when the cases have values.
    pub(super) fn add_enum_props(&mut self) {
        if self.kind() != ClassKind::Enum {
            return;
        }
        let value = self.declared.class.enum_type.as_ref();
        let value = value.map(|ty| ("value", &TYPES[1 + usize::from(ty.hints.has(Hint::string))]));
        for (name, constraint) in [("name", &TYPES[0])].into_iter().chain(value) {
            let prop = Prop {
                name: intern(name.as_bytes()),
                attrs: Attrs::public.with(Attrs::readonly).with(Attrs::protected_set),
                ty: Some(Type { unit: &UNIT, constraint }),
                class: self.id,
                root: self.id,
                place: Place::Virtual,
                initial: None,
                hooks: None,
                hides_private: false,
                decl: None,
            };
            let prop = self.place(prop);
            self.props.insert(prop.name, prop);
        }
    }

    pub(super) fn check_enum(&self) -> Linked {
        if self.kind() != ClassKind::Enum {
            return Ok(());
        }
        let class = self.shown();
        if self.props.rows().any(|prop| prop.decl.is_some()) {
            return self.fatal(format!("Enum {class} cannot include properties"));
        }
        for (key, name) in REFUSED {
            if self.methods.index(key.as_bytes()).is_some() {
                return self.fatal(format!("Enum {class} cannot include magic method {name}"));
            }
        }
        let is_serializable =
            |id: &&crate::object::ClassId| id.class().name.as_bytes() == b"Serializable";
        if let Some(id) = self.interfaces.iter().find(is_serializable) {
            let name = shown(id.class().name.as_bytes());
            return self.fatal(format!("Enum {class} cannot implement the {name} interface"));
        }
        Ok(())
    }
}
