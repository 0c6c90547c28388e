// @generated from readline.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Null};
use runtime::native::mask::{ANY, CALLABLE, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn readline(prompt: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn readline_info(var_name: Option<&Str> ["?string", STRING | NULL, Null], value: &Value ["", ANY, Null]) -> Value ["mixed"], MayRaise;
    fn readline_add_history(prompt: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn readline_clear_history() -> bool ["bool"], MayRaise;
    fn readline_list_history() -> Array ["array"], MayRaise;
    fn readline_read_history(filename: Option<&Str> ["?string", PATH | NULL, Null]) -> bool ["bool"], MayRaise;
    fn readline_write_history(filename: Option<&Str> ["?string", PATH | NULL, Null]) -> bool ["bool"], MayRaise;
    fn readline_completion_function(callback: &Value ["callable", CALLABLE]) -> bool ["bool"], MayRaise;
    fn readline_callback_handler_install(prompt: &Str ["string", STRING], callback: &Value ["callable", CALLABLE]) -> bool ["bool"], MayRaise;
    fn readline_callback_read_char() -> () ["void"], Reenters;
    fn readline_callback_handler_remove() -> bool ["bool"], MayRaise;
    fn readline_redisplay() -> () ["void"], MayRaise;
    fn readline_on_new_line() -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "READLINE_LIB", value: Bytes(b"libedit") },
];
