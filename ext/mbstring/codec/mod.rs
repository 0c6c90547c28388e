//! Encodings: their names, and text as code points.
//!
//! # Invariants
//! - A decoder takes any bytes; what it cannot read is [`BAD`], once for each stretch of bytes that
//!   no character could begin with.
//!
//! # Not here
//! Values of scripts.

mod double;
mod entities;
pub mod escape;
mod names;
mod ranges;
mod shift;
mod single;
mod table;
pub mod transfer;
mod unicode;

pub use names::{ENCODINGS, Encoding, Kind, PASS, named};
pub use ranges::{CASE_IGNORABLE, WIDE};
pub use unicode::Order;

/// Stands for bytes that are no character.
pub const BAD: u32 = u32::MAX;

/// What is written for a character that the encoding lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Substitute {
    /// Another character.
    Char(u32),
    /// Nothing.
    None,
    /// `U+` and the number; the character for bytes that are none.
    Long(u32),
    /// A numeric entity; the character for bytes that are none.
    Entity(u32),
}

impl Default for Substitute {
    fn default() -> Self {
        Self::Char(u32::from('?'))
    }
}

/// Whether a character is within a sorted table of ranges.
pub fn is_in(ranges: &[(u32, u32)], code: u32) -> bool {
    let at = ranges.partition_point(|&(_, last)| last < code);
    ranges.get(at).is_some_and(|&(first, _)| first <= code)
}

/// The code points of a text.
pub fn decode(encoding: &Encoding, bytes: &[u8]) -> Vec<u32> {
    match encoding.kind {
        Kind::Utf8 => unicode::utf8(bytes),
        Kind::Mobile(mobile) => mobile.decode(bytes),
        Kind::Utf16(order) => unicode::utf16(bytes, order),
        Kind::Ucs2(order) => unicode::ucs2(bytes, order),
        Kind::Utf32(order) => unicode::utf32(bytes, order, 0x11_0000),
        Kind::Ucs4(order) => unicode::utf32(bytes, order, BAD),
        Kind::Utf7(form) => escape::decode(bytes, form),
        Kind::Ascii | Kind::SevenBit => {
            bytes.iter().map(|&byte| if byte < 0x80 { u32::from(byte) } else { BAD }).collect()
        }
        Kind::EightBit => bytes.iter().map(|&byte| u32::from(byte)).collect(),
        Kind::Single(table) => bytes.iter().map(|&byte| single_char(table, byte)).collect(),
        Kind::Double(pairs) if std::ptr::eq(pairs, &double::SJIS_SOFTBANK) => {
            double::decode_softbank(bytes)
        }
        Kind::Double(pairs) => double::decode(pairs, bytes),
        Kind::Shift(shifting) => shifting.decode(bytes),
        Kind::Html => transfer::html_decode(bytes),
        Kind::Base64 => transfer::base64_decode(bytes),
        Kind::QuotedPrintable => transfer::quoted_decode(bytes),
        Kind::Uuencode => transfer::uu_decode(bytes),
    }
}

/// The code points of a text, but of UTF-8 only those of its start, when it has more than `count`.
pub fn decode_start(encoding: &Encoding, bytes: &[u8], count: usize) -> Vec<u32> {
    /// The most bytes of a character.
    const LONGEST: usize = 4;
    let most = count.saturating_add(2).saturating_mul(LONGEST);
    if matches!(encoding.kind, Kind::Utf8)
        && let Some(start) = bytes.get(..most)
        && let Some(start) = start.utf8_chunks().next().map(|chunk| chunk.valid())
        && start.len() + LONGEST > most
    {
        return start.chars().map(u32::from).collect();
    }
    decode(encoding, bytes)
}

/// Whether a text is correct, which is stricter than that it can be read.
pub fn is_correct(encoding: &Encoding, bytes: &[u8]) -> bool {
    match encoding.kind {
        Kind::Utf8 => std::str::from_utf8(bytes).is_ok(),
        Kind::Utf7(form) => escape::is_correct(bytes, form),
        Kind::Shift(shifting) => shifting.is_correct(bytes),
        _ => !decode(encoding, bytes).contains(&BAD),
    }
}

fn single_char(table: &[u16; 128], byte: u8) -> u32 {
    match byte {
        0..0x80 => u32::from(byte),
        _ => match table[usize::from(byte - 0x80)] {
            0 => BAD,
            code => u32::from(code),
        },
    }
}

/// The bytes of a text; `substitute` for what the encoding lacks.
pub fn encode(encoding: &Encoding, text: &[u32], substitute: Substitute) -> Vec<u8> {
    encode_counted(encoding, text, substitute).0
}

