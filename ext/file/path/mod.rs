//! Files and directories by their paths.

#[rustfmt::skip]
mod r#gen;

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::{Duration, SystemTime};

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;
use rustix::fs::Access;

use crate::stream::reason;

fn place(path: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(path.strip_prefix(b"file://").unwrap_or(path)))
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn known(path: &[u8]) -> Option<Metadata> {
    (!path.is_empty() && !path.contains(&0)).then(|| fs::metadata(place(path)).ok())?
}

/// The warning of something that failed: with the paths in the parentheses.
fn warn(call: &mut Call<'_>, paths: &[&[u8]], text: &str) -> Res<()> {
    let function = call.native().name;
    let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    let text = format!("{function}({}): {text}", paths.join(","));
    call.rq().report(Message::Warning { text })
}

fn done(call: &mut Call<'_>, paths: &[&[u8]], outcome: io::Result<()>) -> Res<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) => {
            warn(call, paths, &reason(&error))?;
            Ok(false)
        }
    }
}

fn file_exists(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(known(filename).is_some())
}

fn is_file(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(known(filename).is_some_and(|found| found.is_file()))
}

fn is_dir(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(known(filename).is_some_and(|found| found.is_dir()))
}

fn is_link(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(fs::symlink_metadata(place(filename)).is_ok_and(|found| found.is_symlink()))
}

fn may(filename: &[u8], access: Access) -> bool {
    !filename.is_empty() && rustix::fs::access(place(filename), access).is_ok()
}

fn is_readable(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(may(filename, Access::READ_OK))
}

fn is_writable(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(may(filename, Access::WRITE_OK))
}

fn is_writeable(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(may(filename, Access::WRITE_OK))
}

fn is_executable(_: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(may(filename, Access::EXEC_OK))
}

/// A fact about a file; a warning when there is none.
fn fact(
    call: &mut Call<'_>,
    filename: &[u8],
    of: impl FnOnce(&Metadata) -> i64,
) -> Res<OrFalse<i64>> {
    match known(filename) {
        Some(found) => Ok(OrFalse(Some(of(&found)))),
        None => {
            call.warn(format!("stat failed for {}", shown(filename)))?;
            Ok(OrFalse(None))
        }
    }
}

fn filesize(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, |found| found.len() as i64)
}

fn filemtime(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, MetadataExt::mtime)
}

fn fileatime(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, MetadataExt::atime)
}

fn filectime(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, MetadataExt::ctime)
}

fn fileperms(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, |found| i64::from(found.mode()))
}

fn fileinode(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, |found| found.ino() as i64)
}

fn fileowner(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, |found| i64::from(found.uid()))
}

