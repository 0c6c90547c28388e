// @generated from fileinfo.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::Int;
use runtime::native::mask::{INT, NULL, STRING};
use runtime::native::Constant;
use runtime::array::Array;
use runtime::string::Str;

runtime::natives! {
    fn finfo_begin_(flags: i64 ["int", INT], database: Option<&Str> ["?string", STRING | NULL]) -> Array ["array"], MayRaise;
    fn finfo_version_() -> i64 ["int"], MayRaise;
    fn finfo_end_(database: i64 ["int", INT]) -> () ["void"], MayRaise;
    fn finfo_flags_(database: i64 ["int", INT], flags: i64 ["int", INT]) -> Option<Str> ["?string"], MayRaise;
    fn finfo_look_(database: i64 ["int", INT], bytes: &Str ["string", STRING]) -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "FILEINFO_NONE", value: Int(0) },
    Constant { name: "FILEINFO_SYMLINK", value: Int(2) },
    Constant { name: "FILEINFO_MIME", value: Int(1040) },
    Constant { name: "FILEINFO_MIME_TYPE", value: Int(16) },
    Constant { name: "FILEINFO_MIME_ENCODING", value: Int(1024) },
    Constant { name: "FILEINFO_DEVICES", value: Int(8) },
    Constant { name: "FILEINFO_CONTINUE", value: Int(32) },
    Constant { name: "FILEINFO_PRESERVE_ATIME", value: Int(128) },
    Constant { name: "FILEINFO_RAW", value: Int(256) },
    Constant { name: "FILEINFO_APPLE", value: Int(2048) },
    Constant { name: "FILEINFO_EXTENSION", value: Int(16777216) },
];
