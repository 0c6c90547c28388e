//! Texts without what they should not have.

use super::flag;

/// Without the bytes that the flags name.
pub fn strip(text: &[u8], flags: i64) -> Vec<u8> {
    let is_kept = |byte: &u8| match byte {
        127.. if flags & flag::STRIP_HIGH != 0 => false,
        0..32 if flags & flag::STRIP_LOW != 0 => false,
        b'`' if flags & flag::STRIP_BACKTICK != 0 => false,
        _ => true,
    };
    text.iter().copied().filter(is_kept).collect()
}

/// Without what stands in angle brackets.
pub fn tags(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut depth, mut quote) = (0_usize, None);
    for &byte in text {
        match (byte, quote) {
            (0, _) => {}
            (byte, Some(open)) if byte == open => quote = None,
            (_, Some(_)) => {}
            (b'<', None) => depth += 1,
            (b'>', None) if depth > 0 => depth -= 1,
            (b'"' | b'\'', None) if depth > 0 => quote = Some(byte),
            (byte, None) if depth == 0 => out.push(byte),
            _ => {}
        }
    }
    out
}

/// With numeric entities for the bytes that are chosen.
pub fn entities(text: &[u8], is_chosen: impl Fn(u8) -> bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        if is_chosen(byte) {
            out.extend_from_slice(format!("&#{byte};").as_bytes());
        } else {
            out.push(byte);
        }
    }
    out
}

/// With `%XX` for all but letters, digits, `-`, `.` and `_`.
pub fn percent(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
    out
}

/// Letters, digits and the marks that are listed.
pub fn only(text: &[u8], marks: &[u8]) -> Vec<u8> {
    let is_kept = |byte: &u8| byte.is_ascii_alphanumeric() || marks.contains(byte);
    text.iter().copied().filter(is_kept).collect()
}

/// Digits and the marks that are listed.
pub fn digits(text: &[u8], marks: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| byte.is_ascii_digit() || marks.contains(byte)).collect()
}

/// With a backslash before quotes and backslashes.
pub fn slashes(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            0 => out.extend_from_slice(b"\\0"),
            b'\'' | b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            _ => out.push(byte),
        }
    }
    out
}

/// With the named entities of HTML; quotes only when asked for.
pub fn html(text: &[u8], with_quotes: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' if with_quotes => out.extend_from_slice(b"&quot;"),
            b'\'' if with_quotes => out.extend_from_slice(b"&#039;"),
            _ => out.push(byte),
        }
    }
    out
}
