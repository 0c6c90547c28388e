//! Arrays in order. Elements that are equal stay in the order that they had.

#[rustfmt::skip]
mod r#gen;
mod multi;
mod order;
mod rule;
mod total;

pub use r#gen::{CONSTANTS, NATIVES};

use multi::array_multisort;
pub(crate) use order::sort_entries;
use rule::{By, Direction, Rule};
use runtime::array::{Ahead, Array, Key};
use runtime::conv::KeyValue;
use runtime::heap::Oom;
use runtime::native::{ArrayRef, Call};
use runtime::raise::Res;
use runtime::value::Value;

use crate::array::{append, as_key, put_new};

/// An element, and where it was.
pub(crate) struct Entry {
    pub key: KeyValue,
    pub value: Value,
    pub place: usize,
}

/// The elements of an array, for a copy of it.
pub(crate) fn entries(array: &Array) -> Vec<Entry> {
    entries_with(array, Value::element_copy)
}

fn entries_with(array: &Array, taken: impl Fn(&Value) -> Value) -> Vec<Entry> {
    let owned = |key: Key<'_>| match key {
        Key::Int(int) => KeyValue::Int(int),
        Key::Str(string) => KeyValue::Str(string.clone()),
    };
    let mut entries = Vec::with_capacity(array.len());
    for (place, (key, value)) in array.iter().enumerate() {
        entries.push(Entry { key: owned(key), value: taken(value), place });
    }
    entries
}

/// Owners of an array that nobody else owns while it is sorted.
const HELD_AND_OWNED: i32 = 2;

/// What becomes of the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Kept,
    Renumbered,
}

fn reorder(call: &mut Call<'_>, array: &ArrayRef<'_>, (rule, keys): (Rule, Keys)) -> Res<bool> {
    let old = array.get();
    let least = if keys == Keys::Renumbered { 1 } else { 2 };
    if old.len() < least {
        drop(old);
        let done = match rule.by {
            By::Value => array.with(Array::sort_nothing),
            By::Key => array.with(|array| array.make_unique(0)),
        };
        return call.alloc(done).map(|()| true);
    }
    // References that only this array holds stay when it is sorted where it is.
    let mut entries = match old.count() {
        HELD_AND_OWNED => entries_with(&old, Value::clone),
        _ => entries(&old),
    };
    if !total::sort(&mut entries, &rule) {
        sort_entries(&mut entries, &mut |left, right| {
            let order = rule.compare(call, left, right)?;
            Ok(if order == 0 { left.place.cmp(&right.place) as i32 } else { order })
        })?;
    }
    let made = empty_for(&entries, keys);
    let mut sorted = call.alloc(made)?;
    for entry in entries {
        match keys {
            Keys::Kept => put_new(call, &mut sorted, entry.key.as_key(), entry.value)?,
            Keys::Renumbered => append(call, &mut sorted, entry.value)?,
        }
    }
    let kept = sorted.sorted_from(&old, keys == Keys::Kept);
    call.alloc(kept)?;
    drop(old);
    array.set_reordered(sorted);
    Ok(true)
}

/// An empty array with room for the elements.
fn empty_for(entries: &[Entry], keys: Keys) -> Result<Array, Oom> {
    match entries {
        [Entry { key: KeyValue::Int(0), .. }, ..] if keys == Keys::Kept => Ok(Array::new()),
        _ if keys == Keys::Kept => Array::hash_with_capacity(entries.len()),
        _ => Array::with_capacity(entries.len()),
    }
}

macro_rules! sorts {
    ($($name:ident = $by:ident, $direction:ident, $keys:ident;)+) => {$(
        fn $name(call: &mut Call<'_>, array: ArrayRef<'_>, flags: i64) -> Res<bool> {
            let rule = Rule::new(By::$by, Direction::$direction, flags);
            reorder(call, &array, (rule, Keys::$keys))
        }
    )+};
}

sorts! {
    sort = Value, Upwards, Renumbered;
    rsort = Value, Downwards, Renumbered;
    asort = Value, Upwards, Kept;
    arsort = Value, Downwards, Kept;
    ksort = Key, Upwards, Kept;
    krsort = Key, Downwards, Kept;
}

fn natsort(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<bool> {
    let rule = Rule::new(By::Value, Direction::Upwards, rule::NATURAL);
    reorder(call, &array, (rule, Keys::Kept))
}

fn natcasesort(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<bool> {
    let rule = Rule::new(By::Value, Direction::Upwards, rule::NATURAL | rule::FOLD_CASE);
    reorder(call, &array, (rule, Keys::Kept))
}

/// The elements whose texts are new.
fn first_of_texts(call: &mut Call<'_>, array: &Array) -> Res<Array> {
    let room = Array::dict_with_capacity(array.len());
    let (mut unique, mut seen) = (Array::new(), call.alloc(room)?);
    let mut ahead = Ahead::new(array.values().map(as_key), array.len());
    for (key, value) in array {
        ahead.step(&seen);
        let is_new = match as_key(value) {
            Some(text) => seen.set_missing(text, || Value::NULL),
            None => {
                let text = call.to_str(value)?;
                seen.set_missing(Key::of_str(&text), || Value::NULL)
            }
        };
        if call.alloc(is_new)? {
            put_new(call, &mut unique, key, value.element_copy())?;
        }
    }
    Ok(unique)
}

fn array_unique(call: &mut Call<'_>, array: &Array, flags: i64) -> Res<Array> {
    if array.len() < 2 {
        return Ok(array.clone());
    }
    if flags == rule::STRING {
        return first_of_texts(call, array);
    }
    let mut unique = array.clone();
    let rule = Rule::new(By::Value, Direction::Upwards, flags);
    let mut entries = entries(array);
    sort_entries(&mut entries, &mut |left, right| rule.compare(call, left, right))?;
    let mut entries = entries.into_iter();
    let Some(mut kept) = entries.next() else { return Ok(unique) };
    for mut entry in entries {
        if rule.compare(call, &kept, &entry)? != 0 {
            kept = entry;
            continue;
        }
        if kept.place > entry.place {
            std::mem::swap(&mut kept, &mut entry);
        }
        let removed = unique.remove(entry.key.as_key());
        call.alloc(removed)?;
    }
    Ok(unique)
}
