//! `./x conformance`.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        print!("{}", conformance::options::USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let options = conformance::options::read(&arguments)?;
    let lost = conformance::run::run(&options)?;
    Ok(if lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
