//! Cryptography: `sodium_*`.
//!
//! # Not here
//! The class `SodiumException`, which is PHP; `password_hash()`, which is in `ext/standard`.

#![deny(unsafe_code)]

mod ffi;
mod length;
mod sodium;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "sodium",
    topic: "sodium",
    natives: sodium::NATIVES,
    constants: sodium::CONSTANTS,
}];
