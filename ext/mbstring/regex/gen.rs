// @generated from regex.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int, Null};
use runtime::native::mask::{ANY, CALLABLE, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn mb_regex_encoding(encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|bool"], MayRaise;
    fn mb_ereg(pattern: &Str ["string", STRING], string: &Str ["string", STRING], matches: &Reference ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn mb_eregi(pattern: &Str ["string", STRING], string: &Str ["string", STRING], matches: &Reference ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn mb_ereg_replace(pattern: &Str ["string", STRING], replacement: &Str ["string", STRING], string: &Str ["string", STRING], options: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|false|null"], MayRaise;
    fn mb_eregi_replace(pattern: &Str ["string", STRING], replacement: &Str ["string", STRING], string: &Str ["string", STRING], options: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|false|null"], MayRaise;
    fn mb_ereg_replace_callback(pattern: &Str ["string", STRING], callback: &Value ["callable", CALLABLE], string: &Str ["string", STRING], options: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|false|null"], MayRaise;
    fn mb_split(pattern: &Str ["string", STRING], string: &Str ["string", STRING], limit: i64 ["int", INT, Int(-1)]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn mb_ereg_match(pattern: &Str ["string", STRING], string: &Str ["string", STRING], options: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn mb_ereg_search(pattern: Option<&Str> ["?string", STRING | NULL, Null], options: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn mb_ereg_search_pos(pattern: Option<&Str> ["?string", STRING | NULL, Null], options: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn mb_ereg_search_regs(pattern: Option<&Str> ["?string", STRING | NULL, Null], options: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn mb_ereg_search_init(string: &Str ["string", STRING], pattern: Option<&Str> ["?string", STRING | NULL, Null], options: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn mb_ereg_search_getregs() -> OrFalse<Array> ["array|false"], MayRaise;
    fn mb_ereg_search_getpos() -> i64 ["int"], MayRaise;
    fn mb_ereg_search_setpos(offset: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn mb_regex_set_options(options: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "MB_ONIGURUMA_VERSION", value: Bytes(b"6.9.10") },
];
