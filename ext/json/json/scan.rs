//! Tokens of a JSON text.

use std::borrow::Cow;

use super::{Failure, Flags};

/// A token. A string's bytes are decoded.
#[derive(Clone, PartialEq, Debug)]
pub enum Token<'t> {
    /// `{`, `}`, `[`, `]`, `,` or `:`.
    Mark(u8),
    /// A string.
    Str(Cow<'t, [u8]>),
    /// An int of 64 bits.
    Int(i64),
    /// The text of an int that is longer.
    BigInt(&'t [u8]),
    /// The text of a float.
    Float(&'t str),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// The end.
    End,
}

/// A text and a place in it.
pub struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
    flags: Flags,
}

impl<'t> Scanner<'t> {
    /// At the start of `text`.
    pub fn new(text: &'t [u8], flags: Flags) -> Self {
        Self { text, at: 0, flags }
    }

    /// The next token.
    #[inline]
    pub fn token(&mut self) -> Result<Token<'t>, Failure> {
        loop {
            let Some(&byte) = self.text.get(self.at) else { return Ok(Token::End) };
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                b'{' | b'}' | b'[' | b']' | b',' | b':' => {
                    self.at += 1;
                    return Ok(Token::Mark(byte));
                }
                b'"' => {
                    self.at += 1;
                    return self.string().map(Token::Str);
                }
                b'-' | b'0'..=b'9' => return self.number(),
                b't' => return self.word(b"true", Token::Bool(true)),
                b'f' => return self.word(b"false", Token::Bool(false)),
                b'n' => return self.word(b"null", Token::Null),
                0..0x20 => return Err(Failure::ControlCharacter),
                0x80.. if utf8_length(&self.text[self.at..]).is_none() => {
                    return Err(Failure::Utf8);
                }
                _ => return Err(Failure::Syntax),
            }
        }
    }

    fn word(&mut self, word: &[u8], token: Token<'t>) -> Result<Token<'t>, Failure> {
        if !self.text[self.at..].starts_with(word) {
            return Err(Failure::Syntax);
        }
        self.at += word.len();
        Ok(token)
    }

    fn digits(&mut self) -> usize {
        let rest = &self.text[self.at..];
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn number(&mut self) -> Result<Token<'t>, Failure> {
        let start = self.at;
        let is_negative = self.peek(0) == b'-';
        self.at += usize::from(is_negative);
        match self.peek(0) {
            b'0' => self.at += 1,
            b'1'..=b'9' => _ = self.digits(),
            _ => return Err(Failure::Syntax),
        }
        let whole_end = self.at;
        if self.peek(0) == b'.' && self.peek(1).is_ascii_digit() {
            self.at += 1;
            self.digits();
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let signed = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + signed).is_ascii_digit() {
                self.at += 1 + signed;
                self.digits();
            }
        }
        let text = &self.text[start..self.at];
        if self.at == whole_end {
            return Ok(int(text, is_negative).map_or(Token::BigInt(text), Token::Int));
        }
        std::str::from_utf8(text).map(Token::Float).map_err(|_| Failure::Syntax)
    }

    /// The string that begins here, behind its quote.
    fn string(&mut self) -> Result<Cow<'t, [u8]>, Failure> {
        let start = self.at;
        self.at += plain_length(&self.text[start..]);
        if self.peek(0) == b'"' {
            let bytes = &self.text[start..self.at];
            self.at += 1;
            return Ok(Cow::Borrowed(bytes));
        }
        let mut out = self.text[start..self.at].to_vec();
        loop {
            let from = self.at;
            self.at += plain_length(&self.text[from..]);
            out.extend_from_slice(&self.text[from..self.at]);
            match self.text.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Cow::Owned(out));
                }
                Some(b'\\') => self.escape(&mut out)?,
                Some(0x80..) => self.beyond_ascii(&mut out)?,
                _ => return Err(Failure::ControlCharacter),
            }
        }
    }

    fn beyond_ascii(&mut self, out: &mut Vec<u8>) -> Result<(), Failure> {
        let rest = &self.text[self.at..];
        if let Some(length) = utf8_length(rest) {
            out.extend_from_slice(&rest[..length]);
            self.at += length;
            return Ok(());
        }
        if self.flags.has(Flags::INVALID_UTF8_SUBSTITUTE) {
            out.extend_from_slice("\u{fffd}".as_bytes());
        } else if !self.flags.has(Flags::INVALID_UTF8_IGNORE) {
            return Err(Failure::Utf8);
        }
        self.at += 1;
        Ok(())
    }

    fn escape(&mut self, out: &mut Vec<u8>) -> Result<(), Failure> {
        let byte = match self.peek(1) {
            b'u' => return self.unicode_escape(out),
            byte @ (b'"' | b'\\' | b'/') => byte,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            _ => return Err(Failure::Syntax),
        };
        out.push(byte);
        self.at += 2;
        Ok(())
    }

    fn unicode_escape(&mut self, out: &mut Vec<u8>) -> Result<(), Failure> {
        let unit = self.code_unit(self.at).ok_or(Failure::Syntax)?;
        self.at += 6;
        let code = match unit {
            0xd800..0xdc00 => {
                let low = self.code_unit(self.at).filter(|low| (0xdc00..0xe000).contains(low));
                let low = low.ok_or(Failure::Utf16)?;
                self.at += 6;
                0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
            }
            unit => unit,
        };
        let character = char::from_u32(code).ok_or(Failure::Utf16)?;
        out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(())
    }

    /// The number of an escape `\uXXXX` at `at`.
    fn code_unit(&self, at: usize) -> Option<u32> {
        let escape = self.text.get(at..at + 6)?;
        let digits = escape.strip_prefix(b"\\u")?;
        digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
    }
}

