//! Arrays and callbacks: each element, some elements, elements in an order that a callback gives.
//!
//! # Invariants
//! - An array that a body goes through is counted by its argument cell or by the body, so that
//!   what the callback writes is another copy.

#[rustfmt::skip]
mod r#gen;
mod pick;
mod select;
mod user_sort;
mod walk;

pub use r#gen::{CONSTANTS, NATIVES};

use pick::{array_all, array_any, array_filter, array_find, array_find_key, array_reduce};
use runtime::array::Array;
use runtime::native::{Call, Callable};
use runtime::raise::Res;
use runtime::value::Value;
pub(crate) use select::common_values;
use select::{
    array_diff_uassoc, array_diff_ukey, array_intersect_uassoc, array_intersect_ukey, array_udiff,
    array_udiff_assoc, array_udiff_uassoc, array_uintersect, array_uintersect_assoc,
    array_uintersect_uassoc,
};
use user_sort::{uasort, uksort, usort};
use walk::{array_walk, array_walk_recursive};

use crate::array::{append, put_new};

fn array_map(
    call: &mut Call<'_>,
    callback: &Value,
    array: &Array,
    arrays: &[Value],
) -> Res<Array> {
    let callable = match callback.is_null() {
        true => None,
        false => Some(call.callable(1, callback)?),
    };
    match (arrays.is_empty(), callable) {
        // PHP: what has no elements is what comes out, with its next free key.
        (true, _) if array.is_empty() => Ok(array.clone()),
        (true, None) => Ok(array.clone()),
        (true, Some(callable)) => map_one(call, &callable, array),
        (false, callable) => map_many(call, callable.as_ref(), array, arrays),
    }
}

fn map_one(call: &mut Call<'_>, callable: &Callable, array: &Array) -> Res<Array> {
    if array.is_list() {
        let room = Array::room_to_merge(&[array]);
        let mut mapped = call.alloc(room)?;
        for (_, value) in array {
            let result = call.call(callable, std::slice::from_ref(value))?;
            append(call, &mut mapped, result)?;
        }
        return Ok(mapped);
    }
    let room = match array.is_hash_in_php() {
        true => Array::hash_with_capacity(array.len()),
        false => Array::dict_with_capacity(array.len()),
    };
    let mut mapped = call.alloc(room)?;
    for (key, value) in array {
        let result = call.call(callable, std::slice::from_ref(value))?;
        put_new(call, &mut mapped, key, result)?;
    }
    Ok(mapped)
}

fn map_many(
    call: &mut Call<'_>,
    callable: Option<&Callable>,
    array: &Array,
    arrays: &[Value],
) -> Res<Array> {
    let all: Vec<&Array> =
        std::iter::once(array).chain(arrays.iter().filter_map(Value::as_array)).collect();
    let length = all.iter().map(|array| array.len()).max().unwrap_or(0);
    let mut rows: Vec<_> = all.iter().map(|array| array.iter()).collect();
    let room = Array::with_capacity(length);
    let mut mapped = call.alloc(room)?;
    let mut args = Vec::with_capacity(rows.len());
    for _ in 0..length {
        args.clear();
        args.extend(rows.iter_mut().map(|row| {
            row.next().map(|(_, value)| value.clone()).unwrap_or_default()
        }));
        let result = match callable {
            Some(callable) => call.call(callable, &args)?,
            None => call.list(args.iter().cloned())?.into(),
        };
        append(call, &mut mapped, result)?;
    }
    Ok(mapped)
}
