// @generated from simple.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int};
use runtime::native::mask::{BOOL, INT, NULL, STRING, OBJECT};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn simplexml_load_file(filename: &Str ["string", STRING], class_name: Option<&Str> ["?string", STRING | NULL, Bytes(b"SimpleXMLElement")], options: i64 ["int", INT, Int(0)], namespace_or_prefix: &Str ["string", STRING, Bytes(b"")], is_prefix: bool ["bool", BOOL, Bool(false)]) -> Value ["SimpleXMLElement|false"], Reenters;
    fn simplexml_load_string(data: &Str ["string", STRING], class_name: Option<&Str> ["?string", STRING | NULL, Bytes(b"SimpleXMLElement")], options: i64 ["int", INT, Int(0)], namespace_or_prefix: &Str ["string", STRING, Bytes(b"")], is_prefix: bool ["bool", BOOL, Bool(false)]) -> Value ["SimpleXMLElement|false"], Reenters;
    fn simplexml_import_dom(node: &Value ["object", OBJECT], class_name: Option<&Str> ["?string", STRING | NULL, Bytes(b"SimpleXMLElement")]) -> Value ["?SimpleXMLElement"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
