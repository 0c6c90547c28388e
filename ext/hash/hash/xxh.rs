//! The family xxHash.

use super::algorithm::{Hasher, Options};
use super::block::{Block, Keeps};
use super::state::{Member, Members, numbers};
use xxhash_rust::xxh3;

/// Of 32 bits.
#[derive(Clone)]
pub struct Xxh32 {
    lanes: [u32; 4],
    block: Block<16>,
    length: u32,
    /// Not 0 when a block was filled.
    is_long: u32,
}

const PRIMES_32: [u32; 5] = [0x9e37_79b1, 0x85eb_ca77, 0xc2b2_ae3d, 0x27d4_eb2f, 0x1656_67b1];

fn round32(lane: u32, word: u32) -> u32 {
    let lane = lane.wrapping_add(word.wrapping_mul(PRIMES_32[1]));
    lane.rotate_left(13).wrapping_mul(PRIMES_32[0])
}

impl Xxh32 {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        let [first, second, ..] = PRIMES_32;
        let seed = options.seed.unwrap_or(0) as u32;
        let high = seed.wrapping_add(second);
        let lanes = [high.wrapping_add(first), high, seed, seed.wrapping_sub(first)];
        Self { lanes, block: Block::new(Keeps::Waiting), length: 0, is_long: 0 }
    }
}

impl Hasher for Xxh32 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        let lanes = &mut self.lanes;
        self.length = self.length.wrapping_add(bytes.len() as u32);
        self.is_long |= u32::from(bytes.len() >= 16 || self.length >= 16);
        self.block.take(bytes, |block| {
            for (lane, word) in lanes.iter_mut().zip(block.as_chunks().0) {
                *lane = round32(*lane, u32::from_le_bytes(*word));
            }
        });
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let [first, second, third, fourth, fifth] = PRIMES_32;
        let turned = self.lanes.iter().zip([1, 7, 12, 18]);
        let mut hash = match self.is_long {
            0 => self.lanes[2].wrapping_add(fifth),
            _ => turned.fold(0_u32, |sum, (lane, turn)| sum.wrapping_add(lane.rotate_left(turn))),
        };
        hash = hash.wrapping_add(self.length);
        let (words, rest) = self.block.bytes()[..self.block.filled()].as_chunks::<4>();
        for word in words {
            hash = hash.wrapping_add(u32::from_le_bytes(*word).wrapping_mul(third));
            hash = hash.rotate_left(17).wrapping_mul(fourth);
        }
        for &byte in rest {
            hash = hash.wrapping_add(u32::from(byte).wrapping_mul(fifth));
            hash = hash.rotate_left(11).wrapping_mul(first);
        }
        hash = (hash ^ hash >> 15).wrapping_mul(second);
        hash = (hash ^ hash >> 13).wrapping_mul(third);
        (hash ^ hash >> 16).to_be_bytes().to_vec()
    }

    fn state(&self) -> Vec<Member> {
        let waiting = self.block.bytes().as_chunks().0.iter().map(|word| u32::from_le_bytes(*word));
        let length = numbers([self.length, self.is_long]);
        let filled = numbers([self.block.filled() as u32, 0]);
        [length, numbers(self.lanes), numbers(waiting), filled].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        [self.length, self.is_long] = members.words();
        self.lanes = members.words();
        let waiting = members.words::<4>().map(u32::to_le_bytes).concat();
        let filled = members.u32() as usize;
        self.block.resume(&waiting, filled, u64::from(self.length));
        filled < 16
    }
}

/// Of 64 bits.
#[derive(Clone)]
pub struct Xxh64 {
    lanes: [u64; 4],
    block: Block<32>,
    length: u64,
}

const PRIMES_64: [u64; 5] = [
    0x9e37_79b1_85eb_ca87,
    0xc2b2_ae3d_27d4_eb4f,
    0x1656_67b1_9e37_79f9,
    0x85eb_ca77_c2b2_ae63,
    0x27d4_eb2f_1656_67c5,
];

fn round64(lane: u64, word: u64) -> u64 {
    let lane = lane.wrapping_add(word.wrapping_mul(PRIMES_64[1]));
    lane.rotate_left(31).wrapping_mul(PRIMES_64[0])
}

