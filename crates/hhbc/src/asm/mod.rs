//! The assembler: from the text form to a unit.
//!
//! It reads what [`hhas`](crate::show::hhas) prints, and refuses other text with the line and the
//! column. It does not judge the code: that is the verifier's part.
//!
//! Blanks and line ends only set items apart; `#` begins a comment that ends with the line.

mod body;
mod lex;
mod record;
mod unit;

pub use body::Body;
pub use lex::{AsmError, Lexer, Mark};
pub use unit::assemble;
