// @generated from zlib.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, EmptyArray, Int, Null};
use runtime::native::mask::{ANY, ARRAY, INSTANCE, INT, NULL, STRING, OBJECT};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn ob_gzhandler(data: &Str ["string", STRING], flags: i64 ["int", INT]) -> OrFalse<Str> ["string|false"], Reenters;
    fn zlib_output_(data: &Str ["string", STRING], flags: i64 ["int", INT]) -> OrFalse<Str> ["string|false"], Reenters;
    fn zlib_begin_() -> bool ["bool"], Reenters;
    fn zlib_get_coding_type() -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzfile(filename: &Str ["string", STRING], use_include_path: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], Reenters;
    fn gzopen(filename: &Str ["string", STRING], mode: &Str ["string", STRING], use_include_path: i64 ["int", INT, Int(0)]) -> Value [""], Reenters;
    fn readgzfile(filename: &Str ["string", STRING], use_include_path: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], Reenters;
    fn zlib_encode(data: &Str ["string", STRING], encoding: i64 ["int", INT], level: i64 ["int", INT, Int(-1)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn zlib_decode(data: &Str ["string", STRING], max_length: i64 ["int", INT, Int(0)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzdeflate(data: &Str ["string", STRING], level: i64 ["int", INT, Int(-1)], encoding: i64 ["int", INT, Int(-15); "ZLIB_ENCODING_RAW"]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzencode(data: &Str ["string", STRING], level: i64 ["int", INT, Int(-1)], encoding: i64 ["int", INT, Int(31); "ZLIB_ENCODING_GZIP"]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzcompress(data: &Str ["string", STRING], level: i64 ["int", INT, Int(-1)], encoding: i64 ["int", INT, Int(15); "ZLIB_ENCODING_DEFLATE"]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzinflate(data: &Str ["string", STRING], max_length: i64 ["int", INT, Int(0)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzdecode(data: &Str ["string", STRING], max_length: i64 ["int", INT, Int(0)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzuncompress(data: &Str ["string", STRING], max_length: i64 ["int", INT, Int(0)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn gzwrite = fwrite(stream: &Value ["", ANY], data: &Str ["string", STRING], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn gzputs = fwrite(stream: &Value ["", ANY], data: &Str ["string", STRING], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn gzrewind = rewind(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn gzclose = fclose(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn gzeof = feof(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn gzgetc = fgetc(stream: &Value ["", ANY]) -> OrFalse<Str> ["string|false"], Reenters;
    fn gzpassthru = fpassthru(stream: &Value ["", ANY]) -> i64 ["int"], Reenters;
    fn gzseek = fseek(stream: &Value ["", ANY], offset: i64 ["int", INT], whence: i64 ["int", INT, Int(0); "SEEK_SET"]) -> i64 ["int"], Reenters;
    fn gztell = ftell(stream: &Value ["", ANY]) -> OrFalse<i64> ["int|false"], Reenters;
    fn gzread = fread(stream: &Value ["", ANY], length: i64 ["int", INT]) -> OrFalse<Str> ["string|false"], Reenters;
    fn gzgets = fgets(stream: &Value ["", ANY], length: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn deflate_init(encoding: i64 ["int", INT], options: &Value ["object|array", OBJECT | ARRAY, EmptyArray]) -> Value ["DeflateContext|false"], Reenters;
    fn deflate_add(context: &Value ["DeflateContext", INSTANCE], data: &Str ["string", STRING], flush_mode: i64 ["int", INT, Int(2); "ZLIB_SYNC_FLUSH"]) -> OrFalse<Str> ["string|false"], Reenters;
    fn inflate_init(encoding: i64 ["int", INT], options: &Value ["object|array", OBJECT | ARRAY, EmptyArray]) -> Value ["InflateContext|false"], Reenters;
    fn inflate_add(context: &Value ["InflateContext", INSTANCE], data: &Str ["string", STRING], flush_mode: i64 ["int", INT, Int(2); "ZLIB_SYNC_FLUSH"]) -> OrFalse<Str> ["string|false"], Reenters;
    fn inflate_get_status(context: &Value ["InflateContext", INSTANCE]) -> i64 ["int"], MayRaise;
    fn inflate_get_read_len(context: &Value ["InflateContext", INSTANCE]) -> i64 ["int"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "FORCE_GZIP", value: Int(31) },
    Constant { name: "FORCE_DEFLATE", value: Int(15) },
    Constant { name: "ZLIB_ENCODING_RAW", value: Int(-15) },
    Constant { name: "ZLIB_ENCODING_GZIP", value: Int(31) },
    Constant { name: "ZLIB_ENCODING_DEFLATE", value: Int(15) },
    Constant { name: "ZLIB_NO_FLUSH", value: Int(0) },
    Constant { name: "ZLIB_PARTIAL_FLUSH", value: Int(1) },
    Constant { name: "ZLIB_SYNC_FLUSH", value: Int(2) },
    Constant { name: "ZLIB_FULL_FLUSH", value: Int(3) },
    Constant { name: "ZLIB_BLOCK", value: Int(5) },
    Constant { name: "ZLIB_FINISH", value: Int(4) },
    Constant { name: "ZLIB_FILTERED", value: Int(1) },
    Constant { name: "ZLIB_HUFFMAN_ONLY", value: Int(2) },
    Constant { name: "ZLIB_RLE", value: Int(3) },
    Constant { name: "ZLIB_FIXED", value: Int(4) },
    Constant { name: "ZLIB_DEFAULT_STRATEGY", value: Int(0) },
    Constant { name: "ZLIB_VERSION", value: Bytes(b"1.3.1") },
    Constant { name: "ZLIB_VERNUM", value: Int(4880) },
    Constant { name: "ZLIB_OK", value: Int(0) },
    Constant { name: "ZLIB_STREAM_END", value: Int(1) },
    Constant { name: "ZLIB_NEED_DICT", value: Int(2) },
    Constant { name: "ZLIB_ERRNO", value: Int(-1) },
    Constant { name: "ZLIB_STREAM_ERROR", value: Int(-2) },
    Constant { name: "ZLIB_DATA_ERROR", value: Int(-3) },
    Constant { name: "ZLIB_MEM_ERROR", value: Int(-4) },
    Constant { name: "ZLIB_BUF_ERROR", value: Int(-5) },
    Constant { name: "ZLIB_VERSION_ERROR", value: Int(-6) },
];
