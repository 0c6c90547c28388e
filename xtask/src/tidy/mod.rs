//! The house rules, as checks: each gives the list of what breaks it.

mod arrows;
mod dead;
mod text;
mod unsafe_map;

pub use arrows::arrows;
pub use dead::dead_declarations;
pub use text::{file_headers, file_names, file_sizes, forbidden_text, named_files};
pub use unsafe_map::unsafe_map;

use std::path::{Path, PathBuf};

/// What breaks a rule, one line each.
pub type Findings = Vec<String>;

/// Prints all findings; fails when there are any.
pub fn run(root: &Path) -> anyhow::Result<()> {
    let files = rust_files(root);
    let findings: Findings = [
        arrows(root)?,
        unsafe_map(&files),
        dead_declarations(&files),
        file_headers(&files),
        file_names(&files),
        file_sizes(&files),
        forbidden_text(&files),
        named_files(root),
    ]
    .concat();
    for finding in &findings {
        println!("{finding}");
    }
    anyhow::ensure!(findings.is_empty(), "{} findings", findings.len());
    println!("{} files, no findings", files.len());
    Ok(())
}

/// A source file of the workspace, by its path from the root.
pub struct RustFile {
    pub path: String,
    pub text: String,
}

/// All Rust files of the workspace.
pub fn rust_files(root: &Path) -> Vec<RustFile> {
    let folders = ["crates", "ext", "fuzz", "xtask"];
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).ok()?;
        let path = path.strip_prefix(root).ok()?.to_string_lossy().into_owned();
        Some(RustFile { path, text })
    };
    paths.into_iter().filter_map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}
