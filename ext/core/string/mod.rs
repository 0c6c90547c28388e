//! Byte strings: search, replace, compare, cut and join.

mod charmask;
mod compare;
mod count;
mod cut;
mod escape;
mod join;
pub(crate) mod natural;
mod replace;
mod search;
mod translate;
mod version;
#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use compare::*;
use count::*;
use cut::*;
use escape::*;
use join::*;
use replace::*;
use search::*;
use translate::strtr;
use version::version_compare;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, one_byte};

fn strlen(_: &mut Call<'_>, string: &Str) -> Res<i64> {
    Ok(string.len() as i64)
}

fn ord(_: &mut Call<'_>, character: &Str) -> Res<i64> {
    Ok(character.first().map_or(0, |&byte| i64::from(byte)))
}

fn chr(_: &mut Call<'_>, codepoint: i64) -> Res<Str> {
    Ok(one_byte(codepoint as u8).to_str())
}

fn strrev(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    edited(call, string, <[u8]>::reverse)
}

/// A copy of a string that `edit` changes in place.
fn edited(call: &mut Call<'_>, string: &Str, edit: impl FnOnce(&mut [u8])) -> Res<Str> {
    let mut copy = call.str(string)?;
    match copy.as_bytes_mut() {
        Some(bytes) => {
            edit(bytes);
            Ok(copy)
        }
        // Strings of less than two bytes are static.
        None => {
            let mut bytes = string.to_vec();
            edit(&mut bytes);
            call.str(&bytes)
        }
    }
}

/// A string in which one function changed every byte.
fn mapped(call: &mut Call<'_>, string: &Str, map: impl Fn(&u8) -> u8) -> Res<Str> {
    let changes = string.iter().fold(false, |changes, byte| changes | (map(byte) != *byte));
    if !changes {
        return Ok(string.clone());
    }
    edited(call, string, |bytes| bytes.iter_mut().for_each(|byte| *byte = map(byte)))
}

fn strtolower(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    mapped(call, string, u8::to_ascii_lowercase)
}

fn strtoupper(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    mapped(call, string, u8::to_ascii_uppercase)
}

fn str_rot13(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let rotate = |byte: u8, first: u8| first + (byte - first + 13) % 26;
    mapped(call, string, |&byte| match byte {
        b'a'..=b'z' => rotate(byte, b'a'),
        b'A'..=b'Z' => rotate(byte, b'A'),
        _ => byte,
    })
}

/// A string whose first byte is changed.
fn first_mapped(call: &mut Call<'_>, string: &Str, map: fn(&u8) -> u8) -> Res<Str> {
    match string.first() {
        Some(first) if map(first) != *first => {
            edited(call, string, |bytes| bytes[0] = map(&bytes[0]))
        }
        _ => Ok(string.clone()),
    }
}

fn ucfirst(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    first_mapped(call, string, u8::to_ascii_uppercase)
}

fn lcfirst(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    first_mapped(call, string, u8::to_ascii_lowercase)
}

fn ucwords(call: &mut Call<'_>, string: &Str, separators: &Str) -> Res<Str> {
    let separators = charmask::of(call, separators)?;
    edited(call, string, |bytes| {
        let mut starts_word = true;
        for byte in bytes {
            if starts_word {
                byte.make_ascii_uppercase();
            }
            starts_word = separators.has(*byte);
        }
    })
}

fn bin2hex(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    call.alloc(Str::hexadecimal(string))
}

fn hex2bin(call: &mut Call<'_>, string: &Str) -> Res<runtime::native::OrFalse<Str>> {
    use runtime::native::OrFalse;
    if !string.len().is_multiple_of(2) {
        call.warn("Hexadecimal input string must have an even length")?;
        return Ok(OrFalse(None));
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let pairs = string.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?));
    match pairs.collect::<Option<Vec<u8>>>() {
        Some(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        None => {
            call.warn("Input string must be hexadecimal string")?;
            Ok(OrFalse(None))
        }
    }
}
