//! The VM stack: one reservation of addresses per request, committed as frames need it.
//!
//! Frames grow upwards. What is committed is charged to `memory_limit`; the committed end is the
//! limit in the surprise word, so a call that needs more takes the slow path once.
//!
//! # Invariants
//! - S1: `base` starts `RESERVED_BYTES` mapped addresses until the stack is dropped; the first
//!   `committed` of them can be read and written, the page after the last never can.
//! - S2: nobody else unmaps or protects them.
//!
//! # Not here
//! What lies on the stack: `frame`.

#![expect(unsafe_code, reason = "reserves and commits memory")]

mod native;

use std::io;
use std::ptr::NonNull;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use runtime::heap::{self, Oom};
use runtime::value::TypedValue;

pub(crate) use native::limit as native_limit;

/// Addresses reserved for one stack.
const RESERVED_BYTES: usize = 2 << 30;
/// What is committed from the start.
const FIRST_BYTES: usize = 256 << 10;
/// Addresses reserved for the stack of a fiber.
const SMALL_BYTES: usize = 128 << 20;
/// What is committed of it from the start.
const SMALL_FIRST_BYTES: usize = 32 << 10;
/// The least that is committed at a time after that.
const STEP_BYTES: usize = 1 << 20;
/// The end of the reservation that is never committed.
const GUARD_BYTES: usize = 64 << 10;

/// The places of fibers that are taken in this process.
static FIBERS: AtomicUsize = AtomicUsize::new(0);
/// Mappings of a fiber: its two stacks, and the end of each that nobody may touch.
const MAPPINGS_OF_FIBER: usize = 4;
/// Mappings that the system grants a process when it does not tell.
const MAPPINGS_USUAL: usize = 65_530;

/// The most fibers: three quarters of the system's mappings, so that what else needs memory, other
/// requests too, still gets it.
fn fibers_max() -> usize {
    static MOST: LazyLock<usize> = LazyLock::new(|| {
        let told = std::fs::read_to_string("/proc/sys/vm/max_map_count");
        let mappings = told.ok().and_then(|text| text.trim().parse().ok());
        mappings.unwrap_or(MAPPINGS_USUAL) / MAPPINGS_OF_FIBER / 4 * 3
    });
    *MOST
}

/// What one fiber may have of the process's mappings, until it is dropped.
struct FiberPlace;

impl FiberPlace {
    /// `None` when the fibers have all that they may have.
    fn take() -> Option<Self> {
        let before = FIBERS.fetch_add(1, Ordering::Relaxed);
        let place = Self;
        (before < fibers_max()).then_some(place)
    }
}

impl Drop for FiberPlace {
    fn drop(&mut self) {
        FIBERS.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A stack of cells.
pub struct Stack {
    base: NonNull<TypedValue>,
    committed: usize,
    reserved: usize,
    _place: Option<FiberPlace>,
}

impl Stack {
    /// Reserves a stack. Fails when the system has no addresses or memory left.
    pub fn reserve() -> io::Result<Self> {
        Self::with_addresses(RESERVED_BYTES, FIRST_BYTES, None)
    }

    /// Reserves the stack of a fiber. Fails as [`reserve`](Self::reserve), and when the fibers of
    /// this process have nearly all mappings that the system grants.
    pub fn reserve_small() -> io::Result<Self> {
        let place = FiberPlace::take().ok_or(io::ErrorKind::OutOfMemory)?;
        Self::with_addresses(SMALL_BYTES, SMALL_FIRST_BYTES, Some(place))
    }

    fn with_addresses(
        reserved: usize,
        first: usize,
        place: Option<FiberPlace>,
    ) -> io::Result<Self> {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        // SAFETY: a fresh mapping at an address that the system chooses.
        let address =
            unsafe { libc::mmap(std::ptr::null_mut(), reserved, libc::PROT_NONE, flags, -1, 0) };
        let base = NonNull::new(address).filter(|_| address != libc::MAP_FAILED);
        let base = base.map(NonNull::cast).ok_or_else(io::Error::last_os_error)?;
        let mut stack = Self { base, committed: 0, reserved, _place: place };
        stack.protect(first)?;
        Ok(stack)
    }

    /// The lowest cell.
    pub fn base(&self) -> *mut TypedValue {
        self.base.as_ptr()
    }

    /// The address after the last committed byte.
    pub fn limit(&self) -> usize {
        self.base.as_ptr() as usize + self.committed
    }

    /// What lies on it, word for word, and what lay there before.
    pub(crate) fn words(&self) -> impl Iterator<Item = usize> {
        let first = self.base.as_ptr().cast::<usize>();
        (0..self.committed / size_of::<usize>()).map(move |at| {
            let word = first.wrapping_add(at);
            // SAFETY: S1: it is committed; only this thread writes it, and not now.
            unsafe { word.read_volatile() }
        })
    }

    /// Commits what lies below the address `end`, and some more. `Err` when the reservation or the
    /// memory limit ends before.
    pub fn grow(&mut self, end: usize) -> Result<(), Oom> {
        let wanted = end.saturating_sub(self.base.as_ptr() as usize);
        let most = self.reserved - GUARD_BYTES;
        if wanted > most {
            return Err(Oom);
        }
        let target = wanted.max(self.committed + STEP_BYTES).next_multiple_of(STEP_BYTES).min(most);
        heap::with(|heap| heap.charge(target - self.committed))?;
        let before = self.committed;
        self.protect(target).map_err(|_| {
            heap::with(|heap| heap.uncharge(target - before));
            Oom
        })
    }

    fn protect(&mut self, committed: usize) -> io::Result<()> {
        let access = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: S1, S2: the range is ours.
        let failed = unsafe { libc::mprotect(self.base.as_ptr().cast(), committed, access) };
        if failed != 0 {
            return Err(io::Error::last_os_error());
        }
        self.committed = committed;
        Ok(())
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        heap::with(|heap| heap.uncharge(self.committed.saturating_sub(FIRST_BYTES)));
        // SAFETY: S1: the mapping is ours, and frames on it are gone with the request.
        unsafe { libc::munmap(self.base.as_ptr().cast(), self.reserved) };
    }
}
