// @generated from scan.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{ANY, STRING};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn sscanf(string: &Str ["string", STRING], format: &Str ["string", STRING]; vars ["mixed", ANY, ByRef]) -> Value ["array|int|null"], Reenters;
    fn fscanf(stream: &Value ["", ANY], format: &Str ["string", STRING]; vars ["mixed", ANY, ByRef]) -> Value ["array|int|false|null"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
