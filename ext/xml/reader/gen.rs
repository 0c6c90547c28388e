// @generated from reader.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{STRING, OBJECT};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn xmlreader_get_(of: &Value ["object", OBJECT], name: &Str ["string", STRING]) -> Value ["mixed"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
