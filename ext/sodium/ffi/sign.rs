//! Signatures.

use std::ffi::c_ulonglong;
use std::ptr;

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

impl Sodium {
    /// The signature of a message.
    pub fn sign(self, message: &[u8], secret: &[u8; l::SIGN_SECRET]) -> Option<[u8; l::SIGN]> {
        let mut out = [0; l::SIGN];
        let length = message.len() as c_ulonglong;
        // SAFETY: S1, S2; null asks for no length.
        let outcome = unsafe {
            c::crypto_sign_detached(
                out.as_mut_ptr(),
                ptr::null_mut(),
                message.as_ptr(),
                length,
                secret.as_ptr(),
            )
        };
        outcome.is_success().then_some(out)
    }

    /// Whether it is the signature of the message.
    pub fn sign_verify(
        self,
        signature: &[u8; l::SIGN],
        message: &[u8],
        public: &[u8; l::SIGN_PUBLIC],
    ) -> bool {
        let length = message.len() as c_ulonglong;
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_sign_verify_detached(
                signature.as_ptr(),
                message.as_ptr(),
                length,
                public.as_ptr(),
            )
        };
        outcome.is_success()
    }
}