fn filegroup(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<i64>> {
    fact(call, filename, |found| i64::from(found.gid()))
}

fn filetype(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Str>> {
    let Ok(found) = fs::symlink_metadata(place(filename)) else {
        call.warn(format!("Lstat failed for {}", shown(filename)))?;
        return Ok(OrFalse(None));
    };
    let name: &[u8] = match () {
        () if found.is_symlink() => b"link",
        () if found.is_dir() => b"dir",
        () if found.is_file() => b"file",
        () => b"unknown",
    };
    call.str(name).map(Some).map(OrFalse)
}

fn facts(call: &mut Call<'_>, found: &Metadata) -> Res<Array> {
    let rows: [(&str, i64); 13] = [
        ("dev", found.dev() as i64),
        ("ino", found.ino() as i64),
        ("mode", i64::from(found.mode())),
        ("nlink", found.nlink() as i64),
        ("uid", i64::from(found.uid())),
        ("gid", i64::from(found.gid())),
        ("rdev", found.rdev() as i64),
        ("size", found.size() as i64),
        ("atime", found.atime()),
        ("mtime", found.mtime()),
        ("ctime", found.ctime()),
        ("blksize", found.blksize() as i64),
        ("blocks", found.blocks() as i64),
    ];
    let mut array = call.list(rows.iter().map(|(_, value)| Value::int(*value)))?;
    for (name, value) in rows {
        let name = intern(name.as_bytes());
        let set = array.set(Key::Str(name.as_str()), Value::int(value));
        call.alloc(set)?;
    }
    Ok(array)
}

fn stat(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Array>> {
    match known(filename) {
        Some(found) => facts(call, &found).map(Some).map(OrFalse),
        None => {
            call.warn(format!("stat failed for {}", shown(filename)))?;
            Ok(OrFalse(None))
        }
    }
}

fn lstat(call: &mut Call<'_>, filename: &Str) -> Res<OrFalse<Array>> {
    match fs::symlink_metadata(place(filename)) {
        Ok(found) => facts(call, &found).map(Some).map(OrFalse),
        Err(_) => {
            call.warn(format!("Lstat failed for {}", shown(filename)))?;
            Ok(OrFalse(None))
        }
    }
}

fn unlink(call: &mut Call<'_>, filename: &Str, _: &Value) -> Res<bool> {
    let outcome = fs::remove_file(place(filename));
    done(call, &[filename], outcome)
}

fn rename(call: &mut Call<'_>, from: &Str, to: &Str, _: &Value) -> Res<bool> {
    let outcome = fs::rename(place(from), place(to));
    done(call, &[from, to], outcome)
}

fn copy(call: &mut Call<'_>, from: &Str, to: &Str, _: &Value) -> Res<bool> {
    match fs::copy(place(from), place(to)) {
        Ok(_) => Ok(true),
        Err(error) => {
            warn(call, &[from], &format!("Failed to open stream: {}", reason(&error)))?;
            Ok(false)
        }
    }
}

/// As `mkdir`: the warning does not name the directory.
fn quietly(call: &mut Call<'_>, outcome: io::Result<()>) -> Res<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) => {
            call.warn(reason(&error))?;
            Ok(false)
        }
    }
}

fn mkdir(
    call: &mut Call<'_>,
    directory: &Str,
    permissions: i64,
    recursive: bool,
    _: &Value,
) -> Res<bool> {
    let path = place(directory);
    let mut builder = fs::DirBuilder::new();
    builder.mode(permissions as u32);
    let outcome = if recursive && path.exists() {
        Err(io::Error::from_raw_os_error(17))
    } else {
        builder.recursive(recursive).create(path)
    };
    quietly(call, outcome)
}

fn rmdir(call: &mut Call<'_>, directory: &Str, _: &Value) -> Res<bool> {
    let outcome = fs::remove_dir(place(directory));
    done(call, &[directory], outcome)
}

fn touch(call: &mut Call<'_>, filename: &Str, mtime: Option<i64>, atime: Option<i64>) -> Res<bool> {
    let time = |seconds: i64| match u64::try_from(seconds) {
        Ok(after) => SystemTime::UNIX_EPOCH + Duration::from_secs(after),
        Err(_) => SystemTime::UNIX_EPOCH - Duration::from_secs(seconds.unsigned_abs()),
    };
    let modified = mtime.map_or_else(SystemTime::now, time);
    let accessed = atime.map_or(modified, time);
    let opened = fs::OpenOptions::new().append(true).create(true).open(place(filename));
    let times = fs::FileTimes::new().set_modified(modified).set_accessed(accessed);
    match opened.and_then(|file| file.set_times(times)) {
        Ok(()) => Ok(true),
        Err(error) => {
            let text =
                format!("Unable to create file {} because {}", shown(filename), reason(&error));
            call.warn(text)?;
            Ok(false)
        }
    }
}

fn chmod(call: &mut Call<'_>, filename: &Str, permissions: i64) -> Res<bool> {
    let permissions = fs::Permissions::from_mode(permissions as u32 & 0o7777);
    let outcome = fs::set_permissions(place(filename), permissions);
    quietly(call, outcome)
}

fn symlink(call: &mut Call<'_>, target: &Str, link: &Str) -> Res<bool> {
    let outcome = std::os::unix::fs::symlink(place(target), place(link));
    quietly(call, outcome)
}

fn hard_link(call: &mut Call<'_>, target: &Str, link: &Str) -> Res<bool> {
    let outcome = fs::hard_link(place(target), place(link));
    quietly(call, outcome)
}

fn readlink(call: &mut Call<'_>, path: &Str) -> Res<OrFalse<Str>> {
    match fs::read_link(place(path)) {
        Ok(target) => call.str(target.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(error) => {
            call.warn(reason(&error))?;
            Ok(OrFalse(None))
        }
    }
}

fn realpath(call: &mut Call<'_>, path: &Str) -> Res<OrFalse<Str>> {
    let path: &[u8] = if path.is_empty() { b"." } else { path };
    match fs::canonicalize(place(path)) {
        Ok(found) => call.str(found.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(_) => Ok(OrFalse(None)),
    }
}

fn getcwd(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    match std::env::current_dir() {
        Ok(found) => call.str(found.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(_) => Ok(OrFalse(None)),
    }
}

fn chdir(call: &mut Call<'_>, directory: &Str) -> Res<bool> {
    match std::env::set_current_dir(place(directory)) {
        Ok(()) => Ok(true),
        Err(error) => {
            let number = error.raw_os_error().unwrap_or(0);
            call.warn(format!("{} (errno {number})", reason(&error)))?;
            Ok(false)
        }
    }
}

fn sys_get_temp_dir(call: &mut Call<'_>) -> Res<Str> {
    let dir = std::env::temp_dir();
    let dir = dir.as_os_str().as_bytes();
    call.str(dir.strip_suffix(b"/").filter(|rest| !rest.is_empty()).unwrap_or(dir))
}

fn tempnam(call: &mut Call<'_>, directory: &Str, prefix: &Str) -> Res<OrFalse<Str>> {
    let wanted = place(directory);
    let dir = if wanted.is_dir() { wanted.to_owned() } else { std::env::temp_dir() };
    if !wanted.is_dir() && !directory.is_empty() {
        call.notice("file created in the system's temporary directory")?;
    }
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut number = seed.as_nanos() as u64 ^ u64::from(std::process::id()) << 32;
    for _ in 0..1000 {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let suffix: String = (0..6).map(|at| letter(number >> (8 + at * 6))).collect();
        let name = format!("{}{suffix}", shown(&prefix[..prefix.len().min(63)]));
        let path = dir.join(name);
        let made = fs::OpenOptions::new().write(true).create_new(true).open(&path);
        if let Ok(file) = made {
            // Whoever cannot be given fewer rights has none to lose.
            let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
            return call.str(path.as_os_str().as_bytes()).map(Some).map(OrFalse);
        }
    }
    Ok(OrFalse(None))
}

fn letter(bits: u64) -> char {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    char::from(LETTERS[(bits % LETTERS.len() as u64) as usize])
}

fn scandir(
    call: &mut Call<'_>,
    directory: &Str,
    sorting_order: i64,
    _: &Value,
) -> Res<OrFalse<Array>> {
    if directory.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let listed = fs::read_dir(place(directory));
    let mut names: Vec<Vec<u8>> = match listed {
        Ok(entries) => {
            entries.flatten().map(|entry| entry.file_name().as_bytes().to_vec()).collect()
        }
        Err(error) => {
            let text = format!("Failed to open directory: {}", reason(&error));
            warn(call, &[directory], &text)?;
            let number = error.raw_os_error().unwrap_or(0);
            call.warn(format!("(errno {number}): {}", reason(&error)))?;
            return Ok(OrFalse(None));
        }
    };
    names.extend([b".".to_vec(), b"..".to_vec()]);
    match sorting_order {
        0 => names.sort(),
        1 => names.sort_by(|one, other| other.cmp(one)),
        _ => {}
    }
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        values.push(Value::from(call.str(&name)?));
    }
    call.list(values).map(Some).map(OrFalse)
}

fn clearstatcache(_: &mut Call<'_>, _: bool, _: &Str) -> Res<()> {
    Ok(())
}

fn umask(_: &mut Call<'_>, mask: Option<i64>) -> Res<i64> {
    use rustix::fs::Mode;
    let next = mask.map_or(Mode::empty(), |mask| Mode::from_raw_mode(mask as u32 & 0o777));
    let old = rustix::process::umask(next);
    if mask.is_none() {
        rustix::process::umask(old);
    }
    Ok(i64::from(old.as_raw_mode()))
}
