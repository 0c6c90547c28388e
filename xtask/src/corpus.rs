//! PHP sources to try things on: files of PHP, and the programs inside `.phpt` tests.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// A program and where it is from.
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// All sources at `path`: a file, or the files of a folder by their extensions.
pub fn read(path: &Path, sources: &mut Vec<Source>) -> anyhow::Result<()> {
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
