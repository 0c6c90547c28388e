// @generated from array.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, EmptyArray, Int, Null, Unset};
use runtime::native::mask::{ANY, ARRAY, BOOL, FLOAT, INSTANCE, INT, NULL, STRING};
use runtime::native::{Constant, ArrayRef, Passed};
use runtime::array::Array;
use runtime::value::Value;

runtime::natives! {
    fn count(value: &Value ["Countable|array", INSTANCE | ARRAY], mode: i64 ["int", INT, Int(0); "COUNT_NORMAL"]) -> i64 ["int"], Reenters;
    fn sizeof = count(value: &Value ["Countable|array", INSTANCE | ARRAY], mode: i64 ["int", INT, Int(0); "COUNT_NORMAL"]) -> i64 ["int"], Reenters;
    fn array_keys(array: &Array ["array", ARRAY], filter_value: Passed ["mixed", ANY, Unset], strict: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], Reenters;
    fn array_values(array: &Array ["array", ARRAY]) -> Array ["array"], Pure;
    fn array_merge(; arrays ["array", ARRAY]) -> Array ["array"], Pure;
    fn array_replace(array: &Array ["array", ARRAY]; replacements ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_slice(array: &Array ["array", ARRAY], offset: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], preserve_keys: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
    fn array_splice(array: ArrayRef ["array", ARRAY], offset: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], replacement: &Value ["mixed", ANY, EmptyArray]) -> Array ["array"], MayRaise;
    fn array_reverse(array: &Array ["array", ARRAY], preserve_keys: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], Pure;
    fn array_flip(array: &Array ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_fill(start_index: i64 ["int", INT], count: i64 ["int", INT], value: &Value ["mixed", ANY]) -> Array ["array"], MayRaise;
    fn array_fill_keys(keys: &Array ["array", ARRAY], value: &Value ["mixed", ANY]) -> Array ["array"], Reenters;
    fn array_combine(keys: &Array ["array", ARRAY], values: &Array ["array", ARRAY]) -> Array ["array"], Reenters;
    fn array_search(needle: &Value ["mixed", ANY], haystack: &Array ["array", ARRAY], strict: bool ["bool", BOOL, Bool(false)]) -> Value ["string|int|false"], Reenters;
    fn in_array(needle: &Value ["mixed", ANY], haystack: &Array ["array", ARRAY], strict: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], Reenters;
    fn array_push(array: ArrayRef ["array", ARRAY]; values ["mixed", ANY]) -> i64 ["int"], MayRaise;
    fn array_pop(array: ArrayRef ["array", ARRAY]) -> Value ["mixed"], MayRaise;
    fn array_shift(array: ArrayRef ["array", ARRAY]) -> Value ["mixed"], MayRaise;
    fn array_unshift(array: ArrayRef ["array", ARRAY]; values ["mixed", ANY]) -> i64 ["int"], MayRaise;
    fn range(start: &Value ["string|int|float", STRING | INT | FLOAT], end: &Value ["string|int|float", STRING | INT | FLOAT], step: &Value ["int|float", INT | FLOAT, Int(1)]) -> Array ["array"], Reenters;
    fn array_sum(array: &Array ["array", ARRAY]) -> Value ["int|float"], Reenters;
    fn array_product(array: &Array ["array", ARRAY]) -> Value ["int|float"], Reenters;
    fn array_key_exists(key: &Value ["", ANY], array: &Array ["array", ARRAY]) -> bool ["bool"], MayRaise;
    fn key_exists = array_key_exists(key: &Value ["", ANY], array: &Array ["array", ARRAY]) -> bool ["bool"], MayRaise;
    fn array_chunk(array: &Array ["array", ARRAY], length: i64 ["int", INT], preserve_keys: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
    fn array_pad(array: &Array ["array", ARRAY], length: i64 ["int", INT], value: &Value ["mixed", ANY]) -> Array ["array"], MayRaise;
    fn array_column(array: &Array ["array", ARRAY], column_key: &Value ["string|int|null", STRING | INT | NULL], index_key: &Value ["string|int|null", STRING | INT | NULL, Null]) -> Array ["array"], Reenters;
    fn array_key_first(array: &Array ["array", ARRAY]) -> Value ["string|int|null"], Pure;
    fn array_key_last(array: &Array ["array", ARRAY]) -> Value ["string|int|null"], Pure;
    fn array_is_list(array: &Array ["array", ARRAY]) -> bool ["bool"], Pure;
    fn array_count_values(array: &Array ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_change_key_case(array: &Array ["array", ARRAY], case: i64 ["int", INT, Int(0); "CASE_LOWER"]) -> Array ["array"], MayRaise;
    fn array_merge_recursive(; arrays ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn array_replace_recursive(array: &Array ["array", ARRAY]; replacements ["array", ARRAY]) -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "COUNT_NORMAL", value: Int(0) },
    Constant { name: "COUNT_RECURSIVE", value: Int(1) },
    Constant { name: "CASE_LOWER", value: Int(0) },
    Constant { name: "CASE_UPPER", value: Int(1) },
];
