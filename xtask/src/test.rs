//! `./x test`: runs every test of the workspace and closes with one count.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, bail};

/// How many tests did what.
#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
    ignored: u64,
}

/// What the test programs said of their failures, kept for the end of a long output.
#[derive(Default)]
struct Failures {
    lines: Vec<String>,
    inside: bool,
}

/// The lines of failures that the end repeats.
const REPEATED: usize = 200;

/// Lines of errors before the one that tells of a program's end, which the end repeats.
const BEFORE_THE_END: usize = 20;

/// Runs the tests with one of `words` in their names, or all.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["test", "--workspace", "--no-fail-fast"]).current_dir(root);
    if !words.is_empty() {
        command.arg("--").args(words);
    }
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().context("cargo test")?;
    let output = child.stdout.take().context("cargo's output")?;
    let errors = child.stderr.take().context("cargo's errors")?;
    let ends = thread::spawn(|| bad_ends(errors));
    let mut count = Count::default();
    let mut failures = Failures::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        count.add(&line);
        failures.add(line);
    }
    let status = child.wait()?;
    failures.print();
    for line in ends.join().unwrap_or_default() {
        println!("{line}");
    }
    let Count { passed, failed, ignored } = count;
    println!("\n{passed} passed, {failed} failed, {ignored} skipped");
    if !status.success() || failed > 0 {
        bail!("tests have failed");
    }
    Ok(())
}

/// Passes `errors` on; gives the lines that tell of test programs that were ended by a signal or for
/// the time that a test took, with those before them.
fn bad_ends(errors: impl Read) -> Vec<String> {
    let mut ends = Vec::new();
    let mut last = VecDeque::new();
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        eprintln!("{line}");
        let signalled =
            line.contains("process didn't exit successfully") && line.contains("signal");
        let tells = signalled || line.contains(" has not ended after ");
        last.push_back(line);
        if tells {
            ends.extend(last.drain(..));
        } else if last.len() > BEFORE_THE_END {
            last.pop_front();
        }
    }
    ends
}

impl Count {
    /// Adds the figures of a line `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some(figures) = line.strip_prefix("test result: ") else { return };
        for figure in figures.split([';', '.']) {
            let mut words = figure.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

impl Failures {
    /// Keeps a line that stands between `failures:` and the result of a test program.
    fn add(&mut self, line: String) {
        self.inside = (self.inside || line == "failures:") && !line.starts_with("test result: ");
        if self.inside {
            self.lines.push(line);
        }
    }

    fn print(&self) {
        let cut = self.lines.len().saturating_sub(REPEATED);
        for line in &self.lines[cut..] {
            println!("{line}");
        }
    }
}
