//! Arrays and strings in random order.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use crate::array::{append, key_value};
use crate::random::twister;
use runtime::array::Array;
use runtime::native::{ArrayRef, Call};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

/// Swaps each element, the last first, with one at or before it.
fn shuffle_slice<T>(call: &mut Call<'_>, elements: &mut [T]) -> Res<()> {
    for left in (1..elements.len()).rev() {
        let other = index_up_to(call, left)?;
        elements.swap(left, other);
    }
    Ok(())
}

fn index_up_to(call: &mut Call<'_>, most: usize) -> Res<usize> {
    Ok(twister(call)?.range(0, most as i64) as usize)
}

fn shuffle(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<bool> {
    if array.get().is_empty() {
        return Ok(true);
    }
    let mut values: Vec<Value> = array.get().iter().map(|(_, value)| value.clone()).collect();
    shuffle_slice(call, &mut values)?;
    let shuffled = call.list(values)?;
    array.set(shuffled);
    Ok(true)
}

fn str_shuffle(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut bytes = string.to_vec();
    shuffle_slice(call, &mut bytes)?;
    call.str(&bytes)
}

fn array_rand(call: &mut Call<'_>, array: &Array, num: i64) -> Res<Value> {
    let count = array.len();
    if count == 0 {
        return Err(call.value_error(1, "must not be empty"));
    }
    if num == 1 {
        let index = index_up_to(call, count - 1)?;
        return Ok(array.iter().nth(index).map(|(key, _)| key_value(key)).unwrap_or_default());
    }
    if num <= 0 || num as usize > count {
        let rule = "must be between 1 and the number of elements in argument #1 ($array)";
        return Err(call.value_error(2, rule));
    }
    let num = num as usize;
    let leaves_out = num > count / 2;
    let mut open = if leaves_out { count - num } else { num };
    let mut marked = vec![false; count];
    while open > 0 {
        let index = index_up_to(call, count - 1)?;
        if !std::mem::replace(&mut marked[index], true) {
            open -= 1;
        }
    }
    let mut keys = Array::new();
    for ((key, _), marked) in array.iter().zip(marked) {
        if marked != leaves_out {
            append(call, &mut keys, key_value(key))?;
        }
    }
    Ok(keys.into())
}
