//! An eye on tests that do not end.

use std::process;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long one test may take on the slowest machine.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// What `test` gives. One that takes too long ends the program with its name: nothing else says
/// which of them it was.
pub fn over<T>(name: &str, test: impl FnOnce() -> T) -> T {
    let (_ended, end) = channel::<()>();
    let name = name.to_owned();
    thread::spawn(move || {
        if end.recv_timeout(LONGEST) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{name} has not ended after {} minutes", LONGEST.as_secs() / 60);
            process::exit(101);
        }
    });
    test()
}
