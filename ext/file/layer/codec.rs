//! The engine's own filters.

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::context::named;

/// Lines of what is encoded: their length and what ends them.
#[derive(Clone, Default)]
pub struct Lines {
    length: usize,
    end: Vec<u8>,
    column: usize,
}

/// A filter of the engine, with what it holds back.
pub enum Codec {
    Rot13,
    Upper,
    Lower,
    Consumed,
    ToBase64 { held: Vec<u8>, lines: Lines },
    FromBase64 { held: Vec<u8>, is_done: bool },
    ToQuoted { lines: Lines, binary: bool, first: bool },
    FromQuoted { held: Vec<u8>, end: Vec<u8> },
    Dechunk { left: usize, head: Vec<u8>, state: Chunk },
}

/// Where in a chunked body the filter is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    Size,
    Body,
    BodyEnd,
    Rest,
}

impl Codec {
    /// The filter with this name.
    pub fn named(call: &mut Call<'_>, name: &[u8], params: &Value) -> Res<Option<Self>> {
        let name = name.to_ascii_lowercase();
        Ok(Some(match name.as_slice() {
            b"string.rot13" => Self::Rot13,
            b"string.toupper" => Self::Upper,
            b"string.tolower" => Self::Lower,
            b"consumed" => Self::Consumed,
            b"dechunk" => Self::Dechunk { left: 0, head: Vec::new(), state: Chunk::Size },
            b"convert.base64-encode" => {
                Self::ToBase64 { held: Vec::new(), lines: lines(call, params)? }
            }
            b"convert.base64-decode" => Self::FromBase64 { held: Vec::new(), is_done: false },
            b"convert.quoted-printable-encode" => Self::ToQuoted {
                lines: lines(call, params)?,
                binary: flag(params, "binary"),
                first: flag(params, "force-encode-first"),
            },
            b"convert.quoted-printable-decode" => {
                Self::FromQuoted { held: Vec::new(), end: lines(call, params)?.end }
            }
            _ => return Ok(None),
        }))
    }

    /// Sends bytes through; the name of the filter when they are malformed.
    pub fn pass(&mut self, bytes: &[u8], closing: bool) -> Result<Vec<u8>, &'static str> {
        match self {
            Self::Rot13 => Ok(bytes.iter().map(|byte| rot13(*byte)).collect()),
            Self::Upper => Ok(bytes.to_ascii_uppercase()),
            Self::Lower => Ok(bytes.to_ascii_lowercase()),
            Self::Consumed => Ok(bytes.to_vec()),
            Self::ToBase64 { held, lines } => Ok(to_base64(held, lines, bytes, closing)),
            Self::FromBase64 { held, is_done } => {
                from_base64(held, is_done, bytes).ok_or("convert.base64-decode")
            }
            Self::ToQuoted { lines, binary, first } => {
                Ok(to_quoted(lines, bytes, (*binary, *first)))
            }
            Self::FromQuoted { held, end } => {
                from_quoted(held, bytes, (end, closing)).ok_or("convert.quoted-printable-decode")
            }
            Self::Dechunk { left, head, state } => Ok(dechunk(bytes, left, head, state)),
        }
    }
}

fn flag(params: &Value, name: &str) -> bool {
    let array = params.unboxed().as_array();
    array.and_then(|array| named(array, name)).is_some_and(conv::to_bool)
}

fn lines(call: &mut Call<'_>, params: &Value) -> Res<Lines> {
    let Some(array) = params.unboxed().as_array().cloned() else { return Ok(Lines::default()) };
    let length = match named(&array, "line-length") {
        Some(length) => conv::to_int(call.rq(), length)?.max(0) as usize,
        None => 0,
    };
    let end = match named(&array, "line-break-chars") {
        Some(end) => call.to_str(end)?.to_vec(),
        None => b"\r\n".to_vec(),
    };
    Ok(Lines { length, end, column: 0 })
}

fn rot13(byte: u8) -> u8 {
    match byte {
        b'a'..=b'm' | b'A'..=b'M' => byte + 13,
        b'n'..=b'z' | b'N'..=b'Z' => byte - 13,
        _ => byte,
    }
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn encode_group(group: &[u8]) -> [u8; 4] {
    let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    let mut text: [u8; 4] = std::array::from_fn(|at| DIGITS[(bits >> (18 - 6 * at) & 63) as usize]);
    for pad in &mut text[group.len() + 1..] {
        *pad = b'=';
    }
    text
}

fn to_base64(held: &mut Vec<u8>, lines: &mut Lines, bytes: &[u8], closing: bool) -> Vec<u8> {
    held.extend_from_slice(bytes);
    let whole = if closing { held.len() } else { held.len() / 3 * 3 };
    let taken: Vec<u8> = held.drain(..whole).collect();
    let mut text = Vec::new();
    for byte in taken.chunks(3).flat_map(encode_group) {
        if lines.length > 0 && lines.column == lines.length {
            text.extend_from_slice(&lines.end);
            lines.column = 0;
        }
        text.push(byte);
        lines.column += 1;
    }
    text
}

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|known| *known == byte).map(|at| at as u32)
}

