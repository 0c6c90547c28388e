//! The surprise word: one word that is compared at function entries and back edges.
//!
//! It holds how far the VM stack reaches and, above that, flags that others set. The limit is kept
//! as a distance from [`TOP`], so that any flag makes the word larger than every distance: one
//! comparison finds both a full stack and a flag.
//!
//! # Invariants
//! - Flags are set by `fetch_or` from any thread; the limit is changed by the owning thread.

use std::sync::atomic::{AtomicU64, Ordering};

/// Above every address of user space.
const TOP: u64 = 1 << 47;
const FIRST_FLAG: u32 = 48;

/// Why the interpreter should look up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Flag {
    /// The memory limit was passed.
    Memory,
    /// The time limit was passed.
    Timeout,
    /// A signal is pending.
    Signal,
    /// A debugger wants to stop.
    Debugger,
    /// Garbage should be collected.
    Collect,
    /// A tick function is due.
    Tick,
    /// Output has waited long enough.
    Output,
}

impl Flag {
    const fn bit(self) -> u64 {
        1 << (FIRST_FLAG + self as u32)
    }
}

/// The word.
#[derive(Debug)]
pub struct Surprise(AtomicU64);

impl Surprise {
    /// A word without flags for a stack that ends at the address `limit`.
    pub fn new(limit: usize) -> Self {
        Self(AtomicU64::new(TOP - limit as u64))
    }

    /// Whether a frame that ends at the address `end` must take the slow path.
    #[inline(always)]
    pub fn stops(&self, end: usize) -> bool {
        TOP.wrapping_sub(end as u64) < self.0.load(Ordering::Relaxed)
    }

    /// Whether a flag is set.
    #[inline(always)]
    pub fn is_flagged(&self) -> bool {
        self.0.load(Ordering::Relaxed) >= 1 << FIRST_FLAG
    }

    /// Sets a flag. Any thread may.
    pub fn set(&self, flag: Flag) {
        self.0.fetch_or(flag.bit(), Ordering::Relaxed);
    }

    /// Clears a flag and says whether it was set.
    pub fn take(&self, flag: Flag) -> bool {
        self.0.fetch_and(!flag.bit(), Ordering::Relaxed) & flag.bit() != 0
    }

    /// Whether a frame that ends at `end` does not fit, flags aside.
    pub fn is_full(&self, end: usize) -> bool {
        let distance = self.0.load(Ordering::Relaxed) & ((1 << FIRST_FLAG) - 1);
        TOP.wrapping_sub(end as u64) < distance
    }

    /// Sets the limit, keeping the flags.
    pub fn set_limit(&self, limit: usize) {
        let distance = TOP - limit as u64;
        let mut word = self.0.load(Ordering::Relaxed);
        loop {
            let next = word & !((1 << FIRST_FLAG) - 1) | distance;
            let order = Ordering::Relaxed;
            match self.0.compare_exchange_weak(word, next, order, order) {
                Ok(_) => return,
                Err(now) => word = now,
            }
        }
    }
}
