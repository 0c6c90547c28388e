//! Public declarations that nobody names.

use std::collections::HashMap;

use super::{Findings, RustFile};

const KEYWORDS: &[&str] = &["fn", "struct", "enum", "trait", "const", "static", "type", "mod"];

/// Names declared `pub` that occur nowhere but in their declaration.
pub fn dead_declarations(files: &[RustFile]) -> Findings {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for file in files {
        for word in file.text.split(|c: char| !c.is_alphanumeric() && c != '_') {
            *uses.entry(word).or_default() += 1;
        }
    }
    let mut findings = Vec::new();
    let hand_written = |file: &&RustFile| !file.text.starts_with("// @generated");
    for file in files.iter().filter(hand_written).filter(|file| has_users(file, files)) {
        for name in file.text.lines().filter_map(declared) {
            if uses.get(name) == Some(&1) {
                findings.push(format!("{}: `{name}` is public and never used", file.path));
            }
        }
    }
    findings
}

/// Whether another crate uses the crate of `file`. What a crate offers is not dead before that.
fn has_users(file: &RustFile, files: &[RustFile]) -> bool {
    let crate_of = |path: &str| path.split('/').take(2).map(str::to_owned).collect::<Vec<_>>();
    let own = crate_of(&file.path);
    let Some(name) = own.get(1).filter(|_| own[0] == "crates") else { return true };
    let import = format!("use {name}::");
    files.iter().any(|other| crate_of(&other.path) != own && other.text.contains(&import))
}

/// The name that a line declares as public, if it does.
fn declared(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub ")?;
    let mut words = rest.split_whitespace();
    let mut keyword = words.next()?;
    let mut name = words.next()?;
    while !KEYWORDS.contains(&keyword) || KEYWORDS.contains(&name) {
        (keyword, name) = (name, words.next()?);
    }
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    Some(&name[..end]).filter(|name| !name.is_empty())
}
