//! Streams: files, the standard ones, memory.

#[rustfmt::skip]
mod r#gen;
mod table;

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io::{self, SeekFrom};
use std::os::unix::ffi::OsStrExt;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::object::{Reference, Resource};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use table::{Backend, Stream, Streams};

/// What the system says, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn warn_about(call: &mut Call<'_>, path: &[u8], text: &str) -> Res<()> {
    let function = call.native().name;
    let text = format!("{function}({}): {text}", shown(path));
    call.rq().report(Message::Warning { text })
}

/// The number of the open stream that a value stands for.
fn stream_id(call: &mut Call<'_>, value: &Value) -> Res<u32> {
    let View::Resource(resource) = value.unboxed().view() else {
        return Err(call.type_error(1, "resource", value));
    };
    let id = resource.id();
    if call.state::<Streams>().get(id).is_none() {
        let text =
            format!("{}(): supplied resource is not a valid stream resource", call.native().name);
        return Err(call.throw(Message::TypeRefused { text }));
    }
    Ok(id)
}

/// What becomes of a read or write that failed.
fn failed(call: &mut Call<'_>, what: &str, error: &io::Error) -> Res<()> {
    let text =
        format!("{what} failed with errno={} {}", error.raw_os_error().unwrap_or(0), reason(error));
    call.notice(text)
}

/// A stream of this name and mode.
fn open(call: &mut Call<'_>, path: &[u8], mode: &[u8]) -> Res<Option<Stream>> {
    let (first, plus) = (mode.first().copied().unwrap_or(0), mode.contains(&b'+'));
    let (readable, writable) = (first == b'r' || plus, first != b'r' || plus);
    let lower = path.to_ascii_lowercase();
    if let Some(name) = lower.strip_prefix(b"php://") {
        let backend = match name {
            b"stdin" | b"input" => Backend::Input,
            b"stdout" => Backend::Output,
            b"stderr" => Backend::Error,
            b"output" => Backend::Echo,
            _ if name == b"memory" || name.starts_with(b"temp") => {
                Backend::Memory { bytes: Vec::new(), at: 0 }
            }
            _ => {
                warn_about(call, path, "Failed to open stream: operation failed")?;
                return Ok(None);
            }
        };
        let is_memory = matches!(backend, Backend::Memory { .. });
        let access = (readable || is_memory, writable || is_memory);
        return Ok(Some(Stream::new(backend, access, first == b'a')));
    }
    if path.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if path.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let path = lower.strip_prefix(b"file://").map_or(path, |_| &path[7..]);
    let mut options = OpenOptions::new();
    match first {
        b'r' => options.read(true).write(plus),
        b'w' => options.write(true).create(true).truncate(true).read(plus),
        b'a' => options.append(true).create(true).read(plus),
        b'x' => options.write(true).create_new(true).read(plus),
        b'c' => options.write(true).create(true).truncate(false).read(plus),
        _ => {
            let text = format!("`{}' is not a valid mode for fopen", shown(mode));
            warn_about(call, path, &format!("Failed to open stream: {text}"))?;
            return Ok(None);
        }
    };
    match options.open(OsStr::from_bytes(path)) {
        Ok(file) => Ok(Some(Stream::new(Backend::File(file), (readable, writable), first == b'a'))),
        Err(error) => {
            warn_about(call, path, &format!("Failed to open stream: {}", reason(&error)))?;
            Ok(None)
        }
    }
}

fn keep(call: &mut Call<'_>, stream: Stream) -> Res<Value> {
    let id = call.state::<Streams>().add(stream);
    let resource = Resource::new(id, Resource::STREAM);
    call.alloc(resource).map(Value::from)
}

fn fopen(call: &mut Call<'_>, filename: &Str, mode: &Str, _: bool, _: &Value) -> Res<Value> {
    match open(call, filename, mode)? {
        Some(stream) => keep(call, stream),
        None => Ok(Value::bool(false)),
    }
}

fn tmpfile(call: &mut Call<'_>) -> Res<Value> {
    let stream = Stream::new(Backend::Memory { bytes: Vec::new(), at: 0 }, (true, true), false);
    keep(call, stream)
}

fn fclose(call: &mut Call<'_>, stream: &Value) -> Res<bool> {
    let id = stream_id(call, stream)?;
    call.state::<Streams>().open.remove(&id);
    if let View::Resource(resource) = stream.unboxed().view() {
        resource.close();
    }
    Ok(true)
}

/// Runs `body` on an open stream that can be read.
fn reading<T>(
    call: &mut Call<'_>,
    stream: &Value,
    body: impl FnOnce(&mut Stream) -> io::Result<T>,
) -> Res<Option<T>> {
    let id = stream_id(call, stream)?;
    let Some(open) = call.state::<Streams>().get(id) else { return Ok(None) };
    if !open.readable {
        let error = io::Error::from_raw_os_error(9);
        failed(call, "Read of 8192 bytes", &error)?;
        return Ok(None);
    }
    match body(open) {
        Ok(value) => Ok(Some(value)),
        Err(error) => {
            failed(call, "Read of 8192 bytes", &error)?;
            Ok(None)
        }
    }
}

