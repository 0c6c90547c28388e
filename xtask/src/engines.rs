//! The two engines as commands: our release build, and PHP 8.4.
//!
//! # Not here
//! PHP as a process that answers many sources: `oracle`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, ensure};

/// PHP 8.4, without ini file and memory limit.
pub fn php() -> Command {
    let php = std::env::var_os("JIVE_PHP").unwrap_or_else(|| "php84".into());
    let mut command = Command::new(php);
    command.args(["-n", "-d", "memory_limit=-1"]);
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
pub fn text(mut command: Command) -> anyhow::Result<String> {
    command.stdin(Stdio::null()).stderr(Stdio::inherit());
    let Output { status, stdout, .. } = command.output().context("running an engine")?;
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
