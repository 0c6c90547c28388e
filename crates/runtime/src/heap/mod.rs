//! The request heap: one per thread, dropped whole when the request ends.
//!
//! Blocks up to 3584 bytes come from free lists, one per size; up to 1 MiB from whole pages of
//! 2 MiB slabs; above that from the system. No operation is atomic. A block carries no size: who
//! frees it knows how big it is.
//!
//! Machine code allocates a block of a constant size with
//!
//! ```text
//! p = heap.free[class];  if p == 0 → slow path (Heap::alloc)
//! heap.free[class] = *p;  heap.used += CLASS_BYTES[class]
//! ```
//!
//! and frees it with
//!
//! ```text
//! heap.peak = max(heap.peak, heap.used);  heap.used -= CLASS_BYTES[class]
//! *p = heap.free[class];  heap.free[class] = p
//! ```
//!
//! # Invariants
//! - H1: a block on `free[c]` lies in a page run of class `c` of a slab of this heap, and is on
//!   the list once.
//! - H2: `used` is the sum of the block sizes handed out; `real` is the sum of slabs and huge
//!   blocks, and does not exceed `limit`.
//! - H3: slab and huge headers are touched by the owning thread only.
//!
//! # Not here
//! What lives in blocks, and when it is released: `value`. The message a script sees when memory
//! is exhausted: [`Heap::last_refusal`] has its figures.

mod check;
mod huge;
pub mod size;
mod slab;

use std::cell::Cell;
use std::ptr::{self, NonNull};

pub use check::{Corruption, HeapStats};
use huge::HugeHeader;
use size::{CLASS_BYTES, PAGE_BYTES, SMALL_BYTES_MAX, SMALL_CLASSES, block_bytes, small_class};
use slab::{SLAB_BYTES, SlabHeader};

/// The request's memory limit was reached, or the system refused memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Oom;

/// Figures of the last refused request, for PHP's message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Refusal {
    /// The limit in force, in bytes.
    pub limit_bytes: usize,
    /// What was asked for, in bytes.
    pub tried_bytes: usize,
}

/// The largest block that is cut from a slab.
pub const LARGE_BYTES_MAX: usize = 1 << 20;
/// PHP's default `memory_limit`.
pub const LIMIT_BYTES_DEFAULT: usize = 128 << 20;

/// First word of a block on a free list.
#[repr(C)]
struct FreeBlock {
    next: *mut FreeBlock,
}

/// The heap of one thread. See the module's documentation for the sequences machine code uses.
#[repr(C)]
pub struct Heap {
    free: [Cell<*mut FreeBlock>; SMALL_CLASSES],
    used: Cell<usize>,
    peak: Cell<usize>,
    real: Cell<usize>,
    real_peak: Cell<usize>,
    limit: Cell<usize>,
    slabs: Cell<*mut SlabHeader>,
    huge: Cell<*mut HugeHeader>,
    refusal: Cell<Refusal>,
    fail_after: Cell<u64>,
    /// How many fail then.
    fail_count: Cell<u64>,
    attempts: Cell<u64>,
}

thread_local! {
    static HEAP: Heap = const { Heap::new() };
    static SLABS_OF_THREAD: SlabsOfThread = const { SlabsOfThread };
}

/// Returns the thread's slabs to the system when the thread ends.
struct SlabsOfThread;

impl Drop for SlabsOfThread {
    fn drop(&mut self) {
        HEAP.with(Heap::return_everything);
    }
}

/// Runs `body` with this thread's heap.
#[inline]
pub fn with<R>(body: impl FnOnce(&Heap) -> R) -> R {
    HEAP.with(body)
}

/// Allocates `bytes` on this thread's heap. The block is not initialised.
#[inline]
pub fn alloc(bytes: usize) -> Result<NonNull<u8>, Oom> {
    HEAP.with(|heap| heap.alloc(bytes))
}

