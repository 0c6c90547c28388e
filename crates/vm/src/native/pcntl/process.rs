//! Becoming two processes, or another program; what the system lets a process do.

use std::ffi::CString;
use std::io::{Read as _, Write as _};

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::ffi;
use super::noted;
use crate::machine::translator;
use crate::native::request;

/// Numbers of what goes wrong.
mod errno {
    pub const NOT_PERMITTED: i32 = 1;
    pub const NO_PROCESS: i32 = 3;
    pub const BAD_DESCRIPTOR: i32 = 9;
    pub const AGAIN: i32 = 11;
    pub const NO_MEMORY: i32 = 12;
    pub const REFUSED: i32 = 13;
    pub const INVALID: i32 = 22;
    pub const TOO_MANY_USERS: i32 = 87;
    pub const FULL: i32 = 28;
}

/// Forks. The parent changes no machine code before the child has its own.
fn fork() -> Result<i32, i32> {
    let Ok((mut reader, mut writer)) = std::io::pipe() else { return Err(errno::AGAIN) };
    let mut result = Err(errno::AGAIN);
    let mut split = || {
        result = ffi::fork();
        result == Ok(0)
    };
    match translator() {
        Some(translator) => translator.fork(&mut split),
        None => {
            split();
        }
    }
    match result {
        Ok(0) => {
            drop(reader);
            // A parent that is gone does not wait.
            let _ = writer.write_all(b".");
        }
        Ok(_) => {
            drop(writer);
            // A child that ends without a word is no reason to wait either.
            let _ = reader.read(&mut [0]);
        }
        Err(_) => {}
    }
    result
}

pub fn pcntl_fork(call: &mut Call<'_>) -> Res<i64> {
    // What waits to be written would be written twice.
    request(call).output.flush();
    match noted(call, fork()) {
        Ok(process) => Ok(process.into()),
        Err(error) => {
            let why = match error {
                errno::AGAIN => ": Reached the maximum limit of number of processes",
                errno::NO_MEMORY => ": Insufficient memory",
                _ => "",
            };
            call.warn(format!("Error {error}{why}"))?;
            Ok(-1)
        }
    }
}

pub fn pcntl_alarm(_: &mut Call<'_>, seconds: i64) -> Res<i64> {
    Ok(ffi::alarm(seconds as u32).into())
}

/// A text of an array for the system.
fn argument(call: &mut Call<'_>, value: &Value, position: usize) -> Res<CString> {
    let text = call.to_str(value.unboxed())?;
    match CString::new(text.as_bytes()) {
        Ok(text) => Ok(text),
        Err(_) => {
            Err(call.value_error(position, "individual argument must not contain null bytes"))
        }
    }
}

fn variable(call: &mut Call<'_>, key: &Key<'_>, value: &Value) -> Res<CString> {
    let name = match key {
        Key::Int(number) => number.to_string().into_bytes(),
        Key::Str(name) => name.as_bytes().to_vec(),
    };
    let text = call.to_str(value.unboxed())?;
    if name.contains(&0) {
        let rule = "name for environment variable must not contain null bytes";
        return Err(call.value_error(3, rule));
    }
    match CString::new([&name, &b"="[..], &text].concat()) {
        Ok(pair) => Ok(pair),
        Err(_) => {
            let rule = "value for environment variable must not contain null bytes";
            Err(call.value_error(3, rule))
        }
    }
}

pub fn pcntl_exec(call: &mut Call<'_>, path: &Str, args: &Array, env_vars: &Array) -> Res<bool> {
    let Ok(path) = CString::new(path.as_bytes()) else {
        return Err(call.value_error(1, "must not contain any null bytes"));
    };
    let mut list = vec![path.clone()];
    for (_, value) in args {
        list.push(argument(call, value, 2)?);
    }
    let mut variables = Vec::new();
    for (key, value) in env_vars {
        variables.push(variable(call, &key, value)?);
    }
    let own = (call.passed() > 2).then_some(variables.as_slice());
    request(call).output.flush();
    let error = ffi::exec(&path, &list, own);
    let _ = noted::<()>(call, Err(error));
    call.warn(format!("Error has occurred: (errno {error}) {}", ffi::words(error)))?;
    Ok(false)
}

pub fn pcntl_getpriority(
    call: &mut Call<'_>,
    process_id: Option<i64>,
    mode: i64,
) -> Res<OrFalse<i64>> {
    let found = ffi::priority(mode as u32, process_id.unwrap_or(0) as u32);
    match noted(call, found) {
        Ok(priority) => return Ok(OrFalse(Some(priority.into()))),
        Err(errno::NO_PROCESS) => {
            let text = "No process was located using the given parameters";
            call.warn(format!("Error {}: {text}", errno::NO_PROCESS))?;
        }
        Err(errno::INVALID) => {
            let rule = "must be one of PRIO_PGRP, PRIO_USER, or PRIO_PROCESS";
            return Err(call.value_error(2, rule));
        }
        Err(error) => call.warn(format!("Unknown error {error} has occurred"))?,
    }
    Ok(OrFalse(None))
}

pub fn pcntl_setpriority(
    call: &mut Call<'_>,
    priority: i64,
    process_id: Option<i64>,
    mode: i64,
) -> Res<bool> {
    let done = ffi::set_priority(mode as u32, process_id.unwrap_or(0) as u32, priority as i32);
    let why = match noted(call, done) {
        Ok(()) => return Ok(true),
        Err(errno::INVALID) => {
            let rule = "must be one of PRIO_PGRP, PRIO_USER, or PRIO_PROCESS";
            return Err(call.value_error(3, rule));
        }
        Err(error @ errno::NO_PROCESS) => {
            format!("Error {error}: No process was located using the given parameters")
        }
        Err(error @ errno::NOT_PERMITTED) => format!(
            "Error {error}: A process was located, but neither its effective nor real user ID \
             matched the effective user ID of the caller"
        ),
        Err(error @ errno::REFUSED) => {
            format!("Error {error}: Only a super user may attempt to increase the process priority")
        }
        Err(error) => format!("Unknown error {error} has occurred"),
    };
    call.warn(why)?;
    Ok(false)
}

