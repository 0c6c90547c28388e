//! PHP's own tests (`.phpt`) run on a command line that behaves like PHP's: ours, or PHP itself to
//! check the runner.
//!
//! # Invariants
//! - The unpacked source is never written to: each worker has a tree of its own with what tests
//!   need beside them, which is put right again after every test.
//! - No test outlives its time: it runs in a process group that is killed as a whole.
//!
//! # Not here
//! What PHP is. A verdict comes from a test's own expectation alone.

#![forbid(unsafe_code)]

pub mod baseline;
pub mod causes;
pub mod expectation;
pub mod flaky;
pub mod ini;
pub mod ledger;
pub mod mode;
pub mod options;
pub mod phpt;
pub mod process;
pub mod progress;
pub mod report;
pub mod run;
pub mod subject;
pub mod suite;
pub mod test;
pub mod tree;
pub mod web;
