//! Process-wide tables that only grow: a record is added once and read for ever by its number.
//!
//! Reading takes one load and no lock. A place is a word of memory that costs nothing before its
//! number is given.
//!
//! # Invariants
//! - G1: a place is null or the address of a whole record, which is neither changed nor freed.

#![expect(unsafe_code, reason = "records by their published addresses")]

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

const RECORDS: usize = 1 << 20;

/// Up to 2²⁰ records, numbered from 0.
pub struct Registry<T: 'static> {
    places: [AtomicPtr<T>; RECORDS],
    numbers: Mutex<Numbers>,
}

/// Which numbers are taken.
struct Numbers {
    next: u32,
    /// Numbers below `next` that were reserved and given back.
    returned: Vec<u32>,
}

impl<T: Send + Sync> Registry<T> {
    /// An empty table.
    pub const fn new() -> Self {
        let numbers = Numbers { next: 0, returned: Vec::new() };
        let places = [const { AtomicPtr::new(ptr::null_mut()) }; RECORDS];
        Self { places, numbers: Mutex::new(numbers) }
    }

    /// The record with this number, if there is one.
    #[inline]
    pub fn get(&'static self, number: u32) -> Option<&'static T> {
        let record = self.places.get(number as usize)?.load(Ordering::Acquire);
        // SAFETY: G1.
        unsafe { record.as_ref() }
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
        if number as usize == RECORDS {
            return None;
        }
        numbers.next += 1;
        Some(number)
    }

    /// Makes a record readable under its reserved number; `None` when there is one already.
    pub fn publish(&'static self, number: u32, record: T) -> Option<&'static T> {
        let place = self.places.get(number as usize)?;
        if !place.load(Ordering::Relaxed).is_null() {
            return None;
        }
        let record: &'static T = Box::leak(Box::new(record));
        place.store(ptr::from_ref(record).cast_mut(), Ordering::Release);
        Some(record)
    }

    /// Returns a reserved number under which nothing was published.
    pub fn give_back(&'static self, number: u32) {
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        if numbers.returned.try_reserve(1).is_ok() {
            numbers.returned.push(number);
        }
    }
}

impl<T: Send + Sync> Default for Registry<T> {
    fn default() -> Self {
        Self::new()
    }
}
