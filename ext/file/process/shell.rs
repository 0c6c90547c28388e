//! Commands of the shell.

use std::ffi::OsStr;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::process::{Command, Stdio};

use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::layer::end::End;
use crate::layer::table::{Label, Stream, keep};
use crate::layer::{io as flow, library, reason, seen, stream_id};

/// The shell with a command.
pub fn shell(command: &[u8]) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(OsStr::from_bytes(command));
    shell
}

/// Gives a command the environment as the script has changed it.
pub fn surround(call: &mut Call<'_>, command: &mut Command) -> Res<()> {
    let all = library(call, "getenv", &[])?;
    let Some(all) = all.as_array() else { return Ok(()) };
    command.env_clear();
    for (name, value) in all {
        if let (Key::Str(name), Some(value)) = (name, value.as_str()) {
            command.env(OsStr::from_bytes(name.as_bytes()), OsStr::from_bytes(value.as_bytes()));
        }
    }
    Ok(())
}

/// Gives a command an environment of these variables alone: values under their names, or, without
/// keys, texts `NAME=value`.
pub fn surround_with(call: &mut Call<'_>, command: &mut Command, env: &Array) -> Res<()> {
    command.env_clear();
    for (name, value) in &env.clone() {
        let value = call.to_str(value)?;
        let whole = value.as_bytes();
        // PHP: a variable without a value is none.
        if whole.is_empty() {
            continue;
        }
        let (name, value) = match name {
            Key::Str(name) => (name.as_bytes(), whole),
            Key::Int(_) => match whole.iter().position(|&byte| byte == b'=') {
                Some(at) => (&whole[..at], &whole[at + 1..]),
                None => continue,
            },
        };
        let is_text = |bytes: &[u8]| !bytes.contains(&0);
        // PHP: a variable without a value is none.
        if value.is_empty() {
            continue;
        }
        if !name.is_empty() && !name.contains(&b'=') && is_text(name) && is_text(value) {
            command.env(OsStr::from_bytes(name), OsStr::from_bytes(value));
        }
    }
    Ok(())
}

/// The status that scripts see.
pub fn status_of(status: std::process::ExitStatus) -> i64 {
    status.code().map_or(-1, i64::from)
}

