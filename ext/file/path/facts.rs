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
    let is_simple = call
        .state::<Streams>()
        .wrappers
        .iter()
        .any(|(name, wrapper)| name == b"file" && matches!(wrapper, Wrapper::File));
    if is_simple && wrapper::scheme(path).is_none() {
        return Ok(of_path(path, look.link));
    }
    match wrapper::find(call, path)? {
        (Wrapper::File, path) => Ok(of_path(&path, look.link)),
        (Wrapper::User { class, .. }, _) => {
            let object = wrapper::object(call, &class, None)?;
            let flags = i64::from(look.link) | i64::from(look.quiet) << 1;
            let name = call.str(path)?;
            let answer = invoke(call, &object, "url_stat", &[name.into(), Value::int(flags)])?;
            match answer {
                Some(answer) => told(call, &answer),
                None => {
                    user::lacks(call, &object, "url_stat", "")?;
                    Ok(None)
                }
            }
        }
        (Wrapper::Ftp, path) => crate::ftp::facts(call, &path),
        (Wrapper::Guest(scheme), _) => match scheme.paths {
            Some(paths) => Ok((paths.facts)(call, path)?.map(Facts)),
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

fn of_path(path: &[u8], link: bool) -> Option<Facts> {
    let path = place(path);
    let found = if link { fs::symlink_metadata(path) } else { fs::metadata(path) };
    found.ok().map(|found| of(&found))
}
