//! Where units come from, as the interpreter sees it.

use std::time::SystemTime;

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

    /// What is known of the files that are kept.
    fn kept(&self) -> Kept {
        Kept::default()
    }

    /// Has a file compiled anew when it is asked for next, if it has changed, or whatever it is.
    fn forget(&self, _path: &[u8], _always: bool) {}

    /// Has all files compiled anew, from the next request on.
    fn begin_anew(&self) {}
}

/// A file whose unit is kept.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// Its resolved path.
    pub path: Box<[u8]>,
    /// How often it was asked for after it was compiled.
    pub hits: u64,
    /// The bytes of its unit.
    pub bytes: usize,
    /// When it was asked for last.
    pub used: SystemTime,
    /// When it had been changed last; none since scripts want it compiled anew.
    pub changed: Option<SystemTime>,
}

/// What a source knows of the files that it keeps.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The files, in the order in which they were compiled.
    pub files: Vec<KeptFile>,
    /// How often a file was known.
    pub hits: u64,
    /// How often a file was compiled.
    pub misses: u64,
    /// The bytes of units that nobody asks for any more.
    pub wasted: usize,
    /// Since when it keeps files.
    pub started: SystemTime,
    /// When it began anew last.
    pub restarted: Option<SystemTime>,
    /// How often it began anew.
    pub restarts: u64,
    /// Whether it will begin anew with the next request.
    pub is_ending: bool,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            hits: 0,
            misses: 0,
            wasted: 0,
            started: SystemTime::now(),
            restarted: None,
            restarts: 0,
            is_ending: false,
        }
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
