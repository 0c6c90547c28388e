//! The sides of a comparison: commands that run a script.

use std::collections::HashMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context as _;
use generators::{Program, Programs, answers};

use crate::engines;

/// Seconds for a script, as the command `timeout` takes them.
const SECONDS: &str = "120";

/// Bytes that a script prints at most.
const PRINTED_MAX: usize = 64 << 20;

/// How a side says that its script printed more.
pub(super) const CUT_OFF: &str = "\nended by its length\n";
/// How it says that a signal, or the command `timeout`, ended its process.
pub(super) const KILLED: &str = "\nended with None\n";
pub(super) const TIMED_OUT: &str = "\nended with Some(124)\n";

/// Limits of machine code that are as low as they can be, and some that are not.
const LIMITS: [(u32, u32, u32); 3] = [(1, 1, 3), (3, 4, 2), (60, 12, 24)];

/// One of them.
pub(super) struct Side {
    pub(super) name: String,
    words: Vec<String>,
}

impl Side {
    fn new(name: &str, command: &Command) -> Self {
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        let words = words.map(|word| word.to_string_lossy().into_owned()).collect();
        Self { name: name.to_owned(), words }
    }

    /// PHP and ours.
    pub(super) fn php(binary: &Path) -> Vec<Self> {
        vec![
            Self::new("php", &engines::php_with_extensions()),
            Self::new("jive", &engines::jive(binary)),
        ]
    }

    /// PHP by the system's allocator, which overwrites what is freed.
    pub(super) fn php_overwriting() -> Self {
        let mut side = Self::new("php overwriting", &engines::php_with_extensions());
        let settings = ["env", "USE_ZEND_ALLOC=0", "MALLOC_PERTURB_=165"];
        side.words.splice(0..0, settings.map(str::to_owned));
        side
    }

    /// Ours, interpreted and with machine code made soon.
    pub(super) fn jit(binary: &Path) -> Vec<Self> {
        let with = |settings: &[String]| {
            let mut command = engines::jive(binary);
            command.args(settings.iter().flat_map(|setting| ["-d", setting.as_str()]));
            command
        };
        let mut sides = vec![Self::new("interpreted", &with(&["Eval.Jit=0".to_owned()]))];
        for (threshold, profiled, exits) in LIMITS {
            let settings = [
                "Eval.Jit=1".to_owned(),
                format!("Eval.JitThreshold={threshold}"),
                format!("Eval.JitProfiled={profiled}"),
                format!("Eval.JitExits={exits}"),
                "Eval.JitBodies=100".to_owned(),
                "Eval.JitTimeShare=100".to_owned(),
            ];
            sides.push(Self::new(&format!("jit {threshold} {profiled} {exits}"), &with(&settings)));
        }
        sides
    }

    /// What a script prints, without its path; behind it how the process ended, if not well.
    fn printed(&self, script: &Path) -> anyhow::Result<String> {
        let mut command = Command::new("timeout");
        command.args(["-k", "1", SECONDS]).args(&self.words).arg(script).env("RUST_BACKTRACE", "0");
        command.stdin(Stdio::null()).stderr(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().context("timeout")?;
        let mut bytes = Vec::new();
        let stdout = child.stdout.take().context("no pipe")?;
        stdout.take(PRINTED_MAX as u64).read_to_end(&mut bytes)?;
        let status = child.wait()?;
        let path = script.to_string_lossy();
        let mut printed = String::from_utf8_lossy(&bytes).replace(&*path, "batch.php");
        printed = printed.replace(&path.to_uppercase(), "BATCH.PHP");
        printed = without(&printed, "Out of memory (", |rest| rest.find(" in "));
        printed = without(&printed, "Maximum call stack size of ", |rest| rest.find(" bytes"));
        // Scripts of the sides are not the same when a program has ended one of them.
        printed = without(&printed, " on line ", |rest| rest.find(|c: char| !c.is_ascii_digit()));
        printed = without(&printed, "():", |rest| rest.find(|c: char| !c.is_ascii_digit()));
        match status.code() {
            _ if bytes.len() == PRINTED_MAX => printed.push_str(CUT_OFF),
            Some(0 | 255) => {}
            code => printed.push_str(&format!("\nended with {code:?}\n")),
        }
        Ok(printed)
    }
}

/// What each program printed. What ends the process is followed by the rest in another.
pub(super) fn run_all(
    side: &Side,
    kind: &Programs,
    programs: &[Program],
    folder: &Path,
) -> anyhow::Result<HashMap<u64, String>> {
    let mut all = HashMap::new();
    let mut rest = programs;
    while !rest.is_empty() {
        let file = write(folder, &kind.script(rest))?;
        let printed = side.printed(&file)?;
        let found = answers(&printed);
        if found.of.is_empty() {
            // Nothing runs: one of the programs does not compile.
            if rest.len() == 1 {
                all.insert(rest[0].number, printed);
                break;
            }
            let (one, other) = rest.split_at(rest.len() / 2);
            all.extend(run_all(side, kind, one, folder)?);
            rest = other;
            continue;
        }
        all.extend(found.of);
        let ended = found.ended_in.and_then(|seed| rest.iter().position(|one| one.number == seed));
        rest = ended.map_or(&[], |at| &rest[at + 1..]);
    }
    Ok(all)
}

/// Takes out what stands between a text and another.
fn without(printed: &str, from: &str, to: impl Fn(&str) -> Option<usize>) -> String {
    let mut parts = printed.split(from);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(from);
        kept.push_str(to(part).map_or("", |at| &part[at..]));
    }
    kept
}

fn write(folder: &Path, text: &str) -> anyhow::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let file = folder.join("batch.php");
    fs::write(&file, text)?;
    Ok(file)
}
