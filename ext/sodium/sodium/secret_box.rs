//! Messages under a key that both sides have.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::fixed;
use super::outcome::{filled, opened};
use crate::ffi::sodium;
use crate::length::{AUTH, SECRETBOX_MAC, SHORTHASH};

pub fn sodium_crypto_secretbox(
    call: &mut Call<'_>,
    message: &Str,
    nonce: &Str,
    key: &Str,
) -> Res<Str> {
    let nonce = fixed(call, 2, nonce, "SECRETBOX_NONCEBYTES")?;
    let key = fixed(call, 3, key, "SECRETBOX_KEYBYTES")?;
    let length = message.len() + SECRETBOX_MAC;
    filled(call, length, |out| sodium().secretbox(out, message, nonce, key))
}

pub fn sodium_crypto_secretbox_open(
    call: &mut Call<'_>,
    ciphertext: &Str,
    nonce: &Str,
    key: &Str,
) -> Res<OrFalse<Str>> {
    let nonce = fixed(call, 2, nonce, "SECRETBOX_NONCEBYTES")?;
    let key = fixed(call, 3, key, "SECRETBOX_KEYBYTES")?;
    let Some(length) = ciphertext.len().checked_sub(SECRETBOX_MAC) else {
        return Ok(OrFalse(None));
    };
    let open = |out: &mut [u8]| sodium().secretbox_open(out, ciphertext, nonce, key);
    opened(call, length, open).map(OrFalse)
}

pub fn sodium_crypto_auth(call: &mut Call<'_>, message: &Str, key: &Str) -> Res<Str> {
    let key = fixed(call, 2, key, "AUTH_KEYBYTES")?;
    filled(call, AUTH, |out| sodium().auth(out, message, key))
}

pub fn sodium_crypto_auth_verify(
    call: &mut Call<'_>,
    mac: &Str,
    message: &Str,
    key: &Str,
) -> Res<bool> {
    let key = fixed(call, 3, key, "AUTH_KEYBYTES")?;
    let tag = fixed(call, 1, mac, "AUTH_BYTES")?;
    Ok(sodium().auth_verify(tag, message, key))
}

pub fn sodium_crypto_shorthash(call: &mut Call<'_>, message: &Str, key: &Str) -> Res<Str> {
    let key = fixed(call, 2, key, "SHORTHASH_KEYBYTES")?;
    filled(call, SHORTHASH, |out| sodium().shorthash(out, message, key))
}
