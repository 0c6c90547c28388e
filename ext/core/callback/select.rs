//! Differences and intersections in which callbacks say what is equal.

use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::user_sort::Comparer;
use crate::array::{key_value, put};
use crate::sort::{Entry, entries, sort_entries};

/// How one side of an element is compared.
enum Equal {
    /// It does not matter.
    Any,
    /// As the engine does: keys by themselves, values as strings.
    Same,
    /// By a callback.
    Callback(Comparer),
}

/// Which elements stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    InNone,
    InAll,
}

/// Whether the value and the key are compared by callbacks, and otherwise at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Any,
    Same,
    Callback,
}

/// Splits the callbacks off the arrays. PHP: the value's comes before the key's.
fn split<'a>(
    call: &mut Call<'_>,
    rest: &'a [Value],
    (value, key): (How, How),
) -> Res<(Vec<&'a Array>, Equal, Equal)> {
    let callbacks = usize::from(value == How::Callback) + usize::from(key == How::Callback);
    let needed = 1 + callbacks;
    if rest.len() < callbacks {
        let given = rest.len() + 1;
        let function = call.native().name;
        let text = format!("{function}() expects at least {needed} arguments, {given} given");
        return Err(call.throw(Message::ArgumentsMissing { text }));
    }
    let (arrays, callbacks) = rest.split_at(rest.len() - callbacks);
    let mut position = arrays.len() + 1;
    let mut callbacks = callbacks.iter();
    let mut equal = |call: &mut Call<'_>, how| {
        Ok(match how {
            How::Any => Equal::Any,
            How::Same => Equal::Same,
            How::Callback => {
                position += 1;
                let callback = callbacks.next().unwrap_or(const { &Value::NULL });
                Equal::Callback(Comparer::new(call, position, callback)?)
            }
        })
    };
    let (value, key) = (equal(call, value)?, equal(call, key)?);
    let mut found = Vec::new();
    for (at, array) in arrays.iter().enumerate() {
        match array.as_array() {
            Some(array) => found.push(array),
            None => return Err(call.type_error(at + 2, "array", array)),
        }
    }
    Ok((found, value, key))
}

/// An array to look elements up in.
struct Other<'a> {
    array: &'a Array,
    /// In the order of the callback, when one alone decides.
    sorted: Vec<Entry>,
}

fn matches(
    call: &mut Call<'_>,
    other: &Other<'_>,
    (key, value): (Key<'_>, &Value),
    (by_value, by_key): (&mut Equal, &mut Equal),
) -> Res<bool> {
    match (by_value, by_key) {
        (Equal::Callback(comparer), Equal::Any) => {
            search(&other.sorted, |entry| comparer.compare(call, value, &entry.value))
        }
        (Equal::Any, Equal::Callback(comparer)) => {
            let key = key_value(key);
            search(&other.sorted, |entry| {
                comparer.compare(call, &key, &key_value(entry.key.as_key()))
            })
        }
        (by_value, Equal::Callback(comparer)) => {
            let key = key_value(key);
            for (other_key, other_value) in other.array {
                let same = values_equal(call, by_value, value, other_value)?
                    && comparer.compare(call, &key, &key_value(other_key))? == 0;
                if same {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        (by_value, Equal::Any | Equal::Same) => match other.array.get(key) {
            Some(found) => values_equal(call, by_value, value, found),
            None => Ok(false),
        },
    }
}

fn values_equal(
    call: &mut Call<'_>,
    equal: &mut Equal,
    left: &Value,
    right: &Value,
) -> Res<bool> {
    match equal {
        Equal::Any => Ok(true),
        Equal::Same => {
            let (left, right) = (call.to_str(left.unboxed())?, call.to_str(right.unboxed())?);
            Ok(left == right)
        }
        Equal::Callback(comparer) => Ok(comparer.compare(call, left, right)? == 0),
    }
}

/// Whether an entry of a sorted list compares as 0.
fn search(sorted: &[Entry], mut compare: impl FnMut(&Entry) -> Res<i32>) -> Res<bool> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(&sorted[middle])? {
            0 => return Ok(true),
            order if order < 0 => high = middle,
            _ => low = middle + 1,
        }
    }
    Ok(false)
}

fn sorted(
    call: &mut Call<'_>,
    array: &Array,
    (by_value, by_key): (&mut Equal, &mut Equal),
) -> Res<Vec<Entry>> {
    let mut entries = entries(array);
    match (by_value, by_key) {
        (Equal::Callback(comparer), Equal::Any) => sort_entries(&mut entries, &mut |left, right| {
            comparer.compare(call, &left.value, &right.value)
        })?,
        (Equal::Any, Equal::Callback(comparer)) => sort_entries(&mut entries, &mut |left, right| {
            let (left, right) = (key_value(left.key.as_key()), key_value(right.key.as_key()));
            comparer.compare(call, &left, &right)
        })?,
        _ => entries.clear(),
    }
    Ok(entries)
}

fn select(
    call: &mut Call<'_>,
    array: &Array,
    rest: &[Value],
    (how, kept): ((How, How), Kept),
) -> Res<Array> {
    let (arrays, mut by_value, mut by_key) = split(call, rest, how)?;
    let mut others = Vec::with_capacity(arrays.len());
    for other in arrays {
        let sorted = sorted(call, other, (&mut by_value, &mut by_key))?;
        others.push(Other { array: other, sorted });
    }
    // PHP: where sorting finds what is equal, elements are taken out of a copy, which keeps the
    // next free key and the internal pointer of the array.
    let is_copy = how.1 == How::Callback || how == (How::Callback, How::Any);
    let copy = if is_copy { array.duplicate(0) } else { Ok(Array::new()) };
    let mut selected = call.alloc(copy)?;
    for (key, value) in array {
        let mut stays = true;
        for other in &others {
            let found = matches(call, other, (key, value), (&mut by_value, &mut by_key))?;
            if found == (kept == Kept::InNone) {
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

macro_rules! selections {
    ($($name:ident = $value:ident, $key:ident, $kept:ident;)+) => {$(
        pub(super) fn $name(call: &mut Call<'_>, array: &Array, rest: &[Value]) -> Res<Array> {
            select(call, array, rest, ((How::$value, How::$key), Kept::$kept))
        }
    )+};
}

selections! {
    array_udiff = Callback, Any, InNone;
    array_udiff_assoc = Callback, Same, InNone;
    array_udiff_uassoc = Callback, Callback, InNone;
    array_diff_uassoc = Same, Callback, InNone;
    array_diff_ukey = Any, Callback, InNone;
    array_uintersect = Callback, Any, InAll;
    array_uintersect_assoc = Callback, Same, InAll;
    array_uintersect_uassoc = Callback, Callback, InAll;
    array_intersect_uassoc = Same, Callback, InAll;
    array_intersect_ukey = Any, Callback, InAll;
}
