//! What there is to know and to set of streams: contexts, wrappers, filters.

mod contexts;
mod filters;
#[rustfmt::skip]
mod r#gen;
mod wrappers;

pub use r#gen::{CONSTANTS, NATIVES};

use contexts::{
    stream_context_create, stream_context_get_default, stream_context_get_options,
    stream_context_get_params, stream_context_set_default, stream_context_set_option,
    stream_context_set_options, stream_context_set_params,
};
use filters::{
    stream_brigade_put_, stream_brigade_shift_, stream_filter_append, stream_filter_prepend,
    stream_filter_register, stream_filter_remove, stream_get_filters,
};
use wrappers::{
    stream_get_transports, stream_get_wrappers, stream_is_local, stream_wrapper_register,
    stream_wrapper_restore, stream_wrapper_unregister,
};

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use crate::layer::end::End;
use crate::layer::table::CHUNK_BYTES;
use crate::layer::{invoke, place, stream, stream_id};

fn put(call: &mut Call<'_>, array: &mut Array, name: &str, value: Value) -> Res<()> {
    let name = intern(name.as_bytes());
    let set = array.set(Key::Str(name.as_str()), value);
    call.alloc(set)
}

fn stream_get_meta_data(call: &mut Call<'_>, given: &Value) -> Res<Array> {
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(Array::new()) };
    let label = open.label.clone();
    let (timed_out, blocks, eof) = (open.timed_out, open.blocks, open.eof);
    let (unread, is_seekable) = (open.ahead().len() as i64, open.end.is_seekable());
    let wrapper_data = open.wrapper_data.clone();
    let (object, is_user) = (open.object.clone(), matches!(open.end, End::User));
    let is_input = matches!(label.kind, "Input") || label.uri.as_deref() == Some(b"php://stdin");
    let is_seekable = is_seekable || is_input;
    let mut array = label.extra.clone().unwrap_or_default();
    let is_quiet = label.extra.is_some() || matches!(label.kind, "TEMP");
    if !is_quiet {
        put(call, &mut array, "timed_out", Value::bool(timed_out))?;
        put(call, &mut array, "blocked", Value::bool(blocks))?;
        put(call, &mut array, "eof", Value::bool(eof && unread == 0))?;
    }
    if let Some(head) = wrapper_data {
        put(call, &mut array, "wrapper_data", head)?;
    }
    if let Some(object) = object.filter(|_| is_user) {
        put(call, &mut array, "wrapper_data", object)?;
    }
    for (name, text) in [("wrapper_type", label.wrapper), ("stream_type", label.kind)] {
        if !text.is_empty() {
            put(call, &mut array, name, Value::from(intern(text.as_bytes())))?;
        }
    }
    let mode = call.str(&label.mode)?;
    put(call, &mut array, "mode", mode.into())?;
    put(call, &mut array, "unread_bytes", Value::int(unread))?;
    put(call, &mut array, "seekable", Value::bool(is_seekable))?;
    if let Some(uri) = label.uri {
        let uri = call.str(&uri)?;
        put(call, &mut array, "uri", uri.into())?;
    }
    Ok(array)
}

fn stream_isatty(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    let fd = stream(call, id).and_then(|open| open.end.fd());
    Ok(fd.is_some_and(rustix::termios::isatty))
}

fn stream_supports_lock(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(false) };
    match (&open.end, open.object.clone()) {
        (End::User, Some(object)) => {
            let answer = invoke(call, &object, "stream_lock", &[Value::int(0)])?;
            Ok(answer.is_some())
        }
        (End::Descriptor(end), _) => Ok(!end.is_socket),
        _ => Ok(false),
    }
}

