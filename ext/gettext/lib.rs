//! Messages in the language of the reader: `gettext()` and its family.
//!
//! # Not here
//! Other encodings than that of the catalogue.

#![forbid(unsafe_code)]

mod gettext;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "gettext",
    topic: "gettext",
    natives: gettext::NATIVES,
    constants: gettext::CONSTANTS,
}];
