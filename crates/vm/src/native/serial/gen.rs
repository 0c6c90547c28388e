// @generated from serial.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::EmptyArray;
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn serialize(value: &Value ["mixed", ANY]) -> Str ["string"], Reenters;
    fn unserialize_part_(data: &Str ["string", STRING], at: i64 ["int", INT]) -> Value ["mixed"], Reenters;
    fn serial_begin_(reads: bool ["bool", BOOL]) -> bool ["bool"], MayRaise;
    fn serial_end_(reads: bool ["bool", BOOL], whole: bool ["bool", BOOL]) -> () ["void"], Reenters;
    fn unserialize(data: &Str ["string", STRING], options: &Array ["array", ARRAY, EmptyArray]) -> Value ["mixed"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
