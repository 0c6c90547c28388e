// @generated from filter.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn filter_var(value: &Value ["mixed", ANY], filter: i64 ["int", INT, Int(516); "FILTER_DEFAULT"], options: &Value ["array|int", ARRAY | INT, Int(0)]) -> Value ["mixed"], Reenters;
    fn filter_var_array(array: &Array ["array", ARRAY], options: &Value ["array|int", ARRAY | INT, Int(516); "FILTER_DEFAULT"], add_empty: bool ["bool", BOOL, Bool(true)]) -> Value ["array|false|null"], Reenters;
    fn filter_known_(id: i64 ["int", INT]) -> bool ["bool"], Pure;
    fn filter_list() -> Array ["array"], Pure;
    fn filter_id(name: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "INPUT_POST", value: Int(0) },
    Constant { name: "INPUT_GET", value: Int(1) },
    Constant { name: "INPUT_COOKIE", value: Int(2) },
    Constant { name: "INPUT_ENV", value: Int(4) },
    Constant { name: "INPUT_SERVER", value: Int(5) },
    Constant { name: "FILTER_FLAG_NONE", value: Int(0) },
    Constant { name: "FILTER_REQUIRE_SCALAR", value: Int(33554432) },
    Constant { name: "FILTER_REQUIRE_ARRAY", value: Int(16777216) },
    Constant { name: "FILTER_FORCE_ARRAY", value: Int(67108864) },
    Constant { name: "FILTER_NULL_ON_FAILURE", value: Int(134217728) },
    Constant { name: "FILTER_VALIDATE_INT", value: Int(257) },
    Constant { name: "FILTER_VALIDATE_BOOLEAN", value: Int(258) },
    Constant { name: "FILTER_VALIDATE_BOOL", value: Int(258) },
    Constant { name: "FILTER_VALIDATE_FLOAT", value: Int(259) },
    Constant { name: "FILTER_VALIDATE_REGEXP", value: Int(272) },
    Constant { name: "FILTER_VALIDATE_DOMAIN", value: Int(277) },
    Constant { name: "FILTER_VALIDATE_URL", value: Int(273) },
    Constant { name: "FILTER_VALIDATE_EMAIL", value: Int(274) },
    Constant { name: "FILTER_VALIDATE_IP", value: Int(275) },
    Constant { name: "FILTER_VALIDATE_MAC", value: Int(276) },
    Constant { name: "FILTER_DEFAULT", value: Int(516) },
    Constant { name: "FILTER_UNSAFE_RAW", value: Int(516) },
    Constant { name: "FILTER_SANITIZE_STRING", value: Int(513) },
    Constant { name: "FILTER_SANITIZE_STRIPPED", value: Int(513) },
    Constant { name: "FILTER_SANITIZE_ENCODED", value: Int(514) },
    Constant { name: "FILTER_SANITIZE_SPECIAL_CHARS", value: Int(515) },
    Constant { name: "FILTER_SANITIZE_FULL_SPECIAL_CHARS", value: Int(522) },
    Constant { name: "FILTER_SANITIZE_EMAIL", value: Int(517) },
    Constant { name: "FILTER_SANITIZE_URL", value: Int(518) },
    Constant { name: "FILTER_SANITIZE_NUMBER_INT", value: Int(519) },
    Constant { name: "FILTER_SANITIZE_NUMBER_FLOAT", value: Int(520) },
    Constant { name: "FILTER_SANITIZE_ADD_SLASHES", value: Int(523) },
    Constant { name: "FILTER_CALLBACK", value: Int(1024) },
    Constant { name: "FILTER_FLAG_ALLOW_OCTAL", value: Int(1) },
    Constant { name: "FILTER_FLAG_ALLOW_HEX", value: Int(2) },
    Constant { name: "FILTER_FLAG_STRIP_LOW", value: Int(4) },
    Constant { name: "FILTER_FLAG_STRIP_HIGH", value: Int(8) },
    Constant { name: "FILTER_FLAG_STRIP_BACKTICK", value: Int(512) },
    Constant { name: "FILTER_FLAG_ENCODE_LOW", value: Int(16) },
    Constant { name: "FILTER_FLAG_ENCODE_HIGH", value: Int(32) },
    Constant { name: "FILTER_FLAG_ENCODE_AMP", value: Int(64) },
    Constant { name: "FILTER_FLAG_NO_ENCODE_QUOTES", value: Int(128) },
    Constant { name: "FILTER_FLAG_EMPTY_STRING_NULL", value: Int(256) },
    Constant { name: "FILTER_FLAG_ALLOW_FRACTION", value: Int(4096) },
    Constant { name: "FILTER_FLAG_ALLOW_THOUSAND", value: Int(8192) },
    Constant { name: "FILTER_FLAG_ALLOW_SCIENTIFIC", value: Int(16384) },
    Constant { name: "FILTER_FLAG_PATH_REQUIRED", value: Int(262144) },
    Constant { name: "FILTER_FLAG_QUERY_REQUIRED", value: Int(524288) },
    Constant { name: "FILTER_FLAG_IPV4", value: Int(1048576) },
    Constant { name: "FILTER_FLAG_IPV6", value: Int(2097152) },
    Constant { name: "FILTER_FLAG_NO_RES_RANGE", value: Int(4194304) },
    Constant { name: "FILTER_FLAG_NO_PRIV_RANGE", value: Int(8388608) },
    Constant { name: "FILTER_FLAG_GLOBAL_RANGE", value: Int(268435456) },
    Constant { name: "FILTER_FLAG_HOSTNAME", value: Int(1048576) },
    Constant { name: "FILTER_FLAG_EMAIL_UNICODE", value: Int(1048576) },
];
