//! Texts in blocks.
//!
//! # Invariants
//! - `bytes` has what PHP's code would have there, also behind those that are taken.

/// What is left in the bytes of a block that was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeps {
    /// What filled it first: others are not copied.
    First,
    /// What was there before, unless something waited to be filled up.
    Waiting,
    /// The last bytes; the one behind the end is zero.
    Last,
    /// Nothing.
    Zeros,
}

/// Bytes that do not fill a block yet, and how many were taken.
#[derive(Clone)]
pub struct Block<const SIZE: usize> {
    bytes: [u8; SIZE],
    filled: usize,
    total: u64,
    keeps: Keeps,
}

impl<const SIZE: usize> Block<SIZE> {
    /// Nothing taken.
    pub const fn new(keeps: Keeps) -> Self {
        Self { bytes: [0; SIZE], filled: 0, total: 0, keeps }
    }

    /// So many bytes were taken, and the last of them wait.
    pub fn resume(&mut self, bytes: &[u8], filled: usize, total: u64) {
        if bytes.len() == SIZE {
            self.bytes.copy_from_slice(bytes);
        }
        (self.filled, self.total) = (filled % SIZE, total);
    }

    /// The same where the number of bits tells how many wait.
    pub fn resume_at(&mut self, bytes: &[u8], bits: u64) {
        let total = bits / 8;
        self.resume(bytes, (total % SIZE as u64) as usize, total);
    }

    /// How many bytes do not fill a block.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// The bytes of a block; those behind what is filled were there before.
    pub fn bytes(&self) -> &[u8; SIZE] {
        &self.bytes
    }

    /// How many blocks were filled.
    pub fn blocks(&self) -> u64 {
        (self.total - (self.filled as u64).min(self.total)) / SIZE as u64
    }

    /// How many bits were taken.
    pub fn bits(&self) -> u64 {
        self.total.wrapping_mul(8)
    }

    /// Takes bytes; each whole block goes to `compress`.
    pub fn take(&mut self, bytes: &[u8], mut compress: impl FnMut(&[u8; SIZE])) {
        self.total = self.total.wrapping_add(bytes.len() as u64);
        let mut rest = bytes;
        if self.filled + rest.len() >= SIZE {
            if self.filled > 0 || self.keeps != Keeps::Waiting {
                let (head, more) = rest.split_at(SIZE - self.filled);
                self.bytes[self.filled..].copy_from_slice(head);
                compress(&self.bytes);
                rest = more;
            }
            let (blocks, tail) = rest.as_chunks::<SIZE>();
            blocks.iter().for_each(&mut compress);
            match (self.keeps, blocks.last()) {
                (Keeps::Zeros, _) => self.bytes = [0; SIZE],
                (Keeps::Last, Some(last)) => self.bytes = *last,
                _ => {}
            }
            (rest, self.filled) = (tail, 0);
        }
        self.bytes[self.filled..self.filled + rest.len()].copy_from_slice(rest);
        self.filled += rest.len();
        if self.keeps == Keeps::Last && !bytes.is_empty() {
            self.bytes[self.filled] = 0;
        }
    }
}
