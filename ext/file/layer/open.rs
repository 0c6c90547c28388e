//! Opening.

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::end::End;
use super::filter;
use super::table::{Label, Stream, keep};
use super::wrapper::{self, Wrapper};
use super::{codec, reason, seen, shown, user, warn_about};
use crate::standard::is_vacant;

/// What is opened, and how.
pub struct Wanted<'a> {
    pub path: &'a [u8],
    pub mode: &'a [u8],
    pub context: Option<&'a Value>,
    /// Whether the folders of `include_path` are searched.
    pub searches: bool,
    /// The bits that a wrapper of the script is told.
    pub options: i64,
    /// Whether failures are told.
    pub reports: bool,
}

fn complain(call: &mut Call<'_>, wanted: &Wanted<'_>, why: &str) -> Res<Option<(u32, Value)>> {
    if wanted.reports {
        warn_about(call, wanted.path, &format!("Failed to open stream: {why}"))?;
    }
    Ok(None)
}

/// Opens a stream; `None` after the warning of why not.
pub fn open(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<(u32, Value)>> {
    if wanted.path.is_empty() {
        let text = "Path must not be empty".to_owned();
        return Err(call.throw(runtime::message::Message::ValueRefused { text }));
    }
    if let Some(name) = super::guest::meant(call, wanted.path, wanted.searches)? {
        return open(call, &Wanted { path: &name, searches: false, ..*wanted });
    }
    let (wrapper, path) = wrapper::find(call, wanted.path)?;
    let opened = match wrapper {
        Wrapper::File => file(call, wanted, &path)?,
        Wrapper::Php => php(call, wanted)?,
        Wrapper::Data => data(call, wanted)?,
        Wrapper::Glob => {
            return complain(call, wanted, "wrapper does not support stream open");
        }
        Wrapper::Http => crate::http::open(call, wanted)?,
        Wrapper::Ftp => crate::ftp::open(call, wanted)?,
        Wrapper::Guest(scheme) => (scheme.open)(call, wanted)?,
        Wrapper::Remote => {
            return complain(call, wanted, "no suitable wrapper could be found");
        }
        Wrapper::User { class, .. } => user::open(call, wanted, &class)?,
    };
    let Some(mut stream) = opened else { return Ok(None) };
    stream.context = wanted.context.cloned();
    let filters = std::mem::take(&mut stream.filters);
    let encoded = stream.encoded.take();
    let kept = keep(call, stream)?;
    if let Some(ahead) = encoded {
        dechunk(call, kept.0, ahead)?;
    }
    if let Some(specs) = filters_of(wanted.path).filter(|_| filters == [Vec::new(), Vec::new()]) {
        filter::append_named(call, kept.0, specs)?;
    }
    Ok(Some(kept))
}

/// Puts chunks together from here on; `ahead` is what was read of them.
fn dechunk(call: &mut Call<'_>, id: u32, ahead: Vec<u8>) -> Res<()> {
    filter::append_named(call, id, vec![(filter::Sides::READ, b"dechunk".to_vec())])?;
    let chain = super::stream(call, id).map(|open| open.filters[0].clone()).unwrap_or_default();
    let passed = filter::run(call, &chain, ahead, filter::Pass::Normal)?;
    if let (Some(open), Some(bytes)) = (super::stream(call, id), passed) {
        open.add(&bytes);
    }
    Ok(())
}

/// The label of a stream that was opened as wanted.
pub(crate) fn label(wanted: &Wanted<'_>, wrapper: &'static str, kind: &'static str) -> Label {
    Label {
        wrapper,
        kind,
        mode: wanted.mode.to_vec(),
        uri: Some(wanted.path.to_vec()),
        extra: None,
    }
}

/// The options that open a file in a mode.
pub fn options_of(mode: &[u8]) -> Option<OpenOptions> {
    let plus = mode.contains(&b'+');
    let mut options = OpenOptions::new();
    match mode.first()? {
        b'r' => options.read(true).write(plus),
        b'w' => options.write(true).create(true).truncate(true).read(plus),
        b'a' => options.append(true).create(true).read(plus),
        b'x' => options.write(true).create_new(true).read(plus),
        b'c' => options.write(true).create(true).truncate(false).read(plus),
        _ => return None,
    };
    Some(options)
}

fn file(call: &mut Call<'_>, wanted: &Wanted<'_>, path: &[u8]) -> Res<Option<Stream>> {
    let Some(options) = options_of(wanted.mode) else {
        let text = format!("`{}' is not a valid mode for fopen", shown(wanted.mode));
        complain(call, wanted, &text)?;
        return Ok(None);
    };
    if path.contains(&0) {
        let text = "No such file or directory";
        complain(call, wanted, text)?;
        return Ok(None);
    }
    let is_bare = !path.starts_with(b"/") && !path.starts_with(b"./") && !path.starts_with(b"../");
    let mut place = Path::new(OsStr::from_bytes(path)).to_owned();
    if wanted.searches && is_bare {
        let folders = super::place::include_path(call);
        let places = folders.iter().map(|folder| Path::new(OsStr::from_bytes(folder)).join(&place));
        let found = { places }.find(|place| place.exists());
        place = found.unwrap_or(place);
    }
    match options.open(place) {
        Ok(file) => {
            crate::standard::occupy(&file);
            seen::forget(call);
            let label = label(wanted, "plainfile", "STDIO");
            Ok(Some(Stream::new(End::file(file), label)))
        }
        Err(error) => {
            complain(call, wanted, &reason(&error))?;
            Ok(None)
        }
    }
}

fn duplicate(fd: impl AsFd) -> io::Result<End> {
    Ok(End::descriptor(fd.as_fd().try_clone_to_owned()?))
}

/// One of the descriptors that the process started with.
fn standard(number: u8) -> io::Result<End> {
    match number {
        0 => duplicate(io::stdin()),
        1 => duplicate(io::stdout()),
        _ => duplicate(io::stderr()),
    }
}

fn php(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let name = wanted.path[6..].to_ascii_lowercase();
    let of = |kind: &'static str, mode: &[u8]| {
        let mut label = label(wanted, "PHP", kind);
        label.mode = mode.to_vec();
        label
    };
    let memory_mode = match wanted.mode {
        mode if mode.contains(&b'a') => &b"a+b"[..],
        mode if !mode.contains(&b'+') && !mode.contains(&b'w') => b"rb",
        _ => b"w+b",
    };
    let number = [&b"stdin"[..], b"stdout", b"stderr"].iter().position(|one| name == *one);
    if let Some(number) = number {
        let end = standard(number as u8).ok().filter(|_| !is_vacant(number as u8));
        if end.is_none() {
            complain(call, wanted, "operation failed")?;
        }
        let label = of("STDIO", wanted.mode);
        return Ok(end.map(|end| {
            let mut stream = Stream::new(end, label);
            stream.writable |= number > 0;
            stream
        }));
    }
    Ok(match name.as_slice() {
        b"output" => Some(Stream::new(End::Echo, of("Output", b"wb"))),
        b"input" => {
            let body = call.state::<super::place::Body>().0.clone();
            Some(Stream::new(End::memory(body), of("Input", b"rb")))
        }
        b"memory" => Some(Stream::new(End::memory(Vec::new()), of("MEMORY", memory_mode))),
        _ if name.starts_with(b"temp") => {
            if let Some(most) = name.strip_prefix(b"temp/maxmemory:")
                && most.first() == Some(&b'-')
            {
                let text = "Max memory must be greater than or equal to 0".to_owned();
                return Err(call.throw(runtime::message::Message::ValueRefused { text }));
            }
            let mut stream = Stream::new(End::memory(Vec::new()), of("TEMP", memory_mode));
            stream.direct = true;
            Some(stream)
        }
        _ if name.starts_with(b"fd/") => numbered(call, wanted, &name[3..])?,
        _ if name.starts_with(b"filter/") => filtered(call, wanted)?,
        _ => {
            call.warn("Invalid php:// URL specified")?;
            complain(call, wanted, "operation failed")?;
            None
        }
    })
}

