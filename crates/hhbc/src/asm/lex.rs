//! Tokens of the text form.

use std::fmt;

use crate::codec::COUNT_MAX;
use crate::imm::{Double, Int};

/// Text that is not the form of a unit, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AsmError {
    /// The line, from 1.
    pub line: u32,
    /// The column in bytes, from 1.
    pub column: u32,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for AsmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token<'t> {
    /// A name, keyword or instruction.
    Word(&'t str),
    /// A word after a dot.
    Directive(&'t str),
    /// What stands between quotes, still escaped.
    Quoted(&'t str),
    /// Digits and what belongs to them.
    Number(&'t str),
    /// A sign.
    Sign(&'t str),
    /// A string without its second quote.
    Endless,
    End,
}

/// A cursor over tokens.
#[derive(Clone, Debug)]
pub struct Lexer<'t> {
    text: &'t str,
    token: Token<'t>,
    start: usize,
    end: usize,
}

/// A place in the text, for errors about it.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'t> {
    text: &'t str,
    at: usize,
}

impl Mark<'_> {
    /// An error at this place.
    pub fn error(self, message: impl Into<String>) -> AsmError {
        let before = &self.text.as_bytes()[..self.at];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        AsmError {
            line: number(lines),
            column: number(self.at - line_start),
            message: message.into(),
        }
    }
}

impl<'t> Lexer<'t> {
    /// A cursor at the first token.
    pub fn new(text: &'t str) -> Self {
        let mut lexer = Self { text, token: Token::End, start: 0, end: 0 };
        lexer.advance();
        lexer
    }

    /// The place of the current token.
    pub fn here(&self) -> Mark<'t> {
        Mark { text: self.text, at: self.start }
    }

    fn advance(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = self.end;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'#' => at += bytes[at..].iter().take_while(|byte| **byte != b'\n').count(),
                b' ' | b'\n' | b'\t' | b'\r' => at += 1,
                _ => break,
            }
        }
        self.start = at;
        self.token = self.scan(at);
    }

    fn scan(&mut self, at: usize) -> Token<'t> {
        let text = self.text;
        let rest = &text[at..];
        let span = |from: usize, test: fn(char) -> bool| {
            rest[from..].find(|c| !test(c)).map_or(rest.len(), |len| from + len)
        };
        let mut chars = rest.chars();
        let (first, second) = (chars.next(), chars.next());
        let token = match (first, second) {
            (None, _) => Token::End,
            (Some('"'), _) => return self.scan_quoted(at),
            (Some('.'), Some(c)) if is_word_start(c) => Token::Directive(&rest[..span(1, is_word)]),
            (Some(c), _) if is_word_start(c) => Token::Word(&rest[..span(0, is_word)]),
            (Some(c), _) if c.is_ascii_digit() => Token::Number(&rest[..number_len(rest)]),
            (Some('-'), Some(c)) if c.is_ascii_digit() || c == 'i' => {
                Token::Number(&rest[..number_len(rest)])
            }
            _ => {
                let signs = ["...", "=>", "::"];
                let long = signs.iter().find(|sign| rest.starts_with(**sign)).map(|s| s.len());
                let len = long.or(first.map(char::len_utf8)).unwrap_or(0);
                Token::Sign(&rest[..len])
            }
        };
        self.end = at
            + match token {
                Token::Word(s) | Token::Directive(s) | Token::Number(s) | Token::Sign(s) => s.len(),
                Token::Quoted(_) | Token::Endless | Token::End => 0,
            };
        token
    }

    fn scan_quoted(&mut self, at: usize) -> Token<'t> {
        let bytes = self.text.as_bytes();
        let mut end = at + 1;
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'"' => {
                    self.end = end + 1;
                    return Token::Quoted(&self.text[at + 1..end]);
                }
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        self.end = self.text.len();
        Token::Endless
    }

    /// What the current token is, for a message.
    fn describe(&self) -> String {
        match self.token {
            Token::End => "the end of the text".to_owned(),
            Token::Endless => "a string without an end".to_owned(),
            _ => format!("`{}`", self.text[self.start..self.end].escape_debug()),
        }
    }

    /// An error that something else is expected here.
    pub fn expected(&self, what: &str) -> AsmError {
        self.here().error(format!("expected {what}, found {}", self.describe()))
    }

    /// Whether the text ends here.
    pub fn at_end(&self) -> bool {
        self.token == Token::End
    }

    /// Whether the word, directive or sign `wanted` is here.
    pub fn is_at(&self, wanted: &str) -> bool {
        match self.token {
            Token::Word(text) | Token::Directive(text) | Token::Sign(text) => text == wanted,
            Token::Quoted(_) | Token::Number(_) | Token::Endless | Token::End => false,
        }
    }

    /// Takes the word, directive or sign `wanted`, if it is here.
    pub fn eat(&mut self, wanted: &str) -> bool {
        let found = self.is_at(wanted);
        if found {
            self.advance();
        }
        found
    }

    /// Takes the word, directive or sign `wanted`.
    pub fn expect(&mut self, wanted: &str) -> Result<(), AsmError> {
        if self.eat(wanted) { Ok(()) } else { Err(self.expected(&format!("`{wanted}`"))) }
    }

    /// Whether a string is here.
    pub fn peek_is_string(&self) -> bool {
        matches!(self.token, Token::Quoted(_))
    }

    /// The word that is here, without taking it.
    pub fn peek_word(&self) -> Option<&'t str> {
        if let Token::Word(word) = self.token { Some(word) } else { None }
    }

    /// The directive that is here, without taking it.
    pub fn peek_directive(&self) -> Option<&'t str> {
        if let Token::Directive(word) = self.token { Some(word) } else { None }
    }

    /// Whether the current token is followed at once by `sign`.
    pub fn is_followed_by(&self, sign: char) -> bool {
        self.text[self.end..].starts_with(sign)
    }

    /// Takes a word.
    pub fn word(&mut self) -> Result<String, AsmError> {
        let Token::Word(word) = self.token else { return Err(self.expected("a word")) };
        self.advance();
        Ok(word.to_owned())
    }

    /// Takes a word that `choose` knows; `what` names such words in messages.
    pub fn choice<T>(
        &mut self,
        what: &str,
        choose: impl Fn(&str) -> Option<T>,
    ) -> Result<T, AsmError> {
        let chosen = self.peek_word().and_then(choose);
        let chosen = chosen.ok_or_else(|| self.expected(what))?;
        self.advance();
        Ok(chosen)
    }

    /// Takes a number that counts something.
    pub fn number(&mut self) -> Result<u32, AsmError> {
        let Token::Number(text) = self.token else { return Err(self.expected("a number")) };
        let number = text.parse().ok().filter(|number| *number <= COUNT_MAX);
        let number = number.ok_or_else(|| self.expected("a smaller number"))?;
        self.advance();
        Ok(number)
    }

    /// Takes an integer.
    pub fn int(&mut self) -> Result<Int, AsmError> {
        let Token::Number(text) = self.token else { return Err(self.expected("an integer")) };
        let int = text.parse().map_err(|_| self.expected("an integer of 64 bits"))?;
        self.advance();
        Ok(int)
    }

    /// Whether a float is here, and no integer.
    pub fn peek_is_double(&self) -> bool {
        match self.token {
            Token::Number(text) => text.contains(['.', 'e', 'i']),
            Token::Word(word) => matches!(word, "inf" | "nan"),
            _ => false,
        }
    }

    /// Whether a number is here.
    pub fn peek_is_number(&self) -> bool {
        matches!(self.token, Token::Number(_))
    }

    /// Takes a float.
    pub fn double(&mut self) -> Result<Double, AsmError> {
        let text = match self.token {
            Token::Number(text) => text,
            Token::Word(word @ ("inf" | "nan")) => word,
            _ => return Err(self.expected("a float")),
        };
        let value: f64 = text.parse().map_err(|_| self.expected("a float"))?;
        self.advance();
        if !value.is_nan() {
            return Ok(value.into());
        }
        if !self.eat(":") {
            return Ok(f64::NAN.into());
        }
        let Token::Number(text) = self.token else { return Err(self.expected("bits")) };
        let bits = text.strip_prefix("0x").and_then(|hex| u64::from_str_radix(hex, 16).ok());
        let bits = bits.filter(|bits| f64::from_bits(*bits).is_nan());
        let bits = bits.ok_or_else(|| self.expected("the bits of no number"))?;
        self.advance();
        Ok(Double(bits))
    }

    /// Takes a string and undoes its escapes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, AsmError> {
        let Token::Quoted(text) = self.token else { return Err(self.expected("a string")) };
        let bytes =
            unescape(text).ok_or_else(|| self.here().error("this escape has no meaning"))?;
        self.advance();
        Ok(bytes)
    }

    /// Takes a name: a word or a string.
    pub fn name(&mut self) -> Result<Vec<u8>, AsmError> {
        if self.peek_is_string() {
            return self.bytes();
        }
        let Token::Word(word) = self.token else { return Err(self.expected("a name")) };
        self.advance();
        Ok(word.as_bytes().to_vec())
    }
}

fn is_word_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '\\'
}

/// How much of the text belongs to the number it begins with.
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 1;
    while let Some(byte) = bytes.get(len) {
        let sign_of_exponent = matches!(byte, b'-' | b'+') && matches!(bytes[len - 1], b'e' | b'E');
        let is_range = *byte == b'.' && bytes.get(len + 1) == Some(&b'.');
        if is_range || !(byte.is_ascii_alphanumeric() || *byte == b'.' || sign_of_exponent) {
            break;
        }
        len += 1;
    }
    len
}

/// The bytes that an escaped string stands for.
fn unescape(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        out.push(match bytes.next()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            same @ (b'"' | b'\\' | b'$') => same,
            high @ b'0'..=b'3' => {
                let mut digit = || bytes.next().filter(|d| (b'0'..=b'7').contains(d));
                let (mid, low) = (digit()?, digit()?);
                (high - b'0') << 6 | (mid - b'0') << 3 | (low - b'0')
            }
            _ => return None,
        });
    }
    Some(out)
}
