// @generated from bz2.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Int, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn bzopen(file: &Value ["", ANY], mode: &Str ["string", STRING]) -> Value [""], Reenters;
    fn bzread(bz: &Value ["", ANY], length: i64 ["int", INT, Int(1024)]) -> OrFalse<Str> ["string|false"], Reenters;
    fn bzwrite = fwrite(bz: &Value ["", ANY], data: &Str ["string", STRING], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn bzflush = fflush(bz: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn bzclose = fclose(bz: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn bzerrno(bz: &Value ["", ANY]) -> i64 ["int"], MayRaise;
    fn bzerrstr(bz: &Value ["", ANY]) -> Str ["string"], MayRaise;
    fn bzerror(bz: &Value ["", ANY]) -> Array ["array"], MayRaise;
    fn bzcompress(data: &Str ["string", STRING], block_size: i64 ["int", INT, Int(4)], work_factor: i64 ["int", INT, Int(0)]) -> Value ["string|int"], MayRaise;
    fn bzdecompress(data: &Str ["string", STRING], use_less_memory: bool ["bool", BOOL, Bool(false)]) -> Value ["string|int|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
