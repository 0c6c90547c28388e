// @generated from ini.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int, Null};
use runtime::native::mask::{BOOL, FLOAT, INT, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn ini_get(option: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn ini_set(option: &Str ["string", STRING], value: &Value ["string|int|float|bool|null", STRING | INT | FLOAT | BOOL | NULL]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn ini_alter = ini_set(option: &Str ["string", STRING], value: &Value ["string|int|float|bool|null", STRING | INT | FLOAT | BOOL | NULL]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn ini_restore(option: &Str ["string", STRING]) -> () ["void"], MayRaise;
    fn ini_get_all(extension: Option<&Str> ["?string", STRING | NULL, Null], details: bool ["bool", BOOL, Bool(true)]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn ini_parse_quantity(shorthand: &Str ["string", STRING]) -> i64 ["int"], MayRaise;
    fn get_cfg_var(option: &Str ["string", STRING]) -> Value ["array|string|false"], MayRaise;
    fn get_include_path() -> OrFalse<Str> ["string|false"], MayRaise;
    fn set_include_path(include_path: &Str ["string", PATH]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn set_time_limit(seconds: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn ignore_user_abort(enable: Option<bool> ["?bool", BOOL | NULL, Null]) -> i64 ["int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "INI_USER", value: Int(1) },
    Constant { name: "INI_PERDIR", value: Int(2) },
    Constant { name: "INI_SYSTEM", value: Int(4) },
    Constant { name: "INI_ALL", value: Int(7) },
];
