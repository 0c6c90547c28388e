//! Text taken apart into characters, as PHP takes apart what may be no text.

use super::flags::{Charset, MultiByte};

/// The next piece of a text.
pub enum Piece {
    /// A character and its length in bytes.
    Char(u32, usize),
    /// So many bytes that are none.
    Broken(usize),
}

/// The piece at the start of `bytes`, which are not empty.
pub fn next(bytes: &[u8], charset: Charset) -> Piece {
    match charset {
        Charset::Utf8 => next_utf8(bytes),
        Charset::Latin1 => Piece::Char(bytes[0].into(), 1),
        Charset::SingleByte(upper) => match bytes[0].checked_sub(0x80) {
            None => Piece::Char(bytes[0].into(), 1),
            Some(at) => match upper[usize::from(at)] {
                0 => Piece::Char(NONE, 1),
                code => Piece::Char(code.into(), 1),
            },
        },
        Charset::MultiByte(kind) => match length(kind, bytes) {
            Some(1) => Piece::Char(bytes[0].into(), 1),
            Some(length) => Piece::Char(NONE, length),
            None => Piece::Broken(1 + dead(kind, bytes)),
        },
    }
}

/// Stands for a character that is not known in Unicode.
const NONE: u32 = u32::MAX;

/// The length of the character at the start of `bytes`; none of what is none.
fn length(kind: MultiByte, bytes: &[u8]) -> Option<usize> {
    let trail = |at: usize, fits: fn(u8) -> bool| bytes.get(at).copied().is_some_and(fits);
    let euc: fn(u8) -> bool = |byte| matches!(byte, 0xa1..=0xfe);
    let found = match (kind, bytes[0]) {
        (_, 0..=0x7f) => return Some(1),
        (MultiByte::Big5, 0x81..=0xfe) => {
            (trail(1, |byte| matches!(byte, 0x40..=0x7e | 0xa1..=0xfe)), 2)
        }
        (MultiByte::Big5, _) => (true, 1),
        (MultiByte::Gb2312, 0xa1..=0xfe) => (trail(1, euc), 2),
        (MultiByte::Gb2312, _) => (false, 1),
        (MultiByte::ShiftJis, 0x81..=0x9f | 0xe0..=0xfc) => {
            (trail(1, |byte| matches!(byte, 0x40..=0x7e | 0x80..=0xfc)), 2)
        }
        (MultiByte::ShiftJis, byte) => (matches!(byte, 0xa1..=0xdf), 1),
        (MultiByte::EucJp, 0xa1..=0xfe) => (trail(1, euc), 2),
        (MultiByte::EucJp, 0x8e) => (trail(1, |byte| matches!(byte, 0xa1..=0xdf)), 2),
        (MultiByte::EucJp, 0x8f) => (trail(1, euc) && trail(2, euc), 3),
        (MultiByte::EucJp, byte) => (byte != 0xa0 && byte != 0xff, 1),
    };
    found.0.then_some(found.1)
}

/// How many bytes behind a lead byte go with it because no character begins with them.
fn dead(kind: MultiByte, bytes: &[u8]) -> usize {
    let is_dead = |byte: &u8| match kind {
        MultiByte::Big5 => false,
        MultiByte::Gb2312 => matches!(byte, 0x8e | 0x8f | 0xa0 | 0xff),
        MultiByte::ShiftJis => matches!(byte, 0x80 | 0xa0 | 0xfd..),
        MultiByte::EucJp => matches!(byte, 0xa0 | 0xff),
    };
    let most = match (kind, bytes[0]) {
        (MultiByte::Gb2312, 0xa1..=0xfe) => 1,
        (MultiByte::ShiftJis, 0x81..=0x9f | 0xe0..=0xfc) => 1,
        (MultiByte::EucJp, 0xa1..=0xfe | 0x8e) => 1,
        (MultiByte::EucJp, 0x8f) => match bytes.get(1) {
            Some(0xa0 | 0xff) => 1 + usize::from(bytes.get(2).is_some_and(is_dead)),
            _ => 0,
        },
        _ => 0,
    };
    bytes[1..].iter().take(most).take_while(|byte| is_dead(byte)).count()
}

fn is_trail(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte & 0xc0 == 0x80)
}

fn is_lead(byte: u8) -> bool {
    byte < 0x80 || (0xc2..=0xf4).contains(&byte)
}

fn next_utf8(bytes: &[u8]) -> Piece {
    let length = match bytes[0] {
        0..=0x7f => return Piece::Char(bytes[0].into(), 1),
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Piece::Broken(1),
    };
    let whole = (1..length).all(|at| is_trail(bytes.get(at)));
    if !whole {
        let end = (1..length).find(|&at| bytes.get(at).is_none_or(|&byte| is_lead(byte)));
        return Piece::Broken(end.unwrap_or(length));
    }
    let first = u32::from(bytes[0]) & (0x7f >> length);
    let code = bytes[1..length].iter().fold(first, |code, byte| code << 6 | u32::from(byte & 0x3f));
    if char::from_u32(code).is_some_and(|char| char.len_utf8() == length) {
        return Piece::Char(code, length);
    }
    Piece::Broken(length)
}

/// Writes a character; false when the encoding has none such.
pub fn write(out: &mut Vec<u8>, code: u32, charset: Charset) -> bool {
    match charset {
        Charset::Utf8 => match char::from_u32(code) {
            Some(char) => out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
            None => return false,
        },
        Charset::Latin1 if code <= 0xff => out.push(code as u8),
        Charset::SingleByte(_) | Charset::MultiByte(_) if code < 0x80 => out.push(code as u8),
        Charset::SingleByte(upper) => match upper.iter().position(|known| u32::from(*known) == code) {
            Some(at) => out.push(0x80 + at as u8),
            None => return false,
        },
        Charset::Latin1 | Charset::MultiByte(_) => return false,
    }
    true
}
