//! Files of gzip: members behind each other, or data as it is.
//!
//! # Invariants
//! - Positions are those of the expanded data; a position is gone to when something is read or
//!   written there.

use std::io::{self, SeekFrom};

use ext_file::layer::end::{End, release};
use ext_file::layer::guest::FarEnd;

use crate::ffi::{Deflate, Inflate, Settings, flush, status};

const GZIP: i32 = 31;
const CHUNK_BYTES: usize = 8192;

/// What comes next.
#[derive(PartialEq, Eq)]
enum Next {
    /// A head, or what is no member.
    Head,
    /// Data as it is.
    Plain,
    Member,
}

/// A file that is read.
pub struct Reader {
    inner: End,
    start: u64,
    input: Vec<u8>,
    taken: usize,
    next: Next,
    /// Whether a member was read: what follows the last one is no data.
    had_member: bool,
    inflate: Inflate,
    is_dry: bool,
    /// Whether more was asked for than there was.
    is_past: bool,
    is_broken: bool,
    at: u64,
    skip: u64,
    output: Vec<u8>,
}

impl Reader {
    /// A file from where it is; none when there is no memory.
    pub fn new(mut inner: End) -> Option<Self> {
        let start = inner.seek(SeekFrom::Current(0)).and_then(|at| u64::try_from(at).ok());
        Some(Self {
            inner,
            start: start.unwrap_or(0),
            input: Vec::new(),
            taken: 0,
            next: Next::Head,
            had_member: false,
            inflate: Inflate::new(GZIP)?,
            is_dry: false,
            is_past: false,
            is_broken: false,
            at: 0,
            skip: 0,
            output: Vec::new(),
        })
    }

    fn rest(&self) -> &[u8] {
        &self.input[self.taken..]
    }

    /// Reads the file once.
    fn fetch(&mut self) -> io::Result<()> {
        if self.taken > 0 {
            self.input.drain(..self.taken);
            self.taken = 0;
        }
        let bytes = self.inner.read(CHUNK_BYTES)?;
        self.is_dry = bytes.is_empty();
        self.input.extend_from_slice(&bytes);
        Ok(())
    }

    fn look(&mut self) -> io::Result<()> {
        while self.rest().len() < 2 && !self.is_dry {
            self.fetch()?;
        }
        if self.rest().starts_with(&[0x1f, 0x8b]) {
            self.inflate.reset();
            self.next = Next::Member;
        } else if self.had_member {
            self.taken = self.input.len();
            self.is_dry = true;
        } else {
            self.next = Next::Plain;
        }
        Ok(())
    }

