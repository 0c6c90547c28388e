//! The family xxHash.

use super::algorithm::{Hasher, Options};
use xxhash_rust::{xxh3, xxh32, xxh64};

/// Of 32 bits.
#[derive(Clone)]
pub struct Xxh32(xxh32::Xxh32);

impl Xxh32 {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        Self(xxh32::Xxh32::new(options.seed.unwrap_or(0) as u32))
    }
}

impl Hasher for Xxh32 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.digest().to_be_bytes().to_vec()
    }
}

/// Of 64 bits.
#[derive(Clone)]
pub struct Xxh64(xxh64::Xxh64);

impl Xxh64 {
    /// From the seed.
    pub fn start(options: Options<'_>) -> Self {
        Self(xxh64::Xxh64::new(options.seed.unwrap_or(0)))
    }
}

impl Hasher for Xxh64 {
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.digest().to_be_bytes().to_vec()
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
