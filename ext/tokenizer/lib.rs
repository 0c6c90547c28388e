//! Tokens of PHP sources: `token_get_all()`, `highlight_string()`.
//!
//! # Not here
//! The class `PhpToken`.

#![forbid(unsafe_code)]

mod highlight;
mod tokenizer;

pub use highlight::{Colours, html};

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[
    Table {
        extension: "tokenizer",
        topic: "tokenizer",
        natives: tokenizer::NATIVES,
        constants: tokenizer::CONSTANTS,
    },
    Table {
        extension: "standard",
        topic: "highlight",
        natives: highlight::NATIVES,
        constants: highlight::CONSTANTS,
    },
];
