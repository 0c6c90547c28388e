// @generated from stream.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{ANY, BOOL, INT, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn fopen(filename: &Str ["string", PATH], mode: &Str ["string", STRING], use_include_path: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null]) -> Value [""], Reenters;
    fn fclose(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn stream_keep_(stream: &Value ["", ANY]) -> () ["void"], MayRaise;
    fn fread(stream: &Value ["", ANY], length: i64 ["int", INT]) -> OrFalse<Str> ["string|false"], Reenters;
    fn fwrite(stream: &Value ["", ANY], data: &Str ["string", STRING], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fputs(stream: &Value ["", ANY], data: &Str ["string", STRING], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fgets(stream: &Value ["", ANY], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn fgetc(stream: &Value ["", ANY]) -> OrFalse<Str> ["string|false"], Reenters;
    fn feof(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn fflush(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn fsync(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn fdatasync(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn fseek(stream: &Value ["", ANY], offset: i64 ["int", INT], whence: i64 ["int", INT, Int(0); "SEEK_SET"]) -> i64 ["int"], Reenters;
    fn ftell(stream: &Value ["", ANY]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn rewind(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn ftruncate(stream: &Value ["", ANY], size: i64 ["int", INT]) -> bool ["bool"], Reenters;
    fn fpassthru(stream: &Value ["", ANY]) -> i64 ["int"], Reenters;
    fn flock(stream: &Value ["", ANY], operation: i64 ["int", INT], would_block: &Reference ["", ANY, Null]) -> bool ["bool"], Reenters;
    fn fstat(stream: &Value ["", ANY]) -> OrFalse<Array> ["array|false"], Reenters;
    fn stream_get_contents(stream: &Value ["", ANY], length: Option<i64> ["?int", INT | NULL, Null], offset: i64 ["int", INT, Int(-1)]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_get_line(stream: &Value ["", ANY], length: i64 ["int", INT], ending: &Str ["string", STRING, Bytes(b"")]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_copy_to_stream(from: &Value ["", ANY], to: &Value ["", ANY], length: Option<i64> ["?int", INT | NULL, Null], offset: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], Reenters;
    fn file_get_contents(filename: &Str ["string", PATH], use_include_path: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null], offset: i64 ["int", INT, Int(0)], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn error_log(message: &Str ["string", STRING], message_type: i64 ["int", INT, Int(0)], destination: Option<&Str> ["?string", PATH | NULL, Null], additional_headers: Option<&Str> ["?string", STRING | NULL, Null]) -> bool ["bool"], Reenters;
    fn file_put_contents(filename: &Str ["string", PATH], data: &Value ["mixed", ANY], flags: i64 ["int", INT, Int(0)], context: &Value ["", ANY, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn file(filename: &Str ["string", PATH], flags: i64 ["int", INT, Int(0)], context: &Value ["", ANY, Null]) -> OrFalse<Array> ["array|false"], Reenters;
    fn readfile(filename: &Str ["string", PATH], use_include_path: bool ["bool", BOOL, Bool(false)], context: &Value ["", ANY, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn tmpfile() -> Value [""], MayRaise;
    fn get_resource_type(resource: &Value ["", ANY]) -> Str ["string"], MayRaise;
    fn get_resources(r#type: Option<&Str> ["?string", STRING | NULL, Null]) -> Array ["array"], MayRaise;
    fn get_resource_id(resource: &Value ["", ANY]) -> i64 ["int"], MayRaise;
    fn stream_source_(filename: &Str ["string", STRING], manner: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_opened_() -> OrFalse<Str> ["string|false"], MayRaise;
    fn stream_end_() -> () ["void"], Reenters;
    fn resource_close_(id: i64 ["int", INT], kind: i64 ["int", INT]) -> () ["void"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "SEEK_SET", value: Int(0) },
    Constant { name: "SEEK_CUR", value: Int(1) },
    Constant { name: "SEEK_END", value: Int(2) },
    Constant { name: "LOCK_SH", value: Int(1) },
    Constant { name: "LOCK_EX", value: Int(2) },
    Constant { name: "LOCK_UN", value: Int(3) },
    Constant { name: "LOCK_NB", value: Int(4) },
    Constant { name: "FILE_USE_INCLUDE_PATH", value: Int(1) },
    Constant { name: "FILE_IGNORE_NEW_LINES", value: Int(2) },
    Constant { name: "FILE_SKIP_EMPTY_LINES", value: Int(4) },
    Constant { name: "FILE_APPEND", value: Int(8) },
    Constant { name: "FILE_NO_DEFAULT_CONTEXT", value: Int(16) },
    Constant { name: "FILE_TEXT", value: Int(0) },
    Constant { name: "FILE_BINARY", value: Int(0) },
];
