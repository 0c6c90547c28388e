//! The string hash: 32 bits, never 0, seeded once per process.
//!
//! The seed is random, so that nobody can prepare keys that collide; no script can see it,
//! because arrays keep insertion order. Bytes are folded 16 at a time through a 64×64→128-bit
//! multiplication.

use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::OnceLock;

/// Random words mixed into every hash of this process.
struct Seed([u64; 2]);

static SEED: OnceLock<Seed> = OnceLock::new();

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Makes hashes the same in every run, for reproducible benchmarks and failures. False when a
/// string was hashed before.
pub fn fix_seed(seed: u64) -> bool {
    SEED.set(Seed([seed | 1, seed.rotate_left(32) ^ MIX])).is_ok()
}

fn random_seed() -> Seed {
    let state = RandomState::new();
    Seed([state.hash_one(1_u8) | 1, state.hash_one(2_u8)])
}

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[inline]
fn word(bytes: &[u8; 8]) -> u64 {
    u64::from_le_bytes(*bytes)
}

/// The hash of `bytes`.
#[inline]
pub fn hash(bytes: &[u8]) -> u32 {
    let Seed([k0, k1]) = SEED.get_or_init(random_seed);
    let mut state = k0 ^ (bytes.len() as u64).wrapping_mul(MIX);
    let mut rest = bytes;
    while rest.len() > 16 {
        if let (Some(a), Some(b)) = (rest.first_chunk::<8>(), rest[8..].first_chunk::<8>()) {
            state = fold(word(a) ^ state, word(b) ^ k1);
        }
        rest = &rest[16..];
    }
    let (a, b) = tail(rest);
    let folded = fold(fold(a ^ state, b ^ k1), MIX);
    let hash = folded as u32 ^ (folded >> 32) as u32;
    if hash == 0 { 1 } else { hash }
}

/// The hasher of tables whose keys are names or numbers.
#[derive(Default)]
pub struct NameHasher(u64);

/// Makes one.
pub type BuildNameHasher = BuildHasherDefault<NameHasher>;

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.write_u64(u64::from(hash(bytes)));
    }

    #[inline]
    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(MIX);
    }

    #[inline]
    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    #[inline]
    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    #[inline]
    fn write_isize(&mut self, word: isize) {
        self.write_u64(word as u64);
    }
}

/// At most 16 bytes as two words; overlapping reads cover what is between the sizes.
#[inline]
fn tail(bytes: &[u8]) -> (u64, u64) {
    if let (Some(a), Some(b)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (word(a), word(b))
    } else if let (Some(a), Some(b)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (u64::from(u32::from_le_bytes(*a)), u64::from(u32::from_le_bytes(*b)))
    } else if let (Some(&a), Some(&b)) = (bytes.first(), bytes.last()) {
        (u64::from(a) << 8 | u64::from(bytes[bytes.len() / 2]), u64::from(b))
    } else {
        (0, 0)
    }
}
