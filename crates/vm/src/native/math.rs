//! Numbers.

use runtime::ops;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::signature::{Rest, natives};
use crate::request::Request;

natives! {
    abs(num: Value) -> Value;
    ceil(num: f64) -> f64;
    cos(num: f64) -> f64;
    floor(num: f64) -> f64;
    intdiv(num1: i64, num2: i64) -> i64;
    max(value: Value; values) -> Value;
    min(value: Value; values) -> Value;
    pow(num: Value, exponent: Value) -> Value;
    sin(num: f64) -> f64;
    sqrt(num: f64) -> f64;
}

fn abs(_: &mut Request, num: Value) -> Res<Value> {
    Ok(match num.view() {
        View::Int(int) => int.checked_abs().map_or(Value::float(-(int as f64)), Value::int),
        View::Float(float) => Value::float(float.abs()),
        _ => num,
    })
}

macro_rules! float_functions {
    ($($name:ident)*) => {$(
        fn $name(_: &mut Request, num: f64) -> Res<f64> {
            Ok(num.$name())
        }
    )*};
}

float_functions! { ceil cos floor sin sqrt }

fn intdiv(rq: &mut Request, num1: i64, num2: i64) -> Res<i64> {
    ops::intdiv(rq, num1, num2)
}

/// The value that `wins` over the others; the first of equal ones.
fn pick(rq: &mut Request, value: Value, values: Rest, wins: fn(i32) -> bool) -> Res<Value> {
    let all: Vec<Value> = match value.as_array() {
        Some(array) if values.0.is_empty() => {
            array.iter().map(|(_, value)| value.unboxed().clone()).collect()
        }
        _ => std::iter::once(value).chain(values.0).collect(),
    };
    let mut all = all.into_iter();
    let Some(mut best) = all.next() else {
        return Err(rq.throw_error(
            "valueerror",
            "max(): Argument #1 ($value) must contain at least one element",
        ));
    };
    for other in all {
        if wins(ops::compare(rq, &other, &best)?) {
            best = other;
        }
    }
    Ok(best)
}

fn max(rq: &mut Request, value: Value, values: Rest) -> Res<Value> {
    pick(rq, value, values, |order| order > 0)
}

fn min(rq: &mut Request, value: Value, values: Rest) -> Res<Value> {
    pick(rq, value, values, |order| order < 0)
}

fn pow(rq: &mut Request, num: Value, exponent: Value) -> Res<Value> {
    ops::pow(rq, &num, &exponent)
}
