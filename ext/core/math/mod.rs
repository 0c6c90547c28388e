//! Numbers.

mod base;
#[expect(unsafe_code, reason = "functions of the C library that std computes otherwise")]
mod ffi;
#[rustfmt::skip]
mod r#gen;
pub(crate) mod rounding;

pub use r#gen::{CONSTANTS, NATIVES};

use std::cmp::Ordering;

use base::*;
use rounding::Mode;
use runtime::array::Array;
use runtime::native::Call;
use runtime::ops;
use runtime::raise::Res;
use runtime::value::{Value, View};

/// A number as a float.
fn float(num: &Value) -> f64 {
    match num.view() {
        View::Int(value) => value as f64,
        View::Float(value) => value,
        _ => 0.0,
    }
}

fn abs(_: &mut Call<'_>, num: &Value) -> Res<Value> {
    Ok(match num.view() {
        View::Int(i64::MIN) => Value::float(9_223_372_036_854_775_808.0),
        View::Int(value) => Value::int(value.abs()),
        _ => Value::float(float(num).abs()),
    })
}

fn ceil(_: &mut Call<'_>, num: &Value) -> Res<f64> {
    Ok(float(num).ceil())
}

fn floor(_: &mut Call<'_>, num: &Value) -> Res<f64> {
    Ok(float(num).floor())
}

fn round(call: &mut Call<'_>, num: &Value, precision: i64, mode: &Value) -> Res<f64> {
    let number = match mode.view() {
        View::Object(case) => case_number(call, &case.clone())?,
        View::Int(number) => number,
        _ => 1,
    };
    let Some(mode) = Mode::of_number(number) else {
        return Err(call.value_error(3, "must be a valid rounding mode (RoundingMode::*)"));
    };
    if num.as_int().is_some() && precision >= 0 {
        return Ok(float(num));
    }
    let places = precision.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
    Ok(rounding::round(float(num), places, mode))
}

/// The number of a case of the enum `RoundingMode`.
fn case_number(call: &mut Call<'_>, case: &runtime::object::Object) -> Res<i64> {
    const NAMES: [&[u8]; 8] = [
        b"HalfAwayFromZero",
        b"HalfTowardsZero",
        b"HalfEven",
        b"HalfOdd",
        b"PositiveInfinity",
        b"NegativeInfinity",
        b"TowardsZero",
        b"AwayFromZero",
    ];
    let properties = call.host().public_properties(case)?;
    let name = properties.get_str(&runtime::string::intern(b"name").to_str());
    let name = name.and_then(Value::as_str).map(|name| name.to_vec()).unwrap_or_default();
    let at = NAMES.iter().position(|known| *known == name);
    Ok(at.map_or(1, |at| at as i64 + 1))
}

fn pow(call: &mut Call<'_>, num: &Value, exponent: &Value) -> Res<Value> {
    ops::pow(call.rq(), num, exponent)
}

fn log(call: &mut Call<'_>, num: f64, base: f64) -> Res<f64> {
    if call.passed() < 2 {
        return Ok(num.ln());
    }
    match base {
        2.0 => Ok(num.log2()),
        10.0 => Ok(num.log10()),
        1.0 => Ok(f64::NAN),
        _ if base <= 0.0 => Err(call.value_error(2, "must be greater than 0")),
        _ => Ok(num.ln() / base.ln()),
    }
}

macro_rules! of_float {
    ($($name:ident = $body:expr;)+) => {$(
        fn $name(_: &mut Call<'_>, num: f64) -> Res<f64> {
            Ok($body(num))
        }
    )+};
}

of_float! {
    sqrt = f64::sqrt;
    exp = f64::exp;
    log10 = f64::log10;
    log1p = f64::ln_1p;
    expm1 = f64::exp_m1;
    sin = f64::sin;
    cos = f64::cos;
    tan = f64::tan;
    asin = f64::asin;
    acos = f64::acos;
    atan = f64::atan;
    sinh = f64::sinh;
    cosh = f64::cosh;
    tanh = f64::tanh;
    asinh = ffi::asinh;
    acosh = ffi::acosh;
    atanh = ffi::atanh;
    deg2rad = |degrees: f64| degrees / 180.0 * std::f64::consts::PI;
    rad2deg = |radians: f64| radians / std::f64::consts::PI * 180.0;
}

fn atan2(_: &mut Call<'_>, y: f64, x: f64) -> Res<f64> {
    Ok(y.atan2(x))
}

fn pi(_: &mut Call<'_>) -> Res<f64> {
    Ok(std::f64::consts::PI)
}

fn fmod(_: &mut Call<'_>, num1: f64, num2: f64) -> Res<f64> {
    Ok(num1 % num2)
}

fn fdiv(_: &mut Call<'_>, num1: f64, num2: f64) -> Res<f64> {
    Ok(num1 / num2)
}

fn fpow(_: &mut Call<'_>, num: f64, exponent: f64) -> Res<f64> {
    Ok(num.powf(exponent))
}

