//! What a script writes, buffered.

use std::io::Write;

const BUFFER_BYTES: usize = 16 << 10;

/// The output of a request.
pub struct Output {
    buffer: Vec<u8>,
    sink: Box<dyn Write>,
}

impl Output {
    /// An output that ends in `sink`.
    pub fn new(sink: Box<dyn Write>) -> Self {
        Self { buffer: Vec::with_capacity(BUFFER_BYTES), sink }
    }

    /// Writes bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        if self.buffer.len() + bytes.len() > BUFFER_BYTES {
            self.flush();
        }
        if bytes.len() > BUFFER_BYTES {
            let _ = self.sink.write_all(bytes);
            return;
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// Hands everything on. A reader that has gone away is no error of the script.
    pub fn flush(&mut self) {
        let _ = self.sink.write_all(&self.buffer);
        let _ = self.sink.flush();
        self.buffer.clear();
    }
}
