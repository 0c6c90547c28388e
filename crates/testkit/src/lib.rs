//! Tests as files: adding a test is adding a file.
//!
//! A [`Suite`] is a folder of inputs, each with its expected output beside it under another
//! extension. Every input is one test. `BLESS=1` rewrites the expectations that differ; the
//! difference in the tree is what a reviewer reads.
//!
//! # Invariants
//! - A suite without any input fails: a wrong folder must not pass.
//! - An expectation without its input fails.
//! - A test that does not end is named, and ends the program.

#![forbid(unsafe_code)]

pub mod commands;
pub mod mutate;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

/// What a test does with its input: path and bytes in, output out.
pub type Run = Arc<dyn Fn(&Path, &[u8]) -> Vec<u8> + Send + Sync>;

/// A test that is no file: its name and what it does.
pub type Single = (&'static str, fn() -> Result<(), String>);

/// A test that is no file and holds something.
pub type Case = (&'static str, Box<dyn FnOnce() -> Result<(), String> + Send>);

/// A folder of tests.
pub struct Suite {
    name: String,
    folder: PathBuf,
    input: &'static str,
    expectation: &'static str,
    run: Run,
}

impl Suite {
    /// Tests of all files `*.input` in `folder`, against `*.expectation` beside them.
    pub fn new(
        folder: impl Into<PathBuf>,
        (input, expectation): (&'static str, &'static str),
        run: impl Fn(&Path, &[u8]) -> Vec<u8> + Send + Sync + 'static,
    ) -> Self {
        let folder = folder.into();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self {
            name: format!("{name}.{expectation}"),
            folder,
            input,
            expectation,
            run: Arc::new(run),
        }
    }

    fn trials(&self) -> Vec<Trial> {
        let inputs = files_with(&self.folder, self.input);
        let mut trials: Vec<Trial> = inputs.iter().map(|path| self.trial(path)).collect();
        let orphans: Vec<PathBuf> = files_with(&self.folder, self.expectation)
            .into_iter()
            .filter(|path| !path.with_extension(self.input).exists())
            .collect();
        let (folder, found) = (self.folder.display().to_string(), !inputs.is_empty());
        trials.push(Trial::test(format!("{}::complete", self.name), move || {
            if !found {
                return Err(Failed::from(format!("{folder} holds no test")));
            }
            match orphans.first() {
                Some(orphan) => Err(format!("{} has no input", orphan.display()).into()),
                None => Ok(()),
            }
        }));
        trials
    }

    fn trial(&self, input: &Path) -> Trial {
        let stem = input.file_stem().unwrap_or_default().to_string_lossy();
        let expectation = input.with_extension(self.expectation);
        let (run, input) = (Arc::clone(&self.run), input.to_owned());
        Trial::test(format!("{}::{stem}", self.name), move || {
            let bytes = std::fs::read(&input).map_err(|error| error.to_string())?;
            check(&expectation, &watch::over(&input.to_string_lossy(), || run(&input, &bytes)))
        })
    }
}

/// Runs suites, and single tests that are no files, as a test program's `main`.
pub fn main(suites: &[Suite], singles: Vec<Single>) -> ExitCode {
    let case = |(name, test): Single| -> Case { (name, Box::new(test)) };
    main_with(suites, singles.into_iter().map(case).collect())
}

/// The same for cases that hold something.
pub fn main_with(suites: &[Suite], cases: Vec<Case>) -> ExitCode {
    let mut trials: Vec<Trial> = suites.iter().flat_map(Suite::trials).collect();
    for (name, test) in cases {
        trials.push(Trial::test(name, move || watch::over(name, test).map_err(Failed::from)));
    }
    let (options, words) = asked();
    let fits = |name: &str, word: &String| match options.exact {
        true => name == word,
        false => name.contains(word),
    };
    trials.retain(|trial| words.is_empty() || words.iter().any(|word| fits(trial.name(), word)));
    libtest_mimic::run(&options, trials).exit_code()
}

/// Options that have a value behind them.
const WITH_VALUE: [&str; 6] =
    ["--skip", "--test-threads", "--logfile", "--color", "--format", "-Z"];

/// The options that the program was given, and the words of which the name of a test must have one.
fn asked() -> (Arguments, Vec<String>) {
    let (mut options, mut words) = (Vec::new(), Vec::new());
    let mut given = std::env::args();
    options.extend(given.next());
    while let Some(word) = given.next() {
        if !word.starts_with('-') {
            words.push(word);
            continue;
        }
        let has_value = WITH_VALUE.contains(&word.as_str());
        options.push(word);
        if has_value {
            options.extend(given.next());
        }
    }
    (Arguments::from_iter(options), words)
}

/// Compares `actual` with the file `expectation`, or writes it there under `BLESS=1`.
fn check(expectation: &Path, actual: &[u8]) -> Result<(), Failed> {
    let expected = std::fs::read(expectation).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(expectation, actual).map_err(|error| error.to_string().into());
    }
    let (expected, actual) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(actual));
    let difference = similar::TextDiff::from_lines(expected.as_ref(), actual.as_ref());
    let difference = difference.unified_diff().header("expected", "actual").to_string();
    Err(format!("{} differs\n{difference}", expectation.display()).into())
}

fn files_with(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}