/// The int of decimal digits after an optional minus.
#[inline]
fn int(text: &[u8], is_negative: bool) -> Option<i64> {
    let digits = &text[usize::from(is_negative)..];
    if digits.len() > 19 {
        return None;
    }
    let magnitude = digits.iter().fold(0_u64, |value, &digit| value * 10 + u64::from(digit - b'0'));
    if is_negative { 0_i64.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() }
}

/// How many bytes at the start are printable ASCII without quotes and backslashes, or correct
/// UTF-8 beyond ASCII.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        while let Some(chunk) = bytes[at..].first_chunk::<8>() {
            let special = special_bytes(u64::from_le_bytes(*chunk));
            if special != 0 {
                at += (special.trailing_zeros() / 8) as usize;
                break;
            }
            at += 8;
        }
        let is_plain = |byte: u8| (0x20..0x80).contains(&byte) && byte != b'"' && byte != b'\\';
        while bytes.get(at).is_some_and(|&byte| is_plain(byte)) {
            at += 1;
        }
        if bytes.get(at).is_none_or(|&byte| byte < 0x80) {
            return at;
        }
        match utf8_length(&bytes[at..]) {
            Some(length) => at += length,
            None => return at,
        }
    }
}

/// The high bit of each byte that is a quote, a backslash, a control character or beyond ASCII;
/// the lowest bit set is right, those above it may be false.
#[inline]
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let has_zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let quotes = has_zero(word ^ (ONES * b'"' as u64));
    let backslashes = has_zero(word ^ (ONES * b'\\' as u64));
    let controls = word.wrapping_sub(ONES * 0x20) & !word;
    (quotes | backslashes | controls | word) & HIGH
}

/// The length of the correct UTF-8 sequence beyond ASCII at the start.
#[inline]
pub fn utf8_length(bytes: &[u8]) -> Option<usize> {
    let trail = |at: usize| matches!(bytes.get(at), Some(0x80..0xc0));
    let second = |least: u8, most: u8| bytes.get(1).is_some_and(|b| (least..=most).contains(b));
    let length = match *bytes.first()? {
        0xc2..=0xdf if trail(1) => 2,
        0xe0 if second(0xa0, 0xbf) && trail(2) => 3,
        0xed if second(0x80, 0x9f) && trail(2) => 3,
        0xe1..=0xec | 0xee | 0xef if trail(1) && trail(2) => 3,
        0xf0 if second(0x90, 0xbf) && trail(2) && trail(3) => 4,
        0xf1..=0xf3 if trail(1) && trail(2) && trail(3) => 4,
        0xf4 if second(0x80, 0x8f) && trail(2) && trail(3) => 4,
        _ => return None,
    };
    Some(length)
}
