//! The functions and methods of the library that were called, for the count of those that no test
//! calls. Only builds with debug assertions note them, in processes that are asked to.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// The variable of the environment that names the file to which names are added, one a line.
const VARIABLE: &str = "JIVE_CALLED";

static IS_ON: AtomicBool = AtomicBool::new(false);
static BOOK: Mutex<Option<Book>> = Mutex::new(None);

struct Book {
    file: File,
    known: HashSet<String>,
}

/// Begins to note calls, when the environment names a file for them. Says whether it does.
pub fn begin() -> bool {
    let path = std::env::var_os(VARIABLE).filter(|_| cfg!(debug_assertions));
    let file = path.and_then(|path| OpenOptions::new().append(true).create(true).open(path).ok());
    let Some(file) = file else { return false };
    *BOOK.lock().unwrap_or_else(PoisonError::into_inner) =
        Some(Book { file, known: HashSet::new() });
    IS_ON.store(true, Ordering::Relaxed);
    true
}

/// Whether calls are noted.
#[inline(always)]
pub fn is_on() -> bool {
    cfg!(debug_assertions) && IS_ON.load(Ordering::Relaxed)
}

/// Notes the call of a function, or of a method as `class::method`, if calls are noted.
#[inline(always)]
pub fn note(name: &str) {
    if is_on() {
        write(name);
    }
}

fn write(name: &str) {
    let mut book = BOOK.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(Book { file, known }) = &mut *book else { return };
    let name = name.to_ascii_lowercase();
    if !known.contains(&name) {
        // A name that cannot be written is counted as not called.
        let _ = file.write_all(format!("{name}\n").as_bytes());
        known.insert(name);
    }
}
