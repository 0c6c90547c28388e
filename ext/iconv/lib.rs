//! Texts in other encodings: `iconv*`.
//!
//! # Not here
//! Headers of mails; encodings that `ext_mbstring` does not know.

#![forbid(unsafe_code)]

mod iconv;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "iconv",
    topic: "iconv",
    natives: iconv::NATIVES,
    constants: iconv::CONSTANTS,
}];