    /// Expands a piece of a member.
    fn expand(&mut self) -> io::Result<()> {
        if self.rest().is_empty() && !self.is_dry {
            self.fetch()?;
        }
        let mut buffer = [0; CHUNK_BYTES];
        let done = self.inflate.step(&self.input[self.taken..], &mut buffer, flush::NONE);
        self.taken += done.taken;
        self.output.extend_from_slice(&buffer[..done.made]);
        match done.status {
            status::STREAM_END => {
                self.next = Next::Head;
                self.had_member = true;
            }
            status::OK | status::BUF_ERROR => {}
            _ => {
                self.is_broken = true;
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        Ok(())
    }

    /// Brings something to `output`; whether there may be more.
    fn advance(&mut self) -> io::Result<bool> {
        if self.is_dry && self.rest().is_empty() && self.next != Next::Member {
            return Ok(false);
        }
        match self.next {
            Next::Head => self.look()?,
            Next::Plain => {
                if self.rest().is_empty() {
                    self.fetch()?;
                }
                self.output.extend_from_slice(&self.input[self.taken..]);
                self.taken = self.input.len();
            }
            Next::Member => {
                let before = (self.output.len(), self.taken);
                self.expand()?;
                let is_stuck = before == (self.output.len(), self.taken);
                if is_stuck && self.is_dry && self.next == Next::Member {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Goes to the position that was asked for.
    fn settle(&mut self) -> io::Result<()> {
        while self.skip > 0 {
            if self.output.is_empty() && !self.advance()? {
                self.is_past = true;
                self.skip = 0;
                return Ok(());
            }
            let count = self.output.len().min(self.skip as usize);
            self.output.drain(..count);
            self.skip -= count as u64;
            self.at += count as u64;
        }
        Ok(())
    }

    fn rewind(&mut self) -> Option<()> {
        self.inner.seek(SeekFrom::Start(self.start))?;
        self.input.clear();
        self.output.clear();
        self.taken = 0;
        self.next = Next::Head;
        (self.had_member, self.is_dry, self.is_past, self.is_broken) = (false, false, false, false);
        (self.at, self.skip) = (0, 0);
        Some(())
    }
}

impl FarEnd for Reader {
    fn read(&mut self, most: usize) -> io::Result<Vec<u8>> {
        if self.is_broken {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.settle()?;
        while self.output.len() < most {
            if !self.advance()? {
                self.is_past = true;
                break;
            }
        }
        let count = self.output.len().min(most);
        let bytes: Vec<u8> = self.output.drain(..count).collect();
        self.at += count as u64;
        Ok(bytes)
    }

    fn is_at_end(&self) -> bool {
        self.is_past
    }

    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Ok(0)
    }

    fn is_seekable(&self) -> bool {
        true
    }

    fn seek(&mut self, to: SeekFrom) -> Option<i64> {
        let now = self.at + self.skip;
        let target = match to {
            SeekFrom::Start(target) => target,
            SeekFrom::Current(by) => now.checked_add_signed(by)?,
            SeekFrom::End(_) => return None,
        };
        if target < self.at {
            self.rewind()?;
        }
        self.is_past = false;
        self.skip = target - self.at;
        i64::try_from(target).ok()
    }

    fn flush(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is written.
pub struct Writer {
    inner: Option<End>,
    deflate: Deflate,
    at: u64,
    skip: u64,
    is_fresh: bool,
}

impl Writer {
    /// A file, at a level and with a strategy; none when these do not fit.
    pub fn new(inner: End, level: i32, strategy: i32) -> Option<Self> {
        let settings = Settings { level, window: GZIP, memory: 8, strategy };
        let deflate = Deflate::new(settings)?;
        Some(Self { inner: Some(inner), deflate, at: 0, skip: 0, is_fresh: true })
    }

    fn put(&mut self, data: &[u8], how: i32) -> io::Result<()> {
        let mut output = Vec::new();
        if self.deflate.run(data, &mut output, how) < status::OK && how != flush::SYNC {
            return Err(io::ErrorKind::InvalidData.into());
        }
        match &mut self.inner {
            Some(inner) => inner.write(&output, false).map(drop),
            None => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn settle(&mut self) -> io::Result<()> {
        while self.skip > 0 {
            let count = self.skip.min(CHUNK_BYTES as u64);
            self.put(&vec![0; count as usize], flush::NONE)?;
            self.skip -= count;
            self.at += count;
        }
        Ok(())
    }
}

impl FarEnd for Writer {
    fn read(&mut self, _: usize) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn is_at_end(&self) -> bool {
        false
    }

    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.settle()?;
        self.is_fresh = false;
        self.put(data, flush::NONE)?;
        self.at += data.len() as u64;
        Ok(data.len())
    }

    fn is_seekable(&self) -> bool {
        true
    }

    fn seek(&mut self, to: SeekFrom) -> Option<i64> {
        let target = match to {
            SeekFrom::Start(target) => target,
            SeekFrom::Current(by) => (self.at + self.skip).checked_add_signed(by)?,
            SeekFrom::End(_) => return None,
        };
        self.skip = target.checked_sub(self.at)?;
        i64::try_from(target).ok()
    }

    fn flush(&mut self, closing: bool) -> io::Result<()> {
        if !closing {
            return if self.is_fresh { Ok(()) } else { self.put(&[], flush::SYNC) };
        }
        self.settle()?;
        self.put(&[], flush::FINISH)?;
        if let Some(inner) = self.inner.take() {
            release(inner);
        }
        Ok(())
    }
}