fn stream_resolve_include_path(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Str>> {
    use std::os::unix::ffi::OsStrExt;
    let path = std::path::Path::new(std::ffi::OsStr::from_bytes(filename));
    let mut candidates = vec![path.to_owned()];
    if !path.is_absolute() {
        let folders = place::include_path(call);
        let join =
            |folder: &Vec<u8>| std::path::Path::new(std::ffi::OsStr::from_bytes(folder)).join(path);
        candidates = folders.iter().map(join).collect();
    }
    let mut paths = candidates.iter().map(|path| path.as_os_str().as_bytes());
    let found = paths.find_map(runtime::realpath::of).filter(|_| !filename.is_empty());
    found.map(|found| call.str(&found)).transpose().map(OrFalse)
}

/// Asks an object of the script for a setting of its stream.
fn set_option(call: &mut Call<'_>, id: u32, args: [i64; 3]) -> Res<Option<Value>> {
    let Some(open) = stream(call, id) else { return Ok(None) };
    let Some(object) = open.object.clone() else { return Ok(None) };
    let answer = invoke(call, &object, "stream_set_option", &args.map(Value::int))?;
    if answer.is_none() {
        crate::layer::user::lacks(call, &object, "stream_set_option", "")?;
    }
    Ok(answer)
}

fn is_user(call: &mut Call<'_>, id: u32) -> bool {
    stream(call, id).is_some_and(|open| matches!(open.end, End::User))
}

fn said_yes(answer: Option<&Value>) -> bool {
    answer.is_some_and(runtime::conv::to_bool)
}

fn stream_set_blocking(call: &mut Call<'_>, given: &Value, enable: bool) -> Res<bool> {
    let id = stream_id(call, given)?;
    if is_user(call, id) {
        let answer = set_option(call, id, [1, i64::from(enable), 0])?;
        return Ok(said_yes(answer.as_ref()));
    }
    let Some(open) = stream(call, id) else { return Ok(false) };
    let Some(fd) = open.end.fd() else { return Ok(false) };
    let done = rustix::io::ioctl_fionbio(fd, !enable).is_ok();
    if done {
        open.blocks = enable;
    }
    Ok(done)
}

fn stream_set_timeout(
    call: &mut Call<'_>,
    given: &Value,
    seconds: i64,
    microseconds: i64,
) -> Res<bool> {
    let id = stream_id(call, given)?;
    if is_user(call, id) {
        let answer = set_option(call, id, [4, seconds, microseconds])?;
        return Ok(said_yes(answer.as_ref()));
    }
    let Some(open) = stream(call, id) else { return Ok(false) };
    let is_socket = matches!(&open.end, End::Descriptor(end) if end.is_socket);
    let Some(fd) = open.end.fd().filter(|_| is_socket) else { return Ok(false) };
    let time = std::time::Duration::from_secs(seconds.max(0) as u64)
        + std::time::Duration::from_micros(microseconds.max(0) as u64);
    let time = Some(time).filter(|time| !time.is_zero());
    Ok(rustix::net::sockopt::set_socket_timeout(fd, rustix::net::sockopt::Timeout::Recv, time)
        .is_ok())
}

fn stream_set_chunk_size(call: &mut Call<'_>, given: &Value, size: i64) -> Res<i64> {
    if size <= 0 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    if size > i64::from(i32::MAX) {
        return Err(call.value_error(2, "is too large"));
    }
    let id = stream_id(call, given)?;
    let old = stream(call, id).map(|open| std::mem::replace(&mut open.chunk, size as usize));
    Ok(old.unwrap_or(CHUNK_BYTES) as i64)
}

fn stream_set_read_buffer(call: &mut Call<'_>, given: &Value, _: i64) -> Res<i64> {
    let id = stream_id(call, given)?;
    let is_file = stream(call, id).is_some_and(|open| open.end.fd().is_some());
    Ok(if is_file { 0 } else { -1 })
}

fn stream_set_write_buffer(call: &mut Call<'_>, given: &Value, size: i64) -> Res<i64> {
    let id = stream_id(call, given)?;
    if is_user(call, id) {
        let mode = if size == 0 { 0 } else { 2 };
        let answer = set_option(call, id, [3, mode, size])?;
        return Ok(if said_yes(answer.as_ref()) { 0 } else { -1 });
    }
    Ok(-1)
}

/// The number of a resource of a type.
fn number(value: &Value, kind: u32) -> Option<u32> {
    match value.unboxed().view() {
        View::Resource(resource) if resource.type_id() == kind => Some(resource.id()),
        _ => None,
    }
}
