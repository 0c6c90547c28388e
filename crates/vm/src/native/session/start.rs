//! The beginning and the end of a session.

use std::time::{SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::View;

use super::{
    Status, are_headers_sent, bind, clear, cookie, id, is_active, is_on, keeper, limiter, number,
    request, serializer, session, setting, shown, warn,
};
use crate::native::ini;
use crate::request::Ini;

/// An element of an array that is a global variable: none when it is not there, none inside when
/// it is no text.
pub fn superglobal(call: &mut Call<'_>, name: &[u8], key: &[u8]) -> Option<Option<Vec<u8>>> {
    let array = request(call).global_array(name)?;
    let key = call.str(key).ok()?;
    let value = array.get(Key::of_str(&key))?;
    Some(value.unboxed().as_str().map(|text| text.to_vec()))
}

/// Begins a session; whether there is one.
pub fn start(call: &mut Call<'_>) -> Res<bool> {
    if let Some(text) = super::setting::missing(call) {
        warn(call, &format!("Cannot find session {text} - session startup failed"))?;
        return Ok(false);
    }
    let only_cookies = is_on(call, "session.use_only_cookies");
    let cookies = is_on(call, "session.use_cookies");
    session(call).says_id = !only_cookies;
    session(call).sends_cookie = cookies || only_cookies;
    if session(call).id.is_none() {
        session(call).id = id::brought(call);
    }
    if session(call).id.as_deref().is_some_and(|found| !id::is_harmless(found)) {
        session(call).id = None;
    }
    let began = initialize(call);
    let began = match began {
        Ok(true) => limiter::send(call),
        other => other,
    };
    if !matches!(began, Ok(true)) {
        session(call).status = Status::None;
        session(call).id = None;
    }
    began
}

/// Gives up a session that could not begin.
fn give_up(call: &mut Call<'_>, failure: Res<()>, what: &str) -> Res<bool> {
    if failure.is_err() {
        // PHP: a handler is not called while something is thrown.
        let session = session(call);
        session.status = Status::None;
        session.user.is_begun = false;
        session.files = None;
    }
    failure?;
    abort(call)?;
    let path = setting(call, "session.save_path");
    let (name, path) = (keeper::name(call), shown(&path));
    warn(call, &format!("{what}: {name} (path: {path})"))?;
    Ok(false)
}

/// Opens the handler, finds the id, reads the variables; whether that went well.
pub fn initialize(call: &mut Call<'_>) -> Res<bool> {
    session(call).status = Status::Active;
    match keeper::open(call) {
        Ok(true) => {}
        opened => return give_up(call, opened.map(drop), "Failed to initialize storage module"),
    }
    let id = match choose_id(call) {
        Ok(id) => id,
        Err(halt) => {
            abort(call)?;
            return Err(halt);
        }
    };
    if !cookie::reset(call)? {
        abort(call)?;
        return Ok(false);
    }
    bind(call, Array::new())?;
    let text = match keeper::read(call, &id) {
        Ok(Some(text)) => text,
        read => return give_up(call, read.map(drop), "Failed to read session data"),
    };
    collect(call, false)?;
    let keeps = is_on(call, "session.lazy_write");
    session(call).read = keeps.then(|| text.clone());
    serializer::decode(call, &text)?;
    let place = Some(request(call).place());
    session(call).started_at = place.filter(|(_, line)| *line > 0);
    Ok(true)
}

/// The id that the request brought, or a new one.
fn choose_id(call: &mut Call<'_>) -> Res<Vec<u8>> {
    let brought = session(call).id.clone().filter(|id| !id.is_empty());
    let id = match brought {
        None => keeper::create_id(call)?,
        Some(id) => {
            let is_strict = is_on(call, "session.use_strict_mode");
            if !is_strict || keeper::validate(call, &id)? {
                return Ok(id);
            }
            keeper::create_id(call)?
        }
    };
    session(call).id = Some(id.clone());
    if is_on(call, "session.use_cookies") {
        session(call).sends_cookie = true;
    }
    Ok(id)
}

/// Deletes what is too old, now and then or at once; how much that was.
pub fn collect(call: &mut Call<'_>, at_once: bool) -> Res<i64> {
    if !keeper::is_open(call) {
        return Ok(-1);
    }
    let chance = number(call, "session.gc_probability");
    let of = number(call, "session.gc_divisor").max(1);
    let moment = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let drawn = i64::from(moment.subsec_nanos()) % of;
    if !at_once && drawn >= chance {
        return Ok(-1);
    }
    let lifetime = number(call, "session.gc_maxlifetime");
    keeper::collect(call, lifetime)
}

/// Ends the session without keeping it; whether there was one.
pub fn abort(call: &mut Call<'_>) -> Res<bool> {
    if !is_active(call) {
        return Ok(false);
    }
    let closed = keeper::close_if_open(call);
    session(call).status = Status::None;
    closed.map(|()| true)
}

/// Ends the session, which is kept when `writes`; whether there was one.
pub fn flush(call: &mut Call<'_>, writes: bool) -> Res<bool> {
    if !is_active(call) {
        return Ok(false);
    }
    let kept = if writes { keep(call) } else { Ok(()) };
    if let Err(halt) = kept {
        session(call).status = Status::None;
        // PHP: a handler is not called while something is thrown.
        session(call).user.is_begun = false;
        session(call).files = None;
        return Err(halt);
    }
    let closed = keeper::close_if_open(call);
    session(call).status = Status::None;
    closed.map(|()| true)
}

/// Hands the variables to the handler.
fn keep(call: &mut Call<'_>) -> Res<()> {
    if super::variables(call).is_none() {
        return Ok(());
    }
    let id = session(call).id.clone().unwrap_or_default();
    let mut method = "write";
    let mut kept = false;
    if keeper::is_open(call) {
        let text = serializer::encode(call)?;
        let is_same = text.is_some() && text == session(call).read;
        let is_lazy = is_on(call, "session.lazy_write");
        let text = text.unwrap_or_default();
        kept = if is_lazy && is_same {
            method = "update_timestamp";
            keeper::touch(call, &id, &text)?
        } else {
            keeper::write(call, &id, &text)?
        };
    }
    if kept { Ok(()) } else { not_kept(call, method) }
}

fn not_kept(call: &mut Call<'_>, method: &str) -> Res<()> {
    let path = setting(call, "session.save_path");
    let path = shown(&path);
    if !session(call).user.is_begun {
        let name = keeper::name(call);
        let text = format!(
            "Failed to write session data ({name}). Please verify that the current setting of \
             session.save_path is correct ({path})"
        );
        return warn(call, &text);
    }
    let handler = match &session(call).user.class {
        Some(class) if method == "write" => format!("{class}::write"),
        Some(class) => format!("{class}::updateTimestamp"),
        None => method.to_owned(),
    };
    let text = format!(
        "Failed to write session data using user defined save handler. (session.save_path: \
         {path}, handler: {handler})"
    );
    warn(call, &text)
}

/// Sets the options of a start; the value of `read_and_close`.
fn set_options(call: &mut Call<'_>, options: &Array) -> Res<bool> {
    let mut closes = false;
    for (key, value) in options {
        let Key::Str(name) = key else { continue };
        let name = shown(name.as_bytes());
        let value = value.unboxed().clone();
        if !matches!(value.view(), View::Str(_) | View::Bool(_) | View::Int(_)) {
            let given = call.given(&value);
            let text = format!(
                "session_start(): Option \"{name}\" must be of type string|int|bool, {given} given"
            );
            return Err(call.throw(Message::TypeRefused { text }));
        }
        if name == "read_and_close" {
            closes = conv::to_int(call.rq(), &value)? != 0;
            continue;
        }
        let text = call.to_str(&value)?;
        let row = Ini::row(format!("session.{name}").as_bytes());
        let is_set = match row.filter(|row| row.access == crate::request::ini::Access::All) {
            Some(row) => ini::change(call, row, &text)?,
            None => false,
        };
        if !is_set {
            warn(call, &format!("Setting option \"{name}\" failed"))?;
        }
    }
    Ok(closes)
}

pub fn session_start(call: &mut Call<'_>, options: &Array) -> Res<bool> {
    if is_active(call) {
        let how = match session(call).started_at.clone() {
            Some((path, line)) => format!("already active (started from {path} on line {line})"),
            None if is_on(call, "session.auto_start") => "already automatically active".to_owned(),
            None => "already active".to_owned(),
        };
        call.notice(format!("Ignoring session_start() because a session is {how}"))?;
        return Ok(true);
    }
    if is_on(call, "session.use_cookies") && are_headers_sent(call) {
        warn(call, "Session cannot be started after headers have already been sent")?;
        return Ok(false);
    }
    let closes = set_options(call, options)?;
    if !start(call)? || !is_active(call) {
        clear(call);
        return Ok(false);
    }
    if closes {
        flush(call, false)?;
    }
    Ok(true)
}
