//! Hash functions: `hash()`, HMAC, key derivation.
//!
//! # Not here
//! Hashes of files and streams.

#![forbid(unsafe_code)]

mod hash;

pub use hash::{Algorithm, Hasher, algorithm};

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "hash",
    topic: "hash",
    natives: hash::NATIVES,
    constants: hash::CONSTANTS,
}];
