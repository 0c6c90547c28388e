//! What PHP's compiler refuses or complains of, in PHP's words.

use std::fmt;

/// PHP's `Fatal error` for a source that parses and does not compile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompileError {
    /// PHP's text; bytes, because it may quote the source.
    pub message: Vec<u8>,
    /// The line that PHP names, from 1.
    pub line: u32,
    /// What PHP complained of before.
    pub notes: Vec<Note>,
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on line {}", String::from_utf8_lossy(&self.message), self.line)
    }
}

impl std::error::Error for CompileError {}

/// A complaint that does not stop the compiler.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// `Warning`, `Deprecated`, or [`COMPILE_WARNING`].
    pub label: &'static str,
    /// PHP's text.
    pub message: Vec<u8>,
    /// The line that PHP names, from 1.
    pub line: u32,
}

/// What is shown as a warning, but told to no handler.
pub const COMPILE_WARNING: &str = "Compile warning";

/// The result of everything that compiles.
pub(crate) type Emit<T = ()> = Result<T, Box<CompileError>>;

/// Joins the pieces of a message that quotes the source.
macro_rules! text {
    ($($piece:expr),* $(,)?) => {{
        let mut text: Vec<u8> = Vec::new();
        $( text.extend_from_slice($piece.as_ref()); )*
        text
    }};
}

pub(crate) use text;
