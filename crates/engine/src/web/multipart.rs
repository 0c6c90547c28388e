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
    /// Keeps the contents of a file: the path of where they are.
    pub keep: Keep,
}

/// What keeps the contents of files.
pub type Keep = Box<dyn Fn(&[u8]) -> io::Result<PathBuf>>;

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
    /// The next line without its end. PHP: what no end is behind is no line; a NUL ends one too.
    fn line(&mut self) -> Option<&'a [u8]> {
        let end = memchr::memchr(b'\n', self.rest)?;
        let line = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.split(|&byte| byte == 0).next()
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
            let folds = line.first().is_some_and(is_blank);
            match (line.iter().position(|&byte| byte == b':'), headers.last_mut()) {
                (Some(at), _) if !folds => {
                    let value = without_blanks(&line[at + 1..]).to_vec();
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
        // PHP: what may have become a boundary where the body ends belongs to none.
        let begun = || self.rest.iter().rposition(|&byte| byte == b'\n');
        let end = found.or_else(|| begun().filter(|&at| mark.starts_with(&self.rest[at..])));
        let contents = &self.rest[..end.unwrap_or(self.rest.len())];
        self.rest = match found {
            Some(at) => &self.rest[at + 1..],
            None => b"",
        };
        let bare = contents.strip_suffix(b"\r").filter(|_| end.is_some());
        (bare.unwrap_or(contents), found.is_some())
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

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn without_blanks(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|byte| !is_blank(byte));
    &text[start.unwrap_or(text.len())..]
}

/// A parameter of `Content-Disposition`; of several with a name the last one.
fn parameter(header: &[u8], wanted: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut found) = (without_blanks(header), None);
    while !rest.is_empty() {
        let (pair, behind) = split(rest, b';');
        rest = without_blanks(behind);
        let (name, value) = split(pair, b'=');
        if name.len() < pair.len() && name.eq_ignore_ascii_case(wanted) {
            found = Some(unquoted(value));
        }
    }
    found
}

/// What is before a byte that is not in quotes, and what is behind it and those that follow it.
fn split(text: &[u8], stop: u8) -> (&[u8], &[u8]) {
    let (mut at, mut quote) = (0, None);
    while let Some(&byte) = text.get(at) {
        match quote {
            None if byte == stop => break,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            Some(open) if byte == b'\\' && text.get(at + 1) == Some(&open) => at += 1,
            Some(open) if byte == open => quote = None,
            _ => {}
        }
        at += 1;
    }
    let (before, behind) = text.split_at(at.min(text.len()));
    let more = behind.iter().take_while(|&&byte| byte == stop).count();
    (before, &behind[more..])
}

/// The value of a parameter, perhaps in quotes.
fn unquoted(text: &[u8]) -> Vec<u8> {
    let text = without_blanks(text);
    let (quote, text) = match text.split_first() {
        Some((&quote @ (b'"' | b'\''), rest)) => (Some(quote), rest),
        _ => (None, text.split(is_blank).next().unwrap_or_default()),
    };
    let mut value = Vec::new();
    let mut rest = text.iter().copied().peekable();
    while let Some(byte) = rest.next().filter(|byte| Some(*byte) != quote) {
        let escaped = |next: &u8| *next == b'\\' || Some(*next) == quote;
        value.push(if byte == b'\\' { rest.next_if(escaped).unwrap_or(byte) } else { byte });
    }
    value
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
    let mut parts = Parts::new(limits);
    match boundary(content_type) {
        Ok(boundary) => parts.read(&mut Reader { rest: body, boundary }),
        Err(text) => parts.posted.complaint = Some(text.to_owned()),
    }
    parts.posted
}

/// What is known when some parts are read.
struct Parts<'l> {
    limits: &'l Limits,
    posted: Posted,
    /// Files with contents.
    kept: usize,
    /// How long a file may be by the form's own word; 0 for any length.
    form_bytes: i64,
    /// Files without a field.
    anonymous: u32,
    /// PHP: behind a file that is passed over all are.
    passes_over: bool,
}

