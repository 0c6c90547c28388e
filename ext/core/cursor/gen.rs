// @generated from cursor.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{ARRAY, OBJECT};
use runtime::native::Constant;
use runtime::object::Reference;
use runtime::value::Value;

runtime::natives! {
    fn current(array: &Value ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
    fn pos = current(array: &Value ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
    fn key(array: &Value ["object|array", OBJECT | ARRAY]) -> Value ["string|int|null"], MayRaise;
    fn next(array: &Reference ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
    fn prev(array: &Reference ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
    fn reset(array: &Reference ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
    fn end(array: &Reference ["object|array", OBJECT | ARRAY]) -> Value ["mixed"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
