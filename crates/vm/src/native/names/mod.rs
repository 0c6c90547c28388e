//! Names of variables and constants, at run time.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::borrow::Cow;
use std::collections::HashSet;

use hhbc::class::ClassKind;
use runtime::array::{Array, Key, close_cursor};
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::{ClassId, Reference};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{func, put_named, request};
use crate::callable::Viewpoint;
use crate::folded::Folded;
use crate::frame::Frame;
use crate::request::Request;
use crate::variable;

/// The frame of the function that calls.
fn frame(call: &mut Call<'_>) -> Option<Frame> {
    func::caller(request(call))?.frame()
}

fn http_response_header_(call: &mut Call<'_>, headers: &Array) -> Res<()> {
    const NAME: &[u8] = b"http_response_header";
    let Some(mut frame) = frame(call) else { return Ok(()) };
    if frame.php().local_named(NAME).is_none() {
        return Ok(());
    }
    let name = call.str(NAME)?;
    variable::assign_named(request(call), &mut frame, &name, Value::from(headers.clone()))
}

fn compact(call: &mut Call<'_>, var_name: &Value, var_names: &[Value]) -> Res<Array> {
    let mut found = Array::new();
    for (at, names) in std::iter::once(var_name).chain(var_names).enumerate() {
        gather(call, (at + 1, names), &mut found)?;
    }
    Ok(found)
}

fn gather(call: &mut Call<'_>, (at, names): (usize, &Value), found: &mut Array) -> Res<()> {
    match names.unboxed().view() {
        View::Str(name) => gather_one(call, &name.clone(), found),
        View::Array(list) => {
            let list = list.clone();
            if !list.enter() {
                let text = "Recursion detected".to_owned();
                return Err(call.throw(Message::Refused { text }));
            }
            let mut result = Ok(());
            for (_, name) in &list {
                result = gather(call, (at, name), found);
                if result.is_err() {
                    break;
                }
            }
            list.leave();
            result
        }
        _ => {
            let given = call.given(names);
            let text = format!("Argument #{at} must be string or array of strings, {given} given");
            call.warn(text)
        }
    }
}

fn gather_one(call: &mut Call<'_>, name: &Str, found: &mut Array) -> Res<()> {
    let Some(mut frame) = frame(call) else { return Ok(()) };
    let rq = request(call);
    let value = match name.as_bytes() {
        b"this" => frame.fp().record().this().map(Value::from),
        _ => variable::value_named(rq, &mut frame, name),
    };
    let Some(value) = value else {
        if name.as_bytes() == b"this" {
            return Ok(());
        }
        let name = String::from_utf8_lossy(name).into_owned();
        return call.warn(format!("Undefined variable ${name}"));
    };
    let put = found.set(Key::of_str(name), value);
    call.alloc(put)
}

const OVERWRITE: i64 = 0;
const SKIP: i64 = 1;
const PREFIX_SAME: i64 = 2;
const PREFIX_ALL: i64 = 3;
const PREFIX_INVALID: i64 = 4;
const PREFIX_IF_EXISTS: i64 = 5;
const IF_EXISTS: i64 = 6;
const REFS: i64 = 256;

/// Whether a name can be that of a variable.
fn is_name(name: &[u8]) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80;
    match name.split_first() {
        Some((first, rest)) => {
            is_letter(*first) && rest.iter().all(|&byte| is_letter(byte) || byte.is_ascii_digit())
        }
        None => false,
    }
}

/// The name of the variable that an element goes to, if it goes anywhere.
fn target<'a>(name: &'a [u8], exists: bool, (how, prefix): (i64, &[u8])) -> Option<Cow<'a, [u8]>> {
    let prefixed = || Cow::Owned([prefix, b"_", name].concat());
    let (is_valid, is_this) = (is_name(name), name == b"this");
    let target = match how {
        SKIP if exists => return None,
        IF_EXISTS | PREFIX_IF_EXISTS if !exists => return None,
        PREFIX_SAME if exists || is_this || !is_valid && !name.is_empty() => prefixed(),
        PREFIX_ALL | PREFIX_IF_EXISTS => prefixed(),
        PREFIX_INVALID if !is_valid || is_this => prefixed(),
        _ => Cow::Borrowed(name),
    };
    (is_name(&target) && *target != *b"this").then_some(target)
}

