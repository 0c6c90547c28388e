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
    let is_good = conformance::run::run(&options)?;
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
