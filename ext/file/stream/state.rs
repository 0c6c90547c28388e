//! What there is to know and to set of open files.

use runtime::array::Array;
use runtime::conv;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::layer::end::End;
use crate::layer::table::Streams;
use crate::layer::{invoke, io, stream, stream_id, user};
use crate::path::facts;

pub fn ftruncate(call: &mut Call<'_>, given: &Value, size: i64) -> Res<bool> {
    let Ok(size) = usize::try_from(size) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(false) };
    if let (End::User, Some(object)) = (&open.end, open.object.clone()) {
        let answer = invoke(call, &object, "stream_truncate", &[Value::int(size as i64)])?;
        return match answer {
            Some(answer) => match answer.view() {
                View::Bool(done) => Ok(done),
                _ => {
                    let class = crate::layer::class_name(call, &object);
                    call.warn(format!("{class}::stream_truncate did not return a boolean!"))?;
                    Ok(false)
                }
            },
            None => {
                call.warn("Can't truncate this stream!")?;
                Ok(false)
            }
        };
    }
    let is_possible = match &open.end {
        End::Descriptor(end) => end.is_seekable,
        End::Memory { .. } => open.label.kind != "RFC2397",
        _ => false,
    };
    if !is_possible {
        call.warn("Can't truncate this stream!")?;
        return Ok(false);
    }
    let (writable, grown) = (open.writable, open.end.can_grow(size));
    if !grown {
        let refused = Err(runtime::heap::Oom);
        return call.alloc(refused);
    }
    Ok(writable && stream(call, id).is_some_and(|open| open.end.truncate(size)))
}

fn synced(
    call: &mut Call<'_>,
    given: &Value,
    sync: fn(&std::fs::File) -> std::io::Result<()>,
) -> Res<bool> {
    let id = stream_id(call, given)?;
    let is_file = stream(call, id).is_some_and(|open| open.end.fd().is_some());
    if !is_file {
        call.warn("Can't fsync this stream!")?;
        return Ok(false);
    }
    io::flush(call, id, false)?;
    let open = stream(call, id).and_then(|open| open.end.known());
    Ok(open.is_some_and(|end| sync(&end.file).is_ok()))
}

pub fn fsync(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    synced(call, given, std::fs::File::sync_all)
}

pub fn fdatasync(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    synced(call, given, std::fs::File::sync_data)
}

pub fn flock(
    call: &mut Call<'_>,
    given: &Value,
    operation: i64,
    would_block: &Reference,
) -> Res<bool> {
    use rustix::fs::FlockOperation as Lock;
    let id = stream_id(call, given)?;
    let waits = operation & 4 == 0;
    let lock = match (operation & 3, waits) {
        (1, true) => Lock::LockShared,
        (1, false) => Lock::NonBlockingLockShared,
        (2, true) => Lock::LockExclusive,
        (2, false) => Lock::NonBlockingLockExclusive,
        (3, _) => Lock::Unlock,
        _ => {
            let rule = "must be one of LOCK_SH, LOCK_EX, or LOCK_UN";
            return Err(call.value_error(2, rule));
        }
    };
    call.assign(would_block, Value::int(0))?;
    let Some(open) = stream(call, id) else { return Ok(false) };
    if let (End::User, Some(object)) = (&open.end, open.object.clone()) {
        let answer = invoke(call, &object, "stream_lock", &[Value::int(operation)])?;
        return match answer {
            Some(answer) => Ok(conv::to_bool(&answer)),
            None => {
                user::lacks(call, &object, "stream_lock", "")?;
                Ok(false)
            }
        };
    }
    let Some(fd) = open.end.fd() else { return Ok(false) };
    match rustix::fs::flock(fd, lock) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::WOULDBLOCK) => {
            call.assign(would_block, Value::int(1))?;
            Ok(false)
        }
        Err(_) => Ok(false),
    }
}

pub fn fstat(call: &mut Call<'_>, given: &Value) -> Res<OrFalse<Array>> {
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(OrFalse(None)) };
    if let (End::User, Some(object)) = (&open.end, open.object.clone()) {
        let answer = invoke(call, &object, "stream_stat", &[])?;
        return match answer {
            Some(answer) => Ok(OrFalse(facts::completed(call, &answer)?)),
            None => {
                user::lacks(call, &object, "stream_stat", "")?;
                Ok(OrFalse(None))
            }
        };
    }
    let facts = match &mut open.end {
        _ if open.control.is_some() => None,
        End::Descriptor(end) => end.file.metadata().ok().map(|data| facts::of(&data)),
        End::Memory { bytes, .. } => Some(facts::of_memory(bytes.len(), open.writable)),
        End::Guest(end) => end.facts().map(facts::Facts),
        _ => None,
    };
    Ok(OrFalse(facts.map(|facts| facts::array(call, &facts)).transpose()?))
}

pub fn get_resource_type(call: &mut Call<'_>, resource: &Value) -> Res<Str> {
    let View::Resource(resource) = resource.unboxed().view() else {
        return Err(call.type_error(1, "resource", resource));
    };
    let name = resource.type_name();
    call.str(name.as_bytes())
}

pub fn get_resource_id(call: &mut Call<'_>, resource: &Value) -> Res<i64> {
    match resource.unboxed().view() {
        View::Resource(resource) => Ok(i64::from(resource.id())),
        _ => Err(call.type_error(1, "resource", resource)),
    }
}

pub fn get_resources(call: &mut Call<'_>, kind: Option<&Str>) -> Res<Array> {
    const KINDS: [&[u8]; 6] = [
        b"Unknown",
        b"stream",
        b"stream-context",
        b"process",
        b"stream filter",
        b"userfilter.bucket brigade",
    ];
    let kind = match kind {
        None => None,
        Some(name) => match KINDS.iter().position(|known| *known == name.as_bytes()) {
            Some(kind) => Some(kind as u32),
            None => return Err(call.value_error(1, "must be a valid resource type")),
        },
    };
    let mut resources = Array::new();
    for (id, of) in call.state::<Streams>().numbers() {
        if kind.is_some_and(|kind| kind != of) {
            continue;
        }
        let guest = runtime::object::Resource::guest(id, of);
        let guest = Value::from(call.alloc(guest)?);
        let set = resources.set(runtime::array::Key::Int(i64::from(id)), guest);
        call.alloc(set)?;
    }
    Ok(resources)
}

/// Closes what the script left open.
pub fn stream_end_(call: &mut Call<'_>) -> Res<()> {
    let mut result = Ok(());
    // PHP: what was opened last is closed first.
    for id in call.state::<Streams>().ids().into_iter().rev() {
        if id > 3 {
            let closed = io::close(call, id).map(drop);
            result = result.and(closed);
        }
    }
    *call.state::<Streams>() = Streams::default();
    result
}

/// Closes what a resource stood for that nobody has any more.
pub fn resource_close_(call: &mut Call<'_>, id: i64, kind: i64) -> Res<()> {
    let Ok(id) = u32::try_from(id) else { return Ok(()) };
    match kind {
        1 if id > 3 && stream(call, id).is_some() => io::close(call, id).map(drop),
        2 => {
            call.state::<Streams>().contexts.remove(&id);
            Ok(())
        }
        3 => match call.state::<Streams>().processes.remove(&id) {
            Some((child, pipes)) => crate::process::wait(call, child, &pipes).map(drop),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}
