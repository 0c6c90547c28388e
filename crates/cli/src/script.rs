//! Running the main script of a command line.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use engine::lint::verdict;
use engine::run::{self, Lines, NotRun, run};
use engine::settings::{Buffering, Settings};
use engine::source::{STANDARD_INPUT, Source};
use engine::standard::Output;

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
    let settings = &watched(settings);
    let script = |sink| run(source, arguments, settings, sink);
    ended(&source.name, repeated::run(script, settings, Box::new(Output)))
}

/// Runs code before, for and behind the lines of standard input.
pub fn run_lines(lines: &Lines, arguments: &[String], settings: &Settings) -> ExitCode {
    let settings = &watched(settings);
    ended(STANDARD_INPUT, run::run_lines(lines, arguments, settings, Box::new(Output)))
}

/// Prints PHP's verdict on a source.
pub fn lint(source: &Source, settings: &Settings) -> ExitCode {
    ended(&source.name, verdict(source, settings, Box::new(Output)))
}

/// The settings of a script that somebody may look on at.
fn watched(settings: &Settings) -> Settings {
    let mut settings = settings.clone();
    let is_watched = io::stdout().is_terminal();
    settings.buffering = if is_watched { Buffering::Off } else { Buffering::Brief };
    settings
}

/// The exit status of a script that ended so.
pub fn ended(name: &str, status: Result<i32, NotRun>) -> ExitCode {
    match status {
        // As the system does, PHP keeps the low byte.
        Ok(status) => ExitCode::from(status.to_le_bytes()[0]),
        Err(NotRun::Unit(error)) => usage_error(&format!("jive: {name}: {error:?}")),
        Err(NotRun::Stack(error)) => usage_error(&format!("jive: no room for the stack: {error}")),
    }
}
