//! Functions by the numbers that values and caches name them by.
//!
//! # Invariants
//! - U1: a number that is taken leads to its function, which is not freed before the number is
//!   given back. A number that was given back may be taken by another function.

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::func::Func;

const NUMBERS: usize = 1 << 20;

/// The functions. A place is a word of memory that costs nothing before its number is given.
static PLACES: [AtomicPtr<Func>; NUMBERS] = [const { AtomicPtr::new(ptr::null_mut()) }; NUMBERS];
static FREE: Mutex<Free> = Mutex::new(Free { next: 0, returned: Vec::new() });

/// The numbers that no function has.
struct Free {
    next: u32,
    /// Numbers below `next`.
    returned: Vec<u32>,
}

/// A number for a function that has none; `None` when the process has too many.
pub(crate) fn take(func: &'static Func) -> Option<u32> {
    let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
    let number = free.returned.pop().unwrap_or(free.next);
    let place = PLACES.get(number as usize)?;
    free.next = free.next.max(number + 1);
    place.store(ptr::from_ref(func).cast_mut(), Ordering::Release);
    Some(number)
}

/// The function with a number.
#[inline]
pub(crate) fn func(number: u32) -> Option<&'static Func> {
    let address = NonNull::new(PLACES.get(number as usize)?.load(Ordering::Acquire))?;
    // SAFETY: U1.
    Some(unsafe { address.as_ref() })
}

/// Gives back the number of a function that is about to be freed and that nothing names.
pub(super) fn give_back(number: u32) {
    let Some(place) = PLACES.get(number as usize) else { return };
    place.store(ptr::null_mut(), Ordering::Release);
    FREE.lock().unwrap_or_else(PoisonError::into_inner).returned.push(number);
}
