// @generated from directory.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null};
use runtime::native::mask::{ANY, INT, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn opendir(directory: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> Value [""], Reenters;
    fn dir(directory: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> Value ["Directory|false"], Reenters;
    fn readdir(dir_handle: &Value ["", ANY, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn rewinddir(dir_handle: &Value ["", ANY, Null]) -> () ["void"], Reenters;
    fn closedir(dir_handle: &Value ["", ANY, Null]) -> () ["void"], Reenters;
    fn scandir(directory: &Str ["string", PATH], sorting_order: i64 ["int", INT, Int(0); "SCANDIR_SORT_ASCENDING"], context: &Value ["", ANY, Null]) -> OrFalse<Array> ["array|false"], Reenters;
    fn glob(pattern: &Str ["string", PATH], flags: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn chroot(directory: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "GLOB_BRACE", value: Int(1024) },
    Constant { name: "GLOB_MARK", value: Int(2) },
    Constant { name: "GLOB_NOSORT", value: Int(4) },
    Constant { name: "GLOB_NOCHECK", value: Int(16) },
    Constant { name: "GLOB_NOESCAPE", value: Int(64) },
    Constant { name: "GLOB_ERR", value: Int(1) },
    Constant { name: "GLOB_ONLYDIR", value: Int(8192) },
    Constant { name: "GLOB_AVAILABLE_FLAGS", value: Int(9303) },
    Constant { name: "SCANDIR_SORT_ASCENDING", value: Int(0) },
    Constant { name: "SCANDIR_SORT_DESCENDING", value: Int(1) },
    Constant { name: "SCANDIR_SORT_NONE", value: Int(2) },
];
