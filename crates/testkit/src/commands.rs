//! Command lines as tests: a file of them, one a line, and what each of them prints.
//!
//! In a line `php` is the program under test. Where it runs and what it calls itself is written as
//! `{root}` and `{php}`, the time of a log as `{time}`, and the folder of its settings as `{ini}`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A program under test.
pub struct Subject<'a> {
    /// The program.
    pub program: &'a Path,
    /// An empty folder of its own, for a link called `php`.
    pub links: PathBuf,
    /// Paths that are written in other words.
    pub words: &'a [(String, &'a str)],
}

/// Seconds after which a command is ended.
const SECONDS: &str = "20";

impl Subject<'_> {
    /// Runs the commands of `text` in `folder`, and tells what each prints and its exit status.
    pub fn answers(&self, folder: &Path, text: &str) -> io::Result<Vec<u8>> {
        std::fs::create_dir_all(&self.links)?;
        let link = self.links.join("php");
        // What is left of an earlier run leads elsewhere.
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(self.program, &link)?;
        let mut out = String::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let Output { status, stdout, stderr } = self.run(folder, line)?;
            out.push_str(&format!("$ {line}\n"));
            self.add(&mut out, &stdout);
            if !stderr.is_empty() {
                out.push_str("--stderr--\n");
                self.add(&mut out, &stderr);
            }
            out.push_str(&format!("--exit {}--\n\n", status.code().unwrap_or(-1)));
        }
        Ok(out.into_bytes())
    }

    fn run(&self, folder: &Path, line: &str) -> io::Result<Output> {
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new("timeout");
        command.args([SECONDS, "/bin/sh", "-c", line]).current_dir(folder).stdin(Stdio::null());
        command.env_clear().env("HOME", "/").env("LC_ALL", "C").env("PHP_INI_SCAN_DIR", "");
        // What `runtime::native::called` looks for.
        command.envs(std::env::vars_os().filter(|(name, _)| name == "JIVE_CALLED"));
        command.env("PATH", format!("{}:{path}", self.links.display())).output()
    }

    /// Adds what was printed, in words that do not depend on the machine.
    fn add(&self, out: &mut String, bytes: &[u8]) {
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        for (path, word) in self.words {
            text = text.replace(path, word);
        }
        text = text.replace(&format!("{}/php", self.links.display()), "{php}");
        for line in text.split_inclusive('\n') {
            out.push_str(&neutral(line));
        }
        if !out.ends_with('\n') {
            out.push_str("\n--no newline--\n");
        }
    }
}

/// A line without the time that a log has before it, and without the folder of settings.
fn neutral(line: &str) -> String {
    const INI: &str = "Configuration File (php.ini) Path: ";
    if line.starts_with(INI) {
        return format!("{INI}{{ini}}\n");
    }
    let stamp = line.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    match stamp {
        Some((time, rest)) if time.len() == 24 => format!("[{{time}}] {rest}"),
        _ => line.to_owned(),
    }
}
