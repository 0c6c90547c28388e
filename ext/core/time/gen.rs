// @generated from time.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Bool;
use runtime::native::mask::{BOOL, INT};
use runtime::native::Constant;
use runtime::value::Value;

runtime::natives! {
    fn time() -> i64 ["int"], MayRaise;
    fn microtime(as_float: bool ["bool", BOOL, Bool(false)]) -> Value ["string|float"], MayRaise;
    fn hrtime(as_number: bool ["bool", BOOL, Bool(false)]) -> Value ["array|int|float|false"], MayRaise;
    fn usleep(microseconds: i64 ["int", INT]) -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
