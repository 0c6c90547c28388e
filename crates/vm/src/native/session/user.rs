//! Handlers of scripts.

use runtime::message::Message;
use runtime::native::{Call, Host as _, Passed};
use runtime::raise::{Halt, Res};
use runtime::string::intern;
use runtime::value::{Value, View};

use super::{Status, at_shutdown, files, id, is_active, keeper, request, session, setting, warn};
use super::{are_headers_sent, deprecate};
use crate::request::Ini;

/// What a handler does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Open,
    Close,
    Read,
    Write,
    Destroy,
    Gc,
    CreateSid,
    ValidateSid,
    UpdateTimestamp,
}

const PARTS: usize = 9;
const METHODS: [&str; PARTS] = [
    "open",
    "close",
    "read",
    "write",
    "destroy",
    "gc",
    "create_sid",
    "validateId",
    "updateTimestamp",
];

/// The script's handler.
#[derive(Default)]
pub struct Handler {
    callbacks: [Option<Value>; PARTS],
    /// The class of an object that is the handler.
    pub class: Option<String>,
    /// Whether it was begun.
    pub is_begun: bool,
    /// Whether the engine's own was opened by it.
    pub is_open: bool,
    /// Whether the session is kept when the script ends.
    pub ends_with_script: bool,
    is_running: bool,
}

/// Whether the handler has a part.
pub fn has(call: &mut Call<'_>, part: Part) -> bool {
    session(call).user.callbacks[part as usize].is_some()
}

/// Whether a part of the handler runs.
pub fn is_running(call: &mut Call<'_>) -> bool {
    session(call).user.is_running
}

/// Calls a part; none when it could not be called.
fn run(call: &mut Call<'_>, part: Part, args: &[Value]) -> Res<Option<Value>> {
    let Some(callback) = session(call).user.callbacks[part as usize].clone() else {
        return Ok(None);
    };
    if std::mem::take(&mut session(call).user.is_running) {
        warn(call, "Cannot call session save handler in a recursive manner")?;
        return Ok(None);
    }
    let Ok(callable) = request(call).callable(&callback) else { return Ok(None) };
    session(call).user.is_running = true;
    let result = request(call).call_resolved(&callable, args);
    session(call).user.is_running = false;
    result.map(|value| Some(value.unboxed().clone()))
}

fn texts(call: &mut Call<'_>, texts: &[&[u8]]) -> Res<Vec<Value>> {
    texts.iter().map(|text| call.str(text).map(Value::from)).collect()
}

/// What a part answers that says whether it went well.
fn verdict(call: &mut Call<'_>, answer: Option<Value>) -> Res<bool> {
    let Some(answer) = answer else { return Ok(false) };
    let went_well = match answer.view() {
        View::Bool(went_well) => return Ok(went_well),
        View::Int(0) => true,
        View::Int(-1) => false,
        _ => return Err(wrong_type(call, &answer)),
    };
    let text = "Session callback must have a return value of type bool, int returned";
    deprecate(call, text)?;
    Ok(went_well)
}

fn wrong_type(call: &mut Call<'_>, answer: &Value) -> Halt {
    let given = call.given(answer);
    let text = format!("Session callback must have a return value of type bool, {given} returned");
    call.throw(Message::TypeRefused { text })
}

/// Calls a part with texts; whether that went well.
pub fn tell(call: &mut Call<'_>, part: Part, args: &[&[u8]]) -> Res<bool> {
    let args = texts(call, args)?;
    let answer = run(call, part, &args)?;
    verdict(call, answer)
}

/// Begins.
pub fn open(call: &mut Call<'_>, path: &[u8], name: &[u8]) -> Res<bool> {
    let args = texts(call, &[path, name])?;
    let answer = run(call, Part::Open, &args);
    if matches!(answer, Err(Halt::Exit)) {
        session(call).status = Status::None;
    } else {
        session(call).user.is_begun = true;
    }
    verdict(call, answer?)
}

