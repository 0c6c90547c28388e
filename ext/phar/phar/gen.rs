// @generated from phar.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn phar_open_(path: &Str ["string", STRING], alias: Option<&Str> ["?string", STRING | NULL], is_data: bool ["bool", BOOL], format: i64 ["int", INT]) -> Array ["array"], Reenters;
    fn phar_use_(archive: i64 ["int", INT], by: i64 ["int", INT]) -> () ["void"], MayRaise;
    fn phar_get_(archive: i64 ["int", INT], what: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
    fn phar_set_(archive: i64 ["int", INT], what: &Str ["string", STRING], value: &Value ["mixed", ANY]) -> Value ["mixed"], MayRaise;
    fn phar_flush_(archive: i64 ["int", INT], stub: Option<&Str> ["?string", STRING | NULL, Null], is_default: bool ["bool", BOOL, Bool(false)]) -> Option<Str> ["?string"], MayRaise;
    fn phar_entry_(archive: i64 ["int", INT], name: &Str ["string", STRING], guarded: bool ["bool", BOOL]) -> Value ["int|string|null"], MayRaise;
    fn phar_entry_get_(entry: i64 ["int", INT], what: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
    fn phar_entry_set_(entry: i64 ["int", INT], what: &Str ["string", STRING], value: &Value ["mixed", ANY]) -> Value ["mixed"], MayRaise;
    fn phar_entry_bytes_(entry: i64 ["int", INT]) -> Array ["array"], MayRaise;
    fn phar_put_(archive: i64 ["int", INT], name: &Str ["string", STRING], contents: &Str ["string", STRING], permissions: i64 ["int", INT]) -> Option<Str> ["?string"], MayRaise;
    fn phar_folder_(archive: i64 ["int", INT], name: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn phar_convert_(archive: i64 ["int", INT], format: i64 ["int", INT], extension: Option<&Str> ["?string", STRING | NULL], flags: i64 ["int", INT], is_data: bool ["bool", BOOL]) -> Str ["string"], MayRaise;
    fn phar_load_(path: &Str ["string", STRING], alias: Option<&Str> ["?string", STRING | NULL]) -> Value ["string|bool"], MayRaise;
    fn phar_map_(alias: Option<&Str> ["?string", STRING | NULL]) -> Value ["string|bool"], MayRaise;
    fn phar_running_() -> Option<Str> ["?string"], MayRaise;
    fn phar_split_(url: &Str ["string", STRING]) -> Option<Array> ["?array"], MayRaise;
    fn phar_mount_(name: &Str ["string", STRING], outside: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn phar_is_name_(name: &Str ["string", STRING], executable: bool ["bool", BOOL]) -> bool ["bool"], MayRaise;
    fn phar_unlink_(path: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn phar_copy_(archive: i64 ["int", INT], from: &Str ["string", STRING], to: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn phar_stub_(index: &Str ["string", STRING], web: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn phar_intercept_() -> () ["void"], MayRaise;
    fn phar_resolve_(path: &Str ["string", STRING], from: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn phar_expand_(path: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn phar_enter_(folder: Option<&Str> ["?string", STRING | NULL]) -> () ["void"], MayRaise;
    fn phar_script_() -> Str ["string"], MayRaise;
    fn phar_munged_(add: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn phar_find_(path: &Str ["string", STRING]) -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
