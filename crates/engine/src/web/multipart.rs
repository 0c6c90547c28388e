//! A body of several parts: variables, and files that are kept in temporary ones.

use std::fs::OpenOptions;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use runtime::array::Array;
use runtime::heap::Oom;
use runtime::value::Value;

use super::variables::{Variables, text};

/// What a request may bring.
pub struct Limits {
    pub takes_files: bool,
    pub files: usize,
    pub parts: usize,
    pub file_bytes: i64,
    /// Where files are kept.
    pub folder: PathBuf,
}

/// What was found.
#[derive(Default)]
pub struct Posted {
    pub values: Vec<(Vec<u8>, Vec<u8>)>,
    pub files: Vec<File>,
    /// Why the rest was not read.
    pub complaint: Option<String>,
}

/// A file that came with a request.
pub struct File {
    field: Vec<u8>,
    /// Its name as it was sent.
    name: Vec<u8>,
    kind: Vec<u8>,
    /// Where it is; empty when it was refused.
    pub path: Vec<u8>,
    error: i64,
    bytes: usize,
}

/// Why a file was refused, as `$_FILES` says it.
mod error {
    pub const INI_SIZE: i64 = 1;
    pub const FORM_SIZE: i64 = 2;
    pub const PARTIAL: i64 = 3;
    pub const NO_FILE: i64 = 4;
    pub const CANT_WRITE: i64 = 7;
}

impl File {
    /// Adds the file as `$_FILES` has it: the attribute comes before the way into an array.
    pub fn add_to(&self, files: &mut Variables) -> Result<(), Oom> {
        let cut = self.name.iter().rposition(|byte| matches!(byte, b'/' | b'\\'));
        let short = &self.name[cut.map_or(0, |at| at + 1)..];
        let rows: [(&[u8], Value); 6] = [
            (b"name", text(short)?),
            (b"full_path", text(&self.name)?),
            (b"type", text(&self.kind)?),
            (b"tmp_name", text(&self.path)?),
            (b"error", Value::int(self.error)),
            (b"size", Value::int(self.bytes as i64)),
        ];
        let bracket = self.field.iter().position(|&byte| byte == b'[');
        let (head, rest) = self.field.split_at(bracket.unwrap_or(self.field.len()));
        for (attribute, value) in rows {
            let name = [head, b"[", attribute, b"]", rest].concat();
            files.add_value(&name, value)?;
        }
        Ok(())
    }
}

/// What a session is told of files that came with a body of so many bytes.
pub fn progress(posted: &Posted, bytes: i64) -> Result<Array, Oom> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = Value::int(now.map_or(0, |now| now.as_secs() as i64));
    let mut files = Vec::with_capacity(posted.files.len());
    for file in &posted.files {
        files.push(Value::from(named(&[
            (b"field_name", text(&file.field)?),
            (b"name", text(&file.name)?),
            (b"tmp_name", text(&file.path)?),
            (b"error", Value::int(file.error)),
            (b"done", Value::bool(true)),
            (b"start_time", now.clone()),
            (b"bytes_processed", Value::int(file.bytes as i64)),
        ])?));
    }
    named(&[
        (b"start_time", now),
        (b"content_length", Value::int(bytes)),
        (b"bytes_processed", Value::int(bytes)),
        (b"done", Value::bool(true)),
        (b"files", Array::from_values(files)?.into()),
    ])
}

fn named(rows: &[(&[u8], Value)]) -> Result<Array, Oom> {
    let mut array = Array::new();
    for (name, value) in rows {
        super::put(&mut array, name, value.clone())?;
    }
    Ok(array)
}

/// A body that is being read.
struct Reader<'a> {
    rest: &'a [u8],
    boundary: Vec<u8>,
}

impl<'a> Reader<'a> {
    /// The next line without its end.
    fn line(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.iter().position(|&byte| byte == b'\n');
        let (line, rest) = match end {
            Some(at) => (&self.rest[..at], &self.rest[at + 1..]),
            None => (self.rest, &b""[..]),
        };
        self.rest = rest;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }

    /// Goes behind the next boundary; whether there is one.
    fn next_part(&mut self) -> bool {
        while let Some(line) = self.line() {
            if line == self.boundary {
                return true;
            }
        }
        false
    }

    /// The headers of a part, names in lower case.
    fn headers(&mut self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut headers: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
        while let Some(line) = self.line().filter(|line| !line.is_empty()) {
            let folds = line.first().is_some_and(u8::is_ascii_whitespace);
            match (line.iter().position(|&byte| byte == b':'), headers.last_mut()) {
                (Some(at), _) if !folds => {
                    let value = line[at + 1..].trim_ascii().to_vec();
                    headers.push((line[..at].to_ascii_lowercase(), value));
                }
                (_, Some((_, value))) => value.extend_from_slice(line),
                _ => {}
            }
        }
        headers
    }

    /// What a part holds; whether a boundary ends it.
    fn contents(&mut self) -> (&'a [u8], bool) {
        let mark = [b"\n", &self.boundary[..]].concat();
        let found = memchr::memmem::find(self.rest, &mark);
        if self.rest.starts_with(&self.boundary) {
            return (b"", true);
        }
        let (contents, is_whole) = match found {
            Some(at) => (&self.rest[..at], true),
            None => (self.rest, false),
        };
        self.rest = &self.rest[contents.len()..];
        if is_whole {
            self.rest = &self.rest[1..];
            return (contents.strip_suffix(b"\r").unwrap_or(contents), true);
        }
        (contents, false)
    }
}

/// The boundary that the type of a body names, or why there is none.
fn boundary(content_type: &[u8]) -> Result<Vec<u8>, &'static str> {
    const MISSING: &str = "Missing boundary in multipart/form-data POST data";
    const INVALID: &str = "Invalid boundary in multipart/form-data POST data";
    let lower = content_type.to_ascii_lowercase();
    let at = lower.windows(8).position(|window| window == b"boundary").ok_or(MISSING)?;
    let rest = &content_type[at..];
    let equals = rest.iter().position(|&byte| byte == b'=').ok_or(MISSING)?;
    let value = &rest[equals + 1..];
    let value = match value.strip_prefix(b"\"") {
        Some(quoted) => {
            let end = quoted.iter().position(|&byte| byte == b'"').ok_or(INVALID)?;
            &quoted[..end]
        }
        None => value.split(|byte| matches!(byte, b',' | b';')).next().unwrap_or_default(),
    };
    Ok([b"--", value].concat())
}

/// A parameter of `Content-Disposition`.
fn parameter(header: &[u8], wanted: &[u8]) -> Option<Vec<u8>> {
    let mut rest = header;
    while let Some(at) = rest.iter().position(|&byte| byte == b';') {
        rest = rest[at + 1..].trim_ascii_start();
        let Some(equals) = rest.iter().position(|&byte| byte == b'=') else { continue };
        let name = rest[..equals].trim_ascii_end();
        let (value, behind) = word(&rest[equals + 1..]);
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = behind;
    }
    None
}

/// A word, perhaps in quotes, and what is behind it.
fn word(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let text = text.trim_ascii_start();
    let Some(&quote @ (b'"' | b'\'')) = text.first() else {
        let end = text.iter().position(|&byte| byte == b';').unwrap_or(text.len());
        return (text[..end].trim_ascii_end().to_vec(), &text[end..]);
    };
    let mut value = Vec::new();
    let mut at = 1;
    while at < text.len() && text[at] != quote {
        if text[at] == b'\\' && text.get(at + 1).is_some_and(|&next| next == quote) {
            at += 1;
        }
        value.push(text[at]);
        at += 1;
    }
    (value, &text[(at + 1).min(text.len())..])
}

/// Whether brackets of a name are in pairs, with nothing between a `]` and the next `[`.
fn is_well_named(name: &[u8]) -> bool {
    let mut is_open = false;
    let mut rest = name.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'[' if is_open => return false,
            b'[' => is_open = true,
            b']' if !is_open => return false,
            b']' => {
                is_open = false;
                if rest.peek().is_some_and(|&next| next != b'[') {
                    return false;
                }
            }
            _ => {}
        }
    }
    !is_open
}