/// Ends.
pub fn close(call: &mut Call<'_>) -> Res<bool> {
    if !session(call).user.is_begun {
        return Ok(true);
    }
    let answer = run(call, Part::Close, &[]);
    session(call).user.is_begun = false;
    verdict(call, answer?)
}

/// What is kept under an id.
pub fn read(call: &mut Call<'_>, id: &[u8]) -> Res<Option<Vec<u8>>> {
    let args = texts(call, &[id])?;
    let answer = run(call, Part::Read, &args)?;
    Ok(answer.and_then(|answer| answer.as_str().map(|text| text.to_vec())))
}

/// Deletes what is too old; how much that was, −1 when it failed.
pub fn collect(call: &mut Call<'_>, seconds: i64) -> Res<i64> {
    let answer = run(call, Part::Gc, &[Value::int(seconds)])?;
    Ok(match answer.as_ref().map(Value::view) {
        Some(View::Int(count)) => count,
        Some(View::Bool(true)) => 1,
        _ => -1,
    })
}

/// A new id.
pub fn create_id(call: &mut Call<'_>) -> Res<Vec<u8>> {
    if !has(call, Part::CreateSid) {
        return id::create(call);
    }
    let Some(answer) = run(call, Part::CreateSid, &[])? else {
        return Err(request(call).throw_error("error", "No session id returned by function"));
    };
    match answer.as_str() {
        Some(text) => Ok(text.to_vec()),
        None => Err(request(call).throw_error("error", "Session id must be a string")),
    }
}

/// Whether the handler may be changed; warns when not.
fn may_change(call: &mut Call<'_>) -> Res<bool> {
    if is_active(call) {
        warn(call, "Session save handler cannot be changed when a session is active")?;
        return Ok(false);
    }
    if are_headers_sent(call) {
        let text = "Session save handler cannot be changed after headers have already been sent";
        warn(call, text)?;
        return Ok(false);
    }
    Ok(true)
}

/// Says in the settings that the script keeps sessions.
fn enter(call: &mut Call<'_>) {
    if !keeper::is_user(call)
        && let Some(row) = Ini::row(b"session.save_handler")
    {
        let old = setting(call, "session.save_handler");
        session(call).has_default = old.eq_ignore_ascii_case(b"files");
        request(call).ini.set(row, Some(b"user"));
    }
}

fn set_object(call: &mut Call<'_>, object: &Value, ends_with_script: bool) -> Res<bool> {
    let class = match object.unboxed().view() {
        View::Object(object) => object.class().class(),
        _ => return Err(call.type_error(1, "SessionHandlerInterface", object)),
    };
    if !may_change(call)? {
        return Ok(false);
    }
    let mut callbacks: [Option<Value>; PARTS] = Default::default();
    for (part, (slot, method)) in callbacks.iter_mut().zip(METHODS).enumerate() {
        let is_optional = part >= Part::CreateSid as usize;
        if is_optional && class.methods.get(method.to_ascii_lowercase().as_bytes()).is_none() {
            continue;
        }
        let name = Value::from(intern(method.as_bytes()));
        *slot = Some(call.list([object.unboxed().clone(), name])?.into());
    }
    let was_registered = session(call).user.ends_with_script;
    let user = &mut session(call).user;
    user.callbacks = callbacks;
    user.class = Some(crate::class::class_text(class.id));
    user.ends_with_script = ends_with_script;
    if ends_with_script && !was_registered {
        at_shutdown(call, "session_shutdown_");
    }
    enter(call);
    Ok(true)
}

