//! Values that stand in the tree itself.

use super::dump::Attribute;

/// A constant value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Literal<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    /// Bytes, escapes already replaced.
    String(&'a [u8]),
}

impl Attribute for Literal<'_> {
    fn show(&self, out: &mut Vec<u8>) {
        match *self {
            Literal::Null => out.extend_from_slice(b"null"),
            Literal::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
            Literal::Int(value) => out.extend_from_slice(value.to_string().as_bytes()),
            Literal::Float(value) => out.extend_from_slice(format!("{value:?}").as_bytes()),
            Literal::String(bytes) => show_string(bytes, out),
        }
    }
}

/// Appends a string in double quotes, with what would not print on one line escaped.
pub(super) fn show_string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    for &byte in bytes {
        match byte {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            0..0x20 | 0x7f => out.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}
