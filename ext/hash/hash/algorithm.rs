//! The hash functions by name.
//!
//! tidy: table

use super::checksum::{Adler32, Crc32, Fnv, Joaat};
use super::crypto::Crypto;
use super::haval::Haval;
use super::murmur::{Murmur, Variant};
use super::snefru::Snefru;
use super::tiger::Tiger;
use super::xxh::{Xxh3, Xxh32, Xxh64, Xxh128};

/// What some hash functions start from.
#[derive(Clone, Copy, Default)]
pub struct Options<'o> {
    /// A number.
    pub seed: Option<u64>,
    /// A text, for xxh3 and xxh128.
    pub secret: Option<&'o [u8]>,
}

/// A hash under way.
pub trait Hasher {
    /// Takes more of the text.
    fn update(&mut self, bytes: &[u8]);
    /// The hash.
    fn finish(self: Box<Self>) -> Vec<u8>;
    /// Another one that has taken the same.
    fn copy(&self) -> Box<dyn Hasher>;
}

/// A hash function.
pub struct Algorithm {
    /// Its name.
    pub name: &'static str,
    /// The bytes it takes at a time: what keys of HMAC are filled up to. 0: it may not be keyed.
    pub block: usize,
    /// Starts a hash.
    pub start: fn(Options<'_>) -> Box<dyn Hasher>,
}

/// The hash function with this name, whatever the case of its letters.
pub fn algorithm(name: &[u8]) -> Option<&'static Algorithm> {
    ALGORITHMS.iter().find(|algorithm| algorithm.name.as_bytes().eq_ignore_ascii_case(name))
}

macro_rules! algorithms {
    ($($name:literal, $block:literal, $start:expr;)+) => {
        /// All, in PHP's order.
        pub static ALGORITHMS: &[Algorithm] =
            &[$(Algorithm { name: $name, block: $block, start: |options| Box::new($start(options)) }),+];
    };
}

algorithms! {
    "md2", 16, Crypto::<md2::Md2>::start;
    "md4", 64, Crypto::<md4::Md4>::start;
    "md5", 64, Crypto::<md5::Md5>::start;
    "sha1", 64, Crypto::<sha1::Sha1>::start;
    "sha224", 64, Crypto::<sha2::Sha224>::start;
    "sha256", 64, Crypto::<sha2::Sha256>::start;
    "sha384", 128, Crypto::<sha2::Sha384>::start;
    "sha512/224", 128, Crypto::<sha2::Sha512_224>::start;
    "sha512/256", 128, Crypto::<sha2::Sha512_256>::start;
    "sha512", 128, Crypto::<sha2::Sha512>::start;
    "sha3-224", 144, Crypto::<sha3::Sha3_224>::start;
    "sha3-256", 136, Crypto::<sha3::Sha3_256>::start;
    "sha3-384", 104, Crypto::<sha3::Sha3_384>::start;
    "sha3-512", 72, Crypto::<sha3::Sha3_512>::start;
    "ripemd128", 64, Crypto::<ripemd::Ripemd128>::start;
    "ripemd160", 64, Crypto::<ripemd::Ripemd160>::start;
    "ripemd256", 64, Crypto::<ripemd::Ripemd256>::start;
    "ripemd320", 64, Crypto::<ripemd::Ripemd320>::start;
    "whirlpool", 64, Crypto::<whirlpool::Whirlpool>::start;
    "tiger128,3", 64, Tiger::<16, 3>::start;
    "tiger160,3", 64, Tiger::<20, 3>::start;
    "tiger192,3", 64, Tiger::<24, 3>::start;
    "tiger128,4", 64, Tiger::<16, 4>::start;
    "tiger160,4", 64, Tiger::<20, 4>::start;
    "tiger192,4", 64, Tiger::<24, 4>::start;
    "snefru", 32, Snefru::start;
    "snefru256", 32, Snefru::start;
    "gost", 32, Crypto::<gost94::Gost94Test>::start;
    "gost-crypto", 32, Crypto::<gost94::Gost94CryptoPro>::start;
    "adler32", 0, Adler32::start;
    "crc32", 0, Crc32::bzip;
    "crc32b", 0, Crc32::zip;
    "crc32c", 0, Crc32::castagnoli;
    "fnv132", 0, Fnv::<32, false>::start;
    "fnv1a32", 0, Fnv::<32, true>::start;
    "fnv164", 0, Fnv::<64, false>::start;
    "fnv1a64", 0, Fnv::<64, true>::start;
    "joaat", 0, Joaat::start;
    "murmur3a", 0, |options| Murmur::start(Variant::A, options);
    "murmur3c", 0, |options| Murmur::start(Variant::C, options);
    "murmur3f", 0, |options| Murmur::start(Variant::F, options);
    "xxh32", 0, Xxh32::start;
    "xxh64", 0, Xxh64::start;
    "xxh3", 0, Xxh3::start;
    "xxh128", 0, Xxh128::start;
    "haval128,3", 128, Haval::<128, 3>::start;
    "haval160,3", 128, Haval::<160, 3>::start;
    "haval192,3", 128, Haval::<192, 3>::start;
    "haval224,3", 128, Haval::<224, 3>::start;
    "haval256,3", 128, Haval::<256, 3>::start;
    "haval128,4", 128, Haval::<128, 4>::start;
    "haval160,4", 128, Haval::<160, 4>::start;
    "haval192,4", 128, Haval::<192, 4>::start;
    "haval224,4", 128, Haval::<224, 4>::start;
    "haval256,4", 128, Haval::<256, 4>::start;
    "haval128,5", 128, Haval::<128, 5>::start;
    "haval160,5", 128, Haval::<160, 5>::start;
    "haval192,5", 128, Haval::<192, 5>::start;
    "haval224,5", 128, Haval::<224, 5>::start;
    "haval256,5", 128, Haval::<256, 5>::start;
}
