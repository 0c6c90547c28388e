//! Text taken apart into characters, as PHP takes apart what may be no text.

use super::flags::Charset;

/// The next piece of a text.
pub enum Piece {
    /// A character and its length in bytes.
    Char(u32, usize),
    /// So many bytes that are none.
    Broken(usize),
}

/// The piece at the start of `bytes`, which are not empty.
pub fn next(bytes: &[u8], charset: Charset) -> Piece {
    if charset == Charset::Utf8 { next_utf8(bytes) } else { Piece::Char(bytes[0].into(), 1) }
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
        Charset::SingleByte if code < 0x80 => out.push(code as u8),
        Charset::Latin1 | Charset::SingleByte => return false,
    }
    true
}
