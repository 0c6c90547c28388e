// @generated from object.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{ARRAY, BOOL, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;

runtime::natives! {
    fn date_read_(text: &Str ["string", STRING], format: Option<&Str> ["?string", STRING | NULL], zone: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_text_(seconds: i64 ["int", INT], micros: i64 ["int", INT], zone: &Str ["string", STRING], format: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn date_parts_(seconds: i64 ["int", INT], zone: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_moment_(fields: &Array ["array", ARRAY], zone: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_moved_(seconds: i64 ["int", INT], micros: i64 ["int", INT], zone: &Str ["string", STRING], text: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_shifted_(seconds: i64 ["int", INT], micros: i64 ["int", INT], zone: &Str ["string", STRING], text: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_added_(moment: &Array ["array", ARRAY], by: &Array ["array", ARRAY], wall: bool ["bool", BOOL]) -> Array ["array"], MayRaise;
    fn date_difference_(one: &Array ["array", ARRAY], other: &Array ["array", ARRAY]) -> Array ["array"], MayRaise;
    fn date_week_day_(year: i64 ["int", INT], week: i64 ["int", INT], day: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn date_relative_(text: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn timezone_read_(text: &Str ["string", STRING]) -> Option<Str> ["?string"], MayRaise;
    fn timezone_text_(zone: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn timezone_at_(zone: &Str ["string", STRING], seconds: i64 ["int", INT]) -> Array ["array"], MayRaise;
    fn timezone_changes_(zone: &Str ["string", STRING], begin: i64 ["int", INT], end: i64 ["int", INT]) -> Array ["array"], MayRaise;
    fn timezone_names_(group: i64 ["int", INT], country: Option<&Str> ["?string", STRING | NULL]) -> Array ["array"], MayRaise;
    fn timezone_abbreviations_list() -> Array ["array"], MayRaise;
    fn timezone_here_() -> Str ["string"], MayRaise;
    fn interval_of_(text: &Str ["string", STRING]) -> Option<Array> ["?array"], Pure;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
