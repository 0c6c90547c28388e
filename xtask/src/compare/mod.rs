//! Comparisons with PHP 8.4: the same input to both, and no difference allowed.

mod tokens;

use std::path::{Path, PathBuf};

use anyhow::bail;

/// Runs the comparison that the first word names, on the paths behind it.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, rest) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::compare(root, rest),
        "bless" => tokens::bless(root, &paths(rest)),
        _ => bail!("usage: ./x compare tokens|bless [--short-tags] PATH…"),
    }
}

fn paths(words: &[String]) -> Vec<PathBuf> {
    words.iter().filter(|word| !word.starts_with("--")).map(PathBuf::from).collect()
}
