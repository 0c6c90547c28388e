//! What the lexer refuses, in PHP's words.
//!
//! # Not here
//! Syntax errors ("unexpected …"): the parser's.

use std::fmt;

/// An error found while cutting the source into tokens. PHP throws each as a `ParseError`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LexError {
    pub kind: LexErrorKind,
    /// Byte offsets of the offending text: start, end.
    pub span: (u32, u32),
    /// The line PHP reports.
    pub line: u32,
}

macro_rules! define_errors {
    ($($(#[$meta:meta])* $name:ident $({ $($field:ident: $type:ty),* })? => $text:literal;)*) => {
        /// What is wrong. `Display` gives PHP's message.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum LexErrorKind {
            $($(#[$meta])* $name $({ $($field: $type),* })?,)*
        }

        impl fmt::Display for LexErrorKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match *self {
                    $(Self::$name $({ $($field),* })? => write!(f, $text),)*
                }
            }
        }
    };
}

impl LexErrorKind {
    /// Whether this is about brackets that do not pair: behind another error, its consequence.
    pub fn is_nesting(self) -> bool {
        matches!(self, Self::Unmatched { .. } | Self::Unclosed { .. } | Self::Mismatched { .. })
    }
}

define_errors! {
    UnterminatedComment { line: u32 } => "Unterminated comment starting line {line}";
    InvalidNumber => "Invalid numeric literal";
    InvalidCodepoint => "Invalid UTF-8 codepoint escape sequence";
    CodepointTooLarge => "Invalid UTF-8 codepoint escape sequence: Codepoint too large";
    /// A heredoc line is indented less than the closing label.
    BodyIndentation { columns: u32 } =>
        "Invalid body indentation level (expecting an indentation level of at least {columns})";
    /// The same of a line that begins with a variable, found where the heredoc opens. PHP looks
    /// ahead outside of any file, so it reports the line that is being executed meanwhile, 0 if
    /// none is; `line` is the heredoc's own.
    UnindentedVariable { columns: u32 } =>
        "Invalid body indentation level (expecting an indentation level of at least {columns})";
    MixedIndentation => "Invalid indentation - tabs and spaces cannot be mixed";
    RealCast => "The (real) cast has been removed, use (float) instead";
    Unmatched { closing: char } => "Unmatched '{closing}'";
    Unclosed { opening: char, at: OpeningLine } => "Unclosed '{opening}'{at}";
    Mismatched { opening: char, at: OpeningLine, closing: char } =>
        "Unclosed '{opening}'{at} does not match '{closing}'";
}

/// The line of an opening bracket, told only when it is not the line of the error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpeningLine(pub Option<u32>);

impl fmt::Display for OpeningLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(line) => write!(f, " on line {line}"),
            None => Ok(()),
        }
    }
}

/// An octal escape above `\377` in a string: PHP compiles it and warns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LexWarning {
    /// The three octal digits.
    pub digits: [u8; 3],
    /// The line PHP reports.
    pub line: u32,
}

impl fmt::Display for LexWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c] = self.digits.map(char::from);
        write!(f, "Octal escape sequence overflow \\{a}{b}{c} is greater than \\377")
    }
}
