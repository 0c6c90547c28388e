//! The tests of this crate: tables of calls, whose results PHP gave, and signatures.

use std::process::ExitCode;

fn main() -> ExitCode {
    calltable::main(env!("CARGO_MANIFEST_DIR"), ext_sodium::TABLES)
}
