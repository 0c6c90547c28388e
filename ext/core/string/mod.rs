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
    let bytes: Vec<u8> = string.iter().rev().copied().collect();
    call.str(&bytes)
}

/// A string in which one function changed every byte.
fn mapped(call: &mut Call<'_>, string: &Str, map: impl Fn(&u8) -> u8) -> Res<Str> {
    if string.iter().all(|byte| map(byte) == *byte) {
        return Ok(string.clone());
    }
    let bytes: Vec<u8> = string.iter().map(map).collect();
    call.str(&bytes)
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
    match string.split_first() {
        Some((first, rest)) if map(first) != *first => {
            call.str(&[&[map(first)], rest].concat())
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
    let mut bytes = string.to_vec();
    let mut starts_word = true;
    for byte in &mut bytes {
        if starts_word {
            byte.make_ascii_uppercase();
        }
        starts_word = separators.has(*byte);
    }
    call.str(&bytes)
}

fn bin2hex(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    call.str(&crate::hexadecimal(string))
}

fn hex2bin(
    call: &mut Call<'_>,
    string: &Str,
) -> Res<runtime::native::OrFalse<Str>> {
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
