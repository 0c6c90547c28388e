// @generated from header.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, ARRAY, BOOL, CALLABLE, INT, NULL, STRING, PATH};
use runtime::native::Constant;
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn header(header: &Str ["string", STRING], replace: bool ["bool", BOOL, Bool(true)], response_code: i64 ["int", INT, Int(0)]) -> () ["void"], MayRaise;
    fn header_remove(name: Option<&Str> ["?string", STRING | NULL, Null]) -> () ["void"], MayRaise;
    fn headers_sent(filename: &Reference ["", ANY, Null], line: &Reference ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn headers_list() -> Array ["array"], MayRaise;
    fn header_type_() -> Option<Str> ["?string"], MayRaise;
    fn http_response_code(response_code: i64 ["int", INT, Int(0)]) -> Value ["int|bool"], MayRaise;
    fn header_register_callback(callback: &Value ["callable", CALLABLE]) -> bool ["bool"], MayRaise;
    fn setcookie(name: &Str ["string", STRING], value: &Str ["string", STRING, Bytes(b"")], expires_or_options: &Value ["array|int", ARRAY | INT, Int(0)], path: &Str ["string", STRING, Bytes(b"")], domain: &Str ["string", STRING, Bytes(b"")], secure: bool ["bool", BOOL, Bool(false)], httponly: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], MayRaise;
    fn setrawcookie(name: &Str ["string", STRING], value: &Str ["string", STRING, Bytes(b"")], expires_or_options: &Value ["array|int", ARRAY | INT, Int(0)], path: &Str ["string", STRING, Bytes(b"")], domain: &Str ["string", STRING, Bytes(b"")], secure: bool ["bool", BOOL, Bool(false)], httponly: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], MayRaise;
    fn request_parse_body(options: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Array ["array"], Reenters;
    fn is_uploaded_file(filename: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
    fn move_uploaded_file(from: &Str ["string", STRING], to: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
