// @generated from socket.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int, Null};
use runtime::native::mask::{ANY, ARRAY, BOOL, FLOAT, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn stream_socket_client(address: &Str ["string", STRING], error_code: &Reference ["", ANY, Null], error_message: &Reference ["", ANY, Null], timeout: Option<f64> ["?float", FLOAT | NULL, Null], flags: i64 ["int", INT, Int(4); "STREAM_CLIENT_CONNECT"], context: &Value ["", ANY, Null]) -> Value [""], Reenters;
    fn stream_socket_server(address: &Str ["string", STRING], error_code: &Reference ["", ANY, Null], error_message: &Reference ["", ANY, Null], flags: i64 ["int", INT, Int(12)], context: &Value ["", ANY, Null]) -> Value [""], Reenters;
    fn stream_socket_accept(socket: &Value ["", ANY], timeout: Option<f64> ["?float", FLOAT | NULL, Null], peer_name: &Reference ["", ANY, Null]) -> Value [""], Reenters;
    fn stream_socket_get_name(socket: &Value ["", ANY], remote: bool ["bool", BOOL]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_socket_pair(domain: i64 ["int", INT], r#type: i64 ["int", INT], protocol: i64 ["int", INT]) -> OrFalse<Array> ["array|false"], Reenters;
    fn stream_socket_shutdown(stream: &Value ["", ANY], mode: i64 ["int", INT]) -> bool ["bool"], Reenters;
    fn stream_socket_sendto(socket: &Value ["", ANY], data: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)], address: &Str ["string", STRING, Bytes(b"")]) -> OrFalse<i64> ["int|false"], Reenters;
    fn stream_socket_recvfrom(socket: &Value ["", ANY], length: i64 ["int", INT], flags: i64 ["int", INT, Int(0)], address: &Reference ["", ANY, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn stream_socket_enable_crypto(stream: &Value ["", ANY], enable: bool ["bool", BOOL], crypto_method: Option<i64> ["?int", INT | NULL, Null], session_stream: &Value ["", ANY, Null]) -> Value ["int|bool"], Reenters;
    fn stream_select(read: &Reference ["?array", ARRAY | NULL], write: &Reference ["?array", ARRAY | NULL], except: &Reference ["?array", ARRAY | NULL], seconds: Option<i64> ["?int", INT | NULL], microseconds: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn fsockopen(hostname: &Str ["string", STRING], port: i64 ["int", INT, Int(-1)], error_code: &Reference ["", ANY, Null], error_message: &Reference ["", ANY, Null], timeout: Option<f64> ["?float", FLOAT | NULL, Null]) -> Value [""], Reenters;
    fn pfsockopen = fsockopen(hostname: &Str ["string", STRING], port: i64 ["int", INT, Int(-1)], error_code: &Reference ["", ANY, Null], error_message: &Reference ["", ANY, Null], timeout: Option<f64> ["?float", FLOAT | NULL, Null]) -> Value [""], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
];
