//! Measurements beside PHP 8.4: the same work by both in one run, and the ratio.

mod applications;
mod compile;
mod growth;
mod library;
mod memory;
mod parse;
mod rss;
mod tokens;
mod tree;
mod workers;

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::bail;

/// Runs the measurement that the first word names, on the paths behind it.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, rest) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::measure(root, rest),
        "parse" => parse::measure(root, rest),
        "tree" => tree::measure(rest),
        "compile" => compile::measure(root, rest),
        "growth" => growth::measure(root, rest),
        "library" => library::measure(root, rest),
        "memory" => memory::measure(root),
        "applications" => applications::measure(root),
        "rss" => rss::measure(root, rest),
        "workers" => workers::measure(root, rest),
        _ => bail!(
            "usage: ./x bench memory | applications | library [COUNT] | growth [CASE…] | rss [CASE] | workers [FILE…] | \
             compile [PATH…] | tokens|parse|tree PATH…"
        ),
    }
}

/// The lines of a script that measures: a name, a tabulator, a number.
fn rows(text: &str) -> anyhow::Result<Vec<(String, f64)>> {
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    pairs.map(|(name, number)| Ok((name.to_owned(), number.parse()?))).collect()
}

/// CPU time of this thread so far.
fn cpu_time() -> Duration {
    let figures = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = figures.split_whitespace().next().and_then(|word| word.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}
