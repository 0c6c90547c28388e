//! Collections of cycles: when they are due, the destructors of garbage, and what was done.
//!
//! # Not here
//! The search for garbage: the runtime.

use runtime::object::Object;
use runtime::object::cycle::{self, Held, find_garbage};
use runtime::raise::{Halt, Res};

use crate::frame::Walker;
use crate::request::Request;

/// Of so many frames it is known what they hold.
const FRAMES: usize = 32;

/// What the collector did in a request.
#[derive(Clone, Copy, Default)]
pub struct Collected {
    /// How often it looked for garbage.
    pub runs: u64,
    /// How many objects and arrays it freed.
    pub freed: u64,
    /// Whether one is under way, so that what it does makes no other due.
    is_running: bool,
}

impl Request {
    /// Collects, if enough may be garbage since the last time.
    pub(crate) fn collect_if_due(&mut self) -> Res<()> {
        if !cycle::take_due() || self.collected.is_running {
            return Ok(());
        }
        if !self.ini.is_on("zend.enable_gc") {
            cycle::postpone();
            return Ok(());
        }
        let freed = self.collect_beside(Some(self.held()))?;
        cycle::adapt_threshold(freed);
        Ok(())
    }

    /// What the innermost frames hold. Of the one that runs that is `$this`: machine code need not
    /// have written its locals, as it has before a call.
    fn held(&self) -> Held {
        let mut held = Held::default();
        for (depth, info) in Walker::new(self).take(FRAMES).enumerate() {
            info.note_held(&mut held, depth > 0);
        }
        held
    }

    /// Frees what only garbage holds; how many objects and arrays that were. All destructors run,
    /// also when one throws. What they leave is looked at once more.
    pub(crate) fn collect(&mut self) -> Res<usize> {
        self.collect_beside(None)
    }

    fn collect_beside(&mut self, held: Option<Held>) -> Res<usize> {
        let outer = std::mem::replace(&mut self.collected.is_running, true);
        let freed = self.collect_twice(held);
        self.collected.is_running = outer;
        freed
    }

    fn collect_twice(&mut self, mut held: Option<Held>) -> Res<usize> {
        let (mut freed, mut thrown) = (0, None);
        for _ in 0..2 {
            crate::fiber::note_held(self);
            let found = find_garbage(held.take());
            cycle::forget_held();
            let Some(mut garbage) = found else { break };
            self.collected.runs += 1;
            let doomed = garbage.doomed();
            let is_last = doomed.is_empty();
            thrown = self.destruct_all(doomed, thrown);
            freed += garbage.release();
            if is_last {
                break;
            }
        }
        self.collected.freed += freed as u64;
        let result = self.run_destructors();
        thrown.map_or(result, Err)?;
        Ok(freed)
    }

    /// Runs destructors; what they throw comes after what was thrown before.
    fn destruct_all(&mut self, doomed: Vec<Object>, mut thrown: Option<Halt>) -> Option<Halt> {
        for object in doomed {
            if let Err(halt) = self.destruct(object) {
                thrown = Some(match thrown {
                    Some(before) => crate::throwable::after(before, halt),
                    None => halt,
                });
            }
        }
        thrown
    }
}
