// @generated from text.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;

runtime::natives! {
    fn mb_strlen(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> i64 ["int"], MayRaise;
    fn mb_substr(string: &Str ["string", STRING], start: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_strcut(string: &Str ["string", STRING], start: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_str_split(string: &Str ["string", STRING], length: i64 ["int", INT, Int(1)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Array ["array"], MayRaise;
    fn mb_strpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mb_strrpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mb_stripos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mb_strripos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mb_strstr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_strrchr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_stristr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_strrichr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_substr_count(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> i64 ["int"], MayRaise;
    fn mb_strwidth(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> i64 ["int"], MayRaise;
    fn mb_strimwidth(string: &Str ["string", STRING], start: i64 ["int", INT], width: i64 ["int", INT], trim_marker: &Str ["string", STRING, Bytes(b"")], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_str_pad(string: &Str ["string", STRING], length: i64 ["int", INT], pad_string: &Str ["string", STRING, Bytes(b" ")], pad_type: i64 ["int", INT, Int(1); "STR_PAD_RIGHT"], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_convert_case(string: &Str ["string", STRING], mode: i64 ["int", INT], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_strtoupper(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_strtolower(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_ucfirst(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_lcfirst(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_trim(string: &Str ["string", STRING], characters: Option<&Str> ["?string", STRING | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_ltrim(string: &Str ["string", STRING], characters: Option<&Str> ["?string", STRING | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_rtrim(string: &Str ["string", STRING], characters: Option<&Str> ["?string", STRING | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_convert_kana(string: &Str ["string", STRING], mode: &Str ["string", STRING, Bytes(b"KV")], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "MB_CASE_UPPER", value: Int(0) },
    Constant { name: "MB_CASE_LOWER", value: Int(1) },
    Constant { name: "MB_CASE_TITLE", value: Int(2) },
    Constant { name: "MB_CASE_FOLD", value: Int(3) },
    Constant { name: "MB_CASE_UPPER_SIMPLE", value: Int(4) },
    Constant { name: "MB_CASE_LOWER_SIMPLE", value: Int(5) },
    Constant { name: "MB_CASE_TITLE_SIMPLE", value: Int(6) },
    Constant { name: "MB_CASE_FOLD_SIMPLE", value: Int(7) },
];
