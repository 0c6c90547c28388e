//! Functions and methods of the library that no test calls: tables of calls, tests of the language,
//! tests of the binary, and those of PHP's own tests that pass here.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use super::signatures::{self, Declarations};

/// What names the file for the names of what is called: `runtime::native::called`.
const VARIABLE: &str = "JIVE_CALLED";

/// The tests, as words for cargo.
const TESTS: &[&[&str]] = &[
    &["--package", "ext_*"],
    &["--package", "engine", "--test", "it", "--", "modes::plain"],
    &["--package", "cli"],
];

/// Prints what is not called, and for each extension how much of how many. `--from=FILE` takes the
/// names of what was called from a file.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (options, wanted): (Vec<_>, Vec<_>) =
        words.iter().map(String::as_str).partition(|word| word.starts_with("--"));
    let from = match options[..] {
        [] => None,
        [option] => Some(PathBuf::from(option.strip_prefix("--from=").context("--from=FILE")?)),
        _ => bail!("one --from=FILE"),
    };
    let called = match from {
        Some(from) => read(&from)?,
        None => run_tests(root)?,
    };
    let wanted = if wanted.is_empty() { signatures::EXTENSIONS.to_vec() } else { wanted };
    let declared = signatures::of_php(root, &wanted)?;
    let (mut all, mut uncalled) = (0, 0);
    for extension in wanted {
        let (count, names) = of(extension, &declared, &called);
        names.iter().for_each(|name| println!("{name}"));
        println!("{extension}: {count} functions and methods; {} uncalled", names.len());
        all += count;
        uncalled += names.len();
    }
    println!("{all} functions and methods; {uncalled} uncalled");
    ensure!(uncalled == 0, "{uncalled} are called by no test");
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<HashSet<String>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn run_tests(root: &Path) -> anyhow::Result<HashSet<String>> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let file = root.join(target).join("called");
    fs::write(&file, "")?;
    for words in TESTS {
        let mut command = Command::new("cargo");
        command.args(["test", "--quiet", "--no-fail-fast"]).args(*words).current_dir(root);
        let status = command.env(VARIABLE, OsStr::new(&file)).status().context("cargo")?;
        // Without fused instructions a few deep recursions end sooner than PHP's.
        if !status.success() {
            println!("not all tests pass while calls are noted: cargo test {}", words.join(" "));
        }
    }
    read(&file)
}

/// How many functions and methods an extension has, and those that are not called.
fn of<'a>(
    extension: &str,
    declared: &'a Declarations,
    called: &HashSet<String>,
) -> (usize, Vec<&'a str>) {
    let of_it = declared.iter().filter(|(_, (found, _))| found == extension);
    let callable = of_it.filter_map(|(name, (_, shown))| match name.split_once(' ')? {
        ("function", name) => Some(name),
        ("method", name) if is_callable(shown) => Some(name),
        _ => None,
    });
    let callable: Vec<&str> = callable.collect();
    let is_uncalled = |name: &&str| !called.contains(&name.to_ascii_lowercase());
    let uncalled = callable.iter().copied().filter(is_uncalled).collect();
    (callable.len(), uncalled)
}

/// Whether a method has a body that scripts can call.
fn is_callable(shown: &str) -> bool {
    let modifiers = shown.split('(').next().unwrap_or_default();
    !modifiers.split(' ').any(|word| matches!(word, "abstract" | "private"))
}
