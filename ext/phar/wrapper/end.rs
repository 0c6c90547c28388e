//! An open file of an archive.

use std::cell::RefCell;
use std::io::{self, SeekFrom};
use std::rc::Rc;

use ext_file::layer::guest::FarEnd;

use crate::archive::write::KEPT;
use crate::archive::{ArchiveRef, EntryRef};
use crate::entry::{Stat, stat};
use crate::registry::{Registry, now};

/// The file, and where in it the script is.
pub struct EntryEnd {
    registry: Rc<RefCell<Registry>>,
    archive: ArchiveRef,
    entry: EntryRef,
    bytes: Rc<RefCell<Vec<u8>>>,
    at: usize,
    is_past: bool,
}

impl EntryEnd {
    /// From its beginning.
    pub fn new(
        registry: Rc<RefCell<Registry>>,
        (archive, entry): (ArchiveRef, EntryRef),
        bytes: Rc<RefCell<Vec<u8>>>,
    ) -> Self {
        Self { registry, archive, entry, bytes, at: 0, is_past: false }
    }
}

/// The rows of `stat()`.
pub fn rows(stat: &Stat) -> [i64; 13] {
    let Stat { size, mode, time, inode } = *stat;
    [12, inode, mode, 1, 0, 0, -1, size, time, time, time, -1, -1]
}

impl FarEnd for EntryEnd {
    fn read(&mut self, most: usize) -> io::Result<Vec<u8>> {
        if self.entry.borrow().is_deleted {
            self.is_past = true;
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = self.bytes.borrow();
        let start = self.at.min(bytes.len());
        let end = start.saturating_add(most).min(bytes.len());
        self.at = end;
        self.is_past = end == bytes.len();
        Ok(bytes[start..end].to_vec())
    }

    fn is_at_end(&self) -> bool {
        self.is_past
    }

    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let mut bytes = self.bytes.borrow_mut();
        let end = self.at + data.len();
        if u32::try_from(end).is_err() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if bytes.len() < end {
            bytes.resize(end, 0);
        }
        bytes[self.at..end].copy_from_slice(data);
        self.at = end;
        let mut entry = self.entry.borrow_mut();
        entry.size = bytes.len() as u32;
        entry.packed_size = entry.size;
        entry.is_modified = true;
        Ok(data.len())
    }

    fn is_seekable(&self) -> bool {
        true
    }

    fn seek(&mut self, to: SeekFrom) -> Option<i64> {
        let length = self.bytes.borrow().len() as i64;
        let target = match to {
            SeekFrom::Start(at) => i64::try_from(at).ok()?,
            SeekFrom::Current(by) => (self.at as i64).checked_add(by)?,
            SeekFrom::End(by) => length.checked_add(by)?,
        };
        if !(0..=length).contains(&target) {
            return None;
        }
        self.at = target as usize;
        self.is_past = false;
        Some(target)
    }

    fn flush(&mut self, _: bool) -> io::Result<()> {
        if !self.entry.borrow().is_modified {
            return Ok(());
        }
        self.entry.borrow_mut().timestamp = now();
        let Ok(mut registry) = self.registry.try_borrow_mut() else { return Ok(()) };
        registry.flush(&self.archive, KEPT).map_err(io::Error::other)
    }

    fn length(&self) -> Option<u64> {
        Some(self.bytes.borrow().len() as u64)
    }

    fn facts(&self) -> Option<[i64; 13]> {
        Some(rows(&stat(&self.archive.borrow(), Some(&self.entry.borrow()))))
    }
}

impl Drop for EntryEnd {
    fn drop(&mut self) {
        if let Ok(mut registry) = self.registry.try_borrow_mut() {
            registry.leave(&self.archive, &self.entry);
        }
    }
}
