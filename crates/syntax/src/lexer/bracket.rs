//! Nesting of `{ }`, `[ ]`, `( )`, of which PHP's lexer reports errors before its parser could.

use super::{LexErrorKind, Lexer, OpeningLine, Role};
use crate::token::*;

/// The open brackets and their lines, innermost last.
#[derive(Clone, Debug, Default)]
pub(super) struct Brackets(Vec<(u8, u32)>);

impl Brackets {
    /// Forgets all open brackets; the innermost of them is an error.
    pub(super) fn close_all(&mut self, line: u32) -> Option<LexErrorKind> {
        let (opening, at) = self.0.pop()?;
        self.0.clear();
        Some(LexErrorKind::Unclosed { opening: char::from(opening), at: opening_line(at, line) })
    }

    /// Closes the innermost bracket, which stays open when it does not match.
    fn close(&mut self, closing: u8, line: u32) -> Result<(), LexErrorKind> {
        let closing_char = char::from(closing);
        let Some(&(opening, at)) = self.0.last() else {
            return Err(LexErrorKind::Unmatched { closing: closing_char });
        };
        if !matches!((opening, closing), (b'{', b'}') | (b'[', b']') | (b'(', b')')) {
            return Err(LexErrorKind::Mismatched {
                opening: char::from(opening),
                at: opening_line(at, line),
                closing: closing_char,
            });
        }
        self.0.pop();
        Ok(())
    }
}

fn opening_line(at: u32, line: u32) -> OpeningLine {
    OpeningLine((at != line).then_some(at))
}

impl Lexer<'_> {
    /// Notes an opening bracket, which the token just read ends with.
    #[inline]
    pub(super) fn open_bracket(&mut self, opening: u8) {
        if self.role != Role::Tokenize {
            self.brackets.0.push((opening, self.line));
        }
    }

    /// The closing bracket at `pos` as a token.
    #[inline]
    pub(super) fn scan_closing(&mut self, closing: u8) -> TokenKind {
        self.pos += 1;
        if self.role != Role::Tokenize
            && let Err(kind) = self.brackets.close(closing, self.line)
            && self.raise(kind, self.line)
        {
            return T_ERROR;
        }
        TokenKind::byte(closing)
    }
}
