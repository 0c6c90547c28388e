//! Process-wide tables that only grow: a record is added once and read for ever by its number.
//!
//! Reading takes two dependent loads and no lock.

use std::sync::{Mutex, OnceLock, PoisonError};

const CHUNK: usize = 1024;
const CHUNKS: usize = 1024;

/// Up to 2²⁰ records, numbered from 0.
pub struct Registry<T: 'static> {
    chunks: [OnceLock<Box<[OnceLock<T>]>>; CHUNKS],
    count: Mutex<u32>,
}

impl<T> Registry<T> {
    /// An empty table.
    pub const fn new() -> Self {
        Self { chunks: [const { OnceLock::new() }; CHUNKS], count: Mutex::new(0) }
    }

    /// The record with this number, if there is one.
    #[inline]
    pub fn get(&'static self, number: u32) -> Option<&'static T> {
        let number = number as usize;
        self.chunks.get(number / CHUNK)?.get()?[number % CHUNK].get()
    }

    /// Adds a record; `None` when the table is full.
    pub fn add(&'static self, record: T) -> Option<u32> {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let number = *count;
        let chunk = self.chunks.get(number as usize / CHUNK)?;
        let records = chunk.get_or_init(|| (0..CHUNK).map(|_| OnceLock::new()).collect());
        records[number as usize % CHUNK].set(record).ok()?;
        *count += 1;
        Some(number)
    }
}

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self::new()
    }
}
