//! From tokens to the tree.
//!
//! The grammar is `grammar/php.lalr`; `generated` holds its tables and
//! `automaton` reads them. `driver` runs them over an
//! explicit stack, so nesting costs no native stack, `build` makes the nodes, `expected` words
//! the errors and `recovery` finds where to go on after one.
//!
//! # Invariants
//! - The stack never grows beyond [`STACK_MAX`], PHP's own limit.
//! - The tree is complete whatever the source: what could not be parsed is an error node.

mod automaton;
mod build;
mod driver;
mod expected;
#[rustfmt::skip]
mod generated;
mod recovery;
mod written;

pub use driver::STACK_MAX;
pub use written::is_written_out;

use bumpalo::Bump;

use crate::ast::File;
use crate::diagnostic::Diagnostic;
use crate::lexer::LexOptions;
use crate::transcode::Transcoder;

/// Whether constant expressions and branches are folded while the tree is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Folding {
    #[default]
    On,
    /// The tree as written: for dumps, and for code that is shown again, as in `assert()`.
    Off,
}

/// How to parse.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ParseOptions {
    pub lex: LexOptions,
    pub folding: Folding,
    /// Whether `declare(encoding=…)` counts (`zend.multibyte`).
    pub multibyte: bool,
    /// What brings texts to the encoding of scripts, where that may differ.
    pub transcoder: Option<Transcoder>,
}

/// What parsing a source gives.
#[derive(Debug)]
pub struct Parse<'a> {
    pub file: File<'a>,
    /// All errors, in the order found; PHP reports the first.
    pub diagnostics: Vec<Diagnostic>,
    /// What PHP warns of before the first error.
    pub warnings: Vec<Diagnostic>,
    /// Offsets of the keywords that stand for names, ascending: `token_get_all()` with
    /// `TOKEN_PARSE` shows them as `T_STRING`.
    pub keyword_names: Vec<u32>,
}

/// Parses `source`, which must be shorter than 4 GiB.
pub fn parse<'a>(arena: &'a Bump, source: &'a [u8], options: ParseOptions) -> Parse<'a> {
    driver::Driver::new(arena, source, options).run()
}
