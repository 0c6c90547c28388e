//! The tests of this crate: files with expected outputs, and properties of any input.

mod lexer;
mod lexer_properties;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    testkit::main(&lexer::suites(&folder), lexer_properties::TESTS.to_vec())
}
