//! Where one string stands in another.

use memchr::memmem;
use runtime::native::{Call, OrFalse};
use runtime::raise::{Halt, Res};
use runtime::string::{Str, same_bytes};

use super::charmask::{self, Mask};

#[cold]
fn not_contained(call: &mut Call<'_>, position: usize) -> Halt {
    call.value_error(position, "must be contained in argument #1 ($haystack)")
}

/// An offset that may count from the end; `None` when outside.
pub(super) fn resolve(offset: i64, length: usize) -> Option<usize> {
    let offset = if offset < 0 { offset.checked_add(length as i64)? } else { offset };
    usize::try_from(offset).ok().filter(|&offset| offset <= length)
}

/// Up to this length looking for the needle's first byte costs less than making a searcher.
const SHORT: usize = 1024;

/// Below this length a byte is looked for in words, without a call.
const WORDS_MAX: usize = 32;
const LOW_BITS: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// Where a byte stands first.
#[inline]
fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    if bytes.len() >= WORDS_MAX {
        return memchr::memchr(byte, bytes);
    }
    let pattern = u64::from(byte) * LOW_BITS;
    let first_in = |word: &[u8; 8]| {
        let differs = u64::from_le_bytes(*word) ^ pattern;
        // The lowest bit that is set belongs to the first byte that is zero.
        let zeros = differs.wrapping_sub(LOW_BITS) & !differs & HIGH_BITS;
        (zeros != 0).then(|| zeros.trailing_zeros() as usize / 8)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        if let Some(found) = first_in(word) {
            return Some(index * 8 + found);
        }
    }
    match bytes.last_chunk() {
        Some(word) => first_in(word).map(|found| bytes.len() - 8 + found),
        None => rest.iter().position(|&other| other == byte),
    }
}

/// Where `needle` stands first.
#[inline]
pub(crate) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => position(haystack, *byte),
        _ if haystack.len() > SHORT => memmem::find(haystack, needle),
        [first, rest @ ..] => find_short(haystack, *first, rest),
    }
}

fn find_short(haystack: &[u8], first: u8, rest: &[u8]) -> Option<usize> {
    let last = haystack.len().checked_sub(rest.len() + 1)?;
    let mut at = 0;
    while at <= last {
        at += position(&haystack[at..=last], first)?;
        if same_bytes(&haystack[at + 1..at + 1 + rest.len()], rest) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The places where a needle that is not empty stands, none within another.
#[derive(Clone)]
pub(crate) enum Places<'a> {
    /// In what is short.
    Short { haystack: &'a [u8], needle: &'a [u8], from: usize },
    /// In what is long.
    Long(Box<memmem::FindIter<'a, 'a>>),
}

/// See [`Places`].
pub(crate) fn places<'a>(haystack: &'a [u8], needle: &'a [u8]) -> Places<'a> {
    if haystack.len() > SHORT {
        return Places::Long(Box::new(memmem::find_iter(haystack, needle)));
    }
    Places::Short { haystack, needle, from: 0 }
}

/// The first of the [`places`], and those behind it; none without any.
#[inline]
pub(crate) fn first_places<'a>(
    haystack: &'a [u8],
    needle: &'a [u8],
) -> Option<(usize, Places<'a>)> {
    if haystack.len() > SHORT {
        let mut found = places(haystack, needle);
        return found.next().map(|first| (first, found));
    }
    let first = find(haystack, needle)?;
    Some((first, Places::Short { haystack, needle, from: first + needle.len() }))
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        match self {
            Self::Short { haystack, needle, from } => {
                let at = *from + find(haystack.get(*from..)?, needle)?;
                *from = at + needle.len();
                Some(at)
            }
            Self::Long(found) => found.next(),
        }
    }
}

fn first(call: &mut Call<'_>, haystack: &[u8], needle: &[u8], offset: i64) -> Res<OrFalse<i64>> {
    let Some(start) = resolve(offset, haystack.len()) else { return Err(not_contained(call, 3)) };
    let found = find(&haystack[start..], needle);
    Ok(OrFalse(found.map(|found| (found + start) as i64)))
}

pub(super) fn strpos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
) -> Res<OrFalse<i64>> {
    first(call, haystack, needle, offset)
}

pub(super) fn stripos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
) -> Res<OrFalse<i64>> {
    let Some(start) = resolve(offset, haystack.len()) else { return Err(not_contained(call, 3)) };
    let found = find_folded(&haystack[start..], needle);
    Ok(OrFalse(found.map(|found| (found + start) as i64)))
}

/// Where a needle is, in any case of letters. The haystack is folded in pieces, each longer than the
/// one before, so that what is near is found soon.
fn find_folded(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let needle = needle.to_ascii_lowercase();
    let finder = memmem::Finder::new(&needle);
    let (mut start, mut piece) = (0, 64);
    loop {
        let end = haystack.len().min(start + piece + needle.len());
        let folded = haystack[start..end].to_ascii_lowercase();
        if let Some(found) = finder.find(&folded) {
            return Some(start + found);
        }
        if end == haystack.len() {
            return None;
        }
        start += piece;
        piece *= 2;
    }
}

/// A negative offset bounds where the needle may start.
fn last(call: &mut Call<'_>, haystack: &[u8], needle: &[u8], offset: i64) -> Res<OrFalse<i64>> {
    let Some(resolved) = resolve(offset, haystack.len()) else {
        return Err(not_contained(call, 3));
    };
    let (start, end) = match offset {
        0.. => (resolved, haystack.len()),
        _ => (0, (resolved + needle.len()).min(haystack.len())),
    };
    let found = memmem::rfind(&haystack[start..end], needle);
    Ok(OrFalse(found.map(|found| (found + start) as i64)))
}

