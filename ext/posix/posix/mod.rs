//! Processes, users, files.

mod file;
#[rustfmt::skip]
mod r#gen;
mod limit;
mod user;

pub use r#gen::{CONSTANTS, NATIVES};

use file::{
    posix_access, posix_eaccess, posix_fpathconf, posix_isatty, posix_mkfifo, posix_mknod,
    posix_pathconf, posix_ttyname,
};
use limit::{posix_getrlimit, posix_setrlimit};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;
use user::{
    posix_getgrgid, posix_getgrnam, posix_getlogin, posix_getpwnam, posix_getpwuid,
    posix_initgroups,
};

use crate::ffi::{self, Known};

/// The number of what went wrong last.
#[derive(Default)]
struct LastError(i32);

/// Notes what went wrong.
fn noted<T>(call: &mut Call<'_>, result: Known<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            call.state::<LastError>().0 = error;
            None
        }
    }
}

fn put(call: &mut Call<'_>, array: &mut Array, name: &str, value: Value) -> Res<()> {
    let set = array.set(Key::Str(intern(name.as_bytes()).as_str()), value);
    call.alloc(set)
}

macro_rules! ids {
    ($($name:ident = $of:ident;)+) => {$(
        fn $name(_: &mut Call<'_>) -> Res<i64> {
            Ok(ffi::$of())
        }
    )+};
}
ids! {
    posix_getuid = getuid;
    posix_getgid = getgid;
    posix_geteuid = geteuid;
    posix_getegid = getegid;
}

macro_rules! numbers {
    ($($name:ident = $of:ident;)+) => {$(
        fn $name(_: &mut Call<'_>) -> Res<i64> {
            Ok(ffi::$of().unwrap_or(-1))
        }
    )+};
}
numbers! {
    posix_getpid = getpid;
    posix_getppid = getppid;
    posix_getpgrp = getpgrp;
    posix_setsid = setsid;
}

macro_rules! changes {
    ($($name:ident = $of:ident($($arg:ident),+);)+) => {$(
        fn $name(call: &mut Call<'_>, $($arg: i64),+) -> Res<bool> {
            let done = ffi::$of($($arg),+);
            Ok(noted(call, done).is_some())
        }
    )+};
}
changes! {
    posix_setuid = setuid(user);
    posix_setgid = setgid(group);
    posix_seteuid = seteuid(user);
    posix_setegid = setegid(group);
    posix_setpgid = setpgid(process, group);
}

fn posix_kill(call: &mut Call<'_>, process_id: i64, signal: i64) -> Res<bool> {
    let done = noted(call, ffi::kill(process_id, signal)).is_some();
    // It may have been sent to this process.
    ext_file::layer::library(call, "pcntl_heed_", &[])?;
    Ok(done)
}

fn posix_getpgid(call: &mut Call<'_>, process_id: i64) -> Res<OrFalse<i64>> {
    let found = ffi::getpgid(process_id);
    Ok(OrFalse(noted(call, found)))
}

fn posix_getsid(call: &mut Call<'_>, process_id: i64) -> Res<OrFalse<i64>> {
    let found = ffi::getsid(process_id);
    Ok(OrFalse(noted(call, found)))
}

fn posix_getgroups(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    let found = ffi::groups();
    let Some(groups) = noted(call, found) else { return Ok(OrFalse(None)) };
    call.list(groups.into_iter().map(|group| Value::int(i64::from(group)))).map(Some).map(OrFalse)
}

fn posix_uname(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    const ROWS: [&str; 6] = ["sysname", "nodename", "release", "version", "machine", "domainname"];
    let found = ffi::system();
    let Some(names) = noted(call, found) else { return Ok(OrFalse(None)) };
    let mut all = Array::new();
    for (row, name) in ROWS.iter().zip(names) {
        let name = call.str(&name)?.into();
        put(call, &mut all, row, name)?;
    }
    Ok(OrFalse(Some(all)))
}

fn posix_times(call: &mut Call<'_>) -> Res<OrFalse<Array>> {
    const ROWS: [&str; 5] = ["ticks", "utime", "stime", "cutime", "cstime"];
    let found = ffi::times();
    let Some(times) = noted(call, found) else { return Ok(OrFalse(None)) };
    let mut all = Array::new();
    for (row, time) in ROWS.iter().zip(times) {
        put(call, &mut all, row, Value::int(time))?;
    }
    Ok(OrFalse(Some(all)))
}

fn posix_ctermid(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    call.str(b"/dev/tty").map(Some).map(OrFalse)
}

fn posix_getcwd(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let found = std::env::current_dir().map_err(|error| error.raw_os_error().unwrap_or(0));
    match noted(call, found) {
        Some(path) => call.str(path.as_os_str().as_encoded_bytes()).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

fn posix_get_last_error(call: &mut Call<'_>) -> Res<i64> {
    Ok(i64::from(call.state::<LastError>().0))
}

fn posix_strerror(call: &mut Call<'_>, error_code: i64) -> Res<Str> {
    call.str(&ffi::words(error_code as i32))
}

fn posix_sysconf(_: &mut Call<'_>, conf_id: i64) -> Res<i64> {
    Ok(ffi::fact(conf_id as i32))
}
