//! What `token_get_all()` and `PhpToken::tokenize()` show of a source.
//!
//! A token's number is its kind's, its position its start. The stream is the lexer's, but what
//! follows `__halt_compiler();` is one last piece of HTML.
//!
//! # Not here
//! The errors of `TOKEN_PARSE`: the parser finds them, and then there are no tokens.

use crate::lexer::{LexMode, LexOptions, Lexer};
use crate::token::*;

/// The tokens of a source, up to its end.
#[derive(Clone, Debug)]
pub struct Tokens<'s> {
    lexer: Lexer<'s>,
    /// Where reserved words stand that the parser takes for names, ascending.
    names: &'s [u32],
    halting: Option<Halting>,
}

/// Inside `__halt_compiler();`.
#[derive(Clone, Copy, Debug)]
struct Halting {
    /// How many significant tokens are left of it.
    left: u8,
    /// The line of the last of its tokens, which is the line of the data.
    line: u32,
}

impl<'s> Tokens<'s> {
    /// The tokens of `src`, whatever `options` say of the mode.
    ///
    /// Under `TOKEN_PARSE`, `names` are the offsets, ascending, of the reserved words that the
    /// parser has taken for names: they become [`T_STRING`]. Otherwise there are none.
    pub fn new(src: &'s [u8], options: LexOptions, names: &'s [u32]) -> Self {
        let options = LexOptions { mode: LexMode::Tokenize, ..options };
        Self { lexer: Lexer::new(src, options), names, halting: None }
    }

    /// The token as it is shown when it may be a name, or belong to `__halt_compiler();`.
    #[cold]
    fn attend(&mut self, mut token: Token) -> Token {
        if self.is_name(&token) {
            token.kind = T_STRING;
        }
        match &mut self.halting {
            Some(halting) if !token.kind.is_trivia() => {
                *halting = Halting { left: halting.left - 1, line: token.line };
            }
            None if token.kind == T_HALT_COMPILER => {
                self.halting = Some(Halting { left: 3, line: token.line });
            }
            _ => {}
        }
        token
    }

    fn is_name(&mut self, token: &Token) -> bool {
        while let [first, rest @ ..] = self.names
            && *first <= token.start
        {
            self.names = rest;
            if *first == token.start {
                return true;
            }
        }
        false
    }

    /// What follows `__halt_compiler();`.
    fn data(&mut self, line: u32) -> Option<Token> {
        let start = self.lexer.offset();
        let end = self.lexer.source().len() as u32;
        self.lexer.stop();
        (start < end).then_some(Token { kind: T_INLINE_HTML, start, end, line })
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let attention = self.halting.is_some() || !self.names.is_empty();
        if attention && let Some(Halting { left: 0, line }) = self.halting {
            self.halting = None;
            return self.data(line);
        }
        let token = self.lexer.next_token();
        match token.kind {
            END => None,
            kind if attention || kind == T_HALT_COMPILER => Some(self.attend(token)),
            _ => Some(token),
        }
    }
}
