//! Functions of wrappers.

use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::layer::table::Streams;
use crate::layer::wrapper::{self, Wrapper};
use crate::layer::{shown, stream, stream_id};

pub fn stream_get_wrappers(call: &mut Call<'_>) -> Res<Array> {
    let names: Vec<Vec<u8>> =
        call.state::<Streams>().wrappers.iter().map(|(name, _)| name.clone()).collect();
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        values.push(Value::from(call.str(&name)?));
    }
    call.list(values)
}

pub fn stream_get_transports(call: &mut Call<'_>) -> Res<Array> {
    let names = ["tcp", "udp", "unix", "udg"];
    call.list(names.map(|name| Value::from(runtime::string::intern(name.as_bytes()))))
}

fn position(call: &mut Call<'_>, name: &[u8]) -> Option<usize> {
    let mut all = call.state::<Streams>().wrappers.iter();
    all.position(|(known, _)| known.eq_ignore_ascii_case(name))
}

fn register(call: &mut Call<'_>, protocol: &Str, class: &Str, flags: i64) -> Res<bool> {
    let name = Value::from(class.clone());
    let is_class = crate::layer::library(call, "class_exists", &[name])?;
    if !runtime::conv::to_bool(&is_class) {
        let class = shown(class);
        return Err(call.type_refused(2, &format!("must be a valid class name, {class} given")));
    }
    if position(call, protocol).is_some() {
        let protocol = shown(protocol);
        call.warn(format!("Protocol {protocol}:// is already defined."))?;
        return Ok(false);
    }
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    if protocol.is_empty() || !protocol.iter().all(is_part) {
        let class = shown(class);
        let protocol = shown(protocol);
        call.warn(format!(
            "Invalid protocol scheme specified. Unable to register wrapper class {class} to \
             {protocol}://"
        ))?;
        return Ok(false);
    }
    let wrapper = Wrapper::User { class: class.to_vec(), is_url: flags & 1 != 0 };
    call.state::<Streams>().wrappers.push((protocol.to_vec(), wrapper));
    Ok(true)
}

pub fn stream_wrapper_register(
    call: &mut Call<'_>,
    protocol: &Str,
    class: &Str,
    flags: i64,
) -> Res<bool> {
    register(call, protocol, class, flags)
}

pub fn stream_wrapper_unregister(call: &mut Call<'_>, protocol: &Str) -> Res<bool> {
    match position(call, protocol) {
        Some(at) => {
            call.state::<Streams>().wrappers.remove(at);
            Ok(true)
        }
        None => {
            call.warn(format!("Unable to unregister {}://", shown(protocol)))?;
            Ok(false)
        }
    }
}

pub fn stream_wrapper_restore(call: &mut Call<'_>, protocol: &Str) -> Res<bool> {
    let Some(own) = Wrapper::builtin(protocol) else {
        call.warn(format!("{}:// never existed, nothing to restore", shown(protocol)))?;
        return Ok(false);
    };
    let at = position(call, protocol);
    let streams = call.state::<Streams>();
    if let Some(at) = at {
        if !matches!(streams.wrappers[at].1, Wrapper::User { .. }) {
            call.notice(format!("{}:// was never changed, nothing to restore", shown(protocol)))?;
            return Ok(true);
        }
        streams.wrappers.remove(at);
    }
    call.state::<Streams>().wrappers.push((protocol.to_ascii_lowercase(), own));
    Ok(true)
}

pub fn stream_is_local(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    if let View::Resource(_) = given.unboxed().view() {
        let id = stream_id(call, given)?;
        let is_remote = stream(call, id).is_some_and(|open| match &open.end {
            crate::layer::end::End::Descriptor(end) => end.is_socket,
            _ => false,
        });
        return Ok(!is_remote);
    }
    let path = call.to_str(given)?;
    let (wrapper, _) = wrapper::find(call, &path)?;
    Ok(!matches!(wrapper, Wrapper::Http | Wrapper::Remote | Wrapper::User { is_url: true, .. }))
}
