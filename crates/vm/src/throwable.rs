//! Exceptions and errors: made by the engine, and what an object of them says.
//!
//! # Invariants
//! - T1: the first slots of a throwable object are those of the library's `Exception` and
//!   `Error`, in their order.

use hhbc::func::{Attrs, Role};
use hhbc::instr::Instr;
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::object::{ClassId, Object};
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use crate::class::shown;
use crate::frame::{Frame, FrameInfo, Walker};
use crate::library;
use crate::native_method::MethodRow;
use crate::request::Request;

/// The slot of the message.
pub const MESSAGE: usize = 0;
/// The slot of what `__toString` gave last.
pub const STRING: usize = 1;
/// The slot of the code.
pub const CODE: usize = 2;
/// The slot of the path.
pub const FILE: usize = 3;
/// The slot of the line.
pub const LINE: usize = 4;
/// The slot of the trace.
pub const TRACE: usize = 5;
/// The slot of the previous exception.
pub const PREVIOUS: usize = 6;

/// Whether objects of the class are thrown.
pub fn is_throwable_class(class: ClassId) -> bool {
    library::THROWABLE.is_above(class)
}

/// Whether the object is thrown.
pub fn is_throwable(object: &Object) -> bool {
    is_throwable_class(object.class())
}

/// A new exception of the class with this name in lower case, made where the request is.
pub fn throw(rq: &mut Request, folded: &str, text: &str) -> Halt {
    match make(rq, folded, text) {
        Ok(object) => Halt::Throw(object),
        Err(halt) => halt,
    }
}

fn make(rq: &mut Request, folded: &str, text: &str) -> Res<Object> {
    let class = rq.library_class(folded)?;
    let mut object = rq.instantiate(class)?;
    let message = Str::new(text.as_bytes()).or_exit(rq)?;
    object.slot_mut(MESSAGE).set(Value::from(message));
    Ok(object)
}

/// Gives a new throwable object the place and the trace of where the request is.
pub(crate) fn note_place(rq: &mut Request, object: &Object) -> Res<()> {
    let place = rq.place_of_script();
    let (path, line) = place.unwrap_or_else(|| ("[no active file]".to_owned(), 0));
    let path = Str::new(path.as_bytes()).or_exit(rq)?;
    let args = rq.ini.int("zend.exception_ignore_args") == 0;
    let wanted = Wanted { args, objects: false, skipped: 0, limit: None };
    let mut trace = trace(rq, wanted).or_exit(rq)?;
    if args && library::SODIUM_EXCEPTION.is_above(object.class()) {
        trace = without_args(&trace).or_exit(rq)?;
    }
    let mut object = object.clone();
    object.slot_mut(FILE).set(Value::from(path));
    object.set_slot_state(FILE, 0);
    object.slot_mut(LINE).set(Value::int(i64::from(line)));
    object.set_slot_state(LINE, 0);
    object.slot_mut(TRACE).set(Value::from(trace));
    Ok(())
}

/// Takes the arguments out of the trace of an object that is thrown.
pub(crate) fn hide_args(rq: &mut Request, object: &Object) -> Res<()> {
    let Some(trace) = object.slot(TRACE).as_array().cloned() else { return Ok(()) };
    let bare = without_args(&trace).or_exit(rq)?;
    object.clone().slot_mut(TRACE).set(Value::from(bare));
    Ok(())
}

/// A trace whose calls show no arguments, neither those of the innermost call nor any other.
fn without_args(trace: &Array) -> Result<Array, Oom> {
    let key = intern(b"args");
    let mut bare = Array::new();
    for (_, row) in trace {
        let mut row = row.unboxed().as_array().cloned().unwrap_or_default();
        if row.get_static(key).is_some() {
            row.set(Key::Str(key.as_str()), Value::from(Array::new()))?;
        }
        bare.append(Value::from(row)).map_err(|_| Oom)?;
    }
    Ok(bare)
}

