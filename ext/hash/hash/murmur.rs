//! MurmurHash3 in its three variants.
//!
//! # Invariants
//! - The bytes that wait for more are the highest of the words in `carry`, and the last of these has
//!   their number in its low bits; what else is there is what PHP's code would have there.

use super::algorithm::{Hasher, Options};
use super::state::{Member, Members, numbers};

fn mix32(mut hash: u32) -> u32 {
    hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}

fn mix64(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ hash >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ hash >> 33
}

/// The bytes that fill up what waits, whole blocks, and those left; none fill up when they do not
/// suffice.
fn split<const SIZE: usize>(bytes: &[u8], waiting: usize) -> (&[u8], &[[u8; SIZE]], &[u8]) {
    let wanted = (SIZE - waiting) % SIZE;
    if wanted > bytes.len() {
        return (&[], &[], bytes);
    }
    let (first, rest) = bytes.split_at(wanted);
    let (blocks, tail) = rest.as_chunks();
    (first, blocks, tail)
}

/// 32 bits.
#[derive(Clone)]
pub struct MurmurA {
    hash: u32,
    carry: u32,
    length: u32,
}

impl MurmurA {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        Self { hash: options.seed.unwrap_or(0) as u32, carry: 0, length: 0 }
    }

    fn scrambled(word: u32) -> u32 {
        word.wrapping_mul(0xcc9e_2d51).rotate_left(15).wrapping_mul(0x1b87_3593)
    }

    fn add(&mut self, scrambled: u32) {
        let hash = (self.hash ^ scrambled).rotate_left(13);
        self.hash = hash.wrapping_mul(5).wrapping_add(0xe654_6b64);
    }

    fn append(&mut self, bytes: &[u8], waiting: &mut usize) {
        for &byte in bytes {
            self.carry = self.carry >> 8 | u32::from(byte) << 24;
            *waiting += 1;
            if *waiting == 4 {
                self.carry = Self::scrambled(self.carry);
                self.add(self.carry);
                *waiting = 0;
            }
        }
    }
}

impl Hasher for MurmurA {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u32);
        let mut waiting = (self.carry & 3) as usize;
        let (first, blocks, tail) = split::<4>(bytes, waiting);
        self.append(first, &mut waiting);
        for block in blocks {
            self.add(Self::scrambled(u32::from_le_bytes(*block)));
        }
        self.append(tail, &mut waiting);
        self.carry = self.carry & !0xff | waiting as u32;
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let mut hash = self.hash;
        let waiting = self.carry & 3;
        if waiting > 0 {
            hash ^= Self::scrambled(self.carry >> ((4 - waiting) * 8));
        }
        mix32(hash ^ self.length).to_be_bytes().to_vec()
    }

    fn state(&self) -> Vec<Member> {
        numbers([self.hash, self.carry, self.length])
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        [self.hash, self.carry, self.length] = Members::new(members).words();
        true
    }
}

/// 128 bits in four words of 32.
#[derive(Clone)]
pub struct MurmurC {
    hash: [u32; 4],
    carry: [u32; 4],
    length: u32,
}

impl MurmurC {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        Self { hash: [options.seed.unwrap_or(0) as u32; 4], carry: [0; 4], length: 0 }
    }

    fn scrambled(word: u32, at: usize) -> u32 {
        const FACTORS: [u32; 4] = [0x239b_961b, 0xab0e_9789, 0x38b3_4ae5, 0xa1e3_8b93];
        const TURNS: [u32; 4] = [15, 16, 17, 18];
        word.wrapping_mul(FACTORS[at]).rotate_left(TURNS[at]).wrapping_mul(FACTORS[(at + 1) % 4])
    }

    /// Takes the block that the words in `carry` are.
    fn add(&mut self) {
        const AFTER: [(u32, u32); 4] =
            [(19, 0x561c_cd1b), (17, 0x0bca_a747), (15, 0x96cd_1c35), (13, 0x32ac_3b17)];
        for (at, (turn, added)) in AFTER.into_iter().enumerate() {
            self.carry[at] = Self::scrambled(self.carry[at], at);
            let hash = (self.hash[at] ^ self.carry[at]).rotate_left(turn);
            let hash = hash.wrapping_add(self.hash[(at + 1) % 4]);
            self.hash[at] = hash.wrapping_mul(5).wrapping_add(added);
        }
    }

    fn append(&mut self, bytes: &[u8], waiting: &mut usize) {
        for &byte in bytes {
            let word = &mut self.carry[*waiting / 4];
            *word = *word >> 8 | u32::from(byte) << 24;
            *waiting += 1;
            if *waiting == 16 {
                self.add();
                *waiting = 0;
            }
        }
    }
}

