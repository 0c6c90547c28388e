// @generated from opcache.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::mask::{ANY, BOOL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn opcache_started_() -> bool ["bool"], MayRaise;
    fn opcache_kept_() -> Array ["array"], MayRaise;
    fn opcache_forget_(path: &Str ["string", STRING], always: bool ["bool", BOOL]) -> bool ["bool"], MayRaise;
    fn opcache_begin_anew_() -> () ["void"], MayRaise;
    fn opcache_keep_(path: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn opcache_interpret_(closure: &Value ["mixed", ANY]) -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
