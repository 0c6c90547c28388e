//! The tests of this crate: files with expected outputs, and properties of any input.

mod lexer;
mod lexer_properties;
mod limits;
mod parser;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    let suites: Vec<_> =
        lexer::suites(&folder).into_iter().chain(parser::suites(&folder)).collect();
    testkit::main(&suites, [lexer_properties::TESTS, limits::TESTS].concat())
}
