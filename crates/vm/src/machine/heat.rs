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

/// A counter that goes through the phases.
pub struct Heat {
    count: AtomicU32,
    phase: AtomicU8,
}

impl Default for Heat {
    fn default() -> Self {
        Self { count: AtomicU32::new(0), phase: AtomicU8::new(Phase::Counted as u8) }
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

    /// Counts one more; whether that makes `enough`.
    pub fn count(&self, enough: u32) -> bool {
        self.count.fetch_add(1, Ordering::Relaxed) + 1 >= enough
    }

    /// Goes on to be profiled when the translator has time; otherwise all is counted again.
    pub(crate) fn warm(&self) -> bool {
        let has_time = translator().is_some_and(|of| of.has_time());
        self.enter(if has_time { Phase::Profiled } else { Phase::Counted });
        has_time
    }

    /// Goes to a phase.
    pub fn enter(&self, phase: Phase) {
        self.count.store(0, Ordering::Relaxed);
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
