// @generated from func.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int, Null};
use runtime::native::mask::{ANY, ARRAY, BOOL, CALLABLE, INT, STRING};
use runtime::native::Constant;
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn func_get_args() -> Array ["array"], MayRaise;
    fn func_get_arg(position: i64 ["int", INT]) -> Value ["mixed"], MayRaise;
    fn func_num_args() -> i64 ["int"], MayRaise;
    fn function_exists(function: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn get_defined_functions(exclude_disabled: bool ["bool", BOOL, Bool(true)]) -> Array ["array"], MayRaise;
    fn call_user_func(callback: &Value ["callable", CALLABLE]; args ["mixed", ANY]) -> Value ["mixed"], Reenters;
    fn call_user_func_array(callback: &Value ["callable", CALLABLE], args: &Array ["array", ARRAY]) -> Value ["mixed"], Reenters;
    fn forward_static_call(callback: &Value ["callable", CALLABLE]; args ["mixed", ANY]) -> Value ["mixed"], Reenters;
    fn forward_static_call_array(callback: &Value ["callable", CALLABLE], args: &Array ["array", ARRAY]) -> Value ["mixed"], Reenters;
    fn is_callable(value: &Value ["mixed", ANY], syntax_only: bool ["bool", BOOL, Bool(false)], callable_name: &Reference ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn register_shutdown_function(callback: &Value ["callable", CALLABLE]; args ["mixed", ANY]) -> () ["void"], MayRaise;
    fn register_tick_function(callback: &Value ["callable", CALLABLE]; args ["mixed", ANY]) -> bool ["bool"], MayRaise;
    fn unregister_tick_function(callback: &Value ["callable", CALLABLE]) -> () ["void"], MayRaise;
    fn exit = end_request(status: &Value ["string|int", STRING | INT, Int(0)]) -> Value ["never"], Reenters;
    fn die = end_request(status: &Value ["string|int", STRING | INT, Int(0)]) -> Value ["never"], Reenters;
    fn get_required_files = get_included_files() -> Array ["array"], MayRaise;
    fn get_included_files() -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
