//! Several arrays in one.

use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{append, put};

fn arrays(values: &[Value]) -> Vec<&Array> {
    values.iter().filter_map(Value::as_array).collect()
}

pub(super) fn array_merge(call: &mut Call<'_>, values: &[Value]) -> Res<Array> {
    let merged = Array::merge(&arrays(values));
    call.alloc(merged)
}

pub(super) fn array_replace(call: &mut Call<'_>, array: &Array, others: &[Value]) -> Res<Array> {
    let copy = array.duplicate(0);
    let mut replaced = call.alloc(copy)?;
    for other in arrays(others) {
        for (key, value) in other {
            put(call, &mut replaced, key, value.element_copy())?;
        }
    }
    Ok(replaced)
}

pub(super) fn array_merge_recursive(call: &mut Call<'_>, values: &[Value]) -> Res<Array> {
    let arrays = arrays(values);
    if let Some(only) = Array::merged_with_nothing(&arrays) {
        return Ok(only);
    }
    let room = Array::room_to_merge(&arrays);
    let mut merged = call.alloc(room)?;
    for array in arrays {
        merge_into(call, &mut merged, (array, &mut Vec::new()))?;
    }
    Ok(merged)
}

/// `around` has the arrays of the target that this one is in, as they were.
fn merge_into(
    call: &mut Call<'_>,
    target: &mut Array,
    (source, around): (&Array, &mut Vec<Array>),
) -> Res<()> {
    call.rq().guard_stack()?;
    for (key, value) in source {
        let held = match key {
            Key::Int(_) => {
                append(call, target, value.element_copy())?;
                continue;
            }
            Key::Str(_) => target.get(key).cloned(),
        };
        let Some(held) = held else {
            put(call, target, key, value.element_copy())?;
            continue;
        };
        let is_ref = matches!(held.view(), View::Ref(_));
        let held = held.unboxed().clone();
        if held.as_array().is_some_and(|held| around.iter().any(|one| one.ptr_eq(held))) {
            return Err(call.throw(Message::Refused { text: "Recursion detected".to_owned() }));
        }
        let mut gathered = match held.view() {
            View::Array(held) => held.clone(),
            View::Null => Array::new(),
            _ => call.list([held.clone()])?,
        };
        // PHP: of null behind a reference nothing is gathered.
        if held.is_null() && !is_ref {
            append(call, &mut gathered, Value::NULL)?;
        }
        let depth = around.len();
        around.extend(held.as_array().cloned());
        drop(held);
        let value = value.unboxed();
        match value.as_array() {
            Some(inner) => {
                let merged = merge_into(call, &mut gathered, (&inner.clone(), around));
                around.truncate(depth);
                merged?;
            }
            None => {
                around.truncate(depth);
                append(call, &mut gathered, value.element_copy())?;
            }
        }
        put(call, target, key, gathered.into())?;
    }
    Ok(())
}

pub(super) fn array_replace_recursive(
    call: &mut Call<'_>,
    array: &Array,
    others: &[Value],
) -> Res<Array> {
    let copy = array.duplicate(0);
    let mut replaced = call.alloc(copy)?;
    for other in arrays(others) {
        replace_into(call, &mut replaced, (other, &mut Vec::new()))?;
    }
    Ok(replaced)
}

/// `around` has the arrays below the first source that this one is in.
fn replace_into(
    call: &mut Call<'_>,
    target: &mut Array,
    (source, around): (&Array, &mut Vec<Array>),
) -> Res<()> {
    call.rq().guard_stack()?;
    for (key, value) in source {
        let held = target.get(key);
        if value.unboxed().as_array().is_some()
            && let (Some(View::Ref(held)), View::Ref(other)) = (held.map(Value::view), value.view())
            && held.ptr_eq(other)
            && held.count() % 2 != 0
        {
            return Err(call.throw(Message::Refused { text: "Recursion detected".to_owned() }));
        }
        let held = held.and_then(|held| held.unboxed().as_array().cloned());
        // Literals that are equal are one array, but not in PHP.
        let is_around =
            |array: &Array| array.count() > 0 && around.iter().any(|one| one.ptr_eq(array));
        match (held, value.unboxed().as_array()) {
            (Some(held), Some(other)) if is_around(&held) || is_around(other) => {
                return Err(call.throw(Message::Refused { text: "Recursion detected".to_owned() }));
            }
            (Some(mut inner), Some(other)) => {
                let made = inner.make_unique(0);
                call.alloc(made)?;
                around.push(other.clone());
                let replaced = replace_into(call, &mut inner, (other, around));
                around.pop();
                replaced?;
                put(call, target, key, inner.into())?;
            }
            _ => put(call, target, key, value.element_copy())?,
        }
    }
    Ok(())
}
