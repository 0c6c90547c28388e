// @generated from iterate.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Null};
use runtime::native::mask::{ARRAY, BOOL, CALLABLE, INSTANCE, NULL};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::value::Value;

runtime::natives! {
    fn iterator_to_array(iterator: &Value ["Traversable|array", INSTANCE | ARRAY], preserve_keys: bool ["bool", BOOL, Bool(true)]) -> Array ["array"], Reenters;
    fn iterator_count(iterator: &Value ["Traversable|array", INSTANCE | ARRAY]) -> i64 ["int"], Reenters;
    fn iterator_apply(iterator: &Value ["Traversable", INSTANCE], callback: &Value ["callable", CALLABLE], args: Option<&Array> ["?array", ARRAY | NULL, Null]) -> i64 ["int"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
