//! What is wrong with a source, in PHP's words.

use crate::ast::Span;

/// Which of PHP's errors a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// `PHP Parse error`: the source is not PHP.
    Parse,
    /// `PHP Fatal error`: the parser refuses what the grammar allows.
    Fatal,
    /// `PHP Warning`: it is compiled all the same.
    Warning,
}

impl Severity {
    /// The words before the colon of PHP's message.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Parse => "Parse error",
            Severity::Fatal => "Fatal error",
            Severity::Warning => "Warning",
        }
    }
}

/// One error or warning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub severity: Severity,
    /// PHP's text; bytes, because it may quote the source.
    pub message: Vec<u8>,
    /// The line that PHP names (1-based).
    pub line: u32,
    pub span: Span,
}
