//! Functions that change what is at a path.

use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use runtime::conv;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::realpath;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{place, warn};
use crate::layer::guest::Scheme;
use crate::layer::io as flow;
use crate::layer::open::{Wanted, open};
use crate::layer::wrapper::{self, Wrapper};
use crate::layer::{context, invoke, reason, seen, shown, user};

fn done(call: &mut Call<'_>, paths: &[&[u8]], outcome: io::Result<()>) -> Res<bool> {
    match outcome {
        Ok(()) => {
            seen::forget(call);
            realpath::clear();
            Ok(true)
        }
        Err(error) => {
            warn(call, paths, &reason(&error))?;
            Ok(false)
        }
    }
}

/// How much is copied at once.
const CHUNK_BYTES: usize = 65_536;

/// What becomes of a path: the file system's, or a script's answer.
enum Owner {
    System(Vec<u8>),
    Answer(bool),
}

/// Asks the class of the script that a path belongs to.
fn asked(
    call: &mut Call<'_>,
    path: &[u8],
    (method, what): (&str, &str),
    (context, args): (Option<&Value>, &[Value]),
) -> Res<Owner> {
    match wrapper::find(call, path)? {
        (Wrapper::File, path) => Ok(Owner::System(path)),
        (Wrapper::User { class, .. }, _) => {
            let object = wrapper::object(call, &class, context)?;
            let mut all = vec![Value::from(call.str(path)?)];
            all.extend_from_slice(args);
            match invoke(call, &object, method, &all)? {
                Some(answer) => Ok(Owner::Answer(conv::to_bool(&answer))),
                None => {
                    user::lacks(call, &object, method, "")?;
                    Ok(Owner::Answer(false))
                }
            }
        }
        (Wrapper::Ftp, path) => {
            crate::ftp::change(call, &path, method, (context, args)).map(Owner::Answer)
        }
        (Wrapper::Guest(Scheme { paths: Some(paths), .. }), _) => {
            let other = args.first().and_then(|arg| arg.as_str().map(|path| path.to_vec()));
            let answer = match method {
                "unlink" => (paths.unlink)(call, path)?,
                "rename" => (paths.rename)(call, path, &other.unwrap_or_default())?,
                "mkdir" => (paths.mkdir)(call, path)?,
                "rmdir" => (paths.rmdir)(call, path)?,
                _ => false,
            };
            Ok(Owner::Answer(answer))
        }
        (wrapper, _) => {
            let name = match wrapper {
                Wrapper::Php => "PHP",
                Wrapper::Guest(scheme) => scheme.label,
                Wrapper::Data => "RFC2397",
                Wrapper::Glob => "glob",
                _ => "http",
            };
            match what {
                "" => {}
                "renaming" => call.warn(format!("{name} wrapper does not support renaming"))?,
                _ => call.warn(format!("{name} does not allow {what}"))?,
            }
            Ok(Owner::Answer(false))
        }
    }
}

pub fn unlink(call: &mut Call<'_>, filename: &Str, given: &Value) -> Res<bool> {
    let context = context::given(call, 2, given)?;
    match asked(call, filename, ("unlink", "unlinking"), (Some(&context), &[]))? {
        Owner::System(path) => done(call, &[filename], fs::remove_file(place(&path))),
        Owner::Answer(answer) => Ok(answer),
    }
}

/// Whether the same wrapper opens both names.
fn shares_wrapper(call: &mut Call<'_>, one: &[u8], other: &[u8]) -> Res<bool> {
    let schemes = [one, other].map(|path| wrapper::scheme(path).map(<[u8]>::to_ascii_lowercase));
    if schemes[0] == schemes[1] {
        return Ok(true);
    }
    let kinds = [wrapper::find(call, one)?.0, wrapper::find(call, other)?.0];
    if let Wrapper::Guest(Scheme { paths: None, .. }) = kinds[0] {
        // PHP: a wrapper that renames nothing says so first.
        return Ok(true);
    }
    Ok(std::mem::discriminant(&kinds[0]) == std::mem::discriminant(&kinds[1]))
}

pub fn rename(call: &mut Call<'_>, from: &Str, to: &Str, given: &Value) -> Res<bool> {
    let context = context::given(call, 3, given)?;
    if !shares_wrapper(call, from, to)? {
        call.warn("Cannot rename a file across wrapper types")?;
        return Ok(false);
    }
    let target = Value::from(to.clone());
    match asked(call, from, ("rename", "renaming"), (Some(&context), &[target]))? {
        Owner::System(path) => {
            let (from_place, to_place) = (place(&path), place(to));
            let mut outcome = fs::rename(from_place, to_place);
            if outcome.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::CrossesDevices) {
                outcome = fs::copy(from_place, to_place).and_then(|_| fs::remove_file(from_place));
            }
            done(call, &[from, to], outcome)
        }
        Owner::Answer(answer) => Ok(answer),
    }
}

