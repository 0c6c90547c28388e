//! Names of compiled code for `perf`: lines of address, size and name in `/tmp/perf-PID.map`.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::Published;

/// The file that `perf` reads.
#[derive(Debug)]
pub struct PerfMap {
    file: File,
}

impl PerfMap {
    /// Opens this process's file.
    pub fn open() -> io::Result<Self> {
        Self::open_at(format!("/tmp/perf-{}.map", std::process::id()).as_ref())
    }

    /// Opens a file elsewhere, for tests.
    pub fn open_at(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().append(true).create(true).open(path)?;
        Ok(Self { file })
    }

    /// Names each area of published code; a line goes out in one write.
    pub fn record(&mut self, code: &Published, name: &str) -> io::Result<()> {
        let name: String = name.chars().map(|c| if c.is_control() { '?' } else { c }).collect();
        for ((address, size), suffix) in code.areas.into_iter().zip(["", ".cold", ".frozen"]) {
            if size > 0 {
                let line = format!("{address:x} {size:x} {name}{suffix}\n");
                self.file.write_all(line.as_bytes())?;
            }
        }
        Ok(())
    }
}
