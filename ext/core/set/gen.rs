// @generated from set.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{ANY, ARRAY};
use runtime::native::Constant;
use runtime::array::Array;

runtime::natives! {
    fn array_diff(array: &Array ["array", ARRAY]; arrays ["array", ANY]) -> Array ["array"], Reenters;
    fn array_diff_key(array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_diff_assoc(array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], Reenters;
    fn array_intersect(array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], Reenters;
    fn array_intersect_key(array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_intersect_assoc(array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
