//! Checks of the heap: poison in freed memory, and a walk over every list.
//!
//! With debug assertions freed blocks are filled with `0xa5` and must still hold it when they
//! are handed out again, so that a write after free is found. Without them this costs nothing.

use std::ptr::NonNull;

use super::size::{CLASS_BYTES, PAGE_BYTES, run_pages};
use super::slab::{CONTINUED, LARGE, SLAB_BYTES, UNUSED, slab_of};
use super::{FreeBlock, Heap};

/// What freed memory is filled with in builds with debug assertions.
const POISON: u8 = 0xa5;
/// What fresh memory is filled with in builds with debug assertions.
const FRESH: u8 = 0xab;
/// At most this much of a block is filled, so that debug builds stay usable.
const POISON_BYTES_MAX: usize = 256;

/// What [`Heap::check`] found wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Corruption {
    /// A free list reaches a page of another class.
    ForeignBlock {
        /// The free list's class.
        class: usize,
    },
    /// A free list is longer than all runs of its class: it has a cycle, or a block twice.
    EndlessList {
        /// The free list's class.
        class: usize,
    },
    /// The sum of live blocks is not what was counted.
    Miscount {
        /// By the walk, in bytes.
        found: usize,
        /// By the counter, in bytes.
        counted: usize,
    },
}

/// What a walk of the heap found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HeapStats {
    /// Bytes of live blocks.
    pub live_bytes: usize,
    /// Bytes on free lists.
    pub free_bytes: usize,
    /// Slabs held.
    pub slabs: usize,
}

/// Fills a freed block.
#[inline]
pub(super) fn poison(block: NonNull<u8>, bytes: usize) {
    if cfg!(debug_assertions) {
        // SAFETY: the block is being freed, so it is ours and `bytes` long.
        unsafe { block.write_bytes(POISON, bytes.min(POISON_BYTES_MAX)) };
    }
}

/// Checks that nobody wrote to a freed block, and fills it anew.
#[inline]
pub(super) fn unpoison(block: NonNull<u8>, bytes: usize) {
    if cfg!(debug_assertions) {
        let checked = bytes.min(POISON_BYTES_MAX);
        // SAFETY: a block of a free list is `bytes` long and was filled when it was freed.
        let content = unsafe { std::slice::from_raw_parts(block.as_ptr(), checked) };
        let intact = content[size_of::<FreeBlock>()..].iter().all(|&byte| byte == POISON);
        assert!(intact, "freed memory was written to");
        // SAFETY: as above.
        unsafe { block.write_bytes(FRESH, checked) };
    }
}

impl Heap {
    /// Walks all slabs and free lists, and compares with the counters.
    pub fn check(&self) -> Result<HeapStats, Corruption> {
        let mut stats = HeapStats::default();
        let mut blocks = [0; CLASS_BYTES.len()];
        let mut at = self.slabs.get();
        while let Some(slab) = NonNull::new(at) {
            // SAFETY: H3: slabs on the list are live.
            let header = unsafe { slab.as_ref() };
            stats.slabs += 1;
            let mut in_large = false;
            for page in &header.class[1..] {
                match page.get() {
                    UNUSED => {}
                    CONTINUED => stats.live_bytes += if in_large { PAGE_BYTES } else { 0 },
                    LARGE => {
                        in_large = true;
                        stats.live_bytes += PAGE_BYTES;
                    }
                    class => {
                        let class = usize::from(class);
                        in_large = false;
                        blocks[class] +=
                            run_pages(class) * PAGE_BYTES / usize::from(CLASS_BYTES[class]);
                    }
                }
            }
            at = header.next.get();
        }
        for (class, &count) in blocks.iter().enumerate() {
            let bytes = usize::from(CLASS_BYTES[class]);
            let free = self.check_list(class, count)?;
            stats.free_bytes += free * bytes;
            stats.live_bytes += (count - free) * bytes;
        }
        stats.live_bytes += self.huge_bytes();
        let counted = self.used.get();
        if stats.live_bytes == counted {
            Ok(stats)
        } else {
            Err(Corruption::Miscount { found: stats.live_bytes, counted })
        }
    }

    fn check_list(&self, class: usize, blocks: usize) -> Result<usize, Corruption> {
        let mut length = 0;
        let mut at = self.free[class].get();
        while let Some(block) = NonNull::new(at) {
            let (slab, offset) = slab_of(block.cast());
            // SAFETY: H1: the block lies in a slab of this heap.
            let header = unsafe { slab.as_ref() };
            let mut page = offset / PAGE_BYTES;
            while page > 0 && header.class[page].get() == CONTINUED {
                page -= 1;
            }
            let in_run =
                (offset - page * PAGE_BYTES).is_multiple_of(usize::from(CLASS_BYTES[class]));
            if offset >= SLAB_BYTES || usize::from(header.class[page].get()) != class || !in_run {
                return Err(Corruption::ForeignBlock { class });
            }
            length += 1;
            if length > blocks {
                return Err(Corruption::EndlessList { class });
            }
            // SAFETY: H1.
            at = unsafe { (*block.as_ptr()).next };
        }
        Ok(length)
    }
}