/// Frees a block of this thread's heap.
///
/// # Safety
/// As [`Heap::free`].
#[inline]
pub unsafe fn free(block: NonNull<u8>, bytes: usize) {
    // SAFETY: the caller's promise is the same.
    HEAP.with(|heap| unsafe { heap.free(block, bytes) });
}

/// Grows or shrinks a block of this thread's heap, moving it when it must.
///
/// # Safety
/// As [`Heap::resize`].
#[inline]
pub unsafe fn resize(block: NonNull<u8>, old: usize, new: usize) -> Result<NonNull<u8>, Oom> {
    // SAFETY: the caller's promise is the same.
    HEAP.with(|heap| unsafe { heap.resize(block, old, new) })
}

impl Heap {
    /// Where the free lists lie, one pointer a class.
    pub const FREE_AT: usize = std::mem::offset_of!(Self, free);
    /// Where the sum of the blocks that are handed out lies.
    pub const USED_AT: usize = std::mem::offset_of!(Self, used);

    const fn new() -> Self {
        Self {
            free: [const { Cell::new(ptr::null_mut()) }; SMALL_CLASSES],
            used: Cell::new(0),
            peak: Cell::new(0),
            real: Cell::new(0),
            real_peak: Cell::new(0),
            limit: Cell::new(LIMIT_BYTES_DEFAULT),
            slabs: Cell::new(ptr::null_mut()),
            huge: Cell::new(ptr::null_mut()),
            refusal: Cell::new(Refusal { limit_bytes: 0, tried_bytes: 0 }),
            fail_after: Cell::new(0),
            fail_count: Cell::new(0),
            attempts: Cell::new(0),
        }
    }

    /// Allocates `bytes`, rounded up as [`block_bytes`] says. The block is not initialised.
    #[inline]
    pub fn alloc(&self, bytes: usize) -> Result<NonNull<u8>, Oom> {
        self.inject(bytes)?;
        if bytes > SMALL_BYTES_MAX {
            return self.alloc_pages(bytes);
        }
        let class = small_class(bytes);
        let Some(block) = NonNull::new(self.free[class].get()) else {
            return self.refill(class);
        };
        // SAFETY: H1: a block on a free list is ours and its first word is the link.
        self.free[class].set(unsafe { (*block.as_ptr()).next });
        self.used.set(self.used.get() + usize::from(CLASS_BYTES[class]));
        check::unpoison(block.cast(), usize::from(CLASS_BYTES[class]));
        Ok(block.cast())
    }

    /// Frees a block.
    ///
    /// # Safety
    /// `block` came from this heap for a request with the same [`block_bytes`] as `bytes`, is not
    /// yet freed, and is not used again.
    #[inline]
    pub unsafe fn free(&self, block: NonNull<u8>, bytes: usize) {
        if bytes > SMALL_BYTES_MAX {
            // SAFETY: the caller's promise is the same.
            return unsafe { self.free_pages(block, bytes) };
        }
        let class = small_class(bytes);
        self.charge_free(usize::from(CLASS_BYTES[class]));
        check::poison(block, usize::from(CLASS_BYTES[class]));
        let link = block.cast::<FreeBlock>();
        // SAFETY: the block is ours (caller's promise) and at least 16 bytes long.
        unsafe { link.write(FreeBlock { next: self.free[class].get() }) };
        self.free[class].set(link.as_ptr());
    }

