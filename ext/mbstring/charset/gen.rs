// @generated from charset.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn mb_internal_encoding(encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|bool"], MayRaise;
    fn mb_detect_order(encoding: &Value ["array|string|null", ARRAY | STRING | NULL, Null]) -> Value ["array|bool"], MayRaise;
    fn mb_substitute_character(substitute_character: &Value ["string|int|null", STRING | INT | NULL, Null]) -> Value ["string|int|bool"], MayRaise;
    fn mb_language(language: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|bool"], MayRaise;
    fn mb_http_output(encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["string|bool"], MayRaise;
    fn mb_http_input(r#type: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["array|string|false"], MayRaise;
    fn mb_preferred_mime_name(encoding: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_list_encodings() -> Array ["array"], Pure;
    fn mb_encoding_aliases(encoding: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn mb_detect_encoding(string: &Str ["string", STRING], encodings: &Value ["array|string|null", ARRAY | STRING | NULL, Null], strict: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_check_encoding(value: &Value ["array|string|null", ARRAY | STRING | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], MayRaise;
    fn mb_convert_encoding(string: &Value ["array|string", ARRAY | STRING], to_encoding: &Str ["string", STRING], from_encoding: &Value ["array|string|null", ARRAY | STRING | NULL, Null]) -> Value ["array|string|false"], MayRaise;
    fn mb_scrub(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_ord(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mb_chr(codepoint: i64 ["int", INT], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_encode_numericentity(string: &Str ["string", STRING], map: &Array ["array", ARRAY], encoding: Option<&Str> ["?string", STRING | NULL, Null], hex: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], MayRaise;
    fn mb_decode_numericentity(string: &Str ["string", STRING], map: &Array ["array", ARRAY], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn mb_decode_mimeheader(string: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn mb_encode_mimeheader(string: &Str ["string", STRING], charset: Option<&Str> ["?string", STRING | NULL, Null], transfer_encoding: Option<&Str> ["?string", STRING | NULL, Null], newline: &Str ["string", STRING, Bytes(b"\r\n")], indent: i64 ["int", INT, Int(0)]) -> Str ["string"], MayRaise;
    fn mb_convert_variables(to_encoding: &Str ["string", STRING], from_encoding: &Value ["array|string", ARRAY | STRING], var: &Reference ["mixed", ANY]; vars ["mixed", ANY, ByRef]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn mb_parse_str(string: &Str ["string", STRING], result: &Reference ["", ANY]) -> bool ["bool"], MayRaise;
    fn mb_output_handler(string: &Str ["string", STRING], status: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn mb_get_info(r#type: &Str ["string", STRING, Bytes(b"all")]) -> Value ["array|string|int|false|null"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
