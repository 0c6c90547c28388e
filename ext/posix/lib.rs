//! What the system says of processes, users and files: `posix_*`.

#![deny(unsafe_code)]

mod ffi;
mod posix;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "posix",
    topic: "posix",
    natives: posix::NATIVES,
    constants: posix::CONSTANTS,
}];
