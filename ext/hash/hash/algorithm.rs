//! The hash functions by name.
//!
//! tidy: table

use super::checksum::{Adler32, Crc32, Fnv, Joaat};
use super::crypto::Crypto;
use super::haval::Haval;
use super::layout::{Gost, Longs, Md2, Md5, Sponge, Whirlpool, Words};
use super::murmur::{MurmurA, MurmurC, MurmurF};
use super::snefru::Snefru;
use super::state::Member;
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
    /// Its state in the members of its algorithm's form; none where that has no form.
    fn state(&self) -> Vec<Member> {
        Vec::new()
    }
    /// Takes over such a state; whether it is one that a hash can have.
    fn restore(&mut self, _: &[Member]) -> bool {
        false
    }
}

/// A hash function.
pub struct Algorithm {
    /// Its name.
    pub name: &'static str,
    /// The bytes it takes at a time: what keys of HMAC are filled up to. 0: it may not be keyed.
    pub block: usize,
    /// The form of its state in PHP's words; without one, it is not serialised.
    pub form: &'static str,
    /// Starts a hash.
    pub start: fn(Options<'_>) -> Box<dyn Hasher>,
}

impl Algorithm {
    /// The name that a hash under way tells. PHP: both names of Snefru are one function.
    pub fn told(&self) -> &'static str {
        if self.name == "snefru256" { "snefru" } else { self.name }
    }
}

/// The hash function with this name, whatever the case of its letters.
pub fn algorithm(name: &[u8]) -> Option<&'static Algorithm> {
    let is_meant = |algorithm: &&Algorithm| algorithm.name.as_bytes() == name;
    let is_named = |algorithm: &&Algorithm| algorithm.name.as_bytes().eq_ignore_ascii_case(name);
    ALGORITHMS.iter().find(is_meant).or_else(|| ALGORITHMS.iter().find(is_named))
}

macro_rules! algorithms {
    ($($name:literal, $block:literal, $form:literal, $start:expr;)+) => {
        /// All, in PHP's order.
        pub static ALGORITHMS: &[Algorithm] =
            &[$(Algorithm { name: $name, block: $block, form: $form, start: |options| Box::new($start(options)) }),+];
    };
}

algorithms! {
    "md2", 16, "b48b16b16b.", Crypto::<md2::Md2, Md2, 16>::start;
    "md4", 64, "l4l2b64.", Crypto::<md4::Md4, Words<4>, 64>::start;
    "md5", 64, "llllllb64l16.", Crypto::<md5::Md5, Md5, 64>::start;
    "sha1", 64, "l5l2b64.", Crypto::<sha1::Sha1, Words<5>, 64>::start;
    "sha224", 64, "l8l2b64.", Crypto::<sha2::Sha224, Words<8>, 64>::start;
    "sha256", 64, "l8l2b64.", Crypto::<sha2::Sha256, Words<8>, 64>::start;
    "sha384", 128, "q8q2b128.", Crypto::<sha2::Sha384, Longs, 128>::start;
    "sha512/224", 128, "q8q2b128.", Crypto::<sha2::Sha512_224, Longs, 128>::start;
    "sha512/256", 128, "q8q2b128.", Crypto::<sha2::Sha512_256, Longs, 128>::start;
    "sha512", 128, "q8q2b128.", Crypto::<sha2::Sha512, Longs, 128>::start;
    "sha3-224", 144, "b200IiIIB", Crypto::<sha3::Sha3_224, Sponge, 144>::start;
    "sha3-256", 136, "b200IiIIB", Crypto::<sha3::Sha3_256, Sponge, 136>::start;
    "sha3-384", 104, "b200IiIIB", Crypto::<sha3::Sha3_384, Sponge, 104>::start;
    "sha3-512", 72, "b200IiIIB", Crypto::<sha3::Sha3_512, Sponge, 72>::start;
    "ripemd128", 64, "l4l2b64.", Crypto::<ripemd::Ripemd128, Words<4>, 64>::start;
    "ripemd160", 64, "l5l2b64.", Crypto::<ripemd::Ripemd160, Words<5>, 64>::start;
    "ripemd256", 64, "l8l2b64.", Crypto::<ripemd::Ripemd256, Words<8>, 64>::start;
    "ripemd320", 64, "l10l2b64.", Crypto::<ripemd::Ripemd320, Words<10>, 64>::start;
    "whirlpool", 64, "q8b32iib64.", Crypto::<whirlpool::Whirlpool, Whirlpool, 64>::start;
    "tiger128,3", 64, "q3qb64l", Tiger::<16, 3>::start;
    "tiger160,3", 64, "q3qb64l", Tiger::<20, 3>::start;
    "tiger192,3", 64, "q3qb64l", Tiger::<24, 3>::start;
    "tiger128,4", 64, "q3qb64l", Tiger::<16, 4>::start;
    "tiger160,4", 64, "q3qb64l", Tiger::<20, 4>::start;
    "tiger192,4", 64, "q3qb64l", Tiger::<24, 4>::start;
    "snefru", 32, "l16l2bb32", Snefru::start;
    "snefru256", 32, "l16l2bb32", Snefru::start;
    "gost", 32, "l16l2bb32", Crypto::<gost94::Gost94Test, Gost, 32>::start;
    "gost-crypto", 32, "l16l2bb32", Crypto::<gost94::Gost94CryptoPro, Gost, 32>::start;
    "adler32", 0, "l.", Adler32::start;
    "crc32", 0, "l.", Crc32::bzip;
    "crc32b", 0, "l.", Crc32::zip;
    "crc32c", 0, "l.", Crc32::castagnoli;
    "fnv132", 0, "l.", Fnv::<32, false>::start;
    "fnv1a32", 0, "l.", Fnv::<32, true>::start;
    "fnv164", 0, "q.", Fnv::<64, false>::start;
    "fnv1a64", 0, "q.", Fnv::<64, true>::start;
    "joaat", 0, "l.", Joaat::start;
    "murmur3a", 0, "lll", MurmurA::start;
    "murmur3c", 0, "lllllllll", MurmurC::start;
    "murmur3f", 0, "qqqql", MurmurF::start;
    "xxh32", 0, "llllllllllll", Xxh32::start;
    "xxh64", 0, "qqqqqqqqqllq", Xxh64::start;
    "xxh3", 0, "", Xxh3::start;
    "xxh128", 0, "", Xxh128::start;
    "haval128,3", 128, "l8l2b128", Haval::<128, 3>::start;
    "haval160,3", 128, "l8l2b128", Haval::<160, 3>::start;
    "haval192,3", 128, "l8l2b128", Haval::<192, 3>::start;
    "haval224,3", 128, "l8l2b128", Haval::<224, 3>::start;
    "haval256,3", 128, "l8l2b128", Haval::<256, 3>::start;
    "haval128,4", 128, "l8l2b128", Haval::<128, 4>::start;
    "haval160,4", 128, "l8l2b128", Haval::<160, 4>::start;
    "haval192,4", 128, "l8l2b128", Haval::<192, 4>::start;
    "haval224,4", 128, "l8l2b128", Haval::<224, 4>::start;
    "haval256,4", 128, "l8l2b128", Haval::<256, 4>::start;
    "haval128,5", 128, "l8l2b128", Haval::<128, 5>::start;
    "haval160,5", 128, "l8l2b128", Haval::<160, 5>::start;
    "haval192,5", 128, "l8l2b128", Haval::<192, 5>::start;
    "haval224,5", 128, "l8l2b128", Haval::<224, 5>::start;
    "haval256,5", 128, "l8l2b128", Haval::<256, 5>::start;
}
