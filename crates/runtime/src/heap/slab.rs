//! Slabs: 2 MiB from the system, handed out in runs of pages.
//!
//! The first page of a slab is its header: a bit per page in use, and for each page the class
//! of the run it belongs to, by which the checker can walk all blocks.
//!
//! # Invariants
//! - B1: a slab lies at an address divisible by its size, so masking any address in it gives the
//!   header.
//! - B2: page 0 is always in use.

use std::alloc::{Layout, alloc, dealloc};
use std::cell::Cell;
use std::ptr::{self, NonNull};

use super::size::PAGE_BYTES;
use super::{Heap, Oom, SLABS_OF_THREAD};

/// Bytes of a slab.
pub(super) const SLAB_BYTES: usize = 2 << 20;
/// Pages of a slab, the header's included.
pub(super) const SLAB_PAGES: usize = SLAB_BYTES / PAGE_BYTES;
/// Class of a page that is not in use.
pub(super) const UNUSED: u8 = 0xff;
/// Class of a page that goes on with the run before it.
pub(super) const CONTINUED: u8 = 0xfe;
/// Class of the first page of a run that is one block.
pub(super) const LARGE: u8 = 0xfd;

const MAP_WORDS: usize = SLAB_PAGES / 64;
const SLAB_LAYOUT: Layout = match Layout::from_size_align(SLAB_BYTES, SLAB_BYTES) {
    Ok(layout) => layout,
    Err(_) => panic!("a power of two is an alignment"),
};

/// First page of a slab.
#[repr(C)]
pub(super) struct SlabHeader {
    pub(super) next: Cell<*mut SlabHeader>,
    free_pages: Cell<u32>,
    in_use: [Cell<u64>; MAP_WORDS],
    pub(super) class: [Cell<u8>; SLAB_PAGES],
}

const _: () = assert!(size_of::<SlabHeader>() <= PAGE_BYTES);

impl SlabHeader {
    fn clear(&self) {
        for word in &self.in_use {
            word.set(0);
        }
        for class in &self.class {
            class.set(UNUSED);
        }
        self.free_pages.set(SLAB_PAGES as u32);
        self.mark(0, 1, LARGE);
    }

    fn mark(&self, first: usize, pages: usize, class: u8) {
        for page in first..first + pages {
            let word = &self.in_use[page / 64];
            word.set(word.get() | 1 << (page % 64));
            self.class[page].set(if page == first { class } else { CONTINUED });
        }
        self.free_pages.set(self.free_pages.get() - pages as u32);
    }

    fn unmark(&self, first: usize, pages: usize) {
        for page in first..first + pages {
            let word = &self.in_use[page / 64];
            word.set(word.get() & !(1 << (page % 64)));
            self.class[page].set(UNUSED);
        }
        self.free_pages.set(self.free_pages.get() + pages as u32);
    }

    fn is_in_use(&self, page: usize) -> bool {
        self.in_use[page / 64].get() >> (page % 64) & 1 == 1
    }

    /// First fit.
    fn find(&self, pages: usize) -> Option<usize> {
        if (self.free_pages.get() as usize) < pages {
            return None;
        }
        let mut start = 1;
        let mut page = 1;
        while page < SLAB_PAGES {
            let word = self.in_use[page / 64].get();
            if page.is_multiple_of(64) && word == u64::MAX {
                page += 64;
                start = page;
                continue;
            }
            let in_use = self.is_in_use(page);
            page += 1;
            if in_use {
                start = page;
            } else if page - start == pages {
                return Some(start);
            }
        }
        None
    }
}

impl Heap {
    /// Takes `pages` consecutive pages for blocks of `class`.
    pub(super) fn take_run(&self, pages: usize, class: u8) -> Result<NonNull<u8>, Oom> {
        let mut at = self.slabs.get();
        while let Some(slab) = NonNull::new(at) {
            // SAFETY: H3, B1: slabs on the list are live and ours.
            let header = unsafe { slab.as_ref() };
            if let Some(first) = header.find(pages) {
                header.mark(first, pages, class);
                // SAFETY: `first` + `pages` ≤ SLAB_PAGES, so the address is in the slab.
                return Ok(unsafe { slab.cast::<u8>().byte_add(first * PAGE_BYTES) });
            }
            at = header.next.get();
        }
        let slab = self.add_slab()?;
        // SAFETY: the slab was just made.
        let header = unsafe { slab.as_ref() };
        header.mark(1, pages, class);
        // SAFETY: page 1 is in the slab.
        Ok(unsafe { slab.cast::<u8>().byte_add(PAGE_BYTES) })
    }

    fn add_slab(&self) -> Result<NonNull<SlabHeader>, Oom> {
        SLABS_OF_THREAD.with(|_| ());
        self.charge_real(SLAB_BYTES)?;
        // SAFETY: the layout's size is not zero.
        let block = unsafe { alloc(SLAB_LAYOUT) };
        let Some(slab) = NonNull::new(block.cast::<SlabHeader>()) else {
            self.uncharge_real(SLAB_BYTES);
            return Err(self.refuse(SLAB_BYTES));
        };
        // SAFETY: the header fits the slab; all bytes of its fields are valid when zero.
        unsafe { ptr::write_bytes(slab.as_ptr(), 0, 1) };
        // SAFETY: just initialised.
        let header = unsafe { slab.as_ref() };
        header.clear();
        header.next.set(self.slabs.get());
        self.slabs.set(slab.as_ptr());
        Ok(slab)
    }

    /// Empties the first `kept` slabs and returns the others to the system.
    pub(super) fn trim_slabs(&self, kept: usize) {
        let mut at = self.slabs.replace(ptr::null_mut());
        let mut count = 0;
        while let Some(slab) = NonNull::new(at) {
            // SAFETY: H3: a slab on the list is live.
            let header = unsafe { slab.as_ref() };
            at = header.next.get();
            if count < kept {
                header.clear();
                header.next.set(self.slabs.replace(slab.as_ptr()));
                count += 1;
            } else {
                // SAFETY: allocated in `add_slab` with this layout; off the list now.
                unsafe { dealloc(slab.as_ptr().cast(), SLAB_LAYOUT) };
                self.uncharge_real(SLAB_BYTES);
            }
        }
    }
}

/// Gives back a run of [`LARGE`] pages.
///
/// # Safety
/// `block` is the start of a run of `pages` pages taken from a slab of this thread.
pub(super) unsafe fn return_run(block: NonNull<u8>, pages: usize) {
    let (slab, offset) = slab_of(block);
    // SAFETY: B1 and the caller's promise: the header is live.
    let header = unsafe { slab.as_ref() };
    header.unmark(offset / PAGE_BYTES, pages);
}

/// The slab that a block of a slab lies in, and the block's offset in it.
pub(super) fn slab_of(block: NonNull<u8>) -> (NonNull<SlabHeader>, usize) {
    let offset = block.addr().get() % SLAB_BYTES;
    // SAFETY: B1: the slab starts `offset` bytes below, in the same allocation.
    let start = unsafe { block.byte_sub(offset) };
    (start.cast(), offset)
}
