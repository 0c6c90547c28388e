// @generated from password.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, EmptyArray, Int};
use runtime::native::mask::{ARRAY, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn password_hash(password: &Str ["string", STRING] Sensitive, algo: &Value ["string|int|null", STRING | INT | NULL], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], MayRaise;
    fn password_verify(password: &Str ["string", STRING] Sensitive, hash: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn password_needs_rehash(hash: &Str ["string", STRING], algo: &Value ["string|int|null", STRING | INT | NULL], options: &Array ["array", ARRAY, EmptyArray]) -> bool ["bool"], MayRaise;
    fn password_get_info(hash: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn password_algos() -> Array ["array"], MayRaise;
    fn crypt(string: &Str ["string", STRING] Sensitive, salt: &Str ["string", STRING]) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PASSWORD_DEFAULT", value: Bytes(b"2y") },
    Constant { name: "PASSWORD_BCRYPT", value: Bytes(b"2y") },
    Constant { name: "PASSWORD_BCRYPT_DEFAULT_COST", value: Int(12) },
    Constant { name: "PASSWORD_ARGON2I", value: Bytes(b"argon2i") },
    Constant { name: "PASSWORD_ARGON2ID", value: Bytes(b"argon2id") },
    Constant { name: "PASSWORD_ARGON2_PROVIDER", value: Bytes(b"standard") },
    Constant { name: "PASSWORD_ARGON2_DEFAULT_MEMORY_COST", value: Int(65536) },
    Constant { name: "PASSWORD_ARGON2_DEFAULT_TIME_COST", value: Int(4) },
    Constant { name: "PASSWORD_ARGON2_DEFAULT_THREADS", value: Int(1) },
];