/// Says that the object was made on another line.
pub(crate) fn set_line(object: &Object, line: u32) {
    object.clone().slot_mut(LINE).set(Value::int(i64::from(line)));
}

/// Says that the object was made elsewhere.
pub(crate) fn set_path(rq: &mut Request, object: &Object, path: &[u8], line: u32) {
    if let Ok(path) = rq.new_str(path) {
        object.clone().slot_mut(FILE).set(Value::from(path));
    }
    set_line(object, line);
}

/// What a trace has of the calls that are in progress.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    /// Their arguments.
    pub args: bool,
    /// `$this`.
    pub objects: bool,
    /// How many of the innermost calls are left out.
    pub skipped: usize,
    /// The most calls.
    pub limit: Option<usize>,
}

/// The calls that are in progress, as `getTrace` and `debug_backtrace` give them.
pub(crate) fn trace(rq: &mut Request, wanted: Wanted) -> Result<Array, Oom> {
    let frames = frames_for(rq, wanted);
    trace_of(rq, &frames, wanted)
}

/// The innermost frames, as many as a trace needs: functions of scripts are all shown, and the last
/// call has a caller.
fn frames_for(rq: &Request, wanted: Wanted) -> Vec<FrameInfo> {
    let limit = wanted.limit.unwrap_or(usize::MAX);
    let mut left = limit.saturating_add(wanted.skipped).saturating_add(1);
    let is_needed = |frame: &FrameInfo| {
        let is_needed = left > 0;
        let php = frame.func.as_php().filter(|php| !php.unit().is_library());
        left -= usize::from(is_needed && php.is_some() && !is_thunk(frame));
        is_needed
    };
    Walker::new(rq).take_while(is_needed).collect()
}

/// The calls of these frames, the innermost first.
pub(crate) fn trace_of(
    rq: &mut Request,
    frames: &[FrameInfo],
    wanted: Wanted,
) -> Result<Array, Oom> {
    let mut trace = Array::new();
    let hides = frames.iter().any(|frame| sensitive(frame).next().is_some());
    let veil = if hides { rq.library_class("sensitiveparametervalue").ok() } else { None };
    let limit = wanted.limit.unwrap_or(usize::MAX);
    let enough = limit.saturating_add(wanted.skipped);
    let is_nested = |at: usize| is_thunk(&frames[at]) && frames.get(at + 1).is_some_and(is_thunk);
    let is_step = |at: usize| is_step(&frames[at], frames.get(at + 1));
    let is_shown = |at: usize, frame: &FrameInfo| {
        !frame.is_outermost() && !is_nested(at) && !is_helper(frame.func) && !is_step(at)
    };
    let mut rows = Vec::new();
    for (at, frame) in frames.iter().enumerate() {
        if rows.len() >= enough {
            break;
        }
        let called = at.checked_sub(1).and_then(|inner| frames.get(inner));
        if let Some(word) = failing_inclusion(frame, called) {
            rows.push(inclusion_row(word, frame)?);
        }
        if is_shown(at, frame) {
            let is_caller = |at: &usize| !is_step(*at) && !is_helper(frames[*at].func);
            let caller = (at + 1..frames.len()).find(is_caller);
            let mut row = row(frame, caller.map(|at| &frames[at]), (wanted, veil))?;
            let is_file = frame.func.as_php().is_some_and(|php| php.record().role == Role::Main);
            if at == 0 && is_file {
                // PHP: which file it is, the frame inside of it tells.
                row.remove(Key::Str(intern(b"args").as_str()))?;
            }
            rows.push(row);
        }
    }
    for row in rows.into_iter().skip(wanted.skipped).take(limit) {
        trace.append(Value::from(row)).map_err(|_| Oom)?;
    }
    Ok(trace)
}

