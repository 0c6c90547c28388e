//! PHP 8.4 as a process: sources in, answers out.
//!
//! The oracle is the command `php84` on the path (`./x oracle` installs it), or the one that
//! `JIVE_PHP` names.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Context as _, bail};

/// A script of `xtask/php` at work on sources that are sent to it while it answers.
pub struct Oracle {
    child: Child,
    answers: BufReader<ChildStdout>,
    sender: JoinHandle<()>,
}

impl Oracle {
    /// Starts `script` with PHP settings and arguments, and sends it all `sources`.
    pub fn start(
        root: &Path,
        script: &str,
        (settings, arguments): (&[&str], &[&str]),
        sources: Vec<Vec<u8>>,
    ) -> anyhow::Result<Self> {
        let php = std::env::var_os("JIVE_PHP").unwrap_or_else(|| "php84".into());
        let mut command = Command::new(&php);
        command.args(["-n", "-d", "extension=tokenizer", "-d", "memory_limit=-1"]);
        for setting in settings {
            command.args(["-d", setting]);
        }
        command.arg(root.join("xtask/php").join(script)).args(arguments).current_dir(root);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{}: run ./x oracle", php.display()))?;
        let mut input = child.stdin.take().context("the oracle's input")?;
        let answers = BufReader::new(child.stdout.take().context("the oracle's output")?);
        let sender = thread::spawn(move || {
            for source in sources {
                let length = format!("{}\n", source.len());
                // A closed pipe shows as a missing answer.
                if input.write_all(length.as_bytes()).and(input.write_all(&source)).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, answers, sender })
    }

    /// The next line of the answers.
    pub fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            bail!("the oracle has stopped before the last answer");
        }
        Ok(line.trim_end().to_owned())
    }

    /// The next framed answer: a length, a line end, as many bytes.
    pub fn frame(&mut self) -> anyhow::Result<Vec<u8>> {
        let mut frame = vec![0; self.line()?.parse()?];
        self.answers.read_exact(&mut frame)?;
        Ok(frame)
    }

    /// Waits for the end.
    pub fn finish(mut self) -> anyhow::Result<()> {
        drop(self.answers);
        if self.sender.join().is_err() || !self.child.wait()?.success() {
            bail!("the oracle has failed");
        }
        Ok(())
    }
}
