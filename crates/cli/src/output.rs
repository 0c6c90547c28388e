//! Writing to the terminal or a pipe.

use std::io::{self, Write as _};
use std::process::ExitCode;

use engine::standard::Output;

/// PHP's exit status for an error in a script.
pub const SCRIPT_ERROR: u8 = 255;

/// What `jive` calls itself.
pub const VERSION: &str = concat!("Jive ", env!("CARGO_PKG_VERSION"), " (PHP 8.4)\n");

/// What `php` calls itself: the first line is what programs read.
pub const PHP_VERSION: &str =
    concat!("PHP 8.4.24 (cli) (built: Jive ", env!("CARGO_PKG_VERSION"), ") (NTS)\n");

/// Writes to standard output. The exit status is an error's when nobody takes it.
pub fn print(bytes: &[u8]) -> ExitCode {
    match Output.write_all(bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(SCRIPT_ERROR),
    }
}

/// Says what is wrong with the command.
pub fn complain(message: &[u8]) {
    // Where nobody listens nothing is to be said.
    let _ = io::stderr().write_all(&[message, b"\n"].concat());
}

/// Says in one line what is wrong with the command, and gives its exit status.
pub fn usage_error(message: &str) -> ExitCode {
    complain(message.as_bytes());
    ExitCode::FAILURE
}
