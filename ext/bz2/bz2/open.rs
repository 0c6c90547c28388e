//! Opening files of bzip2, and what went wrong with them.

use ext_file::layer::end::End;
use ext_file::layer::open::{Wanted, open};
use ext_file::layer::table::{Label, Stream, Streams, keep};
use ext_file::layer::{io, stream, stream_id, warn_about};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::file::{Reader, Writer};

/// Opens what `compress.bzip2://` names.
pub fn scheme(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let path = wanted.path.get(17..).unwrap_or_default();
    let inner = Wanted { path, reports: false, ..*wanted };
    let is_plain = matches!(wanted.mode, b"r" | b"rb" | b"w" | b"wb");
    let opened = if path.is_empty() || !is_plain { None } else { opened(call, &inner)? };
    if opened.is_none() && wanted.reports {
        warn_about(call, wanted.path, "Failed to open stream: operation failed")?;
    }
    Ok(opened.map(|mut stream| {
        stream.label.wrapper = "BZip2";
        stream.label.uri = Some(wanted.path.to_vec());
        stream
    }))
}

fn made(end: End, mode: &[u8]) -> Option<Stream> {
    let end = match mode.first() {
        Some(b'r') => End::Guest(Box::new(Reader::new(end))),
        _ => End::Guest(Box::new(Writer::new(end)?)),
    };
    let mode = mode.to_vec();
    let mut stream =
        Stream::new(end, Label { wrapper: "", kind: "BZip2", mode, uri: None, extra: None });
    stream.direct = true;
    Some(stream)
}

/// Opens a file of bzip2, whose name may have any scheme.
fn opened(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let Some((id, value)) = open(call, wanted)? else { return Ok(None) };
    let is_simple = stream(call, id).is_none_or(|open| {
        matches!(open.end, End::Descriptor(_) | End::Memory { .. } | End::Guest(_))
            && open.filters[0].is_empty()
    });
    let whole = if is_simple { None } else { Some(End::memory(io::rest(call, id)?)) };
    let taken = call.state::<Streams>().remove(id);
    io::mark_closed(&value);
    Ok(taken.and_then(|taken| made(whole.unwrap_or(taken.end), wanted.mode)))
}

/// Opens the stream of another one.
fn over(call: &mut Call<'_>, given: &Value, mode: &Str) -> Res<Option<Stream>> {
    let id = stream_id(call, given)?;
    let Some(inner) = stream(call, id) else { return Ok(None) };
    let inner_mode = inner.label.mode.clone();
    let shown = String::from_utf8_lossy(&inner_mode).into_owned();
    let letter = match inner_mode.as_slice() {
        [letter @ (b'r' | b'w' | b'a' | b'x')] => *letter,
        [letter, b'b'] | [b'b', letter] => *letter,
        _ => {
            call.warn(format!("Cannot use stream opened in mode '{shown}'"))?;
            return Ok(None);
        }
    };
    if mode.as_bytes() == b"r" && letter != b'r' {
        call.warn("Cannot read from a stream opened in write only mode")?;
        return Ok(None);
    }
    if mode.as_bytes() == b"w" && !matches!(letter, b'w' | b'a' | b'x') {
        call.warn("cannot write to a stream opened in read only mode")?;
        return Ok(None);
    }
    let inner = stream(call, id).and_then(|open| open.end.fd()?.try_clone_to_owned().ok());
    let Some(fd) = inner else {
        call.warn("Cannot represent a stream of type MEMORY as a File Descriptor")?;
        return Ok(None);
    };
    Ok(made(End::descriptor(fd), mode))
}

pub fn bzopen(call: &mut Call<'_>, file: &Value, mode: &Str) -> Res<Value> {
    if !matches!(mode.as_bytes(), b"r" | b"w") {
        return Err(call.value_error(2, "must be either \"r\" or \"w\""));
    }
    let stream = match file.unboxed().view() {
        View::Str(path) if path.is_empty() => {
            return Err(call.value_error(1, "must not be empty"));
        }
        View::Str(path) if path.contains(&0) => {
            return Err(call.type_refused(1, "must not contain null bytes"));
        }
        View::Str(path) => {
            let path = path.clone();
            let named = path.len() >= 17 && path[..17].eq_ignore_ascii_case(b"compress.bzip2://");
            let path = if named { &path[17..] } else { &path };
            let wanted =
                Wanted { path, mode, context: None, searches: false, options: 0, reports: true };
            opened(call, &wanted)?
        }
        View::Resource(_) => over(call, file, mode)?,
        _ => {
            let given = call.given(file);
            let rule = format!("must be of type string or file-resource, {given} given");
            return Err(call.type_refused(1, &rule));
        }
    };
    match stream {
        Some(stream) => keep(call, stream).map(|(_, value)| value),
        None => Ok(Value::bool(false)),
    }
}

pub fn bzread(call: &mut Call<'_>, bz: &Value, length: i64) -> Res<OrFalse<Str>> {
    let id = stream_id(call, bz)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    match io::read(call, id, length)? {
        Some(bytes) => call.str(&bytes).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

/// What went wrong last with a stream.
fn fault(call: &mut Call<'_>, bz: &Value) -> Res<i64> {
    let id = stream_id(call, bz)?;
    match stream(call, id).map(|open| (&open.end, open.label.kind)) {
        Some((End::Guest(end), "BZip2")) => Ok(end.fault()),
        _ => {
            let text = format!("{}(): Argument #1 ($bz) must be a bz2 stream", call.native().name);
            Err(call.throw(Message::TypeRefused { text }))
        }
    }
}

fn name(fault: i64) -> &'static str {
    match fault {
        -1 => "SEQUENCE_ERROR",
        -2 => "PARAM_ERROR",
        -3 => "MEM_ERROR",
        -4 => "DATA_ERROR",
        -5 => "DATA_ERROR_MAGIC",
        -6 => "IO_ERROR",
        -7 => "UNEXPECTED_EOF",
        -8 => "OUTBUFF_FULL",
        -9 => "CONFIG_ERROR",
        _ => "OK",
    }
}

pub fn bzerrno(call: &mut Call<'_>, bz: &Value) -> Res<i64> {
    fault(call, bz)
}

pub fn bzerrstr(call: &mut Call<'_>, bz: &Value) -> Res<Str> {
    let fault = fault(call, bz)?;
    call.str(name(fault).as_bytes())
}

pub fn bzerror(call: &mut Call<'_>, bz: &Value) -> Res<Array> {
    let fault = fault(call, bz)?;
    let text = Value::from(intern(name(fault).as_bytes()));
    let mut both = Array::new();
    for (name, value) in [("errno", Value::int(fault)), ("errstr", text)] {
        let set = both.set(Key::Str(intern(name.as_bytes()).as_str()), value);
        call.alloc(set)?;
    }
    Ok(both)
}
