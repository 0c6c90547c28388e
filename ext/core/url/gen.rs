// @generated from url.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int, Null};
use runtime::native::mask::{ANY, ARRAY, INT, NULL, STRING, OBJECT};
use runtime::native::Constant;
use runtime::object::Reference;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn parse_url(url: &Str ["string", STRING], component: i64 ["int", INT, Int(-1)]) -> Value ["array|string|int|false|null"], MayRaise;
    fn http_build_query(data: &Value ["object|array", OBJECT | ARRAY], numeric_prefix: &Str ["string", STRING, Bytes(b"")], arg_separator: Option<&Str> ["?string", STRING | NULL, Null], encoding_type: i64 ["int", INT, Int(1); "PHP_QUERY_RFC1738"]) -> Str ["string"], Reenters;
    fn parse_str(string: &Str ["string", STRING], result: &Reference ["", ANY]) -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PHP_URL_SCHEME", value: Int(0) },
    Constant { name: "PHP_URL_HOST", value: Int(1) },
    Constant { name: "PHP_URL_PORT", value: Int(2) },
    Constant { name: "PHP_URL_USER", value: Int(3) },
    Constant { name: "PHP_URL_PASS", value: Int(4) },
    Constant { name: "PHP_URL_PATH", value: Int(5) },
    Constant { name: "PHP_URL_QUERY", value: Int(6) },
    Constant { name: "PHP_URL_FRAGMENT", value: Int(7) },
    Constant { name: "PHP_QUERY_RFC1738", value: Int(1) },
    Constant { name: "PHP_QUERY_RFC3986", value: Int(2) },
];
