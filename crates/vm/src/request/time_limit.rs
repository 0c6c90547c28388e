//! The time that a script may run: a watcher sets a flag of the surprise word.
//!
//! # Invariants
//! - A watcher looks at the limit that was set last; older ones end by themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use super::Request;
use crate::surprise::Flag;

/// The limit in force.
#[derive(Default)]
pub struct TimeLimit {
    seconds: i64,
    has_passed: bool,
    /// Grows with each limit that is set.
    generation: Arc<AtomicU64>,
}

impl TimeLimit {
    /// Says that the script has taken all of it.
    pub(super) fn note_passed(&mut self) {
        self.has_passed = true;
    }

    /// In seconds; 0 for none.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        self.generation.fetch_add(1, Ordering::Relaxed);
    }
}

/// The CPU time of a thread of this process in clock ticks of the kernel, a hundredth of a second.
fn cpu_ticks(task: &str) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/self/task/{task}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

const TICKS_PER_SECOND: u64 = 100;

impl Request {
    /// Whether the script has taken longer than it may.
    pub(crate) fn has_timed_out(&self) -> bool {
        self.time_limit.has_passed
    }

    /// Bounds the CPU time that the script may still take; 0 or less is no bound.
    pub fn limit_time(&mut self, seconds: i64) {
        self.time_limit.seconds = seconds;
        let generation = self.time_limit.generation.fetch_add(1, Ordering::Relaxed) + 1;
        self.surprise().take(Flag::Timeout);
        let Ok(seconds @ 1..) = u64::try_from(seconds) else { return };
        let task = std::fs::read_link("/proc/thread-self").unwrap_or_default();
        let Some(task) = task.file_name().and_then(|name| name.to_str()).map(str::to_owned) else {
            return;
        };
        let Some(start) = cpu_ticks(&task) else { return };
        let (surprise, current) =
            (Arc::clone(self.surprise()), Arc::clone(&self.time_limit.generation));
        let bound = start + seconds.saturating_mul(TICKS_PER_SECOND);
        let watcher = thread::Builder::new().name("time limit".to_owned());
        // Without a thread there is no limit: the script goes on.
        let _ = watcher.spawn(move || {
            while current.load(Ordering::Relaxed) == generation {
                let Some(now) = cpu_ticks(&task) else { return };
                if now >= bound {
                    surprise.set(Flag::Timeout);
                    return;
                }
                let left = (bound - now) * (1000 / TICKS_PER_SECOND);
                thread::sleep(Duration::from_millis(left.clamp(1, 100)));
            }
        });
    }
}
