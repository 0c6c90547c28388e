//! Arrays: elements put in, taken out, found and rearranged.

mod ends;
mod fill;
#[rustfmt::skip]
mod r#gen;
mod lookup;
mod merge;
mod part;
mod range;

pub use r#gen::{CONSTANTS, NATIVES};

use ends::*;
use fill::*;
use lookup::*;
use merge::*;
use part::*;
use range::range;

use runtime::array::{Array, ArrayError, Key};
use runtime::heap::Oom;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

/// Adds at the end, or throws what PHP throws when there is no next index.
#[inline]
pub(crate) fn append(call: &mut Call<'_>, array: &mut Array, value: Value) -> Res<()> {
    match array.append(value) {
        Ok(()) => Ok(()),
        Err(ArrayError::Oom) => call.alloc(Err(Oom)),
        Err(ArrayError::NextIndexTaken) => {
            let text = "Cannot add element to the array as the next element is already occupied";
            Err(call.throw(Message::Refused { text: text.to_owned() }))
        }
    }
}

/// Stores under a key, or ends the request for lack of memory.
pub(crate) fn put(call: &mut Call<'_>, array: &mut Array, key: Key<'_>, value: Value) -> Res<()> {
    let set = array.set(key, value);
    call.alloc(set)
}

/// Stores under a key that is not in the array.
#[inline]
pub(crate) fn put_new(
    call: &mut Call<'_>,
    array: &mut Array,
    key: Key<'_>,
    value: Value,
) -> Res<()> {
    let set = array.set_new(key, value);
    call.alloc(set)
}

/// A key as a value.
pub(crate) fn key_value(key: Key<'_>) -> Value {
    match key {
        Key::Int(int) => Value::int(int),
        Key::Str(string) => string.clone().into(),
    }
}

/// The key that a value stands for when it becomes one: ints and strings.
#[inline]
pub(crate) fn as_key(value: &Value) -> Option<Key<'_>> {
    match value.unboxed().view() {
        runtime::value::View::Int(int) => Some(Key::Int(int)),
        runtime::value::View::Str(string) => Some(Key::of_str(string)),
        _ => None,
    }
}
