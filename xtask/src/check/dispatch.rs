//! Whether handlers of exec instructions end in jumps: a handler whose last call is no jump leaves
//! a frame on the native stack each time, and a long script ends in its overflow.
//!
//! The machine code of every handler is looked at: it jumps to an address that it read, or to another
//! handler, and has no `ret`. Then a script that runs nearly every instruction does so on a native stack of 64 KiB.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail, ensure};

use crate::engines::{binary, text};

/// Times that the script does everything, when nothing else is said: 10⁸ dispatches of plain code.
const TURNS: &str = "130000";

/// What the main thread has for a stack.
const STACK_KIB: u32 = 64;

/// Handlers that end the chain, or are never run.
const ENDS: &[&str] = &["exit", "never"];

/// What the machine code of a function does.
#[derive(Clone, Copy, Default)]
struct Ending {
    jumps: bool,
    returns: bool,
}

/// Checks the release build.
pub fn check(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let binary = binary(root)?;
    let names = handlers(&root.join("crates/vm/src/dispatch"), "")?;
    let endings = endings(&binary, &names)?;
    let plain = endings.keys().filter(|name| name.contains("::plain::handlers::")).count();
    ensure!(plain == hhbc::instr::Op::ALL.len(), "{plain} plain handlers are in the build");
    let ends = |name: &&String| ENDS.iter().any(|end| name.ends_with(&format!("::{end}")));
    let is_lost =
        |(name, ending): &(&String, &Ending)| !ends(name) && (!ending.jumps || ending.returns);
    let lost: Vec<&String> = endings.iter().filter(is_lost).map(|(name, _)| name).collect();
    if !lost.is_empty() {
        bail!("these handlers do not end in a jump: {lost:?}");
    }
    println!("{plain} plain and {} other handlers end in jumps", endings.len() - plain);
    let turns = words.first().map_or(TURNS, String::as_str);
    let mut printed = BTreeSet::new();
    for mode in ["fused", "plain", "alternating", "bodies"] {
        printed.insert(text(on_small_stack(&binary, root, (mode, turns)))?);
        println!("{mode}: {turns} turns on a stack of {STACK_KIB} KiB");
    }
    ensure!(printed.len() == 1, "the modes print {printed:?}");
    Ok(())
}

/// The paths of all functions that sources in a folder, the room `within`, declare as handlers.
fn handlers(folder: &Path, within: &str) -> anyhow::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        let room = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let room = if room == "mod" { within.to_owned() } else { format!("{within}{room}::") };
        if path.is_dir() {
            names.extend(handlers(&path, &room)?);
            continue;
        }
        let source = fs::read_to_string(&path)?;
        let declared = source.split("extern \"C-unwind\" fn ").skip(1);
        let name = |rest: &str| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
            Some(format!("{room}{}", &rest[..end])).filter(|_| end > 0)
        };
        names.extend(declared.filter_map(name));
    }
    // It enters the chain.
    names.remove("enter::enter");
    Ok(names)
}

/// How the handlers in a binary end.
fn endings(binary: &Path, names: &BTreeSet<String>) -> anyhow::Result<BTreeMap<String, Ending>> {
    let mut command = Command::new("objdump");
    command.args(["-d", "-C", "--no-show-raw-insn"]).arg(binary).stdout(Stdio::piped());
    let mut child = command.spawn().context("objdump")?;
    let mut endings = BTreeMap::new();
    let mut current = None;
    for line in BufReader::new(child.stdout.take().context("its output")?).lines() {
        let line = line?;
        if let Some((_, name)) = line.strip_suffix(">:").and_then(|line| line.split_once(" <")) {
            current = is_handler(name, names).then(|| name.to_owned());
            continue;
        }
        let Some(name) = &current else { continue };
        let ending: &mut Ending = endings.entry(name.clone()).or_default();
        let instruction = line.split('\t').nth(1).unwrap_or_default();
        ending.jumps |= instruction.starts_with("jmp") && leads_on(instruction, names);
        ending.returns |= instruction.starts_with("ret");
    }
    ensure!(child.wait()?.success(), "objdump fails");
    Ok(endings)
}

/// Whether a jump leads to an address that was read, or to the start of another handler.
fn leads_on(jump: &str, names: &BTreeSet<String>) -> bool {
    let target = jump.split_once('<').and_then(|(_, target)| target.strip_suffix('>'));
    jump.contains('*') || target.is_some_and(|target| is_handler(target, names))
}

fn is_handler(name: &str, names: &BTreeSet<String>) -> bool {
    let Some(path) = name.strip_prefix("vm::dispatch::") else { return false };
    path.starts_with("plain::handlers::") || names.contains(path)
}

/// A run of the script in a mode, so many times.
fn on_small_stack(binary: &Path, root: &Path, (mode, turns): (&str, &str)) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -s {STACK_KIB}; exec \"$@\""), "sh"]).arg(binary);
    command.args(["-d", "memory_limit=-1", "-vEval.Jit=0", &format!("-vEval.Mode={mode}")]);
    command.arg(root.join("xtask/php/dispatch.php"));
    command.arg(root.join("tests/lang/ops/php.php")).arg(turns);
    command
}
