//! HMAC and what is made of it.

use super::algorithm::{Algorithm, Hasher, Options};

/// The keyed hash function, its key already mixed in.
pub struct Hmac<'a> {
    algorithm: &'a Algorithm,
    inner: Vec<u8>,
    outer: Vec<u8>,
}

fn digest(algorithm: &Algorithm, parts: &[&[u8]]) -> Vec<u8> {
    let mut hasher: Box<dyn Hasher> = (algorithm.start)(Options::default());
    for part in parts {
        hasher.update(part);
    }
    hasher.finish()
}

impl<'a> Hmac<'a> {
    /// With a key, which is hashed when it is longer than a block.
    pub fn new(algorithm: &'a Algorithm, key: &[u8]) -> Self {
        let mut key =
            if key.len() > algorithm.block { digest(algorithm, &[key]) } else { key.to_vec() };
        key.resize(algorithm.block, 0);
        let mask = |mask: u8| key.iter().map(|byte| byte ^ mask).collect();
        Self { algorithm, inner: mask(0x36), outer: mask(0x5c) }
    }

    /// What is hashed before the text, and before the hash of both.
    pub fn into_keys(self) -> (Vec<u8>, Vec<u8>) {
        (self.inner, self.outer)
    }

    /// The hash of the parts, one after the other.
    pub fn hash(&self, parts: &[&[u8]]) -> Vec<u8> {
        let mut all = vec![&*self.inner];
        all.extend_from_slice(parts);
        let inner = digest(self.algorithm, &all);
        digest(self.algorithm, &[&self.outer, &inner])
    }
}

/// PBKDF2: at least `length` bytes.
pub fn pbkdf2(hmac: &Hmac<'_>, salt: &[u8], iterations: i64, length: usize) -> Vec<u8> {
    let mut key = Vec::new();
    let mut block = 0_u32;
    while key.len() < length || block == 0 {
        block += 1;
        let mut last = hmac.hash(&[salt, &block.to_be_bytes()]);
        let mut sum = last.clone();
        for _ in 1..iterations {
            last = hmac.hash(&[&last]);
            for (sum, byte) in sum.iter_mut().zip(&last) {
                *sum ^= byte;
            }
        }
        key.extend_from_slice(&sum);
    }
    key
}

/// HKDF: `length` bytes.
pub fn hkdf(
    algorithm: &Algorithm,
    key: &[u8],
    info: &[u8],
    (salt, length): (&[u8], usize),
) -> Vec<u8> {
    let extracted = Hmac::new(algorithm, salt).hash(&[key]);
    let hmac = Hmac::new(algorithm, &extracted);
    let mut out: Vec<u8> = Vec::new();
    let mut last = Vec::new();
    let mut block = 0_u8;
    while out.len() < length {
        block = block.wrapping_add(1);
        last = hmac.hash(&[&last, info, &[block]]);
        out.extend_from_slice(&last);
    }
    out.truncate(length);
    out
}