/// The bytes of a text, and for how many characters `substitute` stands.
pub fn encode_counted(
    encoding: &Encoding,
    text: &[u32],
    substitute: Substitute,
) -> (Vec<u8>, usize) {
    let mut out = Vec::with_capacity(text.len() + text.len() / 2);
    let mut rest = match encoding.kind {
        Kind::Utf8 => unicode::put_utf8(text, &mut out),
        _ => text,
    };
    let mut writer = Writer::new(encoding.kind);
    let mut lacking = 0;
    while !rest.is_empty() {
        let length = writer.put_first(rest, &mut out);
        let lost = if length == 0 { lost_at(encoding.kind, rest) } else { 0 };
        lacking += lost;
        for &code in &rest[..lost] {
            writer.substitute(code, substitute, &mut out);
        }
        rest = &rest[length.max(lost)..];
    }
    writer.finish(&mut out);
    let out = match encoding.kind {
        Kind::Base64 => transfer::base64_encode(&out),
        Kind::QuotedPrintable => transfer::quoted_encode(&out),
        Kind::Uuencode => transfer::uu_encode(&out),
        _ => out,
    };
    (out, lacking)
}

/// How many characters are lost where the first cannot be written: more than that one where it is
/// a hint of Apple's at a sequence of which only the start follows.
fn lost_at(kind: Kind, text: &[u32]) -> usize {
    match (kind, text[0]) {
        (Kind::Double(pairs), 0xf860..0xf863) => match pairs.table.begun(text) {
            1 => 1,
            begun => (begun + 1).min(text.len()),
        },
        _ => 1,
    }
}

/// An encoder and what it remembers between characters.
#[derive(Clone)]
pub struct Writer {
    kind: Kind,
    shift: shift::State,
    escape: escape::State,
}

impl Writer {
    /// At the start of a text.
    pub fn new(kind: Kind) -> Self {
        Self { kind, shift: shift::State::default(), escape: escape::State::default() }
    }

    fn substitute(&mut self, code: u32, substitute: Substitute, out: &mut Vec<u8>) {
        match substitute {
            Substitute::None => {}
            Substitute::Char(other) => {
                if !self.put(other, out) {
                    self.put(u32::from('?'), out);
                }
            }
            Substitute::Long(other) | Substitute::Entity(other) if code == BAD => {
                self.put(other, out);
            }
            Substitute::Long(_) => self.text(&format!("U+{code:X}"), out),
            Substitute::Entity(_) => self.text(&format!("&#x{code:X};"), out),
        }
    }

    fn text(&mut self, text: &str, out: &mut Vec<u8>) {
        for character in text.chars() {
            self.put(u32::from(character), out);
        }
    }

    /// Writes a character; `false` when the encoding lacks it.
    pub fn put(&mut self, code: u32, out: &mut Vec<u8>) -> bool {
        self.put_first(&[code], out) > 0
    }

    /// Writes the first character, or several that are one in the encoding; how many, 0 when the
    /// encoding lacks it. The text is not empty.
    pub fn put_first(&mut self, text: &[u32], out: &mut Vec<u8>) -> usize {
        match self.kind {
            Kind::Double(pairs) => pairs.put(text, out),
            Kind::Shift(shifting) => shifting.put(text, &mut self.shift, out),
            Kind::Mobile(mobile) => mobile.put(text, out),
            _ => usize::from(self.put_single(text[0], out)),
        }
    }

    fn put_single(&mut self, code: u32, out: &mut Vec<u8>) -> bool {
        match self.kind {
            Kind::Utf8 => match char::from_u32(code) {
                Some(scalar) => out.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes()),
                None => return false,
            },
            Kind::Utf16(order) if code < 0x11_0000 => {
                unicode::put_utf16(code, order.unwrap_or_default(), out);
            }
            Kind::Ucs2(order) if code < 0x1_0000 => {
                unicode::put_unit(code as u16, order.unwrap_or_default(), out);
            }
            Kind::Utf32(order) if code < 0x11_0000 => {
                unicode::put_utf32(code, order.unwrap_or_default(), out);
            }
            Kind::Ucs4(order) if code != BAD => {
                unicode::put_utf32(code, order.unwrap_or_default(), out);
            }
            Kind::Utf7(form) => return self.escape.put(form, code, out),
            Kind::Ascii | Kind::SevenBit if code < 0x80 => out.push(code as u8),
            Kind::EightBit | Kind::Base64 | Kind::QuotedPrintable | Kind::Uuencode
                if code < 0x100 =>
            {
                out.push(code as u8);
            }
            Kind::Single(table) => match single_byte(table, code) {
                Some(byte) => out.push(byte),
                None => return false,
            },
            Kind::Html if code != BAD => transfer::html_put(code, out),
            _ => return false,
        }
        true
    }

    /// Writes what ends a text.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        match self.kind {
            Kind::Shift(shifting) => shifting.finish(&mut self.shift, out),
            Kind::Utf7(form) => self.escape.finish(form, out),
            _ => {}
        }
    }
}

fn single_byte(table: &[u16; 128], code: u32) -> Option<u8> {
    // Armenian has parentheses, commas and dots of its own.
    let is_twice = (0x28..0x30).contains(&code) && table.contains(&(code as u16));
    if code < 0x80 && !is_twice {
        return Some(code as u8);
    }
    let at = table.iter().position(|&held| u32::from(held) == code)?;
    Some(at as u8 + 0x80)
}
