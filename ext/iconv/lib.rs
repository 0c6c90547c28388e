//! Texts in other encodings: `iconv*`.
//!
//! # Not here
//! Encodings of more than one byte that `ext_mbstring` does not know; filters of streams.

#![forbid(unsafe_code)]

mod iconv;

pub use iconv::changed;
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "iconv",
    topic: "iconv",
    natives: iconv::NATIVES,
    constants: iconv::CONSTANTS,
}];
