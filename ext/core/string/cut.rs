//! Parts of strings, and strings filled up or broken into lines.

use runtime::array::Array;
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::search::{clamped, places};

pub(super) fn substr(
    call: &mut Call<'_>,
    string: &Str,
    offset: i64,
    length: Option<i64>,
) -> Res<Str> {
    let part = string.slice(clamped(string, offset, length));
    call.alloc(part)
}

/// `pieces` as strings in an array.
fn strings<'a>(call: &mut Call<'_>, pieces: impl Iterator<Item = &'a [u8]>) -> Res<Array> {
    let array = Array::with_capacity(pieces.size_hint().0);
    let mut array = call.alloc(array)?;
    for piece in pieces {
        add(call, &mut array, piece)?;
    }
    Ok(array)
}

/// Appends `piece` as a string.
fn add(call: &mut Call<'_>, array: &mut Array, piece: &[u8]) -> Res<()> {
    let piece = call.str(piece)?;
    call.alloc(array.append(piece.into()).map_err(|_| Oom))
}

pub(super) fn str_split(call: &mut Call<'_>, string: &Str, length: i64) -> Res<Array> {
    if length < 1 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    strings(call, string.chunks(length))
}

pub(super) fn explode(
    call: &mut Call<'_>,
    separator: &Str,
    string: &Str,
    limit: i64,
) -> Res<Array> {
    if separator.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    match separator.as_bytes() {
        [byte] => split(call, string, (1, limit), memchr::memchr_iter(*byte, string)),
        text => split(call, string, (text.len(), limit), places(string, text)),
    }
}

/// The pieces of `string` between separators of `length` bytes that begin at `places`: `limit` of
/// them at most, or without the last ones when it is negative.
fn split(
    call: &mut Call<'_>,
    string: &Str,
    (length, limit): (usize, i64),
    places: impl Iterator<Item = usize> + Clone,
) -> Res<Array> {
    let most = if limit < 0 {
        match (places.clone().count() as i64 + 1).saturating_add(limit) {
            ..=0 => return Ok(Array::new()),
            kept => kept as usize,
        }
    } else {
        usize::try_from(limit.max(1)).unwrap_or(usize::MAX)
    };
    let (mut start, mut is_whole) = (0, true);
    let ends = places.take(if limit < 0 { most } else { most - 1 });
    let mut piece = |end: usize| match Str::new(&string[start..end]) {
        Ok(piece) => {
            start = end.saturating_add(length);
            Some(Value::from(piece))
        }
        Err(Oom) => {
            is_whole = false;
            None
        }
    };
    let rest = if limit < 0 { None } else { Some(string.len()) };
    let array = Array::from_values(ends.chain(rest).map_while(&mut piece));
    call.alloc(if is_whole { array } else { Err(Oom) })
}

pub(super) fn str_repeat(call: &mut Call<'_>, string: &Str, times: i64) -> Res<Str> {
    let Ok(times) = usize::try_from(times) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    if string.is_empty() || times == 0 {
        return call.str(b"");
    }
    let bytes = string.len().checked_mul(times).ok_or(runtime::heap::Oom);
    let bytes = call.alloc(bytes)?;
    let zeroed = Str::zeroed(bytes);
    let mut repeated = call.alloc(zeroed)?;
    if let Some(target) = repeated.as_bytes_mut() {
        target.chunks_exact_mut(string.len()).for_each(|chunk| chunk.copy_from_slice(string));
    }
    Ok(repeated)
}

pub(super) fn str_pad(
    call: &mut Call<'_>,
    string: &Str,
    length: i64,
    pad_string: &Str,
    pad_type: i64,
) -> Res<Str> {
    let missing = length.saturating_sub(string.len() as i64);
    if length < 0 || missing <= 0 {
        return Ok(string.clone());
    }
    if pad_string.is_empty() {
        return Err(call.value_error(3, "must not be empty"));
    }
    let missing = missing as usize;
    let left = match pad_type {
        0 => missing,
        1 => 0,
        2 => missing / 2,
        _ => {
            let rule = "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH";
            return Err(call.value_error(4, rule));
        }
    };
    let zeroed = Str::zeroed(length as usize);
    let mut padded = call.alloc(zeroed)?;
    if let Some(target) = padded.as_bytes_mut() {
        let (before, rest) = target.split_at_mut(left);
        let (middle, after) = rest.split_at_mut(string.len());
        middle.copy_from_slice(string);
        for side in [before, after] {
            side.iter_mut().zip(pad_string.iter().cycle()).for_each(|(to, from)| *to = *from);
        }
    }
    Ok(padded)
}

pub(super) fn chunk_split(
    call: &mut Call<'_>,
    string: &Str,
    length: i64,
    separator: &Str,
) -> Res<Str> {
    if length < 1 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    if length > string.len() {
        return call.str(&[string, separator.as_bytes()].concat());
    }
    let mut out = Vec::new();
    for chunk in string.chunks(length) {
        out.extend_from_slice(chunk);
        out.extend_from_slice(separator);
    }
    call.str(&out)
}

pub(super) fn wordwrap(
    call: &mut Call<'_>,
    string: &Str,
    width: i64,
    r#break: &Str,
    cut_long_words: bool,
) -> Res<Str> {
    if string.is_empty() {
        return call.str(b"");
    }
    if r#break.is_empty() {
        return Err(call.value_error(3, "must not be empty"));
    }
    if width == 0 && cut_long_words {
        return Err(call.value_error(4, "cannot be true when argument #2 ($width) is 0"));
    }
    let wrapped = wrap(string, width, r#break, cut_long_words);
    call.str(&wrapped)
}

fn wrap(text: &[u8], width: i64, line_end: &[u8], cuts: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut start, mut space, mut at) = (0, 0, 0);
    while at < text.len() {
        let is_full = (at - start) as i64 >= width;
        if text[at..].starts_with(line_end) && at + line_end.len() < text.len() {
            out.extend_from_slice(&text[start..at + line_end.len()]);
            at += line_end.len() - 1;
            start = at + 1;
            space = start;
        } else if text[at] == b' ' {
            if is_full {
                out.extend_from_slice(&text[start..at]);
                out.extend_from_slice(line_end);
                start = at + 1;
            }
            space = at;
        } else if is_full && cuts && start >= space {
            out.extend_from_slice(&text[start..at]);
            out.extend_from_slice(line_end);
            start = at;
            space = at;
        } else if is_full && start < space {
            out.extend_from_slice(&text[start..space]);
            out.extend_from_slice(line_end);
            start = space + 1;
            space = start;
        }
        at += 1;
    }
    out.extend_from_slice(&text[start..]);
    out
}