pub fn pcntl_unshare(call: &mut Call<'_>, flags: i64) -> Res<bool> {
    let done = ffi::unshare(flags as i32);
    let why = match noted(call, done) {
        Ok(()) => return Ok(true),
        Err(errno::INVALID) => {
            let rule = "must be a combination of CLONE_* flags, or at least one flag is \
                        unsupported by the kernel";
            return Err(call.value_error(1, rule));
        }
        Err(error @ errno::NO_MEMORY) => {
            format!("Error {error}: Insufficient memory for unshare")
        }
        Err(error @ errno::NOT_PERMITTED) => {
            format!("Error {error}: No privilege to use these flags")
        }
        Err(error @ (errno::FULL | errno::TOO_MANY_USERS)) => {
            format!(
                "Error {error}: Reached the maximum nesting limit for one of the specified namespaces"
            )
        }
        Err(error) => format!("Unknown error {error} has occurred"),
    };
    call.warn(why)?;
    Ok(false)
}

pub fn pcntl_setns(call: &mut Call<'_>, process_id: Option<i64>, nstype: i64) -> Res<bool> {
    let process = process_id.unwrap_or_else(|| i64::from(std::process::id()));
    let why = match ffi::enter(process as i32, nstype as i32) {
        Ok(()) => return Ok(true),
        Err((was_opened, error)) => {
            let _ = noted::<()>(call, Err(error));
            match (was_opened, error) {
                (false, errno::INVALID | errno::NO_PROCESS) => {
                    let rule = format!("is not a valid process ({process})");
                    return Err(call.value_error(1, rule));
                }
                (true, errno::NO_PROCESS) => {
                    let rule = "process no longer available";
                    return Err(call.value_error(1, rule));
                }
                (true, errno::INVALID) => {
                    let rule = format!("is an invalid nstype ({nstype})");
                    return Err(call.value_error(2, rule));
                }
                (_, errno::NOT_PERMITTED) => {
                    format!("Error {error}: No required capability for this process")
                }
                (_, errno::BAD_DESCRIPTOR) => format!("Error {error}: Invalid descriptor"),
                _ => format!("Error {error}"),
            }
        }
    };
    call.warn(why)?;
    Ok(false)
}

pub fn pcntl_getcpu(_: &mut Call<'_>) -> Res<i64> {
    Ok(ffi::processor().into())
}

/// The process of an argument; this one where there is none.
fn own(process: Option<i64>) -> i32 {
    process.unwrap_or(0) as i32
}

pub fn pcntl_getcpuaffinity(call: &mut Call<'_>, process_id: Option<i64>) -> Res<OrFalse<Array>> {
    let found = ffi::processors(own(process_id));
    match noted(call, found) {
        Ok(numbers) => {
            let numbers = numbers.into_iter().map(|number| Value::int(number as i64));
            return call.list(numbers).map(Some).map(OrFalse);
        }
        Err(errno::NO_PROCESS) => {
            let rule = format!("invalid process ({})", process_id.unwrap_or(0));
            return Err(call.value_error(1, rule));
        }
        Err(errno::NOT_PERMITTED) => {
            call.warn("Calling process not having the proper privileges")?
        }
        Err(errno::INVALID) => {
            let rule = "must be non-zero";
            return Err(call.value_error(1, rule));
        }
        Err(error) => call.warn(format!("Error {error}"))?,
    }
    Ok(OrFalse(None))
}

pub fn pcntl_setcpuaffinity(
    call: &mut Call<'_>,
    process_id: Option<i64>,
    cpu_ids: &Array,
) -> Res<bool> {
    if cpu_ids.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let count = ffi::processor_count() as i64;
    let mut numbers = Vec::new();
    for (_, value) in cpu_ids {
        let value = value.unboxed().clone();
        let number = match value.view() {
            View::Int(number) => number,
            View::Str(text) if runtime::conv::numeric::whole(text).is_some() => {
                runtime::conv::str_to_int(text)
            }
            View::Str(_) => {
                return Err(
                    call.value_error(2, "cpu id invalid value (".to_owned() + &shown(&value) + ")")
                );
            }
            _ => {
                let given = call.given(&value);
                let rule = format!("value must be of type int|string, {given} given");
                return Err(call.type_refused(2, &rule));
            }
        };
        if !(0..count).contains(&number) {
            let rule = format!("cpu id must be between 0 and {count} ({number})");
            return Err(call.value_error(2, rule));
        }
        numbers.push(number as usize);
    }
    let done = ffi::set_processors(own(process_id), &numbers);
    match noted(call, done) {
        Ok(()) => Ok(true),
        Err(errno::NO_PROCESS) => {
            let rule = format!("invalid process ({})", process_id.unwrap_or(0));
            Err(call.value_error(1, rule))
        }
        Err(errno::NOT_PERMITTED) => {
            call.warn("Calling process not having the proper privileges")?;
            Ok(false)
        }
        Err(error) => {
            call.warn(format!("Error {error}"))?;
            Ok(false)
        }
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map(|text| String::from_utf8_lossy(text).into_owned()).unwrap_or_default()
}
