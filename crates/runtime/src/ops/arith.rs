//! `+ - * / % **`, unary plus and minus, and `intdiv`.

use super::{ints, numbers};
use crate::conv::numeric::Number;
use crate::message::Message;
use crate::raise::{OrExit, Raise, Res};
use crate::value::{Value, View};

fn float(number: Number) -> f64 {
    match number {
        Number::Int(int) => int as f64,
        Number::Float(float) => float,
    }
}

/// An operator that is exact on ints unless it overflows.
#[inline]
fn exact(
    pair: (Number, Number),
    on_ints: fn(i64, i64) -> Option<i64>,
    on_floats: fn(f64, f64) -> f64,
) -> Value {
    if let (Number::Int(left), Number::Int(right)) = pair
        && let Some(int) = on_ints(left, right)
    {
        return Value::int(int);
    }
    Value::float(on_floats(float(pair.0), float(pair.1)))
}

/// `exact` for operands that are plain numbers, without a call.
#[inline]
fn exact_if_plain(
    left: &Value,
    right: &Value,
    on_ints: fn(i64, i64) -> Option<i64>,
    on_floats: fn(f64, f64) -> f64,
) -> Option<Value> {
    let pair = match (left.view(), right.view()) {
        (View::Int(left), View::Int(right)) => (Number::Int(left), Number::Int(right)),
        (View::Float(left), View::Float(right)) => (Number::Float(left), Number::Float(right)),
        (View::Int(left), View::Float(right)) => (Number::Int(left), Number::Float(right)),
        (View::Float(left), View::Int(right)) => (Number::Float(left), Number::Int(right)),
        _ => return None,
    };
    Some(exact(pair, on_ints, on_floats))
}

/// `$left + $right`; of arrays the union, where the left value of a common key stays.
#[inline]
pub fn add(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    match exact_if_plain(left, right, i64::checked_add, |a, b| a + b) {
        Some(sum) => Ok(sum),
        None => add_mixed(rq, left, right),
    }
}

#[inline(never)]
fn add_mixed(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    if let (View::Array(a), View::Array(b)) = (left.unboxed().view(), right.unboxed().view()) {
        let mut sum = a.clone();
        sum.unite(b).or_exit(rq)?;
        return Ok(Value::from(sum));
    }
    Ok(match numbers(rq, "+", left, right)? {
        Ok(pair) => exact(pair, i64::checked_add, |a, b| a + b),
        Err(result) => result,
    })
}

/// `$left - $right`.
#[inline]
pub fn sub(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    match exact_if_plain(left, right, i64::checked_sub, |a, b| a - b) {
        Some(result) => Ok(result),
        None => sub_mixed(rq, left, right),
    }
}

#[inline(never)]
fn sub_mixed(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    Ok(match numbers(rq, "-", left, right)? {
        Ok(pair) => exact(pair, i64::checked_sub, |a, b| a - b),
        Err(result) => result,
    })
}

/// `$left * $right`.
#[inline]
pub fn mul(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    match exact_if_plain(left, right, i64::checked_mul, |a, b| a * b) {
        Some(result) => Ok(result),
        None => mul_mixed(rq, left, right),
    }
}

#[inline(never)]
fn mul_mixed(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    Ok(match numbers(rq, "*", left, right)? {
        Ok(pair) => exact(pair, i64::checked_mul, |a, b| a * b),
        Err(result) => result,
    })
}

/// `-$value`.
pub fn neg(rq: &mut dyn Raise, value: &Value) -> Res<Value> {
    mul(rq, value, &Value::int(-1))
}

/// `+$value`.
pub fn plus(rq: &mut dyn Raise, value: &Value) -> Res<Value> {
    mul(rq, value, &Value::int(1))
}

/// `$left / $right`: an int when both are and nothing is left over.
pub fn div(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    let pair = match numbers(rq, "/", left, right)? {
        Ok(pair) => pair,
        Err(result) => return Ok(result),
    };
    if float(pair.1) == 0.0 {
        return Err(rq.throw(Message::DivisionByZero {}));
    }
    if let (Number::Int(left), Number::Int(right)) = pair
        && left.checked_rem(right) == Some(0)
    {
        return Ok(Value::int(left / right));
    }
    Ok(Value::float(float(pair.0) / float(pair.1)))
}

/// `$left % $right`, with the sign of the left.
pub fn modulo(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    match ints(rq, "%", left, right)? {
        Ok((_, 0)) => Err(rq.throw(Message::ModuloByZero {})),
        Ok((left, right)) => Ok(Value::int(left.wrapping_rem(right))),
        Err(result) => Ok(result),
    }
}

/// `intdiv($left, $right)`.
pub fn intdiv(rq: &mut dyn Raise, left: i64, right: i64) -> Res<i64> {
    if right == 0 {
        return Err(rq.throw(Message::DivisionByZero {}));
    }
    match left.checked_div(right) {
        Some(quotient) => Ok(quotient),
        None => Err(rq.throw(Message::IntdivOverflow {})),
    }
}

/// `$base ** $exponent`.
pub fn pow(rq: &mut dyn Raise, base: &Value, exponent: &Value) -> Res<Value> {
    let pair = match numbers(rq, "**", base, exponent)? {
        Ok(pair) => pair,
        Err(result) => return Ok(result),
    };
    if let (Number::Int(base), Number::Int(exponent)) = pair
        && let Ok(exponent) = u64::try_from(exponent)
    {
        return Ok(int_power(base, exponent));
    }
    let (base, exponent) = (float(pair.0), float(pair.1));
    if base == 0.0 && exponent < 0.0 {
        rq.report(Message::PowerOfZero {})?;
    }
    Ok(Value::float(base.powf(exponent)))
}

/// By squaring, in ints as long as they last; the rest of the way in floats.
fn int_power(base: i64, exponent: u64) -> Value {
    if base == 0 && exponent > 0 {
        return Value::int(0);
    }
    let (mut product, mut square, mut rest) = (1_i64, base, exponent);
    while rest > 0 {
        if rest % 2 == 1 {
            rest -= 1;
            match product.checked_mul(square) {
                Some(next) => product = next,
                None => {
                    let product = product as f64 * square as f64;
                    return Value::float(product * (square as f64).powf(rest as f64));
                }
            }
        } else {
            rest /= 2;
            match square.checked_mul(square) {
                Some(next) => square = next,
                None => {
                    let square = square as f64 * square as f64;
                    return Value::float(product as f64 * square.powf(rest as f64));
                }
            }
        }
    }
    Value::int(product)
}
