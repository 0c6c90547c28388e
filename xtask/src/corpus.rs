//! PHP sources to try things on: files of PHP, and the programs inside `.phpt` tests.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use testkit::mutate::{Random, mutate};

/// A program and where it is from.
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The sources at the paths among `words`. With `--mutations`, each is broken in a few places,
/// always the same ones for the same `--seed=N`.
pub fn read_all(words: &[String]) -> anyhow::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for path in words.iter().filter(|word| !word.starts_with("--")) {
        read(Path::new(path), &mut sources)?;
    }
    if words.iter().any(|word| word == "--mutations") {
        let seed = words.iter().find_map(|word| word.strip_prefix("--seed=")).unwrap_or("1");
        let mut random = Random::new(seed.parse().context("--seed=N")?);
        sources.iter_mut().for_each(|source| mutate(&mut source.bytes, &mut random));
    }
    Ok(sources)
}

/// Adds all sources at `path`: a file, or the files of a folder by their extensions.
fn read(path: &Path, sources: &mut Vec<Source>) -> anyhow::Result<()> {
    let kind = fs::symlink_metadata(path).with_context(|| path.display().to_string())?;
    if kind.is_dir() {
        let entries: Result<Vec<_>, _> = fs::read_dir(path)?.collect();
        let mut paths: Vec<_> = entries?.into_iter().map(|entry| entry.path()).collect();
        paths.sort();
        return paths.iter().try_for_each(|path| read(path, sources));
    }
    let extension = path.extension().and_then(|extension| extension.to_str());
    let name = path.display().to_string();
    match extension {
        Some("php" | "inc") if kind.is_file() => {
            sources.push(Source { name, bytes: fs::read(path)? });
        }
        Some("phpt") if kind.is_file() => {
            let program = program_of_test(&fs::read(path)?);
            sources.extend(program.map(|bytes| Source { name, bytes }));
        }
        _ => {}
    }
    Ok(())
}

/// The program of a `.phpt` test: its section FILE, or FILEEOF without the line ends behind it.
fn program_of_test(test: &[u8]) -> Option<Vec<u8>> {
    let mut sections: Vec<(&[u8], Vec<u8>)> = Vec::new();
    let mut is_done = false;
    for line in test.split_inclusive(|&byte| byte == b'\n') {
        if let Some(name) = section_name(line) {
            sections.push((name, Vec::new()));
            is_done = false;
        } else if let Some((name, text)) = sections.last_mut() {
            if !is_done {
                text.extend_from_slice(line);
            }
            is_done |=
                matches!(*name, b"FILE" | b"FILEEOF") && line.trim_ascii_end() == b"===DONE===";
        }
    }
    let is_program = |(name, _): &(&[u8], Vec<u8>)| matches!(*name, b"FILE" | b"FILEEOF");
    let (name, mut text) = sections.into_iter().find(is_program)?;
    if name == b"FILEEOF" {
        let end = text.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
        text.truncate(end.map_or(0, |last| last + 1));
    }
    Some(text)
}

fn section_name(line: &[u8]) -> Option<&[u8]> {
    let rest = line.strip_prefix(b"--")?;
    let end = rest.iter().position(|byte| !matches!(byte, b'A'..=b'Z' | b'_'))?;
    (end > 0 && rest[end..].starts_with(b"--")).then_some(&rest[..end])
}
