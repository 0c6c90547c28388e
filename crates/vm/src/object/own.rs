//! The properties of an object that its class does not declare, where nothing has to be asked for
//! them: no hook, no magic method, no type.

use runtime::array::Key;
use runtime::class::Found;
use runtime::heap::Oom;
use runtime::object::{ClassId, Object};
use runtime::string::Str;
use runtime::value::{SlotMut, Value, View};

use crate::library;

/// The slot of the array of them, when `name` means one of them for code of a scope.
fn slot(object: &Object, name: &Str, scope: Option<ClassId>) -> Option<usize> {
    let class = object.class().class();
    let slot = class.first.dynamic?;
    let is_plain = !object.is_lazy() && !library::INCOMPLETE.is(object.class());
    let is_own =
        || class.props.is_empty() || matches!(class.find_prop(name, scope), Found::Dynamic);
    (is_plain && is_own()).then_some(slot as usize)
}

/// The value of one that is there.
#[inline]
pub(crate) fn get<'o>(object: &'o Object, name: &Str, scope: Option<ClassId>) -> Option<&'o Value> {
    let own = object.slot(slot(object, name, scope)?).as_array()?;
    own.get(Key::of_str(name)).map(Value::unboxed)
}

/// Whether there is one that is not null; none when a magic method is to be asked.
pub(crate) fn isset(object: &Object, name: &Str, scope: Option<ClassId>) -> Option<bool> {
    let own = object.slot(slot(object, name, scope)?).as_array();
    match own.and_then(|own| own.get(Key::of_str(name))) {
        Some(value) => Some(!value.unboxed().is_null()),
        None if object.class().class().magic.isset.is_none() => Some(false),
        None => None,
    }
}

/// The place of one that is there.
pub(crate) fn place<'o>(
    object: &'o mut Object,
    name: &Str,
    scope: Option<ClassId>,
) -> Result<Option<SlotMut<'o>>, Oom> {
    let Some(slot) = slot(object, name, scope) else { return Ok(None) };
    let Some(own) = object.slot_mut(slot).into_array_mut() else { return Ok(None) };
    own.slot(Key::of_str(name))
}

/// Assigns to one that is there, and is no reference. False when that is not so.
pub(crate) fn set(
    object: &mut Object,
    name: &Str,
    scope: Option<ClassId>,
    value: &Value,
) -> Result<bool, Oom> {
    let Some(mut place) = place(object, name, scope)? else { return Ok(false) };
    if let View::Ref(_) = place.get().view() {
        return Ok(false);
    }
    place.set(value.clone());
    Ok(true)
}
