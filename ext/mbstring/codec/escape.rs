//! Encodings that switch between character sets: UTF-7 in two forms, and ISO-2022-JP.

use super::BAD;
use super::Kind;
use super::double;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What an encoder of these is in the middle of.
#[derive(Default)]
pub struct Shift {
    /// In Base64, or in a set of JIS.
    set: Set,
    /// Bits of Base64 that do not fill a digit yet.
    word: u32,
    bits: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Set {
    #[default]
    Ascii,
    Base64,
    Latin,
    Katakana,
    Kanji,
    Kanji2,
}

fn is_direct(code: u32) -> bool {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b"'(),-./:? \t\r\n\0".contains(&byte);
    u8::try_from(code).is_ok_and(is_safe)
}

/// Of UTF-7.
pub fn utf7(bytes: &[u8]) -> Vec<u32> {
    base64_runs(bytes, b'+', DIGITS)
}

/// The digits of UTF7-IMAP: `,` in place of `/`.
fn imap_digits() -> [u8; 64] {
    DIGITS.map(|digit| if digit == b'/' { b',' } else { digit })
}

/// Of UTF7-IMAP.
pub fn utf7_imap(bytes: &[u8]) -> Vec<u32> {
    base64_runs(bytes, b'&', &imap_digits())
}

/// Text in which runs of Base64 begin with `mark` and end before the first byte that is no digit,
/// `-` being part of the run.
fn base64_runs(bytes: &[u8], mark: u8, digits: &[u8; 64]) -> Vec<u32> {
    let mut text = Vec::new();
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != mark {
            text.push(if byte < 0x80 { u32::from(byte) } else { BAD });
            continue;
        }
        if let Some(after) = after.strip_prefix(b"-") {
            text.push(u32::from(mark));
            rest = after;
            continue;
        }
        let value = |byte: &u8| digits.iter().position(|digit| digit == byte);
        let length = after.iter().take_while(|byte| value(byte).is_some()).count();
        let values = after[..length].iter().filter_map(value);
        units(values.map(|value| value as u32), &mut text);
        rest = &after[length..];
        rest = rest.strip_prefix(b"-").unwrap_or(rest);
    }
    text
}

fn units(values: impl Iterator<Item = u32>, text: &mut Vec<u32>) {
    let (mut word, mut bits) = (0_u32, 0);
    let mut bytes = Vec::new();
    for value in values {
        word = word << 6 | value;
        bits += 6;
        if bits >= 16 {
            bits -= 16;
            bytes.extend_from_slice(&((word >> bits) as u16).to_be_bytes());
        }
    }
    text.extend(super::unicode::utf16(&bytes, Some(super::unicode::Order::Big)));
    if bits >= 6 || word & ((1 << bits) - 1) != 0 {
        text.push(BAD);
    }
}

impl Shift {
    fn begin(&mut self, mark: u8, out: &mut Vec<u8>) {
        if self.set != Set::Base64 {
            self.set = Set::Base64;
            out.push(mark);
        }
    }

    fn base64(&mut self, code: u32, digits: &[u8; 64], out: &mut Vec<u8>) {
        for unit in char::from_u32(code).unwrap_or('?').encode_utf16(&mut [0; 2]) {
            self.word = self.word << 16 | u32::from(*unit);
            self.bits += 16;
            while self.bits >= 6 {
                self.bits -= 6;
                out.push(digits[(self.word >> self.bits & 63) as usize]);
            }
        }
    }

    fn end_base64(&mut self, digits: &[u8; 64], out: &mut Vec<u8>) {
        if self.bits > 0 {
            out.push(digits[(self.word << (6 - self.bits) & 63) as usize]);
        }
        *self = Self::default();
    }

    /// Writes a character as UTF-7.
    pub fn utf7(&mut self, code: u32, out: &mut Vec<u8>) {
        if !is_direct(code) {
            self.begin(b'+', out);
            self.base64(code, DIGITS, out);
            return;
        }
        if self.set == Set::Base64 {
            self.end_base64(DIGITS, out);
            let ends_itself =
                !(code as u8).is_ascii_alphanumeric() && !b"+/-".contains(&(code as u8));
            if !ends_itself {
                out.push(b'-');
            }
        }
        out.push(code as u8);
    }

