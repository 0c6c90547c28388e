//! Values of literals: from the bytes of a token to the number or string it stands for.
//!
//! The lexer has checked what can be wrong; a value is made of any bytes all the same, without an
//! error. Strings borrow from the source where they can.
//!
//! # Not here
//! Which bytes make a literal: `lexer`.

mod escape;
mod indentation;
mod number;
mod string;

pub use escape::{EscapeError, check_escapes, unescape};
pub use indentation::{DocPart, Indentation, IndentationError};
pub use number::{Number, OffsetNumber, float, integer, offset_number};
pub use string::{TextKind, constant_string, text};
