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
    for file in files.iter().filter(|file| !file.text.starts_with("// @generated")) {
        for name in file.text.lines().filter_map(declared) {
            if uses.get(name) == Some(&1) {
                findings.push(format!("{}: `{name}` is public and never used", file.path));
            }
        }
    }
    findings
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
