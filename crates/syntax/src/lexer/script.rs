//! In script: which kind of token begins with a byte.

use super::bytes::{is_label, is_label_start};
use super::{Lexer, State};
use crate::token::*;

/// The bytes of white space, which are the only ones up to the space that it may have.
const BLANKS: u64 = 1 << b' ' | 1 << b'\t' | 1 << b'\n' | 1 << b'\r';

impl Lexer<'_> {
    pub(super) fn scan_script(&mut self) -> TokenKind {
        let Some(&first) = self.src.get(self.pos) else { return self.scan_end() };
        match first {
            b' ' | b'\t' | b'\n' | b'\r' => self.scan_whitespace(),
            b'$' => self.scan_dollar(),
            b'b' | b'B' => self.scan_binary_prefix(),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.scan_name(),
            b'0'..=b'9' => self.scan_number(),
            b'\'' => self.scan_single_quoted(0),
            b'"' => self.scan_double_quoted(0),
            b'`' => self.scan_state(first, State::Backquotes),
            b'\\' => self.scan_backslash(),
            b'(' => self.scan_parenthesis(),
            b'[' => self.scan_opening(first),
            b'{' => self.scan_brace(),
            b']' | b')' => self.scan_closing(first),
            b'}' => self.scan_closing_brace(),
            b'#' => self.scan_hash(),
            b'/' => self.scan_slash(),
            b'&' => self.scan_ampersand(),
            b'-' => self.scan_minus(),
            b'?' => self.scan_question_mark(),
            b'.' => self.scan_dot(),
            b'<' => self.scan_less_than(),
            b';' | b',' | b'@' | b'~' => self.scan_byte(first),
            b'!' | b'%' | b'*' | b'+' | b':' | b'=' | b'>' | b'^' | b'|' => self.scan_operator(),
            0..=8 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f => self.scan_bad_character(),
        }
    }

    /// The byte at `pos` as a token.
    #[inline]
    pub(super) fn scan_byte(&mut self, byte: u8) -> TokenKind {
        self.pos += 1;
        TokenKind::byte(byte)
    }

    /// The byte at `pos` as a token that enters a state.
    pub(super) fn scan_state(&mut self, byte: u8, state: State) -> TokenKind {
        self.state = state;
        self.scan_byte(byte)
    }

    pub(super) fn scan_bad_character(&mut self) -> TokenKind {
        self.pos += 1;
        T_BAD_CHARACTER
    }

    pub(super) fn scan_whitespace(&mut self) -> TokenKind {
        self.pass_blanks();
        T_WHITESPACE
    }

    /// Moves over white space and counts its lines.
    #[inline]
    pub(super) fn pass_blanks(&mut self) {
        let (mut pos, mut line) = (self.pos, self.line);
        // A set of bits, and a sum without a branch: which blank comes next is never foreseen.
        while let Some(&byte) = self.src.get(pos)
            && byte <= b' '
            && BLANKS >> byte & 1 == 1
        {
            line += u32::from(byte == b'\n');
            pos += 1;
            if byte == b'\r' {
                line += u32::from(self.byte_at(pos) != b'\n');
            }
        }
        (self.pos, self.line) = (pos, line);
    }

    /// The end of the name whose bytes begin at `pos`; `pos` itself when there is none.
    #[inline]
    pub(super) fn label_end(&self, pos: usize) -> usize {
        let mut end = pos;
        while self.src.get(end).is_some_and(|&byte| is_label(byte)) {
            end += 1;
        }
        end
    }

    /// `$name`, or a lone `$`.
    #[inline]
    pub(super) fn scan_dollar(&mut self) -> TokenKind {
        if !is_label_start(self.byte_at(self.pos + 1)) {
            return self.scan_byte(b'$');
        }
        self.pos = self.label_end(self.pos + 2);
        T_VARIABLE
    }

    /// `b` before quotes or a heredoc, which it does not change, or else a name.
    fn scan_binary_prefix(&mut self) -> TokenKind {
        match self.byte_at(self.pos + 1) {
            b'\'' => self.scan_single_quoted(1),
            b'"' => self.scan_double_quoted(1),
            b'<' => match self.scan_heredoc_start(1) {
                Some(kind) => kind,
                None => self.scan_name(),
            },
            _ => self.scan_name(),
        }
    }

    fn scan_opening(&mut self, opening: u8) -> TokenKind {
        self.open_bracket(opening);
        self.scan_byte(opening)
    }

    fn scan_brace(&mut self) -> TokenKind {
        self.push_state(State::Script);
        self.scan_opening(b'{')
    }

    fn scan_closing_brace(&mut self) -> TokenKind {
        self.doc_comment = None;
        self.pop_state();
        self.scan_closing(b'}')
    }

    fn scan_parenthesis(&mut self) -> TokenKind {
        match self.cast() {
            Some((kind, end)) => self.scan_cast(kind, end),
            None => self.scan_opening(b'('),
        }
    }

    /// Behind an arrow: a property's name, or whatever script has instead of one.
    pub(super) fn scan_property(&mut self) -> Option<TokenKind> {
        let first = self.byte_at(self.pos);
        match first {
            b' ' | b'\t' | b'\n' | b'\r' => return Some(self.scan_whitespace()),
            b'#' => return Some(self.scan_line_comment()),
            b'/' if matches!(self.byte_at(self.pos + 1), b'/' | b'*') => {
                return Some(self.scan_slash());
            }
            b'-' if self.byte_at(self.pos + 1) == b'>' => {
                self.pos += 2;
                return Some(T_OBJECT_OPERATOR);
            }
            b'?' if self.slice(self.pos, self.pos + 3) == b"?->" => {
                self.pos += 3;
                return Some(T_NULLSAFE_OBJECT_OPERATOR);
            }
            _ => {}
        }
        self.pop_state();
        if !is_label_start(first) {
            return None;
        }
        self.pos = self.label_end(self.pos);
        Some(T_STRING)
    }
}
