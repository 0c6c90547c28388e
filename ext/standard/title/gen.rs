// @generated from title.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Bool;
use runtime::native::mask::STRING;
use runtime::native::Constant;
use runtime::string::Str;

runtime::natives! {
    fn cli_set_process_title(title: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn cli_get_process_title() -> Option<Str> ["?string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PHP_CLI_PROCESS_TITLE", value: Bool(true) },
];
