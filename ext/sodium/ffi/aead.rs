//! Ciphers with a tag over the message and more data.

use std::ffi::{c_int, c_ulonglong};
use std::ptr;

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

type Seal = unsafe extern "C" fn(
    *mut u8,
    *mut c_ulonglong,
    *const u8,
    c_ulonglong,
    *const u8,
    c_ulonglong,
    *const u8,
    *const u8,
    *const u8,
) -> c_int;

type Open = unsafe extern "C" fn(
    *mut u8,
    *mut c_ulonglong,
    *mut u8,
    *const u8,
    c_ulonglong,
    *const u8,
    c_ulonglong,
    *const u8,
    *const u8,
) -> c_int;

/// A cipher with a tag over the message and more data.
pub struct Aead {
    seal: Seal,
    open: Open,
    nonce: usize,
}

macro_rules! aeads {
    ($($(#[$doc:meta])* $name:ident = $seal:ident, $open:ident, $nonce:ident, $key:ident, $tag:ident;)+) => {
        impl Aead {$(
            $(#[$doc])*
            pub const $name: Self =
                Self { seal: c::$seal, open: c::$open, nonce: c::$nonce as usize };
        )+}
        $(
            const _: () = assert!(c::$key as usize == l::AEAD_KEY);
            const _: () = assert!(c::$tag as usize == l::AEAD_TAG);
        )+
    };
}

aeads! {
    /// AES-256-GCM.
    AES256GCM = crypto_aead_aes256gcm_encrypt, crypto_aead_aes256gcm_decrypt,
        crypto_aead_aes256gcm_NPUBBYTES, crypto_aead_aes256gcm_KEYBYTES,
        crypto_aead_aes256gcm_ABYTES;
    /// ChaCha20-Poly1305.
    CHACHA20 = crypto_aead_chacha20poly1305_encrypt, crypto_aead_chacha20poly1305_decrypt,
        crypto_aead_chacha20poly1305_NPUBBYTES, crypto_aead_chacha20poly1305_KEYBYTES,
        crypto_aead_chacha20poly1305_ABYTES;
    /// ChaCha20-Poly1305 as the IETF has it.
    CHACHA20_IETF = crypto_aead_chacha20poly1305_ietf_encrypt,
        crypto_aead_chacha20poly1305_ietf_decrypt, crypto_aead_chacha20poly1305_ietf_NPUBBYTES,
        crypto_aead_chacha20poly1305_ietf_KEYBYTES, crypto_aead_chacha20poly1305_ietf_ABYTES;
    /// XChaCha20-Poly1305.
    XCHACHA20 = crypto_aead_xchacha20poly1305_ietf_encrypt,
        crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
        crypto_aead_xchacha20poly1305_ietf_KEYBYTES, crypto_aead_xchacha20poly1305_ietf_ABYTES;
}

impl Aead {
    /// Bytes of a nonce.
    pub fn nonce_bytes(&self) -> usize {
        self.nonce
    }
}

/// What a cipher with a tag is given beside the message.
#[derive(Clone, Copy)]
pub struct Additional<'a> {
    /// More data, under the tag too.
    pub data: &'a [u8],
    /// As long as the cipher says.
    pub nonce: &'a [u8],
    pub key: &'a [u8; l::AEAD_KEY],
}

impl Sodium {
    /// Whether the processor has what AES-256-GCM needs.
    pub fn has_aes(self) -> bool {
        // SAFETY: S1.
        unsafe { c::crypto_aead_aes256gcm_is_available() == 1 }
    }

    /// Encrypts to the message's length and that of a tag.
    pub fn aead_seal(
        self,
        cipher: &Aead,
        out: &mut [u8],
        message: &[u8],
        more: Additional<'_>,
    ) -> bool {
        assert_eq!(out.len(), message.len() + l::AEAD_TAG, "invariant S2: it fits");
        assert_eq!(more.nonce.len(), cipher.nonce, "invariant S2: the nonce was looked at");
        // SAFETY: S1, S2; null asks for no length, and is what stands for no secret nonce.
        let outcome = unsafe {
            (cipher.seal)(
                out.as_mut_ptr(),
                ptr::null_mut(),
                message.as_ptr(),
                message.len() as c_ulonglong,
                more.data.as_ptr(),
                more.data.len() as c_ulonglong,
                ptr::null(),
                more.nonce.as_ptr(),
                more.key.as_ptr(),
            )
        };
        outcome.is_success()
    }

    /// Decrypts to the length without a tag; whether the tag is right.
    pub fn aead_open(
        self,
        cipher: &Aead,
        out: &mut [u8],
        sealed: &[u8],
        more: Additional<'_>,
    ) -> bool {
        assert_eq!(out.len() + l::AEAD_TAG, sealed.len(), "invariant S2: it fits");
        assert_eq!(more.nonce.len(), cipher.nonce, "invariant S2: the nonce was looked at");
        // SAFETY: S1, S2; null as above.
        let outcome = unsafe {
            (cipher.open)(
                out.as_mut_ptr(),
                ptr::null_mut(),
                ptr::null_mut(),
                sealed.as_ptr(),
                sealed.len() as c_ulonglong,
                more.data.as_ptr(),
                more.data.len() as c_ulonglong,
                more.nonce.as_ptr(),
                more.key.as_ptr(),
            )
        };
        outcome.is_success()
    }
}