/// The word of an inclusion that is in progress in a frame, when `called` is not the file itself:
/// what runs then are handlers, wrappers and loaders. PHP shows such an inclusion without arguments.
fn failing_inclusion(frame: &FrameInfo, called: Option<&FrameInfo>) -> Option<&'static [u8]> {
    let is_main =
        |frame: &FrameInfo| frame.func.as_php().is_some_and(|php| php.record().role == Role::Main);
    if called.is_none_or(is_main) || frame.func.as_php()?.unit().is_library() {
        return None;
    }
    match &frame.site()?.instr {
        Instr::Incl {} => Some(b"include"),
        Instr::InclOnce {} => Some(b"include_once"),
        Instr::Req {} => Some(b"require"),
        Instr::ReqOnce {} => Some(b"require_once"),
        _ => None,
    }
}

fn inclusion_row(word: &[u8], caller: &FrameInfo) -> Result<Array, Oom> {
    let mut row = Array::new();
    let mut put = |key: &[u8], value: Value| row.set(Key::Str(intern(key).as_str()), value);
    if let Some(php) = caller.func.as_php() {
        put(b"file", Value::from(php.unit().path()))?;
        put(b"line", Value::int(i64::from(caller.line())))?;
    }
    put(b"function", Value::from(intern(word)))?;
    Ok(row)
}

/// Whether a function is bookkeeping of the library, which scripts do not see: a name that ends in
/// `_`, and the magic methods, which stand for what PHP's own classes do without a method.
fn is_helper(func: &crate::func::Func) -> bool {
    let is_library = func.as_php().is_none_or(|php| php.unit().is_library());
    is_library && is_name_of_helper(func.name().as_bytes())
}

/// Whether bookkeeping of the library has this name, in any case.
pub(crate) fn is_name_of_helper(name: &[u8]) -> bool {
    const MAGIC: [&[u8]; 5] = [b"__call", b"__get", b"__set", b"__isset", b"__unset"];
    let is_bookkeeping = name.ends_with(b"_") && name != b"_";
    is_bookkeeping || MAGIC.iter().any(|magic| magic.eq_ignore_ascii_case(name))
}

/// Whether it is a method of the library that a loop, or a function that goes through iterators,
/// has called. PHP's own iterators are moved on without a call.
fn is_step(call: &FrameInfo, caller: Option<&FrameInfo>) -> bool {
    let is_library = call.func.as_php().is_some_and(|php| php.unit().is_library());
    let Some(caller) = caller.filter(|_| is_library && call.func.scope().is_some()) else {
        return false;
    };
    if caller.func.as_php().is_none() {
        return caller.func.name().as_bytes().starts_with(b"iterator_");
    }
    matches!(
        caller.site().map(|site| &site.instr),
        Some(
            Instr::IterInit { .. }
                | Instr::IterInitK { .. }
                | Instr::IterNext { .. }
                | Instr::IterNextK { .. }
        )
    )
}

/// Whether it computes a constant expression.
fn is_thunk(frame: &FrameInfo) -> bool {
    frame.func.as_php().is_some_and(|php| php.record().role == Role::Thunk)
}

/// The positions of the parameters of a call whose values no trace shows.
fn sensitive(call: &FrameInfo) -> impl Iterator<Item = usize> {
    let params = call.func.as_php().map_or(&[][..], |php| &php.record().params);
    let builtins = call.func.as_native().map_or(&[][..], |native| native.params);
    let of_script = params.iter().map(|param| param.attrs.has(Attrs::sensitive));
    let all = of_script.chain(builtins.iter().map(|param| param.sensitive)).enumerate();
    all.filter_map(|(at, is_it)| is_it.then_some(at))
}

