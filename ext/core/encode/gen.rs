// @generated from encode.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Bool;
use runtime::native::mask::{BOOL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;

runtime::natives! {
    fn crc32(string: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn md5(string: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], Pure;
    fn sha1(string: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], Pure;
    fn base64_encode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn base64_decode(string: &Str ["string", STRING], strict: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], Pure;
    fn urlencode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn urldecode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn rawurlencode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn rawurldecode(string: &Str ["string", STRING]) -> Str ["string"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