fn hypot(_: &mut Call<'_>, x: f64, y: f64) -> Res<f64> {
    Ok(x.hypot(y))
}

fn intdiv(call: &mut Call<'_>, num1: i64, num2: i64) -> Res<i64> {
    ops::intdiv(call.rq(), num1, num2)
}

fn is_nan(_: &mut Call<'_>, num: f64) -> Res<bool> {
    Ok(num.is_nan())
}

fn is_finite(_: &mut Call<'_>, num: f64) -> Res<bool> {
    Ok(num.is_finite())
}

fn is_infinite(_: &mut Call<'_>, num: f64) -> Res<bool> {
    Ok(num.is_infinite())
}

/// Which of two values is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extreme {
    Least,
    Greatest,
}

fn min(call: &mut Call<'_>, value: &Value, values: &[Value]) -> Res<Value> {
    extreme(call, value, values, Extreme::Least)
}

fn max(call: &mut Call<'_>, value: &Value, values: &[Value]) -> Res<Value> {
    extreme(call, value, values, Extreme::Greatest)
}

fn extreme(call: &mut Call<'_>, first: &Value, others: &[Value], which: Extreme) -> Res<Value> {
    match others {
        [] => {}
        [other] if is_one_sided(first, other) || is_named(call) => {
            return better_of_two(call, first, other, which);
        }
        _ => return best_of_many(call, first, others, which),
    }
    let Some(array) = first.as_array() else { return Err(call.type_error(1, "array", first)) };
    if array.is_empty() {
        return Err(call.value_error(1, "must contain at least one element"));
    }
    extreme_of(call, &array.clone(), which)
}

fn extreme_of(call: &mut Call<'_>, array: &Array, which: Extreme) -> Res<Value> {
    let mut best: Option<&Value> = None;
    for (_, value) in array {
        let better = match best {
            None => true,
            Some(best) if which == Extreme::Least => ops::compare(call.rq(), best, value)? > 0,
            Some(best) => ops::compare(call.rq(), best, value)? < 0,
        };
        if better {
            best = Some(value);
        }
    }
    Ok(best.map(|value| value.unboxed().clone()).unwrap_or_default())
}

/// Whether two numbers compare as floats without loss.
fn are_exact(left: &Value, right: &Value) -> bool {
    let is_exact = |value: &Value| match value.view() {
        View::Int(int) => runtime::conv::float_to_int(int as f64) == int,
        View::Float(_) => true,
        _ => false,
    };
    is_exact(left) && is_exact(right)
}

/// Whether one of two numbers is less, so that it does not matter how they are compared.
fn is_one_sided(left: &Value, right: &Value) -> bool {
    match (left.view(), right.view()) {
        (View::Int(_), View::Int(_)) => true,
        _ => {
            are_exact(left, right)
                && float(left).partial_cmp(&float(right)).is_some_and(Ordering::is_ne)
        }
    }
}

/// PHP: a call of two values by name has a body of its own.
fn is_named(call: &mut Call<'_>) -> bool {
    let native = call.native();
    call.host().is_named_in_code(native)
}

/// PHP: of two equal values `min` gives the second and `max` the first.
fn better_of_two(call: &mut Call<'_>, left: &Value, right: &Value, which: Extreme) -> Res<Value> {
    let is_less = if let (View::Int(left), View::Int(right)) = (left.view(), right.view()) {
        left < right
    } else if are_exact(left, right) {
        let (left, right) = (float(left), float(right));
        match which {
            Extreme::Least => left < right,
            Extreme::Greatest => left < right || left.is_nan() || right.is_nan(),
        }
    } else {
        ops::compare(call.rq(), left, right)? < 0
    };
    let left_wins = is_less == (which == Extreme::Least);
    Ok(if left_wins { left } else { right }.clone())
}

/// PHP: numbers compare as numbers until something else comes along; a NAN that came before is
/// then less than anything, and greater.
fn best_of_many(
    call: &mut Call<'_>,
    first: &Value,
    others: &[Value],
    which: Extreme,
) -> Res<Value> {
    let mut best = first;
    let mut as_numbers = matches!(first.view(), View::Int(_) | View::Float(_));
    let mut seen_float = matches!(first.view(), View::Float(_));
    for other in others {
        as_numbers = as_numbers
            && match other.view() {
                View::Int(_) if !seen_float => true,
                View::Int(_) => are_exact(other, other),
                View::Float(_) => seen_float || are_exact(best, best),
                _ => false,
            };
        seen_float |= matches!(other.view(), View::Float(_));
        let order = match (as_numbers && seen_float, which) {
            (true, Extreme::Least) => -i32::from(float(other) < float(best)),
            (true, Extreme::Greatest) => i32::from(float(other) > float(best)),
            (false, _) => ops::compare(call.rq(), other, best)?,
        };
        let is_better = if which == Extreme::Least { order < 0 } else { order > 0 };
        if is_better {
            best = other;
        }
    }
    Ok(best.clone())
}
