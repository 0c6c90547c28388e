//! Huge blocks: above 1 MiB, straight from the system, on a list so that a reset finds them.
//!
//! # Invariants
//! - G1: a header of [`PREFIX_BYTES`] precedes the block; headers form a doubly linked list whose
//!   head is in the heap.

use std::alloc::{Layout, alloc, dealloc, realloc};
use std::ptr::{self, NonNull};
use std::sync::Once;

use super::{Heap, Oom};

/// Bytes between the start of the allocation and the block.
const PREFIX_BYTES: usize = 64;
const ALIGN: usize = 64;

/// So many bytes that are free at the end of the system's heap stay there: what grows and goes again
/// and again is not taken from the system each time. Blocks above that have pages of their own.
const KEPT_BYTES: i32 = 32 << 20;

/// Precedes a huge block.
#[repr(C)]
pub(super) struct HugeHeader {
    next: *mut HugeHeader,
    previous: *mut HugeHeader,
    /// Of the block, without this header.
    bytes: usize,
}

fn layout(bytes: usize) -> Option<Layout> {
    Layout::from_size_align(bytes.checked_add(PREFIX_BYTES)?, ALIGN).ok()
}

/// Has the system's heap keep what is free.
fn keep_free_pages() {
    static KEPT: Once = Once::new();
    KEPT.call_once(|| {
        for setting in [libc::M_TRIM_THRESHOLD, libc::M_MMAP_THRESHOLD] {
            // SAFETY: both settings take bytes, and may be changed at any time.
            unsafe { libc::mallopt(setting, KEPT_BYTES) };
        }
    });
}

impl Heap {
    /// Allocates a huge block of `bytes`, a block size.
    pub(super) fn alloc_huge(&self, bytes: usize) -> Result<NonNull<u8>, Oom> {
        let layout = layout(bytes).ok_or_else(|| self.refuse(bytes))?;
        super::SLABS_OF_THREAD.with(|_| ());
        keep_free_pages();
        self.charge_real(bytes)?;
        // SAFETY: the layout's size is not zero.
        let start = unsafe { alloc(layout) };
        let Some(header) = NonNull::new(start.cast::<HugeHeader>()) else {
            self.uncharge_real(bytes);
            return Err(self.refuse(bytes));
        };
        Ok(self.link(header, bytes))
    }

    fn link(&self, header: NonNull<HugeHeader>, bytes: usize) -> NonNull<u8> {
        let next = self.huge.replace(header.as_ptr());
        // SAFETY: G1: the header is ours and being initialised.
        unsafe { header.write(HugeHeader { next, previous: ptr::null_mut(), bytes }) };
        if let Some(next) = NonNull::new(next) {
            // SAFETY: G1: headers on the list are live.
            unsafe { (*next.as_ptr()).previous = header.as_ptr() };
        }
        // SAFETY: the prefix is part of the allocation.
        unsafe { header.cast::<u8>().byte_add(PREFIX_BYTES) }
    }

    fn unlink(&self, header: NonNull<HugeHeader>) {
        // SAFETY: G1: headers on the list are live.
        let HugeHeader { next, previous, .. } = unsafe { header.read() };
        match NonNull::new(previous) {
            // SAFETY: G1.
            Some(previous) => unsafe { (*previous.as_ptr()).next = next },
            None => self.huge.set(next),
        }
        if let Some(next) = NonNull::new(next) {
            // SAFETY: G1.
            unsafe { (*next.as_ptr()).previous = previous };
        }
    }

    /// # Safety
    /// `block` came from [`alloc_huge`](Self::alloc_huge) with `bytes`.
    pub(super) unsafe fn free_huge(&self, block: NonNull<u8>, bytes: usize) {
        // SAFETY: G1 and the caller's promise.
        let header = unsafe { block.byte_sub(PREFIX_BYTES) }.cast::<HugeHeader>();
        self.unlink(header);
        self.give_back(header, bytes);
    }

    fn give_back(&self, header: NonNull<HugeHeader>, bytes: usize) {
        self.uncharge_real(bytes);
        if let Some(layout) = layout(bytes) {
            // SAFETY: allocated with this layout, and off the list.
            unsafe { dealloc(header.as_ptr().cast(), layout) };
        }
    }

    /// # Safety
    /// As [`free_huge`](Self::free_huge) with `old`; both sizes are block sizes of huge blocks.
    pub(super) unsafe fn resize_huge(
        &self,
        block: NonNull<u8>,
        old: usize,
        new: usize,
    ) -> Result<NonNull<u8>, Oom> {
        let (Some(old_layout), Some(new_layout)) = (layout(old), layout(new)) else {
            return Err(self.refuse(new));
        };
        self.charge_real(new.saturating_sub(old))?;
        // SAFETY: G1 and the caller's promise.
        let header = unsafe { block.byte_sub(PREFIX_BYTES) }.cast::<HugeHeader>();
        self.unlink(header);
        let start = header.as_ptr().cast::<u8>();
        // SAFETY: allocated with `old_layout`; the new size is not zero and fits isize.
        let moved = unsafe { realloc(start, old_layout, new_layout.size()) };
        let Some(moved) = NonNull::new(moved.cast::<HugeHeader>()) else {
            self.link(header, old);
            self.uncharge_real(new.saturating_sub(old));
            return Err(self.refuse(new));
        };
        self.uncharge_real(old.saturating_sub(new));
        self.peak.set(self.peak_bytes());
        self.used.set(self.used.get() - old + new);
        Ok(self.link(moved, new))
    }

    /// Returns all huge blocks to the system.
    pub(super) fn return_huge(&self) {
        while let Some(header) = NonNull::new(self.huge.get()) {
            // SAFETY: G1.
            let bytes = unsafe { (*header.as_ptr()).bytes };
            self.unlink(header);
            self.give_back(header, bytes);
        }
    }

    /// Sizes of all huge blocks.
    pub(super) fn huge_bytes(&self) -> usize {
        let mut sum = 0;
        let mut at = self.huge.get();
        while let Some(header) = NonNull::new(at) {
            // SAFETY: G1.
            let HugeHeader { next, bytes, .. } = unsafe { header.read() };
            sum += bytes;
            at = next;
        }
        sum
    }
}
