//! Collections of cycles: when they are due, the destructors of garbage, and what was done.
//!
//! # Not here
//! The search for garbage: the runtime.

use runtime::object::cycle::{self, find_garbage};
use runtime::raise::{Halt, Res};

use crate::request::Request;

/// What the collector did in a request.
#[derive(Clone, Copy, Default)]
pub struct Collected {
    /// How often it looked for garbage.
    pub runs: u64,
    /// How many objects and arrays it freed.
    pub freed: u64,
}

impl Request {
    /// Collects, if enough may be garbage since the last time.
    pub(crate) fn collect_if_due(&mut self) -> Res<()> {
        if !cycle::take_due() {
            return Ok(());
        }
        if !self.ini.is_on("zend.enable_gc") {
            cycle::postpone();
            return Ok(());
        }
        let freed = self.collect()?;
        cycle::adapt_threshold(freed);
        Ok(())
    }

    /// Frees what only garbage holds; how many objects and arrays that were. All destructors run,
    /// also when one throws.
    pub(crate) fn collect(&mut self) -> Res<usize> {
        let Some(garbage) = find_garbage() else { return Ok(0) };
        self.collected.runs += 1;
        let doomed = garbage.doomed();
        self.collected.runs += u64::from(!doomed.is_empty());
        let mut thrown: Option<Halt> = None;
        for object in doomed {
            if let Err(halt) = self.destruct(object) {
                thrown = Some(match thrown {
                    Some(before) => crate::throwable::after(before, halt),
                    None => halt,
                });
            }
        }
        let freed = garbage.release();
        self.collected.freed += freed as u64;
        let result = self.run_destructors();
        thrown.map_or(result, Err)?;
        Ok(freed)
    }
}
