// @generated from http.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Null};
use runtime::native::mask::{ANY, BOOL, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn http_get_last_response_headers() -> Option<Array> ["?array"], MayRaise;
    fn http_clear_last_response_headers() -> () ["void"], MayRaise;
    fn get_headers(url: &Str ["string", PATH], associative: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null]) -> OrFalse<Array> ["array|false"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