pub(super) fn strrpos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
) -> Res<OrFalse<i64>> {
    last(call, haystack, needle, offset)
}

pub(super) fn strripos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
) -> Res<OrFalse<i64>> {
    last(call, &haystack.to_ascii_lowercase(), &needle.to_ascii_lowercase(), offset)
}

/// The part of `haystack` on one side of a position.
fn side(
    call: &mut Call<'_>,
    haystack: &Str,
    found: Option<usize>,
    before: bool,
) -> Res<OrFalse<Str>> {
    let Some(at) = found else { return Ok(OrFalse(None)) };
    let range = if before { 0..at } else { at..haystack.len() };
    let part = haystack.slice(range);
    Ok(OrFalse(Some(call.alloc(part)?)))
}

pub(super) fn strstr(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    before: bool,
) -> Res<OrFalse<Str>> {
    side(call, haystack, find(haystack, needle), before)
}

pub(super) fn stristr(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    before: bool,
) -> Res<OrFalse<Str>> {
    side(call, haystack, find_folded(haystack, needle), before)
}

pub(super) fn strrchr(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    before: bool,
) -> Res<OrFalse<Str>> {
    let byte = needle.first().copied().unwrap_or(0);
    side(call, haystack, memchr::memrchr(byte, haystack), before)
}

pub(super) fn str_contains(_: &mut Call<'_>, haystack: &Str, needle: &Str) -> Res<bool> {
    Ok(find(haystack, needle).is_some())
}

pub(super) fn str_starts_with(_: &mut Call<'_>, haystack: &Str, needle: &Str) -> Res<bool> {
    Ok(haystack.starts_with(needle))
}

pub(super) fn str_ends_with(_: &mut Call<'_>, haystack: &Str, needle: &Str) -> Res<bool> {
    Ok(haystack.ends_with(needle))
}

pub(super) fn substr_count(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
    length: Option<i64>,
) -> Res<i64> {
    if needle.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let Some(start) = resolve(offset, haystack.len()) else { return Err(not_contained(call, 3)) };
    let rest = &haystack[start..];
    let part = match length {
        None => rest,
        Some(length) => match resolve(length, rest.len()) {
            Some(length) => &rest[..length],
            None => return Err(not_contained(call, 4)),
        },
    };
    Ok(match needle.as_bytes() {
        [byte] => memchr::memchr_iter(*byte, part).count(),
        needle => places(part, needle).count(),
    } as i64)
}

pub(super) fn strpbrk(call: &mut Call<'_>, string: &Str, characters: &Str) -> Res<OrFalse<Str>> {
    if characters.is_empty() {
        return Err(call.value_error(2, "must be a non-empty string"));
    }
    let mask = Mask::plain(characters);
    side(call, string, string.iter().position(|&byte| mask.has(byte)), false)
}

/// The bytes that `$offset` and `$length` name, both clamped.
pub(super) fn clamped(bytes: &[u8], offset: i64, length: Option<i64>) -> std::ops::Range<usize> {
    let size = bytes.len() as i64;
    let start = if offset < 0 { (offset.saturating_add(size)).max(0) } else { offset.min(size) };
    let end = match length {
        None => size,
        Some(length) if length < 0 => (size.saturating_add(length)).max(start),
        Some(length) => start.saturating_add(length).min(size),
    };
    start as usize..end as usize
}

pub(super) fn strspn(
    _: &mut Call<'_>,
    string: &Str,
    characters: &Str,
    offset: i64,
    length: Option<i64>,
) -> Res<i64> {
    let mask = Mask::plain(characters);
    let part = &string[clamped(string, offset, length)];
    Ok(part.iter().take_while(|&&byte| mask.has(byte)).count() as i64)
}

pub(super) fn strcspn(
    _: &mut Call<'_>,
    string: &Str,
    characters: &Str,
    offset: i64,
    length: Option<i64>,
) -> Res<i64> {
    let mask = Mask::plain(characters);
    let part = &string[clamped(string, offset, length)];
    Ok(part.iter().take_while(|&&byte| !mask.has(byte)).count() as i64)
}

/// Which ends are trimmed.
#[derive(Clone, Copy)]
struct Ends {
    left: bool,
    right: bool,
}

fn trimmed(call: &mut Call<'_>, string: &Str, characters: &Str, ends: Ends) -> Res<Str> {
    let named;
    let mask = if **characters == *charmask::BLANK {
        &charmask::BLANKS
    } else {
        named = charmask::of(call, characters)?;
        &named
    };
    let (mut start, mut end) = (0, string.len());
    while ends.left && start < end && mask.has(string[start]) {
        start += 1;
    }
    while ends.right && start < end && mask.has(string[end - 1]) {
        end -= 1;
    }
    let part = string.slice(start..end);
    call.alloc(part)
}

pub(super) fn trim(call: &mut Call<'_>, string: &Str, characters: &Str) -> Res<Str> {
    trimmed(call, string, characters, Ends { left: true, right: true })
}

pub(super) fn ltrim(call: &mut Call<'_>, string: &Str, characters: &Str) -> Res<Str> {
    trimmed(call, string, characters, Ends { left: true, right: false })
}

pub(super) fn rtrim(call: &mut Call<'_>, string: &Str, characters: &Str) -> Res<Str> {
    trimmed(call, string, characters, Ends { left: false, right: true })
}
