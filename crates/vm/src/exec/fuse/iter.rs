//! The steps of `foreach`.

use hhbc::imm::{IterId, LocalId};
use hhbc::instr::Instr;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::Handler;
use crate::exec::draft::{Draft, Field};

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    first(window).or_else(|| next(window)).or_else(|| end(window))
}

/// The iterator and the locals of a step: that of the value, and perhaps one of the key.
struct Step {
    iter: IterId,
    value: LocalId,
    key: Option<LocalId>,
}

impl Step {
    /// The instruction of this step, one of two handlers for whether there is a key.
    fn draft(self, window: Window<'_>, handlers: [Handler; 2]) -> Option<Draft> {
        let (value, key) = (self.value.0, self.key.map(|key| key.0));
        if value > 0xff || key.is_some_and(|key| key > 0xff || key == value) {
            return None;
        }
        let (target, _) = window.target(0)?;
        let draft = Draft::new(self.of(handlers), 1);
        let locals = value | key.unwrap_or(0) << 8;
        let cell = Field::cell(window.php().iter_cell(self.iter));
        Some(draft.a(cell).b(Field::Num(locals as i32)).d(Field::Target(target)))
    }

    /// As [`draft`](Self::draft), with what takes what a generator yields that the step has called.
    fn taking(self, window: Window<'_>, step: [Handler; 2], after: [Handler; 2]) -> Option<Draft> {
        let after = self.of(after);
        Some(self.draft(window, step)?.after(after))
    }

    fn of(&self, [value, both]: [Handler; 2]) -> Handler {
        if self.key.is_some() { both } else { value }
    }
}

/// The beginning of a `foreach`.
fn first(window: Window<'_>) -> Option<Draft> {
    let (iter, value, key, by_ref) = match *window.instr(0)? {
        Instr::IterInit { iter, value, .. } => (iter, value, None, false),
        Instr::IterInitK { iter, value, key, .. } => (iter, value, Some(key), false),
        Instr::MIterInit { iter, value, .. } => (iter, value, None, true),
        Instr::MIterInitK { iter, value, key, .. } => (iter, value, Some(key), true),
        _ => return None,
    };
    if window.depth() != 1 {
        return None;
    }
    let step = Step { iter, value, key };
    if by_ref {
        return step.draft(window, [fast::first_bound::<false>, fast::first_bound::<true>]);
    }
    let first = [fast::first_element::<false>, fast::first_element::<true>];
    step.taking(window, first, [fast::after_first::<false>, fast::after_first::<true>])
}

/// The step of a `foreach`.
fn next(window: Window<'_>) -> Option<Draft> {
    let (iter, value, key, by_ref) = match *window.instr(0)? {
        Instr::IterNext { iter, value, .. } => (iter, value, None, false),
        Instr::IterNextK { iter, value, key, .. } => (iter, value, Some(key), false),
        Instr::MIterNext { iter, value, .. } => (iter, value, None, true),
        Instr::MIterNextK { iter, value, key, .. } => (iter, value, Some(key), true),
        _ => return None,
    };
    if window.depth() > 0 {
        return None;
    }
    let step = Step { iter, value, key };
    if by_ref {
        return step.draft(window, [fast::next_bound::<false>, fast::next_bound::<true>]);
    }
    let next = [fast::next_element::<false>, fast::next_element::<true>];
    step.taking(window, next, [fast::after_generator::<false>, fast::after_generator::<true>])
}

/// The end of a `foreach` by value that is left before its own.
fn end(window: Window<'_>) -> Option<Draft> {
    let Instr::IterFree { iter } = window.instr(0)? else { return None };
    let cell = Field::cell(window.php().iter_cell(*iter));
    (window.depth() == 1).then(|| Draft::new(fast::end_loop, 1).a(cell))
}