fn extract(call: &mut Call<'_>, array: &Value, flags: i64, prefix: &Str) -> Res<i64> {
    let how = flags & 0xff;
    if !(0..=IF_EXISTS).contains(&how) {
        return Err(call.value_error(2, "must be a valid extract type"));
    }
    if (PREFIX_SAME..=PREFIX_IF_EXISTS).contains(&how) && call.passed() < 3 {
        return Err(call.value_error(3, "is required when using this extract type"));
    }
    if !prefix.is_empty() && !is_name(prefix) {
        return Err(call.value_error(3, "must be a valid identifier"));
    }
    let Some(mut frame) = frame(call) else { return Ok(0) };
    let mut count = 0;
    if flags & REFS != 0 {
        make_references(call, array)?;
    }
    let array = array.unboxed().clone();
    for (key, value) in array.as_array().into_iter().flatten() {
        let name = match key {
            Key::Str(name) if name.is_empty() && matches!(how, PREFIX_SAME | PREFIX_ALL) => {
                continue;
            }
            Key::Str(name) => name.clone(),
            Key::Int(int) if matches!(how, PREFIX_ALL | PREFIX_INVALID) => {
                call.str(int.to_string().as_bytes())?
            }
            Key::Int(_) => continue,
        };
        let is_this = *name == *b"this";
        let asks = !is_this && !matches!(how, OVERWRITE | PREFIX_ALL | PREFIX_INVALID);
        let exists = asks && variable::value_named(request(call), &mut frame, &name).is_some();
        if is_this && how == OVERWRITE {
            let text = "Cannot re-assign $this".to_owned();
            return Err(call.throw(Message::Refused { text }));
        }
        let name = match target(&name, exists, (how, prefix)) {
            Some(Cow::Borrowed(_)) => name,
            Some(Cow::Owned(prefixed)) => call.str(&prefixed)?,
            None => continue,
        };
        let rq = request(call);
        match value.view() {
            View::Ref(place) if flags & REFS != 0 => {
                variable::bind_named(rq, &mut frame, &name, place.clone())?;
            }
            _ => variable::assign_named(rq, &mut frame, &name, value.unboxed().clone())?,
        }
        count += 1;
    }
    Ok(count)
}

/// Makes the elements of the array in a variable references.
fn make_references(call: &mut Call<'_>, array: &Value) -> Res<()> {
    let View::Ref(place) = array.view() else { return Ok(()) };
    let mut place = place.clone();
    let mut slot = place.slot_mut();
    let Some(array) = slot.as_array_mut() else { return Ok(()) };
    let unique = array.make_unique(0);
    call.alloc(unique)?;
    let cursor = array.open_cursor(0);
    let mut result = Ok(());
    while result.is_ok() {
        let next = array.next_ref(&cursor);
        match call.alloc(next) {
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(halt) => result = Err(halt),
        }
    }
    close_cursor(cursor);
    result
}

fn get_defined_vars(call: &mut Call<'_>) -> Res<Array> {
    let Some(frame) = frame(call) else { return Ok(Array::new()) };
    let rq = request(call);
    if frame.is_main(rq) {
        let globals = rq.globals();
        return call.alloc(globals);
    }
    let php = frame.php();
    let mut found = Array::new();
    for (at, id) in php.record().frame.local_names.iter().enumerate() {
        let value = frame.local(hhbc::imm::LocalId(at as u32));
        if !matches!(value.view(), View::Uninit) {
            let value = plain(value);
            let put = found.set(Key::of_str(php.unit().str(*id).as_str()), value);
            call.alloc(put)?;
        }
    }
    for (name, place) in variable::unnamed(&frame) {
        if !matches!(place.peek().view(), View::Uninit) {
            let name = call.str(&name)?;
            let is_shared = Reference::count(&place) > FRAME_AND_HERE;
            let value = if is_shared { Value::from(place) } else { place.get() };
            let put = found.set(Key::of_str(&name), value);
            call.alloc(put)?;
        }
    }
    Ok(found)
}

/// Owners of the place of a variable that a function does not name: its frame, and who asks for it.
const FRAME_AND_HERE: i32 = 2;

/// A variable's value; a reference that others have too stays one.
fn plain(value: &Value) -> Value {
    match value.view() {
        View::Ref(place) if Reference::count(place) > 1 => value.clone(),
        _ => value.unboxed().clone(),
    }
}

fn define(
    call: &mut Call<'_>,
    constant_name: &Str,
    value: &Value,
    case_insensitive: bool,
) -> Res<bool> {
    let name = constant_name.as_bytes();
    if name.windows(2).any(|pair| pair == b"::") {
        return Err(call.value_error(1, "cannot be a class constant"));
    }
    if case_insensitive {
        let text = "Argument #3 ($case_insensitive) is ignored since declaration of \
                    case-insensitive constants is no longer supported";
        call.warn(text)?;
    }
    let is_special =
        [&b"true"[..], b"false", b"null"].iter().any(|word| name.eq_ignore_ascii_case(word));
    if is_special || name == b"__COMPILER_HALT_OFFSET__" {
        let shown = String::from_utf8_lossy(name).into_owned();
        let text = format!("Constant {shown} already defined");
        call.rq().report(Message::Warning { text })?;
        return Ok(false);
    }
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    let folded = Folded::of_constant(name);
    let name = folded.as_deref().unwrap_or(name);
    request(call).define_constant(name, value.unboxed().clone())
}

/// The value of a constant by its name.
fn find(rq: &mut Request, name: &[u8]) -> Option<Value> {
    let plain = name.strip_prefix(b"\\").unwrap_or(name);
    let word = |word: &[u8]| plain.eq_ignore_ascii_case(word);
    match plain.len() {
        4 if word(b"true") => return Some(Value::bool(true)),
        5 if word(b"false") => return Some(Value::bool(false)),
        4 if word(b"null") => return Some(Value::NULL),
        _ => {}
    }
    let folded = Folded::of_constant(plain).and_then(|folded| rq.constant(&folded));
    folded.or_else(|| rq.constant(plain))
}