/// The arguments of a call, those of sensitive parameters inside objects of the class `veil`.
fn shown_args(call: &FrameInfo, veil: Option<ClassId>) -> Result<Array, Oom> {
    let (mut args, mut named) = (call.args(), call.named_args());
    let params = call.func.as_php().map_or(&[][..], |php| &php.record().params);
    for at in sensitive(call) {
        let Some(veil) = veil else { continue };
        let is_rest = params.get(at).is_some_and(|param| param.attrs.has(Attrs::variadic));
        let end = if is_rest { args.len() } else { at + 1 };
        let rest = named.iter_mut().filter(|_| is_rest).map(|(_, arg)| arg);
        for arg in args.iter_mut().take(end).skip(at).chain(rest) {
            let mut veiled = Object::new(veil)?;
            veiled.slot_mut(0).set(std::mem::take(arg));
            veiled.set_slot_state(0, 0);
            *arg = Value::from(veiled);
        }
    }
    let mut all = Array::from_values(args)?;
    for (name, arg) in named {
        all.set(Key::Str(&name), arg)?;
    }
    Ok(all)
}

fn row(
    call: &FrameInfo,
    caller: Option<&FrameInfo>,
    (wanted, veil): (Wanted, Option<ClassId>),
) -> Result<Array, Oom> {
    let mut row = Array::new();
    let mut put = |key: &[u8], value: Value| row.set(Key::Str(intern(key).as_str()), value);
    if let Some(caller) = caller
        && let Some(php) = caller.func.as_php()
        && !php.unit().is_library()
    {
        put(b"file", Value::from(php.unit().path()))?;
        put(b"line", Value::int(i64::from(caller.line())))?;
    }
    let role = call.func.as_php().map(|php| php.record().role);
    if is_thunk(call) {
        put(b"function", Value::from(intern(b"[constant expression]")))?;
        return Ok(row);
    }
    if role == Some(Role::Main) {
        let (word, path) = inclusion(call, caller);
        if let (Some(path), true) = (path, wanted.args) {
            let args = [path].into_iter();
            put(b"args", Value::from(Array::from_values(args)?))?;
        }
        put(b"function", Value::from(intern(word)))?;
        return Ok(row);
    }
    put(b"function", Value::from(call.func.name()))?;
    if let Some(scope) = call.func.scope() {
        put(b"class", Value::from(scope.class().name))?;
        let this = call.this();
        let arrow: &[u8] = if this.is_some() { b"->" } else { b"::" };
        if let (Some(this), true) = (this, wanted.objects) {
            put(b"object", Value::from(this))?;
        }
        put(b"type", Value::from(intern(arrow)))?;
    }
    if wanted.args {
        put(b"args", Value::from(shown_args(call, veil)?))?;
    }
    Ok(row)
}

/// By which word a file was included, and the file when it is one.
fn inclusion(call: &FrameInfo, caller: Option<&FrameInfo>) -> (&'static [u8], Option<Value>) {
    let path = || call.func.as_php().map(|php| Value::from(php.unit().path()));
    match caller.and_then(FrameInfo::site).map(|site| &site.instr) {
        Some(Instr::Eval {}) => (b"eval", None),
        Some(Instr::Incl {}) => (b"include", path()),
        Some(Instr::InclOnce {}) => (b"include_once", path()),
        Some(Instr::ReqOnce {}) => (b"require_once", path()),
        _ => (b"require", path()),
    }
}

/// A part of a row of a trace; a script may have put there what is none.
fn part(row: &Array, key: &[u8]) -> String {
    match row.get_static(intern(key)).map(|value| value.unboxed().view()) {
        None => String::new(),
        Some(View::Str(text)) => shown(text),
        Some(_) => "[unknown]".to_owned(),
    }
}

/// The place that a row of a trace names.
fn place_text(row: &Array) -> String {
    let line = row.get_static(intern(b"line")).and_then(|line| line.unboxed().as_int());
    match row.get_static(intern(b"file")).map(|file| file.unboxed().view()) {
        None => "[internal function]".to_owned(),
        Some(View::Str(path)) => format!("{}({})", shown(path), line.unwrap_or(0)),
        Some(_) => "[unknown file]".to_owned(),
    }
}

