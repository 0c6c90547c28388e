//! Offsets of strings: which byte a key means, and what is said of keys that mean none.
//!
//! # Not here
//! Bytes that are read or written: `read` and `write`.

use runtime::conv::{self, KeyValue, numeric};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::Key;
use crate::class::shown;
use crate::request::Request;

/// How a key is used on a string.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Its value, or to change it.
    Byte,
    /// Whether it is there; nothing is said.
    Presence,
    /// Its value if it is there (`??`).
    Quietly,
    /// To remove something under it.
    Unset,
}

/// The offset that a key means; none when there is none and the question is a quiet one.
pub(super) fn offset(rq: &mut Request, key: &Key, asks: Asks) -> Res<Option<i64>> {
    match key {
        Key::Elem(KeyValue::Int(offset)) => Ok(Some(*offset)),
        Key::Elem(KeyValue::Str(text)) => of_text(rq, text, asks),
        Key::Raw(value) => of_value(rq, value, asks),
        Key::Undefined(_) | Key::New | Key::Prop(_) => Ok(Some(0)),
    }
}

fn of_value(rq: &mut Request, value: &Value, asks: Asks) -> Res<Option<i64>> {
    match value.view() {
        View::Int(offset) => Ok(Some(offset)),
        View::Str(text) => of_text(rq, &text.clone(), asks),
        View::Ref(reference) => of_value(rq, &reference.get(), asks),
        View::Uninit | View::Null | View::Bool(_) | View::Float(_) => {
            if matches!(asks, Asks::Byte | Asks::Unset) {
                rq.warn("String offset cast occurred")?;
            }
            match value.view() {
                View::Float(float) if asks == Asks::Presence => {
                    runtime::ops::float_to_int(rq, float).map(Some)
                }
                _ => conv::to_int(rq, value).map(Some),
            }
        }
        View::Array(_) | View::Object(_) | View::Resource(_) if asks == Asks::Presence => Ok(None),
        View::Array(_) | View::Object(_) | View::Resource(_) => {
            let given = conv::type_name(rq, value);
            Err(illegal(rq, &given, asks))
        }
    }
}

fn of_text(rq: &mut Request, text: &Str, asks: Asks) -> Res<Option<i64>> {
    let fits = |number: &numeric::Numeric| !number.has_trailing || asks != Asks::Presence;
    if let Some(number) = numeric::prefix(text).filter(fits)
        && let numeric::Number::Int(offset) = number.number
    {
        if number.has_trailing && asks != Asks::Unset {
            rq.warn(&format!("Illegal string offset \"{}\"", shown(text)))?;
        }
        return Ok(Some(offset));
    }
    match asks {
        Asks::Presence | Asks::Quietly => Ok(None),
        Asks::Byte | Asks::Unset => Err(illegal(rq, "string", asks)),
    }
}

fn illegal(rq: &mut Request, given: &str, asks: Asks) -> runtime::raise::Halt {
    if asks == Asks::Unset {
        return rq.throw_error("error", "Cannot unset string offsets");
    }
    rq.throw_error("typeerror", &format!("Cannot access offset of type {given} on string"))
}

/// Where an offset points in a string of this length, from the end when it is negative.
pub(super) fn position(offset: i64, length: usize) -> Option<usize> {
    let at = if offset < 0 { offset.checked_add(length as i64)? } else { offset };
    usize::try_from(at).ok()
}
