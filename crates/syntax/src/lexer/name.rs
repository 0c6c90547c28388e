//! Names: reserved words, plain, qualified and relative names, and words that look ahead.

use super::Lexer;
use super::bytes::{is_label, is_label_start};
use crate::keyword;
use crate::token::*;

impl Lexer<'_> {
    #[inline]
    pub(super) fn scan_name(&mut self) -> TokenKind {
        let end = self.label_end(self.pos + 1);
        if self.byte_at(end) == b'\\' && is_label_start(self.byte_at(end + 1)) {
            return self.scan_qualified(end);
        }
        let keyword = match self.src.get(self.pos..self.pos + 16).and_then(|s| s.try_into().ok()) {
            Some(window) => keyword::lookup_in_window(window, end - self.pos),
            None => keyword::lookup(self.slice(self.pos, end)),
        };
        self.pos = end;
        match keyword {
            None => T_STRING,
            Some(T_YIELD) => self.scan_yield_from(),
            Some(T_ENUM) => self.enum_or_name(),
            Some(T_PUBLIC) => self.scan_set(T_PUBLIC, T_PUBLIC_SET),
            Some(T_PROTECTED) => self.scan_set(T_PROTECTED, T_PROTECTED_SET),
            Some(T_PRIVATE) => self.scan_set(T_PRIVATE, T_PRIVATE_SET),
            Some(kind) => kind,
        }
    }

    /// The end of the name whose next separator is at `pos`.
    pub(super) fn qualified_end(&self, mut pos: usize) -> usize {
        while self.byte_at(pos) == b'\\' && is_label_start(self.byte_at(pos + 1)) {
            pos = self.label_end(pos + 2);
        }
        pos
    }

    /// A name whose first part ends at `first_end` and is not its last.
    fn scan_qualified(&mut self, first_end: usize) -> TokenKind {
        let first = self.slice(self.pos, first_end);
        self.pos = self.qualified_end(first_end);
        match first.eq_ignore_ascii_case(b"namespace") {
            true => T_NAME_RELATIVE,
            false => T_NAME_QUALIFIED,
        }
    }

    /// A visibility, or the visibility of writing when `(set)` follows at once.
    fn scan_set(&mut self, kind: TokenKind, set_kind: TokenKind) -> TokenKind {
        const SET: &[u8] = b"(set)";
        if !self.slice(self.pos, self.pos + SET.len()).eq_ignore_ascii_case(SET) {
            return kind;
        }
        self.pos += SET.len();
        set_kind
    }

    /// `yield`, or `yield from` with what lies between the two words.
    fn scan_yield_from(&mut self) -> TokenKind {
        const FROM: &[u8] = b"from";
        let mut from_end = None;
        let length = self.src.len();
        let between = self.pos;
        self.visit_after_trivia(between, |rest| {
            let pos = length - rest.len();
            let word = rest.get(..FROM.len()).unwrap_or_default();
            let ends = !rest.get(FROM.len()).is_some_and(|&byte| is_label(byte));
            if pos > between && ends && word.eq_ignore_ascii_case(FROM) {
                from_end = Some(pos + FROM.len());
            }
        });
        match from_end {
            Some(end) => {
                self.advance_over_lines(end);
                T_YIELD_FROM
            }
            None => T_YIELD,
        }
    }

    /// What `enum` before `pos` is: a reserved word only before a name that is neither of the
    /// words that may follow the name of a class called `enum`.
    fn enum_or_name(&mut self) -> TokenKind {
        let (mut kind, mut longest) = (T_STRING, 0);
        let length = self.src.len();
        let between = self.pos;
        self.visit_after_trivia(between, |rest| {
            let pos = length - rest.len();
            if pos == between || !rest.first().is_some_and(|&byte| is_label_start(byte)) {
                return;
            }
            let is_word = |word: &&&[u8]| {
                rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            };
            let word = [&b"extends"[..], b"implements"].iter().find(is_word).map(|word| word.len());
            let end = pos + word.unwrap_or(1);
            if end > longest {
                longest = end;
                kind = if word.is_some() { T_STRING } else { T_ENUM };
            }
        });
        kind
    }
}
