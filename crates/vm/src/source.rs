//! Where units come from, as the interpreter sees it.

use crate::unit::{LoadedUnit, SourceRemark};

/// Files, code and the engine's library as units.
pub trait Source: Send + Sync {
    /// The unit of the library that declares the class with this name in lower case.
    fn library_class(&self, folded: &[u8]) -> Option<&'static LoadedUnit>;

    /// The unit of the library that declares the function with this name in lower case.
    fn library_func(&self, folded: &[u8]) -> Option<&'static LoadedUnit>;

    /// The unit of a file, by its resolved path.
    fn file(&self, path: &[u8]) -> Result<&'static LoadedUnit, SourceError>;

    /// The unit of code that `eval` was given; `path` is what its frames show.
    fn code(&self, code: &[u8], path: &[u8]) -> Result<&'static LoadedUnit, SourceError>;

    /// The unit of a file whose text a wrapper has read; `path` is what its frames show.
    fn text(&self, text: &[u8], path: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        self.code(&[b"?>", text].concat(), path)
    }

    /// The same for code that may never be seen again.
    fn code_once(&self, code: &[u8], path: &[u8]) -> Result<Code, SourceError> {
        self.code(code, path).map(|unit| Code { unit, is_kept: true })
    }
}

/// A unit of code that `eval` was given.
pub struct Code {
    /// The unit.
    pub unit: &'static LoadedUnit,
    /// Whether the source knows it; else nobody but the caller does.
    pub is_kept: bool,
}

/// Why there is no unit.
#[derive(Clone, Debug)]
pub enum SourceError {
    /// The file cannot be read.
    Missing {
        /// As the system says it.
        reason: String,
    },
    /// The code is wrong.
    Wrong {
        /// PHP's message.
        message: String,
        /// The line it is about.
        line: u32,
        /// Whether it is a parse error, which is an exception; another one is fatal.
        is_parse: bool,
        /// What the compiler had to say before.
        remarks: Vec<SourceRemark>,
    },
    /// There is no memory for it, or the unit was refused.
    Refused {
        /// Why.
        reason: String,
    },
}
