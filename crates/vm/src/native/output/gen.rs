// @generated from output.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int, Null};
use runtime::native::mask::{ANY, BOOL, INT};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn ob_start(callback: &Value ["", ANY, Null], chunk_size: i64 ["int", INT, Int(0)], flags: i64 ["int", INT, Int(112); "PHP_OUTPUT_HANDLER_STDFLAGS"]) -> bool ["bool"], Reenters;
    fn ob_flush() -> bool ["bool"], Reenters;
    fn ob_clean() -> bool ["bool"], Reenters;
    fn ob_end_flush() -> bool ["bool"], Reenters;
    fn ob_end_clean() -> bool ["bool"], Reenters;
    fn ob_get_flush() -> OrFalse<Str> ["string|false"], Reenters;
    fn ob_get_clean() -> OrFalse<Str> ["string|false"], Reenters;
    fn ob_get_contents() -> OrFalse<Str> ["string|false"], MayRaise;
    fn ob_get_level() -> i64 ["int"], MayRaise;
    fn ob_get_length() -> OrFalse<i64> ["int|false"], MayRaise;
    fn ob_list_handlers() -> Array ["array"], MayRaise;
    fn ob_get_status(full_status: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
    fn ob_implicit_flush(enable: bool ["bool", BOOL, Bool(true)]) -> () ["void"], MayRaise;
    fn flush() -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PHP_OUTPUT_HANDLER_START", value: Int(1) },
    Constant { name: "PHP_OUTPUT_HANDLER_WRITE", value: Int(0) },
    Constant { name: "PHP_OUTPUT_HANDLER_CONT", value: Int(0) },
    Constant { name: "PHP_OUTPUT_HANDLER_FLUSH", value: Int(4) },
    Constant { name: "PHP_OUTPUT_HANDLER_CLEAN", value: Int(2) },
    Constant { name: "PHP_OUTPUT_HANDLER_FINAL", value: Int(8) },
    Constant { name: "PHP_OUTPUT_HANDLER_END", value: Int(8) },
    Constant { name: "PHP_OUTPUT_HANDLER_CLEANABLE", value: Int(16) },
    Constant { name: "PHP_OUTPUT_HANDLER_FLUSHABLE", value: Int(32) },
    Constant { name: "PHP_OUTPUT_HANDLER_REMOVABLE", value: Int(64) },
    Constant { name: "PHP_OUTPUT_HANDLER_STDFLAGS", value: Int(112) },
    Constant { name: "PHP_OUTPUT_HANDLER_STARTED", value: Int(4096) },
    Constant { name: "PHP_OUTPUT_HANDLER_DISABLED", value: Int(8192) },
    Constant { name: "PHP_OUTPUT_HANDLER_PROCESSED", value: Int(16384) },
];
