//! From hot bytecode to machine code.
//!
//! [`install`] gives the interpreter a translator. What gets hot goes through [`region`] (what is
//! translated), [`translate`] (to HHIR, with types that were seen), the passes of `hhir`,
//! [`lower`] (to Vasm) and `tc` (published code and its exits).
//!
//! # Invariants
//! - J1: whatever fails on the way, the interpreter goes on without the code.
//! - J2: where code is left, every cell holds what the interpreter would have there.
//!
//! # Not here
//! When something is hot: the interpreter's counters. Registers and bytes: `vasm`.

#![deny(unsafe_code)]

mod lower;
mod options;
mod region;
mod tc;
mod translate;

pub use options::Options;
pub use tc::{Report, install, report};
