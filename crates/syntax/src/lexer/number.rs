//! Numbers: which bytes belong to one, and whether it is an integer or a float.

use super::{LexErrorKind, Lexer};
use crate::literal::{Number, integer};
use crate::token::*;

/// Integers of fewer bytes than this fit 64 bits in any base.
const SURELY_INTEGER: usize = 17;

impl Lexer<'_> {
    /// A number at `pos`, which is at a digit or at a `.` before a digit.
    pub(super) fn scan_number(&mut self) -> TokenKind {
        if let Some(end) = self.radix_integer_end(self.pos) {
            self.pos = end;
            return self.integer_kind();
        }
        let whole_end = self.digits_end(self.pos, |byte| byte.is_ascii_digit());
        let mut end = whole_end;
        if self.byte_at(end) == b'.' {
            end = self.digits_end(end + 1, |byte| byte.is_ascii_digit());
        }
        if matches!(self.byte_at(end), b'e' | b'E') {
            let sign = usize::from(matches!(self.byte_at(end + 1), b'+' | b'-'));
            let exponent = end + 1 + sign;
            let exponent_end = self.digits_end(exponent, |byte| byte.is_ascii_digit());
            end = if exponent_end > exponent { exponent_end } else { end };
        }
        self.pos = end;
        if end > whole_end { T_DNUMBER } else { self.decimal_kind() }
    }

    /// The end of an index inside text, as in `"$name[0x1F]"`, which is at a digit.
    pub(super) fn offset_number_end(&self, pos: usize) -> usize {
        match self.radix_integer_end(pos) {
            Some(end) => end,
            None => self.digits_end(pos, |byte| byte.is_ascii_digit()),
        }
    }

    /// The end of the hexadecimal, binary or octal integer with a prefix at `pos`, if one is there.
    fn radix_integer_end(&self, pos: usize) -> Option<usize> {
        if self.byte_at(pos) != b'0' {
            return None;
        }
        let digits = pos + 2;
        let end = match self.byte_at(pos + 1) {
            b'x' | b'X' => self.digits_end(digits, |byte| byte.is_ascii_hexdigit()),
            b'b' | b'B' => self.digits_end(digits, |byte| matches!(byte, b'0' | b'1')),
            b'o' | b'O' => self.digits_end(digits, |byte| matches!(byte, b'0'..=b'7')),
            _ => return None,
        };
        (end > digits).then_some(end)
    }

    /// The end of the digits from `pos`, between which single `_` may stand.
    fn digits_end(&self, pos: usize, is_digit: impl Fn(u8) -> bool) -> usize {
        let mut end = pos;
        loop {
            let byte = self.byte_at(end);
            let separates = byte == b'_' && end > pos && is_digit(self.byte_at(end + 1));
            if !is_digit(byte) && !separates {
                return end;
            }
            end += 1;
        }
    }

    /// The kind of the integer without a prefix that was just read.
    fn decimal_kind(&mut self) -> TokenKind {
        let text = self.slice(self.start, self.pos);
        let is_octal = text.first() == Some(&b'0');
        if is_octal
            && text.iter().any(|byte| matches!(byte, b'8' | b'9'))
            && self.raise(LexErrorKind::InvalidNumber, self.line)
        {
            return T_ERROR;
        }
        self.integer_kind()
    }

    fn integer_kind(&self) -> TokenKind {
        let text = self.slice(self.start, self.pos);
        if text.len() < SURELY_INTEGER {
            return T_LNUMBER;
        }
        match integer(text) {
            Number::Int(_) => T_LNUMBER,
            Number::Float(_) => T_DNUMBER,
        }
    }
}
