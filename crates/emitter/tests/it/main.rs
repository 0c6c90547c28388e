//! Tests of the emitter: programs with the code that is made of them.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::SUCCESS
}
