//! What is in an array, and where.

use runtime::array::{Array, Key};
use runtime::conv::{self, KeyUse};
use runtime::native::{Call, Passed};
use runtime::ops;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{append, as_key, key_value, put, put_new};

pub(super) fn count(call: &mut Call<'_>, value: &Value, mode: i64) -> Res<i64> {
    if !matches!(mode, 0 | 1) {
        return Err(call.value_error(2, "must be either COUNT_NORMAL or COUNT_RECURSIVE"));
    }
    let Some(array) = value.as_array() else {
        return count_object(call, value);
    };
    if mode == 0 { Ok(array.len() as i64) } else { count_all(call, array) }
}

/// What the object's own `count()` says.
fn count_object(call: &mut Call<'_>, value: &Value) -> Res<i64> {
    if let View::Object(object) = value.view()
        && call.host().is_instance(&object.clone(), "Countable")
    {
        let counted = call.host().call_method(&object.clone(), "count", &[])?;
        return runtime::conv::to_int(call.rq(), counted.unboxed());
    }
    Err(call.type_error(1, "Countable|array", value))
}

fn count_all(call: &mut Call<'_>, array: &Array) -> Res<i64> {
    call.rq().guard_stack()?;
    if !array.enter() {
        call.warn("Recursion detected")?;
        return Ok(0);
    }
    let mut sum = array.len() as i64;
    for (_, value) in array {
        if let View::Array(inner) = value.unboxed().view() {
            sum += count_all(call, &inner.clone())?;
        }
    }
    array.leave();
    Ok(sum)
}

fn equal(call: &mut Call<'_>, left: &Value, right: &Value, strict: bool) -> Res<bool> {
    if strict {
        ops::identical(call.rq(), left, right)
    } else {
        ops::loose_eq(call.rq(), left, right)
    }
}

pub(super) fn array_keys(
    call: &mut Call<'_>,
    array: &Array,
    filter_value: Passed<'_>,
    strict: bool,
) -> Res<Array> {
    // PHP: an array without elements is its own list of keys, with its next free key.
    if array.is_empty() {
        return Ok(array.clone());
    }
    let Some(wanted) = filter_value.0 else {
        return call.list(array.iter().map(|(key, _)| key_value(key)));
    };
    let mut keys = Array::new();
    for (key, value) in array {
        if equal(call, wanted, value, strict)? {
            append(call, &mut keys, key_value(key))?;
        }
    }
    Ok(keys)
}

pub(super) fn array_values(call: &mut Call<'_>, array: &Array) -> Res<Array> {
    // PHP: without elements it is an array that nothing was ever stored in.
    if array.is_empty() {
        return Ok(Array::new());
    }
    if array.is_dense_list() {
        return Ok(array.clone());
    }
    call.list(array.values().map(Value::element_copy))
}