/// A trace as PHP prints it.
pub(crate) fn trace_text(rq: &Request, trace: &Array) -> String {
    let most = shown_max(rq);
    let mut shown = String::new();
    let mut calls = 0;
    for (_, row) in trace {
        let Some(row) = row.unboxed().as_array() else { continue };
        let args = row.get_static(intern(b"args")).and_then(|args| args.unboxed().as_array());
        let args = args.map_or_else(String::new, |args| args_text(args, most));
        let class = part(row, b"class");
        let class = class.split('\0').next().unwrap_or_default();
        let name = format!("{class}{}{}", part(row, b"type"), part(row, b"function"));
        shown += &format!("#{calls} {}: {name}({args})\n", place_text(row));
        calls += 1;
    }
    shown + &format!("#{calls} {{main}}")
}

/// Warns of what is no trace in an array that a script has put in its place.
fn check_trace(rq: &mut Request, trace: &Array) -> Res<()> {
    for (key, row) in trace {
        let Some(row) = row.unboxed().as_array() else {
            let Key::Int(at) = key else { continue };
            rq.warn(&format!("Expected array for frame {at}"))?;
            continue;
        };
        let is_odd = |key: &[u8], fits: fn(&Value) -> bool| {
            row.get_static(intern(key)).is_some_and(|value| !fits(value.unboxed()))
        };
        let is_str = |value: &Value| matches!(value.view(), View::Str(_));
        if is_odd(b"file", is_str) {
            rq.warn("File name is not a string")?;
        } else if row.get_static(intern(b"file")).is_some()
            && is_odd(b"line", |line| line.as_int().is_some())
        {
            rq.warn("Line is not an int")?;
        }
        for key in ["class", "type", "function"] {
            if is_odd(key.as_bytes(), is_str) {
                rq.warn(&format!("Value for {key} is not a string"))?;
            }
        }
        if is_odd(b"args", |args| args.as_array().is_some()) {
            rq.warn("args element is not an array")?;
        }
    }
    Ok(())
}

/// An exception with place and trace, without what its own `__toString` would say.
fn describe(rq: &mut Request, object: &Object) -> Res<String> {
    let name = shown(object.class().class().name.as_bytes());
    let mut slot = |slot: usize| {
        let value = object.slot(slot).unboxed().clone();
        runtime::conv::to_str(rq, &value).map(|text| shown(&text))
    };
    let (message, path) = (slot(MESSAGE)?, slot(FILE)?);
    let line = runtime::conv::to_int(rq, &object.slot(LINE).unboxed().clone())?;
    let colon = if message.is_empty() { "" } else { ": " };
    let trace = text_of_trace(rq, object)?;
    // PHP: the message of a refused argument goes on to where the function is.
    let is_refusal = library::TYPE_ERROR.is_above(object.class());
    let defined = if is_refusal && message.contains(", called in ") { " and defined" } else { "" };
    Ok(format!("{name}{colon}{message}{defined} in {path}:{line}\nStack trace:\n{trace}"))
}

/// An exception and those before it, as `__toString` gives them.
pub(crate) fn describe_all(rq: &mut Request, object: &Object) -> Res<String> {
    let mut seen = vec![object.clone()];
    let mut text = describe(rq, object)?;
    while let Some(View::Object(next)) = seen.last().map(|last| last.slot(PREVIOUS).view()) {
        let next = next.clone();
        if seen.iter().any(|one| one.ptr_eq(&next)) {
            break;
        }
        text = format!("{}\n\nNext {text}", describe(rq, &next)?);
        seen.push(next);
    }
    Ok(text)
}

fn text_of_trace(rq: &mut Request, object: &Object) -> Res<String> {
    let Some(trace) = object.slot(TRACE).unboxed().as_array().cloned() else {
        return Ok("#0 {main}".to_owned());
    };
    check_trace(rq, &trace)?;
    Ok(trace_text(rq, &trace))
}

/// How many bytes of a string a trace shows.
pub(crate) fn shown_max(rq: &Request) -> usize {
    usize::try_from(rq.ini.int("zend.exception_string_param_max_len")).unwrap_or(0)
}

