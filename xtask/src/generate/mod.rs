//! `cargo xtask gen`: writes the files that are made from others, or checks that they are current.

#[cfg(feature = "php")]
mod builtins;
#[cfg(feature = "php")]
mod natives;
mod parser;

use std::path::Path;

use anyhow::{Context as _, bail};

/// What to do with a generated file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Fail when the file in the tree differs.
    Check,
}

/// Makes every generated file of the tree at `root`.
pub fn run(root: &Path, mode: Mode) -> anyhow::Result<()> {
    let grammar = root.join("crates/syntax/grammar/php.lalr");
    let grammar = std::fs::read_to_string(&grammar).context("the grammar")?;
    let tables = parser::generate(&grammar)?;
    deliver(&root.join("crates/syntax/src/parser/generated.rs"), &tables, mode)?;
    deliver(&root.join("docs/bytecode.md"), &hhbc::doc::bytecode_reference(), mode)?;
    #[cfg(feature = "php")]
    for (path, text) in natives::generate(root)? {
        deliver(&path, &text, mode)?;
    }
    #[cfg(feature = "php")]
    {
        let (path, text) = builtins::generate(root)?;
        deliver(&path, &text, mode)?;
    }
    Ok(())
}

fn deliver(path: &Path, text: &str, mode: Mode) -> anyhow::Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|held| held == text) {
        return Ok(());
    }
    match mode {
        Mode::Write => std::fs::write(path, text).with_context(|| path.display().to_string()),
        Mode::Check => bail!("{} is out of date: run `./x gen`", path.display()),
    }
}
