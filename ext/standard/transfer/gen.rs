// @generated from transfer.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::STRING;
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;

runtime::natives! {
    fn convert_uuencode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn convert_uudecode(string: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn quoted_printable_encode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn quoted_printable_decode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
