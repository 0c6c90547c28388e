//! Whether a value is written out: what PHP's parser has as a value itself.

use crate::lexer::{LexMode, LexOptions, Lexer};
use crate::token::{
    END, T_COMMENT, T_CONSTANT_ENCAPSED_STRING, T_DNUMBER, T_DOC_COMMENT,
    T_ENCAPSED_AND_WHITESPACE, T_END_HEREDOC, T_LNUMBER, T_OPEN_TAG, T_START_HEREDOC, T_WHITESPACE,
};

/// Whether a constant expression consists of literals, joined by dots: PHP's parser computes these, and
/// leaves all other operators to its compiler.
pub fn is_written_out(expression: &[u8]) -> bool {
    let source = [b"<?php ", expression].concat();
    let mut lexer =
        Lexer::new(&source, LexOptions { mode: LexMode::Tokenize, ..LexOptions::default() });
    loop {
        let token = lexer.next_token();
        match token.kind {
            END => return true,
            T_OPEN_TAG | T_WHITESPACE | T_COMMENT | T_DOC_COMMENT => {}
            T_LNUMBER | T_DNUMBER | T_CONSTANT_ENCAPSED_STRING => {}
            T_START_HEREDOC | T_ENCAPSED_AND_WHITESPACE | T_END_HEREDOC => {}
            kind if matches!(kind.as_byte(), Some(b'.' | b'(' | b')')) => {}
            _ => return false,
        }
    }
}
