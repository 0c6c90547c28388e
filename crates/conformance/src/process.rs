//! A shell command with an end: output up to a limit, a time, an address space.

use std::io::Write as _;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process_group};

/// Bytes of output beyond which a test is taken to run without end.
const OUTPUT_BYTES_MAX: usize = 64 << 20;

/// A command for the shell.
pub struct Task<'a> {
    pub command: String,
    pub folder: &'a Path,
    pub environment: &'a [(String, String)],
    pub input: Input,
    /// Whether standard output is kept, and standard error with it or alone.
    pub output: Capture,
    pub timeout: Duration,
}

/// What a command reads.
pub enum Input {
    /// Whatever the caller's shell redirects, else nothing.
    Nothing,
    Bytes(Vec<u8>),
}

/// What of a command's output is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Capture {
    Both,
    Output,
    Errors,
    Nothing,
}

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    Exit(i32),
    Signal(i32),
    /// It was killed: its time was over, or its output without end.
    Hung,
}

/// Runs a command to its end.
pub fn run(task: Task<'_>) -> anyhow::Result<(Vec<u8>, Ending)> {
    let mut child = spawn(&task)?;
    if let (Some(mut pipe), Input::Bytes(bytes)) = (child.stdin.take(), task.input) {
        // A reader that has gone away has read all that it wanted.
        std::thread::spawn(move || pipe.write_all(&bytes));
    }
    let deadline = Instant::now() + task.timeout;
    let mut output = Vec::new();
    let is_read = match task.output {
        Capture::Both | Capture::Output => match child.stdout.take() {
            Some(pipe) => read(pipe, deadline, &mut output),
            None => true,
        },
        Capture::Errors => match child.stderr.take() {
            Some(pipe) => read(pipe, deadline, &mut output),
            None => true,
        },
        Capture::Nothing => true,
    };
    let status = if is_read { wait(&mut child, deadline)? } else { None };
    // Whatever the test has left running ends with it.
    if let Some(group) = Pid::from_raw(child.id().cast_signed()) {
        let _ = kill_process_group(group, Signal::KILL);
    }
    let ending = status.map_or(Ending::Hung, ending);
    child.wait()?;
    Ok((output, ending))
}

/// The variable that names the file for the names of what is called: `runtime::native::called`.
const CALLED: &str = "JIVE_CALLED";

fn spawn(task: &Task<'_>) -> anyhow::Result<Child> {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(&task.command).current_dir(task.folder).env_clear();
    // PHP's runner starts programs with `proc_open()`, which leaves out what is empty.
    let given = task.environment.iter().filter(|(_, value)| !value.is_empty());
    command.envs(given.map(|(name, value)| (name, value)));
    command.envs(std::env::vars_os().filter(|(name, _)| name == CALLED));
    let pipe_if = |kept: bool| if kept { Stdio::piped() } else { Stdio::null() };
    command.stdin(pipe_if(matches!(task.input, Input::Bytes(_))));
    command.stdout(pipe_if(matches!(task.output, Capture::Both | Capture::Output)));
    command.stderr(pipe_if(task.output == Capture::Errors));
    command.process_group(0).spawn().context("/bin/sh")
}

/// Reads to the end of the pipe; `false`: time or room was over before.
fn read(
    mut pipe: impl std::io::Read + std::os::fd::AsFd,
    deadline: Instant,
    output: &mut Vec<u8>,
) -> bool {
    let mut chunk = [0; 1 << 16];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { return false };
        let mut pipes = [PollFd::new(&pipe, PollFlags::IN)];
        match poll(&mut pipes, Some(&left)) {
            Ok(0) => return false,
            Ok(_) => {}
            Err(_) => continue,
        }
        match pipe.read(&mut chunk) {
            Ok(0) => return true,
            Ok(count) => output.extend_from_slice(&chunk[..count]),
            Err(_) => return true,
        }
        if output.len() > OUTPUT_BYTES_MAX {
            return false;
        }
    }
}

fn wait(child: &mut Child, deadline: Instant) -> anyhow::Result<Option<ExitStatus>> {
    let mut pause = Duration::from_micros(50);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() > deadline {
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// A shell gives the signal that ended its command as a status above 128.
fn ending(status: ExitStatus) -> Ending {
    match (status.signal(), status.code()) {
        (Some(signal), _) => Ending::Signal(signal),
        (None, Some(code)) if (129..160).contains(&code) => Ending::Signal(code - 128),
        (None, code) => Ending::Exit(code.unwrap_or(-1)),
    }
}
