//! Files, terminals, and what there is to know of them.

use std::ffi::CString;
use std::os::fd::AsRawFd as _;

use ext_file::layer::{stream, stream_id};
use runtime::conv;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{LastError, noted};
use crate::ffi;

/// A path for the system.
fn path(call: &mut Call<'_>, given: &Str) -> Res<CString> {
    match ffi::text(given) {
        Some(path) => Ok(path),
        None => Err(call.value_error(1, "must not contain any null bytes")),
    }
}

pub fn posix_access(call: &mut Call<'_>, filename: &Str, flags: i64) -> Res<bool> {
    let path = path(call, filename)?;
    if path.is_empty() {
        const INPUT_OUTPUT: i32 = 5;
        call.state::<LastError>().0 = INPUT_OUTPUT;
        return Ok(false);
    }
    let done = ffi::access(&path, flags as i32, false);
    Ok(noted(call, done).is_some())
}

pub fn posix_eaccess(call: &mut Call<'_>, filename: &Str, flags: i64) -> Res<bool> {
    let path = path(call, filename)?;
    if path.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let done = ffi::access(&path, flags as i32, true);
    Ok(noted(call, done).is_some())
}

pub fn posix_mkfifo(call: &mut Call<'_>, filename: &Str, permissions: i64) -> Res<bool> {
    let path = path(call, filename)?;
    let done = ffi::fifo(&path, permissions as u32);
    Ok(noted(call, done).is_some())
}

pub fn posix_mknod(
    call: &mut Call<'_>,
    filename: &Str,
    flags: i64,
    major: i64,
    minor: i64,
) -> Res<bool> {
    const DEVICES: i64 = 0o020_000 | 0o060_000;
    let path = path(call, filename)?;
    if flags & DEVICES != 0 && major == 0 {
        let rule = "cannot be 0 for the POSIX_S_IFCHR and POSIX_S_IFBLK modes";
        return Err(call.value_error(3, rule));
    }
    let done = ffi::node(&path, flags as u32, (major as u32, minor as u32));
    Ok(noted(call, done).is_some())
}

pub fn posix_pathconf(call: &mut Call<'_>, given: &Str, name: i64) -> Res<OrFalse<i64>> {
    let path = path(call, given)?;
    if path.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let found = ffi::path_fact(&path, name as i32);
    Ok(OrFalse(noted(call, found)))
}

/// What an argument is that stands for a descriptor.
enum Descriptor {
    /// A number.
    Number(i64),
    /// A stream without one, about which was warned.
    None,
    /// Neither.
    Other,
}

fn descriptor(call: &mut Call<'_>, given: &Value) -> Res<Descriptor> {
    match given.unboxed().view() {
        View::Resource(_) => {
            let id = stream_id(call, given)?;
            let open = stream(call, id);
            let known = open.map(|open| (open.end.fd().map(|fd| fd.as_raw_fd()), open.label.kind));
            match known {
                Some((Some(fd), _)) => Ok(Descriptor::Number(i64::from(fd))),
                Some((None, kind)) => {
                    call.warn(format!("Could not use stream of type '{kind}'"))?;
                    Ok(Descriptor::None)
                }
                None => Ok(Descriptor::None),
            }
        }
        View::Int(number) => Ok(Descriptor::Number(number)),
        View::Bool(flag) => Ok(Descriptor::Number(i64::from(flag))),
        View::Float(float) if conv::fits_int(float) => {
            runtime::ops::float_to_int(call.rq(), float).map(Descriptor::Number)
        }
        View::Null => {
            let function = call.native().name;
            let parameter = "#1 ($file_descriptor)".to_owned();
            let expected = "int";
            call.rq().report(runtime::message::Message::ArgumentNull {
                function,
                parameter,
                expected,
            })?;
            Ok(Descriptor::Number(0))
        }
        View::Str(text) => match conv::numeric::whole(text).map(|numeric| numeric.number) {
            Some(conv::numeric::Number::Int(number)) => Ok(Descriptor::Number(number)),
            Some(conv::numeric::Number::Float(float)) if conv::fits_int(float) => {
                if float.fract() != 0.0 {
                    let text = String::from_utf8_lossy(text).into_owned();
                    call.rq().report(runtime::message::Message::FloatStringToInt { text })?;
                }
                Ok(Descriptor::Number(float as i64))
            }
            _ => Ok(Descriptor::Other),
        },
        _ => Ok(Descriptor::Other),
    }
}

fn wrong_type(call: &mut Call<'_>, given: &Value) -> String {
    let given = call.given(given);
    format!("must be of type int|resource, {given} given")
}

pub fn posix_ttyname(call: &mut Call<'_>, file_descriptor: &Value) -> Res<OrFalse<Str>> {
    let number = match descriptor(call, file_descriptor)? {
        Descriptor::Number(number) => number,
        Descriptor::None => return Ok(OrFalse(None)),
        Descriptor::Other => {
            let rule = wrong_type(call, file_descriptor);
            call.warn(format!("Argument #1 ($file_descriptor) {rule}"))?;
            conv::to_int(call.rq(), file_descriptor)?
        }
    };
    let is_resource = matches!(file_descriptor.unboxed().view(), View::Resource(_));
    let Some(fd) = i32::try_from(number).ok().filter(|fd| *fd >= 0 || is_resource) else {
        let most = i32::MAX;
        call.warn(format!("Argument #1 ($file_descriptor) must be between 0 and {most}"))?;
        return Ok(OrFalse(None));
    };
    let found = ffi::terminal(fd);
    match noted(call, found) {
        Some(name) => call.str(&name).map(Some).map(OrFalse),
        None => Ok(OrFalse(None)),
    }
}

pub fn posix_isatty(call: &mut Call<'_>, file_descriptor: &Value) -> Res<bool> {
    const BAD_DESCRIPTOR: i32 = 9;
    let number = match descriptor(call, file_descriptor)? {
        Descriptor::Number(number) => number,
        Descriptor::None => return Ok(false),
        Descriptor::Other => {
            let rule = wrong_type(call, file_descriptor);
            call.warn(format!("Argument #1 ($file_descriptor) {rule}"))?;
            return Ok(false);
        }
    };
    let fd = i32::try_from(number).ok().filter(|fd| *fd >= 0);
    let found = fd.map_or(Err(BAD_DESCRIPTOR), ffi::is_terminal);
    Ok(noted(call, found).is_some())
}

pub fn posix_fpathconf(
    call: &mut Call<'_>,
    file_descriptor: &Value,
    name: i64,
) -> Res<OrFalse<i64>> {
    let number = match descriptor(call, file_descriptor)? {
        Descriptor::Number(number) => number,
        Descriptor::None => return Ok(OrFalse(None)),
        Descriptor::Other => {
            let rule = wrong_type(call, file_descriptor);
            return Err(call.type_refused(1, &rule));
        }
    };
    let found = ffi::descriptor_fact(number as i32, name as i32);
    Ok(OrFalse(noted(call, found)))
}
