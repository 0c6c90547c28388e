// @generated from process.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null};
use runtime::native::mask::{ANY, ARRAY, INT, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn exec(command: &Str ["string", STRING], output: &Reference ["", ANY, Null], result_code: &Reference ["", ANY, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn system(command: &Str ["string", STRING], result_code: &Reference ["", ANY, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn passthru(command: &Str ["string", STRING], result_code: &Reference ["", ANY, Null]) -> Value ["?false"], Reenters;
    fn shell_exec(command: &Str ["string", PATH]) -> Value ["string|false|null"], Reenters;
    fn escapeshellarg(arg: &Str ["string", PATH]) -> Str ["string"], Reenters;
    fn escapeshellcmd(command: &Str ["string", PATH]) -> Str ["string"], Reenters;
    fn popen(command: &Str ["string", PATH], mode: &Str ["string", STRING]) -> Value [""], Reenters;
    fn pclose(handle: &Value ["", ANY]) -> i64 ["int"], Reenters;
    fn proc_open(command: &Value ["array|string", ARRAY | STRING], descriptor_spec: &Array ["array", ARRAY], pipes: &Reference ["", ANY], cwd: Option<&Str> ["?string", STRING | NULL, Null], env_vars: Option<&Array> ["?array", ARRAY | NULL, Null], options: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Value [""], Reenters;
    fn proc_close(process: &Value ["", ANY]) -> i64 ["int"], Reenters;
    fn proc_terminate(process: &Value ["", ANY], signal: i64 ["int", INT, Int(15)]) -> bool ["bool"], Reenters;
    fn proc_get_status(process: &Value ["", ANY]) -> Array ["array"], Reenters;
    fn proc_nice(priority: i64 ["int", INT]) -> bool ["bool"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
