//! Tests of the emitter: programs with the code that is made of them.

mod files;
mod limits;

use std::process::ExitCode;

fn main() -> ExitCode {
    let singles = vec![
        ("limits::deep_trees_are_refused", limits::deep_trees_are_refused as fn() -> _),
        ("limits::long_chains_are_no_depth", limits::long_chains_are_no_depth),
    ];
    testkit::main(&files::suites(), singles)
}
