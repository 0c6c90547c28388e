//! Parts of texts: cut, split, filled up, without blanks.

use super::width;
use crate::charset::{encoding, written};
use crate::codec::{BAD, Encoding, Kind, decode, decode_start};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

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
    for (position, number) in [(2, Some(start)), (3, length)] {
        if number == Some(i64::MIN) {
            let rule = format!("must be between {} and {}", i64::MIN + 1, i64::MAX);
            return Err(call.value_error(position, rule));
        }
    }
    let encoding = self::encoding(call, encoding, 4)?;
    if let (Kind::Utf8, Some(text)) = (encoding.kind, string.as_utf8()) {
        let is_from_start = start >= 0 && length.is_none_or(|length| length >= 0);
        let whole = if is_from_start { usize::MAX } else { text.chars().count() };
        let (from, taken) = range(whole, start, length);
        let rest = behind(text, from);
        let taken = rest.len() - behind(rest, taken).len();
        return call.str(&rest.as_bytes()[..taken]);
    }
    if let Some(width) = encoding.width() {
        // PHP: what is left of a last character counts when it is copied, but not as a character.
        let whole = string.len() / width;
        let is_open = length.is_none_or(|length| length >= 0);
        let counted = if start >= 0 && is_open { string.len().div_ceil(width) } else { whole };
        let (from, taken) = range(counted, start, length);
        let end = if length.is_none() { string.len() } else { (from + taken) * width };
        let bytes = string.get(from * width..end.min(string.len()));
        return call.str(bytes.unwrap_or_default());
    }
    let text = decode(encoding, string);
    let (from, taken) = range(text.len(), start, length);
    written(call, encoding, &text[from..from + taken])
}

/// What is behind so many characters.
fn behind(text: &str, count: usize) -> &str {
    let mut rest = text.chars();
    if let Some(last) = count.checked_sub(1) {
        rest.nth(last);
    }
    rest.as_str()
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
    let count = usize::try_from(start).ok().zip(usize::try_from(width).ok());
    let count = count.map_or(usize::MAX, |(start, width)| start.saturating_add(width));
    let text = decode_start(encoding, string, count);
    let from = if start < 0 { start.saturating_add(text.len() as i64) } else { start };
    let Some(from) = usize::try_from(from).ok().filter(|&from| from <= text.len()) else {
        return Err(call.value_error(2, "is out of range"));
    };
    let rest = &text[from..];
    let mut width = width;
    if width < 0 {
        call.deprecate("passing a negative integer to argument #3 ($width) is deprecated")?;
        width = width.saturating_add(width::of_text(rest) as i64);
    }
    let Ok(width) = usize::try_from(width) else {
        return Err(call.value_error(3, "is out of range"));
    };
    if width::of_text(rest) <= width {
        return match from == 0 && !rest.contains(&BAD) {
            true => Ok(string.clone()),
            false => written(call, encoding, rest),
        };
    }
    let marker_width = width::of_text(&decode(encoding, trim_marker));
    if width <= marker_width {
        return Ok(trim_marker.clone());
    }
    let kept = &rest[..width::fitting(rest, width - marker_width)];
    let mut out = written(call, encoding, kept)?.to_vec();
    out.extend_from_slice(trim_marker);
    call.str(&out)
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
    if missing == 0 {
        return Ok(string.clone());
    }
    let pad = decode(encoding, pad_string);
    if pad_string.is_empty() {
        return Err(call.value_error(3, "must not be empty"));
    }
    if !(0..=2).contains(&pad_type) {
        let rule = "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH";
        return Err(call.value_error(4, rule));
    }
    let is_short = encoding.width().is_some_and(|width| pad_string.len() < width);
    if pad.is_empty() || is_short {
        return Err(call.value_error(3, "must not be empty"));
    }
    let left = match pad_type {
        0 => missing,
        1 => 0,
        _ => missing / 2,
    };
    // The result is allocated where the request's limit counts before it is built.
    let reserved = Str::with_capacity(string.len() + missing);
    call.alloc(reserved)?;
    let mut out = padding(call, encoding, (&pad, pad_string), left)?;
    out.extend_from_slice(string);
    out.extend(padding(call, encoding, (&pad, pad_string), missing - left)?);
    call.str(&out)
}

/// So many characters of what fills up, over and over; whole pieces as they are.
fn padding(
    call: &mut Call<'_>,
    encoding: &Encoding,
    (pad, bytes): (&[u32], &Str),
    length: usize,
) -> Res<Vec<u8>> {
    let mut out = bytes.repeat(length / pad.len());
    out.extend_from_slice(&written(call, encoding, &pad[..length % pad.len()])?);
    Ok(out)
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
    if kept.len() == text.len() {
        return Ok(string.clone());
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
