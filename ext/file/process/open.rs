//! Processes with streams to them and from them.

use std::ffi::OsStr;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::shell::{shell, status_of, surround, surround_with};
use crate::layer::end::End;
use crate::layer::open::{Wanted, open};
use crate::layer::table::{Label, Stream, Streams, keep, resource};
use crate::layer::{library, reason, shown, stream};

/// The number of the type of processes.
const PROCESS: u32 = 3;

/// The commands and last known statuses of processes.
#[derive(Default)]
struct Commands(std::collections::HashMap<u32, (Vec<u8>, Option<std::process::ExitStatus>)>);

/// A stream of the script that leads to a child.
struct Pipe {
    number: i64,
    end: OwnedFd,
    is_read: bool,
}

/// What the child has under its numbers, and what the script keeps.
#[derive(Default)]
struct Plan {
    child: Vec<(i64, OwnedFd)>,
    pipes: Vec<Pipe>,
}

fn refused<T>(call: &mut Call<'_>, text: String) -> Res<T> {
    Err(call.throw(Message::ValueRefused { text }))
}

fn text_at(call: &mut Call<'_>, spec: &Array, at: i64) -> Res<Option<Vec<u8>>> {
    match spec.get_int(at) {
        Some(value) => Ok(Some(call.to_str(&value.clone())?.to_vec())),
        None => Ok(None),
    }
}

/// Adds what a descriptor of the child is; false after a warning.
fn plan_one(call: &mut Call<'_>, plan: &mut Plan, number: i64, spec: &Value) -> Res<bool> {
    let spec = spec.unboxed();
    if let View::Resource(found) = spec.view() {
        let id = found.id();
        let fd = stream(call, id).and_then(|open| open.end.fd()?.try_clone_to_owned().ok());
        return match fd {
            Some(fd) => {
                plan.child.push((number, fd));
                Ok(true)
            }
            None => {
                let text = "supplied resource is not a valid stream resource".to_owned();
                Err(call.throw(Message::TypeRefused { text: format!("proc_open(): {text}") }))
            }
        };
    }
    let Some(spec) = spec.as_array().cloned() else {
        return refused(
            call,
            "proc_open(): Argument #2 ($descriptor_spec) must only contain arrays and streams"
                .to_owned(),
        );
    };
    let Some(kind) = text_at(call, &spec, 0)? else {
        return refused(call, "Missing handle qualifier in array".to_owned());
    };
    match kind.as_slice() {
        b"pipe" => {
            let Some(mode) = text_at(call, &spec, 1)? else {
                return refused(call, "Missing mode parameter for 'pipe'".to_owned());
            };
            let Ok((reader, writer)) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)
            else {
                return Ok(false);
            };
            let child_reads = mode.first() == Some(&b'r');
            let (child, end) = if child_reads { (reader, writer) } else { (writer, reader) };
            plan.child.push((number, child));
            plan.pipes.push(Pipe { number, end, is_read: !child_reads });
            Ok(true)
        }
        b"socket" => {
            use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
            let pair =
                socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None);
            let Ok((child, end)) = pair else { return Ok(false) };
            plan.child.push((number, child));
            plan.pipes.push(Pipe { number, end, is_read: true });
            Ok(true)
        }
        b"file" => {
            let Some(path) = text_at(call, &spec, 1)? else {
                return refused(call, "Missing file name parameter for 'file'".to_owned());
            };
            let Some(mode) = text_at(call, &spec, 2)? else {
                return refused(call, "Missing mode parameter for 'file'".to_owned());
            };
            let wanted = Wanted {
                path: &path,
                mode: &mode,
                context: None,
                searches: false,
                options: 0,
                reports: true,
            };
            let Some((id, handle)) = open(call, &wanted)? else { return Ok(false) };
            let fd = stream(call, id).and_then(|open| open.end.fd()?.try_clone_to_owned().ok());
            crate::layer::io::close(call, id)?;
            crate::layer::io::mark_closed(&handle);
            let Some(fd) = fd else { return Ok(false) };
            plan.child.push((number, fd));
            Ok(true)
        }
        b"redirect" => {
            let Some(target) = spec.get_int(1).cloned() else {
                return refused(call, "Missing redirection target".to_owned());
            };
            let target = match target.unboxed().view() {
                View::Int(target) => target,
                _ => {
                    let given = call.given(&target);
                    return refused(
                        call,
                        format!("Redirection target must be of type int, {given} given"),
                    );
                }
            };
            let known = plan.child.iter().find(|(known, _)| *known == target);
            let fd = known.and_then(|(_, fd)| fd.try_clone().ok());
            let fd = fd.or_else(|| standard(target));
            match fd {
                Some(fd) => {
                    plan.child.push((number, fd));
                    Ok(true)
                }
                None => {
                    call.warn(format!("Redirection target {target} not found"))?;
                    Ok(false)
                }
            }
        }
        b"null" => {
            let opened = std::fs::OpenOptions::new().read(true).write(true).open("/dev/null");
            let Ok(file) = opened else { return Ok(false) };
            plan.child.push((number, file.into()));
            Ok(true)
        }
        other => {
            call.warn(format!("{} is not a valid descriptor spec/mode", shown(other)))?;
            Ok(false)
        }
    }
}