    /// Gives a block another size, keeping the bytes that both sizes have. On `Err` the block is
    /// as it was.
    ///
    /// # Safety
    /// As [`Heap::free`] for `old` bytes; on `Ok` the old block is gone.
    pub unsafe fn resize(
        &self,
        block: NonNull<u8>,
        old: usize,
        new: usize,
    ) -> Result<NonNull<u8>, Oom> {
        let (old_block, new_block) = (block_bytes(old), block_bytes(new));
        if old_block == new_block {
            return Ok(block);
        }
        if old_block > LARGE_BYTES_MAX && new_block > LARGE_BYTES_MAX {
            self.inject(new)?;
            // SAFETY: a block above LARGE_BYTES_MAX is huge (see `alloc_pages`).
            return unsafe { self.resize_huge(block, old_block, new_block) };
        }
        let moved = self.alloc(new)?;
        let kept = old_block.min(new_block);
        // SAFETY: both blocks have at least `kept` bytes and are distinct.
        unsafe { ptr::copy_nonoverlapping(block.as_ptr(), moved.as_ptr(), kept) };
        // SAFETY: the caller's promise.
        unsafe { self.free(block, old) };
        Ok(moved)
    }

    #[cold]
    fn refill(&self, class: usize) -> Result<NonNull<u8>, Oom> {
        let pages = size::run_pages(class);
        let run = self.take_run(pages, class as u8)?;
        let bytes = usize::from(CLASS_BYTES[class]);
        let blocks = pages * PAGE_BYTES / bytes;
        let mut next = ptr::null_mut();
        for index in (1..blocks).rev() {
            // SAFETY: `index` blocks of `bytes` lie in the run just taken.
            let block = unsafe { run.byte_add(index * bytes) };
            check::poison(block, bytes);
            // SAFETY: the block is inside the run and nobody else knows it.
            unsafe { block.cast::<FreeBlock>().write(FreeBlock { next }) };
            next = block.cast::<FreeBlock>().as_ptr();
        }
        self.free[class].set(next);
        self.used.set(self.used.get() + bytes);
        Ok(run)
    }

    #[cold]
    fn alloc_pages(&self, bytes: usize) -> Result<NonNull<u8>, Oom> {
        if bytes > isize::MAX as usize / 2 {
            return Err(self.refuse(bytes));
        }
        let rounded = block_bytes(bytes);
        let block = if rounded > LARGE_BYTES_MAX {
            self.alloc_huge(rounded)?
        } else {
            self.take_run(rounded / PAGE_BYTES, slab::LARGE)?
        };
        self.used.set(self.used.get() + rounded);
        Ok(block)
    }

    /// # Safety
    /// As [`Heap::free`], with `bytes` > [`SMALL_BYTES_MAX`].
    #[cold]
    unsafe fn free_pages(&self, block: NonNull<u8>, bytes: usize) {
        let rounded = block_bytes(bytes);
        self.charge_free(rounded);
        if rounded > LARGE_BYTES_MAX {
            // SAFETY: `alloc_pages` made it huge by the same test.
            unsafe { self.free_huge(block, rounded) };
        } else {
            // SAFETY: `alloc_pages` cut it from a slab by the same test.
            unsafe { slab::return_run(block, rounded / PAGE_BYTES) };
        }
    }

    #[inline]
    fn charge_free(&self, bytes: usize) {
        let used = self.used.get();
        if used > self.peak.get() {
            self.peak.set(used);
        }
        self.used.set(used - bytes);
    }

    /// Charges `bytes` from the system against the limit.
    fn charge_real(&self, bytes: usize) -> Result<(), Oom> {
        let real = self.real.get();
        match real.checked_add(bytes) {
            Some(sum) if sum <= self.limit.get() => {
                self.real.set(sum);
                self.real_peak.set(self.real_peak.get().max(sum));
                Ok(())
            }
            _ => Err(self.refuse(bytes)),
        }
    }

    fn uncharge_real(&self, bytes: usize) {
        self.real.set(self.real.get() - bytes);
    }

    /// Counts memory that lies outside of this heap against the limit.
    pub fn charge(&self, bytes: usize) -> Result<(), Oom> {
        self.charge_real(bytes)
    }

    /// Ends what [`charge`](Self::charge) began.
    pub fn uncharge(&self, bytes: usize) {
        self.uncharge_real(bytes);
    }

