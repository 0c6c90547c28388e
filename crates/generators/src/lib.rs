//! PHP programs made at random, the same for the same seed.
//!
//! A [`Kind`] is a grammar and a prelude, both in `kinds`: `NAME.grammar` says what bodies of
//! programs look like, `NAME.php` what they all use. A batch is one script with a function for each
//! seed; before what a program prints stands its seed, and behind the last one `end`.
//!
//! # Invariants
//! - The text of a program depends on its seed alone.
//! - Every program ends: repetition is bounded by the grammars.
//! - What programs print depends on the language alone: no times, addresses, paths.

#![forbid(unsafe_code)]

mod batch;
mod grammar;
mod tree;

pub use batch::{Answers, KINDS, Kind, Program, Programs, answers, script};
pub use tree::Tree;
