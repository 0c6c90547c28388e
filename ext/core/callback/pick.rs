//! Elements for which a callback is true, and what it makes of all of them.

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::{Call, Callable};
use runtime::raise::Res;
use runtime::value::Value;

use crate::array::{key_value, put_new};

const USE_BOTH: i64 = 1;
const USE_KEY: i64 = 2;

/// What a callback gets of an element.
#[derive(Clone, Copy)]
enum Given {
    Value,
    Key,
    ValueAndKey,
}

fn is_true(
    call: &mut Call<'_>,
    callable: &Callable,
    (key, value): (Key<'_>, &Value),
    given: Given,
) -> Res<bool> {
    let result = match given {
        Given::Value => {
            // It owns a reference that is the element while the callback runs.
            let argument = value.clone();
            call.call(callable, std::slice::from_ref(&argument))?
        }
        Given::Key => call.call(callable, &[key_value(key)])?,
        Given::ValueAndKey => call.call(callable, &[value.clone(), key_value(key)])?,
    };
    Ok(conv::to_bool(&result))
}

pub(super) fn array_filter(
    call: &mut Call<'_>,
    array: &Array,
    callback: &Value,
    mode: i64,
) -> Res<Array> {
    let mut kept = Array::new();
    if callback.is_null() {
        for (key, value) in array {
            if conv::to_bool(value.unboxed()) {
                put_new(call, &mut kept, key, value.element_copy())?;
            }
        }
        return Ok(kept);
    }
    let callable = call.callable(2, callback)?;
    let given = match mode {
        USE_BOTH => Given::ValueAndKey,
        USE_KEY => Given::Key,
        _ => Given::Value,
    };
    for (key, value) in array {
        if is_true(call, &callable, (key, value), given)? {
            put_new(call, &mut kept, key, value.element_copy())?;
        }
    }
    Ok(kept)
}

pub(super) fn array_reduce(
    call: &mut Call<'_>,
    array: &Array,
    callback: &Value,
    initial: &Value,
) -> Res<Value> {
    let callable = call.callable(2, callback)?;
    let mut args = [initial.clone(), Value::NULL];
    for (_, value) in array {
        args[1] = value.clone();
        args[0] = call.call(&callable, &args)?;
    }
    let [result, _] = args;
    Ok(result)
}

/// Runs `found` on the first element for which the callback is `wanted`.
fn first<T>(
    call: &mut Call<'_>,
    (array, callback): (&Array, &Value),
    wanted: bool,
    found: impl FnOnce(Key<'_>, &Value) -> T,
) -> Res<Option<T>> {
    let callable = call.callable(2, callback)?;
    for (key, value) in array {
        if is_true(call, &callable, (key, value), Given::ValueAndKey)? == wanted {
            return Ok(Some(found(key, value)));
        }
    }
    Ok(None)
}

pub(super) fn array_find(call: &mut Call<'_>, array: &Array, callback: &Value) -> Res<Value> {
    let found = first(call, (array, callback), true, |_, value| value.unboxed().clone())?;
    Ok(found.unwrap_or(Value::NULL))
}

pub(super) fn array_find_key(call: &mut Call<'_>, array: &Array, callback: &Value) -> Res<Value> {
    let found = first(call, (array, callback), true, |key, _| key_value(key))?;
    Ok(found.unwrap_or(Value::NULL))
}

pub(super) fn array_any(call: &mut Call<'_>, array: &Array, callback: &Value) -> Res<bool> {
    Ok(first(call, (array, callback), true, |_, _| ())?.is_some())
}

pub(super) fn array_all(call: &mut Call<'_>, array: &Array, callback: &Value) -> Res<bool> {
    Ok(first(call, (array, callback), false, |_, _| ())?.is_none())
}
