//! Cryptographic hash functions, as their crates have them.

use md5::Digest;

use super::algorithm::{Hasher, Options};

/// A hash of which at most `LENGTH` bytes are told.
#[derive(Clone)]
pub struct Crypto<D, const LENGTH: usize = 64>(D);

impl<D: Digest, const LENGTH: usize> Crypto<D, LENGTH> {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        Self(D::new())
    }
}

impl<D: Digest + Clone + 'static, const LENGTH: usize> Hasher for Crypto<D, LENGTH> {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        let mut hash = self.0.finalize().to_vec();
        hash.truncate(LENGTH);
        hash
    }
}
