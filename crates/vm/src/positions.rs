//! Positions in arrays, for the library's iterators.
//!
//! A position is a place in the order of an array, which elements keep while others come and go.
//! One behind an element that was removed means the next element that is there.

use runtime::array::{Array, Key};
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use hhbc::imm::LocalId;

use crate::frame::Frame;
use crate::native_method::MethodRow;
use crate::request::Request;

/// Native methods of `Position_`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("position_::valid_", valid),
    ("position_::key_", key),
    ("position_::value_", value),
    ("position_::next_", next),
    ("position_::put_", put),
];

/// The array of a call and the position that its second argument means.
fn operands(frame: &Frame) -> (Option<Array>, u32) {
    let array = match frame.local(LocalId(0)).unboxed().view() {
        View::Array(array) => Some(array.clone()),
        _ => None,
    };
    let at = frame.local(LocalId(1)).unboxed().as_int().unwrap_or(0);
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let at = array.as_ref().map_or(at, |array| match at < array.used() {
        true => array.valid_position(at),
        false => at,
    });
    (array, at)
}

fn entry<R>(frame: &Frame, read: impl FnOnce(Key<'_>, &Value) -> R) -> Option<R> {
    let (array, at) = operands(frame);
    let array = array?;
    let (key, value) = (at < array.used()).then(|| array.entry(at))??;
    Some(read(key, value))
}

/// `valid_(array, int): bool`
fn valid(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(Value::bool(entry(frame, |_, _| ()).is_some()))
}

/// `key_(array, int): int|string|null`
fn key(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(entry(frame, |key, _| crate::iter::key_value(key)).unwrap_or(Value::NULL))
}

/// `value_(array, int): mixed`
fn value(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(entry(frame, |_, value| value.unboxed().clone()).unwrap_or(Value::NULL))
}

/// `next_(array, int): int`: behind all elements there is no further position.
fn next(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (array, at) = operands(frame);
    let end = array.map_or(u32::MAX, |array| array.used());
    Ok(Value::int(i64::from(at.saturating_add(1).min(end))))
}

/// `put_(array &$array, int|string $key, mixed $value): void`: also in place of a reference.
fn put(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let (key, value) = (frame.local(LocalId(1)).unboxed().clone(), frame.local(LocalId(2)).clone());
    let View::Ref(place) = frame.local(LocalId(0)).view() else { return Ok(Value::NULL) };
    let place = place.clone();
    let mut array = place.peek().as_array().cloned().unwrap_or_default();
    place.set(Value::NULL);
    let done = match key.view() {
        View::Int(int) => array.set(Key::Int(int), value),
        View::Str(text) => array.set(Key::of_str(text), value),
        _ => Ok(()),
    };
    place.set(Value::from(array));
    done.or_exit(rq).map(|()| Value::NULL)
}
