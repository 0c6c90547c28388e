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
mod escape;
mod names;
mod ranges;
mod single;
mod transfer;
mod unicode;

pub use names::{ENCODINGS, Encoding, Kind, named};
pub use ranges::{CASE_IGNORABLE, WIDE};

/// Stands for bytes that are no character.
pub const BAD: u32 = u32::MAX;

/// What is written for a character that the encoding lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Substitute {
    /// Another character.
    Char(u32),
    /// Nothing.
    None,
    /// `U+` and the number.
    Long,
    /// A numeric entity.
    Entity,
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
        Kind::Utf16(order) => unicode::utf16(bytes, order),
        Kind::Ucs2(order) => unicode::ucs2(bytes, order),
        Kind::Utf32(order) => unicode::utf32(bytes, order, 0x11_0000),
        Kind::Ucs4(order) => unicode::utf32(bytes, order, BAD),
        Kind::Utf7 => escape::utf7(bytes),
        Kind::Utf7Imap => escape::utf7_imap(bytes),
        Kind::Ascii | Kind::SevenBit => {
            bytes.iter().map(|&byte| if byte < 0x80 { u32::from(byte) } else { BAD }).collect()
        }
        Kind::EightBit => bytes.iter().map(|&byte| u32::from(byte)).collect(),
        Kind::Single(table) => bytes.iter().map(|&byte| single_char(table, byte)).collect(),
        Kind::Double(pairs) => double::decode(pairs, bytes),
        Kind::Jis => escape::jis(bytes),
        Kind::Html => transfer::html_decode(bytes),
        Kind::Base64 => transfer::base64_decode(bytes),
        Kind::QuotedPrintable => transfer::quoted_decode(bytes),
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
    let mut out = Vec::with_capacity(text.len());
    let mut writer = Writer::new(encoding.kind);
    for &code in text {
        if writer.put(code, &mut out) {
            continue;
        }
        match substitute {
            Substitute::None => {}
            Substitute::Char(other) => {
                if !writer.put(other, &mut out) {
                    writer.put(u32::from('?'), &mut out);
                }
            }
            _ if code == BAD => _ = writer.put(u32::from('?'), &mut out),
            Substitute::Long => writer.text(&format!("U+{code:X}"), &mut out),
            Substitute::Entity => writer.text(&format!("&#x{code:X};"), &mut out),
        }
    }
    writer.finish(&mut out);
    match encoding.kind {
        Kind::Base64 => transfer::base64_encode(&out),
        Kind::QuotedPrintable => transfer::quoted_encode(&out),
        _ => out,
    }
}

/// An encoder and what it remembers between characters.
pub struct Writer {
    kind: Kind,
    shift: escape::Shift,
}

impl Writer {
    /// At the start of a text.
    pub fn new(kind: Kind) -> Self {
        Self { kind, shift: escape::Shift::default() }
    }

    fn text(&mut self, text: &str, out: &mut Vec<u8>) {
        for character in text.chars() {
            self.put(u32::from(character), out);
        }
    }

    /// Writes a character; `false` when the encoding lacks it.
    pub fn put(&mut self, code: u32, out: &mut Vec<u8>) -> bool {
        let is_scalar = char::from_u32(code).is_some();
        match self.kind {
            Kind::Utf8 => match char::from_u32(code) {
                Some(scalar) => out.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes()),
                None => return false,
            },
            Kind::Utf16(order) if is_scalar => {
                unicode::put_utf16(code, order.unwrap_or_default(), out)
            }
            Kind::Ucs2(order) if code < 0x1_0000 => {
                unicode::put_unit(code as u16, order.unwrap_or_default(), out);
            }
            Kind::Utf32(order) if is_scalar => {
                unicode::put_utf32(code, order.unwrap_or_default(), out)
            }
            Kind::Ucs4(order) if code != BAD => {
                unicode::put_utf32(code, order.unwrap_or_default(), out)
            }
            Kind::Utf7 if is_scalar => self.shift.utf7(code, out),
            Kind::Utf7Imap if is_scalar => self.shift.utf7_imap(code, out),
            Kind::Ascii | Kind::SevenBit if code < 0x80 => out.push(code as u8),
            Kind::EightBit | Kind::Base64 | Kind::QuotedPrintable if code < 0x100 => {
                out.push(code as u8);
            }
            Kind::Single(table) => match single_byte(table, code) {
                Some(byte) => out.push(byte),
                None => return false,
            },
            Kind::Double(pairs) => return double::put(pairs, code, out),
            Kind::Jis => return self.shift.jis(code, out),
            Kind::Html if code != BAD => transfer::html_put(code, out),
            _ => return false,
        }
        true
    }

    /// Writes what ends a text.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        self.shift.finish(self.kind, out);
    }
}

fn single_byte(table: &[u16; 128], code: u32) -> Option<u8> {
    if code < 0x80 {
        return Some(code as u8);
    }
    let at = table.iter().position(|&held| u32::from(held) == code)?;
    Some(at as u8 + 0x80)
}
