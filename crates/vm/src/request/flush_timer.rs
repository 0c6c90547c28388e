//! How long output waits at most: a watcher sets a flag of the surprise word when the time is up.
//!
//! # Invariants
//! - The watcher lives as long as the request's word, and not through a fork.

use std::process;
use std::sync::{Arc, Weak};
use std::thread::{self, Thread};
use std::time::Duration;

use crate::surprise::{Flag, Surprise};

/// How long output may wait.
const PATIENCE: Duration = Duration::from_millis(20);

/// Wakes the interpreter when output has waited long enough.
pub(super) struct FlushTimer {
    surprise: Weak<Surprise>,
    watcher: Option<Watcher>,
}

struct Watcher {
    thread: Thread,
    process: u32,
}

impl FlushTimer {
    /// A timer that sets the flag of `surprise`.
    pub(super) fn new(surprise: &Arc<Surprise>) -> Self {
        Self { surprise: Arc::downgrade(surprise), watcher: None }
    }

    /// Sees to it that the flag is set within [`PATIENCE`].
    pub(super) fn start(&mut self) {
        let here = process::id();
        match &self.watcher {
            Some(watcher) if watcher.process == here => watcher.thread.unpark(),
            // Without a thread output waits until there is enough of it.
            _ => {
                self.watcher =
                    watch(self.surprise.clone()).map(|thread| Watcher { thread, process: here })
            }
        }
    }
}

impl Drop for FlushTimer {
    fn drop(&mut self) {
        if let Some(watcher) = &self.watcher {
            watcher.thread.unpark();
        }
    }
}

/// Sets the flag once now, and once for each time that the thread is unparked.
fn watch(surprise: Weak<Surprise>) -> Option<Thread> {
    let flag = move || {
        loop {
            thread::sleep(PATIENCE);
            let Some(surprise) = surprise.upgrade() else { return };
            surprise.set(Flag::Output);
            drop(surprise);
            thread::park();
        }
    };
    let watcher = thread::Builder::new().name("output".to_owned()).stack_size(64 << 10).spawn(flag);
    watcher.ok().map(|handle| handle.thread().clone())
}
