//! Encodings that are ways to send others: Base64, quoted-printable, entities of HTML.

use super::BAD;
use super::entities::ENTITIES;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Characters of a line of Base64.
const LINE: usize = 76;

/// Three bytes as four digits.
pub fn base64_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 3 * 4 + 4);
    let mut column = 0;
    for three in bytes.chunks(3) {
        if column == LINE {
            out.extend_from_slice(b"\r\n");
            column = 0;
        }
        let word = three.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3 - three.len()));
        for at in 0..4 {
            let digit = BASE64[(word >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() { b'=' } else { digit });
        }
        column += 4;
    }
    out
}

/// The bytes of Base64; what is no digit is bad, except blanks and padding.
pub fn base64_decode(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::new();
    let (mut word, mut bits) = (0_u32, 0);
    for &byte in bytes {
        if matches!(byte, b'\r' | b'\n' | b' ' | b'\t' | b'=') {
            continue;
        }
        let Some(digit) = BASE64.iter().position(|&digit| digit == byte) else {
            text.push(BAD);
            continue;
        };
        word = word << 6 | digit as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            text.push(word >> bits & 0xff);
        }
    }
    text
}

/// Bytes beyond ASCII, `=` and control characters as `=XX`.
pub fn quoted_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut column = 0;
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            0 => {
                out.push(0);
                column = 0;
            }
            b'\n' => {
                out.extend_from_slice(b"\r\n");
                column = 0;
            }
            b'\r' => {
                rest.next_if_eq(&b'\n');
                out.extend_from_slice(b"\r\n");
                column = 0;
            }
            _ => {
                if column >= 72 {
                    out.extend_from_slice(b"=\r\n");
                    column = 0;
                }
                if byte < 32 || byte == b'=' || byte > 126 {
                    out.extend_from_slice(format!("={byte:02X}").as_bytes());
                    column += 3;
                } else {
                    out.push(byte);
                    column += 1;
                }
            }
        }
    }
    out
}

/// The bytes of quoted-printable text.
pub fn quoted_decode(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::new();
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            text.push(u32::from(byte));
            continue;
        }
        let digit = |at: usize| after.get(at).and_then(|&digit| char::from(digit).to_digit(16));
        match (digit(0), digit(1)) {
            (Some(high), Some(low)) => {
                text.push(high * 16 + low);
                rest = &after[2..];
            }
            _ if after.starts_with(b"\r\n") => rest = &after[2..],
            _ if matches!(after.first(), Some(b'\r' | b'\n')) => rest = &after[1..],
            _ => text.push(u32::from(byte)),
        }
    }
    text
}

/// Writes a character, beyond ASCII as an entity.
pub fn html_put(code: u32, out: &mut Vec<u8>) {
    if code < 0x80 {
        out.push(code as u8);
        return;
    }
    let text = match ENTITIES.binary_search_by_key(&code, |(code, _)| *code) {
        Ok(at) => format!("&{};", ENTITIES[at].1),
        Err(_) => format!("&#{code};"),
    };
    out.extend_from_slice(text.as_bytes());
}

/// The longest entity.
const ENTITY_BYTES_MAX: usize = 16;

/// Characters of a text with entities.
pub fn html_decode(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let end = after.iter().take(ENTITY_BYTES_MAX).position(|&byte| byte == b';');
        match end.filter(|_| byte == b'&').and_then(|end| Some((entity(&after[..end])?, end))) {
            Some((code, end)) => {
                text.push(code);
                rest = &after[end + 1..];
            }
            None => text.push(u32::from(byte)),
        }
    }
    text
}

fn entity(name: &[u8]) -> Option<u32> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code = match hexadecimal {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return (code < 0x11_0000).then_some(code);
    }
    let basic = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        _ => None,
    };
    let listed = || ENTITIES.iter().find(|(_, held)| *held == name).map(|(code, _)| *code);
    basic.map(u32::from).or_else(listed)
}
