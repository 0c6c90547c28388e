// @generated from callback.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null, Unset};
use runtime::native::mask::{ANY, ARRAY, CALLABLE, INT, NULL, OBJECT, SHARED};
use runtime::native::{Constant, ArrayRef, Passed};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::value::Value;

runtime::natives! {
    fn array_map(callback: &Value ["?callable", CALLABLE | NULL], array: &Array ["array", ARRAY]; arrays ["array", ARRAY]) -> Array ["array"], Reenters;
    fn array_filter(array: &Array ["array", ARRAY], callback: &Value ["?callable", CALLABLE | NULL, Null], mode: i64 ["int", INT, Int(0)]) -> Array ["array"], Reenters;
    fn array_reduce(array: &Array ["array", ARRAY], callback: &Value ["callable", CALLABLE], initial: &Value ["mixed", ANY, Null]) -> Value ["mixed"], Reenters;
    fn array_walk(array: &Reference ["object|array", OBJECT | ARRAY], callback: &Value ["callable", CALLABLE], arg: Passed ["mixed", ANY, Unset]) -> bool ["true"], Reenters;
    fn array_walk_recursive(array: &Reference ["object|array", OBJECT | ARRAY], callback: &Value ["callable", CALLABLE], arg: Passed ["mixed", ANY, Unset]) -> bool ["true"], Reenters;
    fn array_find(array: &Array ["array", ARRAY], callback: &Value ["callable", CALLABLE]) -> Value ["mixed"], Reenters;
    fn array_find_key(array: &Array ["array", ARRAY], callback: &Value ["callable", CALLABLE]) -> Value ["mixed"], Reenters;
    fn array_any(array: &Array ["array", ARRAY], callback: &Value ["callable", CALLABLE]) -> bool ["bool"], Reenters;
    fn array_all(array: &Array ["array", ARRAY], callback: &Value ["callable", CALLABLE]) -> bool ["bool"], Reenters;
    fn usort(array: ArrayRef ["array", ARRAY | SHARED], callback: &Value ["callable", CALLABLE]) -> bool ["true"], Reenters;
    fn uasort(array: ArrayRef ["array", ARRAY | SHARED], callback: &Value ["callable", CALLABLE]) -> bool ["true"], Reenters;
    fn uksort(array: ArrayRef ["array", ARRAY | SHARED], callback: &Value ["callable", CALLABLE]) -> bool ["true"], Reenters;
    fn array_udiff(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_udiff_assoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_udiff_uassoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_diff_uassoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_diff_ukey(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_uintersect(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_uintersect_assoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_uintersect_uassoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_intersect_uassoc(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
    fn array_intersect_ukey(array: &Array ["array", ARRAY]; rest ["", ANY]) -> Array ["array"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "ARRAY_FILTER_USE_BOTH", value: Int(1) },
    Constant { name: "ARRAY_FILTER_USE_KEY", value: Int(2) },
];
