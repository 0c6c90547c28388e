//! MurmurHash3 in its three variants.

use super::algorithm::{Hasher, Options};

/// Which of them.
#[derive(Clone, Copy)]
pub enum Variant {
    /// 32 bits.
    A,
    /// 128 bits in four words of 32.
    C,
    /// 128 bits in two words of 64.
    F,
}

/// The text so far: the end of it counts differently, and its length counts too.
#[derive(Clone)]
pub struct Murmur {
    variant: Variant,
    seed: u64,
    text: Vec<u8>,
}

impl Murmur {
    /// From the seed.
    pub fn start(variant: Variant, options: Options<'_>) -> Self {
        Self { variant, seed: options.seed.unwrap_or(0), text: Vec::new() }
    }
}

impl Hasher for Murmur {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        match self.variant {
            Variant::A => a(&self.text, self.seed as u32).to_be_bytes().to_vec(),
            Variant::C => {
                c(&self.text, self.seed as u32).iter().flat_map(|word| word.to_be_bytes()).collect()
            }
            Variant::F => {
                f(&self.text, self.seed).iter().flat_map(|word| word.to_be_bytes()).collect()
            }
        }
    }
}

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

/// Up to four bytes as a word, the first lowest.
fn word32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).rev().fold(0, |word, &byte| word << 8 | u32::from(byte))
}

fn word64(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
}

fn a(text: &[u8], seed: u32) -> u32 {
    let scramble =
        |word: u32| word.wrapping_mul(0xcc9e_2d51).rotate_left(15).wrapping_mul(0x1b87_3593);
    let mut hash = seed;
    let (blocks, tail) = text.as_chunks::<4>();
    for block in blocks {
        hash = (hash ^ scramble(word32(block))).rotate_left(13);
        hash = hash.wrapping_mul(5).wrapping_add(0xe654_6b64);
    }
    mix32(hash ^ scramble(word32(tail)) ^ text.len() as u32)
}

fn c(text: &[u8], seed: u32) -> [u32; 4] {
    const FACTORS: [u32; 4] = [0x239b_961b, 0xab0e_9789, 0x38b3_4ae5, 0xa1e3_8b93];
    const TURNS: [u32; 4] = [15, 16, 17, 18];
    const AFTER: [(u32, u32); 4] =
        [(19, 0x561c_cd1b), (17, 0x0bca_a747), (15, 0x96cd_1c35), (13, 0x32ac_3b17)];
    let scramble = |word: u32, at: usize| {
        word.wrapping_mul(FACTORS[at]).rotate_left(TURNS[at]).wrapping_mul(FACTORS[(at + 1) % 4])
    };
    let mut hash = [seed; 4];
    let (blocks, tail) = text.as_chunks::<16>();
    for block in blocks {
        for at in 0..4 {
            hash[at] ^= scramble(word32(&block[at * 4..]), at);
            hash[at] = hash[at].rotate_left(AFTER[at].0).wrapping_add(hash[(at + 1) % 4]);
            hash[at] = hash[at].wrapping_mul(5).wrapping_add(AFTER[at].1);
        }
    }
    for (at, word) in tail.chunks(4).enumerate() {
        hash[at] ^= scramble(word32(word), at);
    }
    for word in &mut hash {
        *word ^= text.len() as u32;
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
    hash
}

fn f(text: &[u8], seed: u64) -> [u64; 2] {
    const FACTORS: [u64; 2] = [0x87c3_7b91_1142_53d5, 0x4cf5_ad43_2745_937f];
    let first = |word: u64| word.wrapping_mul(FACTORS[0]).rotate_left(31).wrapping_mul(FACTORS[1]);
    let second = |word: u64| word.wrapping_mul(FACTORS[1]).rotate_left(33).wrapping_mul(FACTORS[0]);
    let [mut low, mut high] = [seed; 2];
    let (blocks, tail) = text.as_chunks::<16>();
    for block in blocks {
        low = (low ^ first(word64(block))).rotate_left(27).wrapping_add(high);
        low = low.wrapping_mul(5).wrapping_add(0x52dc_e729);
        high = (high ^ second(word64(&block[8..]))).rotate_left(31).wrapping_add(low);
        high = high.wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    high ^= second(word64(tail.get(8..).unwrap_or_default()));
    low ^= first(word64(tail));
    let length = text.len() as u64;
    low = (low ^ length).wrapping_add(high ^ length);
    high = (high ^ length).wrapping_add(low);
    (low, high) = (mix64(low), mix64(high));
    low = low.wrapping_add(high);
    [low, high.wrapping_add(low)]
}
