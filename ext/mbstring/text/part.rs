//! Parts of texts: cut, split, filled up, without blanks.

use super::{width, written};
use crate::charset::encoding;
use crate::codec::{Encoding, Kind, decode};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// Start and length within `whole`, as `substr()` counts them.
fn range(whole: usize, start: i64, length: Option<i64>) -> (usize, usize) {
    let size = |number: i64| usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX);
    let from = if start < 0 { whole.saturating_sub(size(start)) } else { size(start).min(whole) };
    let rest = whole - from;
    let taken = match length {
        None => rest,
        Some(length) if length < 0 => rest.saturating_sub(size(length)),
        Some(length) => size(length).min(rest),
    };
    (from, taken)
}

pub fn mb_substr(
    call: &mut Call<'_>,
    string: &Str,
    start: i64,
    length: Option<i64>,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 4)?;
    if let (Kind::Utf8, Ok(text)) = (encoding.kind, std::str::from_utf8(string)) {
        let is_from_start = start >= 0 && length.is_none_or(|length| length >= 0);
        let whole = if is_from_start { usize::MAX } else { text.chars().count() };
        let (from, taken) = range(whole, start, length);
        let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let Some(first) = places.nth(from) else { return Ok(string::empty().to_str()) };
        let last = match taken {
            0 => first,
            _ => places.nth(taken - 1).unwrap_or(text.len()),
        };
        return call.str(&string[first..last]);
    }
    let text = decode(encoding, string);
    let (from, taken) = range(text.len(), start, length);
    written(call, encoding, &text[from..from + taken])
}

/// How many bytes the character has that begins with `byte`; `None` where that does not tell.
fn character_bytes(encoding: &Encoding, byte: u8) -> Option<usize> {
    Some(match encoding.kind {
        Kind::Utf8 => match byte {
            0xc2..0xe0 => 2,
            0xe0..0xf0 => 3,
            0xf0..0xf5 => 4,
            _ => 1,
        },
        Kind::Utf32(_) | Kind::Ucs4(_) => 4,
        Kind::Ucs2(_) => 2,
        Kind::Single(_) | Kind::Ascii | Kind::SevenBit | Kind::EightBit => 1,
        _ => return None,
    })
}

pub fn mb_str_split(
    call: &mut Call<'_>,
    string: &Str,
    length: i64,
    encoding: Option<&Str>,
) -> Res<Array> {
    let Some(length) = usize::try_from(length).ok().filter(|&length| length > 0) else {
        return Err(call.value_error(2, "must be greater than 0"));
    };
    let encoding = self::encoding(call, encoding, 3)?;
    let mut pieces: Vec<Value> = Vec::new();
    if character_bytes(encoding, 0).is_none() {
        for piece in decode(encoding, string).chunks(length) {
            pieces.push(written(call, encoding, piece)?.into());
        }
        return call.list(pieces);
    }
    let mut rest = string.as_bytes();
    while !rest.is_empty() {
        let mut end = 0;
        for _ in 0..length {
            let Some(&byte) = rest.get(end) else { break };
            end += character_bytes(encoding, byte).unwrap_or(1);
        }
        let (piece, after) = rest.split_at(end.min(rest.len()));
        pieces.push(call.str(piece)?.into());
        rest = after;
    }
    call.list(pieces)
}

/// The start of the character that has byte `at`.
fn boundary(encoding: &Encoding, bytes: &[u8], at: usize) -> usize {
    match encoding.kind {
        Kind::Utf8 => {
            let is_trail = |&at: &usize| matches!(bytes.get(at), Some(0x80..0xc0));
            let trails = (0..4).take_while(|back| is_trail(&at.saturating_sub(*back))).count();
            at.saturating_sub(trails)
        }
        Kind::Utf32(_) | Kind::Ucs4(_) => at & !3,
        Kind::Ucs2(_) | Kind::Utf16(_) => at & !1,
        Kind::Double(_) => {
            let mut start = 0;
            while start < at {
                let size = if bytes[start] < 0x80 { 1 } else { 2 };
                if start + size > at {
                    return start;
                }
                start += size;
            }
            start
        }
        _ => at,
    }
}

