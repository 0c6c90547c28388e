//! Whole numbers of any length: `gmp_*`.
//!
//! # Invariants
//! - The first property of an object of class `GMP` holds its number: the bytes of its two's
//!   complement, the lowest first.
//!
//! # Not here
//! The class itself, which is PHP.

#![forbid(unsafe_code)]

mod gmp;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] =
    &[Table { extension: "gmp", topic: "gmp", natives: gmp::NATIVES, constants: gmp::CONSTANTS }];
