//! Process-wide tables that only grow: a record is added once and read for ever by its number.
//!
//! Reading takes two dependent loads and no lock.

use std::sync::{Mutex, OnceLock, PoisonError};

const CHUNK: usize = 1024;
const CHUNKS: usize = 1024;

/// Up to 2²⁰ records, numbered from 0.
pub struct Registry<T: 'static> {
    chunks: [OnceLock<Box<[OnceLock<T>]>>; CHUNKS],
    numbers: Mutex<Numbers>,
}

/// Which numbers are taken.
struct Numbers {
    next: u32,
    /// Numbers below `next` that were reserved and given back.
    returned: Vec<u32>,
}

impl<T> Registry<T> {
    /// An empty table.
    pub const fn new() -> Self {
        let numbers = Numbers { next: 0, returned: Vec::new() };
        Self { chunks: [const { OnceLock::new() }; CHUNKS], numbers: Mutex::new(numbers) }
    }

    /// The record with this number, if there is one.
    #[inline]
    pub fn get(&'static self, number: u32) -> Option<&'static T> {
        let number = number as usize;
        self.chunks.get(number / CHUNK)?.get()?[number % CHUNK].get()
    }

    /// Adds a record; `None` when the table is full.
    pub fn add(&'static self, record: T) -> Option<u32> {
        let number = self.reserve()?;
        self.publish(number, record);
        Some(number)
    }

    /// A number for a record that must know it; `None` when the table is full. It is given to
    /// [`publish`](Self::publish) or to [`give_back`](Self::give_back).
    pub fn reserve(&'static self) -> Option<u32> {
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = numbers.returned.pop() {
            return Some(number);
        }
        let number = numbers.next;
        let chunk = self.chunks.get(number as usize / CHUNK)?;
        chunk.get_or_init(|| (0..CHUNK).map(|_| OnceLock::new()).collect());
        numbers.next += 1;
        Some(number)
    }

    /// Makes a record readable under its reserved number.
    pub fn publish(&'static self, number: u32, record: T) -> Option<&'static T> {
        let place = &self.chunks.get(number as usize / CHUNK)?.get()?[number as usize % CHUNK];
        place.set(record).ok()?;
        place.get()
    }

    /// Returns a reserved number under which nothing was published.
    pub fn give_back(&'static self, number: u32) {
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if numbers.returned.try_reserve(1).is_ok() {
            numbers.returned.push(number);
        }
    }
}

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self::new()
    }
}
