//! Units as text, for dumps and tests.

mod parse;
mod print;

pub use parse::parse_unit;
