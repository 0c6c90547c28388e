//! Units as bytes: what a repo file and a cache of compiled files hold.
//!
//! # Invariants
//! - The head names the format by a fingerprint of every table that decides what the bytes mean, so
//!   that another version's bytes are refused and none are taken for what they are not.
//! - A checksum of everything behind the head is checked before anything is read.
//! - Bytes that were damaged on purpose are refused or make a unit that the verifier judges.
//!
//! # Not here
//! Files.

mod stored;

use std::fmt;
use std::sync::LazyLock;

use crate::codec::{DecodeError, Reader, Writer};
use crate::flags::Flags;
use crate::imm::SUB_OPS;
use crate::instr::Op;
use crate::unit::Unit;
use stored::Stored;

const MAGIC: u64 = u64::from_le_bytes(*b"JiveUnit");

/// The version of the records' layout, which no table describes.
const RECORDS_VERSION: u64 = 1;

/// Why bytes are no unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BlobError {
    /// They do not begin as units do.
    Foreign,
    /// They were written by another version.
    Version,
    /// They were changed or cut off.
    Checksum,
    /// They do not describe a unit.
    Malformed(DecodeError),
}

impl fmt::Display for BlobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => write!(f, "this is no compiled unit"),
            Self::Version => write!(f, "this unit was compiled by another version"),
            Self::Checksum => write!(f, "this unit is damaged"),
            Self::Malformed(error) => write!(f, "at {}: {error}", error.at),
        }
    }
}

impl std::error::Error for BlobError {}

/// The bytes of a unit.
pub fn to_bytes(unit: &Unit) -> Vec<u8> {
    let mut body = Writer::default();
    unit.store(&mut body);
    let mut out = Writer::default();
    out.quad(MAGIC);
    out.quad(*FINGERPRINT);
    out.quad(0);
    out.bytes.append(&mut body.bytes);
    seal(&mut out.bytes);
    out.bytes
}

/// Where the checksum stands, and what it covers.
const CHECKSUM_AT: usize = 16;
const BODY_AT: usize = 24;

/// Writes the checksum of what stands behind the head.
pub fn seal(bytes: &mut [u8]) {
    if let Some((head, body)) = bytes.split_at_mut_checked(BODY_AT) {
        head[CHECKSUM_AT..].copy_from_slice(&hash(HASH_START, body).to_le_bytes());
    }
}

/// The unit that [`to_bytes`] wrote. It is not verified.
pub fn from_bytes(bytes: &[u8]) -> Result<Unit, BlobError> {
    let mut input = Reader::new(bytes, 0);
    let mut word = || input.quad().map_err(|_| BlobError::Foreign);
    let (magic, fingerprint, checksum) = (word()?, word()?, word()?);
    if magic != MAGIC {
        return Err(BlobError::Foreign);
    }
    if fingerprint != *FINGERPRINT {
        return Err(BlobError::Version);
    }
    if hash(HASH_START, &bytes[BODY_AT..]) != checksum {
        return Err(BlobError::Checksum);
    }
    let unit = Unit::load(&mut input).map_err(BlobError::Malformed)?;
    if input.at_end() { Ok(unit) } else { Err(BlobError::Checksum) }
}

/// What identifies the meaning of the bytes.
static FINGERPRINT: LazyLock<u64> = LazyLock::new(|| {
    let mut state = hash(HASH_START, &RECORDS_VERSION.to_le_bytes());
    for op in Op::ALL {
        let info = op.info();
        state = hash(state, info.name.as_bytes());
        state = hash(state, &info.flags.without(Flags::MayThrow).bits().to_le_bytes());
        for (_, code) in info.imms {
            state = hash(state, code.as_bytes());
        }
    }
    for (name, _) in SUB_OPS.iter().flat_map(|ty| ty.choices) {
        state = hash(state, name.as_bytes());
    }
    state
});

const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on with a hash over eight bytes at a time. It finds accidents, not attacks.
fn hash(state: u64, bytes: &[u8]) -> u64 {
    let mix = |state: u64, word: u64| {
        let mixed = (state ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ (mixed >> 29)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let state = words.iter().fold(state, |state, word| mix(state, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(mix(state, u64::from_le_bytes(last)), bytes.len() as u64)
}
