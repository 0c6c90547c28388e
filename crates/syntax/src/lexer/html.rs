//! Outside script: a shebang line, HTML up to the next open tag, open and close tags.

use super::bytes::{is_blank, is_newline};
use super::{Language, Lexer, State};
use crate::token::*;
use memchr::{memchr, memchr_iter, memrchr};

impl Lexer<'_> {
    /// Passes over a first line that begins with `#!` and ends. No token comes from it.
    pub(super) fn scan_shebang(&mut self) -> Option<TokenKind> {
        self.state = State::Html;
        if self.src.starts_with(b"#!") {
            let end = memchr(b'\n', self.src).or_else(|| memrchr(b'\r', self.src));
            self.line += u32::from(end.is_some());
            self.pos = end.map_or(0, |end| end + 1);
        }
        None
    }

    pub(super) fn scan_html(&mut self) -> TokenKind {
        if self.pos >= self.src.len() {
            return self.scan_end();
        }
        if let Some((kind, end)) = self.open_tag(self.pos) {
            self.advance_over_lines(end);
            self.state = State::Script;
            return kind;
        }
        let rest = self.slice(self.pos, self.src.len());
        let end = memchr_iter(b'?', rest)
            .map(|mark| self.pos + mark)
            .find(|&mark| mark > self.pos && self.open_tag(mark - 1).is_some())
            .map_or(self.src.len(), |mark| mark - 1);
        self.advance_over_lines(end);
        T_INLINE_HTML
    }

    /// The open tag at `pos`, if there is one: its kind and end.
    fn open_tag(&self, pos: usize) -> Option<(TokenKind, usize)> {
        let rest = self.src.get(pos..)?.strip_prefix(b"<?")?;
        if rest.first() == Some(&b'=') {
            return Some((T_OPEN_TAG_WITH_ECHO, pos + 3));
        }
        let name_length = match rest {
            [a, b, c, ..] if [*a, *b, *c].eq_ignore_ascii_case(b"php") => Some(3),
            [b'h', b'h', ..] if self.options.language == Language::Hack => Some(2),
            _ => None,
        };
        let blank_length = name_length.and_then(|length| match rest.get(length..)? {
            [] => Some(0),
            [b'\r', b'\n', ..] => Some(2),
            [byte, ..] => (is_blank(*byte) || is_newline(*byte)).then_some(1),
        });
        match (name_length, blank_length) {
            (Some(name), Some(blank)) => Some((T_OPEN_TAG, pos + 2 + name + blank)),
            _ => self.options.short_tags.then_some((T_OPEN_TAG, pos + 2)),
        }
    }

    /// `?>` and the line end right behind it.
    pub(super) fn scan_close_tag(&mut self) -> TokenKind {
        self.pos += match (self.byte_at(self.pos + 2), self.byte_at(self.pos + 3)) {
            (b'\r', b'\n') => 4,
            (b'\r' | b'\n', _) => 3,
            _ => 2,
        };
        self.newline_pending = self.pos - self.start > 2;
        self.state = State::Html;
        T_CLOSE_TAG
    }
}
