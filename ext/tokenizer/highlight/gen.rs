// @generated from highlight.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Bool;
use runtime::native::mask::{BOOL, STRING, PATH};
use runtime::native::Constant;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn highlight_string(string: &Str ["string", STRING], r#return: bool ["bool", BOOL, Bool(false)]) -> Value ["string|true"], MayRaise;
    fn highlight_file(filename: &Str ["string", PATH], r#return: bool ["bool", BOOL, Bool(false)]) -> Value ["string|bool"], MayRaise;
    fn show_source = highlight_file(filename: &Str ["string", PATH], r#return: bool ["bool", BOOL, Bool(false)]) -> Value ["string|bool"], MayRaise;
    fn php_strip_whitespace(filename: &Str ["string", PATH]) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
