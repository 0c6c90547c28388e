//! Operators, as PHP 8.4 defines them: one function each, named as the operator.
//!
//! Operands are borrowed and may be Refs. A function that may report takes `rq`; it copies what
//! it still needs before it reports, because a handler may change the operands' homes (M1).

mod arith;
mod bitwise;
mod compare;
mod step;
mod text;

pub use arith::{add, div, intdiv, modulo, mul, neg, plus, pow, sub};
pub use bitwise::{bit_and, bit_not, bit_or, bit_xor, shl, shr};
pub use compare::{compare, identical, loose_eq, smart_compare, smart_eq, spaceship};
pub use step::{decrement, increment};
pub use text::{append, concat};

use crate::conv::{self, numeric};
use crate::message::Message;
use crate::raise::{Cast, Halt, Raise, Res};
use crate::value::{Value, View};
use numeric::Number;

/// The error of an operator that does not know its operands.
#[cold]
fn unsupported(rq: &mut dyn Raise, operator: &'static str, left: &Value, right: &Value) -> Halt {
    let left = conv::type_name(rq, left);
    let right = conv::type_name(rq, right);
    rq.throw(Message::UnsupportedOperands { left, operator, right })
}

/// An operand of an arithmetic operator as a number; `None` when it is none.
fn number(rq: &mut dyn Raise, value: &Value) -> Res<Option<Number>> {
    Ok(match value.view() {
        View::Int(value) => Some(Number::Int(value)),
        View::Float(value) => Some(Number::Float(value)),
        View::Uninit | View::Null => Some(Number::Int(0)),
        View::Bool(value) => Some(Number::Int(i64::from(value))),
        View::Str(value) => match numeric::prefix(value) {
            Some(numeric) => {
                if numeric.has_trailing {
                    rq.report(Message::NonNumericValue {})?;
                }
                Some(numeric.number)
            }
            None => None,
        },
        View::Object(object) => {
            let cast = rq.object_cast(&object.clone(), Cast::Number)?;
            cast.and_then(|value| match value.view() {
                View::Int(value) => Some(Number::Int(value)),
                View::Float(value) => Some(Number::Float(value)),
                _ => None,
            })
        }
        View::Array(_) | View::Resource(_) => None,
        View::Ref(value) => return number(rq, &value.get()),
    })
}

/// An operand of an int operator; `None` when it is no number.
fn int(rq: &mut dyn Raise, value: &Value) -> Res<Option<i64>> {
    Ok(match value.view() {
        View::Int(value) => Some(value),
        View::Float(value) => Some(float_to_int(rq, value)?),
        View::Uninit | View::Null => Some(0),
        View::Bool(value) => Some(i64::from(value)),
        View::Str(value) => {
            let value = value.clone();
            let Some(numeric) = numeric::prefix(&value) else { return Ok(None) };
            if numeric.has_trailing {
                rq.report(Message::NonNumericValue {})?;
            }
            match numeric.number {
                Number::Int(int) => Some(int),
                Number::Float(float) => {
                    let int = conv::saturate_to_int(float);
                    if int as f64 != float {
                        let text = String::from_utf8_lossy(&value).into_owned();
                        rq.report(Message::FloatStringToInt { text })?;
                    }
                    Some(int)
                }
            }
        }
        View::Object(object) => {
            rq.object_cast(&object.clone(), Cast::Int)?.and_then(|value| value.as_int())
        }
        View::Array(_) | View::Resource(_) => None,
        View::Ref(value) => return int(rq, &value.get()),
    })
}

/// A float used as an int, with PHP's deprecation when that loses something.
pub fn float_to_int(rq: &mut dyn Raise, value: f64) -> Res<i64> {
    let int = conv::float_to_int(value);
    if int as f64 != value {
        rq.report(Message::FloatToInt { float: conv::float_text::shortest(value) })?;
    }
    Ok(int)
}

/// Both operands as numbers, the left first.
fn numbers(
    rq: &mut dyn Raise,
    operator: &'static str,
    left: &Value,
    right: &Value,
) -> Res<Result<(Number, Number), Value>> {
    if let Some(result) = overloaded(rq, operator, left, right)? {
        return Ok(Err(result));
    }
    let (kept_left, kept_right) = (left.clone(), right.clone());
    if let Some(a) = number(rq, left)?
        && let Some(b) = number(rq, &kept_right)?
    {
        return Ok(Ok((a, b)));
    }
    Err(unsupported(rq, operator, &kept_left, &kept_right))
}

/// Both operands as ints, the left first.
fn ints(
    rq: &mut dyn Raise,
    operator: &'static str,
    left: &Value,
    right: &Value,
) -> Res<Result<(i64, i64), Value>> {
    if let (View::Int(left), View::Int(right)) = (left.view(), right.view()) {
        return Ok(Ok((left, right)));
    }
    if let Some(result) = overloaded(rq, operator, left, right)? {
        return Ok(Err(result));
    }
    let (kept_left, kept_right) = (left.clone(), right.clone());
    if let Some(a) = int(rq, left)?
        && let Some(b) = int(rq, &kept_right)?
    {
        return Ok(Ok((a, b)));
    }
    Err(unsupported(rq, operator, &kept_left, &kept_right))
}

/// The operator as an operand's class defines it.
fn overloaded(
    rq: &mut dyn Raise,
    operator: &'static str,
    left: &Value,
    right: &Value,
) -> Res<Option<Value>> {
    let (left, right) = (left.unboxed(), right.unboxed());
    let is_object = |value: &Value| matches!(value.view(), View::Object(_));
    if is_object(left) || is_object(right) {
        let (left, right) = (left.clone(), right.clone());
        return rq.object_operator(operator, &left, &right);
    }
    Ok(None)
}
