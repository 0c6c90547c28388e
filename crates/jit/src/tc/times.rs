//! What translating takes.

use std::ops::Range;
use std::time::Instant;

/// A part of the work.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// From bytecode to HHIR, as often as it takes.
    Translate,
    /// The passes over HHIR.
    Optimise,
    /// From HHIR to Vasm.
    Lower,
    /// From Vasm to published machine code.
    Emit,
}

/// What one translation took, in nanoseconds by part, and of how many instructions it was.
pub(super) struct Took {
    sites: usize,
    parts: [u64; 4],
}

/// What runs while something is translated.
pub(super) struct Watch {
    last: Instant,
    parts: [u64; 4],
}

impl Watch {
    pub(super) fn start() -> Self {
        Self { last: Instant::now(), parts: [0; 4] }
    }

    /// The time since the last lap is that of a part.
    pub(super) fn lap(&mut self, part: Part) {
        let now = Instant::now();
        self.parts[part as usize] += (now - self.last).as_nanos() as u64;
        self.last = now;
    }

    pub(super) fn took(self, sites: usize) -> Took {
        Took { sites, parts: self.parts }
    }
}

/// Medians of translations of about one size, in nanoseconds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// How many translations there were.
    pub count: usize,
    /// All in.
    pub all: u64,
    /// From bytecode to HHIR.
    pub translate: u64,
    /// The passes over HHIR.
    pub optimise: u64,
    /// From HHIR to Vasm.
    pub lower: u64,
    /// From Vasm to published machine code.
    pub emit: u64,
}

impl Times {
    /// Of those translations that were of so many instructions.
    pub(super) fn of(all: &[Took], sites: Range<usize>) -> Self {
        let about: Vec<&Took> = all.iter().filter(|took| sites.contains(&took.sites)).collect();
        let median = |of: &dyn Fn(&Took) -> u64| {
            let mut times: Vec<u64> = about.iter().map(|took| of(took)).collect();
            times.sort_unstable();
            times.get(times.len() / 2).copied().unwrap_or_default()
        };
        let part = |part: Part| median(&|took: &Took| took.parts[part as usize]);
        Self {
            count: about.len(),
            all: median(&|took: &Took| took.parts.iter().sum()),
            translate: part(Part::Translate),
            optimise: part(Part::Optimise),
            lower: part(Part::Lower),
            emit: part(Part::Emit),
        }
    }
}
