//! Which of the standard descriptors the process was started without: the runtime of the language
//! opens them again, so this is looked at before it begins.
//!
//! # Invariants
//! 1. What runs before `main` touches nothing but one number.

#![expect(unsafe_code, reason = "the linker runs what a section of the binary lists")]

use std::sync::atomic::{AtomicU8, Ordering};

/// A bit for each descriptor that was closed.
static CLOSED: AtomicU8 = AtomicU8::new(0);

extern "C" fn look() {
    let standard = [rustix::stdio::stdin(), rustix::stdio::stdout(), rustix::stdio::stderr()];
    for (number, fd) in standard.into_iter().enumerate() {
        if rustix::io::fcntl_getfd(fd).is_err() {
            CLOSED.fetch_or(1 << number, Ordering::Relaxed);
        }
    }
}

// SAFETY: invariant 1: `look` needs nothing that is set up by `main`, and the section holds
// addresses of such functions.
#[used]
#[unsafe(link_section = ".init_array")]
static LOOK: extern "C" fn() = look;

/// Whether the process was started without this descriptor.
pub fn was_closed(number: u8) -> bool {
    CLOSED.load(Ordering::Relaxed) & 1 << number != 0
}
