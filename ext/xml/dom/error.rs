//! `DOMException`.

use libxml2::Node;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::value::Value;

use crate::store::Store;

/// Why something was refused, by its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Code {
    /// A position that there is not.
    IndexSize = 1,
    /// A node where it must not be.
    Hierarchy = 3,
    /// A node of another document.
    WrongDocument = 4,
    /// A text that is no name.
    InvalidCharacter = 5,
    /// A node that cannot be changed.
    NoModification = 7,
    /// What is not there.
    NotFound = 8,
    /// What cannot be done.
    NotSupported = 9,
    /// An attribute of another element.
    Inuse = 10,
    /// An object that is not ready.
    InvalidState = 11,
    /// A text that is malformed.
    Syntax = 12,
    /// A change that makes no sense.
    InvalidModification = 13,
    /// A name that does not go with its namespace.
    Namespace = 14,
}

impl Code {
    /// PHP's words.
    pub fn text(self) -> &'static str {
        match self {
            Self::IndexSize => "Index Size Error",
            Self::Hierarchy => "Hierarchy Request Error",
            Self::WrongDocument => "Wrong Document Error",
            Self::InvalidCharacter => "Invalid Character Error",
            Self::NoModification => "No Modification Allowed Error",
            Self::NotFound => "Not Found Error",
            Self::NotSupported => "Not Supported Error",
            Self::Inuse => "Inuse Attribute Error",
            Self::InvalidState => "Invalid State Error",
            Self::Syntax => "Syntax Error",
            Self::InvalidModification => "Invalid Modification Error",
            Self::Namespace => "Namespace Error",
        }
    }
}

/// The exception.
pub fn thrown(call: &mut Call<'_>, code: Code) -> Halt {
    call.host().throw_instance("DOMException", code.text(), code as i64)
}

/// The exception with words of its own.
pub fn thrown_as(call: &mut Call<'_>, code: Code, text: &str) -> Halt {
    call.host().throw_instance("DOMException", text, code as i64)
}

/// The exception, or `false` after a warning where the document is not strict.
pub fn refused(call: &mut Call<'_>, node: Node, code: Code) -> Res<Value> {
    refused_as(call, node, code, code.text())
}

/// The same with words of its own.
pub fn refused_as(call: &mut Call<'_>, node: Node, code: Code, text: &str) -> Res<Value> {
    if call.state::<Store>().settings(node).is_strict {
        return Err(thrown_as(call, code, text));
    }
    call.warn(text)?;
    Ok(Value::bool(false))
}
