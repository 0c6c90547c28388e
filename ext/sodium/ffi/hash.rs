//! Hashes, and keys that are made of keys.

use std::ffi::c_ulonglong;
use std::mem::size_of;

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

impl Sodium {
    /// A key that is made of another.
    pub fn kdf(
        self,
        out: &mut [u8],
        number: u64,
        context: &[u8; l::KDF_CONTEXT],
        key: &[u8; l::KDF_KEY],
    ) -> bool {
        let length = out.len();
        // SAFETY: S1, S2; the context is an array of its own length, without NUL at its end.
        let outcome = unsafe {
            c::crypto_kdf_derive_from_key(
                out.as_mut_ptr(),
                length,
                number,
                context.as_ptr().cast(),
                key.as_ptr(),
            )
        };
        outcome.is_success()
    }

    /// The BLAKE2b hash of a message; an empty key is none.
    pub fn hash(self, out: &mut [u8], message: &[u8], key: &[u8]) -> bool {
        assert!(is_hash(out.len()) && is_hash_key(key.len()), "invariant S2: lengths of BLAKE2b");
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_generichash(
                out.as_mut_ptr(),
                out.len(),
                message.as_ptr(),
                message.len() as c_ulonglong,
                key.as_ptr(),
                key.len(),
            )
        };
        outcome.is_success()
    }
}

fn is_hash(length: usize) -> bool {
    (l::HASH_LEAST..=l::HASH_MOST).contains(&length)
}

fn is_hash_key(length: usize) -> bool {
    length == 0 || (l::HASH_KEY_LEAST..=l::HASH_KEY_MOST).contains(&length)
}

/// The state of a hash of parts.
pub struct Hash(c::crypto_generichash_state);

/// Bytes of such a state.
pub const HASH_STATE: usize = size_of::<c::crypto_generichash_state>();

/// Where a state has the count of bytes in its buffer, and how many bytes the buffer has.
const HASH_FILLED: usize = 352;
const HASH_BUFFER: usize = 256;

impl Hash {
    /// Begins; an empty key is none.
    pub fn new(_: Sodium, key: &[u8], length: usize) -> Option<Self> {
        assert!(is_hash(length) && is_hash_key(key.len()), "invariant S2: lengths of BLAKE2b");
        let mut state = Self(c::crypto_generichash_state { opaque: [0; HASH_STATE] });
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_generichash_init(&raw mut state.0, key.as_ptr(), key.len(), length)
        };
        outcome.is_success().then_some(state)
    }

    /// What a script kept; none when it cannot be a state (S3).
    pub fn from_bytes(_: Sodium, bytes: &[u8; HASH_STATE]) -> Option<Self> {
        let (_, filled) = bytes[..HASH_FILLED + size_of::<usize>()].split_last_chunk()?;
        let fits = usize::from_ne_bytes(*filled) <= HASH_BUFFER;
        fits.then_some(Self(c::crypto_generichash_state { opaque: *bytes }))
    }

    /// What a script keeps.
    pub fn as_bytes(&self) -> &[u8; HASH_STATE] {
        &self.0.opaque
    }

    /// Adds a part.
    pub fn update(&mut self, part: &[u8]) -> bool {
        let length = part.len() as c_ulonglong;
        // SAFETY: S1, S2, S3.
        let outcome =
            unsafe { c::crypto_generichash_update(&raw mut self.0, part.as_ptr(), length) };
        outcome.is_success()
    }

    /// The hash of all parts.
    pub fn finish(mut self, out: &mut [u8]) -> bool {
        assert!(is_hash(out.len()), "invariant S2: lengths of BLAKE2b");
        // SAFETY: S1, S2, S3.
        let outcome =
            unsafe { c::crypto_generichash_final(&raw mut self.0, out.as_mut_ptr(), out.len()) };
        outcome.is_success()
    }
}

#[cfg(test)]
mod tests {
    use super::{HASH_BUFFER, HASH_FILLED, HASH_STATE, Hash};
    use crate::ffi::sodium;

    #[test]
    fn a_state_says_how_much_of_its_buffer_is_filled() {
        for length in [0, 1, 128, 200, HASH_BUFFER] {
            let mut hash = Hash::new(sodium(), &[], 32).expect("a state");
            assert!(hash.update(&vec![7; length]));
            let filled = hash.as_bytes()[HASH_FILLED..].first_chunk().expect("a count");
            assert_eq!(usize::from_ne_bytes(*filled), length);
            assert!(Hash::from_bytes(sodium(), hash.as_bytes()).is_some());
        }
    }

    #[test]
    fn a_forged_state_is_refused() {
        assert!(Hash::from_bytes(sodium(), &[0xff; HASH_STATE]).is_none());
        let mut forged = [0; HASH_STATE];
        forged[HASH_FILLED..HASH_FILLED + 2].copy_from_slice(&257_u16.to_le_bytes());
        assert!(Hash::from_bytes(sodium(), &forged).is_none());
    }
}
