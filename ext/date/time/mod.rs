//! Dates, clocks and time zones, without values of scripts.
//!
//! # Invariants
//! - Years are those of the Gregorian calendar extended both ways; a year 0 exists.
//! - Seconds count from 1970 in UTC, without leap seconds.

pub mod civil;
mod countries;
pub mod format;
mod layout;
pub mod moment;
mod names;
mod posix;
mod read;
mod reader;
mod scan;
mod words;
pub mod zone;

pub use countries::{COUNTRIES, OLDER};
pub use layout::parse_as;
pub use names::{ABBREVIATIONS, BY_OFFSET, IDENTIFIERS};
pub use read::{Note, Parse, parse};
pub use reader::place_of_text;