/// The error of an argument that nobody can call.
fn check_callable(call: &mut Call<'_>, position: usize, value: &Value) -> Res<()> {
    match request(call).callable(value.unboxed()) {
        Ok(_) => Ok(()),
        Err(reason) => {
            let or = if position > 6 { " or null" } else { "" };
            let rule = format!("must be a valid callback{or}, {reason}");
            Err(call.type_refused(position, &rule))
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "as many as the function has")]
pub fn session_set_save_handler(
    call: &mut Call<'_>,
    open: &Value,
    close: Passed<'_>,
    read: Passed<'_>,
    write: Passed<'_>,
    destroy: Passed<'_>,
    gc: Passed<'_>,
    create_sid: &Value,
    validate_sid: &Value,
    update_timestamp: &Value,
) -> Res<bool> {
    let passed = call.passed();
    if passed <= 2 {
        let is_handler = match open.unboxed().view() {
            View::Object(object) => {
                let object = object.clone();
                request(call).is_instance(&object, "SessionHandlerInterface")
            }
            _ => false,
        };
        if !is_handler {
            return Err(call.type_error(1, "SessionHandlerInterface", open));
        }
        let ends = close.0.is_none_or(runtime::conv::to_bool);
        return set_object(call, open, ends);
    }
    call.deprecate(
        "Providing individual callbacks instead of an object implementing \
         SessionHandlerInterface is deprecated",
    )?;
    if passed < 6 {
        let expected = "at least 6 arguments".to_owned();
        let function = call.native().name;
        return Err(call.throw(Message::ArgumentCount { function, expected, given: passed }));
    }
    let needed = [close, read, write, destroy, gc].map(|it| it.0);
    let others = [create_sid, validate_sid, update_timestamp].map(Some);
    let given: Vec<Option<&Value>> =
        std::iter::once(Some(open)).chain(needed).chain(others).collect();
    for (at, value) in given.iter().enumerate() {
        if let Some(value) = value.filter(|value| at < 6 || !value.is_null()) {
            check_callable(call, at + 1, value)?;
        }
    }
    if !may_change(call)? {
        return Ok(false);
    }
    enter(call);
    let user = &mut session(call).user;
    user.class = None;
    user.ends_with_script = false;
    for (at, value) in given.into_iter().enumerate() {
        if let Some(value) = value.filter(|value| !value.is_null()) {
            user.callbacks[at] = Some(value.unboxed().clone());
        }
    }
    Ok(true)
}

/// Why the engine's own handler is not called.
fn refusal(call: &mut Call<'_>, method: &[u8]) -> Res<bool> {
    if !is_active(call) {
        return Err(request(call).throw_error("error", "Session is not active"));
    }
    if !session(call).has_default {
        return Err(request(call).throw_error("error", "Cannot call default session handler"));
    }
    let needs_open = !matches!(method, b"open" | b"create_sid");
    if needs_open && !session(call).user.is_open {
        let method = super::shown(method);
        let text = format!("SessionHandler::{method}(): Parent session handler is not open");
        request(call).warn(&text)?;
        return Ok(false);
    }
    Ok(true)
}

pub fn session_files_(
    call: &mut Call<'_>,
    method: &runtime::string::Str,
    first: &Value,
    second: &Value,
) -> Res<Value> {
    if !refusal(call, method)? {
        return Ok(Value::bool(false));
    }
    let text = |value: &Value| value.as_str().map(|text| text.to_vec()).unwrap_or_default();
    let (one, other) = (text(first), text(second));
    let went_well = match method.as_bytes() {
        b"open" => {
            let opened = files::open(call, &one)?;
            session(call).user.is_open |= opened;
            opened
        }
        b"close" => {
            session(call).user.is_open = false;
            session(call).files = None;
            true
        }
        b"read" => {
            let read = files::read(call, &one)?;
            return Ok(match read {
                Some(text) => call.str(&text)?.into(),
                None => Value::bool(false),
            });
        }
        b"write" => files::write(call, &one, &other)?,
        b"destroy" => files::destroy(call, &one),
        b"gc" => {
            let seconds = first.as_int().unwrap_or_default();
            return files::collect(call, seconds).map(Value::int);
        }
        _ => {
            let made = keeper::unused_id(call)?;
            return call.str(&made).map(Value::from);
        }
    };
    Ok(Value::bool(went_well))
}
