// @generated from hash.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, EmptyArray, Int};
use runtime::native::mask::{ANY, ARRAY, BOOL, INSTANCE, INT, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn hash(algo: &Str ["string", STRING], data: &Str ["string", STRING], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], MayRaise;
    fn hash_hmac(algo: &Str ["string", STRING], data: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive, binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], MayRaise;
    fn hash_algos() -> Array ["array"], Pure;
    fn hash_hmac_algos() -> Array ["array"], Pure;
    fn hash_pbkdf2(algo: &Str ["string", STRING], password: &Str ["string", STRING] Sensitive, salt: &Str ["string", STRING], iterations: i64 ["int", INT], length: i64 ["int", INT, Int(0)], binary: bool ["bool", BOOL, Bool(false)], options: &Array ["array", ARRAY, EmptyArray]) -> Str ["string"], MayRaise;
    fn hash_hkdf(algo: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive, length: i64 ["int", INT, Int(0)], info: &Str ["string", STRING, Bytes(b"")], salt: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], MayRaise;
    fn hash_equals(known_string: &Str ["string", STRING] Sensitive, user_string: &Str ["string", STRING] Sensitive) -> bool ["bool"], MayRaise;
    fn hash_init(algo: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)], key: &Str ["string", STRING, Bytes(b"")] Sensitive, options: &Array ["array", ARRAY, EmptyArray]) -> Value ["HashContext"], MayRaise;
    fn hash_update(context: &Value ["HashContext", INSTANCE], data: &Str ["string", STRING]) -> bool ["true"], MayRaise;
    fn hash_final(context: &Value ["HashContext", INSTANCE], binary: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], MayRaise;
    fn hash_copy(context: &Value ["HashContext", INSTANCE]) -> Value ["HashContext"], MayRaise;
    fn hash_copied_(held: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn hash_state_(held: i64 ["int", INT], algo: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
    fn hash_under_way_(algo: &Str ["string", STRING], state: &Value ["mixed", ANY], mark: i64 ["int", INT]) -> Value ["mixed"], MayRaise;
    fn hash_kind_(held: i64 ["int", INT]) -> i64 ["int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "HASH_HMAC", value: Int(1) },
    Constant { name: "MHASH_CRC32", value: Int(0) },
    Constant { name: "MHASH_MD5", value: Int(1) },
    Constant { name: "MHASH_SHA1", value: Int(2) },
    Constant { name: "MHASH_HAVAL256", value: Int(3) },
    Constant { name: "MHASH_RIPEMD160", value: Int(5) },
    Constant { name: "MHASH_TIGER", value: Int(7) },
    Constant { name: "MHASH_GOST", value: Int(8) },
    Constant { name: "MHASH_CRC32B", value: Int(9) },
    Constant { name: "MHASH_HAVAL224", value: Int(10) },
    Constant { name: "MHASH_HAVAL192", value: Int(11) },
    Constant { name: "MHASH_HAVAL160", value: Int(12) },
    Constant { name: "MHASH_HAVAL128", value: Int(13) },
    Constant { name: "MHASH_TIGER128", value: Int(14) },
    Constant { name: "MHASH_TIGER160", value: Int(15) },
    Constant { name: "MHASH_MD4", value: Int(16) },
    Constant { name: "MHASH_SHA256", value: Int(17) },
    Constant { name: "MHASH_ADLER32", value: Int(18) },
    Constant { name: "MHASH_SHA224", value: Int(19) },
    Constant { name: "MHASH_SHA512", value: Int(20) },
    Constant { name: "MHASH_SHA384", value: Int(21) },
    Constant { name: "MHASH_WHIRLPOOL", value: Int(22) },
    Constant { name: "MHASH_RIPEMD128", value: Int(23) },
    Constant { name: "MHASH_RIPEMD256", value: Int(24) },
    Constant { name: "MHASH_RIPEMD320", value: Int(25) },
    Constant { name: "MHASH_SNEFRU256", value: Int(27) },
    Constant { name: "MHASH_MD2", value: Int(28) },
    Constant { name: "MHASH_FNV132", value: Int(29) },
    Constant { name: "MHASH_FNV1A32", value: Int(30) },
    Constant { name: "MHASH_FNV164", value: Int(31) },
    Constant { name: "MHASH_FNV1A64", value: Int(32) },
    Constant { name: "MHASH_JOAAT", value: Int(33) },
    Constant { name: "MHASH_CRC32C", value: Int(34) },
    Constant { name: "MHASH_MURMUR3A", value: Int(35) },
    Constant { name: "MHASH_MURMUR3C", value: Int(36) },
    Constant { name: "MHASH_MURMUR3F", value: Int(37) },
    Constant { name: "MHASH_XXH32", value: Int(38) },
    Constant { name: "MHASH_XXH64", value: Int(39) },
    Constant { name: "MHASH_XXH3", value: Int(40) },
    Constant { name: "MHASH_XXH128", value: Int(41) },
];
