//! libsodium behind safe types.
//!
//! # Invariants
//! - S1: a [`Sodium`] exists only after `sodium_init()` has succeeded; from then on all threads may
//!   call the library.
//! - S2: a pointer is that of a slice whose length the library is told, or of an array whose length
//!   is the library's own constant; the library writes as much as the asserts allow for.
//! - S3: the state of a hash says that no more of its buffer is filled than it has.
//! - S4: what the library takes for text that ends in NUL does.

#![expect(unsafe_code, reason = "libsodium is a C library")]

mod aead;
mod bytes;
mod curve;
mod encode;
mod hash;
mod message;
mod password;
mod secretstream;
mod sign;

pub use aead::{Additional, Aead};
pub use encode::Base64;
pub use hash::{HASH_STATE, Hash};
pub use password::Work;
pub use secretstream::{SECRETSTREAM_STATE, SecretStream};

use std::ffi::c_int;
use std::sync::OnceLock;

use libsodium_sys as c;

/// What the library calls a function that cannot fail, or may.
trait Outcome {
    fn is_success(&self) -> bool;
}

impl Outcome for () {
    fn is_success(&self) -> bool {
        true
    }
}

impl Outcome for c_int {
    fn is_success(&self) -> bool {
        *self == 0
    }
}

/// The library, ready.
#[derive(Clone, Copy)]
pub struct Sodium(());

/// Prepares the library when it is first needed.
pub fn sodium() -> Sodium {
    static READY: OnceLock<c_int> = OnceLock::new();
    // SAFETY: it may be called at any time, by any thread.
    let status = READY.get_or_init(|| unsafe { c::sodium_init() });
    assert!(*status >= 0, "invariant S1: libsodium finds what it needs");
    Sodium(())
}

impl Sodium {
    /// Fills with random bytes.
    pub fn random(self, out: &mut [u8]) {
        // SAFETY: S1, S2.
        unsafe { c::randombytes_buf(out.as_mut_ptr().cast(), out.len()) }
    }
}

/// What the constants of the stub say of the library.
const _: () = {
    assert!(matches!(c::SODIUM_VERSION_STRING, b"1.0.22\0"));
    assert!(c::SODIUM_LIBRARY_VERSION_MAJOR == 26);
    assert!(c::SODIUM_LIBRARY_VERSION_MINOR == 4);
};