    /// Writes a character as UTF7-IMAP.
    pub fn utf7_imap(&mut self, code: u32, out: &mut Vec<u8>) {
        if !(0x20..0x7f).contains(&code) {
            self.begin(b'&', out);
            self.base64(code, &imap_digits(), out);
            return;
        }
        if self.set == Set::Base64 {
            self.end_base64(&imap_digits(), out);
            out.push(b'-');
        }
        out.push(code as u8);
        if code == u32::from('&') {
            out.push(b'-');
        }
    }

    fn select(&mut self, set: Set, out: &mut Vec<u8>) {
        if self.set == set {
            return;
        }
        self.set = set;
        out.extend_from_slice(match set {
            Set::Ascii | Set::Base64 => b"\x1b(B",
            Set::Latin => b"\x1b(J",
            Set::Katakana => b"\x1b(I",
            Set::Kanji => b"\x1b$B",
            Set::Kanji2 => b"\x1b$(D",
        });
    }

    /// Writes a character as ISO-2022-JP.
    pub fn jis(&mut self, code: u32, out: &mut Vec<u8>) -> bool {
        if code < 0x80 {
            self.select(Set::Ascii, out);
            out.push(code as u8);
        } else if let Some([lead, trail]) = double::EUC_JP.table.pair(code) {
            self.select(Set::Kanji, out);
            out.extend_from_slice(&[lead & 0x7f, trail & 0x7f]);
        } else if let Some([lead, trail]) = double::JIS_X_0212.pair(code) {
            self.select(Set::Kanji2, out);
            out.extend_from_slice(&[lead & 0x7f, trail & 0x7f]);
        } else if (0xff61..0xffa0).contains(&code) {
            self.select(Set::Katakana, out);
            out.push((code - 0xff61) as u8 + 0x21);
        } else {
            return false;
        }
        true
    }

    /// Writes what ends a text.
    pub fn finish(&mut self, kind: Kind, out: &mut Vec<u8>) {
        match (kind, self.set) {
            (_, Set::Ascii) => {}
            (Kind::Utf7, _) => {
                self.end_base64(DIGITS, out);
                out.push(b'-');
            }
            (Kind::Utf7Imap, _) => {
                self.end_base64(&imap_digits(), out);
                out.push(b'-');
            }
            _ => self.select(Set::Ascii, out),
        }
    }
}

/// Of ISO-2022-JP.
pub fn jis(bytes: &[u8]) -> Vec<u32> {
    const ESCAPES: &[(&[u8], Set)] = &[
        (b"(B", Set::Ascii),
        (b"(J", Set::Latin),
        (b"(I", Set::Katakana),
        (b"$@", Set::Kanji),
        (b"$B", Set::Kanji),
        (b"$(D", Set::Kanji2),
        (b"$(@", Set::Kanji),
        (b"$(B", Set::Kanji),
    ];
    let mut text = Vec::new();
    let mut set = Set::Ascii;
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let escape = ESCAPES.iter().find(|(escape, _)| byte == 0x1b && after.starts_with(escape));
        if let Some((escape, next)) = escape {
            set = *next;
            rest = &after[escape.len()..];
            continue;
        }
        let trail = after.first().copied().unwrap_or(0);
        text.push(match (set, byte) {
            (_, 0..0x21 | 0x7f) => u32::from(byte),
            (Set::Kanji | Set::Kanji2, 0x21..0x7f) if (0x21..0x7f).contains(&trail) => {
                rest = &after[1..];
                let table =
                    if set == Set::Kanji { &double::EUC_JP.table } else { &double::JIS_X_0212 };
                table.code(byte | 0x80, trail | 0x80).unwrap_or(BAD)
            }
            (Set::Katakana, 0x21..0x60) => 0xff61 + u32::from(byte - 0x21),
            (Set::Ascii | Set::Latin, 0x21..0x7f) => u32::from(byte),
            (_, 0xa1..0xe0) => 0xff61 + u32::from(byte - 0xa1),
            _ => BAD,
        });
    }
    text
}
