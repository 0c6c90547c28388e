//! Panics: a fault of the engine ends the request that it happened in, as a fatal error does.
//!
//! # Invariants
//! - What is released while a panic passes is released once; what is not goes with the heap.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use runtime::raise::{Halt, Res};

use super::{Regs, Request};

impl Request {
    /// Does a part of the request's life. A panic in it becomes the end of the script.
    #[inline]
    pub(crate) fn guarded<T>(&mut self, part: impl FnOnce(&mut Self) -> Res<T>) -> Res<T> {
        let regs = self.regs.save();
        self.guarded_from(regs, part)
    }

    /// The same where the registers are known: what they are in the end of a panic.
    #[inline]
    pub(crate) fn guarded_from<T>(
        &mut self,
        regs: Regs,
        part: impl FnOnce(&mut Self) -> Res<T>,
    ) -> Res<T> {
        // A fiber may be resumed from elsewhere meanwhile: its entries begin where its floor is.
        let entries = self.entries.len() - self.floor;
        let waiting = self.waiting.len();
        let outcome = catch_unwind(AssertUnwindSafe(|| part(self)));
        outcome.unwrap_or_else(|panic| {
            self.regs.restore(regs);
            self.entries.truncate(self.floor + entries);
            self.waiting.truncate(waiting);
            self.note_panic(&*panic);
            Err(Halt::Exit)
        })
    }

    /// Remembers what to say of a panic.
    #[cold]
    pub(crate) fn note_panic(&mut self, panic: &(dyn Any + Send)) {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        self.halts.panic = Some(text.unwrap_or_else(|| "a panic".to_owned()));
    }
}
