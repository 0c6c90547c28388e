//! What a run shows at its end: a table by folder, lists, differences, and files to read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use similar::TextDiff;

use crate::baseline::Baseline;
use crate::ledger::group;
use crate::test::{Outcome, Verdict};

/// A test and what became of it.
#[derive(Clone)]
pub struct Line {
    pub name: String,
    pub verdict: Verdict,
    pub seconds: f64,
}

/// Counts of a folder.
#[derive(Default)]
struct Row {
    counts: BTreeMap<Outcome, usize>,
    /// Tests among these that PHP passes, and those of them that pass here.
    of_php: (usize, usize),
}

/// The table: a folder a line, with what part of PHP's passes are passes here.
pub fn table(lines: &[Line], baseline: &Baseline) -> String {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut all = Row::default();
    for line in lines {
        let row = rows.entry(group(&line.name)).or_default();
        row.add(line, baseline);
        all.add(line, baseline);
    }
    let mut text = format!("{:24}{:>7}", "folder", "tests");
    for outcome in Outcome::ALL {
        text.push_str(&format!("{:>9}", outcome.word()));
    }
    text.push_str("   of PHP's passes\n");
    for (name, row) in rows.iter().chain([(&"all".to_owned(), &all)]) {
        text.push_str(&row.text(name));
    }
    text
}

impl Row {
    fn add(&mut self, line: &Line, baseline: &Baseline) {
        let passed = line.verdict.outcome == Outcome::Passed;
        *self.counts.entry(line.verdict.outcome).or_default() += 1;
        if baseline.passes(&line.name) {
            self.of_php.0 += 1;
            self.of_php.1 += usize::from(passed);
        }
    }

    fn text(&self, name: &str) -> String {
        let total: usize = self.counts.values().sum();
        let mut text = format!("{name:24}{total:>7}");
        for outcome in Outcome::ALL {
            text.push_str(&format!("{:>9}", self.counts.get(&outcome).copied().unwrap_or(0)));
        }
        let (of, passed) = self.of_php;
        let percent = passed as f64 * 100.0 / of.max(1) as f64;
        text.push_str(&format!("   {passed}/{of} = {percent:.1} %\n"));
        text
    }
}

/// Writes `results.tsv`, and of every test that went wrong its output and what differs.
pub fn write(work: &Path, lines: &[Line]) -> anyhow::Result<()> {
    let mut text = String::from("outcome\ttest\tseconds\treason\n");
    for line in lines {
        let Line { name, verdict, seconds } = line;
        let reason: String = verdict.reason.chars().map(visible).collect();
        text.push_str(&format!("{}\t{name}\t{seconds:.3}\t{reason}\n", verdict.outcome.word()));
    }
    fs::write(work.join("results.tsv"), text)?;
    for line in lines.iter().filter(|line| is_wrong(line.verdict.outcome)) {
        let name = line.name.replace("# ", "").replace(": ", "/");
        let file = work.join("wrong").join(name.trim_end_matches(".phpt"));
        fs::create_dir_all(file.parent().unwrap_or(work))?;
        fs::write(file.with_extension("out"), &line.verdict.output)?;
        fs::write(file.with_extension("exp"), &line.verdict.expected)?;
    }
    Ok(())
}

/// Whether there is a difference to look at.
pub fn is_wrong(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Passed | Outcome::Skipped)
}

fn visible(letter: char) -> char {
    if letter.is_control() { ' ' } else { letter }
}

/// What differs between what was expected and what came.
pub fn difference(verdict: &Verdict) -> String {
    let expected = String::from_utf8_lossy(&verdict.expected);
    let output = String::from_utf8_lossy(&verdict.output);
    let difference = TextDiff::from_lines(expected.as_ref(), output.as_ref());
    difference.unified_diff().header("expected", "output").to_string()
}
