//! Texts in blocks.

/// Bytes that do not fill a block yet, and how many were taken.
#[derive(Clone)]
pub struct Block<const SIZE: usize> {
    bytes: [u8; SIZE],
    filled: usize,
    total: u64,
}

impl<const SIZE: usize> Block<SIZE> {
    /// Nothing taken.
    pub const fn new() -> Self {
        Self { bytes: [0; SIZE], filled: 0, total: 0 }
    }

    /// How many bytes do not fill a block.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// How many bits were taken.
    pub fn bits(&self) -> u64 {
        self.total.wrapping_mul(8)
    }

    /// Takes bytes; each whole block goes to `compress`.
    pub fn take(&mut self, bytes: &[u8], mut compress: impl FnMut(&[u8; SIZE])) {
        self.total = self.total.wrapping_add(bytes.len() as u64);
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = rest.len().min(SIZE - self.filled);
            self.bytes[self.filled..self.filled + length].copy_from_slice(&rest[..length]);
            self.filled += length;
            rest = &rest[length..];
            if self.filled == SIZE {
                compress(&self.bytes);
                self.filled = 0;
            }
        }
    }
}
