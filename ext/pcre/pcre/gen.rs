// @generated from pcre.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, ARRAY, CALLABLE, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn preg_match(pattern: &Str ["string", STRING], subject: &Str ["string", STRING], matches: &Reference ["", ANY, Null], flags: i64 ["int", INT, Int(0)], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn preg_match_all(pattern: &Str ["string", STRING], subject: &Str ["string", STRING], matches: &Reference ["", ANY, Null], flags: i64 ["int", INT, Int(0)], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn preg_replace(pattern: &Value ["array|string", ARRAY | STRING], replacement: &Value ["array|string", ARRAY | STRING], subject: &Value ["array|string", ARRAY | STRING], limit: i64 ["int", INT, Int(-1)], count: &Reference ["", ANY, Null]) -> Value ["array|string|null"], Reenters;
    fn preg_filter(pattern: &Value ["array|string", ARRAY | STRING], replacement: &Value ["array|string", ARRAY | STRING], subject: &Value ["array|string", ARRAY | STRING], limit: i64 ["int", INT, Int(-1)], count: &Reference ["", ANY, Null]) -> Value ["array|string|null"], Reenters;
    fn preg_replace_callback(pattern: &Value ["array|string", ARRAY | STRING], callback: &Value ["callable", CALLABLE], subject: &Value ["array|string", ARRAY | STRING], limit: i64 ["int", INT, Int(-1)], count: &Reference ["", ANY, Null], flags: i64 ["int", INT, Int(0)]) -> Value ["array|string|null"], Reenters;
    fn preg_replace_callback_array(pattern: &Array ["array", ARRAY], subject: &Value ["array|string", ARRAY | STRING], limit: i64 ["int", INT, Int(-1)], count: &Reference ["", ANY, Null], flags: i64 ["int", INT, Int(0)]) -> Value ["array|string|null"], Reenters;
    fn preg_split(pattern: &Str ["string", STRING], subject: &Str ["string", STRING], limit: i64 ["int", INT, Int(-1)], flags: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn preg_quote(str: &Str ["string", STRING], delimiter: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], Pure;
    fn preg_grep(pattern: &Str ["string", STRING], array: &Array ["array", ARRAY], flags: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], Reenters;
    fn preg_last_error() -> i64 ["int"], MayRaise;
    fn preg_last_error_msg() -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PREG_PATTERN_ORDER", value: Int(1) },
    Constant { name: "PREG_SET_ORDER", value: Int(2) },
    Constant { name: "PREG_OFFSET_CAPTURE", value: Int(256) },
    Constant { name: "PREG_UNMATCHED_AS_NULL", value: Int(512) },
    Constant { name: "PREG_SPLIT_NO_EMPTY", value: Int(1) },
    Constant { name: "PREG_SPLIT_DELIM_CAPTURE", value: Int(2) },
    Constant { name: "PREG_SPLIT_OFFSET_CAPTURE", value: Int(4) },
    Constant { name: "PREG_GREP_INVERT", value: Int(1) },
    Constant { name: "PREG_NO_ERROR", value: Int(0) },
    Constant { name: "PREG_INTERNAL_ERROR", value: Int(1) },
    Constant { name: "PREG_BACKTRACK_LIMIT_ERROR", value: Int(2) },
    Constant { name: "PREG_RECURSION_LIMIT_ERROR", value: Int(3) },
    Constant { name: "PREG_BAD_UTF8_ERROR", value: Int(4) },
    Constant { name: "PREG_BAD_UTF8_OFFSET_ERROR", value: Int(5) },
    Constant { name: "PREG_JIT_STACKLIMIT_ERROR", value: Int(6) },
    Constant { name: "PCRE_VERSION", value: Bytes(b"10.46 2025-08-27") },
    Constant { name: "PCRE_VERSION_MAJOR", value: Int(10) },
    Constant { name: "PCRE_VERSION_MINOR", value: Int(46) },
    Constant { name: "PCRE_JIT_SUPPORT", value: Bool(true) },
];
