//! Checksums and small hash functions.

use super::algorithm::{Hasher, Options};
use super::state::{Member, Members, numbers};

/// Adler-32.
#[derive(Clone)]
pub struct Adler32 {
    low: u32,
    high: u32,
}

/// The largest prime below 2¹⁶.
const ADLER_BASE: u32 = 65_521;
/// How many bytes may be added before the sums overflow 32 bits.
const ADLER_RUN: usize = 5_552;

impl Adler32 {
    /// Nothing added yet.
    pub fn start(_: Options<'_>) -> Self {
        Self { low: 1, high: 0 }
    }
}

impl Hasher for Adler32 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        numbers([self.high << 16 | self.low])
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let sums = Members::new(members).u32();
        (self.low, self.high) = (sums & 0xffff, sums >> 16);
        true
    }

    fn update(&mut self, bytes: &[u8]) {
        for run in bytes.chunks(ADLER_RUN) {
            for &byte in run {
                self.low += u32::from(byte);
                self.high += self.low;
            }
            self.low %= ADLER_BASE;
            self.high %= ADLER_BASE;
        }
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        (self.high << 16 | self.low).to_be_bytes().to_vec()
    }
}

/// The three cyclic redundancy checks.
#[derive(Clone)]
pub enum Crc32 {
    /// Of bzip2, with the bytes of the result turned around.
    Bzip(u32),
    /// Of zip.
    Zip(crc32fast::Hasher),
    /// Of iSCSI.
    Castagnoli(u32),
}

const BZIP: [u32; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        let mut row = (index as u32) << 24;
        let mut bit = 0;
        while bit < 8 {
            row = if row >> 31 == 1 { row << 1 ^ 0x04c1_1db7 } else { row << 1 };
            bit += 1;
        }
        table[index] = row;
        index += 1;
    }
    table
};

/// Row `n` is what a byte does to the sum `n` bytes later.
const CASTAGNOLI: [[u32; 256]; 8] = {
    let mut table = [[0; 256]; 8];
    let mut index = 0;
    while index < 256 {
        let mut row = index as u32;
        let mut bit = 0;
        while bit < 8 {
            row = if row & 1 == 1 { row >> 1 ^ 0x82f6_3b78 } else { row >> 1 };
            bit += 1;
        }
        table[0][index] = row;
        index += 1;
    }
    let mut later = 1;
    while later < 8 {
        index = 0;
        while index < 256 {
            let before = table[later - 1][index];
            table[later][index] = before >> 8 ^ table[0][(before & 0xff) as usize];
            index += 1;
        }
        later += 1;
    }
    table
};

/// The sum of eight bytes at a time, then of those left.
fn castagnoli(mut sum: u32, bytes: &[u8]) -> u32 {
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        let word = u64::from_le_bytes(*eight) ^ u64::from(sum);
        let rows = word.to_le_bytes().into_iter().zip(CASTAGNOLI.iter().rev());
        sum = rows.fold(0, |sum, (byte, row)| sum ^ row[usize::from(byte)]);
    }
    for &byte in rest {
        sum = sum >> 8 ^ CASTAGNOLI[0][usize::from(sum as u8 ^ byte)];
    }
    sum
}

impl Crc32 {
    /// That of bzip2.
    pub fn bzip(_: Options<'_>) -> Self {
        Self::Bzip(u32::MAX)
    }

    /// That of zip.
    pub fn zip(_: Options<'_>) -> Self {
        Self::Zip(crc32fast::Hasher::new())
    }

    /// That of iSCSI.
    pub fn castagnoli(_: Options<'_>) -> Self {
        Self::Castagnoli(u32::MAX)
    }
}

impl Hasher for Crc32 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        numbers([match self {
            Self::Bzip(sum) | Self::Castagnoli(sum) => *sum,
            Self::Zip(hasher) => !hasher.clone().finalize(),
        }])
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let state = Members::new(members).u32();
        match self {
            Self::Bzip(sum) | Self::Castagnoli(sum) => *sum = state,
            Self::Zip(hasher) => *hasher = crc32fast::Hasher::new_with_initial(!state),
        }
        true
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Bzip(sum) => {
                for &byte in bytes {
                    *sum = *sum << 8 ^ BZIP[(*sum >> 24) as usize ^ usize::from(byte)];
                }
            }
            Self::Zip(hasher) => hasher.update(bytes),
            Self::Castagnoli(sum) => *sum = castagnoli(*sum, bytes),
        }
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        match *self {
            Self::Bzip(sum) => (!sum).to_le_bytes().to_vec(),
            Self::Zip(hasher) => hasher.finalize().to_be_bytes().to_vec(),
            Self::Castagnoli(sum) => (!sum).to_be_bytes().to_vec(),
        }
    }
}

/// Fowler, Noll and Vo's, of 32 or 64 bits; the newer kind mixes in the byte before it multiplies.
#[derive(Clone)]
pub struct Fnv<const BITS: u32, const XOR_FIRST: bool>(u64);

impl<const BITS: u32, const XOR_FIRST: bool> Fnv<BITS, XOR_FIRST> {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        Self(if BITS == 32 { 0x811c_9dc5 } else { 0xcbf2_9ce4_8422_2325 })
    }

    fn times_prime(value: u64) -> u64 {
        if BITS == 32 {
            u64::from((value as u32).wrapping_mul(0x0100_0193))
        } else {
            value.wrapping_mul(0x0100_0000_01b3)
        }
    }
}

impl<const BITS: u32, const XOR_FIRST: bool> Hasher for Fnv<BITS, XOR_FIRST> {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        numbers([self.0])
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        self.0 = Members::new(members).u64();
        true
    }

    fn update(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let byte = u64::from(byte);
            self.0 = if XOR_FIRST {
                Self::times_prime(self.0 ^ byte)
            } else {
                Self::times_prime(self.0) ^ byte
            };
        }
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.to_be_bytes()[8 - BITS as usize / 8..].to_vec()
    }
}

/// Jenkins's, one byte at a time.
#[derive(Clone)]
pub struct Joaat(u32);

impl Joaat {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        Self(0)
    }
}

impl Hasher for Joaat {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        numbers([self.0])
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        self.0 = Members::new(members).u32();
        true
    }

    fn update(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.wrapping_add(u32::from(byte));
            self.0 = self.0.wrapping_add(self.0 << 10);
            self.0 ^= self.0 >> 6;
        }
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let mut hash = self.0.wrapping_add(self.0 << 3);
        hash ^= hash >> 11;
        hash.wrapping_add(hash << 15).to_be_bytes().to_vec()
    }
}
