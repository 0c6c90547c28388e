//! Messages under keys.

use std::ffi::c_ulonglong;

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

/// Functions from a message and arrays to bytes, which are so many more or fewer than the message's;
/// whether the library accepts them.
macro_rules! of_message {
    ($($(#[$doc:meta])* $name:ident = $raw:ident($sign:tt $more:ident $(, $arg:ident: $length:ident)*);)+) => {
        impl Sodium {$(
            $(#[$doc])*
            pub fn $name(
                self,
                out: &mut [u8],
                message: &[u8],
                $($arg: &[u8; l::$length]),*
            ) -> bool {
                assert!(of_message!(@fits $sign $more, out, message), "invariant S2: it fits");
                let length = message.len() as c_ulonglong;
                // SAFETY: S1, S2.
                let outcome = unsafe {
                    c::$raw(out.as_mut_ptr(), message.as_ptr(), length, $($arg.as_ptr()),*)
                };
                outcome.is_success()
            }
        )+}
    };
    (@fits + $more:ident, $out:ident, $message:ident) => { $out.len() == $message.len() + l::$more };
    (@fits - $more:ident, $out:ident, $message:ident) => { $out.len() + l::$more == $message.len() };
    (@fits = $more:ident, $out:ident, $message:ident) => { $out.len() == l::$more };
}

of_message! {
    /// Encrypts with a key.
    secretbox = crypto_secretbox_easy(+ SECRETBOX_MAC, nonce: SECRETBOX_NONCE, key: SECRETBOX_KEY);
    /// Decrypts with a key.
    secretbox_open = crypto_secretbox_open_easy(
        - SECRETBOX_MAC, nonce: SECRETBOX_NONCE, key: SECRETBOX_KEY);
    /// Encrypts from one holder of keys for another.
    boxed = crypto_box_easy(
        + BOX_MAC, nonce: BOX_NONCE, public: BOX_PUBLIC, secret: BOX_SECRET);
    /// Decrypts what one holder of keys encrypted for another.
    box_open = crypto_box_open_easy(
        - BOX_MAC, nonce: BOX_NONCE, public: BOX_PUBLIC, secret: BOX_SECRET);
    /// Encrypts for a public key.
    seal = crypto_box_seal(+ BOX_SEAL, public: BOX_PUBLIC);
    /// Decrypts what was encrypted for a public key.
    seal_open = crypto_box_seal_open(- BOX_SEAL, public: BOX_PUBLIC, secret: BOX_SECRET);
    /// Combines with the bytes of XSalsa20.
    stream_xor = crypto_stream_xor(+ NOTHING, nonce: STREAM_NONCE, key: STREAM_KEY);
    /// Combines with the bytes of XChaCha20.
    xchacha20_xor = crypto_stream_xchacha20_xor(
        + NOTHING, nonce: XCHACHA20_NONCE, key: XCHACHA20_KEY);
    /// The authentication tag.
    auth = crypto_auth(= AUTH, key: AUTH_KEY);
    /// The SipHash.
    shorthash = crypto_shorthash(= SHORTHASH, key: SHORTHASH_KEY);
}

impl Sodium {
    /// Whether it is the authentication tag of the message.
    pub fn auth_verify(self, tag: &[u8; l::AUTH], message: &[u8], key: &[u8; l::AUTH_KEY]) -> bool {
        let length = message.len() as c_ulonglong;
        // SAFETY: S1, S2.
        let outcome =
            unsafe { c::crypto_auth_verify(tag.as_ptr(), message.as_ptr(), length, key.as_ptr()) };
        outcome.is_success()
    }

    /// Bytes of XSalsa20.
    pub fn stream(
        self,
        out: &mut [u8],
        nonce: &[u8; l::STREAM_NONCE],
        key: &[u8; l::STREAM_KEY],
    ) -> bool {
        let length = out.len() as c_ulonglong;
        // SAFETY: S1, S2.
        let outcome =
            unsafe { c::crypto_stream(out.as_mut_ptr(), length, nonce.as_ptr(), key.as_ptr()) };
        outcome.is_success()
    }

    /// Bytes of XChaCha20.
    pub fn xchacha20(
        self,
        out: &mut [u8],
        nonce: &[u8; l::XCHACHA20_NONCE],
        key: &[u8; l::XCHACHA20_KEY],
    ) -> bool {
        let length = out.len() as c_ulonglong;
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_stream_xchacha20(out.as_mut_ptr(), length, nonce.as_ptr(), key.as_ptr())
        };
        outcome.is_success()
    }

    /// Combines with the bytes of XChaCha20 from a block on.
    pub fn xchacha20_xor_from(
        self,
        (out, message): (&mut [u8], &[u8]),
        nonce: &[u8; l::XCHACHA20_NONCE],
        block: u64,
        key: &[u8; l::XCHACHA20_KEY],
    ) -> bool {
        assert_eq!(out.len(), message.len(), "invariant S2: it fits");
        let length = message.len() as c_ulonglong;
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_stream_xchacha20_xor_ic(
                out.as_mut_ptr(),
                message.as_ptr(),
                length,
                nonce.as_ptr(),
                block,
                key.as_ptr(),
            )
        };
        outcome.is_success()
    }
}
