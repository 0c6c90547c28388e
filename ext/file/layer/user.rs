//! Streams whose far end is an object of the script.

use std::io::SeekFrom;

use runtime::conv;
use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::end::End;
use super::open::Wanted;
use super::table::{Label, Stream};
use super::{class_name, invoke, shown, stream, warn_about, wrapper};

fn object(call: &mut Call<'_>, id: u32) -> Option<Value> {
    stream(call, id).and_then(|open| open.object.clone())
}

fn is_true(value: &Value) -> bool {
    conv::to_bool(value.unboxed())
}

/// Warns that a class lacks a method: `X::stream_read is not implemented!`.
pub fn lacks(call: &mut Call<'_>, object: &Value, method: &str, tail: &str) -> Res<()> {
    let class = class_name(call, object);
    call.warn(format!("{class}::{method} is not implemented!{tail}"))
}

/// Opens a name with a class of the script.
pub fn open(call: &mut Call<'_>, wanted: &Wanted<'_>, class: &[u8]) -> Res<Option<Stream>> {
    let object = wrapper::object(call, class, wanted.context)?;
    if !matches!(object.view(), View::Object(_)) {
        return Ok(None);
    }
    let (path, mode) = (call.str(wanted.path)?, call.str(wanted.mode)?);
    let opened_path = call_reference(call)?;
    let options = Value::int(wanted.options);
    let args = [path.into(), mode.into(), options, opened_path];
    let outcome = invoke(call, &object, "stream_open", &args)?;
    match outcome {
        Some(opened) if is_true(&opened) => {
            let label = Label {
                wrapper: "user-space",
                kind: "user-space",
                mode: wanted.mode.to_vec(),
                uri: Some(wanted.path.to_vec()),
                extra: None,
            };
            let mut stream = Stream::new(End::User, label);
            stream.object = Some(object);
            Ok(Some(stream))
        }
        outcome => {
            let text = match outcome {
                Some(_) => format!("\"{}::stream_open\" call failed", shown(class)),
                None => {
                    lacks(call, &object, "stream_open", "")?;
                    format!("\"{}::stream_open\" is not implemented!", shown(class))
                }
            };
            if wanted.reports {
                warn_about(call, wanted.path, &format!("Failed to open stream: {text}"))?;
            }
            Ok(None)
        }
    }
}

/// A variable for an argument by reference.
fn call_reference(call: &mut Call<'_>) -> Res<Value> {
    let reference = Reference::new(Value::NULL);
    call.alloc(reference).map(Value::from)
}

/// Reads once.
pub fn read(call: &mut Call<'_>, id: u32, most: usize) -> Res<Option<Vec<u8>>> {
    let Some(object) = object(call, id) else { return Ok(None) };
    let answer = invoke(call, &object, "stream_read", &[Value::int(most as i64)])?;
    let Some(answer) = answer else {
        lacks(call, &object, "stream_read", "")?;
        return Ok(None);
    };
    if matches!(answer.view(), View::Bool(false)) {
        return Ok(None);
    }
    let mut bytes = call.to_str(&answer)?.to_vec();
    if bytes.len() > most {
        let class = class_name(call, &object);
        call.warn(format!(
            "{class}::stream_read - read {} bytes more data than requested ({} read, {most} max) \
             - excess data will be lost",
            bytes.len() - most,
            bytes.len()
        ))?;
        bytes.truncate(most);
    }
    let is_end = match invoke(call, &object, "stream_eof", &[])? {
        Some(end) => is_true(&end),
        None => {
            lacks(call, &object, "stream_eof", " Assuming EOF")?;
            true
        }
    };
    if let Some(open) = stream(call, id) {
        open.eof = is_end;
    }
    Ok(Some(bytes))
}

/// Writes.
pub fn write(call: &mut Call<'_>, id: u32, data: &[u8]) -> Res<Option<usize>> {
    let Some(object) = object(call, id) else { return Ok(None) };
    let bytes = call.str(data)?;
    let Some(answer) = invoke(call, &object, "stream_write", &[bytes.into()])? else {
        lacks(call, &object, "stream_write", "")?;
        return Ok(None);
    };
    if matches!(answer.view(), View::Bool(false)) {
        return Ok(None);
    }
    let mut count = conv::to_int(call.rq(), &answer)?.max(0) as usize;
    if count > data.len() {
        let class = class_name(call, &object);
        call.warn(format!(
            "{class}::stream_write wrote {} bytes more data than requested ({count} written, {} \
             max)",
            count - data.len(),
            data.len()
        ))?;
        count = data.len();
    }
    Ok(Some(count))
}

/// Goes to a position.
pub fn seek(call: &mut Call<'_>, id: u32, to: SeekFrom) -> Res<bool> {
    let Some(object) = object(call, id) else { return Ok(false) };
    let (offset, whence) = match to {
        SeekFrom::Start(start) => (start as i64, 0),
        SeekFrom::Current(by) => (by, 1),
        SeekFrom::End(by) => (by, 2),
    };
    let args = [Value::int(offset), Value::int(whence)];
    match invoke(call, &object, "stream_seek", &args)? {
        Some(went) if is_true(&went) => {}
        _ => return Ok(false),
    }
    let at = match invoke(call, &object, "stream_tell", &[])? {
        Some(at) => conv::to_int(call.rq(), &at)?,
        None => {
            lacks(call, &object, "stream_tell", "")?;
            -1
        }
    };
    if let Some(open) = stream(call, id) {
        open.position = at;
        open.eof = false;
    }
    Ok(true)
}

/// Writes out.
pub fn flush(call: &mut Call<'_>, id: u32) -> Res<bool> {
    let Some(object) = object(call, id) else { return Ok(false) };
    let flushed = invoke(call, &object, "stream_flush", &[])?;
    Ok(flushed.is_some_and(|flushed| is_true(&flushed)))
}

/// Tells the object that its stream is closed.
pub fn close(call: &mut Call<'_>, id: u32) -> Res<()> {
    let Some(open) = stream(call, id) else { return Ok(()) };
    if !matches!(open.end, End::User) {
        return Ok(());
    }
    let method = if open.label.kind == "user-space-dir" { "dir_closedir" } else { "stream_close" };
    if let Some(object) = object(call, id) {
        invoke(call, &object, method, &[])?;
    }
    Ok(())
}
