// @generated from var.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{ANY, INT, STRING};
use runtime::native::Constant;
use runtime::object::Reference;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn gettype(value: &Value ["mixed", ANY]) -> Str ["string"], Pure;
    fn get_debug_type(value: &Value ["mixed", ANY]) -> Str ["string"], MayRaise;
    fn is_null(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_bool(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_int(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_integer = is_int(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_long = is_int(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_float(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_double = is_float(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_string(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_array(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_object(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_resource(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_scalar(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_numeric(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_iterable(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn is_countable(value: &Value ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn intval(value: &Value ["mixed", ANY], base: i64 ["int", INT, Int(10)]) -> i64 ["int"], Reenters;
    fn floatval(value: &Value ["mixed", ANY]) -> f64 ["float"], Reenters;
    fn doubleval = floatval(value: &Value ["mixed", ANY]) -> f64 ["float"], Reenters;
    fn strval(value: &Value ["mixed", ANY]) -> Str ["string"], Reenters;
    fn boolval(value: &Value ["mixed", ANY]) -> bool ["bool"], Pure;
    fn settype(var: &Reference ["mixed", ANY], r#type: &Str ["string", STRING]) -> bool ["bool"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
