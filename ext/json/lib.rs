//! JSON: values to text and back.
//!
//! # Invariants
//! - Neither direction uses native stack for what the text nests; arrays and objects of scripts
//!   are walked to the depth that the caller allows, after a look at the native stack.
//!
//! # Not here
//! Objects: the request makes them and says what they show.

#![forbid(unsafe_code)]

mod json;

pub use json::{Failure, Flags, Scanner, Token};

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "json",
    topic: "json",
    natives: json::NATIVES,
    constants: json::CONSTANTS,
}];
