// @generated from path.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn file_exists(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_file(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_dir(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_link(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_readable(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_writable(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_writeable(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn is_executable(filename: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn filesize(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn filemtime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fileatime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn filectime(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fileperms(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fileinode(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fileowner(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn filegroup(filename: &Str ["string", STRING]) -> OrFalse<i64> ["int|false"], Reenters;
    fn filetype(filename: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stat(filename: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], Reenters;
    fn lstat(filename: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], Reenters;
    fn unlink(filename: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn rename(from: &Str ["string", PATH], to: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn copy(from: &Str ["string", PATH], to: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn mkdir(directory: &Str ["string", PATH], permissions: i64 ["int", INT, Int(511)], recursive: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn rmdir(directory: &Str ["string", PATH], context: &Value ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn touch(filename: &Str ["string", PATH], mtime: Option<i64> ["?int", INT | NULL, Null], atime: Option<i64> ["?int", INT | NULL, Null]) -> bool ["bool"], Reenters;
    fn chmod(filename: &Str ["string", PATH], permissions: i64 ["int", INT]) -> bool ["bool"], Reenters;
    fn symlink(target: &Str ["string", PATH], link: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
    fn link = hard_link(target: &Str ["string", PATH], link: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
    fn readlink(path: &Str ["string", PATH]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn realpath(path: &Str ["string", PATH]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn getcwd() -> OrFalse<Str> ["string|false"], MayRaise;
    fn chdir(directory: &Str ["string", PATH]) -> bool ["bool"], MayRaise;
    fn tempnam(directory: &Str ["string", PATH], prefix: &Str ["string", PATH]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn clearstatcache(clear_realpath_cache: bool ["bool", BOOL, Bool(false)], filename: &Str ["string", PATH, Bytes(b"")]) -> () ["void"], MayRaise;
    fn umask(mask: Option<i64> ["?int", INT | NULL, Null]) -> i64 ["int"], MayRaise;
    fn linkinfo(path: &Str ["string", PATH]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn chown(filename: &Str ["string", PATH], user: &Value ["string|int", STRING | INT]) -> bool ["bool"], Reenters;
    fn chgrp(filename: &Str ["string", PATH], group: &Value ["string|int", STRING | INT]) -> bool ["bool"], Reenters;
    fn lchown(filename: &Str ["string", PATH], user: &Value ["string|int", STRING | INT]) -> bool ["bool"], Reenters;
    fn lchgrp(filename: &Str ["string", PATH], group: &Value ["string|int", STRING | INT]) -> bool ["bool"], Reenters;
    fn disk_free_space(directory: &Str ["string", PATH]) -> OrFalse<f64> ["float|false"], MayRaise;
    fn diskfreespace = disk_free_space(directory: &Str ["string", PATH]) -> OrFalse<f64> ["float|false"], MayRaise;
    fn disk_total_space(directory: &Str ["string", PATH]) -> OrFalse<f64> ["float|false"], MayRaise;
    fn fnmatch(pattern: &Str ["string", PATH], filename: &Str ["string", PATH], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], MayRaise;
    fn realpath_cache_size() -> i64 ["int"], MayRaise;
    fn realpath_cache_get() -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "FNM_NOESCAPE", value: Int(2) },
    Constant { name: "FNM_PATHNAME", value: Int(1) },
    Constant { name: "FNM_PERIOD", value: Int(4) },
    Constant { name: "FNM_CASEFOLD", value: Int(16) },
];