/// Arguments as a trace shows them.
fn args_text(args: &Array, most: usize) -> String {
    let one = |(key, value): (Key, &Value)| {
        let shown_value = arg_text(value, most);
        match key {
            Key::Int(_) => shown_value,
            Key::Str(name) => format!("{}: {shown_value}", shown(name)),
        }
    };
    args.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Text in which bytes that are not printable ASCII are escapes.
fn escaped(text: &[u8]) -> String {
    let mut shown = String::with_capacity(text.len());
    for &byte in text {
        match byte {
            b'\n' => shown += "\\n",
            b'\r' => shown += "\\r",
            b'\t' => shown += "\\t",
            0x0c => shown += "\\f",
            0x0b => shown += "\\v",
            0x1b => shown += "\\e",
            b'\\' => shown += "\\\\",
            b' '..=b'~' => shown.push(char::from(byte)),
            _ => shown += &format!("\\x{byte:02X}"),
        }
    }
    shown
}

/// A value as traces show it.
pub(crate) fn arg_text(value: &Value, most: usize) -> String {
    match value.unboxed().view() {
        View::Uninit | View::Null => "NULL".to_owned(),
        View::Bool(value) => value.to_string(),
        View::Int(int) => int.to_string(),
        View::Float(float) => {
            let text = runtime::conv::float_text::with_precision(float, 17);
            let is_whole = float.is_finite() && !text.contains('.');
            text + if is_whole { ".0" } else { "" }
        }
        View::Str(text) if text.len() > most => format!("'{}...'", escaped(&text[..most])),
        View::Str(text) => format!("'{}'", escaped(text)),
        View::Array(_) => "Array".to_owned(),
        View::Object(object) if object.class().class().kind == hhbc::class::ClassKind::Enum => {
            let case = object.slot(0).as_str().map(|case| shown(case)).unwrap_or_default();
            format!("{}::{case}", crate::class::class_text(object.class()))
        }
        View::Object(object) => {
            format!("Object({})", crate::class::class_text(object.class()))
        }
        View::Resource(resource) => format!("Resource id #{}", resource.id()),
        View::Ref(_) => String::new(),
    }
}

/// Native methods of `Exception` and `Error`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("exception::gettraceasstring", trace_as_string),
    ("error::gettraceasstring", trace_as_string),
    ("exception::__tostring", to_string),
    ("error::__tostring", to_string),
];

fn trace_as_string(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let this = crate::object::this_of(rq, frame)?;
    let text = text_of_trace(rq, &this)?;
    rq.new_str(text.as_bytes()).map(Value::from)
}

fn to_string(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let mut this = crate::object::this_of(rq, frame)?;
    let text = describe_all(rq, &this)?;
    let text = Value::from(rq.new_str(text.as_bytes())?);
    this.slot_mut(STRING).set(text.clone());
    Ok(text)
}

/// Has `thrown` say, behind all that led to it, that `pending` came before.
pub(crate) fn chain(thrown: &Object, pending: &Object) {
    let mut last = thrown.clone();
    while !last.ptr_eq(pending) {
        if is_before(&last, pending) {
            return;
        }
        match last.slot(PREVIOUS).clone().view() {
            View::Object(next) => last = next.clone(),
            _ => return last.slot_mut(PREVIOUS).set(Value::from(pending.clone())),
        }
    }
}

/// Whether an exception is one of those that came before another.
fn is_before(exception: &Object, of: &Object) -> bool {
    let mut at = of.clone();
    while let View::Object(previous) = at.slot(PREVIOUS).clone().view() {
        if previous.ptr_eq(exception) {
            return true;
        }
        at = previous.clone();
    }
    false
}

/// What goes on when `later` was thrown while `before` was on its way.
pub(crate) fn after(before: Halt, later: Halt) -> Halt {
    if let (Halt::Throw(pending), Halt::Throw(thrown)) = (&before, &later) {
        chain(thrown, pending);
    }
    later
}
