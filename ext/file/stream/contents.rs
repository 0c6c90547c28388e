//! Whole files, and all that is left of streams.

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::USE_PATH;
use crate::layer::open::{Wanted, open};
use crate::layer::table::Streams;
use crate::layer::{context, io, stream, stream_id, stream_id_at};

/// Opens a file for a function that reads or writes it whole.
fn opened(
    call: &mut Call<'_>,
    (path, mode): (&[u8], &[u8]),
    searches: bool,
    (position, given): (usize, &Value),
) -> Res<Option<(u32, Value)>> {
    let context = context::given(call, position, given)?;
    let options = if searches { USE_PATH } else { 0 };
    let wanted = Wanted { path, mode, context: Some(&context), searches, options, reports: true };
    open(call, &wanted)
}

pub fn file_get_contents(
    call: &mut Call<'_>,
    filename: &Str,
    searches: bool,
    given: &Value,
    offset: i64,
    length: Option<i64>,
) -> Res<OrFalse<Str>> {
    if length.is_some_and(|length| length < 0) {
        return Err(call.value_error(5, "must be greater than or equal to 0"));
    }
    let Some((id, handle)) = opened(call, (filename, b"rb"), searches, (3, given))? else {
        return Ok(OrFalse(None));
    };
    if offset != 0 {
        let whence = if offset > 0 { 0 } else { 2 };
        if !io::seek(call, id, offset, whence)? {
            call.warn(format!("Failed to seek to position {offset} in the stream"))?;
            io::close(call, id)?;
            io::mark_closed(&handle);
            return Ok(OrFalse(None));
        }
    }
    let bytes = match length {
        Some(length) => io::read_all(call, id, length as usize)?,
        None => io::rest(call, id)?,
    };
    io::close(call, id)?;
    io::mark_closed(&handle);
    call.str(&bytes).map(Some).map(OrFalse)
}

/// What `file_put_contents` writes of a value.
fn data_of(call: &mut Call<'_>, data: &Value) -> Res<Vec<u8>> {
    Ok(match data.unboxed().view() {
        View::Array(array) => {
            let mut bytes = Vec::new();
            let array = array.clone();
            for (_, value) in &array {
                bytes.extend_from_slice(&call.to_str(value)?);
            }
            bytes
        }
        View::Resource(_) => {
            let id = stream_id_at(call, 2, data)?;
            io::rest(call, id)?
        }
        _ => call.to_str(data)?.to_vec(),
    })
}

/// Locks what was opened to be written alone, and empties it; false when it cannot be locked.
fn lock(call: &mut Call<'_>, id: u32, mode: &[u8]) -> bool {
    let Some(open) = stream(call, id) else { return true };
    let Some(end) = open.end.known() else { return false };
    // A file that cannot be locked is written all the same.
    let _ = end.file.lock();
    if mode == b"cb" {
        open.end.truncate(0);
    }
    true
}

pub fn file_put_contents(
    call: &mut Call<'_>,
    filename: &Str,
    data: &Value,
    flags: i64,
    given: &Value,
) -> Res<OrFalse<i64>> {
    const LOCK: i64 = 2;
    const APPEND: i64 = 8;
    if let View::Resource(_) = data.unboxed().view() {
        stream_id_at(call, 2, data)?;
    }
    let mode: &[u8] = match (flags & APPEND != 0, flags & LOCK != 0) {
        (true, _) => b"ab",
        (false, true) => b"cb",
        (false, false) => b"wb",
    };
    if mode == b"cb" && is_foreign(filename) {
        call.warn("Exclusive locks may only be set for regular files")?;
        return Ok(OrFalse(None));
    }
    let Some((id, handle)) = opened(call, (filename, mode), flags & 1 != 0, (4, given))? else {
        return Ok(OrFalse(None));
    };
    if flags & LOCK != 0 && !lock(call, id, mode) {
        io::close(call, id)?;
        io::mark_closed(&handle);
        call.warn("Exclusive locks are not supported for this stream")?;
        return Ok(OrFalse(None));
    }
    let refused = match data.unboxed().view() {
        View::Object(object) => {
            let object = object.clone();
            !call.host().is_instance(&object, "Stringable")
        }
        _ => false,
    };
    if refused {
        io::close(call, id)?;
        io::mark_closed(&handle);
        return Ok(OrFalse(None));
    }
    let bytes = data_of(call, data)?;
    if stream(call, id).is_some_and(|open| open.label.kind == "RFC2397") {
        io::close(call, id)?;
        io::mark_closed(&handle);
        call.notice("Stream is not writable")?;
        return Ok(OrFalse(None));
    }
    let written = if bytes.is_empty() { Some(0) } else { io::write(call, id, &bytes)? };
    let is_whole = written == Some(bytes.len());
    if let Some(count) = written.filter(|_| !is_whole) {
        let all = bytes.len();
        call.warn(format!("Only {count} of {all} bytes written, possibly out of free disk space"))?;
    }
    io::close(call, id)?;
    io::mark_closed(&handle);
    Ok(OrFalse(is_whole.then_some(bytes.len() as i64)))
}

