//! libmagic, which knows files by their bytes; opened when it is first asked.
//!
//! # Invariants
//! - M1: the types are those that `magic.h` declares for `libmagic.so.1`.
//! - M2: a [`Magic`] owns its cookie, which is no thread's but its owner's: it is neither `Send`
//!   nor `Sync`.
//!
//! # Not here
//! Values of scripts, streams, and when a database is loaded.

#![deny(unsafe_code)]
#![warn(missing_docs)]

#[expect(unsafe_code, reason = "functions of C")]
mod api;

pub use api::Magic;
