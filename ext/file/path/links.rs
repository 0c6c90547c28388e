//! Links, the working directory, the space of file systems, patterns of names.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

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
    let path: &[u8] = if path.is_empty() { b"." } else { path };
    match fs::canonicalize(Path::new(OsStr::from_bytes(path))) {
        Ok(found) => call.str(found.as_os_str().as_bytes()).map(Some).map(OrFalse),
        Err(_) => Ok(OrFalse(None)),
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

pub fn clearstatcache(call: &mut Call<'_>, _: bool, _: &Str) -> Res<()> {
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

/// Nothing is remembered of real paths.
pub fn realpath_cache_size(_: &mut Call<'_>) -> Res<i64> {
    Ok(0)
}

pub fn realpath_cache_get(_: &mut Call<'_>) -> Res<Array> {
    Ok(Array::new())
}
