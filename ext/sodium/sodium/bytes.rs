//! Bytes as numbers, compared, overwritten and filled up.

use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

use super::argument::{bytes_mut, take_string};
use super::outcome::{failed, filled, refused};
use crate::ffi::sodium;

fn of_other_length(call: &mut Call<'_>) -> Halt {
    refused(call, 1, "and argument #2 ($string_2) must have the same length")
}

pub fn sodium_memzero(call: &mut Call<'_>, string: &Reference) -> Res<()> {
    let Some(mut text) = string.peek().as_str().cloned() else {
        return Err(failed(call, "a PHP string is required"));
    };
    string.set(Value::NULL);
    // What others have too is theirs.
    if let Some(bytes) = text.as_bytes_mut() {
        sodium().memzero(bytes);
    }
    Ok(())
}

pub fn sodium_increment(call: &mut Call<'_>, string: &Reference) -> Res<()> {
    let Some(mut text) = take_string(call, string)? else {
        return Err(failed(call, "a PHP string is required"));
    };
    sodium().increment(bytes_mut(&mut text));
    string.set(text.into());
    Ok(())
}

pub fn sodium_add(call: &mut Call<'_>, string1: &Reference, string2: &Str) -> Res<()> {
    match string1.peek().as_str().map(|text| text.len()) {
        None => return Err(failed(call, "PHP strings are required")),
        Some(length) if length != string2.len() => return Err(of_other_length(call)),
        Some(_) => {}
    }
    if let Some(mut text) = take_string(call, string1)? {
        sodium().add(bytes_mut(&mut text), string2);
        string1.set(text.into());
    }
    Ok(())
}

pub fn sodium_compare(call: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    if string1.len() != string2.len() {
        return Err(of_other_length(call));
    }
    Ok(sodium().compare(string1, string2))
}

pub fn sodium_memcmp(call: &mut Call<'_>, string1: &Str, string2: &Str) -> Res<i64> {
    if string1.len() != string2.len() {
        return Err(of_other_length(call));
    }
    Ok(sodium().memcmp(string1, string2))
}

fn block_of(call: &mut Call<'_>, size: i64) -> Res<usize> {
    match usize::try_from(size) {
        Ok(size) if size > 0 => Ok(size),
        _ => Err(refused(call, 2, "must be greater than 0")),
    }
}

pub fn sodium_pad(call: &mut Call<'_>, string: &Str, block_size: i64) -> Res<Str> {
    let block = block_of(call, block_size)?;
    let used = string.len();
    filled(call, (used / block + 1).saturating_mul(block), |out| {
        out[..used].copy_from_slice(string);
        sodium().pad(out, used, block)
    })
}

pub fn sodium_unpad(call: &mut Call<'_>, string: &Str, block_size: i64) -> Res<Str> {
    let block = block_of(call, block_size)?;
    if string.len() < block {
        return Err(refused(call, 1, "must be at least as long as the block size"));
    }
    match sodium().unpad(string, block) {
        Some(length) => call.str(&string[..length]),
        None => Err(failed(call, "invalid padding")),
    }
}
