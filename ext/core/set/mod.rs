//! Differences and intersections, by value, by key or by both.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::HashSet;

use runtime::array::{Ahead, Array};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::string::hash::BuildNameHasher;
use runtime::value::Value;

use crate::array::put_new;

/// What must be equal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Key,
    Both,
}

/// Which elements stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Those in none of the others.
    InNone,
    /// Those in all of the others.
    InAll,
}

fn text(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    call.to_str(value.unboxed())
}

/// By their keys, and perhaps their values.
fn select(
    call: &mut Call<'_>,
    array: &Array,
    others: &[Value],
    (by, kept): (By, Kept),
) -> Res<Array> {
    let mut selected = Array::new();
    let nearest = others.first().and_then(Value::as_array);
    let mut ahead = Ahead::new(array.iter().map(|(key, _)| Some(key)), array.len());
    for (key, value) in array {
        if let Some(nearest) = nearest {
            ahead.step(nearest);
        }
        let mut stays = true;
        for other in others.iter().filter_map(Value::as_array) {
            let is_there = match (other.get(key), by) {
                (Some(_), By::Key) => true,
                (Some(found), By::Both) => text(call, value)? == text(call, found)?,
                (None, _) => false,
            };
            if is_there == (kept == Kept::InNone) {
                stays = false;
                break;
            }
        }
        if stays {
            put_new(call, &mut selected, key, value.element_copy())?;
        }
    }
    Ok(selected)
}

/// One of the others, when it is an array.
fn other<'a>(call: &mut Call<'_>, others: &'a [Value], at: usize) -> Res<&'a Array> {
    others[at].as_array().ok_or_else(|| call.type_error(at + 2, "array", &others[at]))
}

/// Whether a text is that of an element of one of the others. PHP: what the text is of is converted
/// before the others are seen to be arrays.
fn is_in_one(call: &mut Call<'_>, only: &Value, others: &[Value]) -> Res<bool> {
    let only = text(call, only)?;
    let mut is_found = false;
    for at in 0..others.len() {
        let mut values = other(call, others, at)?.values();
        while !is_found && let Some(value) = values.next() {
            is_found = text(call, value)? == only;
        }
    }
    Ok(is_found)
}

fn array_diff(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
    if array.len() == 1
        && let Some(only) = array.values().next()
    {
        let is_found = is_in_one(call, only, others)?;
        return Ok(if is_found { Array::new() } else { array.clone() });
    }
    for at in 0..others.len() {
        other(call, others, at)?;
    }
    if array.is_empty() {
        return Ok(Array::new());
    }
    let elements = || others.iter().filter_map(Value::as_array).flat_map(Array::values);
    if elements().next().is_none() {
        return Ok(array.clone());
    }
    let mut excluded: HashSet<Str, BuildNameHasher> = HashSet::default();
    for value in elements() {
        excluded.insert(text(call, value)?);
    }
    let room = Array::with_capacity(array.len());
    let mut selected = call.alloc(room)?;
    selected.made_for(array.len());
    for (key, value) in array {
        if !excluded.contains(&text(call, value)?) {
            put_new(call, &mut selected, key, value.clone())?;
        }
    }
    Ok(selected)
}

fn array_intersect(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
    crate::callback::common_values(call, array, others)
}

macro_rules! selections {
    ($($name:ident = $by:ident, $kept:ident;)+) => {$(
        fn $name(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
            select(call, array, others, (By::$by, Kept::$kept))
        }
    )+};
}

selections! {
    array_diff_key = Key, InNone;
    array_diff_assoc = Both, InNone;
    array_intersect_key = Key, InAll;
    array_intersect_assoc = Both, InAll;
}
