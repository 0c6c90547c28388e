//! Checks and clean-ups of values from outside: `filter_var()`.
//!
//! # Not here
//! `filter_input()`: the variables of a request.

#![forbid(unsafe_code)]

mod filter;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "filter",
    topic: "filter",
    natives: filter::NATIVES,
    constants: filter::CONSTANTS,
}];
