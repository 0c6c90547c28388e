//! Base64, with PHP's tolerance for what is not.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// With padding.
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * index)) as usize & 63];
            out.push(if index <= chunk.len() { digit } else { b'=' });
        }
    }
    out
}

fn value(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// `None` when strict and anything but digits, white space and right padding is there.
pub fn decode(text: &[u8], strict: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut word, mut digits, mut padding) = (0_u32, 0, 0);
    for &byte in text {
        if byte == b'=' {
            padding += 1;
            continue;
        }
        let Some(value) = value(byte) else {
            if strict && !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return None;
            }
            continue;
        };
        if strict && padding > 0 {
            return None;
        }
        word = word << 6 | value;
        digits += 1;
        if digits % 4 != 1 {
            out.push((word >> (6 - 2 * ((digits - 1) % 4))) as u8);
        }
    }
    let wrong_end = digits % 4 == 1;
    let wrong_padding = padding > 0 && (padding > 2 || (digits + padding) % 4 != 0);
    if strict && (wrong_end || wrong_padding) { None } else { Some(out) }
}
