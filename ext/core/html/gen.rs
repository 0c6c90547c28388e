// @generated from html.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ARRAY, BOOL, INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn htmlspecialchars(string: &Str ["string", STRING], flags: i64 ["int", INT, Int(11)], encoding: Option<&Str> ["?string", STRING | NULL, Null], double_encode: bool ["bool", BOOL, Bool(true)]) -> Str ["string"], MayRaise;
    fn htmlspecialchars_decode(string: &Str ["string", STRING], flags: i64 ["int", INT, Int(11)]) -> Str ["string"], MayRaise;
    fn htmlentities(string: &Str ["string", STRING], flags: i64 ["int", INT, Int(11)], encoding: Option<&Str> ["?string", STRING | NULL, Null], double_encode: bool ["bool", BOOL, Bool(true)]) -> Str ["string"], MayRaise;
    fn html_entity_decode(string: &Str ["string", STRING], flags: i64 ["int", INT, Int(11)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn get_html_translation_table(table: i64 ["int", INT, Int(0); "HTML_SPECIALCHARS"], flags: i64 ["int", INT, Int(11)], encoding: &Str ["string", STRING, Bytes(b"UTF-8")]) -> Array ["array"], MayRaise;
    fn strip_tags(string: &Str ["string", STRING], allowed_tags: &Value ["array|string|null", ARRAY | STRING | NULL, Null]) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "ENT_NOQUOTES", value: Int(0) },
    Constant { name: "ENT_COMPAT", value: Int(2) },
    Constant { name: "ENT_QUOTES", value: Int(3) },
    Constant { name: "ENT_IGNORE", value: Int(4) },
    Constant { name: "ENT_SUBSTITUTE", value: Int(8) },
    Constant { name: "ENT_DISALLOWED", value: Int(128) },
    Constant { name: "ENT_HTML401", value: Int(0) },
    Constant { name: "ENT_XML1", value: Int(16) },
    Constant { name: "ENT_XHTML", value: Int(32) },
    Constant { name: "ENT_HTML5", value: Int(48) },
    Constant { name: "HTML_SPECIALCHARS", value: Int(0) },
    Constant { name: "HTML_ENTITIES", value: Int(1) },
];
