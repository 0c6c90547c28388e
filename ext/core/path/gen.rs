// @generated from path.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int};
use runtime::native::mask::{INT, STRING};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn basename(path: &Str ["string", STRING], suffix: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], MayRaise;
    fn dirname(path: &Str ["string", STRING], levels: i64 ["int", INT, Int(1)]) -> Str ["string"], MayRaise;
    fn pathinfo(path: &Str ["string", STRING], flags: i64 ["int", INT, Int(15); "PATHINFO_ALL"]) -> Value ["array|string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PATHINFO_DIRNAME", value: Int(1) },
    Constant { name: "PATHINFO_BASENAME", value: Int(2) },
    Constant { name: "PATHINFO_EXTENSION", value: Int(4) },
    Constant { name: "PATHINFO_FILENAME", value: Int(8) },
    Constant { name: "PATHINFO_ALL", value: Int(15) },
];