fn standard(number: i64) -> Option<OwnedFd> {
    use std::os::fd::AsFd;
    let fd = match number {
        0 => std::io::stdin().as_fd().try_clone_to_owned(),
        1 => std::io::stdout().as_fd().try_clone_to_owned(),
        2 => std::io::stderr().as_fd().try_clone_to_owned(),
        _ => return None,
    };
    fd.ok()
}

/// The program: words, or a text for the shell.
fn program(call: &mut Call<'_>, command: &Value) -> Res<(Command, Vec<u8>)> {
    let Some(words) = command.unboxed().as_array().cloned() else {
        let text = call.to_str(command)?.to_vec();
        return Ok((shell(&text), text));
    };
    let mut all = Vec::new();
    for (_, word) in &words {
        let word = call.to_str(word)?;
        if word.contains(&0) {
            let at = all.len() + 1;
            let text = format!("Command array element {at} contains a null byte");
            return refused(call, text);
        }
        all.push(word.to_vec());
    }
    let Some((first, rest)) = all.split_first() else {
        return Err(call.value_error(1, "must have at least one element"));
    };
    if first.is_empty() {
        return refused(call, "First element must contain a non-empty program name".to_owned());
    }
    let mut command = match found(call, first)? {
        Some(path) => {
            let mut command = Command::new(path);
            command.arg0(OsStr::from_bytes(first));
            command
        }
        None => Command::new(OsStr::from_bytes(first)),
    };
    command.args(rest.iter().map(|word| OsStr::from_bytes(word)));
    Ok((command, all.join(&b' ')))
}

/// Where a program lies that is named without a folder: what the script's own `PATH` says, also for
/// a child that is given another. Where it is in none of its folders, a path that tells why it cannot
/// be run. A child whose program has a path needs no copy of this process.
fn found(call: &mut Call<'_>, name: &[u8]) -> Res<Option<PathBuf>> {
    if name.contains(&b'/') {
        return Ok(None);
    }
    let path = library(call, "getenv", &[Value::from(intern(b"PATH"))])?;
    let folders = path.as_str().map_or(&b"/bin:/usr/bin"[..], |path| path.as_bytes());
    let name = OsStr::from_bytes(name);
    let all = folders.split(|&byte| byte == b':').map(|folder| match folder {
        [] => Path::new(".").join(name),
        folder => Path::new(OsStr::from_bytes(folder)).join(name),
    });
    // The first of those that can best be run.
    Ok(all.min_by_key(|path| match path.is_file() {
        true => rustix::fs::access(path, rustix::fs::Access::EXEC_OK).is_err().into(),
        false => 2u8,
    }))
}

/// Numbers above the standard ones are given through the shell's own redirections of `/proc`.
fn connect(command: &mut Command, plan: &mut Plan) -> Vec<(i64, OwnedFd)> {
    let mut others = Vec::new();
    for (number, fd) in plan.child.drain(..) {
        match number {
            0 => drop(command.stdin(Stdio::from(fd))),
            1 => drop(command.stdout(Stdio::from(fd))),
            2 => drop(command.stderr(Stdio::from(fd))),
            _ => others.push((number, fd)),
        }
    }
    others
}

pub fn proc_open(
    call: &mut Call<'_>,
    command: &Value,
    specs: &Array,
    pipes: &Reference,
    cwd: Option<&Str>,
    env: Option<&Array>,
    _: Option<&Array>,
) -> Res<Value> {
    let (mut program, text) = program(call, command)?;
    let mut plan = Plan::default();
    for (number, spec) in &specs.clone() {
        let Key::Int(number) = number else {
            let rule = "must be an integer indexed array only";
            return Err(call.value_error(2, rule));
        };
        if !plan_one(call, &mut plan, number, spec)? {
            return Ok(Value::bool(false));
        }
    }
    if let Some(cwd) = cwd {
        program.current_dir(OsStr::from_bytes(cwd));
    }
    if env.is_none() {
        surround(call, &mut program)?;
    }
    if let Some(env) = env {
        surround_with(call, &mut program, env)?;
    }
    call.host().flush();
    let others = connect(&mut program, &mut plan);
    let spawned = spawn(&mut program, others);
    drop(program);
    let child = match spawned {
        Ok(child) => child,
        Err(error) => {
            call.warn(format!("posix_spawn() failed: {}", reason(&error)))?;
            return Ok(Value::bool(false));
        }
    };
    let (mut made, mut numbers) = (Array::new(), Vec::new());
    for Pipe { number, end, is_read } in plan.pipes {
        let label = Label::of_pipe(is_read);
        let (pipe, value) = keep(call, Stream::new(End::descriptor(end), label))?;
        numbers.push(pipe);
        let set = made.set(Key::Int(number), value);
        call.alloc(set)?;
    }
    call.assign(pipes, made.into())?;
    let (id, value) = resource(call, PROCESS)?;
    call.state::<Streams>().processes.insert(id, (child, numbers));
    call.state::<Commands>().0.insert(id, (text, None));
    Ok(value)
}