fn fread(call: &mut Call<'_>, stream: &Value, length: i64) -> Res<OrFalse<Str>> {
    if length < 1 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let read = reading(call, stream, |open| open.read(length as usize))?;
    read.map(|bytes| call.str(&bytes)).transpose().map(OrFalse)
}

fn write_to(call: &mut Call<'_>, stream: &Value, data: &[u8]) -> Res<OrFalse<i64>> {
    let id = stream_id(call, stream)?;
    let Some(open) = call.state::<Streams>().get(id) else { return Ok(OrFalse(None)) };
    if let Backend::Echo = open.backend {
        call.write(data)?;
        return Ok(OrFalse(Some(data.len() as i64)));
    }
    if !open.writable {
        let error = io::Error::from_raw_os_error(9);
        failed(call, &format!("Write of {} bytes", data.len()), &error)?;
        return Ok(OrFalse(None));
    }
    if matches!(open.backend, Backend::Output | Backend::Error) {
        call.host().flush();
    }
    let Some(open) = call.state::<Streams>().get(id) else { return Ok(OrFalse(None)) };
    match open.write(data) {
        Ok(count) => Ok(OrFalse(Some(count as i64))),
        Err(error) => {
            failed(call, &format!("Write of {} bytes", data.len()), &error)?;
            Ok(OrFalse(None))
        }
    }
}

fn cut<'d>(data: &'d [u8], length: Option<i64>) -> &'d [u8] {
    let most = length.map_or(data.len(), |length| length.max(0) as usize);
    &data[..most.min(data.len())]
}

fn fwrite(
    call: &mut Call<'_>,
    stream: &Value,
    data: &Str,
    length: Option<i64>,
) -> Res<OrFalse<i64>> {
    write_to(call, stream, cut(data, length))
}

fn fputs(
    call: &mut Call<'_>,
    stream: &Value,
    data: &Str,
    length: Option<i64>,
) -> Res<OrFalse<i64>> {
    write_to(call, stream, cut(data, length))
}

fn fgets(call: &mut Call<'_>, stream: &Value, length: Option<i64>) -> Res<OrFalse<Str>> {
    if length.is_some_and(|length| length < 1) {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let most = length.map_or(usize::MAX, |length| (length - 1) as usize);
    let line = reading(call, stream, |open| open.line(most))?.flatten();
    line.map(|line| call.str(&line)).transpose().map(OrFalse)
}

fn fgetc(call: &mut Call<'_>, stream: &Value) -> Res<OrFalse<Str>> {
    let read = reading(call, stream, |open| open.read(1))?.filter(|bytes| !bytes.is_empty());
    read.map(|bytes| call.str(&bytes)).transpose().map(OrFalse)
}

fn feof(call: &mut Call<'_>, stream: &Value) -> Res<bool> {
    let id = stream_id(call, stream)?;
    let open = call.state::<Streams>().get(id);
    Ok(open.is_none_or(|open| open.eof && open.ahead().is_empty()))
}

fn fflush(call: &mut Call<'_>, stream: &Value) -> Res<bool> {
    stream_id(call, stream).map(|_| true)
}

fn fseek(call: &mut Call<'_>, stream: &Value, offset: i64, whence: i64) -> Res<i64> {
    let id = stream_id(call, stream)?;
    let Some(open) = call.state::<Streams>().get(id) else { return Ok(-1) };
    let to = match (whence, u64::try_from(offset)) {
        (0, Ok(start)) => SeekFrom::Start(start),
        (1, _) => {
            let at = open.position().unwrap_or(0) + offset;
            match u64::try_from(at) {
                Ok(at) => SeekFrom::Start(at),
                Err(_) => return Ok(-1),
            }
        }
        (2, _) => SeekFrom::End(offset),
        _ => return Ok(-1),
    };
    Ok(if open.seek(to) { 0 } else { -1 })
}

fn ftell(call: &mut Call<'_>, stream: &Value) -> Res<OrFalse<i64>> {
    let id = stream_id(call, stream)?;
    Ok(OrFalse(call.state::<Streams>().get(id).and_then(Stream::position)))
}

fn rewind(call: &mut Call<'_>, stream: &Value) -> Res<bool> {
    let id = stream_id(call, stream)?;
    Ok(call.state::<Streams>().get(id).is_some_and(|open| open.seek(SeekFrom::Start(0))))
}

fn ftruncate(call: &mut Call<'_>, stream: &Value, size: i64) -> Res<bool> {
    let Ok(size) = usize::try_from(size) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let id = stream_id(call, stream)?;
    Ok(call.state::<Streams>().get(id).is_some_and(|open| open.writable && open.truncate(size)))
}

fn fpassthru(call: &mut Call<'_>, stream: &Value) -> Res<i64> {
    let rest = reading(call, stream, Stream::rest)?.unwrap_or_default();
    call.write(&rest)?;
    Ok(rest.len() as i64)
}

fn flock(call: &mut Call<'_>, stream: &Value, _: i64, would_block: &Reference) -> Res<bool> {
    let id = stream_id(call, stream)?;
    would_block.set(Value::int(0));
    let open = call.state::<Streams>().get(id);
    Ok(open.is_some_and(|open| matches!(open.backend, Backend::File(_))))
}

fn stream_get_contents(
    call: &mut Call<'_>,
    stream: &Value,
    length: Option<i64>,
    offset: i64,
) -> Res<OrFalse<Str>> {
    let read = reading(call, stream, |open| {
        if let Ok(start) = u64::try_from(offset) {
            open.seek(SeekFrom::Start(start));
        }
        match length.and_then(|length| usize::try_from(length).ok()) {
            Some(length) => open.read(length),
            None => open.rest(),
        }
    })?;
    read.map(|bytes| call.str(&bytes)).transpose().map(OrFalse)
}

/// The bytes of a file; none after the warning of why not.
fn contents(call: &mut Call<'_>, filename: &[u8]) -> Res<Option<Vec<u8>>> {
    let Some(mut stream) = open(call, filename, b"r")? else { return Ok(None) };
    match stream.rest() {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            let number = error.raw_os_error().unwrap_or(0);
            let text = format!("Read of 8192 bytes failed with errno={number} {}", reason(&error));
            call.notice(text)?;
            Ok(Some(Vec::new()))
        }
    }
}

