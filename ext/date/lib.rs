//! Dates and times: formats, the words of `strtotime()`, time zones.
//!
//! `time` knows no values of scripts; `date` has the functions.
//!
//! # Not here
//! The classes.

#![forbid(unsafe_code)]

mod date;
mod object;
pub mod time;

pub use date::changed;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[
    Table { extension: "date", topic: "date", natives: date::NATIVES, constants: date::CONSTANTS },
    Table {
        extension: "date",
        topic: "object",
        natives: object::NATIVES,
        constants: object::CONSTANTS,
    },
];

/// Whether there is a time zone with this name.
pub fn is_zone(name: &[u8]) -> bool {
    std::str::from_utf8(name).ok().and_then(time::zone::find).is_some()
}