impl<'l> Parts<'l> {
    fn new(limits: &'l Limits) -> Self {
        let (posted, passes_over) = (Posted::default(), !limits.takes_files);
        Self { limits, posted, kept: 0, form_bytes: 0, anonymous: 0, passes_over }
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        let mut count = 0;
        while reader.next_part() {
            count += 1;
            if count > self.limits.parts && !reader.rest.is_empty() {
                self.posted.complaint = Some(format!(
                    "Multipart body parts limit exceeded {}. To increase the limit change \
                     max_multipart_body_parts in php.ini.",
                    self.limits.parts
                ));
                return;
            }
            if let Err(text) = self.part(reader) {
                self.posted.complaint = Some(text.to_owned());
                return;
            }
        }
    }

    /// Reads a part; an error ends the reading.
    fn part(&mut self, reader: &mut Reader<'_>) -> Result<(), &'static str> {
        let headers = reader.headers();
        let header = |name: &[u8]| headers.iter().find(|(known, _)| known == name);
        let Some((_, disposition)) = header(b"content-disposition") else { return Ok(()) };
        match (parameter(disposition, b"name"), parameter(disposition, b"filename")) {
            (None, None) => return Err("File Upload Mime headers garbled"),
            (Some(name), None) => self.value(name, reader.contents().0),
            (name, Some(file)) => {
                let kind = header(b"content-type").map_or(&b""[..], |(_, value)| value);
                let kind = kind.split(|&byte| byte == b';').next().unwrap_or_default();
                self.file((name, file, kind.to_vec()), reader);
            }
        }
        Ok(())
    }

    fn value(&mut self, name: Vec<u8>, contents: &[u8]) {
        if name.eq_ignore_ascii_case(b"MAX_FILE_SIZE") {
            self.form_bytes = leading_int(contents);
        }
        self.posted.values.push((name, contents.to_vec()));
    }

    fn file(
        &mut self,
        (name, file, kind): (Option<Vec<u8>>, Vec<u8>, Vec<u8>),
        reader: &mut Reader<'_>,
    ) {
        let limits = self.limits;
        if limits.takes_files && self.kept >= limits.files {
            const OVER: &str = "Maximum number of allowable file uploads has been exceeded";
            self.posted.complaint = Some(OVER.to_owned());
            self.passes_over = true;
        }
        let name = name.unwrap_or_else(|| {
            self.anonymous += 1;
            (self.anonymous - 1).to_string().into_bytes()
        });
        self.passes_over |= !is_well_named(&name);
        if self.passes_over {
            return;
        }
        // PHP: what is behind the head of a file without a name is looked at as any line.
        let (contents, is_whole) = match file.is_empty() {
            true => (&b""[..], true),
            false => reader.contents(),
        };
        let length = i64::try_from(contents.len()).unwrap_or(i64::MAX);
        let refused = match () {
            () if file.is_empty() => error::NO_FILE,
            () if limits.file_bytes > 0 && length > limits.file_bytes => error::INI_SIZE,
            () if self.form_bytes != 0 && length > self.form_bytes => error::FORM_SIZE,
            () if !is_whole => error::PARTIAL,
            () => 0,
        };
        self.kept += usize::from(!file.is_empty());
        self.posted.files.push(keep((name, file, kind), contents, (refused, limits)));
    }
}

/// The number that a text begins with.
fn leading_int(text: &[u8]) -> i64 {
    let text = without_blanks(text);
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let digits = text[sign..].iter().take_while(|byte| byte.is_ascii_digit());
    let number = digits
        .fold(0i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    if text.starts_with(b"-") { -number } else { number }
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
    match (limits.keep)(contents) {
        Ok(path) => {
            let path = path.as_os_str().as_bytes().to_vec();
            File { field, name, kind, path, error: 0, bytes: contents.len() }
        }
        Err(_) => refusal(error::CANT_WRITE),
    }
}

/// Writes a file with a name that none has in the folder: its path.
pub fn write_new(folder: &Path, contents: &[u8]) -> io::Result<PathBuf> {
    const TRIES: u32 = 100;
    let mut last = io::ErrorKind::AlreadyExists.into();
    for _ in 0..TRIES {
        let hash = RandomState::new().build_hasher().finish();
        let path = folder.join(format!("php{:06x}", hash & 0xff_ffff));
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => return file.write_all(contents).map(|()| path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}
