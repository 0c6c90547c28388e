//! The tests that pass, one sorted list a folder: `tests/conformance/passing`. What is in it may
//! not fail again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The names of all tests that pass.
#[derive(Default)]
pub struct Ledger(BTreeSet<String>);

fn folder(root: &Path) -> PathBuf {
    root.join("tests/conformance/passing")
}

impl Ledger {
    /// Reads the lists of a checkout; without any, nothing passes.
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(folder(root)).into_iter().flatten() {
            names.extend(fs::read_to_string(entry?.path())?.lines().map(str::to_owned));
        }
        Ok(Self(names))
    }

    /// Whether a test passed when the ledger was written.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Adds a test. A name leaves the lists by hand alone, with a reason in the commit.
    pub fn add(&mut self, name: &str) {
        self.0.insert(name.to_owned());
    }

    /// Writes the lists.
    pub fn write(&self, root: &Path) -> anyhow::Result<()> {
        let mut lists: BTreeMap<String, String> = BTreeMap::new();
        for name in &self.0 {
            let list = lists.entry(group(name).replace('/', "-")).or_default();
            list.push_str(name);
            list.push('\n');
        }
        let folder = folder(root);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        for (group, text) in lists {
            fs::write(folder.join(format!("{group}.txt")), text)?;
        }
        Ok(())
    }
}

/// The part of PHP that a test is of: the first two folders of its path.
pub fn group(name: &str) -> String {
    let path = name.strip_prefix("# ").unwrap_or(name);
    let mut parts = path.split('/');
    let top = parts.next().unwrap_or_default();
    match (parts.next(), parts.next()) {
        (Some(second), Some(_)) => format!("{top}/{second}"),
        _ => top.to_owned(),
    }
}
