//! Where a text contains another.

use std::borrow::Cow;

use super::case::{self, Case};
use crate::codec::{Encoding, Kind, decode};
use runtime::native::Call;
use runtime::raise::Res;

/// From which end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    First,
    Last,
}

/// Which characters are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    Exact,
    AnyCase,
}

/// What is not correct becomes this byte, which is like no character.
const WRONG: u8 = 0xff;

fn as_utf8(text: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for &code in text {
        match char::from_u32(code) {
            Some(scalar) => bytes.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes()),
            None => bytes.push(WRONG),
        }
    }
    bytes
}

/// The text as UTF-8, what is not correct as [`WRONG`].
pub fn utf8<'b>(encoding: &Encoding, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    if matches!(encoding.kind, Kind::Utf8) && std::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned(as_utf8(&decode(encoding, bytes)))
}

/// The text as a search sees it. PHP: what claims to be UTF-8 is taken for that.
pub fn searched<'b>(encoding: &Encoding, bytes: &'b [u8], sameness: Sameness) -> Cow<'b, [u8]> {
    match (sameness, encoding.kind) {
        (Sameness::AnyCase, _) => {
            Cow::Owned(as_utf8(&case::convert(&decode(encoding, bytes), Case::FoldSimple)))
        }
        (Sameness::Exact, Kind::Utf8 | Kind::Mobile(_)) => Cow::Borrowed(bytes),
        (Sameness::Exact, _) => utf8(encoding, bytes),
    }
}

fn is_trail(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf)
}

/// How many characters begin in the bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| !is_trail(byte)).count()
}

/// The byte where character `number` begins, or the end of the text.
fn byte_of(bytes: &[u8], number: usize) -> Option<usize> {
    if bytes.is_ascii() {
        return (number <= bytes.len()).then_some(number);
    }
    let mut at = 0;
    for _ in 0..number {
        at += match *bytes.get(at)? {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 1,
        };
    }
    Some(at.min(bytes.len()))
}

/// The byte where the character begins that is so many before the end.
fn byte_from_end(bytes: &[u8], number: usize) -> Option<usize> {
    let starts = (0..bytes.len()).rev().filter(|&at| !is_trail(bytes[at]));
    match number {
        0 => Some(bytes.len()),
        _ => { starts }.nth(number - 1),
    }
}

/// Where the needle is first.
pub fn first(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        &[byte] => haystack.iter().position(|&held| held == byte),
        &[start, ..] => {
            let last = haystack.len().checked_sub(needle.len())?;
            let mut at = 0;
            loop {
                let window = haystack.get(at..=last)?;
                at += window.iter().position(|&held| held == start)?;
                if haystack[at..].starts_with(needle) {
                    return Some(at);
                }
                at += 1;
            }
        }
    }
}

fn last(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let starts = 0..=haystack.len().checked_sub(needle.len())?;
    starts.rev().find(|&at| haystack[at..].starts_with(needle))
}

/// The number of the character where the needle is. The offset is in characters, from the end when
/// negative; one outside of the text is an error of argument 3.
pub fn find(
    call: &mut Call<'_>,
    (haystack, needle): (&[u8], &[u8]),
    offset: i64,
    way: Way,
) -> Res<Option<usize>> {
    let magnitude = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
    let start = match offset < 0 {
        true => byte_from_end(haystack, magnitude),
        false => byte_of(haystack, magnitude),
    };
    let Some(from) = start else {
        return Err(call.value_error(3, "must be contained in argument #1 ($haystack)"));
    };
    let found = match way {
        Way::First => first(&haystack[from..], needle).map(|at| from + at),
        Way::Last if offset >= 0 => last(&haystack[from..], needle).map(|at| from + at),
        Way::Last => {
            let length = characters(needle);
            let end = byte_of(&haystack[from..], length).map_or(haystack.len(), |at| from + at);
            last(&haystack[..end], needle)
        }
    };
    Ok(found.map(|at| characters(&haystack[..at])))
}
