// @generated from hash.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, EmptyArray, Int};
use runtime::native::mask::{ARRAY, BOOL, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;

runtime::natives! {
    fn hash(algo: &Str ["string", STRING], data: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], Pure;
    fn hash_hmac(algo: &Str ["string", STRING], data: &Str ["string", STRING], key: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], Pure;
    fn hash_algos() -> Array ["array"], Pure;
    fn hash_hmac_algos() -> Array ["array"], Pure;
    fn hash_pbkdf2(algo: &Str ["string", STRING], password: &Str ["string", STRING], salt: &Str ["string", STRING], iterations: i64 ["int", INT], length: i64 ["int", INT, Int(0)], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], Pure;
    fn hash_hkdf(algo: &Str ["string", STRING], key: &Str ["string", STRING], length: i64 ["int", INT, Int(0)], info: &Str ["string", STRING, Bytes(b"")], salt: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], Pure;
    fn hash_equals(known_string: &Str ["string", STRING], user_string: &Str ["string", STRING]) -> bool ["bool"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "HASH_HMAC", value: Int(1) },
];
