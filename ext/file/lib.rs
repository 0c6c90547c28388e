//! Files, directories and streams.

#![forbid(unsafe_code)]

mod path;
mod stream;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[
    Table {
        extension: "standard",
        topic: "path",
        natives: path::NATIVES,
        constants: path::CONSTANTS,
    },
    Table {
        extension: "standard",
        topic: "stream",
        natives: stream::NATIVES,
        constants: stream::CONSTANTS,
    },
];
