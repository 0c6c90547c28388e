//! `== === <=> <`, with PHP 8's rules.
//!
//! A comparison yields a number below, equal to or above 0; `<` is "below 0", `==` is "equal to
//! 0". Pairs without an order (a NAN, arrays with different keys) yield 1.

use std::cmp::Ordering;

use crate::array::{Array, Key};
use crate::conv::numeric::{Number, Numeric};
use crate::conv::{self, float_text, numeric};
use crate::message::Message;
use crate::raise::{Cast, Raise, Res};
use crate::string::Str;
use crate::value::{Value, View};

fn of_ordering(ordering: Ordering) -> i32 {
    ordering as i32
}

fn floats(left: f64, right: f64) -> i32 {
    left.partial_cmp(&right).map_or(1, of_ordering)
}

/// `$left <=> $right`, and what the other comparisons derive from.
#[inline]
pub fn compare(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<i32> {
    match (left.view(), right.view()) {
        (View::Int(left), View::Int(right)) => Ok(of_ordering(left.cmp(&right))),
        (View::Float(left), View::Float(right)) => Ok(floats(left, right)),
        _ => compare_mixed(rq, left, right),
    }
}

/// `$left <=> $right` as a value.
pub fn spaceship(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Value> {
    Ok(Value::int(i64::from(compare(rq, left, right)?)))
}

/// `$left == $right`.
#[inline]
pub fn loose_eq(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<bool> {
    match (left.view(), right.view()) {
        (View::Int(left), View::Int(right)) => Ok(left == right),
        (View::Str(left), View::Str(right)) => Ok(smart_eq(left, right)),
        _ => Ok(compare(rq, left, right)? == 0),
    }
}

fn compare_mixed(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<i32> {
    use View::{Array as Arr, Bool, Float, Int, Null, Object, Ref, Str as Text, Uninit};
    Ok(match (left.view(), right.view()) {
        (Ref(left), _) => return compare(rq, &left.get(), right),
        (_, Ref(right)) => return compare(rq, left, &right.get()),
        (Float(left), Int(right)) => floats(left, right as f64),
        (Int(left), Float(right)) => floats(left as f64, right),
        (Arr(left), Arr(right)) => return compare_arrays(rq, &left.clone(), &right.clone()),
        (Text(left), Text(right)) => smart_compare(left, right),
        (Uninit | Null, Text(right)) => -i32::from(!right.is_empty()),
        (Text(left), Uninit | Null) => i32::from(!left.is_empty()),
        (Int(left), Text(right)) => int_to_text(left, right),
        (Text(left), Int(right)) => -int_to_text(right, left),
        (Float(left), Text(right)) => float_to_text(rq, left, right),
        (Text(_), Float(right)) if right.is_nan() => 1,
        (Text(left), Float(right)) => -float_to_text(rq, right, left),
        (Object(_), Uninit | Null) => 1,
        (Uninit | Null, Object(_)) => -1,
        (Object(a), Object(b)) if a.ptr_eq(b) => 0,
        (Object(_), _) | (_, Object(_)) => {
            return rq.compare_object(&left.clone(), &right.clone());
        }
        (Uninit | Null | Bool(false), _) => -i32::from(conv::to_bool(right)),
        (Bool(true), _) => i32::from(!conv::to_bool(right)),
        (_, Uninit | Null | Bool(false)) => i32::from(conv::to_bool(left)),
        (_, Bool(true)) => -i32::from(!conv::to_bool(left)),
        _ => return compare_as_numbers(rq, left, right),
    })
}

/// Arrays are above everything; resources count as their numbers.
fn compare_as_numbers(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<i32> {
    let is_array = |value: &Value| matches!(value.view(), View::Array(_));
    if is_array(left) || is_array(right) {
        return Ok(if is_array(left) { 1 } else { -1 });
    }
    let (left, right) = (silent_number(rq, left)?, silent_number(rq, right)?);
    Ok(match (left, right) {
        (Number::Int(left), Number::Int(right)) => of_ordering(left.cmp(&right)),
        (Number::Int(left), Number::Float(right)) => floats(left as f64, right),
        (Number::Float(left), Number::Int(right)) => floats(left, right as f64),
        (Number::Float(left), Number::Float(right)) => floats(left, right),
    })
}

fn silent_number(rq: &mut dyn Raise, value: &Value) -> Res<Number> {
    Ok(match value.view() {
        View::Float(value) => Number::Float(value),
        View::Str(text) => numeric::prefix(text).map_or(Number::Int(0), |text| text.number),
        View::Object(_) => match conv::object_to_number(rq, value, Cast::Number)?.view() {
            View::Float(value) => Number::Float(value),
            View::Int(value) => Number::Int(value),
            _ => Number::Int(1),
        },
        _ => Number::Int(conv::to_int(rq, value)?),
    })
}

fn int_to_text(left: i64, right: &Str) -> i32 {
    match numeric::whole(right) {
        Some(Numeric { number: Number::Int(right), .. }) => of_ordering(left.cmp(&right)),
        Some(Numeric { number: Number::Float(right), .. }) => floats(left as f64, right),
        None => {
            let mut buffer = [0; 20];
            of_ordering(conv::int_text(left, &mut buffer).cmp(right.as_bytes()))
        }
    }
}

fn float_to_text(rq: &mut dyn Raise, left: f64, right: &Str) -> i32 {
    if left.is_nan() {
        return 1;
    }
    match numeric::whole(right) {
        Some(Numeric { number: Number::Int(right), .. }) => floats(left, right as f64),
        Some(Numeric { number: Number::Float(right), .. }) => floats(left, right),
        None => {
            let text = float_text::with_precision(left, rq.precision());
            of_ordering(text.as_bytes().cmp(right.as_bytes()))
        }
    }
}

/// `==` of strings: as numbers when both are numeric, else byte by byte.
#[inline]
pub fn smart_eq(left: &Str, right: &Str) -> bool {
    if may_be_number(left) && may_be_number(right) && !left.ptr_eq(right) {
        return smart_compare(left, right) == 0;
    }
    left == right
}

/// Whether a string is not seen to be no number by its first byte.
fn may_be_number(text: &Str) -> bool {
    text.first().is_some_and(|&byte| byte <= b'9')
}

/// `<=>` of strings: as numbers when both are numeric, else byte by byte.
pub fn smart_compare(left: &Str, right: &Str) -> i32 {
    if left.ptr_eq(right) {
        return 0;
    }
    let by_bytes = || of_ordering(left.as_bytes().cmp(right.as_bytes()));
    if !may_be_number(left) || !may_be_number(right) {
        return by_bytes();
    }
    let (Some(a), Some(b)) = (numeric::whole(left), numeric::whole(right)) else {
        return by_bytes();
    };
    match (a.number, b.number) {
        (Number::Int(a), Number::Int(b)) => of_ordering(a.cmp(&b)),
        (Number::Int(_), Number::Float(_)) if b.overflow != 0 => -b.overflow,
        (Number::Float(_), Number::Int(_)) if a.overflow != 0 => a.overflow,
        (Number::Int(a), Number::Float(b)) => floats(a as f64, b),
        (Number::Float(a), Number::Int(b)) => floats(a, b as f64),
        (Number::Float(x), Number::Float(y)) => {
            let is_inexact = a.overflow != 0 && a.overflow == b.overflow;
            if x == y && (is_inexact || x.is_infinite()) { by_bytes() } else { floats(x, y) }
        }
    }
}

/// Fewer elements are less; else value by value under the left keys.
fn compare_arrays(rq: &mut dyn Raise, left: &Array, right: &Array) -> Res<i32> {
    if left.ptr_eq(right) {
        return Ok(0);
    }
    guarded(rq, left, |rq| compare_elements(rq, left, right))
}

/// Compares elements of an array; one that is being compared already, further out, contains itself.
fn guarded<R>(
    rq: &mut dyn Raise,
    array: &Array,
    compare: impl FnOnce(&mut dyn Raise) -> Res<R>,
) -> Res<R> {
    rq.guard_stack()?;
    if !array.enter() {
        return Err(rq.throw(Message::NestingTooDeep {}));
    }
    let result = compare(rq);
    array.leave();
    result
}

fn compare_elements(rq: &mut dyn Raise, left: &Array, right: &Array) -> Res<i32> {
    if left.len() != right.len() {
        return Ok(of_ordering(left.len().cmp(&right.len())));
    }
    for (key, value) in left {
        let Some(other) = right.get(key) else { return Ok(1) };
        let result = compare(rq, value, other)?;
        if result != 0 {
            return Ok(result);
        }
    }
    Ok(0)
}

/// `$left === $right`.
#[inline]
pub fn identical(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<bool> {
    Ok(match (left.unboxed().view(), right.unboxed().view()) {
        (View::Uninit | View::Null, View::Uninit | View::Null) => true,
        (View::Bool(left), View::Bool(right)) => left == right,
        (View::Int(left), View::Int(right)) => left == right,
        (View::Float(left), View::Float(right)) => left == right,
        (View::Str(left), View::Str(right)) => left == right,
        (View::Array(left), View::Array(right)) => {
            return identical_arrays(rq, &left.clone(), &right.clone());
        }
        (View::Object(left), View::Object(right)) => left.ptr_eq(right),
        (View::Resource(left), View::Resource(right)) => left.id() == right.id(),
        _ => false,
    })
}

fn identical_arrays(rq: &mut dyn Raise, left: &Array, right: &Array) -> Res<bool> {
    if left.ptr_eq(right) {
        return Ok(true);
    }
    guarded(rq, left, |rq| identical_elements(rq, left, right))
}

fn identical_elements(rq: &mut dyn Raise, left: &Array, right: &Array) -> Res<bool> {
    if left.len() != right.len() {
        return Ok(false);
    }
    for ((left_key, left_value), (right_key, right_value)) in left.iter().zip(right) {
        let same_key = match (left_key, right_key) {
            (Key::Int(left), Key::Int(right)) => left == right,
            (Key::Str(left), Key::Str(right)) => left == right,
            (Key::Int(_), Key::Str(_)) | (Key::Str(_), Key::Int(_)) => false,
        };
        if !same_key || !identical(rq, left_value, right_value)? {
            return Ok(false);
        }
    }
    Ok(true)
}
