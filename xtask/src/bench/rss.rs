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

/// Runs all cases, or those that begin with the words: `[--turns=N] [CASE]`. What grows may do so as
/// much as it does in PHP, which keeps the names and strings of evaluated code too.
pub fn measure(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let turns = words.iter().find_map(|word| word.strip_prefix("--turns="));
    let turns = turns.map_or(Ok(TURNS), str::parse)?;
    let wanted: Vec<&String> = words.iter().filter(|word| !word.starts_with("--")).collect();
    let binary = binary(root)?;
    let script = |mut command: Command| {
        command.arg(root.join("xtask/php/rss.php"));
        command
    };
    let mut grown = 0;
    for case in text(script(engines::jive(&binary)))?.lines() {
        if !wanted.is_empty() && !wanted.iter().any(|word| case.starts_with(word.as_str())) {
            continue;
        }
        let each = |engine| {
            let mut command = script(engine);
            command.args([case, &turns.to_string()]);
            let bytes = growth(command).with_context(|| case.to_owned())?;
            anyhow::Ok(bytes as f64 / (turns as f64 * 0.9))
        };
        let ours = each(engines::jive(&binary))?;
        if ours <= BYTES_PER_TURN_MAX {
            println!("{case:<28} {ours:>8.1} bytes a turn");
            continue;
        }
        let theirs = each(engines::php())?;
        let verdict = if ours > theirs { "GROWS" } else { "" };
        println!("{case:<28} {ours:>8.1} bytes a turn, PHP {theirs:>8.1} {verdict}");
        grown += usize::from(ours > theirs);
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
