//! Parts of texts whose ends are counted in bytes, and pieces of them.

use crate::charset::{encoding, written};
use crate::codec::{Encoding, Kind, Order, Substitute, Writer, decode, encode};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// Pieces may not have more characters.
const PIECE_MAX: i64 = u32::MAX as i64 / 4;

pub fn mb_str_split(
    call: &mut Call<'_>,
    string: &Str,
    length: i64,
    encoding: Option<&Str>,
) -> Res<Array> {
    let Some(size) = usize::try_from(length).ok().filter(|&length| length > 0) else {
        return Err(call.value_error(2, "must be greater than 0"));
    };
    if length > PIECE_MAX {
        return Err(call.value_error(2, "is too large"));
    }
    let encoding = self::encoding(call, encoding, 3)?;
    let mut pieces: Vec<Value> = Vec::new();
    if let Some(width) = encoding.width() {
        for piece in string.chunks(width * size) {
            pieces.push(call.str(piece)?.into());
        }
        return call.list(pieces);
    }
    if encoding.length_by(0).is_none() {
        for piece in decode(encoding, string).chunks(size) {
            pieces.push(written(call, encoding, piece)?.into());
        }
        return call.list(pieces);
    }
    let mut rest = string.as_bytes();
    while !rest.is_empty() {
        let mut end = 0;
        for _ in 0..size {
            let Some(&byte) = rest.get(end) else { break };
            end += encoding.length_by(byte).unwrap_or(1);
        }
        let (piece, after) = rest.split_at(end.min(rest.len()));
        pieces.push(call.str(piece)?.into());
        rest = after;
    }
    call.list(pieces)
}

/// Where the character begins that has byte `at`, when the text is read from its start.
fn boundary(bytes: &[u8], at: usize, length: impl Fn(&[u8]) -> usize) -> usize {
    let mut start = 0;
    while start < at {
        let next = start + length(&bytes[start..]);
        if next > at {
            break;
        }
        start = next;
    }
    start
}

/// How many bytes the character of GB 18030 at the start has.
fn gb18030_length(bytes: &[u8]) -> usize {
    match *bytes {
        [0x81..=0x84 | 0x90..=0xe3, b'0'..=b'9', ..] => 4,
        [0x81..=0xfe, ..] => 2,
        _ => 1,
    }
}

fn is_trail(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(0x80..0xc0))
}

fn cut_utf8(bytes: &[u8], from: usize, length: usize) -> &[u8] {
    let mut start = from;
    while start > 0 && is_trail(bytes, start) {
        start -= 1;
    }
    let mut end = start + length;
    if end >= bytes.len() {
        return &bytes[start..];
    }
    while end > start && is_trail(bytes, end) {
        end -= 1;
    }
    &bytes[start..end]
}

fn cut_utf16(bytes: &[u8], (from, length): (usize, usize), order: Option<Order>) -> &[u8] {
    let is_marked = order.is_none() && matches!(bytes, [0xfe, 0xff, ..] | [0xff, 0xfe, ..]);
    let order = order.unwrap_or(match bytes {
        [0xff, 0xfe, ..] => Order::Little,
        _ => Order::Big,
    });
    let from = if is_marked { from.max(2) } else { from };
    let from = (from & !1).min(bytes.len());
    let length = length.min(bytes.len() - from) & !1;
    let is_high = |at: usize| {
        let high = if order == Order::Big { at } else { at + 1 };
        matches!(bytes.get(high), Some(0xd8..=0xdb))
    };
    let mut end = from + length;
    if length >= 2 && is_high(end - 2) {
        end -= 2;
    }
    &bytes[from..end]
}

fn cut_by_lengths<'b>(
    bytes: &'b [u8],
    (from, length): (usize, usize),
    by: impl Fn(&[u8]) -> usize,
) -> &'b [u8] {
    let start = boundary(bytes, from, &by);
    let rest = &bytes[start..];
    if length >= rest.len() {
        return rest;
    }
    &rest[..boundary(rest, length, &by)]
}

/// A part of a text with sets of characters, which begins in the set it needs and ends in ASCII.
fn cut_sets(encoding: &Encoding, bytes: &[u8], (from, length): (usize, usize)) -> Vec<u8> {
    let text = decode(encoding, bytes);
    let mut writer = Writer::new(encoding.kind);
    let mut before = Vec::new();
    let mut start = 0;
    while start < text.len() {
        writer.put_first(&text[start..], &mut before);
        if before.len() > from {
            break;
        }
        start += 1;
    }
    let rest = &text[start..];
    let written = |count: usize| encode(encoding, &rest[..count], Substitute::default());
    let (mut fits, mut bound) = (0, rest.len() + 1);
    while fits + 1 < bound {
        let middle = fits.midpoint(bound);
        match written(middle).len() <= length {
            true => fits = middle,
            false => bound = middle,
        }
    }
    written(fits)
}

pub fn mb_strcut(
    call: &mut Call<'_>,
    string: &Str,
    start: i64,
    length: Option<i64>,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 4)?;
    let whole = string.len() as i64;
    let from = if start < 0 { start.saturating_add(whole).max(0) } else { start };
    let length = match length {
        None => whole,
        Some(length) if length < 0 => (whole.saturating_sub(from)).saturating_add(length).max(0),
        Some(length) => length,
    };
    if from > whole || length == 0 {
        return Ok(string::empty().to_str());
    }
    let (from, length) = (from as usize, (length as usize).min(string.len()));
    let left = string.len() - from;
    if let Some(width) = encoding.width() {
        let from = from / width * width;
        let length = length.min(string.len() - from) / width * width;
        return call.str(&string[from..from + length]);
    }
    match encoding.kind {
        Kind::Utf8 | Kind::Mobile(_) => call.str(cut_utf8(string, from, length)),
        Kind::Utf16(order) => call.str(cut_utf16(string, (from, length.min(left)), order)),
        Kind::Double(_) if encoding.length_by(0).is_some() => {
            let by = |bytes: &[u8]| encoding.length_by(bytes[0]).unwrap_or(1);
            call.str(cut_by_lengths(string, (from, length), by))
        }
        Kind::Double(_) => call.str(cut_by_lengths(string, (from, length), gb18030_length)),
        _ => call.str(&cut_sets(encoding, string, (from, length.min(left)))),
    }
}