    #[cold]
    fn refuse(&self, tried_bytes: usize) -> Oom {
        self.refusal.set(Refusal { limit_bytes: self.limit.get(), tried_bytes });
        Oom
    }

    /// Refuses the request when a test has asked for it. Only with debug assertions.
    #[inline]
    fn inject(&self, bytes: usize) -> Result<(), Oom> {
        if cfg!(debug_assertions) {
            let attempt = self.attempts.get();
            self.attempts.set(attempt + 1);
            let fails = attempt.checked_sub(self.fail_after.get());
            if fails.is_some_and(|before| before < self.fail_count.get()) {
                return Err(self.refuse(bytes));
            }
        }
        Ok(())
    }

    /// Makes every allocation fail after `count` more have been tried; `None` ends this. Works
    /// in builds with debug assertions only.
    pub fn fail_after(&self, count: Option<u64>) {
        self.attempts.set(0);
        self.fail_after.set(count.unwrap_or(0));
        self.fail_count.set(if count.is_some() { u64::MAX } else { 0 });
    }

    /// The same, but only one allocation fails.
    pub fn fail_once_after(&self, count: u64) {
        self.fail_after(Some(count));
        self.fail_count.set(1);
    }

    /// How many allocations were tried since [`fail_after`](Self::fail_after) was called.
    pub fn attempts(&self) -> u64 {
        self.attempts.get()
    }

    /// Bytes in blocks handed out: `memory_get_usage()`.
    pub fn used_bytes(&self) -> usize {
        self.used.get()
    }

    /// The most that [`used_bytes`](Self::used_bytes) has been: `memory_get_peak_usage()`.
    pub fn peak_bytes(&self) -> usize {
        self.peak.get().max(self.used.get())
    }

    /// Bytes taken from the system: `memory_get_usage(true)`.
    pub fn real_bytes(&self) -> usize {
        self.real.get()
    }

    /// The most that [`real_bytes`](Self::real_bytes) has been: `memory_get_peak_usage(true)`.
    pub fn real_peak_bytes(&self) -> usize {
        self.real_peak.get()
    }

    /// Forgets the peaks: `memory_reset_peak_usage()`.
    pub fn reset_peak(&self) {
        self.peak.set(self.used.get());
        self.real_peak.set(self.real.get());
    }

    /// Sets `memory_limit`; false, and no change, when more than that is already taken.
    pub fn set_limit(&self, bytes: usize) -> bool {
        let accepted = bytes >= self.real.get();
        if accepted {
            self.limit.set(bytes);
        }
        accepted
    }

    /// `memory_limit` in bytes.
    pub fn limit_bytes(&self) -> usize {
        self.limit.get()
    }

    /// Figures of the last refused request.
    pub fn last_refusal(&self) -> Refusal {
        self.refusal.get()
    }

    /// Drops every block at once, keeping up to `kept_slabs` slabs for the next request.
    ///
    /// # Safety
    /// Nothing on this thread uses a block of this heap afterwards, not even to release it.
    pub unsafe fn reset(&self, kept_slabs: usize) {
        for list in &self.free {
            list.set(ptr::null_mut());
        }
        self.return_huge();
        self.trim_slabs(kept_slabs);
        self.used.set(0);
        self.reset_peak();
    }

    fn return_everything(&self) {
        for list in &self.free {
            list.set(ptr::null_mut());
        }
        self.return_huge();
        self.trim_slabs(0);
    }

    /// Address of the counter and list words, for machine code: byte offset of `free[0]`,
    /// `used` and `peak` from the heap's own address.
    pub const OFFSETS: [usize; 3] = [
        std::mem::offset_of!(Heap, free),
        std::mem::offset_of!(Heap, used),
        std::mem::offset_of!(Heap, peak),
    ];
}

const _: () = assert!(LARGE_BYTES_MAX < SLAB_BYTES - PAGE_BYTES);

#[cfg(test)]
mod tests;
