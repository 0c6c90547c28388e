// @generated from bcmath.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null, Unset};
use runtime::native::mask::{INSTANCE, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn bcadd(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcsub(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcmul(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcdiv(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcmod(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcdivmod(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Array ["array"], MayRaise;
    fn bcpow(num: &Str ["string", STRING], exponent: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcpowmod(num: &Str ["string", STRING], exponent: &Str ["string", STRING], modulus: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bcsqrt(num: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn bccomp(num1: &Str ["string", STRING], num2: &Str ["string", STRING], scale: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn bcfloor(num: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn bcceil(num: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn bcround(num: &Str ["string", STRING], precision: i64 ["int", INT, Int(0)], mode: &Value ["RoundingMode", INSTANCE, Unset; "RoundingMode::HalfAwayFromZero"]) -> Str ["string"], MayRaise;
    fn bcscale(scale: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
