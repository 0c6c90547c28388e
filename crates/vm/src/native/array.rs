//! Arrays.

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::raise::{OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::signature::{natives, text};
use crate::request::Request;

natives! {
    array_fill(start_index: i64, count: i64, value: Value) -> Array;
    array_keys(array: Array) -> Array;
    array_sum(array: Array) -> Value;
    array_values(array: Array) -> Array;
    count(value: Value) -> i64;
    implode(separator: Value, array: Option<Array>) -> Str;
    range(start: i64, end: i64, step: Option<i64>) -> Array;
}

fn full(rq: &mut Request) -> runtime::raise::Halt {
    crate::array::not_added(rq, runtime::array::ArrayError::Oom)
}

fn array_fill(rq: &mut Request, start_index: i64, count: i64, value: Value) -> Res<Array> {
    let Ok(length) = usize::try_from(count) else {
        let message = "array_fill(): Argument #2 ($count) must be greater than or equal to 0";
        return Err(rq.throw_error("valueerror", message));
    };
    if start_index == 0 {
        let values = std::iter::repeat_n(value, length);
        return Array::from_values(values).or_exit(rq);
    }
    let mut array = Array::dict_with_capacity(length.min(1 << 20)).or_exit(rq)?;
    for at in 0..count {
        array.set(Key::Int(start_index.wrapping_add(at)), value.clone()).or_exit(rq)?;
    }
    Ok(array)
}

fn array_keys(rq: &mut Request, array: Array) -> Res<Array> {
    let mut keys = Array::with_capacity(array.len()).or_exit(rq)?;
    for (key, _) in &array {
        let key = match key {
            Key::Int(int) => Value::int(int),
            Key::Str(string) => Value::from(Str::clone(string)),
        };
        keys.append(key).map_err(|_| full(rq))?;
    }
    Ok(keys)
}

fn array_sum(rq: &mut Request, array: Array) -> Res<Value> {
    let mut sum = Value::int(0);
    for (_, value) in &array {
        sum = runtime::ops::add(rq, &sum, value.unboxed())?;
    }
    Ok(sum)
}

fn array_values(rq: &mut Request, array: Array) -> Res<Array> {
    let mut values = Array::with_capacity(array.len()).or_exit(rq)?;
    for (_, value) in &array {
        values.append(value.unboxed().clone()).map_err(|_| full(rq))?;
    }
    Ok(values)
}

fn count(rq: &mut Request, value: Value) -> Res<i64> {
    match value.view() {
        View::Array(array) => Ok(array.len() as i64),
        _ => {
            let given = conv::type_name(rq, &value);
            let message = format!(
                "count(): Argument #1 ($value) must be of type Countable|array, {given} given"
            );
            Err(rq.throw_error("typeerror", &message))
        }
    }
}

fn implode(rq: &mut Request, separator: Value, array: Option<Array>) -> Res<Str> {
    let (separator, array) = match (separator.view(), array) {
        (View::Array(array), None) => (text(rq, b"")?, array.clone()),
        (_, Some(array)) => (conv::to_str(rq, &separator)?, array),
        (_, None) => {
            let message = "implode(): Argument #1 ($array) must be of type array, string given";
            return Err(rq.throw_error("typeerror", message));
        }
    };
    let mut joined = Str::with_capacity(array.len() * 8).or_exit(rq)?;
    for (at, (_, value)) in array.iter().enumerate() {
        if at > 0 {
            joined.append(&separator).or_exit(rq)?;
        }
        let part = conv::to_str(rq, value.unboxed())?;
        joined.append(&part).or_exit(rq)?;
    }
    Ok(joined)
}

fn range(rq: &mut Request, start: i64, end: i64, step: Option<i64>) -> Res<Array> {
    let step = step.unwrap_or(1).unsigned_abs();
    if step == 0 {
        let message = "range(): Argument #3 ($step) cannot be 0";
        return Err(rq.throw_error("valueerror", message));
    }
    let length = start.abs_diff(end) / step + 1;
    let at = |index: u64| {
        let offset = (index * step) as i64;
        if start <= end { start.wrapping_add(offset) } else { start.wrapping_sub(offset) }
    };
    Array::from_values((0..length).map(|index| Value::int(at(index)))).or_exit(rq)
}
