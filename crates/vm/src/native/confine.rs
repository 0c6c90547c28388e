//! `open_basedir`: files that a script may touch lie in some folders.
//!
//! The functions of files know nothing of it: those of the table here are entered through a check
//! of their paths.
//!
//! # Not here
//! Included files: `include`.

use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Component, Path, PathBuf};

use runtime::array::Array;
use runtime::native::{Call, Native};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{registry, request};
use crate::request::Request;

/// What is said of a path that is not allowed, beside the restriction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    Nothing,
    /// The function gives -1.
    NoKey,
    NoStream,
    NoDirectory,
    /// As `scandir()` says it.
    NoNames,
}

/// The number of an argument, and what follows when it is not allowed.
type Rule = (usize, Then);

macro_rules! confined {
    ($($rules:expr => $($name:literal)+;)+) => {
        /// The rules of a function.
        fn rules(name: &str) -> &'static [Rule] {
            use Then::{NoKey, Nothing, NoDirectory, NoNames, NoStream};
            match name {
                $($($name)|+ => &$rules,)+
                _ => &[],
            }
        }
    };
}

confined! {
    [(0, Nothing)] => "file_exists" "is_file" "is_dir" "is_link" "is_readable" "is_writable"
        "is_writeable" "is_executable" "fileatime" "filectime" "filegroup" "fileinode" "filemtime"
        "fileowner" "fileperms" "filesize" "filetype" "stat" "lstat" "chdir" "chmod" "chown" "chgrp"
        "lchown" "lchgrp" "mkdir" "rmdir" "unlink" "touch" "readlink" "realpath" "linkinfo"
        "disk_free_space" "diskfreespace" "disk_total_space" "tempnam" "chroot";
    [(0, NoStream)] => "fopen" "file" "file_get_contents" "file_put_contents" "readfile"
        "md5_file" "sha1_file" "parse_ini_file" "highlight_file" "show_source" "php_strip_whitespace";
    [(0, NoKey)] => "ftok";
    [(1, NoStream)] => "hash_file";
    [(2, NoStream)] => "error_log";
    [(0, NoDirectory)] => "opendir" "dir";
    [(0, NoNames)] => "scandir";
    [(0, Nothing), (1, Nothing)] => "rename";
    [(1, Nothing), (0, Nothing)] => "link" "symlink";
    [(0, Nothing), (1, NoStream)] => "copy";
    [(1, Nothing)] => "move_uploaded_file";
    [] => "glob";
}

