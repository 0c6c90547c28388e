//! Differences and intersections, by value, by key or by both.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::HashSet;

use runtime::array::Array;
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
    for (key, value) in array {
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

fn array_diff(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
    let elements = || others.iter().filter_map(Value::as_array).flatten().map(|(_, value)| value);
    if array.is_empty() || array.len() > 1 && elements().next().is_none() {
        return Ok(array.clone());
    }
    if array.len() == 1 {
        let Some((_, only)) = array.iter().next() else { return Ok(Array::new()) };
        let only = text(call, only)?;
        for value in elements() {
            if text(call, value)? == only {
                return Ok(Array::new());
            }
        }
        return Ok(array.clone());
    }
    let mut excluded: HashSet<Str, BuildNameHasher> = HashSet::default();
    for value in elements() {
        excluded.insert(text(call, value)?);
    }
    let mut selected = Array::new();
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
