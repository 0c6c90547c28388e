//! Comparisons with PHP 8.4: the same input to both, and no difference allowed.

mod errors;
mod literals;
mod tokens;

use std::path::Path;

use anyhow::bail;

const USAGE: &str = "tokens|lex-errors [--mutations [--seed=N]] [--short-tags] PATH…
       ./x compare literals PATH…
       ./x compare bless FOLDER…";

/// Runs the comparison that the first word names, on the paths behind it.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, rest) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::compare(root, rest),
        "literals" => literals::compare(root, rest),
        "lex-errors" => errors::compare(root, rest),
        "bless" => tokens::bless(root, rest).and_then(|()| literals::bless(root, rest)),
        _ => bail!("usage: ./x compare {USAGE}"),
    }
}
