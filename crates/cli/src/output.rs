//! Writing to the terminal or a pipe.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// PHP's exit status for an error in a script.
pub const SCRIPT_ERROR: u8 = 255;

/// What both personalities call themselves.
pub const VERSION: &str = concat!("Jive ", env!("CARGO_PKG_VERSION"), " (PHP 8.4)\n");

/// Writes to standard output. A reader that has gone away is no error.
pub fn print(bytes: &[u8]) {
    let mut out = io::stdout().lock();
    if let Err(error) = out.write_all(bytes).and_then(|()| out.flush())
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        eprintln!("jive: cannot write to standard output: {error}");
    }
}

/// Says in one line what is wrong with the command, and gives its exit status.
pub fn usage_error(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
