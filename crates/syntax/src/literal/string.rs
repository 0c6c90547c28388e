//! Strings: constant ones, and the pieces of text between variables.

use super::{DocPart, unescape};
use crate::token::Token;
use memchr::memchr;
use std::borrow::Cow;

/// What surrounds a piece of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextKind {
    /// Quotes: `"` or `` ` ``.
    Quoted { quote: u8 },
    /// A heredoc or nowdoc.
    Doc(DocPart),
}

impl Default for TextKind {
    fn default() -> Self {
        Self::Quoted { quote: b'"' }
    }
}

/// The value of a string token: `'…'`, `"…"`, or either behind `b`.
pub fn constant_string(token_text: &[u8]) -> Cow<'_, [u8]> {
    let quoted = match token_text {
        [b'b' | b'B', quoted @ ..] => quoted,
        quoted => quoted,
    };
    match quoted {
        [b'"', body @ .., b'"'] => unescape(body, b'"'),
        [b'\'', body @ .., b'\''] => unescape_single_quoted(body),
        _ => Cow::Borrowed(quoted),
    }
}

/// The value of a text token of `src`, given what surrounds it.
pub fn text<'s>(src: &'s [u8], token: Token, kind: TextKind) -> Cow<'s, [u8]> {
    let raw = token.text(src);
    let part = match kind {
        TextKind::Quoted { quote } => return unescape(raw, quote),
        TextKind::Doc(part) => part,
    };
    let before = (token.start as usize).checked_sub(1).and_then(|pos| src.get(pos));
    let at_line_start = matches!(before, Some(b'\n' | b'\r'));
    let indented = part.without_last_newline(raw);
    match (part.without_indentation(indented, at_line_start), part.is_nowdoc) {
        (value, true) => value,
        (Cow::Borrowed(value), false) => unescape(value, 0),
        (Cow::Owned(value), false) => match unescape(&value, 0) {
            Cow::Borrowed(_) => Cow::Owned(value),
            Cow::Owned(value) => Cow::Owned(value),
        },
    }
}

fn unescape_single_quoted(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.contains(&b'\\') {
        return Cow::Borrowed(text);
    }
    let mut value = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(backslash) = memchr(b'\\', rest) {
        value.extend_from_slice(&rest[..backslash]);
        let escaped = matches!(rest.get(backslash + 1), Some(b'\\' | b'\''));
        let end = rest.len().min(backslash + 2);
        value.extend_from_slice(&rest[backslash + usize::from(escaped)..end]);
        rest = &rest[end..];
    }
    value.extend_from_slice(rest);
    Cow::Owned(value)
}
