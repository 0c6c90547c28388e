//! Regular expressions: PCRE2 with its JIT, as `preg_*`.

#![deny(unsafe_code)]

mod pcre;

pub use pcre::changed;
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "pcre",
    topic: "pcre",
    natives: pcre::NATIVES,
    constants: pcre::CONSTANTS,
}];
