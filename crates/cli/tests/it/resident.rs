//! Resident memory: what a script does again and again with new names leaves nothing behind. The big
//! one is `./x bench rss`, whose script this runs.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Some of the script's cases.
const CASES: &[&str] = &[
    "eval",
    "eval of a variable",
    "eval of a string",
    "eval of an array",
    "eval of a keyed array",
    "eval of a default",
    "default array",
    "eval of a loop",
    "function_exists",
    "class_exists",
    "constant",
    "method by name",
    "property that is missing",
    "variable by name",
    "new",
];

const TURNS: &str = "60000";

/// What all turns behind the first tenth may leave: less than 40 bytes each. What the allocator
/// keeps for itself, once, is among it.
const BYTES_MAX: u64 = 2 << 20;

pub fn stays_flat() -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/php/rss.php");
    for case in CASES {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
        command.args(["php", "-n", "-d", "memory_limit=-1"]).arg(&script).args([case, TURNS]);
        let bytes = growth(command).ok_or_else(|| format!("{case}: it does not run"))?;
        if bytes > BYTES_MAX {
            return Err(format!("{case}: {bytes} bytes more after {TURNS} turns"));
        }
    }
    Ok(())
}

/// By how much the resident size rises between the script's two lines.
fn growth(mut command: Command) -> Option<u64> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().ok()?;
    let mut lines = BufReader::new(child.stdout.take()?).lines().map_while(Result::ok);
    lines.find(|line| line == "tenth")?;
    let before = resident(&child)?;
    lines.find(|line| line == "end")?;
    let after = resident(&child)?;
    child.wait().ok()?;
    Some(after.saturating_sub(before))
}

fn resident(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024)
}
