//! Resident memory: what does one thing a million times, each time with another name, must not
//! grow by it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, bail};

use crate::engines::{self, binary, text};

/// Turns of a case when nothing else is said.
const TURNS: u64 = 1_000_000;

/// What a turn may leave behind: less than any name or header.
const BYTES_PER_TURN_MAX: f64 = 4.0;

/// Runs all cases, or those that begin with the words: `[--turns=N] [--php] [CASE]`. With `--php`
/// it is PHP that is measured.
pub fn measure(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let turns = words.iter().find_map(|word| word.strip_prefix("--turns="));
    let turns = turns.map_or(Ok(TURNS), str::parse)?;
    let wanted: Vec<&String> = words.iter().filter(|word| !word.starts_with("--")).collect();
    let is_php = words.iter().any(|word| word == "--php");
    let binary = binary(root)?;
    let start = || {
        let mut command = if is_php { engines::php() } else { engines::jive(&binary) };
        command.arg(root.join("xtask/php/rss.php"));
        command
    };
    let mut grown = 0;
    for case in text(start())?.lines() {
        if !wanted.is_empty() && !wanted.iter().any(|word| case.starts_with(word.as_str())) {
            continue;
        }
        let mut command = start();
        command.args([case, &turns.to_string()]);
        let bytes = growth(command).with_context(|| case.to_owned())? as f64;
        let each = bytes / (turns as f64 * 0.9);
        let verdict = if each > BYTES_PER_TURN_MAX { "GROWS" } else { "" };
        println!("{case:<28} {bytes:>12} bytes {each:>8.1} a turn {verdict}");
        grown += usize::from(each > BYTES_PER_TURN_MAX);
    }
    if grown > 0 {
        bail!("{grown} cases grow");
    }
    Ok(())
}

/// By how much the resident size rises between the script's two lines.
fn growth(mut command: Command) -> anyhow::Result<u64> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
    let mut until = |wanted: &str, child: &Child| -> anyhow::Result<u64> {
        for line in lines.by_ref() {
            if line? == wanted {
                return resident(child);
            }
        }
        bail!("it ends before `{wanted}`")
    };
    let before = until("tenth", &child)?;
    let after = until("end", &child)?;
    child.wait()?;
    Ok(after.saturating_sub(before))
}

fn resident(child: &Child) -> anyhow::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()).context("VmRSS")?;
    Ok(kib.parse::<u64>()? * 1024)
}
