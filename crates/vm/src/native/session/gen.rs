// @generated from session.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, EmptyArray, Int, Null, Unset};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse, Passed};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn session_name(name: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_module_name(module: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_save_path(path: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_id(id: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_create_id(prefix: &Str ["string", STRING, Bytes(b"")]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_regenerate_id(delete_old_session: bool ["bool", BOOL, Bool(false)]) -> bool ["bool"], Reenters;
    fn session_decode(data: &Str ["string", STRING]) -> bool ["bool"], Reenters;
    fn session_encode() -> OrFalse<Str> ["string|false"], Reenters;
    fn session_destroy() -> bool ["bool"], Reenters;
    fn session_unset() -> bool ["bool"], MayRaise;
    fn session_gc() -> OrFalse<i64> ["int|false"], Reenters;
    fn session_get_cookie_params() -> Array ["array"], MayRaise;
    fn session_write_close() -> bool ["bool"], Reenters;
    fn session_abort() -> bool ["bool"], Reenters;
    fn session_reset() -> bool ["bool"], Reenters;
    fn session_status() -> i64 ["int"], MayRaise;
    fn session_register_shutdown() -> () ["void"], MayRaise;
    fn session_commit = session_write_close() -> bool ["bool"], Reenters;
    fn session_set_save_handler(open: &Value ["", ANY], close: Passed ["", ANY, Unset], read: Passed ["callable", ANY, Unset], write: Passed ["callable", ANY, Unset], destroy: Passed ["callable", ANY, Unset], gc: Passed ["callable", ANY, Unset], create_sid: &Value ["?callable", ANY, Null], validate_sid: &Value ["?callable", ANY, Null], update_timestamp: &Value ["?callable", ANY, Null]) -> bool ["bool"], Reenters;
    fn session_cache_limiter(value: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], Reenters;
    fn session_cache_expire(value: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], Reenters;
    fn session_set_cookie_params(lifetime_or_options: &Value ["array|int", ARRAY | INT], path: Option<&Str> ["?string", STRING | NULL, Null], domain: Option<&Str> ["?string", STRING | NULL, Null], secure: Option<bool> ["?bool", BOOL | NULL, Null], httponly: Option<bool> ["?bool", BOOL | NULL, Null]) -> bool ["bool"], Reenters;
    fn session_start(options: &Array ["array", ARRAY, EmptyArray]) -> bool ["bool"], Reenters;
    fn session_begin_() -> bool ["bool"], Reenters;
    fn session_settings_() -> () ["void"], MayRaise;
    fn session_upload_(key: &Str ["string", STRING], posted: &Str ["string", STRING], progress: &Array ["array", ARRAY]) -> () ["void"], Reenters;
    fn session_end_() -> () ["void"], Reenters;
    fn session_shutdown_() -> () ["void"], MayRaise;
    fn session_files_(method: &Str ["string", STRING], first: &Value ["mixed", ANY, Null], second: &Value ["mixed", ANY, Null]) -> Value ["mixed"], Reenters;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "PHP_SESSION_DISABLED", value: Int(0) },
    Constant { name: "PHP_SESSION_NONE", value: Int(1) },
    Constant { name: "PHP_SESSION_ACTIVE", value: Int(2) },
];
