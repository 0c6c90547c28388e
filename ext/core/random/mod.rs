//! Random numbers, and arrays and strings in random order.

#[rustfmt::skip]
mod r#gen;
mod mt;

pub use r#gen::{CONSTANTS, NATIVES};

use mt::Twister;
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{ArrayRef, Call};
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

use crate::array::{append, key_value};

const LEGACY: i64 = 1;
const RAND_MAX: i64 = 0x7fff_ffff;

#[cold]
fn no_source(call: &mut Call<'_>) -> Halt {
    let text = "Could not gather sufficient random data";
    call.throw(Message::Refused { text: text.to_owned() })
}

fn secure<const N: usize>(call: &mut Call<'_>) -> Res<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| no_source(call))?;
    Ok(bytes)
}

/// The request's generator, seeded unpredictably if it has no seed.
fn twister<'c>(call: &'c mut Call<'_>) -> Res<&'c mut Twister> {
    if !call.state::<Twister>().is_seeded() {
        let seed = u32::from_ne_bytes(secure(call)?);
        call.state::<Twister>().seed(seed, false);
    }
    Ok(call.state())
}

fn mt_srand(call: &mut Call<'_>, seed: Option<i64>, mode: i64) -> Res<()> {
    if mode == LEGACY {
        let text = "The MT_RAND_PHP variant of Mt19937 is deprecated";
        call.rq().report(Message::Deprecation { text: text.to_owned() })?;
    }
    let seed = match seed {
        Some(seed) => seed as u32,
        None => u32::from_ne_bytes(secure(call)?),
    };
    call.state::<Twister>().seed(seed, mode == LEGACY);
    Ok(())
}

fn in_range(call: &mut Call<'_>, min: i64, max: i64) -> Res<i64> {
    let twister = twister(call)?;
    Ok(if twister.is_legacy() { twister.legacy_range(min, max) } else { twister.range(min, max) })
}

fn mt_rand(call: &mut Call<'_>, min: Option<i64>, max: Option<i64>) -> Res<i64> {
    let (Some(min), Some(max)) = (min, max) else {
        return Ok(i64::from(twister(call)?.bits() >> 1));
    };
    if max < min {
        return Err(call.value_error(2, "must be greater than or equal to argument #1 ($min)"));
    }
    in_range(call, min, max)
}

fn rand(call: &mut Call<'_>, min: Option<i64>, max: Option<i64>) -> Res<i64> {
    match (min, max) {
        (Some(min), Some(max)) => in_range(call, min.min(max), min.max(max)),
        _ => Ok(i64::from(twister(call)?.bits() >> 1)),
    }
}

fn mt_getrandmax(_: &mut Call<'_>) -> Res<i64> {
    Ok(RAND_MAX)
}

fn random_int(call: &mut Call<'_>, min: i64, max: i64) -> Res<i64> {
    if min > max {
        return Err(call.value_error(1, "must be less than or equal to argument #2 ($max)"));
    }
    let Some(count) = (max.wrapping_sub(min) as u64).checked_add(1) else {
        return Ok(i64::from_ne_bytes(secure(call)?));
    };
    let limit = u64::MAX - u64::MAX % count;
    loop {
        let bits = u64::from_ne_bytes(secure(call)?);
        if bits < limit {
            return Ok(min.wrapping_add((bits % count) as i64));
        }
    }
}

fn random_bytes(call: &mut Call<'_>, length: i64) -> Res<Str> {
    if length < 1 {
        return Err(call.value_error(1, "must be greater than 0"));
    }
    let zeroed = Str::zeroed(usize::try_from(length).unwrap_or(usize::MAX));
    let mut bytes = call.alloc(zeroed)?;
    if bytes.len() == 1 {
        let [byte] = secure(call)?;
        return call.str(&[byte]);
    }
    let filled = bytes.as_bytes_mut().is_some_and(|bytes| getrandom::fill(bytes).is_ok());
    if filled { Ok(bytes) } else { Err(no_source(call)) }
}

/// Swaps each element, the last first, with one at or before it.
fn shuffle_slice<T>(call: &mut Call<'_>, elements: &mut [T]) -> Res<()> {
    for left in (1..elements.len()).rev() {
        let other = index_up_to(call, left)?;
        elements.swap(left, other);
    }
    Ok(())
}

fn index_up_to(call: &mut Call<'_>, most: usize) -> Res<usize> {
    Ok(in_range(call, 0, most as i64)? as usize)
}

fn shuffle(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<bool> {
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
