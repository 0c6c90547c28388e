// @generated from pack.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{ANY, INT, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;

runtime::natives! {
    fn pack(format: &Str ["string", STRING]; values ["mixed", ANY]) -> Str ["string"], Reenters;
    fn unpack(format: &Str ["string", STRING], string: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