fn is_foreign(path: &[u8]) -> bool {
    let scheme = crate::layer::wrapper::scheme(path);
    scheme.is_some_and(|scheme| !scheme.eq_ignore_ascii_case(b"file"))
}

pub fn file(call: &mut Call<'_>, filename: &Str, flags: i64, given: &Value) -> Res<OrFalse<Array>> {
    const KNOWN: i64 = 1 | 2 | 4 | 16;
    if flags & !KNOWN != 0 {
        return Err(call.value_error(2, "must be a valid flag value"));
    }
    let (no_ends, no_empty) = (flags & 2 != 0, flags & 4 != 0);
    let Some((id, handle)) = opened(call, (filename, b"rb"), flags & 1 != 0, (3, given))? else {
        return Ok(OrFalse(None));
    };
    let bytes = io::rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&handle);
    let mut lines = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        let bare = bare.strip_suffix(b"\r").filter(|_| line.ends_with(b"\r\n")).unwrap_or(bare);
        let kept = if no_ends { bare } else { line };
        if !(no_ends && no_empty && kept.is_empty()) {
            lines.push(Value::from(call.str(kept)?));
        }
    }
    call.list(lines).map(Some).map(OrFalse)
}

/// Prints what is left.
fn print_rest(call: &mut Call<'_>, id: u32) -> Res<i64> {
    let mut count = 0;
    loop {
        let Some(open) = stream(call, id) else { return Ok(count) };
        let ahead = open.ahead().len();
        let bytes = open.take(ahead);
        count += bytes.len() as i64;
        call.write(&bytes)?;
        let is_over = stream(call, id).is_none_or(|open| open.eof);
        if is_over || io::fill(call, id)? != Some(true) {
            let Some(open) = stream(call, id) else { return Ok(count) };
            let ahead = open.ahead().len();
            let bytes = open.take(ahead);
            call.write(&bytes)?;
            return Ok(count + bytes.len() as i64);
        }
    }
}

pub fn readfile(
    call: &mut Call<'_>,
    filename: &Str,
    searches: bool,
    given: &Value,
) -> Res<OrFalse<i64>> {
    let Some((id, handle)) = opened(call, (filename, b"rb"), searches, (3, given))? else {
        return Ok(OrFalse(None));
    };
    let count = print_rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&handle);
    Ok(OrFalse(Some(count)))
}

pub fn fpassthru(call: &mut Call<'_>, given: &Value) -> Res<i64> {
    let id = stream_id(call, given)?;
    print_rest(call, id)
}

pub fn stream_get_contents(
    call: &mut Call<'_>,
    given: &Value,
    length: Option<i64>,
    offset: i64,
) -> Res<OrFalse<Str>> {
    if length.is_some_and(|length| length < -1) {
        return Err(call.value_error(2, "must be greater than or equal to -1"));
    }
    let id = stream_id(call, given)?;
    if offset >= 0 {
        let at = stream(call, id).map_or(0, |open| open.position);
        let went = if at >= 0 && offset > at {
            io::seek(call, id, offset - at, 1)?
        } else {
            offset == at || io::seek(call, id, offset, 0)?
        };
        if !went {
            call.warn(format!("Failed to seek to position {offset} in the stream"))?;
            return Ok(OrFalse(None));
        }
    }
    let bytes = match length.filter(|length| *length >= 0) {
        Some(length) => io::read_all(call, id, length as usize)?,
        None => io::rest(call, id)?,
    };
    call.str(&bytes).map(Some).map(OrFalse)
}

