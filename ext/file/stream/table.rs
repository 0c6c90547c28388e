//! The open streams of a request.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// How much is read ahead.
const CHUNK_BYTES: usize = 8192;

/// What a stream reads and writes.
pub enum Backend {
    File(File),
    Input,
    /// The standard output of the process.
    Output,
    Error,
    /// The output of the script.
    Echo,
    Memory {
        bytes: Vec<u8>,
        at: usize,
    },
}

/// An open stream.
pub struct Stream {
    pub backend: Backend,
    ahead: Vec<u8>,
    taken: usize,
    pub eof: bool,
    pub readable: bool,
    pub writable: bool,
    appends: bool,
}

/// The streams by the number of their resource.
#[derive(Default)]
pub struct Streams {
    pub open: HashMap<u32, Stream>,
    next: u32,
}

impl Streams {
    /// Keeps a stream; its number. The first three are those of the process.
    pub fn add(&mut self, stream: Stream) -> u32 {
        self.next = self.next.max(3) + 1;
        self.open.insert(self.next, stream);
        self.next
    }

    /// The stream with a number; those of the process are open from the start.
    pub fn get(&mut self, id: u32) -> Option<&mut Stream> {
        let standard = match id {
            1 => Some((Backend::Input, true, false)),
            2 => Some((Backend::Output, false, true)),
            3 => Some((Backend::Error, false, true)),
            _ => None,
        };
        if let Some((backend, readable, writable)) = standard {
            let make = || Stream::new(backend, (readable, writable), false);
            return Some(self.open.entry(id).or_insert_with(make));
        }
        self.open.get_mut(&id)
    }
}

impl Stream {
    /// A stream at its beginning.
    pub fn new(backend: Backend, (readable, writable): (bool, bool), appends: bool) -> Self {
        Self { backend, ahead: Vec::new(), taken: 0, eof: false, readable, writable, appends }
    }

    fn read_backend(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.backend {
            Backend::File(file) => file.read(into),
            Backend::Input => io::stdin().read(into),
            Backend::Memory { bytes, at } => {
                let count = into.len().min(bytes.len().saturating_sub(*at));
                into[..count].copy_from_slice(&bytes[*at..*at + count]);
                *at += count;
                Ok(count)
            }
            Backend::Output | Backend::Error | Backend::Echo => Ok(0),
        }
    }

    /// Reads ahead once; whether there was something.
    pub fn fill(&mut self) -> io::Result<bool> {
        let mut chunk = vec![0; CHUNK_BYTES];
        let count = self.read_backend(&mut chunk)?;
        if self.taken > 0 {
            self.ahead.drain(..self.taken);
            self.taken = 0;
        }
        self.ahead.extend_from_slice(&chunk[..count]);
        self.eof = count == 0;
        Ok(count > 0)
    }

    /// What was read ahead.
    pub fn ahead(&self) -> &[u8] {
        &self.ahead[self.taken..]
    }

    /// Takes bytes that were read ahead.
    pub fn take(&mut self, count: usize) -> Vec<u8> {
        let count = count.min(self.ahead().len());
        let bytes = self.ahead()[..count].to_vec();
        self.taken += count;
        bytes
    }

    /// Reads until there are so many bytes, or no more.
    pub fn read(&mut self, count: usize) -> io::Result<Vec<u8>> {
        while self.ahead().len() < count && self.fill()? {}
        Ok(self.take(count))
    }

    /// Reads a line of at most so many bytes.
    pub fn line(&mut self, most: usize) -> io::Result<Option<Vec<u8>>> {
        let mut searched = 0;
        loop {
            let found = self.ahead()[searched..].iter().position(|byte| *byte == b'\n');
            let end = found.map(|at| searched + at + 1);
            if let Some(end) = end.filter(|end| *end <= most) {
                return Ok(Some(self.take(end)));
            }
            if self.ahead().len() >= most {
                return Ok(Some(self.take(most)));
            }
            searched = self.ahead().len();
            if !self.fill()? {
                let rest = self.ahead().len();
                return Ok((rest > 0).then(|| self.take(rest)));
            }
        }
    }

    /// All that is left.
    pub fn rest(&mut self) -> io::Result<Vec<u8>> {
        while self.fill()? {}
        let count = self.ahead().len();
        Ok(self.take(count))
    }

    /// Forgets what was read ahead, so that the backend stands where the script does.
    fn settle(&mut self) -> io::Result<()> {
        let ahead = self.ahead().len() as i64;
        self.ahead.clear();
        self.taken = 0;
        match &mut self.backend {
            Backend::File(file) if ahead > 0 => file.seek(SeekFrom::Current(-ahead)).map(drop),
            Backend::Memory { at, .. } => {
                *at -= ahead as usize;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Writes; not for the script's output.
    pub fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.settle()?;
        match &mut self.backend {
            Backend::File(file) => file.write_all(data)?,
            Backend::Output => {
                io::stdout().write_all(data)?;
                io::stdout().flush()?;
            }
            Backend::Error => io::stderr().write_all(data)?,
            Backend::Memory { bytes, at } => {
                if self.appends {
                    *at = bytes.len();
                }
                let end = *at + data.len();
                if bytes.len() < end {
                    bytes.resize(end, 0);
                }
                bytes[*at..end].copy_from_slice(data);
                *at = end;
            }
            Backend::Input | Backend::Echo => return Ok(0),
        }
        Ok(data.len())
    }

    /// Goes to a position; whether that was possible.
    pub fn seek(&mut self, to: SeekFrom) -> bool {
        if self.settle().is_err() {
            return false;
        }
        self.eof = false;
        match &mut self.backend {
            Backend::File(file) => file.seek(to).is_ok(),
            Backend::Memory { bytes, at } => {
                let target = match to {
                    SeekFrom::Start(start) => start as i64,
                    SeekFrom::Current(by) => *at as i64 + by,
                    SeekFrom::End(by) => bytes.len() as i64 + by,
                };
                let fits = (0..=bytes.len() as i64).contains(&target);
                if fits {
                    *at = target as usize;
                }
                fits
            }
            _ => false,
        }
    }

    /// The position; none where there is none.
    pub fn position(&mut self) -> Option<i64> {
        let ahead = self.ahead().len() as i64;
        match &mut self.backend {
            Backend::File(file) => file.stream_position().ok().map(|at| at as i64 - ahead),
            Backend::Memory { at, .. } => Some(*at as i64 - ahead),
            _ => Some(0),
        }
    }

    /// Cuts to a size.
    pub fn truncate(&mut self, size: usize) -> bool {
        match &mut self.backend {
            Backend::File(file) => file.set_len(size as u64).is_ok(),
            Backend::Memory { bytes, .. } => {
                bytes.resize(size, 0);
                true
            }
            _ => false,
        }
    }
}
