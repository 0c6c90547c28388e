//! `./x packages`: real PHP packages and their own tests, under the reference and ours.
//!
//! # Not here
//! What an engine gets wrong: the tests that differ are named in `results/SUITE.differences`, and what a
//! suite printed is beside it.

mod composer;
mod outcomes;
mod phpunit;
mod suites;
mod system;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::engines::children_seconds;
use outcomes::Run;
use suites::{PACKAGES, Package, Suite};
use system::{Engine, System};

/// How many tests that differ are named below the table, of each suite.
const NAMED_MAX: usize = 5;

/// Runs the suites that are named, or all: `[NAME…] [--list] [--engine=php|jive]`.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (options, names): (Vec<_>, Vec<_>) =
        words.iter().cloned().partition(|word| word.starts_with("--"));
    let mut known: Vec<&str> =
        PACKAGES.iter().flat_map(|it| it.suites).map(|suite| suite.name).collect();
    known.push(composer::NAME);
    if options.iter().any(|option| option == "--list") {
        known.iter().for_each(|name| println!("{name}"));
        return Ok(());
    }
    let engines: &[Engine] = match options.first().map(String::as_str) {
        None => &Engine::BOTH,
        Some("--engine=php") => &[Engine::Php],
        Some("--engine=jive") => &[Engine::Jive],
        Some(option) => bail!("unknown option {option}"),
    };
    let chosen = system::chosen(&names, &known)?;
    let system = System::prepare(root)?;
    let packages =
        PACKAGES.iter().filter(|it| it.suites.iter().any(|suite| chosen.contains(&suite.name)));
    let packages: Vec<&Package> = packages.collect();
    fetch(root, &system, &packages, chosen.contains(&composer::NAME))?;
    print_head(&system);
    let mut below = Vec::new();
    for package in packages.into_iter().filter(|package| system.tree(package.name).is_dir()) {
        phpunit::prepare(&system, package)?;
        for suite in package.suites.iter().filter(|suite| chosen.contains(&suite.name)) {
            let runs = each(engines, suite.name, |engine| {
                phpunit::run(&system, engine, (package, suite))
            })?;
            report(&system, (suite.name, &runs), &missing(&system, suite), &mut below)?;
        }
    }
    if chosen.contains(&composer::NAME) {
        let runs = each(engines, composer::NAME, |engine| composer::run(&system, engine))?;
        report(&system, (composer::NAME, &runs), "", &mut below)?;
    }
    below.iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn fetch(
    root: &Path,
    system: &System,
    packages: &[&Package],
    composer: bool,
) -> anyhow::Result<()> {
    let mut libraries: Vec<&str> =
        packages.iter().flat_map(|package| package.needs).copied().collect();
    libraries.push("phpunit");
    if composer {
        libraries.push("composer");
    }
    libraries.sort_unstable();
    libraries.dedup();
    let sources: Vec<&str> = packages.iter().map(|package| package.name).collect();
    system.fetch(root, &sources, &libraries)
}

/// A run under each engine.
fn each(
    engines: &[Engine],
    name: &str,
    mut run: impl FnMut(Engine) -> anyhow::Result<Run>,
) -> anyhow::Result<Vec<Run>> {
    let mut runs = Vec::new();
    for &engine in engines {
        eprint!("{name}: {} ", engine.name());
        let done = run(engine).with_context(|| format!("{name}, {}", engine.name()))?;
        eprintln!("{} tests in {:.1} s", done.tests.len(), done.seconds);
        runs.push(done);
    }
    Ok(runs)
}

fn print_head(system: &System) {
    println!("Extensions: {}.", system.extensions.join(", "));
    println!("PHPUnit is started by {}.", phpunit::starter(system).display());
    println!(
        "Each engine: passed, failed, errors, skipped; `!` where the run did not come to its end."
    );
    println!("{:<22} {:<22} {:<22} equal  CPU seconds  ratio  missing", "suite", "  php", "  jive");
}

/// The extensions that some tests ask for and that are not loaded.
fn missing(system: &System, suite: &Suite) -> String {
    let is_missing = |want: &&&str| !system.extensions.iter().any(|name| name == **want);
    suite.wants.iter().filter(is_missing).copied().collect::<Vec<_>>().join(" ")
}

/// Prints the row of a suite, and keeps what differs.
fn report(
    system: &System,
    (name, runs): (&str, &[Run]),
    missing: &str,
    below: &mut Vec<String>,
) -> anyhow::Result<()> {
    let [php, jive] = runs else {
        runs.iter().for_each(|run| println!("{name:<22} {run} {:>8.1}  {missing}", run.seconds));
        return Ok(());
    };
    let is_equal = php.equals(jive);
    let equal = if is_equal { "yes" } else { "NO" };
    let ratio = jive.seconds / php.seconds;
    let times = format!("{:>5.1} {:>5.1} {ratio:>6.2}", php.seconds, jive.seconds);
    println!("{name:<22} {php} {jive} {equal:<5} {times}  {missing}");
    let differences = php.differences(jive);
    let file = system.folder.join(format!("results/{name}.differences"));
    fs::write(file, differences.join("\n") + "\n")?;
    let total = differences.len();
    let shown = differences.into_iter().take(NAMED_MAX).map(|line| format!("{name}: {line}"));
    below.extend(shown);
    if total > NAMED_MAX {
        below.push(format!("{name}: … {} more in results/{name}.differences", total - NAMED_MAX));
    }
    Ok(())
}

/// Runs a command with all that it prints in a file, and says its CPU seconds. How it ends is not asked.
fn timed(mut command: Command, output: &Path) -> anyhow::Result<f64> {
    let file = File::create(output)?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let before = children_seconds()?;
    command.status().with_context(|| format!("{command:?}"))?;
    Ok(children_seconds()? - before)
}
