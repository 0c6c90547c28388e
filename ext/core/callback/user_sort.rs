//! Orders that a callback gives.

use runtime::array::Array;
use runtime::conv::{self, KeyValue};
use runtime::message::Message;
use runtime::native::{ArrayRef, Call, Callable};
use runtime::raise::Res;
use runtime::value::{Lent, Value, View};

use crate::array::{append, put_new};
use crate::sort::{Entry, entries, sort_entries};

/// A comparison by a callback.
pub(super) struct Comparer {
    callable: Callable,
}

/// Whether a comparison has complained of a callback since the last sort of the request began.
#[derive(Default)]
struct Complained(bool);

impl Comparer {
    /// That of the argument at `position`.
    pub(super) fn new(call: &mut Call<'_>, position: usize, callback: &Value) -> Res<Self> {
        let callable = call.callable(position, callback)?;
        call.state::<Complained>().0 = false;
        Ok(Self { callable })
    }

    /// Below 0, 0, above 0. PHP: `false` is asked about once more the other way round.
    pub(super) fn compare(&self, call: &mut Call<'_>, left: &Value, right: &Value) -> Res<i32> {
        let result = call.call(&self.callable, Lent::values(&[left.lend(), right.lend()]))?;
        match result.view() {
            View::Int(order) => return Ok(order.signum() as i32),
            View::Bool(value) => {
                Self::complain(call)?;
                if !value {
                    let swapped =
                        call.call(&self.callable, Lent::values(&[right.lend(), left.lend()]))?;
                    return Ok(-(conv::to_int(call.rq(), &swapped)?.signum() as i32));
                }
            }
            _ => {}
        }
        Ok(conv::to_int(call.rq(), &result)?.signum() as i32)
    }

    /// The same, with whatever the callback says taken as an int.
    pub(super) fn compare_plainly(
        &self,
        call: &mut Call<'_>,
        left: &Value,
        right: &Value,
    ) -> Res<i32> {
        let result = call.call(&self.callable, Lent::values(&[left.lend(), right.lend()]))?;
        Ok(conv::to_int(call.rq(), &result)?.signum() as i32)
    }

    fn complain(call: &mut Call<'_>) -> Res<()> {
        if call.state::<Complained>().0 {
            return Ok(());
        }
        let text = "Returning bool from comparison function is deprecated, return an integer \
                    less than, equal to, or greater than zero";
        let text = format!("{}(): {text}", call.native().name);
        let reported = call.rq().report(Message::Deprecation { text });
        call.state::<Complained>().0 = true;
        reported
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Value,
    Key,
}

/// The key of an element as a value.
pub(super) fn key_of(entry: &Entry) -> Value {
    match &entry.key {
        KeyValue::Int(int) => Value::int(*int),
        KeyValue::Str(text) => Value::from(text.clone()),
    }
}

/// The elements in order, and how the callback ended. PHP: once it has thrown, what is left is
/// equal, and the array is what that gives.
fn ordered(
    call: &mut Call<'_>,
    array: &ArrayRef<'_>,
    callback: &Value,
    by: By,
) -> Res<(Vec<Entry>, Res<()>)> {
    let comparer = Comparer::new(call, 2, callback)?;
    let mut entries = entries(&array.get());
    let mut ended = Ok(());
    sort_entries(&mut entries, &mut |left, right| {
        let compared = match (&ended, by) {
            (Err(_), _) => Ok(0),
            (Ok(()), By::Value) => comparer.compare(call, &left.value, &right.value),
            (Ok(()), By::Key) => comparer.compare(call, &key_of(left), &key_of(right)),
        };
        let order = compared.unwrap_or_else(|halt| {
            ended = Err(halt);
            0
        });
        Ok(if order == 0 { left.place.cmp(&right.place) as i32 } else { order })
    })?;
    Ok((entries, ended))
}

pub(super) fn usort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    if array.get().is_empty() {
        return Ok(true);
    }
    let before = array.get().clone();
    let (entries, ended) = ordered(call, &array, callback, By::Value)?;
    let room = Array::with_capacity(entries.len());
    let mut sorted = call.alloc(room)?;
    for entry in entries {
        append(call, &mut sorted, entry.value)?;
    }
    let kept = sorted.sorted_from(&before, false);
    call.alloc(kept)?;
    array.set_reordered(sorted);
    ended.map(|()| true)
}

fn keyed(call: &mut Call<'_>, array: &ArrayRef<'_>, callback: &Value, by: By) -> Res<bool> {
    if array.get().is_empty() {
        return Ok(true);
    }
    let before = array.get().clone();
    let (entries, ended) = ordered(call, array, callback, by)?;
    if entries.len() == 1 {
        let copy = before.duplicate(0);
        let mut sorted = call.alloc(copy)?;
        let kept = sorted.sort_nothing();
        call.alloc(kept)?;
        array.set_reordered(sorted);
        return Ok(true);
    }
    let mut sorted = Array::new();
    for entry in entries {
        put_new(call, &mut sorted, entry.key.as_key(), entry.value)?;
    }
    let kept = sorted.sorted_from(&before, true);
    call.alloc(kept)?;
    array.set_reordered(sorted);
    ended.map(|()| true)
}

pub(super) fn uasort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    keyed(call, &array, callback, By::Value)
}

pub(super) fn uksort(call: &mut Call<'_>, array: ArrayRef<'_>, callback: &Value) -> Res<bool> {
    keyed(call, &array, callback, By::Key)
}
