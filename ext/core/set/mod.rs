//! Differences and intersections, by value, by key or by both.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::HashSet;

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::array::put;

/// What must be equal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Value,
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

/// An array to look elements up in.
struct Other<'a> {
    array: &'a Array,
    values: HashSet<Vec<u8>>,
}

fn text(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    call.to_str(value.unboxed())
}

fn select(
    call: &mut Call<'_>,
    array: &Array,
    others: &[Value],
    (by, kept): (By, Kept),
) -> Res<Array> {
    let mut sets = Vec::new();
    for other in others.iter().filter_map(Value::as_array) {
        let mut values = HashSet::new();
        if by == By::Value {
            for (_, value) in other {
                values.insert(text(call, value)?.to_vec());
            }
        }
        sets.push(Other { array: other, values });
    }
    // PHP: `array_intersect` takes elements out of a copy, which keeps the next free key and the
    // internal pointer of the array.
    let is_copy = (by, kept) == (By::Value, Kept::InAll);
    let copy = if is_copy { array.duplicate(0) } else { Ok(Array::new()) };
    let mut selected = call.alloc(copy)?;
    for (key, value) in array {
        let mut stays = true;
        for other in &sets {
            let is_there = is_in(call, (key, value), other, by)?;
            if is_there == (kept == Kept::InNone) {
                stays = false;
                break;
            }
        }
        match (stays, is_copy) {
            (true, false) => put(call, &mut selected, key, value.element_copy())?,
            (false, true) => drop(call.alloc(selected.remove(key))?),
            (true, true) | (false, false) => {}
        }
    }
    Ok(selected)
}

fn is_in(
    call: &mut Call<'_>,
    (key, value): (Key<'_>, &Value),
    other: &Other<'_>,
    by: By,
) -> Res<bool> {
    match by {
        By::Value => Ok(other.values.contains(text(call, value)?.as_bytes())),
        By::Key => Ok(other.array.get(key).is_some()),
        By::Both => match other.array.get(key) {
            Some(found) => {
                let (value, found) = (text(call, value)?, text(call, found)?);
                Ok(value == found)
            }
            None => Ok(false),
        },
    }
}

macro_rules! selections {
    ($($name:ident = $by:ident, $kept:ident;)+) => {$(
        fn $name(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
            select(call, array, others, (By::$by, Kept::$kept))
        }
    )+};
}

selections! {
    array_diff = Value, InNone;
    array_diff_key = Key, InNone;
    array_diff_assoc = Both, InNone;
    array_intersect = Value, InAll;
    array_intersect_key = Key, InAll;
    array_intersect_assoc = Both, InAll;
}
