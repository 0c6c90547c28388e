//! Regular expressions: PCRE2 with its JIT, as `preg_*`.
//!
//! # Not here
//! The ini settings `pcre.*`: their defaults hold.

#![deny(unsafe_code)]

mod pcre;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "pcre",
    topic: "pcre",
    natives: pcre::NATIVES,
    constants: pcre::CONSTANTS,
}];