impl Hasher for MurmurC {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u32);
        let mut waiting = (self.carry[3] & 15) as usize;
        let (first, blocks, tail) = split::<16>(bytes, waiting);
        self.append(first, &mut waiting);
        for block in blocks {
            for (word, bytes) in self.carry.iter_mut().zip(block.as_chunks().0) {
                *word = u32::from_le_bytes(*bytes);
            }
            self.add();
        }
        self.append(tail, &mut waiting);
        self.carry[3] = self.carry[3] & !0xff | waiting as u32;
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let mut hash = self.hash;
        let waiting = (self.carry[3] & 15) as usize;
        for (at, word) in self.carry.iter().enumerate().take(waiting.div_ceil(4)) {
            let missing = (at * 4 + 4).saturating_sub(waiting) as u32;
            hash[at] ^= Self::scrambled(word >> (missing * 8), at);
        }
        for word in &mut hash {
            *word ^= self.length;
        }
        let spread = |hash: &mut [u32; 4]| {
            hash[0] = hash.iter().fold(0, |sum: u32, word| sum.wrapping_add(*word));
            for at in 1..4 {
                hash[at] = hash[at].wrapping_add(hash[0]);
            }
        };
        spread(&mut hash);
        hash = hash.map(mix32);
        spread(&mut hash);
        hash.map(u32::to_be_bytes).concat()
    }

    fn state(&self) -> Vec<Member> {
        [numbers(self.hash), numbers(self.carry), numbers([self.length])].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        (self.hash, self.carry) = (members.words(), members.words());
        self.length = members.u32();
        true
    }
}

/// 128 bits in two words of 64.
#[derive(Clone)]
pub struct MurmurF {
    hash: [u64; 2],
    carry: [u64; 2],
    length: u32,
}

impl MurmurF {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        Self { hash: [options.seed.unwrap_or(0); 2], carry: [0; 2], length: 0 }
    }

    fn scrambled(word: u64, at: usize) -> u64 {
        const FACTORS: [u64; 2] = [0x87c3_7b91_1142_53d5, 0x4cf5_ad43_2745_937f];
        const TURNS: [u32; 2] = [31, 33];
        word.wrapping_mul(FACTORS[at]).rotate_left(TURNS[at]).wrapping_mul(FACTORS[1 - at])
    }

    /// Takes the block that the words in `carry` are.
    fn add(&mut self) {
        const AFTER: [(u32, u64); 2] = [(27, 0x52dc_e729), (31, 0x3849_5ab5)];
        for (at, (turn, added)) in AFTER.into_iter().enumerate() {
            self.carry[at] = Self::scrambled(self.carry[at], at);
            let hash = (self.hash[at] ^ self.carry[at]).rotate_left(turn);
            let hash = hash.wrapping_add(self.hash[1 - at]);
            self.hash[at] = hash.wrapping_mul(5).wrapping_add(added);
        }
    }

    fn append(&mut self, bytes: &[u8], waiting: &mut usize) {
        for &byte in bytes {
            let word = &mut self.carry[*waiting / 8];
            *word = *word >> 8 | u64::from(byte) << 56;
            *waiting += 1;
            if *waiting == 16 {
                self.add();
                *waiting = 0;
            }
        }
    }
}

impl Hasher for MurmurF {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u32);
        let mut waiting = (self.carry[1] & 15) as usize;
        let (first, blocks, tail) = split::<16>(bytes, waiting);
        self.append(first, &mut waiting);
        for block in blocks {
            for (word, bytes) in self.carry.iter_mut().zip(block.as_chunks().0) {
                *word = u64::from_le_bytes(*bytes);
            }
            self.add();
        }
        self.append(tail, &mut waiting);
        self.carry[1] = self.carry[1] & !0xff | waiting as u64;
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let [mut low, mut high] = self.hash;
        let waiting = (self.carry[1] & 15) as usize;
        if waiting > 8 {
            high ^= Self::scrambled(self.carry[1] >> ((16 - waiting) * 8), 1);
        }
        if waiting > 0 {
            low ^= Self::scrambled(self.carry[0] >> (8_usize.saturating_sub(waiting) * 8), 0);
        }
        let length = u64::from(self.length);
        low = (low ^ length).wrapping_add(high ^ length);
        high = (high ^ length).wrapping_add(low);
        (low, high) = (mix64(low), mix64(high));
        low = low.wrapping_add(high);
        [low, high.wrapping_add(low)].map(u64::to_be_bytes).concat()
    }

    fn state(&self) -> Vec<Member> {
        [numbers(self.hash), numbers(self.carry), numbers([self.length])].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        (self.hash, self.carry) = (members.longs(), members.longs());
        self.length = members.u32();
        true
    }
}
