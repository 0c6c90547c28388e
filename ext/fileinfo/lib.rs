//! What files are, by their bytes: `finfo`, `mime_content_type()`.

#![forbid(unsafe_code)]

mod fileinfo;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "fileinfo",
    topic: "fileinfo",
    natives: fileinfo::NATIVES,
    constants: fileinfo::CONSTANTS,
}];
