//! How hot functions and loops are, and where their machine code is.

use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};

use super::translator;
use crate::dispatch::{Entry, Handler, Pc};

/// What a function or loop goes through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Phase {
    /// Its entries are counted.
    Counted,
    /// Its types are noted.
    Profiled,
    /// The translator was asked.
    Asked,
}

/// A counter that goes through the phases. Threads may count at once; of what they then count some is
/// lost.
pub struct Heat {
    /// How often is left until it is enough; 0 before it is counted for the first time.
    left: AtomicU32,
    phase: AtomicU8,
    /// How often it was hot without there being time to translate it.
    refused: AtomicU8,
}

impl Default for Heat {
    fn default() -> Self {
        let phase = AtomicU8::new(Phase::Counted as u8);
        Self { left: AtomicU32::new(0), phase, refused: AtomicU8::new(0) }
    }
}

impl Heat {
    /// The phase.
    pub fn phase(&self) -> Phase {
        match self.phase.load(Ordering::Relaxed) {
            0 => Phase::Counted,
            1 => Phase::Profiled,
            _ => Phase::Asked,
        }
    }

    /// Counts one more, where that is neither the first nor the last that is counted; whether it was.
    #[inline(always)]
    pub(crate) fn count_on(&self) -> bool {
        let left = self.left.load(Ordering::Relaxed);
        if left > 1 {
            self.left.store(left - 1, Ordering::Relaxed);
        }
        left > 1
    }

    /// Counts one more; whether that makes as many as were `enough` when the first was counted.
    pub fn count(&self, enough: impl FnOnce() -> u32) -> bool {
        if self.count_on() {
            return false;
        }
        let is_last = self.left.load(Ordering::Relaxed) == 1;
        let left = if is_last { 0 } else { enough().saturating_sub(1) };
        self.left.store(left, Ordering::Relaxed);
        left == 0
    }

    /// Goes on to be profiled when the translator has time; otherwise all is counted again.
    pub(crate) fn warm(&self) -> bool {
        let refused = self.refused.load(Ordering::Relaxed);
        let has_time = translator().is_some_and(|of| of.has_time(refused));
        if !has_time {
            self.refused.store(refused.saturating_add(1), Ordering::Relaxed);
        }
        self.enter(if has_time { Phase::Profiled } else { Phase::Counted });
        has_time
    }

    /// Goes to a phase.
    pub fn enter(&self, phase: Phase) {
        self.left.store(0, Ordering::Relaxed);
        self.phase.store(phase as u8, Ordering::Relaxed);
    }
}

/// The head of a loop.
pub struct Head {
    /// Its site.
    pub site: u32,
    /// The number of its instruction in fused code.
    pub index: u32,
    /// How hot it is.
    pub heat: Heat,
    /// The handler that its instruction had.
    pub(crate) original: Handler,
    /// The cell of its machine code; the exit instruction when there is none.
    pub(crate) machine: Entry,
}

impl Head {
    /// Where its machine code begins.
    pub(crate) fn machine(&self) -> Option<Pc> {
        let pc = self.machine.load();
        (pc != crate::dispatch::exit_pc()).then_some(pc)
    }
}
