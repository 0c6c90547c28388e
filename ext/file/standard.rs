//! The descriptors that a process starts with, and how they are closed: something is put in their
//! place that refuses what they were for, so that nothing else gets their numbers.

use std::fs::OpenOptions;
use std::io;

use crate::ffi;

/// Refuses from now on what the descriptor is for, as a closed one does.
pub fn close(number: u8) {
    let refuses_reading = number == 0;
    let file = OpenOptions::new().read(!refuses_reading).write(refuses_reading).open("/dev/null");
    let Ok(file) = file else { return };
    // Where that fails the descriptor stays as it is.
    let _ = match number {
        0 => rustix::stdio::dup2_stdin(&file),
        1 => rustix::stdio::dup2_stdout(&file),
        _ => rustix::stdio::dup2_stderr(&file),
    };
}

/// Gives descriptors that the process was started without what closed ones have.
pub fn settle() {
    (0..3).filter(|number| ffi::was_closed(*number)).for_each(close);
}

/// Whether the process was started without this descriptor.
pub fn was_closed(number: u8) -> bool {
    ffi::was_closed(number)
}

/// Standard output, whose errors are told whatever they are.
pub struct Output;

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
