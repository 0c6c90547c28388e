//! Days in several calendars.
//!
//! A day is its Julian day number: so many days since the first of January 4713 B. C.

#![forbid(unsafe_code)]

mod calendar;

use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "calendar",
    topic: "calendar",
    natives: calendar::NATIVES,
    constants: calendar::CONSTANTS,
}];