pub fn stream_copy_to_stream(
    call: &mut Call<'_>,
    from: &Value,
    to: &Value,
    length: Option<i64>,
    offset: i64,
) -> Res<OrFalse<i64>> {
    let (from, to) = (stream_id_at(call, 1, from)?, stream_id_at(call, 2, to)?);
    if offset > 0 && !io::seek(call, from, offset, 0)? {
        call.warn(format!("Failed to seek to position {offset} in the stream"))?;
        return Ok(OrFalse(None));
    }
    let mut left = length.filter(|length| *length >= 0).map(|length| length as usize);
    let mut count = 0;
    loop {
        let chunk = left.unwrap_or(usize::MAX).min(8192);
        let bytes =
            if chunk == 0 { Vec::new() } else { io::read(call, from, chunk)?.unwrap_or_default() };
        if !bytes.is_empty() {
            match io::write(call, to, &bytes)? {
                Some(written) => count += written as i64,
                None => return Ok(OrFalse(None)),
            }
        }
        left = left.map(|left| left - bytes.len());
        let is_over = stream(call, from).is_none_or(|open| open.eof && open.ahead().is_empty());
        if bytes.is_empty() || is_over || left == Some(0) {
            return Ok(OrFalse(Some(count)));
        }
    }
}

/// Whether a name with a scheme may be included; warns when it may not.
fn may_include(call: &mut Call<'_>, path: &[u8], manner: &[u8]) -> Res<bool> {
    use crate::layer::wrapper::{Wrapper, find, scheme};
    let (wrapper, _) = find(call, path)?;
    let is_open = match wrapper {
        Wrapper::User { is_url, .. } => !is_url,
        Wrapper::Data | Wrapper::Http | Wrapper::Ftp | Wrapper::Remote => false,
        Wrapper::Php => {
            let name = path.get(6..).unwrap_or_default().to_ascii_lowercase();
            !matches!(name.as_slice(), b"input" | b"stdin") && !name.starts_with(b"fd/")
        }
        Wrapper::File | Wrapper::Glob | Wrapper::Guest(_) => true,
    };
    let allowed = call.host().setting("allow_url_include").unwrap_or_default();
    if is_open || matches!(allowed.as_slice(), b"1" | b"On" | b"on") {
        return Ok(true);
    }
    let scheme = crate::layer::shown(scheme(path).unwrap_or_default());
    let (path, manner) = (crate::layer::shown(path), crate::layer::shown(manner));
    for text in [
        format!(
            "{manner}(): {scheme}:// wrapper is disabled in the server configuration by \
             allow_url_include=0"
        ),
        format!("{manner}({path}): Failed to open stream: no suitable wrapper could be found"),
    ] {
        call.rq().report(runtime::message::Message::Warning { text })?;
    }
    Ok(false)
}

/// What `include` reads of a name with a scheme.
pub fn stream_source_(call: &mut Call<'_>, filename: &Str, manner: &Str) -> Res<OrFalse<Str>> {
    const FOR_INCLUDE: i64 = 128;
    let context = context::default(call)?;
    if !may_include(call, filename, manner)? {
        return Ok(OrFalse(None));
    }
    let wanted = Wanted {
        path: filename,
        mode: b"rb",
        context: Some(&context),
        searches: false,
        options: FOR_INCLUDE,
        reports: false,
    };
    call.state::<Streams>().last_opened = None;
    call.state::<Streams>().last_fault = None;
    let Some((id, handle)) = open(call, &wanted)? else {
        let why = call.state::<Streams>().last_fault.take();
        let why = why.unwrap_or_else(|| "operation failed".to_owned());
        let (path, manner) = (crate::layer::shown(filename), crate::layer::shown(manner));
        let text = format!("{manner}({path}): Failed to open stream: {why}");
        call.rq().report(runtime::message::Message::Warning { text })?;
        return Ok(OrFalse(None));
    };
    let bytes = io::rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&handle);
    call.str(&bytes).map(Some).map(OrFalse)
}

/// The path by which the code is known that was opened last for `include`.
pub fn stream_opened_(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let opened = call.state::<Streams>().last_opened.take();
    opened.map(|path| call.str(&path)).transpose().map(OrFalse)
}
