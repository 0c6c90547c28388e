// @generated from autoload.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Null};
use runtime::native::mask::{ANY, BOOL, CALLABLE, NULL, STRING, OBJECT};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn spl_object_id(object: &Value ["object", OBJECT]) -> i64 ["int"], MayRaise;
    fn spl_object_hash(object: &Value ["object", OBJECT]) -> Str ["string"], MayRaise;
    fn spl_autoload_register(callback: &Value ["?callable", CALLABLE | NULL, Null], throw: bool ["bool", BOOL, Bool(true)], prepend: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], Reenters;
    fn spl_autoload_unregister(callback: &Value ["callable", CALLABLE]) -> bool ["bool"], Reenters;
    fn spl_autoload_functions() -> Array ["array"], MayRaise;
    fn spl_autoload_call(class: &Str ["string", STRING]) -> () ["void"], Reenters;
    fn class_implements(object_or_class: &Value ["", ANY], autoload: bool ["bool", BOOL, Bool(true)]) -> OrFalse<Array> ["array|false"], Reenters;
    fn class_parents(object_or_class: &Value ["", ANY], autoload: bool ["bool", BOOL, Bool(true)]) -> OrFalse<Array> ["array|false"], Reenters;
    fn class_uses(object_or_class: &Value ["", ANY], autoload: bool ["bool", BOOL, Bool(true)]) -> OrFalse<Array> ["array|false"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
