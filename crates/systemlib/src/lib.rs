//! The engine's library: what is written in PHP, compiled when it is first asked for.
//!
//! A method marked `#[Native]` has its body in the interpreter; a property marked `#[Internal]`
//! is bookkeeping that scripts do not see.
//!
//! # Not here
//! Builtin functions with native bodies: the extensions.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use bumpalo::Bump;
use emitter::EmitOptions;
use syntax::parser::{self, ParseOptions};
use vm::source::{Source, SourceError};
use vm::unit::LoadedUnit;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// The files by name, with their sources.
        const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../php/", $name, ".php")))),+];
    };
}

files! {
    "attribute",
    "bucket",
    "closure",
    "core",
    "date",
    "dates",
    "engine",
    "exception",
    "fiber",
    "generator",
    "hash",
    "interval",
    "json",
    "mail",
    "number",
    "random",
    "reflection/attribute",
    "reflection/class",
    "reflection/constant",
    "reflection/dump",
    "reflection/extension",
    "reflection/function",
    "reflection/parameter",
    "reflection/property",
    "reflection/reflected",
    "reflection/type",
    "spl/array",
    "spl/directory",
    "spl/file",
    "spl/fixed",
    "spl/heap",
    "spl/interfaces",
    "spl/iterator",
    "spl/list",
    "spl/recursive",
    "spl/storage",
    "standard/classes",
    "standard/files",
    "standard/input",
    "standard/system",
    "states",
    "stream",
    "tokenizer",
    "weak",
}

static UNITS: [OnceLock<&'static LoadedUnit>; FILES.len()] =
    [const { OnceLock::new() }; FILES.len()];

/// The file of each class, by its name in lower case.
static CLASSES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| names(class_names));

/// The file of each function, by its name in lower case.
static FUNCS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| names(func_names));

fn names(of: fn(&str) -> Vec<String>) -> HashMap<String, usize> {
    let entries = FILES.iter().enumerate();
    entries
        .flat_map(|(at, (_, source))| of(source).into_iter().map(move |name| (name, at)))
        .collect()
}

/// The names behind these words at the start of a line, in the namespace of the file.
fn declared(source: &str, words: &[&str]) -> Vec<String> {
    let space = source.lines().find_map(|line| line.strip_prefix("namespace "));
    let space = space.map(|name| name.replace(';', "\\")).unwrap_or_default();
    let name = |line: &str| {
        let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        Some(format!("{space}{}", &rest[..end]).to_ascii_lowercase())
    };
    // Declarations begin their lines: what is indented is not looked at.
    let begins = |line: &&str| line.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    source.lines().filter(begins).filter_map(name).collect()
}

fn class_names(source: &str) -> Vec<String> {
    declared(
        source,
        &[
            "class ",
            "final class ",
            "abstract class ",
            "readonly class ",
            "final readonly class ",
            "interface ",
            "enum ",
            "trait ",
        ],
    )
}

fn func_names(source: &str) -> Vec<String> {
    declared(source, &["function ", "function &"])
}

/// The unit that declares the class with this name in lower case.
pub fn class(folded: &[u8]) -> Option<&'static LoadedUnit> {
    unit(*CLASSES.get(std::str::from_utf8(folded).ok()?)?)
}

/// The unit that declares the function with this name in lower case.
pub fn func(folded: &[u8]) -> Option<&'static LoadedUnit> {
    unit(*FUNCS.get(std::str::from_utf8(folded).ok()?)?)
}

/// The names of all classes, in lower case.
pub fn all_classes() -> impl Iterator<Item = &'static str> {
    CLASSES.keys().map(String::as_str)
}

fn unit(at: usize) -> Option<&'static LoadedUnit> {
    let (name, source) = FILES[at];
    let loaded = UNITS[at].get_or_init(|| compile(name, source));
    Some(loaded)
}

fn compile(name: &str, source: &'static str) -> &'static LoadedUnit {
    let arena = Bump::new();
    let parsed = parser::parse(&arena, source.as_bytes(), ParseOptions::default());
    assert!(parsed.diagnostics.is_empty(), "{name}: {:?}", parsed.diagnostics.first());
    let options = EmitOptions { path: name.as_bytes(), is_library: true };
    let unit = emitter::emit(&parsed.file, source.as_bytes(), options);
    let unit = unit.unwrap_or_else(|error| panic!("{name}: {error:?}"));
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
