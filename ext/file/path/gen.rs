// @generated from path.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn file_exists(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_file(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_dir(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_link(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_readable(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_writable(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_writeable(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn is_executable(filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn filesize(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn filemtime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn fileatime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn filectime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn fileperms(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn fileinode(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn fileowner(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn filegroup(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn filetype(filename: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn stat(filename: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn lstat(filename: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn unlink(filename: &Str ["string", STRING], context: &Value ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn rename(from: &Str ["string", STRING], to: &Str ["string", STRING], context: &Value ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn copy(from: &Str ["string", STRING], to: &Str ["string", STRING], context: &Value ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn mkdir(directory: &Str ["string", STRING], permissions: i64 ["int", INT, Int(511)], recursive: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn rmdir(directory: &Str ["string", STRING], context: &Value ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn touch(filename: &Str ["string", STRING], mtime: Option<i64> ["?int", INT | NULL, Null], atime: Option<i64> ["?int", INT | NULL, Null]) -> bool ["bool"], MayRaise;
    fn chmod(filename: &Str ["string", STRING], permissions: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn symlink(target: &Str ["string", STRING], link: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn link = hard_link(target: &Str ["string", STRING], link: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn readlink(path: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn realpath(path: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn getcwd() -> OrFalse<Str> ["string|false"], MayRaise;
    fn chdir(directory: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn sys_get_temp_dir() -> Str ["string"], MayRaise;
    fn tempnam(directory: &Str ["string", STRING], prefix: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn scandir(directory: &Str ["string", STRING], sorting_order: i64 ["int", INT, Int(0)], context: &Value ["", ANY, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn clearstatcache(clear_realpath_cache: bool ["bool", BOOL, Bool(false)], filename: &Str ["string", STRING, Bytes(b"")]) -> () ["void"], MayRaise;
    fn umask(mask: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
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
    Constant { name: "GLOB_ONLYDIR", value: Int(1073741824) },
    Constant { name: "SCANDIR_SORT_ASCENDING", value: Int(0) },
    Constant { name: "SCANDIR_SORT_DESCENDING", value: Int(1) },
    Constant { name: "SCANDIR_SORT_NONE", value: Int(2) },
];
