//! Bytes as text that mails may carry.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

/// Bytes of a line of uuencoded text.
const LINE: usize = 45;

fn digit(bits: u32) -> u8 {
    match bits & 63 {
        0 => b'`',
        bits => bits as u8 + b' ',
    }
}

fn convert_uuencode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len() * 4 / 3 + 16);
    for line in string.chunks(LINE) {
        out.push(digit(line.len() as u32));
        for three in line.chunks(3) {
            let word = three.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
            let word = word << (8 * (3 - three.len()));
            out.extend([18, 12, 6, 0].map(|shift| digit(word >> shift)));
        }
        out.push(b'\n');
    }
    out.extend_from_slice(b"`\n");
    call.str(&out)
}

fn convert_uudecode(call: &mut Call<'_>, string: &Str) -> Res<OrFalse<Str>> {
    match uudecoded(string) {
        Some(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        None => {
            call.warn("Argument #1 ($data) is not a valid uuencoded string")?;
            Ok(OrFalse(None))
        }
    }
}

fn uudecoded(text: &[u8]) -> Option<Vec<u8>> {
    let value = |byte: u8| u32::from(byte.wrapping_sub(b' ') & 63);
    let mut out = Vec::new();
    let mut rest = Some(text).filter(|text| !text.is_empty())?;
    while let Some((&first, line)) = rest.split_first() {
        let length = value(first) as usize;
        if length == 0 {
            break;
        }
        let digits = length.div_ceil(3) * 4;
        let from = out.len();
        for four in line.get(..digits)?.chunks_exact(4) {
            let word = four.iter().fold(0, |word, &byte| word << 6 | value(byte));
            out.extend_from_slice(&word.to_be_bytes()[1..]);
        }
        out.truncate(from + length);
        rest = line.get(digits + 1..).unwrap_or_default();
    }
    Some(out)
}

/// Columns of a line of quoted-printable text.
const COLUMNS: usize = 75;

fn quoted_printable_encode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len() * 2);
    let mut column = 0;
    let mut at = 0;
    while let Some(&byte) = string.get(at) {
        at += 1;
        let next = string.get(at).copied();
        if byte == b'\r' && next == Some(b'\n') {
            out.extend_from_slice(b"\r\n");
            at += 1;
            column = 0;
            continue;
        }
        let is_quoted = byte.is_ascii_control()
            || matches!(byte, b'=' | 0x80..)
            || (byte == b' ' && next == Some(b'\r'));
        let width = if is_quoted { 3 } else { 1 };
        // The bytes that follow in a character of UTF-8 stay on its line.
        let following = match byte {
            0x80..=0xdf => 3,
            0xe0..=0xef => 6,
            0xf0..=0xf4 => 9,
            _ => 0,
        };
        let breaks = byte < 0xf5 && column + width + following > COLUMNS;
        column = if breaks { 0 } else { column } + width;
        if breaks {
            out.extend_from_slice(b"=\r\n");
        }
        if is_quoted {
            out.extend_from_slice(format!("={byte:02X}").as_bytes());
        } else {
            out.push(byte);
        }
    }
    call.str(&out)
}

fn quoted_printable_decode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    let mut rest = string.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        let digit = |at: usize| after.get(at).and_then(|&digit| char::from(digit).to_digit(16));
        if let (Some(high), Some(low)) = (digit(0), digit(1)) {
            out.push((high * 16 + low) as u8);
            rest = &after[2..];
            continue;
        }
        // Blanks and the end of the line behind the sign join two lines.
        let blanks = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        rest = match &after[blanks..] {
            [] => &[],
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => {
                out.push(byte);
                after
            }
        };
    }
    call.str(&out)
}
