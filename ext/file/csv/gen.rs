// @generated from csv.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Null};
use runtime::native::mask::{ANY, ARRAY, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn fgetcsv(stream: &Value ["", ANY], length: Option<i64> ["?int", INT | NULL, Null], separator: &Str ["string", STRING, Bytes(b",")], enclosure: &Str ["string", STRING, Bytes(b"\"")], escape: &Str ["string", STRING, Bytes(b"\\")]) -> OrFalse<Array> ["array|false"], Reenters;
    fn fputcsv(stream: &Value ["", ANY], fields: &Array ["array", ARRAY], separator: &Str ["string", STRING, Bytes(b",")], enclosure: &Str ["string", STRING, Bytes(b"\"")], escape: &Str ["string", STRING, Bytes(b"\\")], eol: &Str ["string", STRING, Bytes(b"\n")]) -> OrFalse<i64> ["int|false"], Reenters;
    fn str_getcsv(string: &Str ["string", STRING], separator: &Str ["string", STRING, Bytes(b",")], enclosure: &Str ["string", STRING, Bytes(b"\"")], escape: &Str ["string", STRING, Bytes(b"\\")]) -> Array ["array"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
