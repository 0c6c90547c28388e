//! Measurements beside PHP 8.4: the same work by both in one run, and the ratio.

mod memory;
mod parse;
mod tokens;

use std::path::Path;

use anyhow::bail;

/// Runs the measurement that the first word names, on the paths behind it.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, rest) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::measure(root, rest),
        "parse" => parse::measure(root, rest),
        "memory" => memory::measure(rest),
        _ => bail!("usage: ./x bench tokens|parse|memory PATH…"),
    }
}
