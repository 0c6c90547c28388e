//! Decimal numbers of any length: `bc*`.
//!
//! # Not here
//! The class `BcMath\Number`.

#![forbid(unsafe_code)]

mod bcmath;

pub use bcmath::changed;
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "bcmath",
    topic: "bcmath",
    natives: bcmath::NATIVES,
    constants: bcmath::CONSTANTS,
}];
