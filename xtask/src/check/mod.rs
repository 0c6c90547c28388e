//! Checks of the release build that no test of another build can make.

mod dispatch;

use std::path::Path;

use anyhow::bail;

/// Runs the check that the first word names.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    match words.first().map(String::as_str) {
        Some("dispatch") => dispatch::check(root, &words[1..]),
        _ => bail!("usage: ./x check dispatch [TURNS] | asan | miri"),
    }
}
