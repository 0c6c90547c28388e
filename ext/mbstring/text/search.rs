//! Where a text contains another.

use std::borrow::Cow;

use super::case::{self, Case};
use crate::codec::{Encoding, Kind, Substitute, decode, encode, named};
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

/// The text as UTF-8; what is not correct becomes `?`.
pub fn utf8<'b>(encoding: &Encoding, bytes: &'b [u8]) -> Cow<'b, str> {
    if matches!(encoding.kind, Kind::Utf8)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Cow::Borrowed(text);
    }
    let text = decode(encoding, bytes);
    Cow::Owned(text.into_iter().map(|code| char::from_u32(code).unwrap_or('?')).collect())
}

fn folded(text: &str) -> String {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    let folded = case::convert(&codes, Case::FoldSimple);
    let utf8 = named(b"UTF-8").map(|utf8| encode(utf8, &folded, Substitute::default()));
    String::from_utf8(utf8.unwrap_or_default()).unwrap_or_default()
}

/// The byte where character `number` begins; the length for the one behind the last.
fn byte_of(text: &str, number: usize) -> Option<usize> {
    if text.is_ascii() {
        return (number <= text.len()).then_some(number);
    }
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(number)
}

/// The number of the character where the needle is. The offset is in characters, from the end when
/// negative; one outside of the text is an error of argument 3.
pub fn find(
    call: &mut Call<'_>,
    (haystack, needle): (&str, &str),
    offset: i64,
    (way, sameness): (Way, Sameness),
) -> Res<Option<usize>> {
    if sameness == Sameness::AnyCase {
        let (haystack, needle) = (folded(haystack), folded(needle));
        return find(call, (&haystack, &needle), offset, (way, Sameness::Exact));
    }
    let length = haystack.chars().count();
    let magnitude = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
    let start = if offset < 0 { length.checked_sub(magnitude) } else { Some(magnitude) };
    let Some(from) = start.and_then(|start| byte_of(haystack, start)) else {
        return Err(call.value_error(3, "must be contained in argument #1 ($haystack)"));
    };
    let found = match way {
        Way::First => haystack[from..].find(needle).map(|at| from + at),
        Way::Last if offset >= 0 => haystack[from..].rfind(needle).map(|at| from + at),
        Way::Last => {
            let needle_length = needle.chars().count();
            let end = if magnitude > needle_length {
                byte_of(&haystack[from..], needle_length).map_or(haystack.len(), |at| from + at)
            } else {
                haystack.len()
            };
            haystack[..end].rfind(needle)
        }
    };
    Ok(found.map(|at| haystack[..at].chars().count()))
}
