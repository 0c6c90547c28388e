//! Orders that a callback gives.

use runtime::array::Array;
use runtime::conv::{self, KeyValue};
use runtime::message::Message;
use runtime::native::{ArrayRef, Call, Callable};
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::array::{append, put};
use crate::sort::{Entry, entries, sort_entries};

/// A comparison by a callback.
pub(super) struct Comparer {
    callable: Callable,
    has_complained: bool,
}

impl Comparer {
    /// That of the argument at `position`.
    pub(super) fn new(call: &mut Call<'_>, position: usize, callback: &Value) -> Res<Self> {
        Ok(Self { callable: call.callable(position, callback)?, has_complained: false })
    }

    /// Below 0, 0, above 0. PHP: `false` is asked about once more the other way round.
    pub(super) fn compare(
        &mut self,
        call: &mut Call<'_>,
        left: &Value,
        right: &Value,
    ) -> Res<i32> {
        let result = call.call(&self.callable, &[left.clone(), right.clone()])?;
        match result.view() {
            View::Int(order) => return Ok(order.signum() as i32),
            View::Bool(value) => {
                self.complain(call)?;
                if !value {
                    let swapped = call.call(&self.callable, &[right.clone(), left.clone()])?;
                    return Ok(-i32::from(conv::to_bool(&swapped)));
                }
            }
            _ => {}
        }
        Ok(conv::to_int(call.rq(), &result)?.signum() as i32)
    }

    fn complain(&mut self, call: &mut Call<'_>) -> Res<()> {
        if std::mem::replace(&mut self.has_complained, true) {
            return Ok(());
        }
        let text = "Returning bool from comparison function is deprecated, return an integer \
                    less than, equal to, or greater than zero";
        let text = format!("{}(): {text}", call.native().name);
        call.rq().report(Message::Deprecation { text })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Value,
    Key,
}

fn key_of(entry: &Entry) -> Value {
    match &entry.key {
        KeyValue::Int(int) => Value::int(*int),
        KeyValue::Str(text) => Value::from(text.clone()),
    }
}

fn ordered(
    call: &mut Call<'_>,
    array: &ArrayRef<'_>,
    callback: &Value,
    by: By,
) -> Res<Vec<Entry>> {
    let mut comparer = Comparer::new(call, 2, callback)?;
    let mut entries = entries(&array.get());
    sort_entries(&mut entries, &mut |left, right| {
        let order = match by {
            By::Value => comparer.compare(call, &left.value, &right.value)?,
            By::Key => comparer.compare(call, &key_of(left), &key_of(right))?,
        };
        Ok(if order == 0 { left.place.cmp(&right.place) as i32 } else { order })
    })?;
    Ok(entries)
}

pub(super) fn usort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    if array.get().is_empty() {
        return Ok(true);
    }
    let entries = ordered(call, &array, callback, By::Value)?;
    let room = Array::with_capacity(entries.len());
    let mut sorted = call.alloc(room)?;
    for entry in entries {
        append(call, &mut sorted, entry.value)?;
    }
    let kept = sorted.sorted_from(&array.get(), false);
    call.alloc(kept)?;
    array.set_reordered(sorted);
    Ok(true)
}

fn keyed(call: &mut Call<'_>, array: &ArrayRef<'_>, callback: &Value, by: By) -> Res<bool> {
    if array.get().is_empty() {
        return Ok(true);
    }
    let entries = ordered(call, array, callback, by)?;
    if entries.len() == 1 {
        let copy = array.get().duplicate(0);
        array.set_reordered(call.alloc(copy)?);
        return Ok(true);
    }
    let mut sorted = Array::new();
    for entry in entries {
        put(call, &mut sorted, entry.key.as_key(), entry.value)?;
    }
    let kept = sorted.sorted_from(&array.get(), true);
    call.alloc(kept)?;
    array.set_reordered(sorted);
    Ok(true)
}

pub(super) fn uasort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    keyed(call, &array, callback, By::Value)
}

pub(super) fn uksort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    keyed(call, &array, callback, By::Key)
}
