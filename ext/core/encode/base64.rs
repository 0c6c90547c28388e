//! Base64, with PHP's tolerance for what is not.

use base64_simd::{AsOut as _, STANDARD, STANDARD_NO_PAD};
use runtime::heap::Oom;
use runtime::string::{Builder, Str};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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
const BLOCK: usize = 768;
/// The digits of so many bytes.
const DIGITS_OF_BLOCK: usize = BLOCK / 3 * 4;

/// With padding.
pub fn encode(bytes: &[u8]) -> Result<Str, Oom> {
    let mut out = Builder::with_capacity(bytes.len().div_ceil(3) * 4)?;
    let mut text = [0; DIGITS_OF_BLOCK];
    for block in bytes.chunks(BLOCK) {
        out.push(STANDARD.encode(block, text.as_mut_slice().as_out()))?;
    }
    Ok(out.finish())
}

/// Adds what the groups of four digits at the start stand for; returns how many digits they have.
fn decode_groups(text: &[u8], out: &mut Builder) -> Result<usize, Oom> {
    let mut read = 0;
    let mut bytes = [0; BLOCK];
    for block in text.chunks(DIGITS_OF_BLOCK) {
        let (groups, _) = block.as_chunks::<4>();
        let groups = match groups.split_last() {
            Some((last, others)) if last.ends_with(b"=") => others,
            _ => groups,
        };
        let digits = groups.as_flattened();
        let length = match STANDARD_NO_PAD.decode(digits, bytes.as_mut_slice().as_out()) {
            Ok(decoded) => decoded.len(),
            Err(_) => decode_first(groups, &mut bytes),
        };
        out.push(&bytes[..length])?;
        read += length / 3 * 4;
        if length / 3 * 4 < block.len() {
            break;
        }
    }
    Ok(read)
}

/// Decodes the groups before the first that is not all digits; how many bytes they are.
fn decode_first(groups: &[[u8; 4]], bytes: &mut [u8]) -> usize {
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
    count * 3
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
