//! What is known of a file: the rows of `stat()`.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::Value;

use super::place;
use crate::layer::wrapper::{self, Wrapper};
use crate::layer::{invoke, table::Streams, user};

const NAMES: [&str; 13] = [
    "dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "atime", "mtime", "ctime",
    "blksize", "blocks",
];

/// The rows, in their order.
#[derive(Clone, Copy)]
pub struct Facts(pub [i64; 13]);

impl Facts {
    pub fn mode(&self) -> i64 {
        self.0[2]
    }

    /// The kind of file, as the bits of the mode say.
    pub fn kind(&self) -> i64 {
        self.0[2] & 0o170_000
    }

    /// Whether it is a link.
    pub fn is_link(&self) -> bool {
        self.kind() == super::LINK
    }
}

/// What the system knows.
pub fn of(found: &Metadata) -> Facts {
    Facts([
        found.dev() as i64,
        found.ino() as i64,
        i64::from(found.mode()),
        found.nlink() as i64,
        i64::from(found.uid()),
        i64::from(found.gid()),
        found.rdev() as i64,
        found.size() as i64,
        found.atime(),
        found.mtime(),
        found.ctime(),
        found.blksize() as i64,
        found.blocks() as i64,
    ])
}

/// What is said of memory.
pub fn of_memory(size: usize, writable: bool) -> Facts {
    let mode = if writable { 0o100_666 } else { 0o100_444 };
    Facts([12, 0, mode, 1, 0, 0, -1, size as i64, 0, 0, 0, -1, -1])
}

/// The rows under their numbers, then under their names.
pub fn array(call: &mut Call<'_>, facts: &Facts) -> Res<Array> {
    let mut array = call.list(facts.0.iter().map(|value| Value::int(*value)))?;
    for (name, value) in NAMES.iter().zip(facts.0) {
        let name = intern(name.as_bytes());
        let set = array.set(Key::Str(name.as_str()), Value::int(value));
        call.alloc(set)?;
    }
    Ok(array)
}

/// What a script told of a file.
fn told(call: &mut Call<'_>, answer: &Value) -> Res<Option<Facts>> {
    let Some(array) = answer.unboxed().as_array().cloned() else { return Ok(None) };
    let mut facts = [0; 13];
    for (row, name) in facts.iter_mut().zip(NAMES) {
        if let Some(value) = crate::layer::context::named(&array, name) {
            *row = conv::to_int(call.rq(), value)?;
        } else if name == "blksize" || name == "blocks" {
            *row = -1;
        }
    }
    Ok(Some(Facts(facts)))
}

/// What a script told of a file, with all rows.
pub fn completed(call: &mut Call<'_>, answer: &Value) -> Res<Option<Array>> {
    match told(call, answer)? {
        Some(facts) => array(call, &facts).map(Some),
        None => Ok(None),
    }
}

/// How a file is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether a link itself is meant.
    pub link: bool,
    /// Whether its absence is no error.
    pub quiet: bool,
}

/// What is known of the file with a name.
pub fn find(call: &mut Call<'_>, path: &[u8], look: Look) -> Res<Option<Facts>> {
    if path.is_empty() || path.contains(&0) {
        return Ok(None);
    }
    if let Some(name) = crate::layer::guest::meant(call, path, false)? {
        return find(call, &name, look);
    }
    if let Some(seen) = call.state::<Streams>().seen.of(path, look.link) {
        return Ok(Some(seen));
    }
    let found = if is_plain(call, path) {
        of_path(path, look.link)
    } else {
        match wrapper::find(call, path)? {
            (Wrapper::File, path) => of_path(&path, look.link),
            (Wrapper::User { class, .. }, path) => answered(call, &class, &path, look)?,
            (Wrapper::Ftp, path) => crate::ftp::facts(call, &path)?,
            // What is in an archive changes without a stream.
            (Wrapper::Guest(scheme), _) => {
                return match scheme.paths {
                    Some(paths) => Ok((paths.facts)(call, path)?.map(Facts)),
                    None => Ok(None),
                };
            }
            _ => None,
        }
    };
    if let Some(facts) = found {
        call.state::<Streams>().seen.keep(path, look.link, facts);
    }
    Ok(found)
}

/// Whether a name is a path, and paths are the system's.
fn is_plain(call: &mut Call<'_>, path: &[u8]) -> bool {
    let mut wrappers = call.state::<Streams>().wrappers.iter();
    wrappers.any(|(name, wrapper)| name == b"file" && matches!(wrapper, Wrapper::File))
        && wrapper::scheme(path).is_none()
}

/// What a class of the script answers.
fn answered(call: &mut Call<'_>, class: &[u8], path: &[u8], look: Look) -> Res<Option<Facts>> {
    /// PHP: nobody asks here whether the folder is open to the script.
    const IGNORES_OPEN_BASEDIR: i64 = 4;
    let object = wrapper::object(call, class, None)?;
    let flags = i64::from(look.link) | i64::from(look.quiet) << 1 | IGNORES_OPEN_BASEDIR;
    let name = call.str(path)?;
    match invoke(call, &object, "url_stat", &[name.into(), Value::int(flags)])? {
        Some(answer) => told(call, &answer),
        None => {
            user::lacks(call, &object, "url_stat", "")?;
            Ok(None)
        }
    }
}

fn of_path(path: &[u8], link: bool) -> Option<Facts> {
    let path = place(path);
    let found = if link { fs::symlink_metadata(path) } else { fs::metadata(path) };
    found.ok().map(|found| of(&found))
}
