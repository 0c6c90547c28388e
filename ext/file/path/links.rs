//! Links, the working directory, the space of file systems, patterns of names.

use std::fs;
use std::os::unix::ffi::OsStrExt;

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::realpath;
use runtime::string::{Str, intern};
use runtime::value::Value;

use super::change::quietly;
use super::place;
use crate::layer::{reason, seen};
use crate::pattern;

pub fn symlink(call: &mut Call<'_>, target: &Str, link: &Str) -> Res<bool> {
    let outcome = std::os::unix::fs::symlink(place(target), place(link));
    quietly(call, outcome)
}

pub fn hard_link(call: &mut Call<'_>, target: &Str, link: &Str) -> Res<bool> {
    let outcome = fs::hard_link(place(target), place(link));
    quietly(call, outcome)
}

pub fn readlink(call: &mut Call<'_>, path: &Str) -> Res<OrFalse<Str>> {
    match fs::read_link(place(path)) {
        Ok(target) => call.str(target.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(error) => {
            call.warn(reason(&error))?;
            Ok(OrFalse(None))
        }
    }
}

pub fn realpath(call: &mut Call<'_>, path: &Str) -> Res<OrFalse<Str>> {
    match realpath::of(path) {
        Some(found) => call.str(&found).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

pub fn getcwd(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    match std::env::current_dir() {
        Ok(found) => call.str(found.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(_) => Ok(OrFalse(None)),
    }
}

pub fn chdir(call: &mut Call<'_>, directory: &Str) -> Res<bool> {
    match std::env::set_current_dir(place(directory)) {
        Ok(()) => {
            seen::forget(call);
            Ok(true)
        }
        Err(error) => {
            let number = error.raw_os_error().unwrap_or(0);
            call.warn(format!("{} (errno {number})", reason(&error)))?;
            Ok(false)
        }
    }
}

pub fn clearstatcache(call: &mut Call<'_>, clear_realpath_cache: bool, filename: &Str) -> Res<()> {
    match clear_realpath_cache {
        true if call.passed() > 1 => realpath::forget(filename),
        true => realpath::clear(),
        false => {}
    }
    seen::forget(call);
    Ok(())
}

pub fn linkinfo(call: &mut Call<'_>, path: &Str) -> Res<OrFalse<i64>> {
    use std::os::unix::fs::MetadataExt;
    match fs::symlink_metadata(place(path)) {
        Ok(found) => Ok(OrFalse(Some(found.dev() as i64))),
        Err(error) => {
            call.warn(reason(&error))?;
            Ok(OrFalse(Some(-1)))
        }
    }
}

fn space(
    call: &mut Call<'_>,
    directory: &[u8],
    of: fn(&rustix::fs::StatVfs) -> u64,
) -> Res<OrFalse<f64>> {
    match rustix::fs::statvfs(place(directory)) {
        Ok(found) => Ok(OrFalse(Some(of(&found) as f64))),
        Err(error) => {
            call.warn(reason(&error.into()))?;
            Ok(OrFalse(None))
        }
    }
}

pub fn disk_free_space(call: &mut Call<'_>, directory: &Str) -> Res<OrFalse<f64>> {
    space(call, directory, |found| found.f_bavail * found.f_frsize)
}

pub fn disk_total_space(call: &mut Call<'_>, directory: &Str) -> Res<OrFalse<f64>> {
    space(call, directory, |found| found.f_blocks * found.f_frsize)
}

pub fn fnmatch(call: &mut Call<'_>, wanted: &Str, filename: &Str, flags: i64) -> Res<bool> {
    const LENGTH_MAX: usize = 4096;
    if filename.len() >= LENGTH_MAX {
        call.warn(format!(
            "Filename exceeds the maximum allowed length of {LENGTH_MAX} characters"
        ))?;
        return Ok(false);
    }
    if wanted.len() >= LENGTH_MAX {
        call.warn(format!(
            "Pattern exceeds the maximum allowed length of {LENGTH_MAX} characters"
        ))?;
        return Ok(false);
    }
    Ok(pattern::matches(wanted, filename, flags))
}

pub fn realpath_cache_size(_: &mut Call<'_>) -> Res<i64> {
    Ok(realpath::size() as i64)
}

pub fn realpath_cache_get(call: &mut Call<'_>) -> Res<Array> {
    let mut all = Array::new();
    for known in realpath::all() {
        // PHP: a key that is no int is shown as a float.
        let key = match i64::try_from(known.key) {
            Ok(key) => Value::int(key),
            Err(_) => Value::float(known.key as f64),
        };
        let real = Value::from(call.str(&known.real)?);
        let facts = [
            ("key", key),
            ("is_dir", Value::bool(known.is_dir)),
            ("realpath", real),
            ("expires", Value::int(known.expires)),
        ];
        let mut row = Array::new();
        for (name, value) in facts {
            let set = row.set(Key::Str(intern(name.as_bytes()).as_str()), value);
            call.alloc(set)?;
        }
        let path = call.str(&known.path)?;
        let set = all.set(Key::of_str(&path), Value::from(row));
        call.alloc(set)?;
    }
    Ok(all)
}
