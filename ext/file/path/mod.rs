//! What there is at a path.

mod change;
pub mod facts;
#[rustfmt::skip]
mod r#gen;
mod links;

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

pub use r#gen::{CONSTANTS, NATIVES};

pub use change::random_suffix;
use change::{
    chgrp, chmod, chown, copy, lchgrp, lchown, mkdir, rename, rmdir, tempnam, touch, umask, unlink,
};
use facts::{Facts, Look, find};
use links::{
    chdir, clearstatcache, disk_free_space, disk_total_space, fnmatch, getcwd, hard_link, linkinfo,
    readlink, realpath, realpath_cache_get, realpath_cache_size, symlink,
};
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use rustix::fs::Access;

use crate::layer::wrapper::{self, Wrapper};
use crate::layer::{guest, shown};

/// The path of a name that may begin with `file://`.
pub fn place(path: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(path.strip_prefix(b"file://").unwrap_or(path)))
}

/// The part of a path behind its last slash that has something behind it.
pub fn base_name(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|byte| *byte != b'/').map_or(0, |at| at + 1);
    let path = &path[..end];
    let start = path.iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    &path[start..]
}

/// The warning of something that failed: with the paths in the parentheses.
pub fn warn(call: &mut Call<'_>, paths: &[&[u8]], text: &str) -> Res<()> {
    let function = call.native().name;
    let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    let text = format!("{function}({}): {text}", paths.join(","));
    call.rq().report(Message::Warning { text })
}

fn quiet(call: &mut Call<'_>, path: &[u8], link: bool) -> Res<Option<Facts>> {
    find(call, path, Look { link, quiet: true })
}

/// Who says whether there is a file, and whether something may be done with it.
enum Asked {
    /// The system, about this path: what was seen before does not count.
    System(Vec<u8>),
    /// Who has the wrapper of this name.
    Other(Vec<u8>),
    /// What was given is no name.
    Nobody,
}

fn asked(call: &mut Call<'_>, filename: &[u8]) -> Res<Asked> {
    if filename.is_empty() || filename.contains(&0) {
        return Ok(Asked::Nobody);
    }
    if let Some(name) = guest::meant(call, filename, false)? {
        return Ok(Asked::Other(name));
    }
    Ok(match wrapper::find(call, filename)? {
        (Wrapper::File, path) => Asked::System(path),
        (_, name) => Asked::Other(name),
    })
}

fn file_exists(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    match asked(call, filename)? {
        Asked::System(path) => Ok(rustix::fs::access(place(&path), Access::EXISTS).is_ok()),
        Asked::Other(name) => Ok(quiet(call, &name, false)?.is_some()),
        Asked::Nobody => Ok(false),
    }
}

const DIRECTORY: i64 = 0o040_000;
const REGULAR: i64 = 0o100_000;
const LINK: i64 = 0o120_000;

fn is_file(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(quiet(call, filename, false)?.is_some_and(|found| found.kind() == REGULAR))
}

fn is_dir(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(quiet(call, filename, false)?.is_some_and(|found| found.kind() == DIRECTORY))
}

fn is_link(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(quiet(call, filename, true)?.is_some_and(|found| found.is_link()))
}

fn may(call: &mut Call<'_>, filename: &[u8], (access, bit): (Access, i64)) -> Res<bool> {
    let name = match asked(call, filename)? {
        Asked::System(path) => return Ok(rustix::fs::access(place(&path), access).is_ok()),
        Asked::Other(name) => name,
        Asked::Nobody => return Ok(false),
    };
    let Some(found) = quiet(call, &name, false)? else { return Ok(false) };
    // PHP: nobody has special rights in archives.
    let is_guest = matches!(wrapper::find(call, &name)?.0, Wrapper::Guest(_));
    let user = i64::from(rustix::process::getuid().as_raw());
    let group = i64::from(rustix::process::getgid().as_raw());
    let shift = match (found.0[4] == user, found.0[5] == group) {
        (true, _) => 6,
        (false, true) => 3,
        (false, false) => 0,
    };
    Ok(user == 0 && !is_guest || found.mode() & bit << shift != 0)
}

fn is_readable(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    may(call, filename, (Access::READ_OK, 4))
}

fn is_writable(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    may(call, filename, (Access::WRITE_OK, 2))
}

fn is_writeable(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    may(call, filename, (Access::WRITE_OK, 2))
}

fn is_executable(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    may(call, filename, (Access::EXEC_OK, 1))
}

/// A fact about a file; a warning when there is none.
fn fact(call: &mut Call<'_>, filename: &[u8], row: usize) -> Res<OrFalse<i64>> {
    let found = wanted(call, filename, false)?;
    Ok(OrFalse(found.map(|found| found.0[row])))
}

fn wanted(call: &mut Call<'_>, filename: &[u8], link: bool) -> Res<Option<Facts>> {
    if filename.contains(&0) {
        call.warn("Filename contains null byte")?;
        return Ok(None);
    }
    let found = find(call, filename, Look { link, quiet: false })?;
    if found.is_none() && !filename.is_empty() {
        let what = if link { "Lstat" } else { "stat" };
        call.warn(format!("{what} failed for {}", shown(filename)))?;
    }
    Ok(found)
}

macro_rules! facts {
    ($($name:ident = $row:literal;)+) => {$(
        fn $name(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
            fact(call, filename, $row)
        }
    )+};
}
facts! {
    filesize = 7;
    filemtime = 9;
    fileatime = 8;
    filectime = 10;
    fileperms = 2;
    fileinode = 1;
    fileowner = 4;
    filegroup = 5;
}

fn filetype(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Str>> {
    let Some(found) = wanted(call, filename, true)? else { return Ok(OrFalse(None)) };
    let name: &[u8] = match found.kind() {
        LINK => b"link",
        DIRECTORY => b"dir",
        REGULAR => b"file",
        0o010_000 => b"fifo",
        0o020_000 => b"char",
        0o060_000 => b"block",
        0o140_000 => b"socket",
        _ => b"unknown",
    };
    call.str(name).map(Some).map(OrFalse)
}

fn rows(call: &mut Call<'_>, filename: &[u8], link: bool) -> Res<OrFalse<Array>> {
    match wanted(call, filename, link)? {
        Some(found) => facts::array(call, &found).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

fn stat(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Array>> {
    rows(call, filename, false)
}

fn lstat(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Array>> {
    rows(call, filename, true)
}
