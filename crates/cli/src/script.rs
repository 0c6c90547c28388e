//! Running the main script of a command line.

use std::io;
use std::process::ExitCode;

use engine::run::run;
use engine::settings::Settings;
use engine::source::Source;

use crate::output::usage_error;
use crate::repeated;

/// Runs the first of `files` with the others as arguments, and gives PHP's exit status.
pub fn run_file(files: &[String], settings: &Settings) -> ExitCode {
    let Some(file) = files.first() else { return usage_error("No input file specified.") };
    match Source::read(file) {
        Ok(source) => run_source(&source.resolved(), files, settings),
        Err(_) => usage_error(&format!("Could not open input file: {file}")),
    }
}

/// Runs a source with `arguments` as `$argv`, and gives its exit status.
pub fn run_source(source: &Source, arguments: &[String], settings: &Settings) -> ExitCode {
    let script = |sink| run(source, arguments, settings, sink);
    repeated::run(script, settings, Box::new(io::stdout()), &source.name)
}