/// Starts a program; descriptors beyond the standard ones are inherited under their numbers.
fn spawn(
    program: &mut Command,
    others: Vec<(i64, OwnedFd)>,
) -> std::io::Result<std::process::Child> {
    let mut kept = Vec::new();
    for (number, fd) in others {
        let Ok(number) = i32::try_from(number) else { continue };
        kept.push(inherited(number, &fd)?);
    }
    let child = program.spawn();
    drop(kept);
    child
}

/// A descriptor under a number of its own that a child inherits.
fn inherited(number: i32, fd: &OwnedFd) -> std::io::Result<OwnedFd> {
    use std::os::fd::AsRawFd;
    let twin = rustix::io::fcntl_dupfd_cloexec(fd, number)?;
    if twin.as_raw_fd() != number {
        return Err(std::io::Error::from_raw_os_error(9));
    }
    rustix::io::fcntl_setfd(&twin, rustix::io::FdFlags::empty())?;
    Ok(twin)
}

/// The number of the open process that an argument is.
fn process_id(call: &mut Call<'_>, value: &Value) -> Res<u32> {
    let View::Resource(found) = value.unboxed().view() else {
        return Err(call.type_error(1, "resource", value));
    };
    let id = found.id();
    if !call.state::<Streams>().processes.contains_key(&id) {
        let text =
            format!("{}(): supplied resource is not a valid process resource", call.native().name);
        return Err(call.throw(Message::TypeRefused { text }));
    }
    Ok(id)
}

/// Waits for a child, whose pipes are closed first: it might wait for us.
pub fn wait(
    call: &mut Call<'_>,
    mut child: std::process::Child,
    pipes: &[u32],
) -> Res<Option<std::process::ExitStatus>> {
    for pipe in pipes {
        if stream(call, *pipe).is_some() {
            crate::layer::io::close(call, *pipe)?;
        }
    }
    Ok(child.wait().ok())
}

pub fn proc_close(call: &mut Call<'_>, process: &Value) -> Res<i64> {
    let id = process_id(call, process)?;
    let known = call.state::<Commands>().0.remove(&id).and_then(|(_, status)| status);
    let child = call.state::<Streams>().processes.remove(&id);
    crate::layer::io::mark_closed(process);
    let Some((child, pipes)) = child else { return Ok(-1) };
    let ended = wait(call, child, &pipes)?;
    let status = known.or(ended);
    Ok(status.map_or(-1, status_of))
}

pub fn proc_terminate(call: &mut Call<'_>, process: &Value, signal: i64) -> Res<bool> {
    let id = process_id(call, process)?;
    let Some((child, _)) = call.state::<Streams>().processes.get(&id) else { return Ok(false) };
    let pid = rustix::process::Pid::from_child(child);
    if signal == 0 {
        return Ok(rustix::process::test_kill_process(pid).is_ok());
    }
    let signal = i32::try_from(signal).ok().and_then(rustix::process::Signal::from_named_raw);
    Ok(signal.is_some_and(|signal| rustix::process::kill_process(pid, signal).is_ok()))
}

pub fn proc_get_status(call: &mut Call<'_>, process: &Value) -> Res<Array> {
    let id = process_id(call, process)?;
    let cached = call.state::<Commands>().0.get(&id).and_then(|(_, status)| *status);
    let Some((child, _)) = call.state::<Streams>().processes.get_mut(&id) else {
        return Ok(Array::new());
    };
    let pid = i64::from(child.id());
    let status = cached.or_else(|| child.try_wait().ok().flatten());
    let known = call.state::<Commands>().0.entry(id).or_default();
    known.1 = status;
    let text = known.0.clone();
    let text = call.str(&text)?;
    let signal = status.and_then(|status| status.signal());
    let rows = [
        ("command", Value::from(text)),
        ("pid", Value::int(pid)),
        ("cached", Value::bool(cached.is_some())),
        ("running", Value::bool(status.is_none())),
        ("signaled", Value::bool(signal.is_some())),
        ("stopped", Value::bool(false)),
        ("exitcode", Value::int(status.map_or(-1, status_of))),
        ("termsig", Value::int(signal.map_or(0, i64::from))),
        ("stopsig", Value::int(0)),
    ];
    let mut array = Array::new();
    for (name, value) in rows {
        let name = intern(name.as_bytes());
        let set = array.set(Key::Str(name.as_str()), value);
        call.alloc(set)?;
    }
    Ok(array)
}

pub fn proc_nice(call: &mut Call<'_>, priority: i64) -> Res<bool> {
    let done = rustix::process::nice(priority.clamp(-100, 100) as i32).is_ok();
    if !done {
        call.warn("Only a super user may attempt to increase the priority of a process")?;
    }
    Ok(done)
}
