//! Tokens of PHP sources: `token_get_all()`.
//!
//! # Not here
//! The class `PhpToken`.

#![forbid(unsafe_code)]

mod tokenizer;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "tokenizer",
    topic: "tokenizer",
    natives: tokenizer::NATIVES,
    constants: tokenizer::CONSTANTS,
}];
