//! Source files, as PHP takes them from the system.

use std::io::{self, Read as _};
use std::path::Path;

/// Spans are 32 bits wide.
const SOURCE_BYTES_MAX: u64 = u32::MAX as u64;

/// What messages call code of a command line.
const COMMAND_LINE: &str = "Command line code";

/// What messages call a script on standard input, and `$argv` one that is no file.
pub const STANDARD_INPUT: &str = "Standard input code";

/// A source and the name that messages give it.
#[derive(Debug)]
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Source {
    /// Reads a file. PHP: a directory opens, and reads as an empty file.
    pub fn read(path: &str) -> io::Result<Self> {
        let name = path.to_owned();
        let metadata = std::fs::metadata(Path::new(path))?;
        if metadata.is_dir() {
            return Ok(Self { name, bytes: Vec::new() });
        }
        let bytes = std::fs::read(path)?;
        check_size(bytes.len() as u64)?;
        let bytes = ext_phar::stub_of(name.as_bytes(), &bytes).unwrap_or(bytes);
        Ok(Self { name, bytes })
    }

    /// The same source under its full path, by which a running script knows it.
    #[must_use]
    pub fn resolved(self) -> Self {
        match std::fs::canonicalize(&self.name) {
            Ok(path) => Self { name: path.to_string_lossy().into_owned(), ..self },
            Err(_) => self,
        }
    }

    /// Code from the command line, which needs no opening tag.
    pub fn command_line(code: &str) -> Self {
        Self { name: COMMAND_LINE.into(), bytes: format!("<?php {code}").into_bytes() }
    }

    /// Whether it is code of a command line, which no file holds.
    pub fn is_command_line(&self) -> bool {
        self.name == COMMAND_LINE
    }

    /// Reads standard input to its end.
    pub fn read_stdin() -> io::Result<Self> {
        if ext_file::standard::was_closed(0) {
            return Err(io::Error::other("there is no standard input"));
        }
        let mut bytes = Vec::new();
        io::stdin().take(SOURCE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
        check_size(bytes.len() as u64)?;
        Ok(Self { name: STANDARD_INPUT.into(), bytes })
    }
}

fn check_size(bytes: u64) -> io::Result<()> {
    if bytes < SOURCE_BYTES_MAX {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::FileTooLarge, "a source must be smaller than 4 GiB"))
}
