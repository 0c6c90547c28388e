// @generated from meta.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null, Unset};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, NULL, STRING, PATH};
use runtime::native::{Constant, OrFalse, Passed};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn stream_context_create(options: Option<&Array> ["?array", ARRAY | NULL, Null], params: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Value [""], Reenters;
    fn stream_context_get_default(options: Option<&Array> ["?array", ARRAY | NULL, Null]) -> Value [""], Reenters;
    fn stream_context_set_default(options: &Array ["array", ARRAY]) -> Value [""], Reenters;
    fn stream_context_get_options(stream_or_context: &Value ["", ANY]) -> Array ["array"], Reenters;
    fn stream_context_set_option(context: &Value ["", ANY], wrapper_or_options: &Value ["array|string", ARRAY | STRING], option_name: Option<&Str> ["?string", STRING | NULL, Null], value: Passed ["mixed", ANY, Unset]) -> bool ["true"], Reenters;
    fn stream_context_set_options(context: &Value ["", ANY], options: &Array ["array", ARRAY]) -> bool ["true"], Reenters;
    fn stream_context_get_params(context: &Value ["", ANY]) -> Array ["array"], Reenters;
    fn stream_context_set_params(context: &Value ["", ANY], params: &Array ["array", ARRAY]) -> bool ["true"], Reenters;
    fn stream_get_meta_data(stream: &Value ["", ANY]) -> Array ["array"], Reenters;
    fn socket_get_status = stream_get_meta_data(stream: &Value ["", ANY]) -> Array ["array"], Reenters;
    fn stream_get_wrappers() -> Array ["array"], Reenters;
    fn stream_get_filters() -> Array ["array"], Reenters;
    fn stream_get_transports() -> Array ["array"], Reenters;
    fn stream_wrapper_register(protocol: &Str ["string", STRING], class: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], Reenters;
    fn stream_register_wrapper = stream_wrapper_register(protocol: &Str ["string", STRING], class: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], Reenters;
    fn stream_wrapper_unregister(protocol: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn stream_wrapper_restore(protocol: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn stream_filter_register(filter_name: &Str ["string", STRING], class: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn stream_filter_append(stream: &Value ["", ANY], filter_name: &Str ["string", STRING], mode: i64 ["int", INT, Int(0)], params: Passed ["mixed", ANY, Unset]) -> Value [""], Reenters;
    fn stream_filter_prepend(stream: &Value ["", ANY], filter_name: &Str ["string", STRING], mode: i64 ["int", INT, Int(0)], params: Passed ["mixed", ANY, Unset]) -> Value [""], Reenters;
    fn stream_filter_remove(stream_filter: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn stream_is_local(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn stream_isatty(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn stream_supports_lock(stream: &Value ["", ANY]) -> bool ["bool"], Reenters;
    fn stream_resolve_include_path(filename: &Str ["string", PATH]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_set_blocking(stream: &Value ["", ANY], enable: bool ["bool", BOOL]) -> bool ["bool"], Reenters;
    fn socket_set_blocking = stream_set_blocking(stream: &Value ["", ANY], enable: bool ["bool", BOOL]) -> bool ["bool"], Reenters;
    fn stream_set_timeout(stream: &Value ["", ANY], seconds: i64 ["int", INT], microseconds: i64 ["int", INT, Int(0)]) -> bool ["bool"], Reenters;
    fn socket_set_timeout = stream_set_timeout(stream: &Value ["", ANY], seconds: i64 ["int", INT], microseconds: i64 ["int", INT, Int(0)]) -> bool ["bool"], Reenters;
    fn stream_set_chunk_size(stream: &Value ["", ANY], size: i64 ["int", INT]) -> i64 ["int"], Reenters;
    fn stream_set_read_buffer(stream: &Value ["", ANY], size: i64 ["int", INT]) -> i64 ["int"], Reenters;
    fn stream_set_write_buffer(stream: &Value ["", ANY], size: i64 ["int", INT]) -> i64 ["int"], Reenters;
    fn set_file_buffer = stream_set_write_buffer(stream: &Value ["", ANY], size: i64 ["int", INT]) -> i64 ["int"], Reenters;
    fn stream_brigade_shift_(brigade: &Value ["", ANY]) -> Option<Str> ["?string"], MayRaise;
    fn stream_brigade_put_(brigade: &Value ["", ANY], data: &Str ["string", STRING], first: bool ["bool", BOOL]) -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PSFS_PASS_ON", value: Int(2) },
    Constant { name: "PSFS_FEED_ME", value: Int(1) },
    Constant { name: "PSFS_ERR_FATAL", value: Int(0) },
    Constant { name: "PSFS_FLAG_NORMAL", value: Int(0) },
    Constant { name: "PSFS_FLAG_FLUSH_INC", value: Int(1) },
    Constant { name: "PSFS_FLAG_FLUSH_CLOSE", value: Int(2) },
    Constant { name: "STREAM_NOTIFY_CONNECT", value: Int(2) },
    Constant { name: "STREAM_NOTIFY_AUTH_REQUIRED", value: Int(3) },
    Constant { name: "STREAM_NOTIFY_AUTH_RESULT", value: Int(10) },
    Constant { name: "STREAM_NOTIFY_MIME_TYPE_IS", value: Int(4) },
    Constant { name: "STREAM_NOTIFY_FILE_SIZE_IS", value: Int(5) },
    Constant { name: "STREAM_NOTIFY_REDIRECTED", value: Int(6) },
    Constant { name: "STREAM_NOTIFY_PROGRESS", value: Int(7) },
    Constant { name: "STREAM_NOTIFY_FAILURE", value: Int(9) },
    Constant { name: "STREAM_NOTIFY_COMPLETED", value: Int(8) },
    Constant { name: "STREAM_NOTIFY_RESOLVE", value: Int(1) },
    Constant { name: "STREAM_NOTIFY_SEVERITY_INFO", value: Int(0) },
    Constant { name: "STREAM_NOTIFY_SEVERITY_WARN", value: Int(1) },
    Constant { name: "STREAM_NOTIFY_SEVERITY_ERR", value: Int(2) },
    Constant { name: "STREAM_FILTER_READ", value: Int(1) },
    Constant { name: "STREAM_FILTER_WRITE", value: Int(2) },
    Constant { name: "STREAM_FILTER_ALL", value: Int(3) },
    Constant { name: "STREAM_CLIENT_PERSISTENT", value: Int(1) },
    Constant { name: "STREAM_CLIENT_ASYNC_CONNECT", value: Int(2) },
    Constant { name: "STREAM_CLIENT_CONNECT", value: Int(4) },
    Constant { name: "STREAM_CRYPTO_METHOD_ANY_CLIENT", value: Int(127) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv2_CLIENT", value: Int(3) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv3_CLIENT", value: Int(5) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv23_CLIENT", value: Int(57) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLS_CLIENT", value: Int(121) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT", value: Int(9) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT", value: Int(17) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT", value: Int(33) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT", value: Int(65) },
    Constant { name: "STREAM_CRYPTO_METHOD_ANY_SERVER", value: Int(126) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv2_SERVER", value: Int(2) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv3_SERVER", value: Int(4) },
    Constant { name: "STREAM_CRYPTO_METHOD_SSLv23_SERVER", value: Int(120) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLS_SERVER", value: Int(120) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_0_SERVER", value: Int(8) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_1_SERVER", value: Int(16) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_2_SERVER", value: Int(32) },
    Constant { name: "STREAM_CRYPTO_METHOD_TLSv1_3_SERVER", value: Int(64) },
    Constant { name: "STREAM_CRYPTO_PROTO_SSLv3", value: Int(4) },
    Constant { name: "STREAM_CRYPTO_PROTO_TLSv1_0", value: Int(8) },
    Constant { name: "STREAM_CRYPTO_PROTO_TLSv1_1", value: Int(16) },
    Constant { name: "STREAM_CRYPTO_PROTO_TLSv1_2", value: Int(32) },
    Constant { name: "STREAM_CRYPTO_PROTO_TLSv1_3", value: Int(64) },
    Constant { name: "STREAM_SHUT_RD", value: Int(0) },
    Constant { name: "STREAM_SHUT_WR", value: Int(1) },
    Constant { name: "STREAM_SHUT_RDWR", value: Int(2) },
    Constant { name: "STREAM_PF_INET", value: Int(2) },
    Constant { name: "STREAM_PF_INET6", value: Int(10) },
    Constant { name: "STREAM_PF_UNIX", value: Int(1) },
    Constant { name: "STREAM_IPPROTO_IP", value: Int(0) },
    Constant { name: "STREAM_IPPROTO_TCP", value: Int(6) },
    Constant { name: "STREAM_IPPROTO_UDP", value: Int(17) },
    Constant { name: "STREAM_IPPROTO_ICMP", value: Int(1) },
    Constant { name: "STREAM_IPPROTO_RAW", value: Int(255) },
    Constant { name: "STREAM_SOCK_STREAM", value: Int(1) },
    Constant { name: "STREAM_SOCK_DGRAM", value: Int(2) },
    Constant { name: "STREAM_SOCK_RAW", value: Int(3) },
    Constant { name: "STREAM_SOCK_SEQPACKET", value: Int(5) },
    Constant { name: "STREAM_SOCK_RDM", value: Int(4) },
    Constant { name: "STREAM_PEEK", value: Int(2) },
    Constant { name: "STREAM_OOB", value: Int(1) },
    Constant { name: "STREAM_SERVER_BIND", value: Int(4) },
    Constant { name: "STREAM_SERVER_LISTEN", value: Int(8) },
    Constant { name: "STREAM_USE_PATH", value: Int(1) },
    Constant { name: "STREAM_IGNORE_URL", value: Int(2) },
    Constant { name: "STREAM_REPORT_ERRORS", value: Int(8) },
    Constant { name: "STREAM_MUST_SEEK", value: Int(16) },
    Constant { name: "STREAM_URL_STAT_LINK", value: Int(1) },
    Constant { name: "STREAM_URL_STAT_QUIET", value: Int(2) },
    Constant { name: "STREAM_MKDIR_RECURSIVE", value: Int(1) },
    Constant { name: "STREAM_IS_URL", value: Int(1) },
    Constant { name: "STREAM_OPTION_BLOCKING", value: Int(1) },
    Constant { name: "STREAM_OPTION_READ_TIMEOUT", value: Int(4) },
    Constant { name: "STREAM_OPTION_READ_BUFFER", value: Int(2) },
    Constant { name: "STREAM_OPTION_WRITE_BUFFER", value: Int(3) },
    Constant { name: "STREAM_BUFFER_NONE", value: Int(0) },
    Constant { name: "STREAM_BUFFER_LINE", value: Int(1) },
    Constant { name: "STREAM_BUFFER_FULL", value: Int(2) },
    Constant { name: "STREAM_CAST_AS_STREAM", value: Int(0) },
    Constant { name: "STREAM_CAST_FOR_SELECT", value: Int(3) },
    Constant { name: "STREAM_META_TOUCH", value: Int(1) },
    Constant { name: "STREAM_META_OWNER", value: Int(3) },
    Constant { name: "STREAM_META_OWNER_NAME", value: Int(2) },
    Constant { name: "STREAM_META_GROUP", value: Int(5) },
    Constant { name: "STREAM_META_GROUP_NAME", value: Int(4) },
    Constant { name: "STREAM_META_ACCESS", value: Int(6) },
];
