//! What is known of the files whose units are kept: what `opcache_get_status()` tells.

use std::collections::HashMap;
use std::time::SystemTime;

use vm::source::{Kept, KeptFile};

/// The book of a provider.
#[derive(Default)]
pub struct Book {
    kept: Kept,
    /// Where each path is in the list.
    places: HashMap<Box<[u8]>, usize>,
}

impl Book {
    /// Writes down that a file was compiled.
    pub fn compiled(&mut self, path: &[u8], changed: Option<SystemTime>, bytes: usize) {
        self.kept.misses += 1;
        let new = KeptFile { path: path.into(), hits: 0, bytes, used: SystemTime::now(), changed };
        match self.file(path) {
            Some(old) => {
                let wasted = old.changed.map_or(0, |_| old.bytes);
                *old = new;
                self.kept.wasted += wasted;
            }
            None => {
                self.places.insert(path.into(), self.kept.files.len());
                self.kept.files.push(new);
            }
        }
    }

    /// Writes down that a file was known.
    pub fn known(&mut self, path: &[u8]) {
        self.kept.hits += 1;
        if let Some(file) = self.file(path) {
            file.hits += 1;
            file.used = SystemTime::now();
        }
    }

    /// Writes down that a file is to be compiled anew.
    pub fn forgotten(&mut self, path: &[u8]) {
        let Some(file) = self.file(path) else { return };
        if file.changed.take().is_some() {
            let bytes = file.bytes;
            self.kept.wasted += bytes;
        }
    }

    /// When a file had been changed last that is kept.
    pub fn changed(&mut self, path: &[u8]) -> Option<SystemTime> {
        self.file(path)?.changed
    }

    /// Has the next request begin anew.
    pub fn end(&mut self) {
        self.kept.is_ending = true;
    }

    /// Begins anew if that was wanted; says whether it was.
    pub fn begin(&mut self) -> bool {
        if !self.kept.is_ending {
            return false;
        }
        let restarts = self.kept.restarts + 1;
        let restarted = Some(SystemTime::now());
        self.places.clear();
        self.kept = Kept { started: self.kept.started, restarts, restarted, ..Kept::default() };
        true
    }

    /// All that is written down.
    pub fn kept(&self) -> Kept {
        self.kept.clone()
    }

    fn file(&mut self, path: &[u8]) -> Option<&mut KeptFile> {
        self.kept.files.get_mut(*self.places.get(path)?)
    }
}
