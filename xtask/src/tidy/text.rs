//! Rules on files as texts: headers, names, sizes, words.

use std::path::Path;

use super::{Findings, RustFile};

/// Lines beyond which a file has two subjects, unless it says that it is a table.
const LINES_MAX: usize = 800;

const FORBIDDEN_NAMES: &[&str] =
    &["util", "utils", "helper", "common", "misc", "manager", "handler", "data", "impl2"];

/// Files that do not open by saying what they are.
pub fn file_headers(files: &[RustFile]) -> Findings {
    let has_header =
        |file: &&RustFile| file.text.starts_with("//!") || file.text.starts_with("// @generated");
    let without = files.iter().filter(|file| !has_header(file));
    without.map(|file| format!("{}: opens without a `//!` header", file.path)).collect()
}

/// Files whose names say nothing.
pub fn file_names(files: &[RustFile]) -> Findings {
    let stem = |file: &RustFile| {
        let path = Path::new(&file.path);
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    };
    let nameless = files.iter().filter(|file| FORBIDDEN_NAMES.contains(&stem(file).as_str()));
    nameless.map(|file| format!("{}: name the file after its subject", file.path)).collect()
}

/// Files that are too long to have one subject.
pub fn file_sizes(files: &[RustFile]) -> Findings {
    let long = files.iter().filter(|file| {
        file.text.lines().count() > LINES_MAX && !file.text.contains("//! tidy: table")
    });
    long.map(|file| format!("{}: more than {LINES_MAX} lines", file.path)).collect()
}

/// Words that must not stand in the tree.
pub fn forbidden_text(files: &[RustFile]) -> Findings {
    let mut findings = Vec::new();
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            let excused = line.contains(concat!("TO", "DO(L-"));
            if !excused && marks.iter().any(|mark| line.contains(mark)) {
                findings.push(format!("{}:{}: needs a ledger id", file.path, number + 1));
            }
        }
    }
    findings
}

/// Paths that the documents name and the tree does not have.
pub fn named_files(root: &Path) -> Findings {
    let documents = ["README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md", "SECURITY.md"];
    let mut findings = Vec::new();
    for document in documents {
        let Ok(text) = std::fs::read_to_string(root.join(document)) else {
            findings.push(format!("{document} is missing"));
            continue;
        };
        for named in text.split('`').skip(1).step_by(2).filter(|named| is_path(named)) {
            if !root.join(named).exists() {
                findings.push(format!("{document} names {named}, which is not there"));
            }
        }
    }
    findings
}

fn is_path(named: &str) -> bool {
    let folders = ["crates/", "xtask/", "docs/", "tests/", "fuzz/", "bench/", "ext/", ".ci/"];
    folders.iter().any(|folder| named.starts_with(folder))
        && !named.contains(['*', ' ', '{', '<', '…'])
}
