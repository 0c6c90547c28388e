//! The tests of this crate: tables of calls, whose results PHP gave, and signatures.

mod calls;
mod host;
mod show;
mod signatures;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let suites: Vec<_> = ext_core::TABLES
        .iter()
        .map(|table| {
            let folder = root.join(table.topic).join("tests");
            testkit::Suite::new(folder, ("calls", "expect"), |_, source| calls::run(source))
        })
        .collect();
    testkit::main(&suites, signatures::TESTS.to_vec())
}
