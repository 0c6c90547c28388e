//! Functions by the numbers that values and caches name them by.
//!
//! # Invariants
//! - U1: a number that is taken leads to its function, which is not freed before the number is
//!   given back. A number that was given back may be taken by another function.

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

use runtime::registry::Registry;

use crate::func::Func;

static PLACES: Registry<AtomicPtr<Func>> = Registry::new();
static RETURNED: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A number for a function that has none; `None` when the process has too many.
pub(crate) fn take(func: &'static Func) -> Option<u32> {
    let address = ptr::from_ref(func).cast_mut();
    let returned = RETURNED.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let Some(number) = returned else { return PLACES.add(AtomicPtr::new(address)) };
    PLACES.get(number)?.store(address, Ordering::Release);
    Some(number)
}

/// The function with a number.
#[inline]
pub(crate) fn func(number: u32) -> Option<&'static Func> {
    let address = NonNull::new(PLACES.get(number)?.load(Ordering::Acquire))?;
    // SAFETY: U1.
    Some(unsafe { address.as_ref() })
}

/// Gives back the number of a function that is about to be freed and that nothing names.
pub(super) fn give_back(number: u32) {
    let Some(place) = PLACES.get(number) else { return };
    place.store(ptr::null_mut(), Ordering::Release);
    RETURNED.lock().unwrap_or_else(PoisonError::into_inner).push(number);
}