fn decode_group(group: &[u8]) -> Vec<u8> {
    let bits = group.iter().fold(0, |bits, byte| bits << 6 | digit(*byte).unwrap_or(0));
    let bits = bits << (6 * (4 - group.len()));
    let count = group.len() * 6 / 8;
    (0..count).map(|at| (bits >> (16 - 8 * at)) as u8).collect()
}

fn from_base64(held: &mut Vec<u8>, is_done: &mut bool, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::new();
    for &byte in bytes {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b'=' => {
                decoded.extend(decode_group(held));
                held.clear();
                *is_done = true;
            }
            _ if digit(byte).is_some() && !*is_done => held.push(byte),
            _ => return None,
        }
        if held.len() == 4 {
            decoded.extend(decode_group(held));
            held.clear();
        }
    }
    // What is held is shown only when its group is whole or padded.
    Some(decoded)
}

/// Base64 as `data:` takes it: nothing but digits, blanks, and padding at the end.
pub fn base64_strict(text: &[u8]) -> Option<Vec<u8>> {
    let (mut held, mut is_done) = (Vec::new(), false);
    let mut decoded = from_base64(&mut held, &mut is_done, text)?;
    if held.len() == 1 {
        return None;
    }
    decoded.extend(decode_group(&held));
    Some(decoded)
}

fn to_quoted(lines: &mut Lines, bytes: &[u8], (binary, first): (bool, bool)) -> Vec<u8> {
    let mut text = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !binary && !lines.end.is_empty() && bytes[at..].starts_with(&lines.end) {
            text.extend_from_slice(&lines.end);
            lines.column = 0;
            at += lines.end.len();
            continue;
        }
        let byte = bytes[at];
        at += 1;
        let is_first = first && lines.column == 0;
        let is_plain = matches!(byte, 33..=60 | 62..=126) || byte == b' ';
        let width = if is_plain && !is_first { 1 } else { 3 };
        let room = lines.length.saturating_sub(1);
        if lines.length > 0 && lines.column + width > room {
            text.push(b'=');
            text.extend_from_slice(&lines.end);
            lines.column = 0;
        }
        lines.column += width;
        if width == 1 {
            text.push(byte);
        } else {
            text.extend_from_slice(format!("={byte:02X}").as_bytes());
        }
    }
    text
}

fn from_quoted(held: &mut Vec<u8>, bytes: &[u8], (end, closing): (&[u8], bool)) -> Option<Vec<u8>> {
    held.extend_from_slice(bytes);
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < held.len() {
        if held[at] != b'=' {
            decoded.push(held[at]);
            at += 1;
            continue;
        }
        let rest = &held[at + 1..];
        let digits = rest.first().zip(rest.get(1));
        let hex = |byte: u8| (byte as char).to_digit(16);
        match digits {
            Some((high, low)) if hex(*high).is_some() && hex(*low).is_some() => {
                decoded.push((hex(*high)? * 16 + hex(*low)?) as u8);
                at += 3;
            }
            _ if !end.is_empty() && rest.starts_with(end) => at += 1 + end.len(),
            Some((b'\r', b'\n')) => at += 3,
            _ if rest.first() == Some(&b'\n') => at += 2,
            None if !closing => break,
            None => at = held.len(),
            _ => return None,
        }
    }
    held.drain(..at.min(held.len()));
    Some(decoded)
}

fn dechunk(bytes: &[u8], left: &mut usize, head: &mut Vec<u8>, state: &mut Chunk) -> Vec<u8> {
    let mut body = Vec::new();
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        match state {
            Chunk::Rest => {
                body.extend_from_slice(rest);
                break;
            }
            Chunk::Size if byte == b'\n' => {
                let digits = head.iter().take_while(|byte| byte.is_ascii_hexdigit());
                let text: String = digits.map(|byte| *byte as char).collect();
                *left = usize::from_str_radix(&text, 16).unwrap_or(0);
                head.clear();
                *state = if *left == 0 { Chunk::Rest } else { Chunk::Body };
                rest = tail;
                if *left == 0 {
                    break;
                }
            }
            Chunk::Size if head.is_empty() && !byte.is_ascii_hexdigit() => {
                *state = Chunk::Rest;
            }
            Chunk::Size => {
                head.push(byte);
                rest = tail;
            }
            Chunk::Body => {
                let count = rest.len().min(*left);
                body.extend_from_slice(&rest[..count]);
                rest = &rest[count..];
                *left -= count;
                if *left == 0 {
                    *state = Chunk::BodyEnd;
                }
            }
            Chunk::BodyEnd => {
                if byte == b'\n' {
                    *state = Chunk::Size;
                }
                rest = tail;
            }
        }
    }
    body
}

/// Bytes of a text with `%41` for A.
pub fn url_decoded(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    let hex = |at: usize| text.get(at).and_then(|byte| (*byte as char).to_digit(16));
    while at < text.len() {
        match (text[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}
