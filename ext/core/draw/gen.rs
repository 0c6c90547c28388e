// @generated from draw.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{ARRAY, INT, STRING};
use runtime::native::{Constant, ArrayRef};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn shuffle(array: ArrayRef ["array", ARRAY]) -> bool ["true"], MayRaise;
    fn str_shuffle(string: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn array_rand(array: &Array ["array", ARRAY], num: i64 ["int", INT, Int(1)]) -> Value ["array|string|int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
