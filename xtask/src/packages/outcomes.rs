//! What became of the tests of a run: PHPUnit's log of events, read.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::Context as _;

/// What becomes of a test, as the log says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Passed,
    Failed,
    Errored,
    Skipped,
}

/// How lines begin that say what became of a test; its name follows.
const LINES: &[(&str, Outcome)] = &[
    ("Test Passed (", Outcome::Passed),
    ("Test Failed (", Outcome::Failed),
    ("Test Errored (", Outcome::Errored),
    ("Test Preparation Errored (", Outcome::Errored),
    ("Test Preparation Failed (", Outcome::Failed),
    ("Before First Test Method Errored (", Outcome::Errored),
    ("Test Triggered PHPUnit Error (", Outcome::Errored),
    ("Test Skipped (", Outcome::Skipped),
    ("Test Suite Skipped (", Outcome::Skipped),
    ("Test Marked Incomplete (", Outcome::Skipped),
];

/// A run that was.
#[derive(Default)]
pub struct Run {
    pub tests: BTreeMap<String, Outcome>,
    /// Whether it came to its end.
    pub is_whole: bool,
    /// CPU seconds of it and all its processes.
    pub seconds: f64,
}

impl Run {
    /// Reads the log of events. That there is none is a run without tests.
    pub fn read(log: &Path, seconds: f64) -> anyhow::Result<Self> {
        let mut run = Self { seconds, ..Self::default() };
        if !log.exists() {
            return Ok(run);
        }
        let bytes = std::fs::read(log).with_context(|| log.display().to_string())?;
        for line in String::from_utf8_lossy(&bytes).lines() {
            run.is_whole |= line.starts_with("Test Runner Finished");
            let known = LINES.iter().find_map(|(start, outcome)| {
                Some((line.strip_prefix(start)?.trim_end_matches(')'), *outcome))
            });
            if let Some((name, outcome)) = known {
                let worst = run.tests.entry(name.to_owned()).or_insert(outcome);
                if *worst == Outcome::Passed {
                    *worst = outcome;
                }
            }
        }
        Ok(run)
    }

    fn count(&self, wanted: Outcome) -> usize {
        self.tests.values().filter(|outcome| **outcome == wanted).count()
    }

    /// Whether the same became of the same tests.
    pub fn equals(&self, other: &Self) -> bool {
        self.tests == other.tests && self.is_whole == other.is_whole
    }

    /// The tests of which something else became in `other`: what here and what there.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let said =
            |outcome: Option<&Outcome>| outcome.map_or("-".to_owned(), |it| format!("{it:?}"));
        let names: std::collections::BTreeSet<_> =
            self.tests.keys().chain(other.tests.keys()).collect();
        let pairs =
            names.into_iter().map(|name| (name, self.tests.get(name), other.tests.get(name)));
        pairs
            .filter(|(_, here, there)| here != there)
            .map(|(name, here, there)| format!("{} → {}: {name}", said(here), said(there)))
            .collect()
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [passed, failed, errors, skipped] =
            [Outcome::Passed, Outcome::Failed, Outcome::Errored, Outcome::Skipped]
                .map(|it| self.count(it));
        let end = if self.is_whole { ' ' } else { '!' };
        write!(f, "{passed:>5} {failed:>4} {errors:>4} {skipped:>4}{end}")
    }
}