/// `Class::NAME` in two parts.
fn split_member(name: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = name.iter().rposition(|&byte| byte == b':')?;
    Some((name[..at].strip_suffix(b":")?, &name[at + 1..]))
}

/// The class that a name means in the function that asks, if there is such.
fn class_named(call: &mut Call<'_>, name: &[u8]) -> Res<Option<ClassId>> {
    let rq: &mut Request = request(call);
    let word = |word: &[u8]| name.eq_ignore_ascii_case(word);
    let (found, word) = match name.len() {
        4 if word(b"self") => (Viewpoint::scope_of(rq), "self"),
        6 if word(b"static") => {
            let from = Viewpoint::of(rq);
            (from.late_bound.or(from.scope), "static")
        }
        6 if word(b"parent") => match Viewpoint::scope_of(rq).map(|scope| scope.class().parent()) {
            Some(None) => {
                let text = "Cannot access \"parent\" when current class scope has no parent";
                return Err(call.throw(Message::Refused { text: text.to_owned() }));
            }
            parent => (parent.flatten().map(|parent| parent.id), "parent"),
        },
        _ => return rq.find_class(name, true),
    };
    if found.is_none() {
        let text = format!("Cannot access \"{word}\" when no class scope is active");
        return Err(call.throw(Message::Refused { text }));
    }
    Ok(found)
}

fn defined(call: &mut Call<'_>, constant_name: &Str) -> Res<bool> {
    let Some((class, member)) = split_member(constant_name) else {
        return Ok(find(request(call), constant_name).is_some());
    };
    let Some(class) = class_named(call, class)? else { return Ok(false) };
    let found = class.class().find_const(member, Viewpoint::scope_of(request(call)));
    Ok(found
        .is_ok_and(|constant| constant.class != class || class.class().kind != ClassKind::Trait))
}

fn constant(call: &mut Call<'_>, name: &Str) -> Res<Value> {
    if let Some((class, member)) = split_member(name) {
        if let Some(class) = class_named(call, class)? {
            let rq: &mut Request = request(call);
            let scope = Viewpoint::scope_of(rq);
            return rq.class_constant(class, member, scope);
        }
        let text = format!("Class \"{}\" not found", String::from_utf8_lossy(class));
        return Err(call.throw(Message::Refused { text }));
    }
    match find(request(call), name) {
        Some(value) => Ok(value),
        None => {
            let name = String::from_utf8_lossy(name);
            let text = format!("Undefined constant \"{name}\"");
            Err(call.throw(Message::Refused { text }))
        }
    }
}

/// Constants of the engine that are made with the request.
const ENGINES: [&[u8]; 4] = [b"PHP_BINARY", b"STDERR", b"STDIN", b"STDOUT"];

fn get_defined_constants(call: &mut Call<'_>, categorize: bool) -> Res<Array> {
    let user: Vec<(Vec<u8>, Value)> = request(call)
        .names
        .constants()
        .map(|(name, value)| (name.to_vec(), value.clone()))
        .collect();
    // That of sessions is the only one that an extension makes while a script runs.
    let (of_sessions, user): (Vec<_>, Vec<_>) =
        user.into_iter().partition(|(name, _)| categorize && name == b"SID");
    let is_engines = |(name, _): &(Vec<u8>, Value)| ENGINES.contains(&name.as_slice());
    let (of_engine, user): (Vec<_>, Vec<_>) = user.into_iter().partition(is_engines);
    let words = [("TRUE", Value::bool(true)), ("FALSE", Value::bool(false)), ("NULL", Value::NULL)];
    let mut all = Array::new();
    let mut seen = HashSet::new();
    for extension in super::tables().iter().map(|table| table.extension) {
        if !seen.insert(extension) {
            continue;
        }
        let mut own = Array::new();
        for table in super::tables() {
            let is_of = |name: &str| super::extension_of_constant(table, name) == extension;
            for constant in table.constants.iter().filter(|constant| is_of(constant.name)) {
                let into = if categorize { &mut own } else { &mut all };
                put_named(call, into, constant.name, super::constant_value(constant))?;
            }
        }
        if extension == "core" {
            let into = if categorize { &mut own } else { &mut all };
            for (name, value) in &words {
                put_named(call, into, name, value.clone())?;
            }
            for (name, value) in &of_engine {
                put_named(call, into, &String::from_utf8_lossy(name), value.clone())?;
            }
        }
        if extension == "session" {
            for (_, value) in &of_sessions {
                put_named(call, &mut own, "SID", value.clone())?;
            }
        }
        if categorize && !own.is_empty() {
            let name = if extension == "core" { "Core" } else { extension };
            put_named(call, &mut all, name, own.into())?;
        }
    }
    let mut own = Array::new();
    for (name, value) in user {
        let name = call.str(&name)?;
        let into = if categorize { &mut own } else { &mut all };
        let put = into.set(Key::Str(&name), value);
        call.alloc(put)?;
    }
    if categorize && !own.is_empty() {
        put_named(call, &mut all, "user", own.into())?;
    }
    Ok(all)
}
