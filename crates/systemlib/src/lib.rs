//! The engine's library: what is written in PHP, compiled when the engine is built, and loaded when it
//! is first asked for.
//!
//! A method marked `#[Native]` has its body in the interpreter; a property marked `#[Internal]`
//! is bookkeeping that scripts do not see.
//!
//! # Not here
//! Builtin functions with native bodies: the extensions.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use std::sync::OnceLock;

use vm::native::{ClassKind, LibraryClass};
use vm::source::{Source, SourceError};
use vm::unit::LoadedUnit;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

static UNITS: [OnceLock<&'static LoadedUnit>; FILES.len()] =
    [const { OnceLock::new() }; FILES.len()];

/// The number of the file of a name in lower case.
fn file_of(names: &[(&str, usize)], folded: &[u8]) -> Option<usize> {
    let at = names.binary_search_by(|(name, _)| name.as_bytes().cmp(folded)).ok()?;
    Some(names[at].1)
}

/// The unit that declares the class with this name in lower case.
pub fn class(folded: &[u8]) -> Option<&'static LoadedUnit> {
    unit(file_of(CLASSES, folded)?)
}

/// The unit that declares the function with this name in lower case.
pub fn func(folded: &[u8]) -> Option<&'static LoadedUnit> {
    unit(file_of(FUNCS, folded)?)
}

/// The names of all functions, in lower case.
pub fn all_funcs() -> impl Iterator<Item = &'static str> {
    FUNCS.iter().map(|(name, _)| *name)
}

/// All classes, as they are declared.
pub fn all_classes() -> &'static [LibraryClass] {
    SHOWN
}

fn unit(at: usize) -> Option<&'static LoadedUnit> {
    let (name, bytes) = FILES[at];
    let loaded = UNITS[at].get_or_init(|| load(name, bytes));
    Some(loaded)
}

fn load(name: &str, bytes: &[u8]) -> &'static LoadedUnit {
    let unit = hhbc::blob::from_bytes(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    LoadedUnit::load_library(unit).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// The library and nothing else: no files, no compiler.
pub struct Library;

impl Source for Library {
    fn library_class(&self, folded: &[u8]) -> Option<&'static LoadedUnit> {
        class(folded)
    }

    fn library_func(&self, folded: &[u8]) -> Option<&'static LoadedUnit> {
        func(folded)
    }

    fn file(&self, _: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        Err(SourceError::Refused { reason: "There are no files".to_owned() })
    }

    fn code(&self, _: &[u8], _: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        Err(SourceError::Refused { reason: "There is no compiler".to_owned() })
    }
}
