//! Hashes of passwords.

use std::ffi::{CStr, c_int, c_ulonglong};

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

/// How much work a hash of a password is.
#[derive(Clone, Copy)]
pub struct Work {
    /// Steps.
    pub steps: u64,
    /// Bytes of memory.
    pub memory: usize,
}

impl Work {
    /// The least that Argon2 takes.
    pub const ARGON2_LEAST: Self = Self {
        steps: c::crypto_pwhash_OPSLIMIT_MIN as u64,
        memory: c::crypto_pwhash_MEMLIMIT_MIN as usize,
    };
    // PHP: scrypt would take less, but not from scripts.
    pub const SCRYPT_LEAST: Self = Self {
        steps: c::crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_INTERACTIVE as u64,
        memory: c::crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_INTERACTIVE as usize,
    };
}

impl Sodium {
    /// A key that Argon2 makes of a password.
    pub fn argon2(
        self,
        out: &mut [u8],
        (password, salt): (&[u8], &[u8; l::PWHASH_SALT]),
        work: Work,
        algorithm: c_int,
    ) -> bool {
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_pwhash(
                out.as_mut_ptr(),
                out.len() as c_ulonglong,
                password.as_ptr().cast(),
                password.len() as c_ulonglong,
                salt.as_ptr(),
                work.steps,
                work.memory,
                algorithm,
            )
        };
        outcome.is_success()
    }

    /// The hash that Argon2 makes of a password, as text.
    pub fn argon2_text(self, password: &[u8], work: Work) -> Option<Vec<u8>> {
        let mut out = [0; l::PWHASH_TEXT];
        let length = password.len() as c_ulonglong;
        let (to, password) = (out.as_mut_ptr().cast(), password.as_ptr().cast());
        // SAFETY: S1, S2.
        let outcome =
            unsafe { c::crypto_pwhash_str(to, password, length, work.steps, work.memory) };
        outcome.is_success().then(|| until_nul(&out))
    }

    /// Whether a text is the hash of a password.
    pub fn argon2_verify(self, text: &CStr, password: &[u8]) -> bool {
        let length = password.len() as c_ulonglong;
        // SAFETY: S1, S2, S4.
        let outcome =
            unsafe { c::crypto_pwhash_str_verify(text.as_ptr(), password.as_ptr().cast(), length) };
        outcome.is_success()
    }

    /// Whether a text is not a hash with these settings.
    pub fn argon2_needs_rehash(self, text: &CStr, work: Work) -> bool {
        // SAFETY: S1, S4.
        unsafe { c::crypto_pwhash_str_needs_rehash(text.as_ptr(), work.steps, work.memory) != 0 }
    }

    /// A key that scrypt makes of a password.
    pub fn scrypt(
        self,
        out: &mut [u8],
        (password, salt): (&[u8], &[u8; l::SCRYPT_SALT]),
        work: Work,
    ) -> bool {
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_pwhash_scryptsalsa208sha256(
                out.as_mut_ptr(),
                out.len() as c_ulonglong,
                password.as_ptr().cast(),
                password.len() as c_ulonglong,
                salt.as_ptr(),
                work.steps,
                work.memory,
            )
        };
        outcome.is_success()
    }

    /// The hash that scrypt makes of a password, as text.
    pub fn scrypt_text(self, password: &[u8], work: Work) -> Option<Vec<u8>> {
        let mut out = [0; l::SCRYPT_TEXT];
        let length = password.len() as c_ulonglong;
        let (to, password) = (out.as_mut_ptr().cast(), password.as_ptr().cast());
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_pwhash_scryptsalsa208sha256_str(to, password, length, work.steps, work.memory)
        };
        outcome.is_success().then(|| until_nul(&out))
    }

    /// Whether a text, filled up with NULs, is the hash of a password.
    pub fn scrypt_verify(self, text: &[u8; l::SCRYPT_TEXT], password: &[u8]) -> bool {
        let length = password.len() as c_ulonglong;
        let (text, password) = (text.as_ptr().cast(), password.as_ptr().cast());
        // SAFETY: S1, S2: the library looks for NUL within the array.
        let outcome =
            unsafe { c::crypto_pwhash_scryptsalsa208sha256_str_verify(text, password, length) };
        outcome.is_success()
    }
}

fn until_nul(bytes: &[u8]) -> Vec<u8> {
    bytes.split(|&byte| byte == 0).next().unwrap_or_default().to_vec()
}
