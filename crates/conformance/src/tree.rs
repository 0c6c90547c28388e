//! A worker's tree: what lies beside PHP's tests, copied, and put right again after each test.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context as _;

/// What tests find beside them in the source: files by their paths from its root, and folders.
pub struct Manifest {
    source: PathBuf,
    files: HashMap<PathBuf, Stamp>,
    folders: HashSet<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: SystemTime,
}

/// One worker's copy.
pub struct Tree<'a> {
    pub root: PathBuf,
    manifest: &'a Manifest,
}

impl Manifest {
    /// Lists all of `source` that lies in folders of tests, without the tests themselves.
    pub fn of(source: &Path) -> anyhow::Result<Self> {
        let (files, folders) = (HashMap::new(), HashSet::new());
        let mut manifest = Self { source: source.to_owned(), files, folders };
        manifest.scan(Path::new(""), false)?;
        Ok(manifest)
    }

    fn scan(&mut self, folder: &Path, in_tests: bool) -> anyhow::Result<()> {
        let path = self.source.join(folder);
        let entries = fs::read_dir(&path).with_context(|| path.display().to_string())?;
        if in_tests {
            self.folders.extend(folder.ancestors().map(Path::to_owned));
        }
        for entry in entries {
            let entry = entry?;
            let name = folder.join(entry.file_name());
            let kind = entry.metadata()?;
            if kind.is_dir() {
                let in_tests = in_tests || entry.file_name() == "tests";
                self.scan(&name, in_tests)?;
            } else if in_tests && name.extension().is_none_or(|extension| extension != "phpt") {
                self.files.insert(name, Stamp::of(&kind)?);
            }
        }
        Ok(())
    }
}

impl Stamp {
    fn of(kind: &fs::Metadata) -> std::io::Result<Self> {
        Ok(Self { length: kind.len(), modified: kind.modified()? })
    }
}

impl<'a> Tree<'a> {
    /// Makes the tree at `root` what the manifest says, whatever was there.
    pub fn open(root: &Path, manifest: &'a Manifest) -> anyhow::Result<Self> {
        fs::create_dir_all(root)?;
        let tree = Self { root: root.canonicalize()?, manifest };
        for folder in &manifest.folders {
            fs::create_dir_all(tree.root.join(folder))?;
        }
        tree.restore(Path::new(""))?;
        Ok(tree)
    }

    /// Puts everything below `folder` right: what is not of the source goes, what has changed or
    /// gone comes back.
    pub fn restore(&self, folder: &Path) -> anyhow::Result<()> {
        let mut seen = HashSet::new();
        self.clean(folder, true, &mut seen)?;
        for name in self.manifest.folders.iter().filter(|name| name.starts_with(folder)) {
            if !seen.contains(name) && !self.root.join(name).is_dir() {
                fs::create_dir_all(self.root.join(name))?;
            }
        }
        for name in self.manifest.files.keys().filter(|name| name.starts_with(folder)) {
            if !seen.contains(name) {
                self.copy(name)?;
            }
        }
        Ok(())
    }

    /// Removes what tests have left in the root itself.
    pub fn restore_root(&self) -> anyhow::Result<()> {
        self.clean(Path::new(""), false, &mut HashSet::new())
    }

    /// Removes what is not of the source; `seen` gets the files and folders that are as they were.
    fn clean(&self, folder: &Path, deep: bool, seen: &mut HashSet<PathBuf>) -> anyhow::Result<()> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else { return Ok(()) };
        for entry in entries.flatten() {
            let (name, path) = (folder.join(entry.file_name()), entry.path());
            let Ok(kind) = entry.metadata() else { continue };
            if kind.is_dir() {
                if !self.manifest.folders.contains(&name) {
                    remove_folder(&path);
                    continue;
                }
                if deep {
                    self.clean(&name, true, seen)?;
                }
                seen.insert(name);
                continue;
            }
            match self.manifest.files.get(&name) {
                Some(stamp) if *stamp == Stamp::of(&kind)? => drop(seen.insert(name)),
                Some(_) => {}
                None => drop(fs::remove_file(&path)),
            }
        }
        Ok(())
    }

    fn copy(&self, name: &Path) -> anyhow::Result<()> {
        let (from, to) = (self.manifest.source.join(name), self.root.join(name));
        let _ = fs::remove_file(&to);
        fs::copy(&from, &to).with_context(|| to.display().to_string())?;
        let modified = self.manifest.files[name].modified;
        fs::File::options().write(true).open(&to)?.set_modified(modified)?;
        Ok(())
    }
}

/// Removes a folder that a test may have taken all rights from.
fn remove_folder(path: &Path) {
    if fs::remove_dir_all(path).is_err() {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o700));
        let _ = fs::remove_dir_all(path);
    }
}
