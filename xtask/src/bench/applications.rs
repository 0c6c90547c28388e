//! Applications: the CPU time of the programs of `tests/applications`, two of libraries in wide use and
//! three of our own, PHP's without JIT and ours without machine code.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::engines::{binary, children_seconds, jive, php};

/// The programs, and the package that one needs.
const PROGRAMS: &[(&str, Option<&str>)] = &[
    ("twig.php", Some("Twig")),
    ("php_parser.php", Some("PhpParser")),
    ("ledger.php", None),
    ("orders.php", None),
    ("documents.php", None),
];

/// How often a program does its work.
const ROUNDS: &str = "5";

/// Runs all programs in both engines, and prints PHP's time in multiples of ours.
pub fn measure(root: &Path) -> anyhow::Result<()> {
    let packages = packages();
    let binary = binary(root)?;
    println!("{:<16} {:>8} {:>8} {:>6}", "CPU seconds", "PHP", "Jive", "ratio");
    for (program, package) in PROGRAMS {
        if let Some(package) = package {
            ensure!(
                packages.join(package).is_dir(),
                "{package} is not in {}: run ./x oracle php-twig php-parser",
                packages.display()
            );
        }
        let path = root.join("tests/applications").join(program);
        let mut theirs = php();
        theirs.args(["-d", "extension=ctype", "-d", "extension=mbstring"]);
        theirs.args(["-d", "extension=tokenizer", "-d", "include_path=/usr/share/php"]);
        let mut ours = jive(&binary);
        let search = format!("include_path={}", packages.display());
        ours.args(["-d", "Eval.Jit=0", "-d", &search]);
        let (theirs, ours) = (seconds(theirs, &path)?, seconds(ours, &path)?);
        println!("{program:<16} {theirs:>8.2} {ours:>8.2} {:>6.2}", theirs / ours);
    }
    Ok(())
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
fn seconds(mut command: Command, program: &Path) -> anyhow::Result<f64> {
    command.arg(program).env("ROUNDS", ROUNDS).stdin(Stdio::null()).stdout(Stdio::null());
    let before = children_seconds()?;
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?}: {status}");
    Ok(children_seconds()? - before)
}