pub fn mb_strcut(
    call: &mut Call<'_>,
    string: &Str,
    start: i64,
    length: Option<i64>,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 4)?;
    if usize::try_from(start).is_ok_and(|start| start > string.len()) {
        return Ok(string::empty().to_str());
    }
    let (from, taken) = range(string.len(), start, length);
    let from = boundary(encoding, string, from);
    // PHP: a length is counted from the start of the first character.
    let taken = length.and_then(|length| usize::try_from(length).ok()).unwrap_or(taken);
    let end = from.saturating_add(taken).min(string.len());
    let end = if end < string.len() { boundary(encoding, string, end) } else { end };
    call.str(string.get(from..end).unwrap_or_default())
}

pub fn mb_strimwidth(
    call: &mut Call<'_>,
    string: &Str,
    start: i64,
    width: i64,
    trim_marker: &Str,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 5)?;
    let text = decode(encoding, string);
    let marker = decode(encoding, trim_marker);
    let columns = super::width::of_text(&text) as i64;
    let from = if start < 0 { start + columns } else { start };
    let Some(from) = usize::try_from(from).ok().filter(|&from| from <= text.len()) else {
        return Err(call.value_error(2, "is out of range"));
    };
    let mut width = width;
    if width < 0 {
        call.deprecate("passing a negative integer to argument #3 ($width) is deprecated")?;
        width += columns - from as i64;
    }
    let Ok(width) = usize::try_from(width) else {
        return Err(call.value_error(3, "is out of range"));
    };
    let rest = &text[from..];
    if width::of_text(rest) <= width {
        return written(call, encoding, rest);
    }
    let marker_width = width::of_text(&marker);
    let mut out = Vec::new();
    let kept = width.saturating_sub(marker_width);
    out.extend_from_slice(&rest[..width::fitting(rest, kept)]);
    out.extend_from_slice(&marker);
    written(call, encoding, &out)
}

pub fn mb_str_pad(
    call: &mut Call<'_>,
    string: &Str,
    length: i64,
    pad_string: &Str,
    pad_type: i64,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 5)?;
    let text = decode(encoding, string);
    let missing = usize::try_from(length).unwrap_or(0).saturating_sub(text.len());
    if missing == 0
        && length <= text.len() as i64
        && (0..=2).contains(&pad_type)
        && !pad_string.is_empty()
    {
        return Ok(string.clone());
    }
    if pad_string.is_empty() {
        return Err(call.value_error(3, "must not be empty"));
    }
    if !(0..=2).contains(&pad_type) {
        let rule = "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH";
        return Err(call.value_error(4, rule));
    }
    let pad = decode(encoding, pad_string);
    let left = match pad_type {
        0 => missing,
        1 => 0,
        _ => missing / 2,
    };
    // The result is allocated where the request's limit counts before it is built.
    let reserved = Str::with_capacity(string.len() + missing);
    call.alloc(reserved)?;
    let mut out: Vec<u32> = pad.iter().cycle().take(left).copied().collect();
    out.extend_from_slice(&text);
    out.extend(pad.iter().cycle().take(missing - left));
    written(call, encoding, &out)
}

/// Blanks of Unicode, NUL, and the separators of Mongolian.
fn is_blank(code: u32) -> bool {
    matches!(code, 0 | 9..=13 | 0x20 | 0x85 | 0xa0 | 0x1680 | 0x180e | 0x2000..=0x200a)
        || matches!(code, 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000)
}

fn trim(
    call: &mut Call<'_>,
    string: &Str,
    (characters, encoding): (Option<&Str>, Option<&Str>),
    (at_start, at_end): (bool, bool),
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 3)?;
    let text = decode(encoding, string);
    let chosen = characters.map(|characters| decode(encoding, characters));
    let is_dropped = |code: &u32| match &chosen {
        Some(chosen) => chosen.contains(code),
        None => is_blank(*code),
    };
    let mut kept = &text[..];
    while let Some((_, rest)) =
        kept.split_first().filter(|(first, _)| at_start && is_dropped(first))
    {
        kept = rest;
    }
    while let Some((_, rest)) = kept.split_last().filter(|(last, _)| at_end && is_dropped(last)) {
        kept = rest;
    }
    written(call, encoding, kept)
}

macro_rules! trims {
    ($($name:ident = $at_start:literal, $at_end:literal;)+) => {$(
        pub fn $name(
            call: &mut Call<'_>,
            string: &Str,
            characters: Option<&Str>,
            encoding: Option<&Str>,
        ) -> Res<Str> {
            trim(call, string, (characters, encoding), ($at_start, $at_end))
        }
    )+};
}
trims! {
    mb_trim = true, true;
    mb_ltrim = true, false;
    mb_rtrim = false, true;
}
