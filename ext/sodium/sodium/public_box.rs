//! Messages from one holder of keys for another, and for a public key.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::{fixed, pair};
use super::outcome::{filled, opened};
use crate::ffi::sodium;
use crate::length::{BOX_MAC, BOX_SEAL};

pub fn sodium_crypto_box(
    call: &mut Call<'_>,
    message: &Str,
    nonce: &Str,
    key_pair: &Str,
) -> Res<Str> {
    let nonce = fixed(call, 2, nonce, "BOX_NONCEBYTES")?;
    let (secret, public) = pair(call, 3, key_pair, "BOX_KEYPAIRBYTES")?;
    let length = message.len() + BOX_MAC;
    filled(call, length, |out| sodium().boxed(out, message, nonce, public, secret))
}

pub fn sodium_crypto_box_open(
    call: &mut Call<'_>,
    ciphertext: &Str,
    nonce: &Str,
    key_pair: &Str,
) -> Res<OrFalse<Str>> {
    let nonce = fixed(call, 2, nonce, "BOX_NONCEBYTES")?;
    let (secret, public) = pair(call, 3, key_pair, "BOX_KEYPAIRBYTES")?;
    let Some(length) = ciphertext.len().checked_sub(BOX_MAC) else { return Ok(OrFalse(None)) };
    let open = |out: &mut [u8]| sodium().box_open(out, ciphertext, nonce, public, secret);
    opened(call, length, open).map(OrFalse)
}

pub fn sodium_crypto_box_seal(call: &mut Call<'_>, message: &Str, public_key: &Str) -> Res<Str> {
    let public = fixed(call, 2, public_key, "BOX_PUBLICKEYBYTES")?;
    let length = message.len() + BOX_SEAL;
    filled(call, length, |out| sodium().seal(out, message, public))
}

pub fn sodium_crypto_box_seal_open(
    call: &mut Call<'_>,
    ciphertext: &Str,
    key_pair: &Str,
) -> Res<OrFalse<Str>> {
    let (secret, public) = pair(call, 2, key_pair, "BOX_KEYPAIRBYTES")?;
    let Some(length) = ciphertext.len().checked_sub(BOX_SEAL) else { return Ok(OrFalse(None)) };
    let open = |out: &mut [u8]| sodium().seal_open(out, ciphertext, public, secret);
    opened(call, length, open).map(OrFalse)
}
