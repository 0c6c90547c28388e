//! Tests of an extension: tables of calls, whose results PHP gave, and signatures.
//!
//! `TOPIC/tests/*.calls` in the folder of the extension are the tables; `./x compare bless natives`
//! writes beside them what PHP answers, and `tests/signatures.expect`.
//!
//! # Not here
//! Scripts: a line calls builtins and nothing else.

#![forbid(unsafe_code)]

mod host;
mod line;
mod show;
mod signatures;

pub use host::Recorder;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use runtime::native::Table;

/// Runs the tests of the extension in the folder `root`, which consists of `tables`.
pub fn main(root: &str, tables: &'static [Table]) -> ExitCode {
    runtime::native::called::begin();
    let root = PathBuf::from(root);
    let has_calls = |table: &&Table| root.join(table.topic).join("tests").is_dir();
    let suites: Vec<_> =
        tables.iter().filter(has_calls).map(|table| suite(&root, table, tables)).collect();
    let singles = vec![signatures::test(root, tables)];
    testkit::main_with(&suites, singles)
}

fn suite(root: &Path, table: &Table, tables: &'static [Table]) -> testkit::Suite {
    let folder = root.join(table.topic).join("tests");
    testkit::Suite::new(folder, ("calls", "expect"), move |_, source| line::run(tables, source))
}
