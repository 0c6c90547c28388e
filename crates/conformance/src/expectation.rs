//! What a test expects, and whether an output is that.

use regex::bytes::{Regex, RegexBuilder};

use crate::phpt::Phpt;

/// Bytes that a compiled expectation may take.
const PATTERN_BYTES_MAX: usize = 256 << 20;

/// What an output is compared with.
pub enum Expectation {
    Text(Vec<u8>),
    Pattern { text: Vec<u8>, pattern: Box<Regex> },
}

impl Expectation {
    /// Of the section EXPECT, EXPECTF or EXPECTREGEX.
    pub fn of(test: &Phpt) -> Result<Self, String> {
        if let Some(text) = test.get("EXPECT") {
            return Ok(Self::Text(normal(text)));
        }
        let (text, source) = match test.get("EXPECTF") {
            Some(text) => (normal(text), format_pattern(&normal(text))),
            None => {
                let text = normal(test.get("EXPECTREGEX").unwrap_or_default());
                let source = latin1(&text);
                (text, source)
            }
        };
        let mut builder = RegexBuilder::new(&format!("\\A(?:{source})\\z"));
        builder.unicode(false).dot_matches_new_line(true).size_limit(PATTERN_BYTES_MAX);
        let pattern = builder.build().map_err(|error| format!("pattern: {error}"))?;
        Ok(Self::Pattern { text, pattern: Box::new(pattern) })
    }

    /// Whether an output, trimmed and with plain line ends, is what is expected.
    pub fn holds(&self, output: &[u8]) -> bool {
        match self {
            Self::Text(text) => text == output,
            Self::Pattern { pattern, .. } => pattern.is_match(output),
        }
    }

    /// As the test states it.
    pub fn text(&self) -> &[u8] {
        match self {
            Self::Text(text) | Self::Pattern { text, .. } => text,
        }
    }
}

/// Trimmed as PHP's `trim` does, with plain line ends.
pub fn normal(text: &[u8]) -> Vec<u8> {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0b);
    let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    let mut out = Vec::with_capacity(end - start);
    for (at, &byte) in text[start..end].iter().enumerate() {
        if byte != b'\r' || text.get(start + at + 1) != Some(&b'\n') {
            out.push(byte);
        }
    }
    out
}

/// The pattern of an EXPECTF text. What stands between two `%r` is a pattern as it is.
fn format_pattern(text: &[u8]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = find(rest, b"%r") {
        let Some(length) = find(&rest[at + 2..], b"%r") else {
            rest = &rest[..at];
            break;
        };
        quote_format(&rest[..at], &mut out);
        out.push_str(&format!("({})", latin1(&rest[at + 2..at + 2 + length])));
        rest = &rest[at + 4 + length..];
    }
    quote_format(rest, &mut out);
    out
}

fn quote_format(text: &[u8], out: &mut String) {
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let placeholder =
            if byte == b'%' { bytes.peek().copied().and_then(placeholder) } else { None };
        match placeholder {
            Some(pattern) => {
                bytes.next();
                out.push_str(pattern);
            }
            None => push_byte(byte, out),
        }
    }
}

fn placeholder(letter: u8) -> Option<&'static str> {
    Some(match letter {
        b'e' => "/",
        b's' => "[^\\r\\n]+",
        b'S' => "[^\\r\\n]*",
        b'a' => ".+",
        b'A' => ".*",
        b'w' => "\\s*",
        b'i' => "[+-]?\\d+",
        b'd' => "\\d+",
        b'x' => "[0-9a-fA-F]+",
        b'f' => "[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[Ee][+-]?\\d+)?",
        b'c' => ".",
        b'0' => "\\x00",
        _ => return None,
    })
}

fn push_byte(byte: u8, out: &mut String) {
    if byte.is_ascii() {
        out.push_str(&regex::escape(char::from(byte).encode_utf8(&mut [0; 4])));
    } else {
        out.push_str(&format!("(?-u:\\x{byte:02X})"));
    }
}

/// A pattern given in bytes: those above ASCII as escapes.
fn latin1(text: &[u8]) -> String {
    let mut out = String::new();
    for &byte in text {
        if byte.is_ascii() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("\\x{byte:02X}"));
        }
    }
    // PCRE takes a slash escaped, and a brace that opens no repetition, for themselves.
    let out = out.replace("\\/", "/").replace("\\0", "\\x00");
    let mut quoted = String::new();
    let mut rest = out.chars().peekable();
    while let Some(letter) = rest.next() {
        let opens_nothing = letter == '{' && rest.peek().is_none_or(|next| !next.is_ascii_digit());
        if opens_nothing && !quoted.ends_with(['\\', 'x', 'p', 'P']) {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(format: &str, output: &str) -> bool {
        let mut test = Phpt::default();
        test.set("EXPECTF", format.as_bytes().to_vec());
        Expectation::of(&test).expect("a pattern").holds(output.as_bytes())
    }

    #[test]
    fn placeholders_match_what_php_says() {
        assert!(holds("in %s on line %d\n", "in a/b on line 12"));
        assert!(!holds("in %s", "in a\nb"));
        assert!(holds("%a.", "a\nb."));
        assert!(holds("%f %f", ".5 -1.0E+25"));
        assert!(holds("a%r(b|c)+%rd", "abcbd"));
        assert!(holds("100%!", "100%!"));
    }
}
