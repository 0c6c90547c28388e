//! Expressions as PHP prints them again: for `assert`, and for what reflection shows.

use syntax::ast::Expr;

use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    /// The text of an expression.
    pub(crate) fn text_of(&mut self, value: Expr<'a>) -> Vec<u8> {
        value.span.text(self.source).to_vec()
    }
}

/// The text of an expression with the forms that PHP prints for `new` without arguments and for
/// `exit` and `die`.
pub(crate) fn as_exported(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        let from = at;
        if matches!(byte, b'\'' | b'"' | b'`') {
            at = quoted_end(text, at);
            out.extend_from_slice(&text[from..at]);
        } else if is_word(byte) {
            at += text[at..].iter().take_while(|byte| is_word(**byte)).count();
            let follows_member = matches!(out.last(), Some(b'>' | b':' | b'$' | b'\\'));
            match text[from..at].to_ascii_lowercase().as_slice() {
                b"exit" | b"die" if !follows_member => {
                    out.extend_from_slice(b"\\exit");
                    add_call(&mut out, &text[at..]);
                }
                b"new" if !follows_member => {
                    out.extend_from_slice(&text[from..at]);
                    at = add_new(&mut out, text, at);
                }
                _ => out.extend_from_slice(&text[from..at]),
            }
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Where the string that begins at `at` ends.
fn quoted_end(text: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while end < text.len() && text[end] != text[at] {
        end += if text[end] == b'\\' { 2 } else { 1 };
    }
    (end + 1).min(text.len())
}

fn add_call(out: &mut Vec<u8>, rest: &[u8]) {
    let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
    if next != Some(&b'(') {
        out.extend_from_slice(b"()");
    }
}

/// Copies the name behind `new`, with an argument list when it has none. Where the text goes on.
fn add_new(out: &mut Vec<u8>, text: &[u8], at: usize) -> usize {
    let blanks = text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = at + blanks;
    let is_name = |byte: &&u8| is_word(**byte) || **byte == b'\\';
    let end = start + text[start..].iter().take_while(is_name).count();
    out.extend_from_slice(&text[at..end]);
    if end > start && !text[start..end].eq_ignore_ascii_case(b"class") {
        add_call(out, &text[end..]);
    }
    end
}
