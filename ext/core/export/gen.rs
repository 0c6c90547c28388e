// @generated from export.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Bool;
use runtime::native::mask::{ANY, BOOL};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn var_dump(value: &Value ["mixed", ANY]; values ["mixed", ANY]) -> () ["void"], Reenters;
    fn debug_zval_dump(value: &Value ["mixed", ANY]; values ["mixed", ANY]) -> () ["void"], Reenters;
    fn print_r(value: &Value ["mixed", ANY], r#return: bool ["bool", BOOL, Bool(false)]) -> Value ["string|true"], Reenters;
    fn var_export(value: &Value ["mixed", ANY], r#return: bool ["bool", BOOL, Bool(false)]) -> Option<Str> ["?string"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
