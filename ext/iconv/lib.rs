//! Texts in other encodings: `iconv*`.
//!
//! # Not here
//! Encodings of more than one byte that `ext_mbstring` does not know.

#![forbid(unsafe_code)]

mod filter;
mod iconv;

use ext_file::layer::guest::{Family, Guest};
pub use iconv::changed;
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "iconv",
    topic: "iconv",
    natives: iconv::NATIVES,
    constants: iconv::CONSTANTS,
}];

/// What it brings to streams.
pub static GUEST: Guest = Guest {
    schemes: &[],
    families: &[Family { prefix: "convert.iconv.", shown: "convert.iconv.*", make: filter::make }],
};
