//! Strings in quotes, and floats.

use std::io::Write as _;

use super::Flags;
use super::scan::utf8_length;
use runtime::conv::float_text;

/// What a byte of ASCII becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Backslash(u8),
    Hex,
}

/// How strings are escaped.
pub struct Escapes {
    flags: Flags,
    ascii: [Form; 128],
}

impl Escapes {
    /// As the options ask.
    pub fn new(flags: Flags) -> Self {
        let mut ascii = [Form::Plain; 128];
        ascii[..32].fill(Form::Hex);
        let short = [(8, b'b'), (9, b't'), (10, b'n'), (12, b'f'), (13, b'r'), (b'\\', b'\\')];
        for (byte, letter) in short {
            ascii[usize::from(byte)] = Form::Backslash(letter);
        }
        let hex = |flag, otherwise| if flags.has(flag) { Form::Hex } else { otherwise };
        ascii[usize::from(b'"')] = hex(Flags::HEX_QUOT, Form::Backslash(b'"'));
        ascii[usize::from(b'&')] = hex(Flags::HEX_AMP, Form::Plain);
        ascii[usize::from(b'\'')] = hex(Flags::HEX_APOS, Form::Plain);
        ascii[usize::from(b'<')] = hex(Flags::HEX_TAG, Form::Plain);
        ascii[usize::from(b'>')] = hex(Flags::HEX_TAG, Form::Plain);
        if !flags.has(Flags::UNESCAPED_SLASHES) {
            ascii[usize::from(b'/')] = Form::Backslash(b'/');
        }
        Self { flags, ascii }
    }

    /// Appends the string in quotes. `false`: it is no UTF-8, and the options do not allow that.
    #[inline]
    pub fn quote(&self, bytes: &[u8], out: &mut Vec<u8>) -> bool {
        out.reserve(bytes.len() + 2);
        out.push(b'"');
        let mut rest = bytes;
        loop {
            let plain = self.plain_length(rest);
            out.extend_from_slice(&rest[..plain]);
            rest = &rest[plain..];
            let Some(&byte) = rest.first() else { break };
            let length = if byte < 0x80 {
                self.ascii(byte, out);
                1
            } else {
                match self.beyond_ascii(rest, out) {
                    Some(length) => length,
                    None => return false,
                }
            };
            rest = &rest[length..];
        }
        out.push(b'"');
        true
    }

    fn plain_length(&self, bytes: &[u8]) -> usize {
        let is_plain = |&&byte: &&u8| {
            self.ascii.get(usize::from(byte)).is_some_and(|&form| form == Form::Plain)
        };
        bytes.iter().take_while(is_plain).count()
    }

    fn ascii(&self, byte: u8, out: &mut Vec<u8>) {
        match self.ascii[usize::from(byte)] {
            Form::Plain => out.push(byte),
            Form::Backslash(letter) => out.extend_from_slice(&[b'\\', letter]),
            Form::Hex if byte >= 0x20 => {
                let _ = write!(out, "\\u{byte:04X}");
            }
            Form::Hex => {
                let _ = write!(out, "\\u{byte:04x}");
            }
        }
    }

    /// How many bytes the character took.
    fn beyond_ascii(&self, bytes: &[u8], out: &mut Vec<u8>) -> Option<usize> {
        let Some(length) = utf8_length(bytes) else {
            if self.flags.has(Flags::INVALID_UTF8_SUBSTITUTE) {
                self.character('\u{fffd}', out);
            } else if !self.flags.has(Flags::INVALID_UTF8_IGNORE) {
                return None;
            }
            return Some(malformed_length(bytes));
        };
        let text = std::str::from_utf8(&bytes[..length]).ok()?;
        self.character(text.chars().next()?, out);
        Some(length)
    }

    fn character(&self, character: char, out: &mut Vec<u8>) {
        let keeps_lines = self.flags.has(Flags::UNESCAPED_LINE_TERMINATORS);
        let is_line = matches!(character, '\u{2028}' | '\u{2029}');
        if self.flags.has(Flags::UNESCAPED_UNICODE) && (keeps_lines || !is_line) {
            out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            return;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            let digit = |shift: u32| b"0123456789abcdef"[usize::from(*unit >> shift & 15)];
            out.extend_from_slice(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
        }
    }
}

/// How many bytes of a malformed sequence count as one character: up to the byte that cannot
/// follow, if that one begins another.
fn malformed_length(bytes: &[u8]) -> usize {
    let is_lead = |at: usize| bytes.get(at).is_none_or(|b| matches!(b, 0..0x80 | 0xc2..0xf5));
    let length = match bytes[0] {
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => 1,
    };
    (1..length).find(|&at| is_lead(at)).unwrap_or(length)
}

/// Appends the text of a finite float, its exponent after an `e`.
pub fn float(value: f64, precision: i32, out: &mut Vec<u8>) {
    let magnitude = value.abs();
    if precision == -1 && (1e-4..1e15).contains(&magnitude) {
        // In this range the shortest text has no exponent.
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(value);
        if !text.contains('e') {
            out.extend_from_slice(text.strip_suffix(".0").unwrap_or(text).as_bytes());
            return;
        }
    }
    let text = float_text::with_precision(value, precision).replace('E', "e");
    out.extend_from_slice(text.as_bytes());
}
