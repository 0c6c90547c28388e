//! Comments, doc comments and attributes, which begin like one.

use super::{LexErrorKind, Lexer};
use crate::token::*;
use memchr::{memchr_iter, memchr3_iter};

impl Lexer<'_> {
    /// `#[`, or a line comment.
    pub(super) fn scan_hash(&mut self) -> TokenKind {
        if self.byte_at(self.pos + 1) != b'[' {
            return self.scan_line_comment();
        }
        self.pos += 2;
        self.open_bracket(b'[');
        T_ATTRIBUTE
    }

    /// A comment, or an operator that begins with `/`.
    pub(super) fn scan_slash(&mut self) -> TokenKind {
        match self.byte_at(self.pos + 1) {
            b'/' => self.scan_line_comment(),
            b'*' => self.scan_block_comment(),
            _ => self.scan_operator(),
        }
    }

    /// A comment up to the end of its line or a `?>`, without either.
    pub(super) fn scan_line_comment(&mut self) -> TokenKind {
        let rest = self.slice(self.pos, self.src.len());
        let end = memchr3_iter(b'\n', b'\r', b'?', rest)
            .find(|&at| rest[at] != b'?' || rest.get(at + 1) == Some(&b'>'))
            .unwrap_or(rest.len());
        self.pos += end;
        T_COMMENT
    }

    fn scan_block_comment(&mut self) -> TokenKind {
        let is_doc = self.byte_at(self.pos + 2) == b'*'
            && matches!(self.byte_at(self.pos + 3), b' ' | b'\t' | b'\n' | b'\r');
        if is_doc {
            self.doc_comment = None;
        }
        let body = self.slice(self.pos + 2, self.src.len());
        let end = memchr_iter(b'/', body).find(|&at| at > 0 && body[at - 1] == b'*');
        let Some(end) = end else { return self.scan_unterminated_comment(is_doc) };
        self.advance_over_lines(self.pos + 2 + end + 1);
        self.finish_comment(is_doc)
    }

    fn scan_unterminated_comment(&mut self, is_doc: bool) -> TokenKind {
        let line = self.line;
        let end = self.src.len();
        if self.raise(LexErrorKind::UnterminatedComment { line }, line) {
            self.pos = end;
            return T_ERROR;
        }
        self.advance_over_lines(end);
        self.finish_comment(is_doc)
    }

    fn finish_comment(&mut self, is_doc: bool) -> TokenKind {
        if !is_doc {
            return T_COMMENT;
        }
        self.doc_comment = Some((self.start as u32, self.pos as u32));
        T_DOC_COMMENT
    }
}
