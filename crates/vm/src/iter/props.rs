//! Loops by value over the properties of an object.
//!
//! The second cell of the iterator says where the loop is: at which slot, or, from [`OWN`] on, at
//! which cursor in the object's own properties, so that what comes and goes is followed as in arrays.

use runtime::array::{Array, CursorId, Key};
use runtime::class::{Class, Found, Place, Prop, Visibility};
use runtime::heap::Oom;
use runtime::object::{ClassId, Object};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::key_value;
use crate::object::{is_asked, is_internal, is_made_up, is_shadowed};

/// Where the numbers of cursors begin.
const OWN: i64 = 1 << 32;

/// What a loop comes to.
pub(crate) enum Next {
    Nothing,
    /// A key and the value under it.
    Value(Value, Value),
    /// A property whose hook is asked.
    Asked(&'static Prop),
}

/// Whether the properties of objects are all in slots, or their own.
pub(super) fn are_in_slots(class: &Class) -> bool {
    !class.props.rows().any(is_made_up)
}

/// Where a loop is, if it is one over properties.
#[inline]
pub(crate) fn place(second: &Value) -> Option<i64> {
    second.as_int().filter(|place| *place >= 0)
}

/// The cursor of such a loop.
pub(super) fn cursor(second: &Value) -> Option<CursorId> {
    let number = second.as_int()?.checked_sub(OWN)?;
    u32::try_from(number).ok().map(CursorId::from_number)
}

/// The next property that code of a scope sees, and where the loop then is.
pub(crate) fn next(
    object: &Object,
    scope: Option<ClassId>,
    place: i64,
) -> Result<(i64, Next), Oom> {
    let class = object.class().class();
    let mut place = place;
    while let Some(prop) = usize::try_from(place).ok().and_then(|at| class.first.slots.get(at)) {
        let slot = place as u32;
        place += 1;
        if is_seen(class, (prop, slot), scope)
            && let Some(next) = in_slot(object, prop, slot)
        {
            return Ok((place, next));
        }
    }
    own(object, scope, place)
}

fn is_seen(class: &'static Class, (prop, slot): (&Prop, u32), scope: Option<ClassId>) -> bool {
    if scope.is_none() {
        return prop.visibility() == Visibility::Public;
    }
    match class.find_prop(prop.name.as_bytes(), scope) {
        Found::Prop(found) => found.place == Place::Slot(slot),
        Found::Dynamic | Found::Static(_) | Found::Hidden(_) => false,
    }
}

fn in_slot(object: &Object, prop: &'static Prop, slot: u32) -> Option<Next> {
    if is_internal(prop) {
        return None;
    }
    if is_asked(prop) {
        return Some(Next::Asked(prop));
    }
    let value = object.slot(slot as usize).unboxed();
    let is_there = !matches!(value.view(), View::Uninit);
    is_there.then(|| Next::Value(Value::from(prop.name.to_str()), value.clone()))
}

/// The next of the object's own properties.
fn own(object: &Object, scope: Option<ClassId>, place: i64) -> Result<(i64, Next), Oom> {
    let class = object.class().class();
    let Some(slot) = class.first.dynamic else { return Ok((place, Next::Nothing)) };
    let mut object = object.clone();
    let mut held = object.slot_mut(slot as usize);
    let Some(array) = held.as_array_mut() else { return Ok((place, Next::Nothing)) };
    let place = if place < OWN { OWN + open(array)? } else { place };
    let Some(cursor) = cursor(&Value::int(place)) else { return Ok((place, Next::Nothing)) };
    while let Some(at) = array.next_position(&cursor)? {
        let Some((key, value)) = array.entry(at) else { break };
        if !matches!(key, Key::Str(name) if is_shadowed(class, name.as_bytes(), scope)) {
            return Ok((place, Next::Value(own_key(key)?, value.unboxed().clone())));
        }
    }
    Ok((place, Next::Nothing))
}

fn open(array: &mut Array) -> Result<i64, Oom> {
    array.make_unique(0)?;
    Ok(i64::from(array.open_cursor(0).number()))
}

/// The name says whose property it was before it became one of an array.
fn own_key(key: Key) -> Result<Value, Oom> {
    match key {
        Key::Str(name) => match super::object::plain_name(name.as_bytes()) {
            Some(plain) => Str::new(plain).map(Value::from),
            None => Ok(Value::from(name.clone())),
        },
        Key::Int(_) => Ok(key_value(key)),
    }
}
