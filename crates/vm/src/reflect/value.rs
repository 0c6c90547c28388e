//! Values of properties, whoever may see them.

use runtime::array::Key;
use runtime::class::{Asker, Juggling, Place, Prop};
use runtime::object::{ClassId, Object, SlotState};
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use super::facts::{argument, class_at, str_at};
use crate::frame::Frame;
use crate::object::prop;
use crate::request::Request;

fn asker(scope: Option<ClassId>) -> Asker {
    Asker { scope, juggling: Juggling::Weak, in_magic: false, in_hook: false }
}

/// `get_(object, int $scope, string $name): mixed`
pub(super) fn get(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let value = prop::read_by(rq, asker(class_at(frame, 1)), &object, &str_at(frame, 2))?;
    Ok(value.unboxed().clone())
}

/// `set_(object, int $scope, string $name, mixed $value): void`
pub(super) fn set(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let name = str_at(frame, 2);
    prop::write_by(rq, asker(class_at(frame, 1)), (&object, &name), argument(frame, 3))?;
    Ok(Value::NULL)
}

/// The row of a property and its slot in an object.
fn slot_of(frame: &Frame) -> Option<(Object, &'static Prop, usize)> {
    let object = argument(frame, 0).into_object()?;
    let row = class_at(frame, 1)?.class().props.get(&str_at(frame, 2))?;
    match row.place {
        Place::Slot(slot) => Some((object, row, slot as usize)),
        Place::Static(_) | Place::Virtual => None,
    }
}

/// `isSet_(object, int $class, string $name): ?bool`: whether the slot has a value; null without
/// a slot.
pub(super) fn is_set(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(match slot_of(frame) {
        Some((object, _, slot)) => {
            let is_empty = matches!(object.slot(slot).view(), View::Uninit);
            let object = if is_empty { rq.real_object(&object)? } else { object };
            Value::bool(!matches!(object.slot(slot).unboxed().view(), View::Uninit))
        }
        None => Value::NULL,
    })
}

/// `getRaw_(object, int $class, string $name): mixed`: the value behind the hooks.
pub(super) fn get_raw(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let scope = class_at(frame, 1);
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let by = Asker { in_hook: true, ..asker(scope) };
    Ok(prop::read_by(rq, by, &object, &str_at(frame, 2))?.unboxed().clone())
}

/// `setRaw_(object, int $class, string $name, mixed $value): void`
pub(super) fn set_raw(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let scope = class_at(frame, 1);
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let by = Asker { in_hook: true, ..asker(scope) };
    prop::write_by(rq, by, (&object, &str_at(frame, 2)), argument(frame, 3))?;
    Ok(Value::NULL)
}

/// `put_(object, int $class, string $name, mixed $value): void`: among the properties, whatever
/// the class says of them, in place of a reference too.
pub(super) fn put(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let value = argument(frame, 3);
    if let Some((mut object, _, slot)) = slot_of(frame) {
        object.slot_mut(slot).set(value);
        return Ok(Value::NULL);
    }
    let Some(mut object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let Some(slot) = object.class().class().first.dynamic else { return Ok(Value::NULL) };
    let mut all = object.slot(slot as usize).as_array().cloned().unwrap_or_default();
    object.slot_mut(slot as usize).set(Value::NULL);
    let name = str_at(frame, 2);
    let done = all.set(Key::of_str(&name), value);
    object.slot_mut(slot as usize).set(Value::from(all));
    object.set_may_be_cyclic();
    done.or_exit(rq)?;
    Ok(Value::NULL)
}

/// `cut_(object, int $class, string $name): void`: out of the properties.
pub(super) fn cut(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    if let Some((mut object, _, slot)) = slot_of(frame) {
        object.slot_mut(slot).set(Value::UNINIT);
        return Ok(Value::NULL);
    }
    let Some(mut object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let Some(slot) = object.class().class().first.dynamic else { return Ok(Value::NULL) };
    let mut all = object.slot(slot as usize).as_array().cloned().unwrap_or_default();
    object.slot_mut(slot as usize).set(Value::NULL);
    let name = str_at(frame, 2);
    let done = all.remove(Key::of_str(&name)).map(drop);
    object.slot_mut(slot as usize).set(Value::from(all));
    done.or_exit(rq)?;
    Ok(Value::NULL)
}

/// `uninit_(object, int $class, string $name): void`: as before a first assignment.
pub(super) fn uninit(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    if let Some((mut object, _, slot)) = slot_of(frame) {
        object.slot_mut(slot).set(Value::UNINIT);
        object.set_slot_state(slot, SlotState::NEVER_SET);
    }
    Ok(Value::NULL)
}

/// `staticGet_(int $class, string $name): mixed`
pub(super) fn static_get(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0) else { return Ok(Value::NULL) };
    let name = str_at(frame, 1);
    let scope = class.class().props.get(&name).map(|row| row.class);
    let place = rq.static_prop(class, &name, scope)?;
    rq.static_value(place)
}

/// `staticIsSet_(int $class, string $name): bool`
pub(super) fn static_is_set(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0) else { return Ok(Value::NULL) };
    let name = str_at(frame, 1);
    let scope = class.class().props.get(&name).map(|row| row.class);
    let place = rq.static_prop(class, &name, scope)?;
    let is_set = |value: &mut Value| !matches!(value.unboxed().view(), View::Uninit);
    Ok(Value::bool(rq.with_static(place, is_set).unwrap_or(false)))
}

/// `staticSet_(int $class, string $name, mixed $value): void`
pub(super) fn static_set(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0) else { return Ok(Value::NULL) };
    let name = str_at(frame, 1);
    let scope = class.class().props.get(&name).map(|row| row.class);
    let place = rq.static_prop(class, &name, scope)?;
    rq.assign_static(place, argument(frame, 2), Juggling::Weak, scope)?;
    Ok(Value::NULL)
}
