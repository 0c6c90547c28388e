//! Lazy objects, as reflection makes and asks them.

use runtime::class::{Asker, Juggling, Place};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::facts::{argument, class_at, str_at};
use crate::frame::Frame;
use crate::object::lazy::{self, Manner};
use crate::object::prop;
use crate::request::Request;

/// `lazyMake_(int $class, ?object $object, bool $proxy, mixed $initializer, int $options): object`
pub(super) fn make(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(class) = class_at(frame, 0) else { return Ok(Value::NULL) };
    let manner = Manner {
        is_proxy: runtime::conv::to_bool(&argument(frame, 2)),
        initializer: argument(frame, 3),
        options: argument(frame, 4).as_int().unwrap_or(0),
    };
    match argument(frame, 1).into_object() {
        None => rq.new_lazy(class, manner).map(Value::from),
        Some(object) => {
            rq.reset_as_lazy(&object, class, manner)?;
            Ok(Value::from(object))
        }
    }
}

/// `lazyIs_(object): bool`: whether it is lazy and has not been initialised.
pub(super) fn is(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = argument(frame, 0).into_object();
    Ok(Value::bool(object.is_some_and(|object| lazy::is_uninitialized(&object))))
}

/// `lazyStart_(object, bool $runs): object`: initialises it, or says that it is. What stands for it.
pub(super) fn start(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    if lazy::is_uninitialized(&object) {
        match runtime::conv::to_bool(&argument(frame, 1)) {
            true => drop(rq.real_object(&object)?),
            false => rq.settle_lazy(&object),
        }
    }
    let instance = object.with_lazy(|lazy| lazy.instance().cloned()).flatten();
    Ok(Value::from(instance.unwrap_or(object)))
}

/// `lazyInitializer_(object): mixed`
pub(super) fn initializer(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = argument(frame, 0).into_object();
    Ok(object.and_then(|object| lazy::initializer(&object)).unwrap_or(Value::NULL))
}

/// The object, or what stands for it, and the slot of a property of it.
fn slot_of(rq: &mut Request, frame: &Frame) -> Option<(Object, usize)> {
    let object = argument(frame, 0).into_object()?;
    let object = rq.shown_object(&object);
    let row = class_at(frame, 1)?.class().props.get(&str_at(frame, 2))?;
    match row.place {
        Place::Slot(slot) => Some((object, slot as usize)),
        Place::Static(_) | Place::Virtual => None,
    }
}

/// `lazySlot_(object, int $class, string $name): bool`: whether the property is still lazy.
pub(super) fn slot(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some((object, slot)) = slot_of(rq, frame) else { return Ok(Value::bool(false)) };
    let is_lazy = lazy::mark_slot(&object, slot, false);
    lazy::mark_slot(&object, slot, is_lazy);
    Ok(Value::bool(is_lazy))
}

/// `lazySkip_(object, int $class, string $name): void`
pub(super) fn skip(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    if let Some((object, slot)) = slot_of(rq, frame) {
        rq.skip_lazy_slot(&object, slot);
    }
    Ok(Value::NULL)
}

/// `lazySetRaw_(object, int $class, string $name, mixed $value): void`
pub(super) fn set_raw(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some((object, slot)) = slot_of(rq, frame) else { return Ok(Value::NULL) };
    let scope = class_at(frame, 1);
    let was_lazy = lazy::mark_slot(&object, slot, false);
    let by = Asker { scope, juggling: Juggling::Weak, in_magic: false, in_hook: true };
    let written = prop::write_by(rq, by, (&object, &str_at(frame, 2)), argument(frame, 3));
    let is_empty = matches!(object.slot(slot).view(), View::Uninit);
    if was_lazy && written.is_err() && is_empty && lazy::is_uninitialized(&object) {
        lazy::mark_slot(&object, slot, true);
    }
    if was_lazy {
        lazy::end_if_full(&object);
    }
    written.map(|_| Value::NULL)
}
