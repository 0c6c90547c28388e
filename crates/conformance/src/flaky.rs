//! Which failures hang on the machine: what else it does, or what others have taken on it.
//!
//! # Source
//! `error_may_be_retried` of PHP's `run-tests.php`.

use crate::phpt::Phpt;

/// Functions whose answers hang on time or on others' files.
const FUNCTIONS: &[&str] = &["disk_free_space(", "hrtime(", "microtime(", "sleep(", "usleep("];

/// What is said when another has what is asked for.
const MESSAGES: &[&str] = &[
    "404: page not found",
    "address already in use",
    "connection refused",
    "deadlock",
    "mailbox already exists",
    "timed out",
];

/// Whether a test that printed `output` may pass when it is run again.
pub fn is(test: &Phpt, output: &[u8]) -> bool {
    let program = test.text("FILE").to_ascii_lowercase();
    let output = String::from_utf8_lossy(output).to_ascii_lowercase();
    test.has("FLAKY")
        || test.measures_speed()
        || FUNCTIONS.iter().any(|&function| program.contains(function))
        || MESSAGES.iter().any(|&message| output.contains(message))
}