/// A builtin as scripts call it: through the check, when it takes paths.
pub(super) fn confined(native: &'static Native) -> &'static Native {
    if rules(native.name).is_empty() && native.name != "glob" {
        return native;
    }
    Box::leak(Box::new(Native { thunk: enter, ..*native }))
}

/// Enters a function when its paths are allowed.
fn enter(call: &mut Call<'_>, cells: &mut [Value]) -> Res<Value> {
    let name = call.native().name;
    let Some(native) = registry::declared(name) else { return Ok(Value::bool(false)) };
    if request(call).confinement().is_none() {
        return (native.thunk)(call, cells);
    }
    for &(at, then) in rules(name) {
        let path = match cells.get(at).map(|cell| cell.unboxed().view()) {
            Some(View::Str(path)) => path.to_vec(),
            _ => continue,
        };
        let path = match name {
            "link" | "symlink" => against(&path, cells.get(1).filter(|_| at == 0)),
            "tempnam" if path.is_empty() => std::env::temp_dir().into_os_string().into_vec(),
            _ => path,
        };
        if !request(call).may_touch(&path) {
            refuse(request(call), name, &path, then)?;
            return Ok(if then == Then::NoKey { Value::int(-1) } else { Value::bool(false) });
        }
    }
    let result = (native.thunk)(call, cells)?;
    match name {
        "glob" => allowed(call, result),
        _ => Ok(result),
    }
}

/// A path of a link as the check names it; a target is seen from where the link is.
fn against(path: &[u8], link: Option<&Value>) -> Vec<u8> {
    let place = |bytes: &[u8]| PathBuf::from(std::ffi::OsStr::from_bytes(bytes));
    let base = link.and_then(|link| link.unboxed().as_str().map(|link| place(link)));
    let base = base.and_then(|link| link.parent().map(Path::to_owned)).unwrap_or_default();
    plain(&absolute(&base.join(place(path)))).as_os_str().as_bytes().to_vec()
}

fn refuse(rq: &mut Request, name: &str, path: &[u8], then: Then) -> Res<()> {
    rq.warn_confined(name, path)?;
    let shown = String::from_utf8_lossy(path).into_owned();
    let what = match then {
        Then::Nothing | Then::NoKey => return Ok(()),
        Then::NoStream => "stream",
        Then::NoDirectory | Then::NoNames => "directory",
    };
    rq.warn(&format!("{name}({shown}): Failed to open {what}: Operation not permitted"))?;
    if then == Then::NoNames {
        rq.warn(&format!("{name}(): (errno 1): Operation not permitted"))?;
    }
    Ok(())
}

/// The paths of a list that are allowed; false when none of several is.
fn allowed(call: &mut Call<'_>, found: Value) -> Res<Value> {
    let Some(list) = found.as_array().filter(|list| !list.is_empty()).cloned() else {
        return Ok(found);
    };
    let mut kept = Vec::new();
    for (_, path) in &list {
        if let Some(name) = path.as_str()
            && request(call).may_touch(name)
        {
            kept.push(path.clone());
        }
    }
    if kept.is_empty() {
        return Ok(Value::bool(false));
    }
    let kept = Array::from_values(kept);
    call.alloc(kept).map(Value::from)
}

fn absolute(path: &Path) -> PathBuf {
    match path.is_absolute() {
        true => path.to_owned(),
        false => std::env::current_dir().unwrap_or_default().join(path),
    }
}

/// A path without `.` and `..`, by its text.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// Where a path leads: links are followed as far as there are files.
fn real(path: &Path) -> PathBuf {
    let path = plain(&absolute(path));
    let mut behind = Vec::new();
    let mut at = path.as_path();
    loop {
        if let Ok(found) = at.canonicalize() {
            return behind.iter().rev().fold(found, |path, part| path.join(part));
        }
        match (at.parent(), at.file_name()) {
            (Some(parent), Some(name)) => {
                behind.push(name.to_owned());
                at = parent;
            }
            _ => return path,
        }
    }
}

/// Whether a path lies in a folder; a folder without a slash at its end is that folder alone.
fn is_in(path: &Path, folder: &[u8]) -> bool {
    let folder = real(Path::new(std::ffi::OsStr::from_bytes(folder)));
    path.starts_with(folder)
}

impl Request {
    /// The folders that a script is confined to.
    fn confinement(&self) -> Option<&[u8]> {
        self.ini.get("open_basedir").filter(|folders| !folders.is_empty())
    }

    /// Whether a script may touch the file at a path.
    pub(crate) fn may_touch(&self, path: &[u8]) -> bool {
        let Some(folders) = self.confinement() else { return true };
        let path = path.strip_prefix(b"file://").unwrap_or(path);
        if path.windows(3).any(|window| window == b"://") || path.contains(&0) {
            return true;
        }
        let path = real(Path::new(std::ffi::OsStr::from_bytes(path)));
        folders.split(|&byte| byte == b':').any(|folder| is_in(&path, folder))
    }

    /// The folders that a script is confined to, when a path is not in them.
    pub(crate) fn confines_from(&self, path: &[u8]) -> Option<String> {
        let folders = self.confinement().filter(|_| !self.may_touch(path))?;
        Some(String::from_utf8_lossy(folders).into_owned())
    }

    /// Warns that a path is not allowed.
    pub(crate) fn warn_confined(&mut self, name: &str, path: &[u8]) -> Res<()> {
        let folders = String::from_utf8_lossy(self.confinement().unwrap_or_default()).into_owned();
        let path = String::from_utf8_lossy(path).into_owned();
        self.warn(&format!(
            "{name}(): open_basedir restriction in effect. File({path}) is not within the allowed \
             path(s): ({folders})"
        ))
    }

    /// Whether a script may confine itself to these folders: each lies in one that is allowed.
    pub(crate) fn may_confine(&self, folders: &[u8]) -> bool {
        self.confinement().is_none()
            || !folders.is_empty()
                && folders.split(|&byte| byte == b':').all(|folder| self.may_touch(folder))
    }
}
