//! Bytes of code: the writer and reader that every immediate goes through.
//!
//! # Invariants
//! - All numbers are little-endian.
//! - A *variable* number below 128 takes one byte with the low bit clear, a larger one four bytes
//!   with the low bit set; it is stored shifted left by one, so it is below 2³¹.
//! - The reader never allocates more than the bytes that are left could describe.

use std::fmt;

/// The largest number that the variable form holds.
pub const VAR_MAX: u32 = (1 << 31) - 1;

/// The largest number of slots, locals, arguments or lines: what every encoding holds.
pub const COUNT_MAX: u32 = (1 << 30) - 1;

/// Bytes under construction, with the places of the labels among them.
#[derive(Default, Debug)]
pub struct Writer {
    /// The bytes so far.
    pub bytes: Vec<u8>,
    /// Where a label was written, for patching.
    pub label_sites: Vec<u32>,
}

impl Writer {
    /// An empty writer with room for so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), label_sites: Vec::new() }
    }

    /// The offset of the next byte.
    pub fn offset(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("invariant: code is shorter than 4 GiB")
    }

    /// Writes one byte.
    pub fn byte(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// Writes four bytes.
    pub fn word(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Writes eight bytes.
    pub fn quad(&mut self, value: u64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Writes a variable number. What exceeds [`VAR_MAX`] is stored as `VAR_MAX`, which no table
    /// reaches.
    pub fn var(&mut self, value: u32) {
        let value = value.min(VAR_MAX);
        match u8::try_from(value << 1) {
            Ok(short) => self.byte(short),
            Err(_) => self.word(value << 1 | 1),
        }
    }

    /// Overwrites the four bytes at `site`, which were written before.
    pub fn patch(&mut self, site: u32, value: i32) {
        let site = site as usize;
        self.bytes[site..site + 4].copy_from_slice(&value.to_le_bytes());
    }
}

/// Why bytes are not code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecodeFault {
    /// The code ends within an instruction.
    CutOff,
    /// No instruction has this opcode.
    Opcode(u16),
    /// The sub-opcode or the tag of an immediate has no meaning.
    Tag(u8),
    /// A number is written in a longer form than it needs.
    LongForm,
}

/// Bytes that are not code, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DecodeError {
    /// The offset of the byte at which reading failed.
    pub at: u32,
    /// What was wrong there.
    pub fault: DecodeFault,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault {
            DecodeFault::CutOff => write!(f, "the code ends within an instruction"),
            DecodeFault::Opcode(op) => write!(f, "no instruction has the opcode {op:#x}"),
            DecodeFault::Tag(tag) => write!(f, "an immediate has the unknown tag {tag:#x}"),
            DecodeFault::LongForm => write!(f, "a number is longer than it needs to be"),
        }
    }
}

/// A cursor over bytes of code.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A cursor at `offset` of `bytes`.
    pub fn new(bytes: &'a [u8], offset: u32) -> Self {
        Self { bytes, at: (offset as usize).min(bytes.len()) }
    }

    /// The offset of the next byte.
    pub fn offset(&self) -> u32 {
        self.at as u32
    }

    /// Whether all bytes were read.
    pub fn at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// An error at the byte that was read last.
    pub fn error(&self, fault: DecodeFault) -> DecodeError {
        DecodeError { at: self.at.saturating_sub(1) as u32, fault }
    }

    /// Reads `N` bytes.
    pub fn take<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let rest = &self.bytes[self.at..];
        let Some(bytes) = rest.first_chunk::<N>() else {
            return Err(DecodeError { at: self.bytes.len() as u32, fault: DecodeFault::CutOff });
        };
        self.at += N;
        Ok(*bytes)
    }

    /// Reads `len` bytes.
    pub fn slice(&mut self, len: usize) -> Result<&'a [u8], DecodeError> {
        let bytes = self.bytes[self.at..].get(..len);
        let cut_off = DecodeError { at: self.bytes.len() as u32, fault: DecodeFault::CutOff };
        let bytes = bytes.ok_or(cut_off)?;
        self.at += len;
        Ok(bytes)
    }

    /// Reads one byte.
    pub fn byte(&mut self) -> Result<u8, DecodeError> {
        self.take::<1>().map(|[byte]| byte)
    }

    /// Reads four bytes.
    pub fn word(&mut self) -> Result<u32, DecodeError> {
        self.take().map(u32::from_le_bytes)
    }

    /// Reads eight bytes.
    pub fn quad(&mut self) -> Result<u64, DecodeError> {
        self.take().map(u64::from_le_bytes)
    }

    /// Reads a variable number.
    pub fn var(&mut self) -> Result<u32, DecodeError> {
        let first = self.byte()?;
        if first & 1 == 0 {
            return Ok(u32::from(first >> 1));
        }
        let [b, c, d] = self.take::<3>()?;
        let value = u32::from_le_bytes([first, b, c, d]) >> 1;
        if value < 128 { Err(self.error(DecodeFault::LongForm)) } else { Ok(value) }
    }

    /// Reads the length of a list whose items take at least `item_bytes_min` bytes each.
    pub fn list_len(&mut self, item_bytes_min: usize) -> Result<usize, DecodeError> {
        let len = self.var()? as usize;
        if len.saturating_mul(item_bytes_min) > self.left() {
            return Err(DecodeError { at: self.bytes.len() as u32, fault: DecodeFault::CutOff });
        }
        Ok(len)
    }
}
