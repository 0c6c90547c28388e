//! Random programs, with and without machine code. What PHP makes of some of them is in
//! `tests/lang/found`; `./x fuzz` runs as many more as there is time for.

use std::path::Path;
use std::process::{Command, Stdio};

use generators::{KINDS, script};

/// Programs of each kind.
const PROGRAMS: u64 = 40;

/// Thresholds at which everything becomes machine code, and soon leaves it again.
const AT_ONCE: [&str; 6] = [
    "Eval.Jit=1",
    "Eval.JitThreshold=1",
    "Eval.JitProfiled=1",
    "Eval.JitExits=3",
    "Eval.JitBodies=100",
    "Eval.JitTimeShare=100",
];

pub fn machine_code_changes_nothing() -> Result<(), String> {
    let seeds: Vec<u64> = (1..=PROGRAMS).collect();
    for kind in KINDS {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.php", kind.name));
        std::fs::write(&path, script(kind, &seeds)).map_err(|error| error.to_string())?;
        let (plain, compiled) = (output(&path, &["Eval.Jit=0"]), output(&path, &AT_ONCE));
        let same = plain.lines().zip(compiled.lines()).take_while(|(one, other)| one == other);
        let line = same.count();
        if plain != compiled {
            let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
            let (plain, compiled) = (at(&plain), at(&compiled));
            return Err(format!("{}: line {line}\n  -{plain}\n  +{compiled}", kind.name));
        }
    }
    Ok(())
}

fn output(path: &Path, settings: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(["php", "-n", "-d", "memory_limit=-1"]);
    command.args(settings.iter().flat_map(|setting| ["-d", setting])).arg(path);
    let output = command.stdin(Stdio::null()).output().expect("the binary runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
