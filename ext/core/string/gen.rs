// @generated from string.php by `./x gen`. Edit the stub.

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
    fn strlen(string: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn strcmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn strncmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING], length: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn strcasecmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn strncasecmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING], length: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn strnatcmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn strnatcasecmp(string1: &Str ["string", STRING], string2: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn substr_compare(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null], case_insensitive: bool ["bool", BOOL, Bool(false)]) -> i64 ["int"], MayRaise;
    fn substr(string: &Str ["string", STRING], offset: i64 ["int", INT], length: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], Pure;
    fn strpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn stripos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn strrpos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn strripos(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn strstr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], Pure;
    fn strchr = strstr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], Pure;
    fn stristr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn strrchr(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], before_needle: bool ["bool", BOOL, Bool(false)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn str_contains(haystack: &Str ["string", STRING], needle: &Str ["string", STRING]) -> bool ["bool"], Pure;
    fn str_starts_with(haystack: &Str ["string", STRING], needle: &Str ["string", STRING]) -> bool ["bool"], Pure;
    fn str_ends_with(haystack: &Str ["string", STRING], needle: &Str ["string", STRING]) -> bool ["bool"], Pure;
    fn str_replace(search: &Value ["array|string", ARRAY | STRING], replace: &Value ["array|string", ARRAY | STRING], subject: &Value ["array|string", ARRAY | STRING], count: &Reference ["", ANY, Null]) -> Value ["array|string"], Reenters;
    fn str_ireplace(search: &Value ["array|string", ARRAY | STRING], replace: &Value ["array|string", ARRAY | STRING], subject: &Value ["array|string", ARRAY | STRING], count: &Reference ["", ANY, Null]) -> Value ["array|string"], Reenters;
    fn substr_replace(string: &Value ["array|string", ARRAY | STRING], replace: &Value ["array|string", ARRAY | STRING], offset: &Value ["array|int", ARRAY | INT], length: &Value ["array|int|null", ARRAY | INT | NULL, Null]) -> Value ["array|string"], Reenters;
    fn substr_count(haystack: &Str ["string", STRING], needle: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], length: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn str_repeat(string: &Str ["string", STRING], times: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn str_pad(string: &Str ["string", STRING], length: i64 ["int", INT], pad_string: &Str ["string", STRING, Bytes(b" ")], pad_type: i64 ["int", INT, Int(1); "STR_PAD_RIGHT"]) -> Str ["string"], MayRaise;
    fn str_split(string: &Str ["string", STRING], length: i64 ["int", INT, Int(1)]) -> Array ["array"], MayRaise;
    fn strrev(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn trim(string: &Str ["string", STRING], characters: &Str ["string", STRING, Bytes(b" \n\r\t\x0b\x00")]) -> Str ["string"], MayRaise;
    fn ltrim(string: &Str ["string", STRING], characters: &Str ["string", STRING, Bytes(b" \n\r\t\x0b\x00")]) -> Str ["string"], MayRaise;
    fn rtrim(string: &Str ["string", STRING], characters: &Str ["string", STRING, Bytes(b" \n\r\t\x0b\x00")]) -> Str ["string"], MayRaise;
    fn chop = rtrim(string: &Str ["string", STRING], characters: &Str ["string", STRING, Bytes(b" \n\r\t\x0b\x00")]) -> Str ["string"], MayRaise;
    fn explode(separator: &Str ["string", STRING], string: &Str ["string", STRING], limit: i64 ["int", INT, Int(9223372036854775807); "PHP_INT_MAX"]) -> Array ["array"], MayRaise;
    fn implode(separator: &Value ["array|string", ARRAY | STRING], array: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Str ["string"], Reenters;
    fn join = implode(separator: &Value ["array|string", ARRAY | STRING], array: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Str ["string"], Reenters;
    fn ucfirst(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn lcfirst(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn ucwords(string: &Str ["string", STRING], separators: &Str ["string", STRING, Bytes(b" \t\r\n\x0c\x0b")]) -> Str ["string"], MayRaise;
    fn strtolower(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn strtoupper(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn nl2br(string: &Str ["string", STRING], use_xhtml: bool ["bool", BOOL, Bool(true)]) -> Str ["string"], Pure;
    fn addslashes(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn stripslashes(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn addcslashes(string: &Str ["string", STRING], characters: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn quotemeta(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn wordwrap(string: &Str ["string", STRING], width: i64 ["int", INT, Int(75)], r#break: &Str ["string", STRING, Bytes(b"\n")], cut_long_words: bool ["bool", BOOL, Bool(false)]) -> Str ["string"], MayRaise;
    fn strtr(string: &Str ["string", STRING], from: &Value ["array|string", ARRAY | STRING], to: Option<&Str> ["?string", STRING | NULL, Null]) -> Str ["string"], MayRaise;
    fn chunk_split(string: &Str ["string", STRING], length: i64 ["int", INT, Int(76)], separator: &Str ["string", STRING, Bytes(b"\r\n")]) -> Str ["string"], MayRaise;
    fn strspn(string: &Str ["string", STRING], characters: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], length: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn strcspn(string: &Str ["string", STRING], characters: &Str ["string", STRING], offset: i64 ["int", INT, Int(0)], length: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn strpbrk(string: &Str ["string", STRING], characters: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn similar_text(string1: &Str ["string", STRING], string2: &Str ["string", STRING], percent: &Reference ["", ANY, Null]) -> i64 ["int"], MayRaise;
    fn levenshtein(string1: &Str ["string", STRING], string2: &Str ["string", STRING], insertion_cost: i64 ["int", INT, Int(1)], replacement_cost: i64 ["int", INT, Int(1)], deletion_cost: i64 ["int", INT, Int(1)]) -> i64 ["int"], MayRaise;
    fn ord(character: &Str ["string", STRING]) -> i64 ["int"], Pure;
    fn chr(codepoint: i64 ["int", INT]) -> Str ["string"], Pure;
    fn bin2hex(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn hex2bin(string: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn count_chars(string: &Str ["string", STRING], mode: i64 ["int", INT, Int(0)]) -> Value ["array|string"], MayRaise;
    fn str_word_count(string: &Str ["string", STRING], format: i64 ["int", INT, Int(0)], characters: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["array|int"], MayRaise;
    fn str_rot13(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn soundex(string: &Str ["string", STRING]) -> Str ["string"], Pure;
    fn version_compare(version1: &Str ["string", STRING], version2: &Str ["string", STRING], operator: Option<&Str> ["?string", STRING | NULL, Null]) -> Value ["int|bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "STR_PAD_LEFT", value: Int(0) },
    Constant { name: "STR_PAD_RIGHT", value: Int(1) },
    Constant { name: "STR_PAD_BOTH", value: Int(2) },
];
