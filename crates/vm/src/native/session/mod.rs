//! Sessions: variables that outlive a request.
//!
//! # Invariants
//! - The variables are those of a place that `$_SESSION` was bound to when the session began; what
//!   a script binds it to later is not kept.
//!
//! # Not here
//! The classes of handlers, which are PHP.

mod cookie;
mod files;
#[rustfmt::skip]
mod r#gen;
mod id;
mod keeper;
mod limiter;
mod options;
mod serializer;
mod setting;
mod start;
mod upload;
mod user;

pub use r#gen::{CONSTANTS, NATIVES};

use cookie::{session_get_cookie_params, session_set_cookie_params};
use files::Files;
use id::{session_create_id, session_id, session_regenerate_id};
use options::{
    session_cache_expire, session_cache_limiter, session_module_name, session_name,
    session_save_path,
};
use runtime::array::Array;
use runtime::native::{Call, Host as _, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
pub(super) use setting::may_change;
use setting::session_settings_;
use start::{flush, initialize, session_start};
use upload::session_upload_;
use user::{session_files_, session_set_save_handler};

use super::request;

/// Whether there is a session.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Status {
    #[default]
    None,
    Active,
}

/// The session of the request.
#[derive(Default)]
pub(super) struct Session {
    status: Status,
    id: Option<Vec<u8>>,
    /// Where the variables lie.
    vars: Option<Reference>,
    /// What was kept of them, when it is written only if it changed.
    read: Option<Vec<u8>>,
    /// The engine's own handler, open.
    files: Option<Files>,
    /// The script's handler.
    user: user::Handler,
    /// Whether the cookie has to be sent.
    sends_cookie: bool,
    /// Whether `SID` says the id.
    says_id: bool,
    /// Where it began.
    started_at: Option<(String, u32)>,
    /// Whether a script's handler was set in place of the engine's.
    has_default: bool,
}

fn session<'c>(call: &'c mut Call<'_>) -> &'c mut Session {
    call.state::<Session>()
}

fn is_active(call: &mut Call<'_>) -> bool {
    session(call).status == Status::Active
}

/// Warns in the name of the function, or of the end of the request.
fn warn(call: &mut Call<'_>, text: &str) -> Res<()> {
    match call.native().name {
        "session_settings_" => request(call).warn(&format!("PHP Startup: {text}")),
        "session_upload_" => request(call).warn(&format!("PHP Request Startup: {text}")),
        "session_end_" => request(call).warn(&format!("PHP Request Shutdown: {text}")),
        "session_begin_" => request(call).warn(&format!("PHP Startup: {text}")),
        "session_files_" => request(call).warn(&format!("SessionHandler: {text}")),
        _ => call.warn(text),
    }
}

/// Advises against, in the name of the same.
fn deprecate(call: &mut Call<'_>, text: &str) -> Res<()> {
    match call.native().name {
        "session_settings_" => request(call).deprecate(&format!("PHP Startup: {text}")),
        "session_end_" => request(call).deprecate(&format!("PHP Request Shutdown: {text}")),
        _ => call.deprecate(text),
    }
}

/// The text of a setting.
fn setting(call: &mut Call<'_>, name: &str) -> Vec<u8> {
    request(call).ini.get(name).unwrap_or_default().to_vec()
}

fn is_on(call: &mut Call<'_>, name: &str) -> bool {
    request(call).ini.is_on(name)
}

fn number(call: &mut Call<'_>, name: &str) -> i64 {
    request(call).ini.int(name)
}

/// Bytes as a message shows them.
fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether headers are gone.
fn are_headers_sent(call: &mut Call<'_>) -> bool {
    request(call).headers.sent_at.is_some()
}

/// The variables, if there are any.
fn variables(call: &mut Call<'_>) -> Option<Array> {
    session(call).vars.as_ref().and_then(|place| place.peek().as_array().cloned())
}

