//! Machines: everything that depends on one is in a room of its own below.
//!
//! A room provides the same names: `abi` (which registers allocation may use, where arguments
//! and results are), `Encoder` (bytes of single machine instructions), `lower` (bytes of each
//! instruction of the table, by form) and `stubs` (code that is not a unit). The rest of the crate
//! reaches them through [`host`].
//!
//! # Not here
//! A trait over machines: a process has one, so `host` is an alias chosen when compiling.

pub mod x64;

pub use x64 as host;