/// Reads a body of several parts.
pub fn read(content_type: &[u8], body: &[u8], limits: &Limits) -> Posted {
    let mut posted = Posted::default();
    let boundary = match boundary(content_type) {
        Ok(boundary) => boundary,
        Err(text) => {
            posted.complaint = Some(text.to_owned());
            return posted;
        }
    };
    let mut reader = Reader { rest: body, boundary };
    let (mut kept, mut form_bytes, mut anonymous) = (0, 0_i64, 0_u32);
    let mut parts = 0;
    while reader.next_part() {
        parts += 1;
        if parts > limits.parts && !reader.rest.is_empty() {
            posted.complaint = Some(format!(
                "Multipart body parts limit exceeded {}. To increase the limit change \
                 max_multipart_body_parts in php.ini.",
                limits.parts
            ));
            return posted;
        }
        let headers = reader.headers();
        let header = |name: &[u8]| headers.iter().find(|(known, _)| known == name);
        let disposition = header(b"content-disposition").map_or(&b""[..], |(_, value)| value);
        let (name, file) = (parameter(disposition, b"name"), parameter(disposition, b"filename"));
        let (contents, is_whole) = reader.contents();
        let (name, file) = match (name, file) {
            (None, None) => {
                posted.complaint = Some("File Upload Mime headers garbled".to_owned());
                return posted;
            }
            (Some(name), None) => {
                if name.eq_ignore_ascii_case(b"MAX_FILE_SIZE") {
                    let size = String::from_utf8_lossy(contents).trim().parse();
                    form_bytes = size.unwrap_or(0);
                }
                posted.values.push((name, contents.to_vec()));
                continue;
            }
            (name, Some(file)) => (name, file),
        };
        let name = name.unwrap_or_else(|| {
            anonymous += 1;
            (anonymous - 1).to_string().into_bytes()
        });
        if !limits.takes_files || !is_well_named(&name) {
            continue;
        }
        if !file.is_empty() && kept >= limits.files {
            posted.complaint =
                Some("Maximum number of allowable file uploads has been exceeded".to_owned());
            continue;
        }
        let kind = header(b"content-type").map_or(&b""[..], |(_, value)| value);
        let kind = kind.split(|&byte| byte == b';').next().unwrap_or_default().to_vec();
        let length = i64::try_from(contents.len()).unwrap_or(i64::MAX);
        let refused = match () {
            () if file.is_empty() => error::NO_FILE,
            () if limits.file_bytes > 0 && length > limits.file_bytes => error::INI_SIZE,
            () if form_bytes > 0 && length > form_bytes => error::FORM_SIZE,
            () if !is_whole => error::PARTIAL,
            () => 0,
        };
        kept += usize::from(!file.is_empty());
        posted.files.push(keep((name, file, kind), contents, (refused, limits)));
    }
    posted
}

/// Keeps the contents of a file, unless it is refused.
fn keep(
    (field, name, kind): (Vec<u8>, Vec<u8>, Vec<u8>),
    contents: &[u8],
    (refused, limits): (i64, &Limits),
) -> File {
    use std::os::unix::ffi::OsStrExt as _;
    let refusal = |error| File {
        field: field.clone(),
        name: name.clone(),
        kind: Vec::new(),
        path: Vec::new(),
        error,
        bytes: 0,
    };
    if refused != 0 {
        return refusal(refused);
    }
    match write_new(&limits.folder, contents) {
        Ok(path) => {
            let path = path.as_os_str().as_bytes().to_vec();
            File { field, name, kind, path, error: 0, bytes: contents.len() }
        }
        Err(_) => refusal(error::CANT_WRITE),
    }
}

/// Writes a file with a name that none has in the folder: its path.
fn write_new(folder: &Path, contents: &[u8]) -> io::Result<PathBuf> {
    const TRIES: u32 = 100;
    let mut last = io::ErrorKind::AlreadyExists.into();
    for _ in 0..TRIES {
        let hash = RandomState::new().build_hasher().finish();
        let path = folder.join(format!("php{:06x}", hash & 0xff_ffff));
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => return file.write_all(contents).map(|()| path),
            Err(error) => last = error,
        }
    }
    Err(last)
}