pub fn copy(call: &mut Call<'_>, from: &Str, to: &Str, given: &Value) -> Res<bool> {
    let context = context::given(call, 3, given)?;
    let wanted = |path, mode| Wanted {
        path,
        mode,
        context: Some(&context),
        searches: false,
        options: 0,
        reports: true,
    };
    if place(from).is_dir() {
        call.warn("The first argument to copy() function cannot be a directory")?;
        return Ok(false);
    }
    if place(to).is_dir() {
        call.warn("The second argument to copy() function cannot be a directory")?;
        return Ok(false);
    }
    let same = fs::canonicalize(place(from)).ok().zip(fs::canonicalize(place(to)).ok());
    if same.is_some_and(|(from, to)| from == to) {
        return Ok(false);
    }
    let Some((source, from_handle)) = open(call, &wanted(from, b"rb"))? else { return Ok(false) };
    let Some((target, to_handle)) = open(call, &wanted(to, b"wb"))? else {
        flow::close(call, source)?;
        return Ok(false);
    };
    let mut is_whole = true;
    loop {
        let bytes = flow::read(call, source, CHUNK_BYTES)?.unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        is_whole &= flow::write(call, target, &bytes)? == Some(bytes.len());
    }
    flow::close(call, source)?;
    flow::close(call, target)?;
    flow::mark_closed(&from_handle);
    flow::mark_closed(&to_handle);
    Ok(is_whole)
}

/// As `mkdir`: the warning does not name the directory.
pub fn quietly(call: &mut Call<'_>, outcome: io::Result<()>) -> Res<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) => {
            call.warn(reason(&error))?;
            Ok(false)
        }
    }
}

pub fn mkdir(
    call: &mut Call<'_>,
    directory: &Str,
    permissions: i64,
    recursive: bool,
    given: &Value,
) -> Res<bool> {
    let context = context::given(call, 4, given)?;
    let args = [Value::int(permissions), Value::int(i64::from(recursive))];
    let path = match asked(call, directory, ("mkdir", ""), (Some(&context), &args))? {
        Owner::System(path) => path,
        Owner::Answer(answer) => return Ok(answer),
    };
    let path = place(&path);
    let mut builder = fs::DirBuilder::new();
    builder.mode(permissions as u32);
    let outcome = if recursive && path.exists() {
        Err(io::Error::from_raw_os_error(17))
    } else {
        builder.recursive(recursive).create(path)
    };
    quietly(call, outcome)
}

pub fn rmdir(call: &mut Call<'_>, directory: &Str, given: &Value) -> Res<bool> {
    let context = context::given(call, 2, given)?;
    match asked(call, directory, ("rmdir", ""), (Some(&context), &[Value::int(0)]))? {
        Owner::System(path) => done(call, &[directory], fs::remove_dir(place(&path))),
        Owner::Answer(answer) => Ok(answer),
    }
}

/// Asks the class of the script for one of the changes that `stream_metadata` makes.
fn changed(call: &mut Call<'_>, path: &[u8], option: i64, value: Value) -> Res<Owner> {
    asked(call, path, ("stream_metadata", ""), (None, &[Value::int(option), value]))
}

pub fn touch(
    call: &mut Call<'_>,
    filename: &Str,
    mtime: Option<i64>,
    atime: Option<i64>,
) -> Res<bool> {
    if mtime.is_none() && atime.is_some() {
        return Err(call.value_error(2, "cannot be null when argument #3 ($atime) is an integer"));
    }
    let times = [mtime, atime.or(mtime)].into_iter().flatten().map(Value::int);
    let times = call.list(times)?;
    let path = match changed(call, filename, 1, times.into())? {
        Owner::System(path) => path,
        Owner::Answer(answer) => return Ok(answer),
    };
    let time = |seconds: i64| match u64::try_from(seconds) {
        Ok(after) => SystemTime::UNIX_EPOCH + Duration::from_secs(after),
        Err(_) => SystemTime::UNIX_EPOCH - Duration::from_secs(seconds.unsigned_abs()),
    };
    let modified = mtime.map_or_else(SystemTime::now, time);
    let accessed = atime.map_or(modified, time);
    let place = place(&path);
    if !place.exists() {
        let made = fs::OpenOptions::new().append(true).create(true).open(place);
        if let Err(error) = made {
            let text =
                format!("Unable to create file {} because {}", shown(filename), reason(&error));
            call.warn(text)?;
            return Ok(false);
        }
    }
    let times = fs::FileTimes::new().set_modified(modified).set_accessed(accessed);
    let outcome = fs::File::open(place).and_then(|file| file.set_times(times));
    seen::forget(call);
    match outcome {
        Ok(()) => Ok(true),
        Err(error) => {
            call.warn(format!("Utime failed: {}", reason(&error)))?;
            Ok(false)
        }
    }
}

