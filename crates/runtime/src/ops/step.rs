//! `++` and `--`.

use crate::conv::{self, numeric};
use crate::message::Message;
use crate::raise::{Cast, OrExit, Raise, Res};
use crate::string::Str;
use crate::value::{Value, View};
use numeric::Number;

/// The value after `++`.
pub fn increment(rq: &mut dyn Raise, value: &Value) -> Res<Value> {
    match value.view() {
        View::Int(value) => Ok(by_one(Number::Int(value), 1)),
        View::Float(value) => Ok(by_one(Number::Float(value), 1)),
        View::Uninit | View::Null => Ok(Value::int(1)),
        View::Bool(_) => no_effect(rq, value, "Increment", "bool"),
        View::Str(text) => match numeric::whole(text) {
            Some(numeric) => Ok(by_one(numeric.number, 1)),
            None => increment_text(rq, &text.clone()),
        },
        View::Object(_) => step_object(rq, value, "increment", 1),
        View::Array(_) | View::Resource(_) => cannot(rq, value, "increment"),
        View::Ref(inner) => increment(rq, &inner.get()),
    }
}

/// The value after `--`.
pub fn decrement(rq: &mut dyn Raise, value: &Value) -> Res<Value> {
    match value.view() {
        View::Int(value) => Ok(by_one(Number::Int(value), -1)),
        View::Float(value) => Ok(by_one(Number::Float(value), -1)),
        View::Uninit | View::Null => no_effect(rq, value, "Decrement", "null"),
        View::Bool(_) => no_effect(rq, value, "Decrement", "bool"),
        View::Str(text) => decrement_text(rq, &text.clone()),
        View::Object(_) => step_object(rq, value, "decrement", -1),
        View::Array(_) | View::Resource(_) => cannot(rq, value, "decrement"),
        View::Ref(inner) => decrement(rq, &inner.get()),
    }
}

fn by_one(number: Number, step: i64) -> Value {
    match number {
        Number::Int(int) => {
            int.checked_add(step).map_or_else(|| Value::float(int as f64 + step as f64), Value::int)
        }
        Number::Float(float) => Value::float(float + step as f64),
    }
}

fn no_effect(
    rq: &mut dyn Raise,
    value: &Value,
    verb: &'static str,
    operand: &'static str,
) -> Res<Value> {
    let kept = if value.is_null() { Value::NULL } else { value.clone() };
    rq.report(Message::StepHasNoEffect { verb, operand })?;
    Ok(kept)
}

fn cannot(rq: &mut dyn Raise, value: &Value, verb: &'static str) -> Res<Value> {
    let operand = conv::type_name(rq, value);
    Err(rq.throw(Message::CannotStep { verb, operand }))
}

fn step_object(rq: &mut dyn Raise, value: &Value, verb: &'static str, step: i64) -> Res<Value> {
    let kept = value.clone();
    let operator = if step > 0 { "+" } else { "-" };
    if let Some(result) = rq.object_operator(operator, &kept, &Value::int(1))? {
        return Ok(result);
    }
    if let View::Object(object) = kept.view()
        && let Some(number) = rq.object_cast(object, Cast::Number)?
    {
        return if step > 0 { increment(rq, &number) } else { decrement(rq, &number) };
    }
    cannot(rq, &kept, verb)
}

/// The next text: letters and digits count up from the right, a carry makes it longer.
fn increment_text(rq: &mut dyn Raise, text: &Str) -> Res<Value> {
    if !text.iter().all(u8::is_ascii_alphanumeric) || text.is_empty() {
        rq.report(Message::IncrementNonAlphanumeric {})?;
    }
    if text.is_empty() {
        return Ok(Value::from(Str::new(b"1").or_exit(rq)?));
    }
    let mut result = Str::join(&[text.as_bytes()]).or_exit(rq)?;
    let carried = result.as_bytes_mut().and_then(count_up);
    let result = match carried {
        Some(first) => Str::join(&[&[first], result.as_bytes()]).or_exit(rq)?,
        None if result.len() == 1 => Str::new(&result).or_exit(rq)?,
        None => result,
    };
    Ok(Value::from(result))
}

/// Counts up in place; the byte to put in front when the carry leaves the text.
fn count_up(bytes: &mut [u8]) -> Option<u8> {
    let mut carry = None;
    for byte in bytes.iter_mut().rev() {
        let (wrapped, front) = match *byte {
            b'z' => (b'a', b'a'),
            b'Z' => (b'A', b'A'),
            b'9' => (b'0', b'1'),
            b'a'..=b'y' | b'A'..=b'Y' | b'0'..=b'8' => {
                *byte += 1;
                return None;
            }
            _ => return None,
        };
        *byte = wrapped;
        carry = Some(front);
    }
    carry
}

fn decrement_text(rq: &mut dyn Raise, text: &Str) -> Res<Value> {
    if text.is_empty() {
        rq.report(Message::DecrementEmpty {})?;
        return Ok(Value::int(-1));
    }
    if let Some(numeric) = numeric::whole(text) {
        return Ok(by_one(numeric.number, -1));
    }
    rq.report(Message::DecrementNonNumeric {})?;
    Ok(Value::from(text.clone()))
}
