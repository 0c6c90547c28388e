//! Open streams: the family of `fopen()`.

mod contents;
mod error_log;
#[rustfmt::skip]
mod r#gen;
mod state;

pub use r#gen::{CONSTANTS, NATIVES};

pub use contents::fpassthru;
use contents::{
    file, file_get_contents, file_put_contents, readfile, stream_copy_to_stream,
    stream_get_contents, stream_opened_, stream_source_,
};
use error_log::error_log;
use state::{
    fdatasync, flock, fstat, fsync, ftruncate, get_resource_id, get_resource_type, get_resources,
    resource_close_, stream_end_,
};

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::layer::end::End;
use crate::layer::open::{Wanted, open};
use crate::layer::table::{Label, Stream, keep};
use crate::layer::{context, io, stream, stream_id};

/// The option that a wrapper of the script is told: `include_path` is searched.
const USE_PATH: i64 = 1;

fn fopen(
    call: &mut Call<'_>,
    filename: &Str,
    mode: &Str,
    use_include_path: bool,
    given: &Value,
) -> Res<Value> {
    let context = context::given(call, 4, given)?;
    let wanted = Wanted {
        path: filename,
        mode,
        context: Some(&context),
        searches: use_include_path,
        options: if use_include_path { USE_PATH } else { 0 },
        reports: true,
    };
    let opened = open(call, &wanted)?;
    Ok(opened.map_or(Value::bool(false), |(_, value)| value))
}

fn tmpfile(call: &mut Call<'_>) -> Res<Value> {
    let folder = std::env::temp_dir();
    for _ in 0..64 {
        let name = crate::path::random_suffix();
        let path = folder.join(format!("php{name}"));
        let mut options = std::fs::OpenOptions::new();
        options.read(true).write(true).create_new(true);
        let Ok(file) = options.open(&path) else { continue };
        let label = Label {
            wrapper: "plainfile",
            kind: "STDIO",
            mode: b"r+b".to_vec(),
            uri: Some(path.as_os_str().as_encoded_bytes().to_vec()),
            extra: None,
        };
        let mut stream = Stream::new(End::file(file), label);
        if let Some(end) = stream.end.known() {
            end.temporary = Some(path);
        }
        return keep(call, stream).map(|(_, value)| value);
    }
    Ok(Value::bool(false))
}

pub fn fclose(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    if matches!(stream(call, id).map(|open| &open.end), Some(End::Closed)) {
        let text =
            format!("{}(): supplied resource is not a valid stream resource", call.native().name);
        return Err(call.throw(runtime::message::Message::TypeRefused { text }));
    }
    if stream(call, id).is_some_and(|open| open.kept) {
        call.warn(format!("{id} is not a valid stream resource"))?;
        return Ok(false);
    }
    io::close(call, id)?;
    io::mark_closed(given);
    Ok(true)
}

/// `stream_keep_(resource $stream): void`: from now on, scripts do not close it.
fn stream_keep_(call: &mut Call<'_>, given: &Value) -> Res<()> {
    let id = stream_id(call, given)?;
    if let Some(open) = stream(call, id) {
        open.kept = true;
    }
    Ok(())
}

/// Whether a stream can be read; notes that it cannot.
fn is_readable(call: &mut Call<'_>, id: u32) -> Res<bool> {
    let Some(open) = stream(call, id) else { return Ok(false) };
    let is_refused = !open.readable && !matches!(open.end, End::Descriptor(_) | End::Guest(_));
    if is_refused && !matches!(open.end, End::Memory { .. }) {
        call.notice("Stream is not readable")?;
    } else if is_refused {
        return Ok(open_mode_reads(call, id));
    }
    Ok(!is_refused)
}

/// PHP: memory is read whatever its mode.
fn open_mode_reads(call: &mut Call<'_>, id: u32) -> bool {
    stream(call, id).is_some()
}

fn text(call: &mut Call<'_>, bytes: Option<Vec<u8>>) -> Res<OrFalse<Str>> {
    bytes.map(|bytes| call.str(&bytes)).transpose().map(OrFalse)
}