impl Xxh64 {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        let [first, second, ..] = PRIMES_64;
        let seed = options.seed.unwrap_or(0);
        let high = seed.wrapping_add(second);
        let lanes = [high.wrapping_add(first), high, seed, seed.wrapping_sub(first)];
        Self { lanes, block: Block::new(Keeps::Waiting), length: 0 }
    }

    /// What the lanes make together.
    fn merged(&self) -> u64 {
        let [first, .., fourth, fifth] = PRIMES_64;
        if self.length < 32 {
            return self.lanes[2].wrapping_add(fifth);
        }
        let turned = self.lanes.iter().zip([1, 7, 12, 18]);
        let sum = turned.fold(0_u64, |sum, (lane, turn)| sum.wrapping_add(lane.rotate_left(turn)));
        let merge = |hash: u64, lane: &u64| {
            (hash ^ round64(0, *lane)).wrapping_mul(first).wrapping_add(fourth)
        };
        self.lanes.iter().fold(sum, merge)
    }
}

impl Hasher for Xxh64 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        let lanes = &mut self.lanes;
        self.length = self.length.wrapping_add(bytes.len() as u64);
        self.block.take(bytes, |block| {
            for (lane, word) in lanes.iter_mut().zip(block.as_chunks().0) {
                *lane = round64(*lane, u64::from_le_bytes(*word));
            }
        });
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let [first, second, third, fourth, fifth] = PRIMES_64;
        let mut hash = self.merged().wrapping_add(self.length);
        let (words, rest) = self.block.bytes()[..self.block.filled()].as_chunks::<8>();
        for word in words {
            hash ^= round64(0, u64::from_le_bytes(*word));
            hash = hash.rotate_left(27).wrapping_mul(first).wrapping_add(fourth);
        }
        let (halves, rest) = rest.as_chunks::<4>();
        for half in halves {
            hash ^= u64::from(u32::from_le_bytes(*half)).wrapping_mul(first);
            hash = hash.rotate_left(23).wrapping_mul(second).wrapping_add(third);
        }
        for &byte in rest {
            hash ^= u64::from(byte).wrapping_mul(fifth);
            hash = hash.rotate_left(11).wrapping_mul(first);
        }
        hash = (hash ^ hash >> 33).wrapping_mul(second);
        hash = (hash ^ hash >> 29).wrapping_mul(third);
        (hash ^ hash >> 32).to_be_bytes().to_vec()
    }

    fn state(&self) -> Vec<Member> {
        let waiting = self.block.bytes().as_chunks().0.iter().map(|word| u64::from_le_bytes(*word));
        let filled = numbers([self.block.filled() as u64, 0, 0]);
        [numbers([self.length]), numbers(self.lanes), numbers(waiting), filled].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        self.length = members.u64();
        self.lanes = members.longs();
        let waiting = members.longs::<4>().map(u64::to_le_bytes).concat();
        let filled = members.u32() as usize;
        self.block.resume(&waiting, filled, self.length);
        filled < 32
    }
}

/// Takes the whole text, as functions with a secret do.
fn hash64(options: &Keyed, text: &[u8]) -> u64 {
    match &options.secret {
        Some(secret) => xxh3::xxh3_64_with_secret(text, secret),
        None => xxh3::xxh3_64_with_seed(text, options.seed),
    }
}

fn hash128(options: &Keyed, text: &[u8]) -> u128 {
    match &options.secret {
        Some(secret) => xxh3::xxh3_128_with_secret(text, secret),
        None => xxh3::xxh3_128_with_seed(text, options.seed),
    }
}

#[derive(Clone)]
struct Keyed {
    seed: u64,
    secret: Option<Vec<u8>>,
}

impl Keyed {
    fn new(options: Options<'_>) -> Self {
        Self { seed: options.seed.unwrap_or(0), secret: options.secret.map(<[u8]>::to_vec) }
    }
}

/// The third generation, of 64 bits.
#[derive(Clone)]
pub struct Xxh3(Keyed, Vec<u8>);

impl Xxh3 {
    /// From the seed or the secret.
    pub fn start(options: Options<'_>) -> Self {
        Self(Keyed::new(options), Vec::new())
    }
}

impl Hasher for Xxh3 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.1.extend_from_slice(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        hash64(&self.0, &self.1).to_be_bytes().to_vec()
    }
}

/// The third generation, of 128 bits.
#[derive(Clone)]
pub struct Xxh128(Keyed, Vec<u8>);

impl Xxh128 {
    /// From the seed or the secret.
    pub fn start(options: Options<'_>) -> Self {
        Self(Keyed::new(options), Vec::new())
    }
}

impl Hasher for Xxh128 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.1.extend_from_slice(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        hash128(&self.0, &self.1).to_be_bytes().to_vec()
    }
}
