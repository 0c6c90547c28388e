// @generated from calendar.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int, Null};
use runtime::native::mask::{BOOL, INT, NULL};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn cal_days_in_month(calendar: i64 ["int", INT], month: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn cal_from_jd(julian_day: i64 ["int", INT], calendar: i64 ["int", INT]) -> Array ["array"], MayRaise;
    fn cal_info(calendar: i64 ["int", INT, Int(-1)]) -> Array ["array"], MayRaise;
    fn cal_to_jd(calendar: i64 ["int", INT], month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn easter_date(year: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "CAL_EASTER_DEFAULT"]) -> i64 ["int"], MayRaise;
    fn easter_days(year: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "CAL_EASTER_DEFAULT"]) -> i64 ["int"], MayRaise;
    fn frenchtojd(month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], Pure;
    fn gregoriantojd(month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], Pure;
    fn jddayofweek(julian_day: i64 ["int", INT], mode: i64 ["int", INT, Int(0); "CAL_DOW_DAYNO"]) -> Value ["string|int"], Pure;
    fn jdmonthname(julian_day: i64 ["int", INT], mode: i64 ["int", INT]) -> Str ["string"], Pure;
    fn jdtofrench(julian_day: i64 ["int", INT]) -> Str ["string"], Pure;
    fn jdtogregorian(julian_day: i64 ["int", INT]) -> Str ["string"], Pure;
    fn jdtojewish(julian_day: i64 ["int", INT], hebrew: bool ["bool", BOOL, Bool(false)], flags: i64 ["int", INT, Int(0)]) -> Str ["string"], MayRaise;
    fn jdtojulian(julian_day: i64 ["int", INT]) -> Str ["string"], Pure;
    fn jdtounix(julian_day: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn jewishtojd(month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn juliantojd(month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> i64 ["int"], Pure;
    fn unixtojd(timestamp: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "CAL_GREGORIAN", value: Int(0) },
    Constant { name: "CAL_JULIAN", value: Int(1) },
    Constant { name: "CAL_JEWISH", value: Int(2) },
    Constant { name: "CAL_FRENCH", value: Int(3) },
    Constant { name: "CAL_NUM_CALS", value: Int(4) },
    Constant { name: "CAL_DOW_DAYNO", value: Int(0) },
    Constant { name: "CAL_DOW_SHORT", value: Int(2) },
    Constant { name: "CAL_DOW_LONG", value: Int(1) },
    Constant { name: "CAL_MONTH_GREGORIAN_SHORT", value: Int(0) },
    Constant { name: "CAL_MONTH_GREGORIAN_LONG", value: Int(1) },
    Constant { name: "CAL_MONTH_JULIAN_SHORT", value: Int(2) },
    Constant { name: "CAL_MONTH_JULIAN_LONG", value: Int(3) },
    Constant { name: "CAL_MONTH_JEWISH", value: Int(4) },
    Constant { name: "CAL_MONTH_FRENCH", value: Int(5) },
    Constant { name: "CAL_EASTER_DEFAULT", value: Int(0) },
    Constant { name: "CAL_EASTER_ROMAN", value: Int(1) },
    Constant { name: "CAL_EASTER_ALWAYS_GREGORIAN", value: Int(2) },
    Constant { name: "CAL_EASTER_ALWAYS_JULIAN", value: Int(3) },
    Constant { name: "CAL_JEWISH_ADD_ALAFIM_GERESH", value: Int(2) },
    Constant { name: "CAL_JEWISH_ADD_ALAFIM", value: Int(4) },
    Constant { name: "CAL_JEWISH_ADD_GERESHAYIM", value: Int(8) },
];