/// Binds `$_SESSION` to a new place.
fn bind(call: &mut Call<'_>, vars: Array) -> Res<()> {
    let place = Reference::new(vars.into());
    let place = call.alloc(place)?;
    session(call).vars = Some(place.clone());
    request(call).bind_session(place)
}

/// Forgets all variables.
fn clear(call: &mut Call<'_>) {
    if let Some(place) = &session(call).vars
        && place.peek().as_array().is_some()
    {
        place.set(Array::new().into());
    }
}

fn session_status(call: &mut Call<'_>) -> Res<i64> {
    const NONE: i64 = 1;
    const ACTIVE: i64 = 2;
    if !is_active(call) && setting::missing(call).is_some() {
        return Ok(0);
    }
    Ok(if is_active(call) { ACTIVE } else { NONE })
}

fn session_encode(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let text = serializer::encode(call)?;
    text.map(|text| call.str(&text)).transpose().map(OrFalse)
}

fn session_decode(call: &mut Call<'_>, data: &Str) -> Res<bool> {
    if !is_active(call) {
        warn(call, "Session data cannot be decoded when there is no active session")?;
        return Ok(false);
    }
    serializer::decode(call, data)
}

/// Ends the session and deletes what was kept; whether that went well.
fn destroy(call: &mut Call<'_>) -> Res<bool> {
    if !is_active(call) {
        warn(call, "Trying to destroy uninitialized session")?;
        return Ok(false);
    }
    let destroyed = match session(call).id.clone() {
        Some(id) => keeper::destroy(call, &id)?,
        None => true,
    };
    if !destroyed {
        warn(call, "Session object destruction failed")?;
    }
    forget(call)?;
    Ok(destroyed)
}

/// Forgets the session.
fn forget(call: &mut Call<'_>) -> Res<()> {
    session(call).vars = None;
    keeper::close_if_open(call)?;
    let session = session(call);
    session.id = None;
    session.read = None;
    session.started_at = None;
    session.status = Status::None;
    session.user.is_open = false;
    session.says_id = true;
    Ok(())
}

fn session_destroy(call: &mut Call<'_>) -> Res<bool> {
    destroy(call)
}

fn session_unset(call: &mut Call<'_>) -> Res<bool> {
    let is_active = is_active(call);
    if is_active {
        clear(call);
    }
    Ok(is_active)
}

fn session_gc(call: &mut Call<'_>) -> Res<OrFalse<i64>> {
    if !is_active(call) {
        warn(call, "Session cannot be garbage collected when there is no active session")?;
        return Ok(OrFalse(None));
    }
    let count = start::collect(call, true)?;
    Ok(OrFalse(Some(count).filter(|count| *count >= 0)))
}

fn session_write_close(call: &mut Call<'_>) -> Res<bool> {
    flush(call, true)
}

fn session_abort(call: &mut Call<'_>) -> Res<bool> {
    start::abort(call)
}

fn session_reset(call: &mut Call<'_>) -> Res<bool> {
    if !is_active(call) {
        return Ok(false);
    }
    initialize(call)?;
    Ok(true)
}

/// A callable for a builtin of this room.
fn at_shutdown(call: &mut Call<'_>, name: &'static str) {
    let name = Value::from(runtime::string::intern(name.as_bytes()));
    if let Ok(callable) = request(call).callable(&name) {
        request(call).at_shutdown(callable, Vec::new());
    }
}

fn session_register_shutdown(call: &mut Call<'_>) -> Res<()> {
    at_shutdown(call, "session_write_close");
    Ok(())
}

fn session_shutdown_(call: &mut Call<'_>) -> Res<()> {
    if session(call).user.ends_with_script {
        at_shutdown(call, "session_write_close");
    }
    Ok(())
}

fn session_begin_(call: &mut Call<'_>) -> Res<bool> {
    start::start(call)
}

fn session_end_(call: &mut Call<'_>) -> Res<()> {
    flush(call, true)?;
    forget(call)
}
