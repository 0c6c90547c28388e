// @generated from hash.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, EmptyArray, Int};
use runtime::native::mask::{ARRAY, BOOL, INSTANCE, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn hash(algo: &Str ["string", STRING], data: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], Pure;
    fn hash_hmac(algo: &Str ["string", STRING], data: &Str ["string", STRING], key: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], Pure;
    fn hash_algos() -> Array ["array"], Pure;
    fn hash_hmac_algos() -> Array ["array"], Pure;
    fn hash_pbkdf2(algo: &Str ["string", STRING], password: &Str ["string", STRING], salt: &Str ["string", STRING], iterations: i64 ["int", INT], length: i64 ["int", INT, Int(0)], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], Pure;
    fn hash_hkdf(algo: &Str ["string", STRING], key: &Str ["string", STRING], length: i64 ["int", INT, Int(0)], info: &Str ["string", STRING, Bytes(b"")], salt: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], Pure;
    fn hash_equals(known_string: &Str ["string", STRING], user_string: &Str ["string", STRING]) -> bool ["bool"], Pure;
    fn hash_init(algo: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)], key: &Str ["string", STRING, Bytes(b"")], options: &Array ["array", ARRAY, EmptyArray]) -> Value ["HashContext"], MayRaise;
    fn hash_update(context: &Value ["HashContext", INSTANCE], data: &Str ["string", STRING]) -> bool ["true"], MayRaise;
    fn hash_final(context: &Value ["HashContext", INSTANCE], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], MayRaise;
    fn hash_copy(context: &Value ["HashContext", INSTANCE]) -> Value ["HashContext"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "HASH_HMAC", value: Int(1) },
];
