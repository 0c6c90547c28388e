//! Strings: quoted text without variables as one token, text with variables in pieces.

use super::bytes::{count_lines, is_label_start, is_single_quoted_stop, is_text_stop};
use super::{LexErrorKind, LexWarning, Lexer, Role, State};
use crate::literal::{EscapeError, TextKind, check_escapes};
use crate::token::*;
use memchr::memchr2;

/// Where a piece of text ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextEnd {
    pub end: usize,
    /// Whether an escape in it may be wrong: one by code point, or one by octal digits.
    pub doubtful: bool,
}

impl Lexer<'_> {
    /// `'…'` behind `prefix` bytes. Without an end, the rest of the source is text.
    pub(super) fn scan_single_quoted(&mut self, prefix: usize) -> TokenKind {
        let mut pos = self.pos + prefix + 1;
        if let Some(end) = self.plain_end(pos) {
            self.pos = end;
            return T_CONSTANT_ENCAPSED_STRING;
        }
        let length = self.src.len();
        while let Some(offset) = memchr2(b'\'', b'\\', self.slice(pos, length)) {
            pos += offset + 1;
            if self.byte_at(pos - 1) == b'\'' {
                self.advance_over_lines(pos);
                return T_CONSTANT_ENCAPSED_STRING;
            }
            pos = length.min(pos + 1);
        }
        self.pos = length;
        T_ENCAPSED_AND_WHITESPACE
    }

    /// The end of the string whose text in single quotes begins at `pos`, if that is short and has
    /// neither escapes nor line ends, as most have.
    #[inline]
    fn plain_end(&self, pos: usize) -> Option<usize> {
        const SHORT: usize = 32;
        let text = self.slice(pos, self.src.len().min(pos + SHORT));
        let stop = text.iter().position(|&byte| is_single_quoted_stop(byte))?;
        (text[stop] == b'\'').then_some(pos + stop + 1)
    }

    /// `"…"` behind `prefix` bytes, or only the quote when variables follow, or no end.
    pub(super) fn scan_double_quoted(&mut self, prefix: usize) -> TokenKind {
        let body = self.pos + prefix + 1;
        let text = self.text_end(body, b'"');
        if self.byte_at(text.end) != b'"' || text.end >= self.src.len() {
            self.found.text = Some(text);
            self.pos = body;
            self.state = State::DoubleQuotes;
            return TokenKind::byte(b'"');
        }
        self.pos = body;
        let kind = self.finish_text(text, T_CONSTANT_ENCAPSED_STRING);
        self.pos = text.end + 1;
        kind
    }

    pub(super) fn scan_double_quotes(&mut self) -> TokenKind {
        self.scan_quoted_part(b'"')
    }

    pub(super) fn scan_backquotes(&mut self) -> TokenKind {
        self.scan_quoted_part(b'`')
    }

    /// The next part of text between these quotes: a variable, the closing quote, or text.
    fn scan_quoted_part(&mut self, quote: u8) -> TokenKind {
        let Some(&first) = self.src.get(self.pos) else { return self.scan_end() };
        if first == quote {
            return self.scan_state(quote, State::Script);
        }
        if let Some(kind) = self.scan_interpolation(first) {
            return kind;
        }
        let text = match self.found.text.take() {
            Some(text) if text.end > self.pos => text,
            _ => self.text_end(self.pos, quote),
        };
        self.text_kind = TextKind::Quoted { quote };
        self.finish_text(text, T_ENCAPSED_AND_WHITESPACE)
    }

    /// The start of a variable in text, which `first` begins, if it does.
    pub(super) fn scan_interpolation(&mut self, first: u8) -> Option<TokenKind> {
        let second = match first {
            b'$' | b'{' => self.byte_at(self.pos + 1),
            _ => return None,
        };
        match (first, second) {
            (b'{', b'$') => {
                self.push_state(State::Script);
                self.pos += 1;
                self.open_bracket(b'{');
                Some(T_CURLY_OPEN)
            }
            (b'$', b'{') => {
                self.push_state(State::VariableName);
                self.pos += 2;
                self.open_bracket(b'{');
                Some(T_DOLLAR_OPEN_CURLY_BRACES)
            }
            (b'$', _) if is_label_start(second) => Some(self.scan_text_variable()),
            _ => None,
        }
    }

    /// `$name` in text, which an index or a property may follow.
    fn scan_text_variable(&mut self) -> TokenKind {
        self.pos = self.label_end(self.pos + 2);
        let [a, b, c, d] = [0, 1, 2, 3].map(|offset| self.byte_at(self.pos + offset));
        match [a, b, c, d] {
            [b'[', ..] => self.push_state(State::Offset),
            [b'-', b'>', name, _] if is_label_start(name) => self.push_state(State::Property),
            [b'?', b'-', b'>', name] if is_label_start(name) => self.push_state(State::Property),
            _ => {}
        }
        T_VARIABLE
    }

    /// Behind `${`: a name that `[` or `}` follows; anything else is script.
    pub(super) fn scan_variable_name(&mut self) -> Option<TokenKind> {
        self.state = State::Script;
        if !is_label_start(self.byte_at(self.pos)) {
            return None;
        }
        let end = self.label_end(self.pos);
        if !matches!(self.byte_at(end), b'[' | b'}') {
            return None;
        }
        self.pos = end;
        Some(T_STRING_VARNAME)
    }

    /// In an index inside text.
    pub(super) fn scan_offset(&mut self) -> TokenKind {
        let Some(&first) = self.src.get(self.pos) else { return self.scan_end() };
        match first {
            b']' => {
                self.pop_state();
                self.scan_byte(b']')
            }
            b'0'..=b'9' => {
                self.pos = self.offset_number_end(self.pos);
                T_NUM_STRING
            }
            b'$' => self.scan_dollar(),
            b' ' | b'\n' | b'\r' | b'\t' | b'\\' | b'\'' | b'#' => {
                self.pop_state();
                T_ENCAPSED_AND_WHITESPACE
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => {
                self.pos = self.label_end(self.pos);
                T_STRING
            }
            b'!'..=b'~' => self.scan_byte(first),
            _ => self.scan_bad_character(),
        }
    }

    /// Where the text from `pos` ends: at the quote, at a variable or with the source.
    fn text_end(&self, mut pos: usize, quote: u8) -> TextEnd {
        let mut doubtful = false;
        while let Some(&byte) = self.src.get(pos) {
            if !is_text_stop(byte) {
                pos += 1;
                continue;
            }
            match (byte, self.byte_at(pos + 1)) {
                (b'$', next) if next == b'{' || is_label_start(next) => break,
                (b'{', b'$') => break,
                (b'\\', next) => {
                    doubtful |= matches!(next, b'u' | b'4'..=b'7');
                    pos += 1;
                }
                _ if byte == quote => break,
                _ => {}
            }
            pos += 1;
        }
        TextEnd { end: pos.min(self.src.len()), doubtful }
    }

    /// Moves from the start of the text to its end: `kind`, or an error for a wrong escape.
    fn finish_text(&mut self, text: TextEnd, kind: TokenKind) -> TokenKind {
        let end = text.end;
        if text.doubtful && !self.escapes_are_right(self.pos, end) {
            self.pos = end;
            return if self.role == Role::Parse { T_ERROR } else { kind };
        }
        self.advance_over_lines(end);
        kind
    }

    /// Whether all escapes in `from..to` are right. When one is wrong, it is raised on its line,
    /// and lines behind it are not counted.
    pub(super) fn escapes_are_right(&mut self, from: usize, to: usize) -> bool {
        let text = self.slice(from, to);
        let first_line = self.line;
        let line_of = |offset: usize| first_line + count_lines(&text[..offset]);
        let role = self.role;
        let mut warnings = Vec::new();
        let result = check_escapes(text, |offset, digits| {
            if role != Role::LookAhead {
                warnings.push(LexWarning { digits, line: line_of(offset) });
            }
        });
        self.warnings.append(&mut warnings);
        let Err((offset, error)) = result else { return true };
        self.line = line_of(offset);
        self.pos = to;
        self.raise(
            match error {
                EscapeError::Malformed => LexErrorKind::InvalidCodepoint,
                EscapeError::TooLarge => LexErrorKind::CodepointTooLarge,
            },
            self.line,
        );
        false
    }
}
