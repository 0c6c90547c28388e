// @generated from json.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn json_decode(json: &Str ["string", STRING], associative: Option<bool> ["?bool", BOOL | NULL, Null], depth: i64 ["int", INT, Int(512)], flags: i64 ["int", INT, Int(0)]) -> Value ["mixed"], MayRaise;
    fn json_encode(value: &Value ["mixed", ANY], flags: i64 ["int", INT, Int(0)], depth: i64 ["int", INT, Int(512)]) -> OrFalse<Str> ["string|false"], Reenters;
    fn json_last_error() -> i64 ["int"], MayRaise;
    fn json_last_error_msg() -> Str ["string"], MayRaise;
    fn json_validate(json: &Str ["string", STRING], depth: i64 ["int", INT, Int(512)], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "JSON_HEX_TAG", value: Int(1) },
    Constant { name: "JSON_HEX_AMP", value: Int(2) },
    Constant { name: "JSON_HEX_APOS", value: Int(4) },
    Constant { name: "JSON_HEX_QUOT", value: Int(8) },
    Constant { name: "JSON_FORCE_OBJECT", value: Int(16) },
    Constant { name: "JSON_NUMERIC_CHECK", value: Int(32) },
    Constant { name: "JSON_UNESCAPED_SLASHES", value: Int(64) },
    Constant { name: "JSON_PRETTY_PRINT", value: Int(128) },
    Constant { name: "JSON_UNESCAPED_UNICODE", value: Int(256) },
    Constant { name: "JSON_PARTIAL_OUTPUT_ON_ERROR", value: Int(512) },
    Constant { name: "JSON_PRESERVE_ZERO_FRACTION", value: Int(1024) },
    Constant { name: "JSON_UNESCAPED_LINE_TERMINATORS", value: Int(2048) },
    Constant { name: "JSON_OBJECT_AS_ARRAY", value: Int(1) },
    Constant { name: "JSON_BIGINT_AS_STRING", value: Int(2) },
    Constant { name: "JSON_INVALID_UTF8_IGNORE", value: Int(1048576) },
    Constant { name: "JSON_INVALID_UTF8_SUBSTITUTE", value: Int(2097152) },
    Constant { name: "JSON_THROW_ON_ERROR", value: Int(4194304) },
    Constant { name: "JSON_ERROR_NONE", value: Int(0) },
    Constant { name: "JSON_ERROR_DEPTH", value: Int(1) },
    Constant { name: "JSON_ERROR_STATE_MISMATCH", value: Int(2) },
    Constant { name: "JSON_ERROR_CTRL_CHAR", value: Int(3) },
    Constant { name: "JSON_ERROR_SYNTAX", value: Int(4) },
    Constant { name: "JSON_ERROR_UTF8", value: Int(5) },
    Constant { name: "JSON_ERROR_RECURSION", value: Int(6) },
    Constant { name: "JSON_ERROR_INF_OR_NAN", value: Int(7) },
    Constant { name: "JSON_ERROR_UNSUPPORTED_TYPE", value: Int(8) },
    Constant { name: "JSON_ERROR_INVALID_PROPERTY_NAME", value: Int(9) },
    Constant { name: "JSON_ERROR_UTF16", value: Int(10) },
    Constant { name: "JSON_ERROR_NON_BACKED_ENUM", value: Int(11) },
];
