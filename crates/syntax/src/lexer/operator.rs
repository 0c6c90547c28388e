//! Operators, and casts, which look like operators in parentheses.

use super::bytes::{is_blank, is_label_start};
use super::{LexErrorKind, Lexer, Role, State};
use crate::token::*;

/// The longest operator that `bytes` begin with, and its length.
#[inline]
fn operator(bytes: [u8; 3]) -> (TokenKind, usize) {
    match bytes {
        [b'=', b'=', b'='] => (T_IS_IDENTICAL, 3),
        [b'=', b'=', _] => (T_IS_EQUAL, 2),
        [b'=', b'>', _] => (T_DOUBLE_ARROW, 2),
        [b'!', b'=', b'='] => (T_IS_NOT_IDENTICAL, 3),
        [b'!', b'=', _] => (T_IS_NOT_EQUAL, 2),
        [b'<', b'=', b'>'] => (T_SPACESHIP, 3),
        [b'<', b'=', _] => (T_IS_SMALLER_OR_EQUAL, 2),
        [b'<', b'>', _] => (T_IS_NOT_EQUAL, 2),
        [b'<', b'<', b'='] => (T_SL_EQUAL, 3),
        [b'<', b'<', _] => (T_SL, 2),
        [b'>', b'=', _] => (T_IS_GREATER_OR_EQUAL, 2),
        [b'>', b'>', b'='] => (T_SR_EQUAL, 3),
        [b'>', b'>', _] => (T_SR, 2),
        [b'+', b'+', _] => (T_INC, 2),
        [b'+', b'=', _] => (T_PLUS_EQUAL, 2),
        [b'-', b'-', _] => (T_DEC, 2),
        [b'-', b'=', _] => (T_MINUS_EQUAL, 2),
        [b'*', b'*', b'='] => (T_POW_EQUAL, 3),
        [b'*', b'*', _] => (T_POW, 2),
        [b'*', b'=', _] => (T_MUL_EQUAL, 2),
        [b'/', b'=', _] => (T_DIV_EQUAL, 2),
        [b'.', b'.', b'.'] => (T_ELLIPSIS, 3),
        [b'.', b'=', _] => (T_CONCAT_EQUAL, 2),
        [b'%', b'=', _] => (T_MOD_EQUAL, 2),
        [b'&', b'&', _] => (T_BOOLEAN_AND, 2),
        [b'&', b'=', _] => (T_AND_EQUAL, 2),
        [b'|', b'|', _] => (T_BOOLEAN_OR, 2),
        [b'|', b'=', _] => (T_OR_EQUAL, 2),
        [b'^', b'=', _] => (T_XOR_EQUAL, 2),
        [b':', b':', _] => (T_PAAMAYIM_NEKUDOTAYIM, 2),
        [b'?', b'?', b'='] => (T_COALESCE_EQUAL, 3),
        [b'?', b'?', _] => (T_COALESCE, 2),
        [byte, _, _] => (TokenKind::byte(byte), 1),
    }
}

/// The cast whose type is spelled like this, in lower case.
fn cast_of(name: &[u8]) -> Option<TokenKind> {
    Some(match name {
        b"int" | b"integer" => T_INT_CAST,
        b"double" | b"float" | b"real" => T_DOUBLE_CAST,
        b"string" | b"binary" => T_STRING_CAST,
        b"array" => T_ARRAY_CAST,
        b"object" => T_OBJECT_CAST,
        b"bool" | b"boolean" => T_BOOL_CAST,
        b"unset" => T_UNSET_CAST,
        _ => return None,
    })
}

/// The longest name of a type in a cast.
const CAST_NAME_MAX: usize = 7;

impl Lexer<'_> {
    #[inline]
    pub(super) fn scan_operator(&mut self) -> TokenKind {
        let bytes = match self.src.get(self.pos..self.pos + 3) {
            Some(&[a, b, c]) => [a, b, c],
            _ => [0, 1, 2].map(|offset| self.byte_at(self.pos + offset)),
        };
        let (kind, length) = operator(bytes);
        self.pos += length;
        kind
    }

    fn scan_arrow(&mut self, kind: TokenKind, length: usize) -> TokenKind {
        self.pos += length;
        self.push_state(State::Property);
        kind
    }

    pub(super) fn scan_minus(&mut self) -> TokenKind {
        match self.byte_at(self.pos + 1) {
            b'>' => self.scan_arrow(T_OBJECT_OPERATOR, 2),
            _ => self.scan_operator(),
        }
    }

    pub(super) fn scan_question_mark(&mut self) -> TokenKind {
        match (self.byte_at(self.pos + 1), self.byte_at(self.pos + 2)) {
            (b'>', _) => self.scan_close_tag(),
            (b'-', b'>') => self.scan_arrow(T_NULLSAFE_OBJECT_OPERATOR, 3),
            _ => self.scan_operator(),
        }
    }

    pub(super) fn scan_dot(&mut self) -> TokenKind {
        match self.byte_at(self.pos + 1) {
            b'0'..=b'9' => self.scan_number(),
            _ => self.scan_operator(),
        }
    }

    pub(super) fn scan_less_than(&mut self) -> TokenKind {
        match self.scan_heredoc_start(0) {
            Some(kind) => kind,
            None => self.scan_operator(),
        }
    }

    /// `&`, which the grammar tells apart by whether `$` or `...` follows.
    pub(super) fn scan_ampersand(&mut self) -> TokenKind {
        if matches!(self.byte_at(self.pos + 1), b'&' | b'=') {
            return self.scan_operator();
        }
        self.pos += 1;
        let mut before_variable = false;
        self.visit_after_trivia(self.pos, |rest| {
            before_variable |= rest.starts_with(b"$") || rest.starts_with(b"...");
        });
        match before_variable {
            true => T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG,
            false => T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG,
        }
    }

    /// `\name\name`, or a lone `\`.
    pub(super) fn scan_backslash(&mut self) -> TokenKind {
        if !is_label_start(self.byte_at(self.pos + 1)) {
            self.pos += 1;
            return T_NS_SEPARATOR;
        }
        self.pos = self.qualified_end(self.pos);
        T_NAME_FULLY_QUALIFIED
    }

    /// The cast that the parenthesis at `pos` begins, if it does: its kind and end.
    #[inline]
    pub(super) fn cast(&self) -> Option<(TokenKind, usize)> {
        let skip_blanks = |mut pos| {
            while is_blank(self.byte_at(pos)) {
                pos += 1;
            }
            pos
        };
        let name_start = skip_blanks(self.pos + 1);
        if !self.byte_at(name_start).is_ascii_alphabetic() {
            return None;
        }
        let mut name_end = name_start + 1;
        while self.byte_at(name_end).is_ascii_alphabetic() && name_end - name_start <= CAST_NAME_MAX
        {
            name_end += 1;
        }
        let close = skip_blanks(name_end);
        if self.byte_at(close) != b')' {
            return None;
        }
        let mut name = [0; CAST_NAME_MAX];
        let name = name.get_mut(..name_end - name_start)?;
        name.copy_from_slice(self.slice(name_start, name_end));
        name.make_ascii_lowercase();
        Some((cast_of(name)?, close + 1))
    }

    pub(super) fn scan_cast(&mut self, kind: TokenKind, end: usize) -> TokenKind {
        let name = self.slice(self.pos + 1, end).trim_ascii_start();
        self.pos = end;
        let is_real = name.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"real"));
        // A look ahead into a heredoc goes on behind this error, as behind no other.
        if is_real && self.role == Role::Parse {
            self.raise(LexErrorKind::RealCast, self.line);
            return T_ERROR;
        }
        kind
    }
}
