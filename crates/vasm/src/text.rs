//! The text form of a unit, which tests and dumps use.
//!
//! ```text
//! unit fact vm {
//! b0(%0): hot
//!   ldimmq 1 -> %1
//!   jmp b1(%0, %1)
//! b1(%2, %3): hot
//!   imulqo %3, %2, exit 7 [%2, %3] -> %4
//!   subq %2, 1 -> %5, %f0
//!   jcc ne, %f0, b1(%5, %4), b2
//! b2: cold
//!   ret (%4)
//! }
//! ```
//!
//! `%1` is a general-purpose value, `%x2` a floating-point one, `%f0` a value of the status flags;
//! results nobody reads may be left out when they are flags. `;` starts a comment.

mod parse;
mod print;

pub use parse::{ParseError, parse_unit};
pub use print::InstText;
