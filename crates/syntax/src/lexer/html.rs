//! Outside script: HTML up to the next open tag.

use super::Lexer;
use crate::token::*;

impl Lexer<'_> {
    pub(super) fn scan_html(&mut self) -> TokenKind {
        self.pos = self.src.len();
        if self.start == self.pos { END } else { T_INLINE_HTML }
    }
}
