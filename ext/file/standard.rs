//! The descriptors that a process starts with, and how they are closed: something is put in their
//! place that refuses what they were for, so that nothing else gets their numbers.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::ffi;

/// The descriptors that scripts closed, a bit each: what is opened next gets the lowest.
static VACANT: AtomicU8 = AtomicU8::new(0);

fn put(number: u8, fd: impl AsFd) {
    // Where that fails the descriptor stays as it is.
    let _ = match number {
        0 => rustix::stdio::dup2_stdin(fd),
        1 => rustix::stdio::dup2_stdout(fd),
        _ => rustix::stdio::dup2_stderr(fd),
    };
}

/// Closes a descriptor for a script.
pub fn vacate(number: u8) {
    close(number);
    VACANT.fetch_or(1 << number, Ordering::Relaxed);
}

/// Whether a script closed a descriptor, and nothing has its number since.
pub fn is_vacant(number: u8) -> bool {
    VACANT.load(Ordering::Relaxed) & 1 << number != 0
}

/// Gives a file that was just opened the number of a descriptor that a script closed, if there is one.
pub fn occupy(file: &File) {
    if let Some(number) = (0..3).find(|number| is_vacant(*number)) {
        VACANT.fetch_and(!(1 << number), Ordering::Relaxed);
        put(number, file);
    }
}

/// Refuses from now on what the descriptor is for, as a closed one does.
pub fn close(number: u8) {
    let refuses_reading = number == 0;
    let file = OpenOptions::new().read(!refuses_reading).write(refuses_reading).open("/dev/null");
    let Ok(file) = file else { return };
    put(number, &file);
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
