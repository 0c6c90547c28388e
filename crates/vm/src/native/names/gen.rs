// @generated from names.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn compact(var_name: &Value ["", ANY]; var_names ["", ANY]) -> Array ["array"], MayRaise;
    fn extract(array: &Value ["array", ARRAY], flags: i64 ["int", INT, Int(0); "EXTR_OVERWRITE"], prefix: &Str ["string", STRING, Bytes(b"")]) -> i64 ["int"], MayRaise, PrefersRefs;
    fn http_response_header_(headers: &Array ["array", ARRAY]) -> () ["void"], MayRaise;
    fn get_defined_vars() -> Array ["array"], MayRaise;
    fn define(constant_name: &Str ["string", STRING], value: &Value ["mixed", ANY], case_insensitive: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], MayRaise;
    fn defined(constant_name: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn constant(name: &Str ["string", STRING]) -> Value ["mixed"], Reenters;
    fn get_defined_constants(categorize: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "EXTR_OVERWRITE", value: Int(0) },
    Constant { name: "EXTR_SKIP", value: Int(1) },
    Constant { name: "EXTR_PREFIX_SAME", value: Int(2) },
    Constant { name: "EXTR_PREFIX_ALL", value: Int(3) },
    Constant { name: "EXTR_PREFIX_INVALID", value: Int(4) },
    Constant { name: "EXTR_PREFIX_IF_EXISTS", value: Int(5) },
    Constant { name: "EXTR_IF_EXISTS", value: Int(6) },
    Constant { name: "EXTR_REFS", value: Int(256) },
];
