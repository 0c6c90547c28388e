//! Base64, with PHP's tolerance for what is not.

use runtime::heap::Oom;
use runtime::string::{Builder, Str};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The two digits of each 12 bits, the first below the second.
static PAIRS: [u16; 4096] = {
    let mut pairs = [0; 4096];
    let mut bits = 0;
    while bits < pairs.len() {
        pairs[bits] = u16::from_le_bytes([DIGITS[bits >> 6], DIGITS[bits & 63]]);
        bits += 1;
    }
    pairs
};

/// What is no digit in [`VALUES`].
const NONE: u8 = 0xff;

/// The value of each digit.
static VALUES: [u8; 256] = {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};

/// Bytes that are encoded at a time.
const BLOCK: usize = 192;

/// With padding.
pub fn encode(bytes: &[u8]) -> Result<Str, Oom> {
    let mut out = Builder::with_capacity(bytes.len().div_ceil(3) * 4)?;
    for block in bytes.chunks(BLOCK) {
        let mut text = [0; BLOCK / 3 * 4];
        let (groups, rest) = block.as_chunks::<3>();
        let (quads, _) = text.as_chunks_mut::<4>();
        for (group, quad) in groups.iter().zip(&mut *quads) {
            let [first, second, third] = group.map(usize::from);
            let left = PAIRS[first << 4 | second >> 4];
            let right = PAIRS[(second & 15) << 8 | third];
            *quad = (u32::from(left) | u32::from(right) << 16).to_le_bytes();
        }
        let mut length = groups.len() * 4;
        if let Some(&first) = rest.first() {
            let second = rest.get(1).copied().unwrap_or(0);
            let left = PAIRS[usize::from(first) << 4 | usize::from(second >> 4)].to_le_bytes();
            let third = if rest.len() > 1 { DIGITS[usize::from(second & 15) << 2] } else { b'=' };
            quads[groups.len()] = [left[0], left[1], third, b'='];
            length += 4;
        }
        out.push(&text[..length])?;
    }
    Ok(out.finish())
}

/// Adds what the groups of four digits at the start stand for; returns how many bytes they are.
fn decode_groups(text: &[u8], out: &mut Builder) -> Result<usize, Oom> {
    let mut read = 0;
    for block in text.chunks(BLOCK) {
        let mut bytes = [0; BLOCK / 4 * 3];
        let (groups, _) = block.as_chunks::<4>();
        let (triples, _) = bytes.as_chunks_mut::<3>();
        let mut count = 0;
        for (group, triple) in groups.iter().zip(triples) {
            let values = group.map(|byte| VALUES[usize::from(byte)]);
            if (values[0] | values[1] | values[2] | values[3]) & 0x80 != 0 {
                break;
            }
            *triple = [
                values[0] << 2 | values[1] >> 4,
                values[1] << 4 | values[2] >> 2,
                values[2] << 6 | values[3],
            ];
            count += 1;
        }
        out.push(&bytes[..count * 3])?;
        read += count * 4;
        if count * 4 < BLOCK {
            break;
        }
    }
    Ok(read)
}

/// `None` when strict and anything but digits, white space and right padding is there.
pub fn decode(text: &[u8], strict: bool) -> Result<Option<Str>, Oom> {
    let mut out = Builder::with_capacity(text.len() / 4 * 3)?;
    let (mut word, mut digits, mut padding) = (0_u32, 0, 0);
    let mut at = 0;
    loop {
        if digits % 4 == 0 && padding == 0 {
            at += decode_groups(&text[at..], &mut out)?;
        }
        let Some(&byte) = text.get(at) else { break };
        at += 1;
        if byte == b'=' {
            padding += 1;
            continue;
        }
        let value = VALUES[usize::from(byte)];
        if value == NONE {
            if strict && !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Ok(None);
            }
            continue;
        }
        if strict && padding > 0 {
            return Ok(None);
        }
        word = word << 6 | u32::from(value);
        digits += 1;
        if digits % 4 != 1 {
            out.push(&[(word >> (6 - 2 * ((digits - 1) % 4))) as u8])?;
        }
    }
    let wrong_end = digits % 4 == 1;
    let wrong_padding = padding > 0 && (padding > 2 || (digits + padding) % 4 != 0);
    Ok(if strict && (wrong_end || wrong_padding) { None } else { Some(out.finish()) })
}