/// The descriptor with a number that the process was given.
fn numbered(call: &mut Call<'_>, wanted: &Wanted<'_>, text: &[u8]) -> Res<Option<Stream>> {
    let number: Option<i32> = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
    let Some(number) = number else {
        let text = "php://fd/ stream must be specified in the form php://fd/<orig fd>";
        complain(call, wanted, text)?;
        return Ok(None);
    };
    if !(0..1 << 20).contains(&number) {
        let text =
            format!("The file descriptors must be non-negative numbers smaller than {}", 1 << 20);
        complain(call, wanted, &text)?;
        return Ok(None);
    }
    let end = match number {
        0..=2 => standard(number as u8).ok().filter(|_| !is_vacant(number as u8)),
        _ => options_of(wanted.mode)
            .and_then(|options| options.open(format!("/proc/self/fd/{number}")).ok())
            .map(End::file),
    };
    if end.is_none() {
        let text = format!(
            "Error duping file descriptor {number}; possibly it doesn't exist: [9]: Bad file \
             descriptor"
        );
        complain(call, wanted, &text)?;
    }
    Ok(end.map(|end| Stream::new(end, label(wanted, "PHP", "STDIO"))))
}

/// The parts of `php://filter/…`.
fn filters_of(path: &[u8]) -> Option<Vec<(filter::Sides, Vec<u8>)>> {
    let rest = path.get(13..).filter(|_| path[..13].eq_ignore_ascii_case(b"php://filter/"))?;
    let at = rest.windows(9).position(|window| window == b"resource=")?;
    let mut specs = Vec::new();
    for part in rest[..at].split(|byte| *byte == b'/').filter(|part| !part.is_empty()) {
        let (sides, names) = if let Some(names) = part.strip_prefix(b"read=") {
            (filter::Sides::READ, names)
        } else if let Some(names) = part.strip_prefix(b"write=") {
            (filter::Sides::WRITE, names)
        } else {
            (filter::Sides::BOTH, part)
        };
        for name in names.split(|byte| *byte == b'|') {
            specs.push((sides, codec::url_decoded(name)));
        }
    }
    Some(specs)
}

