// @generated from errors.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null};
use runtime::native::mask::{ANY, BOOL, CALLABLE, INSTANCE, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn error_reporting(error_level: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn set_error_handler(callback: &Value ["?callable", CALLABLE | NULL], error_levels: i64 ["int", INT, Int(30719); "E_ALL"]) -> Value [""], MayRaise;
    fn restore_error_handler() -> bool ["true"], MayRaise;
    fn set_exception_handler(callback: &Value ["?callable", CALLABLE | NULL]) -> Value [""], MayRaise;
    fn restore_exception_handler() -> bool ["true"], MayRaise;
    fn trigger_error(message: &Str ["string", STRING], error_level: i64 ["int", INT, Int(1024); "E_USER_NOTICE"]) -> bool ["true"], Reenters;
    fn user_error = trigger_error(message: &Str ["string", STRING], error_level: i64 ["int", INT, Int(1024); "E_USER_NOTICE"]) -> bool ["true"], Reenters;
    fn error_get_last() -> Option<Array> ["?array"], MayRaise;
    fn error_clear_last() -> () ["void"], MayRaise;
    fn log_(message: &Str ["string", STRING], of_server: bool ["bool", BOOL]) -> () ["void"], MayRaise;
    fn debug_backtrace(options: i64 ["int", INT, Int(1); "DEBUG_BACKTRACE_PROVIDE_OBJECT"], limit: i64 ["int", INT, Int(0)]) -> Array ["array"], MayRaise;
    fn debug_print_backtrace(options: i64 ["int", INT, Int(0)], limit: i64 ["int", INT, Int(0)]) -> () ["void"], MayRaise;
    fn assert(assertion: &Value ["mixed", ANY], description: &Value ["Throwable|string|null", INSTANCE | STRING | NULL, Null]) -> bool ["bool"], Reenters;
    fn report_(level: i64 ["int", INT], message: &Str ["string", STRING]) -> () ["void"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "E_ERROR", value: Int(1) },
    Constant { name: "E_WARNING", value: Int(2) },
    Constant { name: "E_PARSE", value: Int(4) },
    Constant { name: "E_NOTICE", value: Int(8) },
    Constant { name: "E_CORE_ERROR", value: Int(16) },
    Constant { name: "E_CORE_WARNING", value: Int(32) },
    Constant { name: "E_COMPILE_ERROR", value: Int(64) },
    Constant { name: "E_COMPILE_WARNING", value: Int(128) },
    Constant { name: "E_USER_ERROR", value: Int(256) },
    Constant { name: "E_USER_WARNING", value: Int(512) },
    Constant { name: "E_USER_NOTICE", value: Int(1024) },
    Constant { name: "E_STRICT", value: Int(2048) },
    Constant { name: "E_RECOVERABLE_ERROR", value: Int(4096) },
    Constant { name: "E_DEPRECATED", value: Int(8192) },
    Constant { name: "E_USER_DEPRECATED", value: Int(16384) },
    Constant { name: "E_ALL", value: Int(30719) },
    Constant { name: "DEBUG_BACKTRACE_PROVIDE_OBJECT", value: Int(1) },
    Constant { name: "DEBUG_BACKTRACE_IGNORE_ARGS", value: Int(2) },
    Constant { name: "ASSERT_ACTIVE", value: Int(1) },
    Constant { name: "ASSERT_CALLBACK", value: Int(2) },
    Constant { name: "ASSERT_BAIL", value: Int(3) },
    Constant { name: "ASSERT_WARNING", value: Int(4) },
    Constant { name: "ASSERT_EXCEPTION", value: Int(5) },
];
