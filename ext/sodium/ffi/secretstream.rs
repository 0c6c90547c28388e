//! Streams of messages.

use std::ffi::c_ulonglong;
use std::mem::size_of;
use std::ptr;

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

/// One side of a stream of messages.
pub struct SecretStream(c::crypto_secretstream_xchacha20poly1305_state);

/// Bytes of such a side.
pub const SECRETSTREAM_STATE: usize = size_of::<c::crypto_secretstream_xchacha20poly1305_state>();

const SECRETSTREAM_EMPTY: c::crypto_secretstream_xchacha20poly1305_state =
    c::crypto_secretstream_xchacha20poly1305_state { k: [0; 32], nonce: [0; 12], _pad: [0; 8] };

impl SecretStream {
    /// The sender's side, and the header that receivers need.
    pub fn sender(
        _: Sodium,
        key: &[u8; l::SECRETSTREAM_KEY],
    ) -> Option<(Self, [u8; l::SECRETSTREAM_HEADER])> {
        let (mut side, mut header) = (Self(SECRETSTREAM_EMPTY), [0; l::SECRETSTREAM_HEADER]);
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_secretstream_xchacha20poly1305_init_push(
                &raw mut side.0,
                header.as_mut_ptr(),
                key.as_ptr(),
            )
        };
        outcome.is_success().then_some((side, header))
    }

    /// A receiver's side.
    pub fn receiver(
        _: Sodium,
        header: &[u8; l::SECRETSTREAM_HEADER],
        key: &[u8; l::SECRETSTREAM_KEY],
    ) -> Option<Self> {
        let mut side = Self(SECRETSTREAM_EMPTY);
        // SAFETY: S1, S2.
        let outcome = unsafe {
            c::crypto_secretstream_xchacha20poly1305_init_pull(
                &raw mut side.0,
                header.as_ptr(),
                key.as_ptr(),
            )
        };
        outcome.is_success().then_some(side)
    }

    /// What a script kept; any bytes are a side.
    pub fn from_bytes(_: Sodium, bytes: &[u8; SECRETSTREAM_STATE]) -> Self {
        let mut state = SECRETSTREAM_EMPTY;
        let (key, rest) = bytes.split_at(state.k.len());
        let (nonce, pad) = rest.split_at(state.nonce.len());
        state.k.copy_from_slice(key);
        state.nonce.copy_from_slice(nonce);
        state._pad.copy_from_slice(pad);
        Self(state)
    }

    /// What a script keeps.
    pub fn to_bytes(&self) -> [u8; SECRETSTREAM_STATE] {
        let mut bytes = [0; SECRETSTREAM_STATE];
        let (key, rest) = bytes.split_at_mut(self.0.k.len());
        let (nonce, pad) = rest.split_at_mut(self.0.nonce.len());
        key.copy_from_slice(&self.0.k);
        nonce.copy_from_slice(&self.0.nonce);
        pad.copy_from_slice(&self.0._pad);
        bytes
    }

    /// Encrypts the next message, with data under its tag that is not sent.
    pub fn push(&mut self, out: &mut [u8], (message, data): (&[u8], &[u8]), tag: u8) -> bool {
        assert_eq!(out.len(), message.len() + l::SECRETSTREAM_MORE, "invariant S2: it fits");
        // SAFETY: S1, S2; null asks for no length.
        let outcome = unsafe {
            c::crypto_secretstream_xchacha20poly1305_push(
                &raw mut self.0,
                out.as_mut_ptr(),
                ptr::null_mut(),
                message.as_ptr(),
                message.len() as c_ulonglong,
                data.as_ptr(),
                data.len() as c_ulonglong,
                tag,
            )
        };
        outcome.is_success()
    }

    /// Decrypts the next message; its tag when it is what was sent.
    pub fn pull(&mut self, out: &mut [u8], (sealed, data): (&[u8], &[u8])) -> Option<u8> {
        assert_eq!(out.len() + l::SECRETSTREAM_MORE, sealed.len(), "invariant S2: it fits");
        let mut tag = 0;
        // SAFETY: S1, S2; null asks for no length.
        let outcome = unsafe {
            c::crypto_secretstream_xchacha20poly1305_pull(
                &raw mut self.0,
                out.as_mut_ptr(),
                ptr::null_mut(),
                &raw mut tag,
                sealed.as_ptr(),
                sealed.len() as c_ulonglong,
                data.as_ptr(),
                data.len() as c_ulonglong,
            )
        };
        outcome.is_success().then_some(tag)
    }

    /// Changes the key.
    pub fn rekey(&mut self) {
        // SAFETY: S1.
        unsafe { c::crypto_secretstream_xchacha20poly1305_rekey(&raw mut self.0) }
    }
}
