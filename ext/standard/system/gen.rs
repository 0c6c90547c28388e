// @generated from system.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;

runtime::natives! {
    fn ftok(filename: &Str ["string", PATH], project_id: &Str ["string", STRING]) -> i64 ["int"], MayRaise;
    fn net_get_interfaces() -> OrFalse<Array> ["array|false"], MayRaise;
    fn strptime(timestamp: &Str ["string", STRING], format: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], MayRaise @ "8.2" "use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead";
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
