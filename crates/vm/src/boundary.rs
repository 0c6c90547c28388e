//! What tests ask for where the interpreter leaves its code: a panic in the n-th native body, and
//! a look at all frames. Only builds with debug assertions do it.

use std::cell::Cell;

use crate::frame::Walker;
use crate::request::Request;

/// Frames that a look takes in: many now and then, since recursion a million deep shall end.
const FRAMES_MAX: usize = 50;
const FRAMES_MIN: usize = 2;
const DEEP_EACH: u64 = 32;

/// What a panic says that was asked for.
pub const PANIC: &str = "a test asked for this panic";

thread_local! {
    static REACHED: Cell<u64> = const { Cell::new(0) };
    static PANIC_AFTER: Cell<u64> = const { Cell::new(u64::MAX) };
    static WATCHES: Cell<bool> = const { Cell::new(false) };
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// Makes one native body panic, on this thread, after `count` more have been called; `None` ends
/// this.
pub fn panic_after(count: Option<u64>) {
    REACHED.set(0);
    PANIC_AFTER.set(count.unwrap_or(u64::MAX));
}

/// How many native bodies were called since [`panic_after`].
pub fn reached() -> u64 {
    REACHED.get()
}

/// Whether requests that begin on this thread look at all frames, with their arguments and locals,
/// at every call and wherever a loop goes round.
pub fn watch_frames(watches: bool) {
    WATCHES.set(watches);
    LOOKS.set(0);
}

/// How often frames were looked at since [`watch_frames`].
pub fn looks() -> u64 {
    LOOKS.get()
}

/// Whether frames are looked at.
#[inline]
pub fn watches() -> bool {
    cfg!(debug_assertions) && WATCHES.get()
}

/// A native body is about to run.
#[inline]
pub(crate) fn reach(rq: &Request) {
    if !cfg!(debug_assertions) {
        return;
    }
    if watches() {
        look(rq);
    }
    let reached = REACHED.get();
    REACHED.set(reached + 1);
    if reached == PANIC_AFTER.get() {
        std::panic::panic_any(PANIC);
    }
}

/// Reads the innermost frames: their places, arguments and locals.
///
/// # Panics
/// Where one holds what is no value.
pub(crate) fn look(rq: &Request) {
    LOOKS.set(LOOKS.get() + 1);
    let most = if LOOKS.get().is_multiple_of(DEEP_EACH) { FRAMES_MAX } else { FRAMES_MIN };
    for frame in Walker::new(rq).take(most) {
        let locals = frame.func.as_php().map_or(0, |php| php.record().frame.num_locals);
        for local in 0..locals {
            let (name, line) = (frame.func.name(), frame.line());
            let name = String::from_utf8_lossy(name.as_bytes());
            assert!(frame.is_sound(local), "local {local} of {name} on line {line} is no value");
            drop(frame.local(local));
        }
        drop((frame.args(), frame.this(), frame.class()));
    }
}
