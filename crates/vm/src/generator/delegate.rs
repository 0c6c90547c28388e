//! `yield from`: what another gives is handed on.

use runtime::object::Object;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use super::{Input, State, field, int_in, is_generator, is_over, set, slot, state};
use crate::library;
use crate::request::Request;

/// What a step of a delegate came to.
pub(super) enum Step {
    /// The generator has the next value.
    Yielded,
    /// The delegate is done; its generator goes on with this.
    Ended(Input),
}

/// Notes that a generator has not asked its delegate for anything yet.
pub(super) fn note_unasked(generator: &Object) {
    set(generator, slot::POSITION, Value::int(UNASKED));
}

/// Whether the generator has not asked its delegate for anything yet.
#[inline(always)]
pub(super) fn is_unasked(generator: &Object) -> bool {
    int_in(generator, slot::POSITION) == UNASKED
}

/// Where a generator stands in a delegate that it has not asked.
const UNASKED: i64 = -1;

fn take(generator: &Object, key: Value, value: Value) -> Step {
    set(generator, slot::KEY, key);
    set(generator, slot::CURRENT, value);
    Step::Yielded
}

/// The first value of a delegate, which is no generator that has not begun.
pub(super) fn first(rq: &mut Request, generator: &Object) -> Res<Step> {
    let delegate = field(generator, slot::DELEGATE).value().clone();
    set(generator, slot::POSITION, Value::NULL);
    match delegate.view() {
        View::Array(_) => {
            set(generator, slot::POSITION, Value::int(0));
            Ok(next_element(generator))
        }
        View::Object(inner) if is_generator(inner) => {
            if state(inner) == State::Closed {
                let text = "Generator passed to yield from was aborted without proper return and is \
                            unable to continue";
                let exception = thrown(rq, "error", text)?;
                return Ok(Step::Ended(Input::Throw(exception)));
            }
            let idle = super::check_idle(rq, inner);
            of_generator(generator, inner, idle)
        }
        View::Object(iterator) => {
            let rewound = rq.call_method(iterator, b"rewind", &[]);
            of_iterator(rq, generator, iterator, rewound.map(drop))
        }
        _ => Ok(Step::Ended(Input::Send(Value::NULL))),
    }
}

fn thrown(rq: &mut Request, class: &str, text: &str) -> Res<Object> {
    match rq.throw_error(class, text) {
        Halt::Throw(object) => Ok(object),
        Halt::Exit => Err(Halt::Exit),
    }
}

/// The next value of a delegate that is no generator.
pub(super) fn step(rq: &mut Request, generator: &Object, input: Input) -> Res<Step> {
    let delegate = field(generator, slot::DELEGATE).value().clone();
    match (delegate.view(), input) {
        (_, Input::Throw(object)) => Ok(Step::Ended(Input::Throw(object))),
        (View::Array(_), Input::Send(_)) => Ok(next_element(generator)),
        (View::Object(iterator), Input::Send(_)) => {
            let moved = rq.call_method(iterator, b"next", &[]);
            of_iterator(rq, generator, iterator, moved.map(drop))
        }
        _ => Ok(Step::Ended(Input::Send(Value::NULL))),
    }
}

fn next_element(generator: &Object) -> Step {
    let position = int_in(generator, slot::POSITION) as u32;
    let array = field(generator, slot::DELEGATE).value().as_array().cloned();
    let found = array.as_ref().and_then(|array| {
        let at = array.valid_position(position);
        let (key, value) = array.entry(at)?;
        Some((at, crate::iter::key_value(key), value.unboxed().clone()))
    });
    match found {
        Some((at, key, value)) => {
            set(generator, slot::POSITION, Value::int(i64::from(at) + 1));
            take(generator, key, value)
        }
        None => Step::Ended(Input::Send(Value::NULL)),
    }
}

fn of_generator(generator: &Object, inner: &Object, idle: Res<()>) -> Res<Step> {
    match idle {
        Err(Halt::Throw(object)) => Ok(Step::Ended(Input::Throw(object))),
        Err(Halt::Exit) => Err(Halt::Exit),
        Ok(()) if is_over(inner) => {
            Ok(Step::Ended(Input::Send(field(inner, slot::RESULT).value().clone())))
        }
        Ok(()) => {
            let (key, value) = (
                field(inner, slot::KEY).value().clone(),
                field(inner, slot::CURRENT).value().clone(),
            );
            Ok(take(generator, key, value))
        }
    }
}

fn of_iterator(
    rq: &mut Request,
    generator: &Object,
    iterator: &Object,
    moved: Res<()>,
) -> Res<Step> {
    let read = moved.and_then(|()| {
        let valid = rq.call_method(iterator, b"valid", &[])?;
        if !runtime::conv::to_bool(&valid) {
            return Ok(None);
        }
        let value = rq.call_method(iterator, b"current", &[])?;
        let key = rq.call_method(iterator, b"key", &[])?;
        Ok(Some((key, value)))
    });
    match read {
        Ok(Some((key, value))) => Ok(take(generator, key, value)),
        Ok(None) => Ok(Step::Ended(Input::Send(Value::NULL))),
        Err(Halt::Throw(object)) => Ok(Step::Ended(Input::Throw(object))),
        Err(Halt::Exit) => Err(Halt::Exit),
    }
}

/// What `yield from` delegates to for a value; none when it cannot.
pub(super) fn of_value(rq: &mut Request, value: &Value) -> Res<Option<Value>> {
    match value.unboxed().view() {
        View::Array(_) => Ok(Some(value.unboxed().clone())),
        View::Object(object) if is_generator(object) => Ok(Some(value.unboxed().clone())),
        View::Object(object) => {
            let mut object = object.clone();
            while library::ITERATOR_AGGREGATE.is_above(object.class()) {
                match crate::iter::aggregate(rq, &object)? {
                    Some(inner) => object = inner,
                    None => return Ok(None),
                }
            }
            let is_iterator = library::ITERATOR.is_above(object.class());
            Ok(is_iterator.then(|| Value::from(object)))
        }
        _ => Ok(None),
    }
}
