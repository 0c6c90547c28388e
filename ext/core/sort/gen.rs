// @generated from sort.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{ANY, ARRAY, INT};
use runtime::native::{Constant, ArrayRef};
use runtime::array::Array;
use runtime::value::Value;

runtime::natives! {
    fn sort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn rsort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn asort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn arsort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn ksort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn krsort(array: ArrayRef ["array", ARRAY], flags: i64 ["int", INT, Int(0); "SORT_REGULAR"]) -> bool ["true"], Reenters;
    fn natsort(array: ArrayRef ["array", ARRAY]) -> bool ["true"], Reenters;
    fn natcasesort(array: ArrayRef ["array", ARRAY]) -> bool ["true"], Reenters;
    fn array_unique(array: &Array ["array", ARRAY], flags: i64 ["int", INT, Int(2); "SORT_STRING"]) -> Array ["array"], Reenters;
    fn array_multisort(array: &Value ["", ANY]; rest ["", ANY]) -> bool ["bool"], Reenters, PrefersRefs;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "SORT_ASC", value: Int(4) },
    Constant { name: "SORT_DESC", value: Int(3) },
    Constant { name: "SORT_REGULAR", value: Int(0) },
    Constant { name: "SORT_NUMERIC", value: Int(1) },
    Constant { name: "SORT_STRING", value: Int(2) },
    Constant { name: "SORT_LOCALE_STRING", value: Int(5) },
    Constant { name: "SORT_NATURAL", value: Int(6) },
    Constant { name: "SORT_FLAG_CASE", value: Int(8) },
];
