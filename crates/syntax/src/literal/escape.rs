//! Escapes in text with variables: `\n`, `\x41`, `\101`, `\u{1F600}`.

use memchr::memchr;
use std::borrow::Cow;

/// Why a `\u{…}` is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EscapeError {
    Malformed,
    TooLarge,
}

/// What a backslash and the bytes behind it stand for.
enum Escape {
    /// Itself and the byte behind it.
    Nothing,
    Byte(u8),
    /// A byte given by octal digits of a larger number.
    Overflow(u8, [u8; 3]),
    CodePoint(u32),
    Wrong(EscapeError),
}

/// The escape that `rest`, the bytes behind a backslash, begins with, and how many bytes it takes.
fn escape(rest: &[u8], quote: u8) -> (Escape, usize) {
    let &[first, ref rest @ ..] = rest else { return (Escape::Nothing, 0) };
    let byte = match first {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'f' => 0x0c,
        b'v' => 0x0b,
        b'e' => 0x1b,
        b'\\' | b'$' => first,
        b'"' | b'`' if first == quote => first,
        b'x' | b'X' => return hexadecimal(rest),
        b'0'..=b'7' => return octal(first, rest),
        b'u' => return code_point(rest),
        _ => return (Escape::Nothing, 1),
    };
    (Escape::Byte(byte), 1)
}

fn hex_digit(byte: &u8) -> Option<u32> {
    char::from(*byte).to_digit(16)
}

/// One or two digits behind `x`.
fn hexadecimal(rest: &[u8]) -> (Escape, usize) {
    let digits = || rest.iter().take(2).map_while(hex_digit);
    match digits().count() {
        0 => (Escape::Nothing, 1),
        count => (Escape::Byte(digits().fold(0, |byte, digit| byte << 4 | digit as u8)), 1 + count),
    }
}

/// One to three digits, of which the first is given.
fn octal(first: u8, rest: &[u8]) -> (Escape, usize) {
    let is_octal = |byte: &u8| matches!(byte, b'0'..=b'7');
    let value = |digits: &[u8]| digits.iter().fold(0, |byte: u8, digit| byte << 3 | (digit & 7));
    match *rest {
        [second, third, ..] if is_octal(&second) && is_octal(&third) => {
            let digits = [first, second, third];
            let byte = value(&digits);
            let escape =
                if first > b'3' { Escape::Overflow(byte, digits) } else { Escape::Byte(byte) };
            (escape, 3)
        }
        [second, ..] if is_octal(&second) => (Escape::Byte(value(&[first, second])), 2),
        _ => (Escape::Byte(value(&[first])), 1),
    }
}

/// `{…}` behind `u`; without a brace, `\u` is text.
fn code_point(rest: &[u8]) -> (Escape, usize) {
    let Some(digits) = rest.strip_prefix(b"{") else { return (Escape::Nothing, 1) };
    let count = digits.iter().take_while(|byte| hex_digit(byte).is_some()).count();
    if count == 0 || digits.get(count) != Some(&b'}') {
        return (Escape::Wrong(EscapeError::Malformed), 1);
    }
    let value = digits[..count]
        .iter()
        .filter_map(hex_digit)
        .fold(0u32, |value, digit| value.saturating_mul(16).saturating_add(digit));
    match value {
        0..=0x10_ffff => (Escape::CodePoint(value), count + 3),
        _ => (Escape::Wrong(EscapeError::TooLarge), 1),
    }
}

/// Checks all escapes of `text`. Calls `on_overflow` with the offset and digits of each octal
/// escape above `\377`; the first wrong escape ends the check with its offset.
pub fn check_escapes(
    text: &[u8],
    mut on_overflow: impl FnMut(usize, [u8; 3]),
) -> Result<(), (usize, EscapeError)> {
    let mut pos = 0;
    while let Some(offset) = memchr(b'\\', &text[pos..]) {
        let backslash = pos + offset;
        let (escape, length) = escape(&text[backslash + 1..], 0);
        match escape {
            Escape::Wrong(error) => return Err((backslash, error)),
            Escape::Overflow(_, digits) => on_overflow(backslash, digits),
            Escape::Nothing | Escape::Byte(_) | Escape::CodePoint(_) => {}
        }
        pos = backslash + 1 + length;
    }
    Ok(())
}

/// The value of `text` that stands between `quote`s: `"`, `` ` ``, or 0 in a heredoc. A wrong
/// escape stands for itself.
pub fn unescape(text: &[u8], quote: u8) -> Cow<'_, [u8]> {
    let Some(first) = memchr(b'\\', text) else { return Cow::Borrowed(text) };
    let mut value = Vec::with_capacity(text.len());
    value.extend_from_slice(&text[..first]);
    let mut pos = first;
    while let Some(&byte) = text.get(pos) {
        if byte != b'\\' {
            let end = memchr(b'\\', &text[pos..]).map_or(text.len(), |offset| pos + offset);
            value.extend_from_slice(&text[pos..end]);
            pos = end;
            continue;
        }
        let (escape, length) = escape(&text[pos + 1..], quote);
        let end = pos + 1 + length;
        match escape {
            Escape::Nothing | Escape::Wrong(_) => value.extend_from_slice(&text[pos..end]),
            Escape::Byte(byte) | Escape::Overflow(byte, _) => value.push(byte),
            Escape::CodePoint(code_point) => push_code_point(&mut value, code_point),
        }
        pos = end;
    }
    Cow::Owned(value)
}

/// Appends the UTF-8 form; surrogates, which `char` refuses, have one too.
fn push_code_point(value: &mut Vec<u8>, code_point: u32) {
    let tail = |shift: u32| 0x80 | (code_point >> shift & 0x3f) as u8;
    match code_point {
        0..0x80 => value.push(code_point as u8),
        0x80..0x800 => value.extend([0xc0 | (code_point >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => value.extend([0xe0 | (code_point >> 12) as u8, tail(6), tail(0)]),
        _ => value.extend([0xf0 | (code_point >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}
