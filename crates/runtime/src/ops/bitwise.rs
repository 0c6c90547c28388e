//! `& | ^ ~ << >>`; the first four also work on the bytes of strings.

use super::ints;
use crate::conv;
use crate::message::Message;
use crate::raise::{OrExit, Raise, Res};
use crate::string::Str;
use crate::value::{Value, View};

/// How many bytes the result of a string operation has.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    OfShorter,
    OfLonger,
}

fn on_strings(
    rq: &mut dyn Raise,
    operands: (&Str, &Str),
    length: Length,
    operator: fn(u8, u8) -> u8,
) -> Res<Value> {
    let (left, right) = operands;
    let longer = if left.len() >= right.len() { left } else { right };
    let shorter = left.len().min(right.len());
    let mut result = match length {
        Length::OfLonger => Str::join(&[longer.as_bytes()]).or_exit(rq)?,
        Length::OfShorter => Str::zeroed(shorter).or_exit(rq)?,
    };
    if let Some(bytes) = result.as_bytes_mut() {
        for (byte, (&a, &b)) in bytes.iter_mut().zip(left.iter().zip(right.iter())) {
            *byte = operator(a, b);
        }
    }
    Ok(Value::from(canonical(rq, result)?))
}

/// Strings of less than two bytes are the static ones.
fn canonical(rq: &mut dyn Raise, string: Str) -> Res<Str> {
    if string.len() < 2 { Str::new(&string).or_exit(rq) } else { Ok(string) }
}

macro_rules! bit_operators {
    ($($(#[$meta:meta])* $name:ident = $symbol:literal, $length:ident, $bytes:expr, $ints:expr;)+) => {$(
        $(#[$meta])*
        pub fn $name(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
            if let (Some(a), Some(b)) = (left.unboxed().as_str(), right.unboxed().as_str()) {
                return on_strings(rq, (a, b), Length::$length, $bytes);
            }
            let combine: fn(i64, i64) -> i64 = $ints;
            Ok(match ints(rq, $symbol, left, right)? {
                Ok((left, right)) => Value::int(combine(left, right)),
                Err(result) => result,
            })
        }
    )+};
}
bit_operators! {
    /// `$left & $right`.
    bit_and = "&", OfShorter, |a, b| a & b, |a, b| a & b;
    /// `$left | $right`.
    bit_or = "|", OfLonger, |a, b| a | b, |a, b| a | b;
    /// `$left ^ $right`.
    bit_xor = "^", OfShorter, |a, b| a ^ b, |a, b| a ^ b;
}

/// `~$value`.
pub fn bit_not(rq: &mut dyn Raise, value: &Value) -> Res<Value> {
    match value.unboxed().view() {
        View::Int(value) => Ok(Value::int(!value)),
        View::Float(value) => Ok(Value::int(!super::float_to_int(rq, value)?)),
        View::Str(value) => {
            let mut result = Str::join(&[value.as_bytes()]).or_exit(rq)?;
            if let Some(bytes) = result.as_bytes_mut() {
                bytes.iter_mut().for_each(|byte| *byte = !*byte);
            }
            Ok(Value::from(canonical(rq, result)?))
        }
        View::Object(_) => {
            let value = value.unboxed().clone();
            match rq.object_operator("~", &value, &Value::NULL)? {
                Some(result) => Ok(result),
                None => Err(cannot_negate(rq, &value)),
            }
        }
        _ => Err(cannot_negate(rq, value)),
    }
}

fn cannot_negate(rq: &mut dyn Raise, value: &Value) -> crate::raise::Halt {
    let operand = match value.unboxed().view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => conv::type_name(rq, value),
    };
    rq.throw(Message::BitwiseNot { operand })
}

/// `$left << $right`.
pub fn shl(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    shift(rq, "<<", (left, right), |value, by| value.checked_shl(by).unwrap_or(0))
}

/// `$left >> $right`.
pub fn shr(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    shift(rq, ">>", (left, right), |value, by| value >> by.min(63))
}

fn shift(
    rq: &mut dyn Raise,
    operator: &'static str,
    operands: (&Value, &Value),
    shifted: fn(i64, u32) -> i64,
) -> Res<Value> {
    let (value, by) = match ints(rq, operator, operands.0, operands.1)? {
        Ok(pair) => pair,
        Err(result) => return Ok(result),
    };
    if by < 0 {
        return Err(rq.throw(Message::NegativeShift {}));
    }
    Ok(Value::int(shifted(value, u32::try_from(by).unwrap_or(u32::MAX))))
}