/// How many elements come before the first that is the same as `needle`.
fn rank(call: &mut Call<'_>, needle: &Value, haystack: &Array, strict: bool) -> Res<Option<usize>> {
    let simple = match needle.view() {
        View::Int(int) => simple_rank(haystack, strict, |value| same_int(value, int)),
        View::Str(text) if strict || conv::numeric::whole(text).is_none() => {
            simple_rank(haystack, strict, |value| same_text(value, text))
        }
        _ => Err(0),
    };
    let start = match simple {
        Ok(found) => return Ok(found),
        Err(start) => start,
    };
    for (at, value) in haystack.values().enumerate().skip(start) {
        if equal(call, needle, value, strict)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// The rank of the first element that `same` says yes to; as an error that of the first where it
/// says nothing. What is of another type is not the same when `strict`.
#[inline(always)]
fn simple_rank(
    haystack: &Array,
    strict: bool,
    same: impl Fn(&Value) -> Option<bool>,
) -> Result<Option<usize>, usize> {
    for (at, value) in haystack.values().enumerate() {
        match same(value) {
            Some(true) => return Ok(Some(at)),
            Some(false) => {}
            None if strict && !matches!(value.view(), View::Ref(_)) => {}
            None => return Err(at),
        }
    }
    Ok(None)
}

fn same_int(value: &Value, int: i64) -> Option<bool> {
    match value.view() {
        View::Int(other) => Some(other == int),
        _ => None,
    }
}

fn same_text(value: &Value, text: &Str) -> Option<bool> {
    value.as_str().map(|other| other == text)
}

pub(super) fn array_search(
    call: &mut Call<'_>,
    needle: &Value,
    haystack: &Array,
    strict: bool,
) -> Res<Value> {
    let found = rank(call, needle, haystack, strict)?;
    let key = found.and_then(|at| haystack.iter().nth(at)).map(|(key, _)| key_value(key));
    Ok(key.unwrap_or(Value::bool(false)))
}

pub(super) fn in_array(
    call: &mut Call<'_>,
    needle: &Value,
    haystack: &Array,
    strict: bool,
) -> Res<bool> {
    Ok(rank(call, needle, haystack, strict)?.is_some())
}

/// PHP compiles `array_key_exists()` to an instruction, which has other words than its alias.
pub(super) fn array_key_exists(call: &mut Call<'_>, key: &Value, array: &Array) -> Res<bool> {
    let is_alias = call.native().name == "key_exists";
    if is_alias && matches!(key.view(), View::Array(_) | View::Object(_)) {
        return Err(call.type_refused(1, "must be a valid array offset type"));
    }
    let key = conv::to_key(call.rq(), key, KeyUse::Access)?;
    Ok(array.get(key.as_key()).is_some())
}

pub(super) fn array_key_first(_: &mut Call<'_>, array: &Array) -> Res<Value> {
    Ok(array.iter().next().map(|(key, _)| key_value(key)).unwrap_or_default())
}

pub(super) fn array_key_last(_: &mut Call<'_>, array: &Array) -> Res<Value> {
    let last = array.position_before(array.used()).and_then(|position| array.entry(position));
    Ok(last.map(|(key, _)| key_value(key)).unwrap_or_default())
}

pub(super) fn array_is_list(_: &mut Call<'_>, array: &Array) -> Res<bool> {
    Ok(array.is_list())
}

/// What a row has under a key: an element, or a property.
fn cell(call: &mut Call<'_>, row: &Value, key: &Value) -> Res<Option<Value>> {
    match row.view() {
        View::Array(row) => {
            let found = as_key(key).and_then(|key| row.get(key));
            Ok(found.map(|value| value.unboxed().clone()))
        }
        View::Object(row) => {
            let (row, name) = (row.clone(), call.to_str(key)?);
            call.host().property(&row, &name)
        }
        _ => Ok(None),
    }
}

pub(super) fn array_column(
    call: &mut Call<'_>,
    array: &Array,
    column_key: &Value,
    index_key: &Value,
) -> Res<Array> {
    let mut column = Array::new();
    for (_, row) in array {
        let row = row.unboxed();
        let value = match column_key.is_null() {
            true => row.element_copy(),
            false => match cell(call, row, column_key)? {
                Some(value) => value,
                None => continue,
            },
        };
        let index = if index_key.is_null() { None } else { cell(call, row, index_key)? };
        match index {
            None => append(call, &mut column, value)?,
            Some(index) => match index.unboxed().view() {
                View::Array(_) | View::Object(_) => append(call, &mut column, value)?,
                _ => {
                    let key = conv::to_key(call.rq(), &index, KeyUse::Access)?;
                    put(call, &mut column, key.as_key(), value)?;
                }
            },
        }
    }
    if column.is_empty() && index_key.is_null() {
        let counted = column.count_from_zero();
        call.alloc(counted)?;
    }
    column.made_for(array.len());
    Ok(column)
}

/// The elements in reverse, int keys counted anew unless they are kept.
pub(super) fn array_reverse(call: &mut Call<'_>, array: &Array, preserve_keys: bool) -> Res<Array> {
    let mut reversed = Array::new();
    for (key, value) in array.iter().rev() {
        match key {
            Key::Int(_) if !preserve_keys => append(call, &mut reversed, value.element_copy())?,
            key => put_new(call, &mut reversed, key, value.element_copy())?,
        }
    }
    if reversed.is_empty() && !preserve_keys && array.is_list_in_php() {
        let counted = reversed.count_from_zero();
        call.alloc(counted)?;
    }
    Ok(reversed)
}
