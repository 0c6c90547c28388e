//! Loops over an `ArrayIterator`, and the one that an `ArrayObject` gives, without calls.
//!
//! PHP: the classes have an iterator of their own; methods of `Iterator` that a script declares in
//! place of theirs are called. What goes through properties is not walked here, but asked.

use runtime::array::Array;
use runtime::class::{Class, Method};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::object::{ITERATION, Pair};
use crate::library::{ARRAY_ITERATOR, ARRAY_OBJECT};
use crate::request::Request;

/// The slot of an iterator's position, and that of the class of an `ArrayObject`'s iterators.
const AT: usize = 0;
const ITERATOR: usize = 0;
/// The slots that both classes have from their trait.
const STORAGE: usize = 1;
const FLAGS: usize = 2;
const IS_SELF: usize = 3;

/// Whether all methods of `Iterator` are those of `ArrayIterator`.
fn is_walked(class: &'static Class) -> bool {
    if ARRAY_ITERATOR.is(class.id) {
        return true;
    }
    let is_own = |method: &Method| ARRAY_ITERATOR.is(method.scope);
    ARRAY_ITERATOR.is_above(class.id)
        && ITERATION.iter().all(|name| class.methods.get(name).is_some_and(is_own))
}

/// So many objects that go through each other are seen through; they may form a circle.
const LEVELS_MAX: usize = 16;

/// The array that an object goes through in the end.
fn array_of(object: &Object) -> Option<&Array> {
    let mut object = object;
    for _ in 0..LEVELS_MAX {
        let View::Bool(false) = object.slot(IS_SELF).unboxed().view() else { return None };
        object = match object.slot(STORAGE).unboxed().view() {
            View::Array(array) => return Some(array),
            View::Object(inner) if is_either(inner) => inner,
            _ => return None,
        }
    }
    None
}

fn is_either(object: &Object) -> bool {
    ARRAY_OBJECT.is_above(object.class()) || ARRAY_ITERATOR.is_above(object.class())
}

fn walked(object: &Object) -> Option<&Array> {
    is_walked(object.class().class()).then(|| array_of(object)).flatten()
}

fn position(object: &Object) -> u32 {
    let at = object.slot(AT).unboxed().as_int().unwrap_or(0);
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn move_to(object: &Object, at: u32) {
    object.clone().slot_mut(AT).set(Value::int(i64::from(at)));
}

/// Begins again, if that takes no call.
pub(super) fn rewind(object: &Object) -> bool {
    let is_walked = walked(object).is_some();
    if is_walked {
        move_to(object, 0);
    }
    is_walked
}

/// What an object has at hand, if that takes no call: none inside at the end.
pub(super) fn pair(object: &Object) -> Option<Option<Pair>> {
    let found = super::element(walked(object)?, position(object));
    Some(found.map(|(_, key, value)| (key, value)))
}

/// Goes to the next position, if that takes no call.
pub(super) fn move_on(object: &Object) -> bool {
    let Some(array) = walked(object) else { return false };
    let (at, end) = (position(object), array.used());
    let found = if at < end { array.valid_position(at) } else { at };
    move_to(object, found.saturating_add(1).min(end));
    true
}

/// The iterator of an `ArrayObject` of which no script says what it is.
pub(super) fn iterator_of(
    rq: &mut Request,
    object: &Object,
    given: &Method,
) -> Res<Option<Object>> {
    if !ARRAY_OBJECT.is(given.scope) {
        return Ok(None);
    }
    let class = ARRAY_ITERATOR.of(rq)?;
    let name = object.slot(ITERATOR).unboxed().as_str();
    if name.is_none_or(|name| name.as_bytes() != class.class().name.as_bytes()) {
        return Ok(None);
    }
    let mut made = rq.instantiate(class)?;
    made.slot_mut(STORAGE).set(Value::from(object.clone()));
    made.slot_mut(FLAGS).set(object.slot(FLAGS).unboxed().clone());
    Ok(Some(made))
}
