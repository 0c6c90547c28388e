//! Offsets of strings: `$text[1]`.
//!
//! A string of digits is an offset as it is; with more behind the digits it is one after a warning,
//! and so are null, booleans and floats. Nothing else is.

use hhbc::imm::QueryOp;
use runtime::conv::numeric::{self, Number};
use runtime::conv::{self, KeyValue};
use runtime::raise::Res;
use runtime::string::{Str, one_byte};
use runtime::value::{Value, View};

use super::Key;
use crate::class::shown;
use crate::request::Request;

/// The whole number at the start of a text, and whether more follows.
fn leading(text: &[u8]) -> Option<(i64, bool)> {
    let found = numeric::prefix(text)?;
    match found.number {
        Number::Int(offset) => Some((offset, found.has_trailing)),
        Number::Float(_) => None,
    }
}

/// The offset that a key stands for where one is needed; `unsets`: on the way to what is unset.
pub(super) fn offset(rq: &mut Request, key: &Value, unsets: bool) -> Res<i64> {
    match key.view() {
        View::Int(offset) => return Ok(offset),
        View::Str(text) => {
            if let Some((offset, has_trailing)) = leading(text) {
                if has_trailing && !unsets {
                    rq.warn(&format!("Illegal string offset \"{}\"", shown(text)))?;
                }
                return Ok(offset);
            }
        }
        View::Null | View::Uninit | View::Bool(_) | View::Float(_) => {
            rq.warn("String offset cast occurred")?;
            return Ok(to_int(key));
        }
        _ => {}
    }
    if unsets {
        return Err(rq.throw_error("error", "Cannot unset string offsets"));
    }
    let given = conv::type_name(rq, key);
    let text = format!("Cannot access offset of type {given} on string");
    Err(rq.throw_error("typeerror", &text))
}

fn to_int(key: &Value) -> i64 {
    match key.view() {
        View::Bool(value) => i64::from(value),
        View::Float(value) => conv::float_to_int(value),
        _ => 0,
    }
}

/// The byte at an offset, as a string; null when there is none.
pub(super) fn read(rq: &mut Request, text: &Str, key: &Key, how: QueryOp) -> Res<Value> {
    let key = match key {
        Key::Elem(KeyValue::Int(offset)) => return byte(rq, text, *offset, how),
        other => other.value(),
    };
    let offset = match how {
        QueryOp::CGetList => None,
        QueryOp::CGet => Some(offset(rq, &key, false)?),
        QueryOp::CGetQuiet => quiet_offset(rq, &key)?,
        QueryOp::Isset | QueryOp::Empty => tested_offset(rq, &key)?,
    };
    offset.map_or(Ok(Value::NULL), |offset| byte(rq, text, offset, how))
}

/// The offset for `??`.
fn quiet_offset(rq: &mut Request, key: &Value) -> Res<Option<i64>> {
    match key.view() {
        View::Str(text) if leading(text).is_none() => Ok(None),
        View::Null | View::Uninit | View::Bool(_) | View::Float(_) => Ok(Some(to_int(key))),
        _ => offset(rq, key, false).map(Some),
    }
}

/// The offset for `isset` and `empty`, which complain of fractions alone.
fn tested_offset(rq: &mut Request, key: &Value) -> Res<Option<i64>> {
    Ok(match key.view() {
        View::Float(float) => Some(runtime::ops::float_to_int(rq, float)?),
        View::Int(offset) => Some(offset),
        View::Str(text) => leading(text).and_then(|(offset, more)| (!more).then_some(offset)),
        View::Null | View::Uninit | View::Bool(_) => Some(to_int(key)),
        _ => None,
    })
}

fn byte(rq: &mut Request, text: &[u8], offset: i64, how: QueryOp) -> Res<Value> {
    let at = if offset < 0 { offset + text.len() as i64 } else { offset };
    match usize::try_from(at).ok().and_then(|at| text.get(at)) {
        Some(byte) if how != QueryOp::CGetList => Ok(Value::from(one_byte(*byte))),
        None if how == QueryOp::CGet => {
            rq.warn(&format!("Uninitialized string offset {offset}"))?;
            Ok(Value::from(runtime::string::empty()))
        }
        _ => Ok(Value::NULL),
    }
}
