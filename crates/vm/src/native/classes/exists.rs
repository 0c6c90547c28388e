//! Which classes there are, and which is below which.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::ClassId;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::class_of;
use crate::class::shown;
use crate::native::{library_classes, request};

fn exists(
    call: &mut Call<'_>,
    (name, autoload): (&Str, bool),
    fits: fn(ClassKind) -> bool,
) -> Res<bool> {
    let found = request(call).find_class(name, autoload)?;
    Ok(found.is_some_and(|class| fits(class.class().kind)))
}

pub(super) fn class_exists(call: &mut Call<'_>, class: &Str, autoload: bool) -> Res<bool> {
    exists(call, (class, autoload), |kind| matches!(kind, ClassKind::Class | ClassKind::Enum))
}

pub(super) fn interface_exists(call: &mut Call<'_>, interface: &Str, autoload: bool) -> Res<bool> {
    exists(call, (interface, autoload), |kind| kind == ClassKind::Interface)
}

pub(super) fn trait_exists(call: &mut Call<'_>, name: &Str, autoload: bool) -> Res<bool> {
    exists(call, (name, autoload), |kind| kind == ClassKind::Trait)
}

pub(super) fn enum_exists(call: &mut Call<'_>, name: &Str, autoload: bool) -> Res<bool> {
    exists(call, (name, autoload), |kind| kind == ClassKind::Enum)
}

/// The class of an object, or that a string names where strings are allowed, and the other one.
fn both(
    call: &mut Call<'_>,
    (value, class): (&Value, &Str),
    allow_string: bool,
) -> Res<Option<(ClassId, ClassId)>> {
    let own = match value.unboxed().view() {
        View::Object(_) => class_of(call, value)?,
        View::Str(_) if allow_string => class_of(call, value)?,
        _ => None,
    };
    let Some(own) = own else { return Ok(None) };
    let other = request(call).find_class(class, false)?;
    Ok(other.map(|other| (own, other)))
}

pub(super) fn is_a(
    call: &mut Call<'_>,
    object_or_class: &Value,
    class: &Str,
    allow_string: bool,
) -> Res<bool> {
    let both = both(call, (object_or_class, class), allow_string)?;
    Ok(both.is_some_and(|(own, other)| own.class().is_a(other)))
}

pub(super) fn is_subclass_of(
    call: &mut Call<'_>,
    object_or_class: &Value,
    class: &Str,
    allow_string: bool,
) -> Res<bool> {
    let both = both(call, (object_or_class, class), allow_string)?;
    Ok(both.is_some_and(|(own, other)| own != other && own.class().is_a(other)))
}

/// Names that no class can have.
const RESERVED: [&str; 15] = [
    "bool", "false", "float", "int", "null", "parent", "self", "static", "string", "true", "void",
    "never", "iterable", "object", "mixed",
];

pub(super) fn class_alias(
    call: &mut Call<'_>,
    class: &Str,
    alias: &Str,
    autoload: bool,
) -> Res<bool> {
    let Some(found) = request(call).find_class(class, autoload)? else {
        let text = format!("Class \"{}\" not found", shown(class));
        call.rq().report(Message::Warning { text })?;
        return Ok(false);
    };
    let last = alias.rsplit(|byte| *byte == b'\\').next().unwrap_or_default();
    if last == b"_" {
        let text = "Using \"_\" as a class alias is deprecated since 8.4".to_owned();
        call.rq().report(Message::Deprecation { text })?;
    }
    if RESERVED.iter().any(|word| last.eq_ignore_ascii_case(word.as_bytes())) {
        let text = format!("Cannot use \"{}\" as a class alias as it is reserved", shown(alias));
        return Err(request(call).fatal(&text));
    }
    if request(call).find_class(alias, false)?.is_some() {
        // PHP: what is told is where the class is that gets the name.
        let text = crate::class::redeclaration(&shown(alias), found.class());
        call.rq().report(Message::Warning { text })?;
        return Ok(false);
    }
    request(call).alias_class(alias, found);
    Ok(true)
}

/// The names of classes: of the library's, declared or not, then of those that scripts have declared
/// and the other names that they gave.
fn declared(call: &mut Call<'_>, fits: fn(ClassKind) -> bool) -> Res<Array> {
    // Traits of the library are its own.
    let of_library = library_classes().filter(|class| class.kind != ClassKind::Trait);
    let mut names: Vec<Value> = of_library
        .filter(|class| fits(class.kind))
        .map(|class| Value::from(intern(class.name.as_bytes())))
        .collect();
    let is_library = |class: ClassId| class.class().attrs.has(Attrs::native);
    let all = request(call).declared_classes.clone();
    for (alias, id) in all.into_iter().filter(|(_, class)| fits(class.class().kind)) {
        match alias {
            Some(alias) => names.push(Value::from(call.str(&alias)?)),
            None if is_library(id) => {}
            None => names.push(Value::from(id.class().name)),
        }
    }
    call.list(names)
}

pub(super) fn get_declared_classes(call: &mut Call<'_>) -> Res<Array> {
    declared(call, |kind| matches!(kind, ClassKind::Class | ClassKind::Enum))
}

pub(super) fn get_declared_interfaces(call: &mut Call<'_>) -> Res<Array> {
    declared(call, |kind| kind == ClassKind::Interface)
}

pub(super) fn get_declared_traits(call: &mut Call<'_>) -> Res<Array> {
    declared(call, |kind| kind == ClassKind::Trait)
}
