//! The index of a dict: for each bucket, the newest of its elements.
//!
//! # Invariants
//! - N1: an `Index` is used only while its dict's block neither moves nor is freed.

use std::cell::Cell;
use std::ptr::NonNull;

/// 2⁶⁴ divided by the golden ratio: spreads ints that differ in any bits over the high bits.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The 2^`log2` words at the end of a dict's block.
#[derive(Clone, Copy)]
pub(super) struct Index {
    heads: NonNull<u32>,
    log2: u32,
}

impl Index {
    /// The index that starts at `heads`.
    ///
    /// # Safety
    /// 2^`log2` words lie there, `log2` ≥ 1, and N1 is kept.
    #[inline]
    pub(super) unsafe fn from_raw(heads: NonNull<u32>, log2: u32) -> Self {
        Self { heads, log2 }
    }

    #[inline]
    fn head<'a>(self, bucket: usize) -> &'a Cell<u32> {
        debug_assert!(bucket >> self.log2 == 0);
        // SAFETY: see `from_raw`; both callers keep the bucket below 2^log2.
        let head = unsafe { self.heads.add(bucket) };
        // SAFETY: as above; a cell is the word alone.
        unsafe { head.cast().as_ref() }
    }

    /// The bucket of an int key. Those of neighbours lie side by side, as the elements of a list
    /// do; what ints have above the bits of a bucket's number moves them by any distance.
    #[inline]
    pub(super) fn of_int<'a>(self, key: i64) -> &'a Cell<u32> {
        let key = key as u64;
        let distance = (key >> self.log2).wrapping_mul(MIX) >> (64 - self.log2);
        self.head((key.wrapping_add(distance) & ((1 << self.log2) - 1)) as usize)
    }

    /// The bucket of a string key with this hash.
    #[inline]
    pub(super) fn of_hash<'a>(self, hash: u32) -> &'a Cell<u32> {
        self.head(hash as usize & ((1 << self.log2) - 1))
    }

    /// Empties all buckets.
    pub(super) fn clear(self) {
        // SAFETY: see `from_raw`; all ones is `dict::NONE`.
        unsafe { self.heads.write_bytes(0xff, 1 << self.log2) };
    }

    /// Copies the buckets of another index of the same size.
    pub(super) fn copy_from(self, other: Index) {
        debug_assert_eq!(self.log2, other.log2);
        // SAFETY: see `from_raw`; the indices belong to different blocks.
        unsafe { self.heads.copy_from_nonoverlapping(other.heads, 1 << self.log2) };
    }
}