pub fn fread(call: &mut Call<'_>, given: &Value, length: i64) -> Res<OrFalse<Str>> {
    let id = stream_id(call, given)?;
    if length < 1 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    if !is_readable(call, id)? {
        return Ok(OrFalse(None));
    }
    let read = io::read(call, id, length as usize)?;
    text(call, read)
}

/// The bytes of `data` that are written when at most `length` are asked for.
fn cut(data: &[u8], length: Option<i64>) -> &[u8] {
    let most = length.map_or(data.len(), |length| length.max(0) as usize);
    &data[..most.min(data.len())]
}

fn write_to(call: &mut Call<'_>, given: &Value, data: &[u8]) -> Res<OrFalse<i64>> {
    if data.is_empty() {
        return Ok(OrFalse(Some(0)));
    }
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(OrFalse(None)) };
    if !open.writable && !matches!(open.end, End::Descriptor(_) | End::Guest(_) | End::User) {
        // PHP: memory that is opened for reading refuses without a word.
        if !matches!(open.label.kind, "MEMORY" | "TEMP") {
            call.notice("Stream is not writable")?;
        }
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(io::write(call, id, data)?.map(|count| count as i64)))
}

pub fn fwrite(
    call: &mut Call<'_>,
    given: &Value,
    data: &Str,
    length: Option<i64>,
) -> Res<OrFalse<i64>> {
    write_to(call, given, cut(data, length))
}

fn fputs(call: &mut Call<'_>, given: &Value, data: &Str, length: Option<i64>) -> Res<OrFalse<i64>> {
    write_to(call, given, cut(data, length))
}

pub fn fgets(call: &mut Call<'_>, given: &Value, length: Option<i64>) -> Res<OrFalse<Str>> {
    let id = stream_id(call, given)?;
    if length.is_some_and(|length| length < 1) {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    if !is_readable(call, id)? {
        return Ok(OrFalse(None));
    }
    let most = length.map_or(usize::MAX, |length| (length - 1) as usize);
    if most == 0 {
        return Ok(OrFalse(None));
    }
    let line = io::line(call, id, most)?;
    text(call, line)
}

pub fn fgetc(call: &mut Call<'_>, given: &Value) -> Res<OrFalse<Str>> {
    let id = stream_id(call, given)?;
    if !is_readable(call, id)? {
        return Ok(OrFalse(None));
    }
    let read = io::read(call, id, 1)?.filter(|bytes| !bytes.is_empty());
    text(call, read)
}

fn stream_get_line(
    call: &mut Call<'_>,
    given: &Value,
    length: i64,
    ending: &Str,
) -> Res<OrFalse<Str>> {
    let id = stream_id(call, given)?;
    if length < 0 {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    }
    let most = if length == 0 { usize::MAX } else { length as usize };
    let line = io::until(call, id, (ending, most), false)?;
    text(call, line)
}

pub fn feof(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    Ok(stream(call, id)
        .is_none_or(|open| open.ahead().is_empty() && (open.eof || !open.end.is_alive())))
}

pub fn fflush(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    let is_read =
        stream(call, id).is_some_and(|open| matches!(open.end, End::User) && !open.writable);
    if is_read {
        return crate::layer::user::flush(call, id);
    }
    io::flush(call, id, false)
}

pub fn fseek(call: &mut Call<'_>, given: &Value, offset: i64, whence: i64) -> Res<i64> {
    let id = stream_id(call, given)?;
    Ok(if io::seek(call, id, offset, whence)? { 0 } else { -1 })
}

pub fn ftell(call: &mut Call<'_>, given: &Value) -> Res<OrFalse<i64>> {
    let id = stream_id(call, given)?;
    let at = stream(call, id).map(|open| open.position).filter(|at| *at >= 0);
    Ok(OrFalse(at))
}

pub fn rewind(call: &mut Call<'_>, given: &Value) -> Res<bool> {
    let id = stream_id(call, given)?;
    io::seek(call, id, 0, 0)
}
