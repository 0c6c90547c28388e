//! Applications: the CPU time of the programs of `tests/applications`, two of libraries in wide use and
//! four of our own, PHP's without JIT and ours without machine code.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::engines::{binary, children_seconds, jive, php};

/// The programs, the package that one needs, and how often it does its work.
const PROGRAMS: &[(&str, Option<&str>, &str)] = &[
    ("twig.php", Some("Twig"), "20"),
    ("php_parser.php", Some("PhpParser"), "3"),
    ("ledger.php", None, "20"),
    ("orders.php", None, "20"),
    ("documents.php", None, "20"),
    ("templates.php", None, "20"),
];

/// How often both engines run a program, by turns. The least time counts: the others are of what
/// else the machine did.
const RUNS: usize = 5;

/// Runs all programs in both engines, and prints PHP's time in multiples of ours.
pub fn measure(root: &Path) -> anyhow::Result<()> {
    let packages = packages();
    let binary = binary(root)?;
    println!("{:<16} {:>8} {:>8} {:>6}", "CPU seconds", "PHP", "Jive", "ratio");
    for (program, package, rounds) in PROGRAMS {
        if let Some(package) = package {
            ensure!(
                packages.join(package).is_dir(),
                "{package} is not in {}: run ./x oracle php-twig php-parser",
                packages.display()
            );
        }
        let path = root.join("tests/applications").join(program);
        let mut least = [f64::INFINITY; 2];
        for _ in 0..RUNS {
            let turn = [
                seconds(theirs(), &path, rounds)?,
                seconds(ours(&binary, &packages), &path, rounds)?,
            ];
            least = [least[0].min(turn[0]), least[1].min(turn[1])];
        }
        let [theirs, ours] = least;
        println!("{program:<16} {theirs:>8.2} {ours:>8.2} {:>6.2}", theirs / ours);
    }
    Ok(())
}

fn theirs() -> Command {
    let mut php = php();
    php.args(["-d", "extension=ctype", "-d", "extension=mbstring"]);
    php.args(["-d", "extension=tokenizer", "-d", "include_path=/usr/share/php"]);
    php
}

fn ours(binary: &Path, packages: &Path) -> Command {
    let mut jive = jive(binary);
    jive.args(["-d", "Eval.Jit=0", "-d", &format!("include_path={}", packages.display())]);
    jive
}

/// Where `./x oracle` installs PHP's packages.
fn packages() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let cache = || {
        let home = variable("HOME").unwrap_or_default();
        variable("XDG_CACHE_HOME").unwrap_or_else(|| home.join(".cache"))
    };
    variable("JIVE_ORACLE").unwrap_or_else(|| cache().join("php84")).join("usr/share/php")
}

/// CPU time of a program.
fn seconds(mut command: Command, program: &Path, rounds: &str) -> anyhow::Result<f64> {
    command.arg(program).env("ROUNDS", rounds).stdin(Stdio::null()).stdout(Stdio::null());
    let before = children_seconds()?;
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?}: {status}");
    Ok(children_seconds()? - before)
}
