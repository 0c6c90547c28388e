//! The line that tells how far a run is.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crate::test::Outcome;

/// Counts of a run that goes on.
pub struct Progress {
    total: usize,
    counts: [usize; Outcome::ALL.len()],
    start: Instant,
    last: Instant,
    is_terminal: bool,
}

impl Progress {
    /// A run of `total` tests, from now on.
    pub fn new(total: usize) -> Self {
        let now = Instant::now();
        let counts = [0; Outcome::ALL.len()];
        let is_terminal = std::io::stderr().is_terminal();
        Self { total, counts, start: now, last: now, is_terminal }
    }

    /// Counts a test, and shows the line when it is time to.
    pub fn count(&mut self, outcome: Outcome) {
        self.counts[place(outcome)] += 1;
        let pause = Duration::from_millis(if self.is_terminal { 100 } else { 10_000 });
        if self.last.elapsed() > pause {
            self.last = Instant::now();
            self.show();
        }
    }

    /// Counts a test that was counted as `before` as `now`.
    pub fn correct(&mut self, before: Outcome, now: Outcome) {
        self.counts[place(before)] -= 1;
        self.counts[place(now)] += 1;
    }

    /// Time since the start.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn show(&self) {
        let done: usize = self.counts.iter().sum();
        let left = self.start.elapsed().as_secs_f64() / done.max(1) as f64
            * self.total.saturating_sub(done) as f64;
        let line = format!("{done}/{} {} · {left:.0} s left", self.total, self.summary());
        if self.is_terminal {
            eprint!("\r\x1b[K{line}");
        } else {
            eprintln!("{line}");
        }
        let _ = std::io::stderr().flush();
    }

    /// Counts that are not zero, in words.
    pub fn summary(&self) -> String {
        let counts = Outcome::ALL.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        let words: Vec<String> =
            counts.map(|(outcome, count)| format!("{count} {}", outcome.word())).collect();
        words.join(", ")
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.is_terminal {
            eprint!("\r\x1b[K");
        }
    }
}

fn place(outcome: Outcome) -> usize {
    let at = Outcome::ALL.iter().position(|&found| found == outcome);
    at.expect("invariant: ALL has every outcome")
}
