//! Files of bzip2.

use std::io::{self, SeekFrom};

use bzip2::{Action, Compress, Decompress, Error, Status};
use ext_file::layer::end::{End, release};
use ext_file::layer::guest::FarEnd;

use super::{CHUNK_BYTES, compress, compressor, number};

/// A file that is read.
pub struct Reader {
    inner: End,
    input: Vec<u8>,
    taken: usize,
    decoder: Decompress,
    is_dry: bool,
    has_ended: bool,
    is_past: bool,
    fault: i64,
}

/// The end of a file that comes too early, as the library numbers it.
const TOO_SHORT: i64 = -7;

impl Reader {
    /// A file from where it is.
    pub fn new(inner: End) -> Self {
        Self {
            inner,
            input: Vec::new(),
            taken: 0,
            decoder: Decompress::new(false),
            is_dry: false,
            has_ended: false,
            is_past: false,
            fault: 0,
        }
    }

    fn fail(&mut self, fault: i64) -> io::Error {
        self.fault = fault;
        io::ErrorKind::InvalidData.into()
    }

    /// Expands what fits; how much that was.
    fn expand(&mut self, output: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.input.len() && !self.is_dry {
            self.input = self.inner.read(CHUNK_BYTES)?;
            self.taken = 0;
            self.is_dry = self.input.is_empty();
        }
        if self.is_dry {
            return Err(self.fail(TOO_SHORT));
        }
        let (taken, made) = (self.decoder.total_in(), self.decoder.total_out());
        let status = self.decoder.decompress(&self.input[self.taken..], output);
        self.taken += (self.decoder.total_in() - taken) as usize;
        match status {
            Ok(status) => self.has_ended = status == Status::StreamEnd,
            Err(error) => return Err(self.fail(number(error))),
        }
        Ok((self.decoder.total_out() - made) as usize)
    }
}

impl FarEnd for Reader {
    fn read(&mut self, most: usize) -> io::Result<Vec<u8>> {
        if self.fault != 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut output = vec![0; most];
        let mut made = 0;
        while made < most && !self.has_ended {
            match self.expand(&mut output[made..]) {
                Ok(count) => made += count,
                Err(_) if made > 0 => break,
                Err(error) => return Err(error),
            }
        }
        self.is_past = made < most && self.has_ended;
        output.truncate(made);
        Ok(output)
    }

    fn is_at_end(&self) -> bool {
        self.is_past
    }

    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        self.fault = number(Error::Sequence);
        Err(io::ErrorKind::Unsupported.into())
    }

    fn is_seekable(&self) -> bool {
        false
    }

    fn seek(&mut self, _: SeekFrom) -> Option<i64> {
        None
    }

    fn flush(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn fault(&self) -> i64 {
        self.fault
    }
}

/// A file that is written.
pub struct Writer {
    inner: Option<End>,
    coder: Compress,
    fault: i64,
}

impl Writer {
    /// A file; none when there is no memory.
    pub fn new(inner: End) -> Option<Self> {
        const BLOCKS: i64 = 9;
        const WORK: i64 = 30;
        let coder = compressor(BLOCKS, WORK)?;
        Some(Self { inner: Some(inner), coder, fault: 0 })
    }

    fn put(&mut self, data: &[u8], action: Action) -> io::Result<()> {
        let mut output = Vec::new();
        if let Err(error) = compress(&mut self.coder, data, &mut output, action) {
            self.fault = number(error);
            return Err(io::ErrorKind::InvalidData.into());
        }
        match &mut self.inner {
            Some(inner) => inner.write(&output, false).map(drop),
            None => Err(io::ErrorKind::Unsupported.into()),
        }
    }
}

impl FarEnd for Writer {
    fn read(&mut self, _: usize) -> io::Result<Vec<u8>> {
        self.fault = number(Error::Sequence);
        Err(io::ErrorKind::Unsupported.into())
    }

    fn is_at_end(&self) -> bool {
        false
    }

    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.put(data, Action::Run)?;
        Ok(data.len())
    }

    fn is_seekable(&self) -> bool {
        false
    }

    fn seek(&mut self, _: SeekFrom) -> Option<i64> {
        None
    }

    fn flush(&mut self, closing: bool) -> io::Result<()> {
        if !closing {
            return Ok(());
        }
        self.put(&[], Action::Finish)?;
        if let Some(inner) = self.inner.take() {
            release(inner);
        }
        Ok(())
    }

    fn fault(&self) -> i64 {
        self.fault
    }
}
