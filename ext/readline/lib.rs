//! Lines that somebody types, with the lines before them: `readline*`.

#![forbid(unsafe_code)]

mod readline;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "readline",
    topic: "readline",
    natives: readline::NATIVES,
    constants: readline::CONSTANTS,
}];
