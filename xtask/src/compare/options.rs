//! Command lines: what PHP prints of each that the tests of the binary have.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use testkit::commands::Subject;

/// Writes what PHP prints as what the tests expect: of all topics, or of those that are named.
pub fn bless(root: &Path, topics: &[String]) -> anyhow::Result<()> {
    let tests = root.join("crates/cli/test_data");
    let folder = tests.join("options");
    let program = reference()?;
    let words = [
        (tests.display().to_string(), "{root}"),
        ("/usr/bin/php8.4".to_owned(), "{php}"),
        ("php8.4 ".to_owned(), "php "),
    ];
    let mut count = 0;
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let topic = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_wanted = topics.is_empty() || topics.contains(&topic);
        if path.extension().is_none_or(|extension| extension != "cmds") || !is_wanted {
            continue;
        }
        let links = std::env::temp_dir().join(format!("jive-options-{}", std::process::id()));
        let subject = Subject { program: &program, links: links.clone(), words: &words };
        let text = fs::read_to_string(&path)?;
        count += text.lines().filter(|line| !line.is_empty()).count();
        let answers = subject.answers(&folder, &text)?;
        fs::remove_dir_all(links)?;
        fs::write(path.with_extension("out"), answers)?;
    }
    ensure!(count > 0, "{} has no such topic", folder.display());
    println!("{count} command lines answered");
    Ok(())
}

/// PHP's command in full.
fn reference() -> anyhow::Result<PathBuf> {
    let named = std::env::var_os("JIVE_PHP").map(PathBuf::from);
    let named = named.unwrap_or_else(|| "php84".into());
    if named.components().count() > 1 {
        return Ok(named);
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&folders).map(|folder| folder.join(&named));
    places.find(|place| place.is_file()).context("php84: run ./x oracle")
}