fn filtered(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let Some(at) = wanted.path.windows(9).position(|window| window == b"resource=") else {
        complain(call, wanted, "operation failed")?;
        return Ok(None);
    };
    let inner = Wanted { path: &wanted.path[at + 9..], ..*wanted };
    let Some((id, value)) = open(call, &inner)? else {
        complain(call, wanted, "operation failed")?;
        return Ok(None);
    };
    let stream = call.state::<super::table::Streams>().remove(id);
    super::io::mark_closed(&value);
    Ok(stream.map(|mut stream| {
        stream.label.wrapper = "PHP";
        stream.label.uri = Some(wanted.path.to_vec());
        stream
    }))
}

/// `data:text/plain;base64,…`.
fn data(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let rest = &wanted.path[5..];
    let rest = rest.strip_prefix(b"//").unwrap_or(rest);
    let Some(comma) = rest.iter().position(|byte| *byte == b',') else {
        complain(call, wanted, "rfc2397: no comma in URL")?;
        return Ok(None);
    };
    let (head, body) = (&rest[..comma], &rest[comma + 1..]);
    let (extra, is_base64) = match data_head(call, head)? {
        Ok(head) => head,
        Err(why) => {
            complain(call, wanted, why)?;
            return Ok(None);
        }
    };
    let bytes = if is_base64 {
        match codec::base64_strict(body) {
            Some(bytes) => bytes,
            None => {
                complain(call, wanted, "rfc2397: unable to decode")?;
                return Ok(None);
            }
        }
    } else {
        codec::url_decoded(body)
    };
    let mut label = label(wanted, "RFC2397", "RFC2397");
    label.extra = Some(extra);
    let mut stream = Stream::new(End::memory(bytes), label);
    stream.writable = false;
    Ok(Some(stream))
}

/// What stands before the comma: the type, its parameters, whether base64 follows; or what is wrong
/// with it.
fn data_head(call: &mut Call<'_>, head: &[u8]) -> Res<Result<(Array, bool), &'static str>> {
    let mut extra = Array::new();
    let semicolon = head.iter().position(|byte| *byte == b';');
    let slash = head.iter().position(|byte| *byte == b'/');
    let kind = &head[..semicolon.unwrap_or(head.len())];
    match (semicolon, slash) {
        _ if head.is_empty() || head == b";base64" => {}
        (None, Some(_)) => put(call, &mut extra, b"mediatype", kind)?,
        (Some(end), Some(slash)) if slash < end => put(call, &mut extra, b"mediatype", kind)?,
        _ => return Ok(Err("rfc2397: illegal media type")),
    }
    let mut is_base64 = false;
    let parts = semicolon.map_or(&b""[..], |at| &head[at + 1..]);
    for part in parts.split(|byte| *byte == b';').filter(|_| semicolon.is_some()) {
        match part.iter().position(|byte| *byte == b'=') {
            _ if is_base64 => return Ok(Err("rfc2397: illegal URL")),
            Some(9) if part.starts_with(b"mediatype") => {}
            Some(equals) => put(call, &mut extra, &part[..equals], &part[equals + 1..])?,
            None if part == b"base64" => is_base64 = true,
            None => return Ok(Err("rfc2397: illegal parameter")),
        }
    }
    let key = call.str(b"base64")?;
    let set = extra.set(Key::of_str(&key), Value::bool(is_base64));
    call.alloc(set)?;
    Ok(Ok((extra, is_base64)))
}

fn put(call: &mut Call<'_>, array: &mut Array, key: &[u8], value: &[u8]) -> Res<()> {
    let (key, value) = (call.str(key)?, call.str(value)?);
    let set = array.set(Key::of_str(&key), value.into());
    call.alloc(set)
}
