//! Positions in arrays and in the properties of objects, for the library's iterators.
//!
//! A position is a place in the order of an array, which elements keep while others come and go.
//! One behind an element that was removed means the next element that is there. The elements of an
//! object are the properties that all code sees: those of slots, then its own.

use runtime::array::{Array, Key};
use runtime::class::{Found, Place, Visibility};
use runtime::conv::int_to_str;
use runtime::object::Object;
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use hhbc::imm::LocalId;

use crate::frame::Frame;
use crate::iter::key_value;
use crate::native_method::MethodRow;
use crate::object::{is_internal, own_props};
use crate::request::Request;

/// Native methods of `Position_`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("position_::valid_", valid),
    ("position_::key_", key),
    ("position_::value_", value),
    ("position_::next_", next),
    ("position_::before_", before),
    ("position_::nth_", nth),
    ("position_::find_", find),
    ("position_::follow_", follow),
    ("position_::put_", put),
];

/// What positions are in.
struct Source {
    /// The object whose slots come first.
    object: Option<Object>,
    /// The array, or the object's own properties.
    array: Array,
}

impl Source {
    /// The first argument of a call.
    fn of(rq: &mut Request, frame: &Frame) -> Self {
        match frame.local(LocalId(0)).unboxed().view() {
            View::Array(array) => Self { object: None, array: array.clone() },
            View::Object(object) => {
                let object = rq.shown_object(object);
                Self { array: own_props(&object).unwrap_or_default(), object: Some(object) }
            }
            _ => Self { object: None, array: Array::new() },
        }
    }

    fn slots(&self) -> u32 {
        let slots = self.object.as_ref().map(|object| object.class().class().first.slots.len());
        slots.unwrap_or(0) as u32
    }

    /// One behind the last position.
    fn end(&self) -> u32 {
        self.slots() + self.array.used()
    }

    /// The element at a position that has one.
    fn element(&self, at: u32) -> Option<(Value, Value)> {
        let Some(object) = &self.object else {
            let (key, value) = self.array.entry(at)?;
            return Some((key_value(key), value.unboxed().clone()));
        };
        let Some(own) = at.checked_sub(self.slots()) else { return property(object, at) };
        let (key, value) = self.array.entry(own)?;
        let name = match key {
            Key::Int(int) => int_to_str(int).ok()?,
            Key::Str(name) => name.clone(),
        };
        (name.first() != Some(&0)).then(|| (Value::from(name), value.unboxed().clone()))
    }

    /// The position of the first element from one on; the same behind all.
    fn first_from(&self, at: u32) -> u32 {
        if at >= self.end() {
            return at;
        }
        match &self.object {
            None => self.array.valid_position(at),
            Some(_) => (at..self.end())
                .find(|&at| self.element(at).is_some())
                .unwrap_or_else(|| self.end()),
        }
    }

    /// The position of the last element before one.
    fn last_before(&self, at: u32) -> Option<u32> {
        match &self.object {
            None => self.array.position_before(at),
            Some(_) => (0..at.min(self.end())).rev().find(|&at| self.element(at).is_some()),
        }
    }
}

/// The property of a slot that all code sees.
fn property(object: &Object, slot: u32) -> Option<(Value, Value)> {
    let prop = object.class().class().first.slots.get(slot as usize)?;
    let value = object.slot(slot as usize).unboxed();
    let is_seen = prop.visibility() == Visibility::Public && !is_internal(prop);
    (is_seen && !matches!(value.view(), View::Uninit))
        .then(|| (Value::from(prop.name.to_str()), value.clone()))
}

/// The second argument of a call, a position.
fn position(frame: &Frame) -> u32 {
    let at = frame.local(LocalId(1)).unboxed().as_int().unwrap_or(0);
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The element that a call means.
fn element(rq: &mut Request, frame: &Frame) -> Option<(Value, Value)> {
    let source = Source::of(rq, frame);
    source.element(source.first_from(position(frame)))
}

/// `valid_(array|object, int): bool`
fn valid(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(Value::bool(element(rq, frame).is_some()))
}

/// `key_(array|object, int): int|string|null`
fn key(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(element(rq, frame).map_or(Value::NULL, |(key, _)| key))
}

/// `value_(array|object, int): mixed`
fn value(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    Ok(element(rq, frame).map_or(Value::NULL, |(_, value)| value))
}

/// `next_(array|object, int): int`: behind all elements there is no further position.
fn next(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let source = Source::of(rq, frame);
    let at = source.first_from(position(frame));
    Ok(Value::int(i64::from(at.saturating_add(1).min(source.end()))))
}

/// `before_(array|object, int): int`: the position of the element before, or one behind all.
fn before(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let source = Source::of(rq, frame);
    let found = source.last_before(source.first_from(position(frame)));
    Ok(Value::int(found.map_or(i64::from(u32::MAX), i64::from)))
}

/// `nth_(array|object, int): int`: the position of an element by its number.
fn nth(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let source = Source::of(rq, frame);
    let number = position(frame);
    if source.object.is_none() && source.array.len() == source.array.used() as usize {
        return Ok(Value::int(i64::from(number.min(source.end()))));
    }
    let mut at = source.first_from(0);
    for _ in 0..number.min(source.end()) {
        at = source.first_from(at + 1);
    }
    Ok(Value::int(i64::from(at)))
}

/// `find_(object, int|string): ?int`: the position of a property.
fn find(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let source = Source::of(rq, frame);
    let key = frame.local(LocalId(1)).unboxed();
    let Some(object) = &source.object else { return Ok(Value::NULL) };
    let declared =
        key.as_str().and_then(|name| match object.class().class().find_prop(name, None) {
            Found::Prop(prop) => match prop.place {
                Place::Slot(slot) => Some(slot),
                Place::Static(_) | Place::Virtual => None,
            },
            Found::Dynamic | Found::Static(_) | Found::Hidden(_) => None,
        });
    let own = || match key.view() {
        View::Int(int) => source.array.position_of(Key::Int(int)),
        View::Str(name) => source.array.position_of(Key::of_str(name)),
        _ => None,
    };
    let at = declared.or_else(|| Some(own()? + source.slots()));
    let at = at.filter(|&at| source.element(at).is_some());
    Ok(at.map_or(Value::NULL, |at| Value::int(i64::from(at))))
}

/// `follow_(array $links, int $at, int $step, int $count): int`: where so many steps lead, each to
/// what is linked, or to the number beside.
fn follow(_: &mut Request, frame: &mut Frame) -> Res<Value> {
    let number = |at: u32| frame.local(LocalId(at)).unboxed().as_int().unwrap_or(0);
    let (mut at, step, mut count) = (number(1), number(2), number(3));
    if let View::Array(links) = frame.local(LocalId(0)).unboxed().view() {
        while count > 0 && !links.is_empty() {
            let linked = links.get(Key::Int(at)).and_then(Value::as_int);
            at = linked.unwrap_or_else(|| at.wrapping_add(step));
            count -= 1;
        }
    }
    Ok(Value::int(at.wrapping_add(step.wrapping_mul(count))))
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
