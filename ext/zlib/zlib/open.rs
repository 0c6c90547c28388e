//! Opening files of gzip.

use ext_file::layer::context::{self, named};
use ext_file::layer::end::End;
use ext_file::layer::open::{Wanted, open};
use ext_file::layer::table::{Label, Stream, Streams, keep};
use ext_file::layer::{io, shown, stream, warn_about};
use runtime::array::Array;
use runtime::conv;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::file::{Reader, Writer};

/// Opens what `compress.zlib://` names.
pub fn scheme(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let path = wanted.path.get(16..).unwrap_or_default();
    let inner = Wanted { path, reports: false, ..*wanted };
    let opened =
        if path.is_empty() || wanted.mode.contains(&b'+') { None } else { opened(call, &inner)? };
    if opened.is_none() && wanted.reports {
        warn_about(call, wanted.path, "Failed to open stream: operation failed")?;
    }
    Ok(opened.map(|mut stream| {
        stream.label.wrapper = "ZLIB";
        stream.label.uri = Some(wanted.path.to_vec());
        stream
    }))
}

/// The level and the strategy that a mode asks for.
fn manner(mode: &[u8]) -> (i32, i32) {
    let level = mode.iter().rev().find(|byte| byte.is_ascii_digit());
    let strategy = mode.iter().rev().find_map(|byte| match byte {
        b'f' => Some(1),
        b'h' => Some(2),
        b'R' => Some(3),
        b'F' => Some(4),
        _ => None,
    });
    (level.map_or(-1, |byte| i32::from(byte - b'0')), strategy.unwrap_or(0))
}

fn level_option(call: &mut Call<'_>, given: Option<&Value>) -> Res<Option<i64>> {
    let Some(id) = given.and_then(context::id_of) else { return Ok(None) };
    let options = call.state::<Streams>().contexts.get(&id).map(|context| context.options.clone());
    let of = options.as_ref().and_then(|options| named(options, "zlib")).and_then(Value::as_array);
    match of.and_then(|of| named(of, "level")).cloned() {
        Some(level) => conv::to_int(call.rq(), &level).map(Some),
        None => Ok(None),
    }
}

/// Opens a file of gzip, whose name may have any scheme.
fn opened(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let Some((id, value)) = open(call, wanted)? else { return Ok(None) };
    let is_placed = stream(call, id).is_none_or(|open| {
        open.end.is_seekable() || matches!(open.end, End::Descriptor(_)) || open.readable
    });
    if !is_placed {
        io::close(call, id)?;
        io::mark_closed(&value);
        warn_about(
            call,
            wanted.path,
            &format!("could not make seekable - {}", shown(wanted.path)),
        )?;
        return Ok(None);
    }
    let inner = inner_end(call, id)?;
    let taken = call.state::<Streams>().remove(id);
    io::mark_closed(&value);
    let Some(taken) = taken else { return Ok(None) };
    let end = inner.unwrap_or(taken.end);
    let (mut level, strategy) = manner(wanted.mode);
    if let Some(given) = level_option(call, wanted.context)? {
        match i32::try_from(given) {
            Ok(given @ -1..=9) => level = given,
            _ => {
                let text = "failed setting compression level".to_owned();
                call.rq().report(runtime::message::Message::Warning { text })?;
            }
        }
    }
    let end = match wanted.mode.first() {
        Some(b'r') => Reader::new(end).map(|reader| End::Guest(Box::new(reader))),
        Some(b'w' | b'a' | b'x') => {
            Writer::new(end, level, strategy).map(|writer| End::Guest(Box::new(writer)))
        }
        _ => None,
    };
    let Some(end) = end else {
        call.warn("gzopen failed")?;
        return Ok(None);
    };
    let mode = wanted.mode.to_vec();
    let label = Label { wrapper: "", kind: "ZLIB", mode, uri: None, extra: None };
    let mut stream = Stream::new(end, label);
    stream.direct = true;
    // Where it goes on is what the far end knows.
    stream.appends = false;
    Ok(Some(stream))
}

/// What a stream that is no file holds, in memory.
fn inner_end(call: &mut Call<'_>, id: u32) -> Res<Option<End>> {
    let is_simple = stream(call, id).is_none_or(|open| {
        matches!(open.end, End::Descriptor(_) | End::Memory { .. } | End::Guest(_))
            && open.filters[0].is_empty()
    });
    if is_simple {
        return Ok(None);
    }
    io::rest(call, id).map(|bytes| Some(End::memory(bytes)))
}

/// The stream of a function's argument; `None` after the warning of why not.
fn given(
    call: &mut Call<'_>,
    filename: &Str,
    (mode, use_include_path): (&[u8], i64),
) -> Res<Option<(u32, Value)>> {
    if filename.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if mode.contains(&b'+') {
        call.warn("Cannot open a zlib stream for reading and writing at the same time!")?;
        return Ok(None);
    }
    let has_scheme =
        filename.len() >= 16 && filename[..16].eq_ignore_ascii_case(b"compress.zlib://");
    let wanted = Wanted {
        path: if has_scheme { &filename[16..] } else { filename },
        mode,
        context: None,
        searches: use_include_path != 0,
        options: i64::from(use_include_path != 0),
        reports: true,
    };
    match opened(call, &wanted)? {
        Some(stream) => keep(call, stream).map(Some),
        None => Ok(None),
    }
}

pub fn gzopen(
    call: &mut Call<'_>,
    filename: &Str,
    mode: &Str,
    use_include_path: i64,
) -> Res<Value> {
    let opened = given(call, filename, (mode, use_include_path))?;
    Ok(opened.map_or(Value::bool(false), |(_, value)| value))
}

/// PHP: what a line is read into.
const LINE_BYTES: usize = 8190;

pub fn gzfile(call: &mut Call<'_>, filename: &Str, use_include_path: i64) -> Res<OrFalse<Array>> {
    let Some((id, value)) = given(call, filename, (b"rb", use_include_path))? else {
        return Ok(OrFalse(None));
    };
    let mut lines = Vec::new();
    while let Some(line) = io::line(call, id, LINE_BYTES)? {
        // PHP: a line ends at its first NUL.
        let end = line.iter().position(|byte| *byte == 0).unwrap_or(line.len());
        lines.push(Value::from(call.str(&line[..end])?));
    }
    io::close(call, id)?;
    io::mark_closed(&value);
    call.list(lines).map(Some).map(OrFalse)
}

pub fn readgzfile(call: &mut Call<'_>, filename: &Str, use_include_path: i64) -> Res<OrFalse<i64>> {
    let Some((id, value)) = given(call, filename, (b"rb", use_include_path))? else {
        return Ok(OrFalse(None));
    };
    let bytes = io::rest(call, id)?;
    io::close(call, id)?;
    io::mark_closed(&value);
    call.write(&bytes)?;
    Ok(OrFalse(Some(bytes.len() as i64)))
}
