//! The stream layer: what is open, what is read ahead, and who reads and writes.
//!
//! # Invariants
//! - A stream is known by the number of its resource; nobody holds a stream across a call of
//!   script code, which may close it.
//! - What was read ahead has gone through the filters of reading; what is written goes through
//!   those of writing first.
//!
//! # Not here
//! The functions of scripts: the topics beside this room.

pub mod codec;
pub mod context;
pub mod end;
pub mod filter;
pub mod guest;
pub mod io;
pub mod open;
pub mod place;
pub mod seen;
pub mod table;
pub mod user;
pub mod wrapper;

use std::io as system;

use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use table::{Stream, Streams};

/// What the system says, without its number.
pub fn reason(error: &system::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

/// Bytes of a script in a message.
pub fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Warns about a path: `fopen(/a/b): Failed …`.
pub fn warn_about(call: &mut Call<'_>, path: &[u8], text: &str) -> Res<()> {
    let function = call.native().name;
    let text = format!("{function}({}): {text}", shown(&without_login(path)));
    call.rq().report(Message::Warning { text })
}

/// A name of the net without who logs in.
fn without_login(path: &[u8]) -> Vec<u8> {
    let start = path.windows(3).position(|window| window == b"://").map(|at| at + 3);
    let at = start.and_then(|start| path[start..].iter().position(|byte| *byte == b'@'));
    match start.zip(at) {
        Some((start, at)) => [&path[..start], &b"..."[..at.min(3)], &path[start + at..]].concat(),
        None => path.to_vec(),
    }
}

/// The open stream with a number.
pub fn stream<'c>(call: &'c mut Call<'_>, id: u32) -> Option<&'c mut Stream> {
    call.state::<Streams>().get(id)
}

/// The number of the open stream that the first argument is.
pub fn stream_id(call: &mut Call<'_>, value: &Value) -> Res<u32> {
    stream_id_at(call, 1, value)
}

/// The number of the open stream that an argument is.
pub fn stream_id_at(call: &mut Call<'_>, position: usize, value: &Value) -> Res<u32> {
    named_id_at(call, position, value, "stream")
}

/// The same; `what` is it called where it is not open.
pub fn named_id_at(call: &mut Call<'_>, position: usize, value: &Value, what: &str) -> Res<u32> {
    let View::Resource(resource) = value.unboxed().view() else {
        return Err(call.type_error(position, "resource", value));
    };
    let id = resource.id();
    if resource.type_id() != runtime::object::Resource::STREAM || stream(call, id).is_none() {
        let text =
            format!("{}(): supplied resource is not a valid {what} resource", call.native().name);
        return Err(call.throw(Message::TypeRefused { text }));
    }
    Ok(id)
}

/// Calls a method of a script's object; `None` when it has none of this name.
pub fn invoke(
    call: &mut Call<'_>,
    object: &Value,
    method: &str,
    args: &[Value],
) -> Res<Option<Value>> {
    let name = call.str(method.as_bytes())?;
    let pair = call.list([object.clone(), name.into()])?;
    match call.host().callable(&Value::from(pair)) {
        Ok(callable) => call.call(&callable, args).map(|value| Some(value.unboxed().clone())),
        Err(_) => Ok(None),
    }
}

/// Calls a function of the engine's library.
pub fn library(call: &mut Call<'_>, function: &'static str, args: &[Value]) -> Res<Value> {
    let name = Value::from(runtime::string::intern(function.as_bytes()));
    match call.host().callable(&name) {
        Ok(callable) => call.call(&callable, args),
        Err(_) => Ok(Value::NULL),
    }
}

/// The name of a script's class, of its object.
pub fn class_name(call: &mut Call<'_>, object: &Value) -> String {
    call.given(object)
}