pub fn chmod(call: &mut Call<'_>, filename: &Str, permissions: i64) -> Res<bool> {
    match changed(call, filename, 6, Value::int(permissions))? {
        Owner::System(path) => {
            let permissions = fs::Permissions::from_mode(permissions as u32 & 0o7777);
            seen::forget(call);
            quietly(call, fs::set_permissions(place(&path), permissions))
        }
        Owner::Answer(answer) => Ok(answer),
    }
}

/// Whose a path becomes.
struct Change {
    is_group: bool,
    link: bool,
}

/// The number of a user or a group with a name.
fn number_of(name: &[u8], is_group: bool) -> Option<u32> {
    let list = fs::read(if is_group { "/etc/group" } else { "/etc/passwd" }).ok()?;
    let mut lines = list.split(|byte| *byte == b'\n');
    let line = lines.find(|line| line.split(|byte| *byte == b':').next() == Some(name))?;
    let number = line.split(|byte| *byte == b':').nth(2)?;
    std::str::from_utf8(number).ok()?.parse().ok()
}

fn owned(call: &mut Call<'_>, path: &[u8], who: &Value, change: &Change) -> Res<bool> {
    let who = who.unboxed();
    let is_name = matches!(who.view(), View::Str(_));
    let option = match (change.is_group, is_name) {
        (false, true) => 2,
        (false, false) => 3,
        (true, true) => 4,
        (true, false) => 5,
    };
    let path = match changed(call, path, option, who.clone())? {
        Owner::System(path) => path,
        Owner::Answer(answer) => return Ok(answer),
    };
    let number = match who.view() {
        View::Str(name) => match number_of(name, change.is_group) {
            Some(number) => Some(number),
            None => {
                let kind = if change.is_group { "gid" } else { "uid" };
                call.warn(format!("Unable to find {kind} for {}", shown(name)))?;
                return Ok(false);
            }
        },
        _ => u32::try_from(conv::to_int(call.rq(), who)?).ok(),
    };
    let (user, group) = if change.is_group { (None, number) } else { (number, None) };
    let outcome = match change.link {
        true => std::os::unix::fs::lchown(place(&path), user, group),
        false => std::os::unix::fs::chown(place(&path), user, group),
    };
    seen::forget(call);
    quietly(call, outcome)
}

macro_rules! owners {
    ($($name:ident = $is_group:literal, $link:literal;)+) => {$(
        pub fn $name(call: &mut Call<'_>, filename: &Str, who: &Value) -> Res<bool> {
            owned(call, filename, who, &Change { is_group: $is_group, link: $link })
        }
    )+};
}
owners! {
    chown = false, false;
    chgrp = true, false;
    lchown = false, true;
    lchgrp = true, true;
}

pub fn tempnam(call: &mut Call<'_>, directory: &Str, prefix: &Str) -> Res<OrFalse<Str>> {
    const PREFIX_MAX: usize = 63;
    let prefix = super::base_name(prefix);
    let prefix = &prefix[..prefix.len().min(PREFIX_MAX)];
    let wanted = fs::canonicalize(place(directory)).ok().filter(|_| !directory.is_empty());
    if let Some(path) = wanted.and_then(|wanted| made_in(&wanted, prefix)) {
        return call.str(path.as_os_str().as_bytes()).map(Some).map(OrFalse);
    }
    if !directory.is_empty() {
        call.notice("file created in the system's temporary directory")?;
    }
    match made_in(&std::env::temp_dir(), prefix) {
        Some(path) => call.str(path.as_os_str().as_bytes()).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

/// The path of a new file in a directory.
fn made_in(directory: &Path, prefix: &[u8]) -> Option<PathBuf> {
    const TRIES: usize = 100;
    (0..TRIES).find_map(|_| {
        let mut name = prefix.to_vec();
        name.extend_from_slice(random_suffix().as_bytes());
        let path = directory.join(std::ffi::OsStr::from_bytes(&name));
        let made = fs::OpenOptions::new().write(true).create_new(true).open(&path);
        let file = made.ok()?;
        // Whoever cannot be given fewer rights has none to lose.
        let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
        Some(path)
    })
}

/// Letters and digits that make a name its own.
pub fn random_suffix() -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut random = [0; 19];
    // Without randomness the names are tried in vain at most.
    let _ = getrandom::fill(&mut random);
    random.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect()
}

pub fn umask(_: &mut Call<'_>, mask: Option<i64>) -> Res<i64> {
    use rustix::fs::Mode;
    let next = mask.map_or(Mode::empty(), |mask| Mode::from_raw_mode(mask as u32 & 0o777));
    let old = rustix::process::umask(next);
    if mask.is_none() {
        rustix::process::umask(old);
    }
    Ok(i64::from(old.as_raw_mode()))
}
