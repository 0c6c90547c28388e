//! The internal pointer of arrays.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::array::key_value;

fn value_at(array: &Array, position: u32) -> Value {
    let found = array.entry(position).map(|(_, value)| value.unboxed().clone());
    found.unwrap_or(Value::bool(false))
}

/// Advises against objects.
fn advise(call: &mut Call<'_>, array: &Value) -> Res<()> {
    if let View::Object(_) = array.view() {
        let function = call.native().name;
        call.deprecate(format!("Calling {function}() on an object is deprecated"))?;
    }
    Ok(())
}

fn current(call: &mut Call<'_>, array: &Value) -> Res<Value> {
    advise(call, array)?;
    Ok(array.as_array().map_or(Value::bool(false), |array| value_at(array, array.position())))
}

fn key(call: &mut Call<'_>, array: &Value) -> Res<Value> {
    advise(call, array)?;
    let Some(array) = array.as_array() else { return Ok(Value::NULL) };
    Ok(array.entry(array.position()).map(|(key, _)| key_value(key)).unwrap_or_default())
}

/// Moves the pointer of the array in a variable, unless it is behind all elements; the value there.
fn move_to(
    call: &mut Call<'_>,
    variable: &Reference,
    target: impl FnOnce(&Array) -> Option<u32>,
) -> Res<Value> {
    advise(call, &variable.get())?;
    let mut variable = variable.clone();
    let moved = {
        let mut slot = variable.slot_mut();
        match slot.as_array_mut() {
            Some(array) => array.make_unique(0).map(|()| {
                let Some(position) = target(array) else { return Value::bool(false) };
                array.set_position(position);
                value_at(array, position)
            }),
            None => Ok(Value::bool(false)),
        }
    };
    call.alloc(moved)
}

fn next(call: &mut Call<'_>, array: &Reference) -> Res<Value> {
    move_to(call, array, |array| {
        let position = array.position();
        (position < array.used()).then(|| array.valid_position(position + 1))
    })
}

fn prev(call: &mut Call<'_>, array: &Reference) -> Res<Value> {
    move_to(call, array, |array| {
        let position = array.position();
        let used = array.used();
        (position < used).then(|| array.position_before(position).unwrap_or(used))
    })
}

fn reset(call: &mut Call<'_>, array: &Reference) -> Res<Value> {
    move_to(call, array, |array| Some(array.valid_position(0)))
}

fn end(call: &mut Call<'_>, array: &Reference) -> Res<Value> {
    move_to(call, array, |array| array.position_before(array.used()).or(Some(0)))
}
