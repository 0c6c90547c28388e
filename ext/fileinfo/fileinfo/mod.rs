//! Databases, by numbers.

#[rustfmt::skip]
mod r#gen;
mod source;

use std::collections::HashMap;

use libmagic::Magic;
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

pub use r#gen::{CONSTANTS, NATIVES};
use source::Source;

/// The databases of a request.
#[derive(Default)]
struct Databases {
    open: HashMap<i64, Magic>,
    last: i64,
}

/// Flags of the library: what is asked of an answer, and that databases are looked at closely.
const MIME_TYPE: i32 = 0x10;
const MIME_ENCODING: i32 = 0x400;
const CHECK: i32 = 0x40;

fn finfo_begin_(call: &mut Call<'_>, flags: i64, database: Option<&Str>) -> Res<Array> {
    if !Magic::is_there() {
        let text = "fileinfo needs libmagic, which is not there: install libmagic1".to_owned();
        return Err(call.throw(Message::Refused { text }));
    }
    let path = database.map(|path| path.as_bytes());
    if let Some(folders) = path.and_then(|path| call.host().confines(path)) {
        let path = shown(path);
        return told(
            call,
            [format!(
                "open_basedir restriction in effect. File({path}) is not within the allowed path(s): ({folders})"
            )],
        );
    }
    // PHP: as the library counts flags.
    let Some(magic) = Magic::open(flags as i32) else {
        return told(call, [format!("Invalid mode '{flags}'.")]);
    };
    let (is_loaded, mut notes) = load(&magic, flags as i32, path);
    if !is_loaded {
        notes.push(format!("Failed to load magic database at \"{}\"", shown(path)));
        return told(call, notes);
    }
    let databases = call.state::<Databases>();
    databases.last += 1;
    databases.open.insert(databases.last, magic);
    let number = databases.last;
    let mut all = vec![Value::int(number)];
    for note in notes {
        all.push(call.str(note.as_bytes())?.into());
    }
    call.list(all)
}

fn shown(path: Option<&[u8]>) -> String {
    String::from_utf8_lossy(path.unwrap_or_default()).into_owned()
}

/// No database, and what is said of that.
fn told(call: &mut Call<'_>, notes: impl IntoIterator<Item = String>) -> Res<Array> {
    let mut all = vec![Value::NULL];
    for note in notes {
        all.push(call.str(note.as_bytes())?.into());
    }
    call.list(all)
}

/// Loads a database; whether that went well, and what is to be said of it.
fn load(magic: &Magic, flags: i32, path: Option<&[u8]>) -> (bool, Vec<String>) {
    let Some((source, path)) = path.and_then(|path| Some((Source::at(path)?, path))) else {
        return (magic.load(path), Vec::new());
    };
    let mut notes = Vec::new();
    if flags & CHECK != 0 {
        notes.push(format!("using regular magic file `{}'", shown(Some(path))));
    }
    if source.is_wrong {
        return (false, [notes, source.faults].concat());
    }
    // What is looked at closely is told where nobody reads it.
    magic.set_flags(flags & !CHECK);
    let is_loaded = magic.load_text(&source.text);
    magic.set_flags(flags);
    (is_loaded, notes)
}

fn finfo_end_(call: &mut Call<'_>, database: i64) -> Res<()> {
    call.state::<Databases>().open.remove(&database);
    Ok(())
}

fn finfo_flags_(call: &mut Call<'_>, database: i64, flags: i64) -> Res<Option<Str>> {
    let Some(magic) = call.state::<Databases>().open.get(&database) else { return Ok(None) };
    // PHP: as the library counts flags.
    if magic.set_flags(flags as i32) {
        return Ok(None);
    }
    let (number, words) = magic.fault();
    let words = String::from_utf8_lossy(&words).into_owned();
    let text = format!("Failed to set option '{flags}' {number}:{words}");
    call.str(text.as_bytes()).map(Some)
}

/// What is said of texts of four bytes a character when MIME is asked for and the library gives neither
/// an answer nor an error: it knows the encoding when it is asked in words.
fn wide(magic: &Magic, bytes: &[u8]) -> Option<Vec<u8>> {
    let flags = magic.flags();
    if flags & (MIME_TYPE | MIME_ENCODING) == 0 || !magic.fault().1.is_empty() {
        return None;
    }
    magic.set_flags(flags & !(MIME_TYPE | MIME_ENCODING));
    let words = magic.describe(bytes);
    magic.set_flags(flags);
    let words = words?;
    let has = |part: &[u8]| words.windows(part.len()).any(|window| window == part);
    let encoding = match (has(b"UTF-32, little-endian"), has(b"UTF-32, big-endian")) {
        (true, _) => "utf-32le",
        (_, true) => "utf-32be",
        _ => return None,
    };
    let answer = match (flags & MIME_TYPE != 0, flags & MIME_ENCODING != 0) {
        (true, true) => format!("application/octet-stream; charset={encoding}"),
        (true, false) => "application/octet-stream".to_owned(),
        _ => encoding.to_owned(),
    };
    Some(answer.into_bytes())
}

fn finfo_version_(_: &mut Call<'_>) -> Res<i64> {
    Ok(Magic::version().into())
}

fn finfo_look_(call: &mut Call<'_>, database: i64, bytes: &Str) -> Res<Array> {
    let Some(magic) = call.state::<Databases>().open.get(&database) else {
        return call.list([Value::NULL]);
    };
    if let Some(answer) = magic.describe(bytes).or_else(|| wide(magic, bytes)) {
        let answer = call.str(&answer)?;
        return call.list([answer.into()]);
    }
    let (number, words) = magic.fault();
    let words = String::from_utf8_lossy(&words).into_owned();
    let text = call.str(format!("Failed identify data {number}:{words}").as_bytes())?;
    call.list([Value::NULL, text.into()])
}
