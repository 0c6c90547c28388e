//! Comparisons with PHP 8.4: the same input to both, and no difference allowed.

mod compile;
mod errors;
mod fold;
mod literals;
mod natives;
mod options;
mod parse;
mod signatures;
mod tokens;
mod uncalled;

use std::path::Path;

use anyhow::bail;

const USAGE: &str =
    "tokens|lex-errors|parse [--mutations [--seed=N]] [--short-tags] [--parse] PATH…
       ./x compare fold [--seed=N] [--count=N]
       ./x compare literals PATH…
       ./x compare compile|compile-errors PATH…
       ./x compare natives
       ./x compare signatures [EXTENSION…]
       ./x compare uncalled [--from=FILE] [EXTENSION…]
       ./x compare bless natives|options
       ./x compare bless tokens|values|errors FOLDER…";

/// Runs the comparison that the first word names, on the paths behind it.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, rest) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::compare(root, rest),
        "literals" => literals::compare(root, rest),
        "fold" => fold::compare(root, rest),
        "natives" => natives::compare(root),
        "signatures" => signatures::compare(root, rest),
        "uncalled" => uncalled::compare(root, rest),
        "parse" => parse::compare(root, rest),
        "compile" => compile::compile_all(rest),
        "compile-errors" => compile::errors(root, rest),
        "lex-errors" => errors::compare(root, rest),
        "bless" => bless(root, rest),
        _ => bail!("usage: ./x compare {USAGE}"),
    }
}

fn bless(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let (what, folders) = words.split_first().map_or(("", &[][..]), |(w, r)| (w.as_str(), r));
    match what {
        "tokens" => tokens::bless(root, folders),
        "natives" => natives::bless(root),
        "options" => options::bless(root, folders),
        "values" => literals::bless(root, folders),
        "errors" => errors::bless(root, folders),
        _ => bail!("usage: ./x compare {USAGE}"),
    }
}
