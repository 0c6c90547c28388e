//! Encodings that are ways to send others: Base64, quoted-printable, entities of HTML.

use super::BAD;
use super::entities::ENTITIES;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Characters of a line of Base64.
const LINE: usize = 76;

/// Lines of Base64.
pub fn base64_encode(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<Vec<u8>> = bytes.chunks(LINE / 4 * 3).map(base64_line).collect();
    lines.join(&b"\r\n"[..])
}

/// Three bytes as four digits.
pub fn base64_line(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3 - three.len()));
        for at in 0..4 {
            let digit = BASE64[(word >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() { b'=' } else { digit });
        }
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
        if bits == 24 {
            text.extend([word >> 16 & 0xff, word >> 8 & 0xff, word & 0xff]);
            (word, bits) = (0, 0);
        }
    }
    match bits {
        18 => text.extend([word >> 10 & 0xff, word >> 2 & 0xff]),
        12 => text.push(word >> 4 & 0xff),
        _ => {}
    }
    text
}

/// Bytes of a line of Uuencode.
const UU_LINE: usize = 45;

/// Lines of bytes, six bits a letter, under a line that begins them.
pub fn uu_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    if bytes.is_empty() {
        return out;
    }
    out.extend_from_slice(b"begin 0644 filename\n");
    let letter = |bits: u32| if bits & 63 == 0 { b'`' } else { (bits & 63) as u8 + 32 };
    for line in bytes.chunks(UU_LINE) {
        out.push(line.len() as u8 + 32);
        for three in line.chunks(3) {
            let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
            let word = byte(0) << 16 | byte(1) << 8 | byte(2);
            out.extend([18, 12, 6, 0].map(|shift| letter(word >> shift)));
        }
        out.push(b'\n');
    }
    out
}

/// The bytes of what stands under a line that begins Uuencode.
pub fn uu_decode(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::new();
    let Some(begin) = bytes.windows(6).position(|part| part == b"begin ") else { return text };
    let rest = &bytes[begin + 6..];
    let Some(end) = rest.iter().position(|&byte| byte == b'\n') else { return text };
    let mut rest = &rest[end + 1..];
    let bits = |byte: u8| u32::from(byte.wrapping_sub(32) & 63);
    while let Some((&length, after)) = rest.split_first() {
        rest = after;
        let mut left = bits(length);
        loop {
            // PHP: what is shorter than a group at the end is lost.
            let Some((&[a, b, c, d], after)) =
                rest.split_first_chunk::<4>().filter(|_| rest.len() > 4)
            else {
                return text;
            };
            rest = after;
            let word = bits(a) << 18 | bits(b) << 12 | bits(c) << 6 | bits(d);
            let held = left.min(3);
            text.extend([16, 8, 0].iter().take(held as usize).map(|shift| word >> shift & 0xff));
            left -= held;
            if left == 0 {
                break;
            }
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    text
}

/// Bytes beyond ASCII and `=` as `=XX`.
pub fn quoted_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut column = 0;
    for &byte in bytes {
        match byte {
            0 => {
                out.push(0);
                column = 0;
            }
            b'\n' => {
                out.extend_from_slice(b"\r\n");
                column = 0;
            }
            b'\r' => {}
            _ => {
                if column >= 72 {
                    out.extend_from_slice(b"=\r\n");
                    column = 0;
                }
                if byte == b'=' || byte >= 0x80 {
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
    let digit = |digit: u8| char::from(digit).to_digit(16);
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let &[second, ref after @ ..] = rest else {
            text.push(u32::from(byte));
            continue;
        };
        if byte != b'=' {
            text.push(u32::from(byte));
            continue;
        }
        rest = after;
        let third = after.first().copied();
        match (digit(second), third) {
            (Some(high), Some(third)) => {
                rest = &after[1..];
                match digit(third) {
                    Some(low) => text.push(high * 16 + low),
                    None => text.extend([byte, second, third].map(u32::from)),
                }
            }
            (_, Some(third)) if second == b'\r' => {
                rest = &after[1..];
                text.extend((third != b'\n').then_some(u32::from(third)));
            }
            _ if second == b'\n' => {}
            _ => text.extend([byte, second].map(u32::from)),
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

/// Characters of a text with entities.
pub fn html_decode(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'#';
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let name = match byte {
            b'&' => &after[..after.iter().take_while(is_part).count()],
            _ => b"",
        };
        let is_ended = after.get(name.len()) == Some(&b';');
        match entity(name).filter(|_| is_ended) {
            Some(code) => {
                text.push(code);
                rest = &after[name.len() + 1..];
            }
            None => text.push(u32::from(byte)),
        }
    }
    text
}

fn number(digits: &[u8], base: u32) -> Option<u32> {
    let add = |sum: u32, &byte: &u8| {
        let digit = char::from(byte).to_digit(base)?;
        Some(sum.wrapping_mul(base).wrapping_add(digit))
    };
    digits.iter().try_fold(0, add).filter(|_| !digits.is_empty())
}

fn entity(name: &[u8]) -> Option<u32> {
    let code = match name {
        [] => None,
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16),
        [b'#', digits @ ..] => number(digits, 10),
        b"amp" => Some(u32::from('&')),
        b"lt" => Some(u32::from('<')),
        b"gt" => Some(u32::from('>')),
        b"quot" => Some(u32::from('"')),
        _ => ENTITIES.iter().find(|(_, held)| held.as_bytes() == name).map(|(code, _)| *code),
    };
    code.filter(|&code| code < 0x11_0000)
}