/// Runs a command; its output, part by part as it comes, and its status.
fn run(
    call: &mut Call<'_>,
    command: &[u8],
    mut each: impl FnMut(&mut Call<'_>, &[u8]) -> Res<()>,
) -> Res<Option<i64>> {
    call.host().flush();
    let mut shell = shell(command);
    surround(call, &mut shell)?;
    let spawned = shell.stdout(Stdio::piped()).spawn();
    let Ok(mut child) = spawned else { return Ok(None) };
    if let Some(mut output) = child.stdout.take() {
        let mut chunk = [0; 8192];
        while let Ok(count @ 1..) = output.read(&mut chunk) {
            each(call, &chunk[..count])?;
        }
    }
    let status = child.wait().ok().map(status_of);
    seen::forget(call);
    Ok(status)
}

fn check(call: &mut Call<'_>, command: &Str) -> Res<()> {
    if command.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if command.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    Ok(())
}

fn trimmed(line: &[u8]) -> &[u8] {
    let kept = line.iter().rposition(|byte| !byte.is_ascii_whitespace() && *byte != 11);
    &line[..kept.map_or(0, |at| at + 1)]
}

fn unable(call: &mut Call<'_>, command: &[u8]) -> Res<()> {
    call.warn(format!("Unable to fork [{}]", String::from_utf8_lossy(command)))
}

pub fn exec(
    call: &mut Call<'_>,
    command: &Str,
    output: &Reference,
    result_code: &Reference,
) -> Res<OrFalse<Str>> {
    check(call, command)?;
    let mut bytes = Vec::new();
    let status = run(call, command, |_, part| {
        bytes.extend_from_slice(part);
        Ok(())
    })?;
    let Some(status) = status else {
        unable(call, command)?;
        return Ok(OrFalse(None));
    };
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    if call.passed() > 1 {
        let known = match output.peek().view() {
            View::Array(known) => known.clone(),
            _ => Array::new(),
        };
        let mut values: Vec<Value> = known.iter().map(|(_, value)| value.clone()).collect();
        for line in &lines {
            values.push(call.str(trimmed(line))?.into());
        }
        let listed = call.list(values)?;
        call.assign(output, listed.into())?;
    }
    if call.passed() > 2 {
        call.assign(result_code, Value::int(status))?;
    }
    let last = lines.last().map_or(&b""[..], |line| trimmed(line));
    call.str(last).map(Some).map(OrFalse)
}

pub fn system(call: &mut Call<'_>, command: &Str, result_code: &Reference) -> Res<OrFalse<Str>> {
    check(call, command)?;
    let mut bytes = Vec::new();
    let status = run(call, command, |call, part| {
        bytes.extend_from_slice(part);
        call.write(part)?;
        call.host().flush();
        Ok(())
    })?;
    let Some(status) = status else {
        unable(call, command)?;
        return Ok(OrFalse(None));
    };
    if call.passed() > 1 {
        call.assign(result_code, Value::int(status))?;
    }
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    let last = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    call.str(trimmed(last)).map(Some).map(OrFalse)
}

pub fn passthru(call: &mut Call<'_>, command: &Str, result_code: &Reference) -> Res<Value> {
    check(call, command)?;
    let status = run(call, command, |call, part| call.write(part))?;
    let Some(status) = status else {
        unable(call, command)?;
        return Ok(Value::bool(false));
    };
    if call.passed() > 1 {
        call.assign(result_code, Value::int(status))?;
    }
    Ok(Value::NULL)
}

pub fn shell_exec(call: &mut Call<'_>, command: &Str) -> Res<Value> {
    check(call, command)?;
    let mut bytes = Vec::new();
    let status = run(call, command, |_, part| {
        bytes.extend_from_slice(part);
        Ok(())
    })?;
    if status.is_none() {
        call.warn(format!("Unable to execute '{}'", String::from_utf8_lossy(command)))?;
        return Ok(Value::bool(false));
    }
    if bytes.is_empty() { Ok(Value::NULL) } else { Ok(call.str(&bytes)?.into()) }
}

/// How long a command may be.
const COMMAND_BYTES_MAX: usize = 2_097_152;

/// Refuses what a shell cannot be given, `added` being the bytes that come to the text at least.
fn check_command(call: &mut Call<'_>, text: &Str, (what, added): (&str, usize)) -> Res<()> {
    if text.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if text.len() > COMMAND_BYTES_MAX - added {
        let text = format!("{what} exceeds the allowed length of {COMMAND_BYTES_MAX} bytes");
        return Err(call.throw(runtime::message::Message::ValueRefused { text }));
    }
    Ok(())
}

pub fn escapeshellarg(call: &mut Call<'_>, arg: &Str) -> Res<Str> {
    check_command(call, arg, ("Argument", 3))?;
    let mut word = vec![b'\''];
    for &byte in arg.iter() {
        match byte {
            b'\'' => word.extend_from_slice(b"'\\''"),
            byte => word.push(byte),
        }
    }
    word.push(b'\'');
    call.str(&word)
}

pub fn escapeshellcmd(call: &mut Call<'_>, command: &Str) -> Res<Str> {
    check_command(call, command, ("Command", 1))?;
    let mut escaped = Vec::new();
    let mut open: Option<u8> = None;
    for (at, &byte) in command.iter().enumerate() {
        match byte {
            b'\'' | b'"' => {
                let has_pair = command[at + 1..].contains(&byte);
                if open == Some(byte) {
                    open = None;
                } else if open.is_none() && has_pair {
                    open = Some(byte);
                } else {
                    escaped.push(b'\\');
                }
                escaped.push(byte);
            }
            b'#' | b'&' | b';' | b'`' | b'|' | b'*' | b'?' | b'~' | b'<' | b'>' | b'^' | b'('
            | b')' | b'[' | b']' | b'{' | b'}' | b'$' | b'\\' | b'\n' | 0xff => {
                escaped.push(b'\\');
                escaped.push(byte);
            }
            byte => escaped.push(byte),
        }
    }
    call.str(&escaped)
}

pub fn popen(call: &mut Call<'_>, command: &Str, mode: &Str) -> Res<Value> {
    let is_read = match mode.as_bytes() {
        b"r" | b"re" | b"rb" => true,
        b"w" | b"we" | b"wb" => false,
        _ => {
            let text = "must be one of \"r\", \"rb\", \"w\", or \"wb\"";
            return Err(call.value_error(2, text));
        }
    };
    call.host().flush();
    let mut shell = shell(command);
    surround(call, &mut shell)?;
    if is_read {
        shell.stdout(Stdio::piped());
    } else {
        shell.stdin(Stdio::piped());
    }
    let mut child = match shell.spawn() {
        Ok(child) => child,
        Err(error) => {
            let shown = String::from_utf8_lossy(command).into_owned();
            let mode = String::from_utf8_lossy(mode).into_owned();
            let text = format!("popen({shown},{mode}): {}", reason(&error));
            call.rq().report(runtime::message::Message::Warning { text })?;
            return Ok(Value::bool(false));
        }
    };
    let fd: Option<OwnedFd> = match is_read {
        true => child.stdout.take().map(OwnedFd::from),
        false => child.stdin.take().map(OwnedFd::from),
    };
    let Some(fd) = fd else { return Ok(Value::bool(false)) };
    let label = Label::of_pipe(is_read);
    let mut stream = Stream::new(End::descriptor(fd), label);
    if let Some(end) = stream.end.known() {
        end.child = Some(child);
    }
    keep(call, stream).map(|(_, value)| value)
}

pub fn pclose(call: &mut Call<'_>, given: &Value) -> Res<i64> {
    let id = stream_id(call, given)?;
    let status = flow::close(call, id)?;
    flow::mark_closed(given);
    Ok(status)
}
