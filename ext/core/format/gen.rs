// @generated from format.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int};
use runtime::native::mask::{ANY, ARRAY, FLOAT, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn sprintf(format: &Str ["string", STRING]; values ["mixed", ANY]) -> Str ["string"], Reenters;
    fn printf(format: &Str ["string", STRING]; values ["mixed", ANY]) -> i64 ["int"], Reenters;
    fn vsprintf(format: &Str ["string", STRING], values: &Array ["array", ARRAY]) -> Str ["string"], Reenters;
    fn vprintf(format: &Str ["string", STRING], values: &Array ["array", ARRAY]) -> i64 ["int"], Reenters;
    fn number_format(num: &Value ["float", INT | FLOAT], decimals: i64 ["int", INT, Int(0)], decimal_separator: Option<&Str> ["?string", STRING | NULL, Bytes(b".")], thousands_separator: Option<&Str> ["?string", STRING | NULL, Bytes(b",")]) -> Str ["string"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
