// @generated from iconv.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, EmptyArray, Int, Null};
use runtime::native::mask::{ARRAY, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn iconv(from_encoding: &Str ["string", STRING], to_encoding: &Str ["string", STRING], string: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn iconv_strlen(string: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn iconv_substr(string: &Str ["string", STRING], offset: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn iconv_strpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn iconv_strrpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn iconv_get_encoding(r#type: &Str ["string", STRING, Bytes(b"all")]) -> Value ["array|string|false"], MayRaise;
    fn iconv_set_encoding(r#type: &Str ["string", STRING], encoding: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn iconv_mime_decode(string: &Str ["string", STRING], mode: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn iconv_mime_decode_headers(headers: &Str ["string", STRING], mode: i64 ["int", INT, Int(0)], encoding: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn iconv_mime_encode(field_name: &Str ["string", STRING], field_value: &Str ["string", STRING], options: &Array ["array", ARRAY, EmptyArray]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn ob_iconv_handler_(contents: &Str ["string", STRING], status: i64 ["int", INT]) -> OrFalse<Str> ["string|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "ICONV_IMPL", value: Bytes(b"glibc") },
    Constant { name: "ICONV_VERSION", value: Bytes(b"2.41") },
    Constant { name: "ICONV_MIME_DECODE_STRICT", value: Int(1) },
    Constant { name: "ICONV_MIME_DECODE_CONTINUE_ON_ERROR", value: Int(2) },
];
