//! Bytes as numbers, compared and filled up in constant time.

use std::ptr;

use libsodium_sys as c;

use super::{Outcome, Sodium};

impl Sodium {
    /// Overwrites with zeros, whatever the compiler thinks of it.
    pub fn memzero(self, bytes: &mut [u8]) {
        // SAFETY: S1, S2.
        unsafe { c::sodium_memzero(bytes.as_mut_ptr().cast(), bytes.len()) }
    }

    /// Adds one to a number whose lowest byte is the first.
    pub fn increment(self, number: &mut [u8]) {
        // SAFETY: S1, S2.
        unsafe { c::sodium_increment(number.as_mut_ptr(), number.len()) }
    }

    /// Adds to a number whose lowest byte is the first.
    pub fn add(self, number: &mut [u8], other: &[u8]) {
        assert_eq!(number.len(), other.len(), "invariant S2: equal lengths");
        // SAFETY: S1, S2.
        unsafe { c::sodium_add(number.as_mut_ptr(), other.as_ptr(), number.len()) }
    }

    /// Compares numbers whose lowest byte is the first.
    pub fn compare(self, left: &[u8], right: &[u8]) -> i64 {
        assert_eq!(left.len(), right.len(), "invariant S2: equal lengths");
        // SAFETY: S1, S2.
        let order = unsafe { c::sodium_compare(left.as_ptr(), right.as_ptr(), left.len()) };
        i64::from(order)
    }

    /// 0 for equal bytes, or else −1.
    pub fn memcmp(self, left: &[u8], right: &[u8]) -> i64 {
        assert_eq!(left.len(), right.len(), "invariant S2: equal lengths");
        let (from, to) = (left.as_ptr().cast(), right.as_ptr().cast());
        // SAFETY: S1, S2.
        let order = unsafe { c::sodium_memcmp(from, to, left.len()) };
        i64::from(order)
    }

    /// Marks where the text of `used` bytes ends, in a buffer that ends with a block.
    pub fn pad(self, buffer: &mut [u8], used: usize, block: usize) -> bool {
        assert!(used < buffer.len() && buffer.len().is_multiple_of(block), "invariant S2: it fits");
        // SAFETY: S1, S2; null asks for no length.
        let outcome = unsafe {
            c::sodium_pad(ptr::null_mut(), buffer.as_mut_ptr(), used, block, buffer.len())
        };
        outcome.is_success()
    }

    /// How long a text is without what filled it up to the end of a block.
    pub fn unpad(self, padded: &[u8], block: usize) -> Option<usize> {
        assert!((1..=padded.len()).contains(&block), "invariant S2: there is a block");
        let mut length = 0;
        // SAFETY: S1, S2.
        let outcome =
            unsafe { c::sodium_unpad(&raw mut length, padded.as_ptr(), padded.len(), block) };
        outcome.is_success().then_some(length)
    }
}