fn file_get_contents(
    call: &mut Call<'_>,
    filename: &Str,
    _: bool,
    _: &Value,
    offset: i64,
    length: Option<i64>,
) -> Res<OrFalse<Str>> {
    if length.is_some_and(|length| length < 0) {
        return Err(call.value_error(5, "must be greater than or equal to 0"));
    }
    let Some(bytes) = contents(call, filename)? else { return Ok(OrFalse(None)) };
    let start = if offset < 0 { 0 } else { (offset as usize).min(bytes.len()) };
    let text = call.str(cut(&bytes[start..], length))?;
    Ok(OrFalse(Some(text)))
}

/// What `file_put_contents` writes of a value.
fn data_of(call: &mut Call<'_>, data: &Value) -> Res<Vec<u8>> {
    match data.unboxed().view() {
        View::Array(array) => {
            let mut bytes = Vec::new();
            let array = array.clone();
            for (_, value) in &array {
                bytes.extend_from_slice(&call.to_str(value)?);
            }
            Ok(bytes)
        }
        View::Resource(_) => {
            let id = stream_id(call, data)?;
            let open = call.state::<Streams>().get(id);
            Ok(open.and_then(|open| open.rest().ok()).unwrap_or_default())
        }
        _ => Ok(call.to_str(data)?.to_vec()),
    }
}

fn file_put_contents(
    call: &mut Call<'_>,
    filename: &Str,
    data: &Value,
    flags: i64,
    _: &Value,
) -> Res<OrFalse<i64>> {
    const APPEND: i64 = 8;
    let bytes = data_of(call, data)?;
    let mode: &[u8] = if flags & APPEND != 0 { b"a" } else { b"w" };
    let Some(mut stream) = open(call, filename, mode)? else { return Ok(OrFalse(None)) };
    if let Backend::Echo = stream.backend {
        call.write(&bytes)?;
        return Ok(OrFalse(Some(bytes.len() as i64)));
    }
    Ok(OrFalse(stream.write(&bytes).ok().map(|count| count as i64)))
}

fn file(call: &mut Call<'_>, filename: &Str, flags: i64, _: &Value) -> Res<OrFalse<Array>> {
    let (no_ends, no_empty) = (flags & 2 != 0, flags & 4 != 0);
    let Some(bytes) = contents(call, filename)? else { return Ok(OrFalse(None)) };
    let mut lines = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        let kept = if no_ends { bare } else { line };
        if !(no_ends && no_empty && kept.is_empty()) {
            lines.push(Value::from(call.str(kept)?));
        }
    }
    call.list(lines).map(Some).map(OrFalse)
}

fn readfile(call: &mut Call<'_>, filename: &Str, _: bool, _: &Value) -> Res<OrFalse<i64>> {
    let Some(bytes) = contents(call, filename)? else { return Ok(OrFalse(None)) };
    call.write(&bytes)?;
    Ok(OrFalse(Some(bytes.len() as i64)))
}

fn get_resource_type(call: &mut Call<'_>, resource: &Value) -> Res<Str> {
    let View::Resource(resource) = resource.unboxed().view() else {
        return Err(call.type_error(1, "resource", resource));
    };
    let name = resource.type_name();
    call.str(name.as_bytes())
}

fn get_resource_id(call: &mut Call<'_>, resource: &Value) -> Res<i64> {
    match resource.unboxed().view() {
        View::Resource(resource) => Ok(i64::from(resource.id())),
        _ => Err(call.type_error(1, "resource", resource)),
    }
}
