//! The two engines as commands: our release build, and PHP 8.4.
//!
//! # Not here
//! PHP as a process that answers many sources: `oracle`.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context as _, ensure};

/// PHP 8.4, without ini file and memory limit.
pub fn php() -> Command {
    let php = std::env::var_os("JIVE_PHP").unwrap_or_else(|| "php84".into());
    let mut command = Command::new(php);
    command.args(["-n", "-d", "memory_limit=-1"]);
    command
}

/// Extensions that PHP must load to have what we have; those that others need come first.
const EXTENSIONS: [&str; 18] = [
    "ctype",
    "mbstring",
    "tokenizer",
    "iconv",
    "dom",
    "xml",
    "simplexml",
    "xmlreader",
    "xmlwriter",
    "readline",
    "posix",
    "bcmath",
    "gmp",
    "calendar",
    "bz2",
    "gettext",
    "fileinfo",
    "phar",
];

/// PHP 8.4 with the extensions that we have.
pub fn php_with_extensions() -> Command {
    let mut command = php();
    for extension in EXTENSIONS {
        command.args(["-d", &format!("extension={extension}")]);
    }
    command
}

/// Ours, as PHP's command line, without memory limit.
pub fn jive(binary: &Path) -> Command {
    let mut command = Command::new(binary);
    command.args(["php", "-n", "-d", "memory_limit=-1"]);
    command
}

/// Our binary: what `JIVE` names, or the release build.
pub fn binary(root: &Path) -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("JIVE") {
        return Ok(named.into());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| OsString::from("target"));
    let binary = root.join(target).join("release/jive");
    ensure!(binary.exists(), "{} is missing: run ./x build", binary.display());
    Ok(binary)
}

/// What a command prints on standard output; an error when it does not end well.
pub fn text(command: Command) -> anyhow::Result<String> {
    answer(command, String::new())
}

/// What a command prints that reads `input`; an error when it does not end well.
pub fn answer(mut command: Command, input: String) -> anyhow::Result<String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut child = command.spawn().context("running an engine")?;
    let mut pipe = child.stdin.take().context("the engine's input")?;
    // A command that does not read all of it says why by itself.
    let sender = thread::spawn(move || drop(pipe.write_all(input.as_bytes())));
    let Output { status, stdout, .. } = child.wait_with_output()?;
    drop(sender.join());
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    ensure!(status.success(), "{status} after {stdout}");
    Ok(stdout)
}

/// Ticks of the system's clock in a second.
const TICKS: f64 = 100.0;

/// CPU time of all processes that this one has waited for.
pub fn children_seconds() -> anyhow::Result<f64> {
    let text = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = text.rsplit_once(')').context("the name ends")?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let at = |index: usize| fields.get(index).and_then(|field| field.parse::<f64>().ok());
    Ok((at(13).context("user time")? + at(14).context("system time")?) / TICKS)
}
