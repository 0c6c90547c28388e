//! Signatures.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::fixed;
use super::outcome::{failed, made};
use crate::ffi::sodium;

pub fn sodium_crypto_sign(call: &mut Call<'_>, message: &Str, secret_key: &Str) -> Res<Str> {
    let secret = fixed(call, 2, secret_key, "SIGN_SECRETKEYBYTES")?;
    match sodium().sign(message, secret) {
        Some(signature) => call.alloc(Str::join(&[&signature, message])),
        None => Err(failed(call, "internal error")),
    }
}

pub fn sodium_crypto_sign_open(
    call: &mut Call<'_>,
    signed_message: &Str,
    public_key: &Str,
) -> Res<OrFalse<Str>> {
    let public = fixed(call, 2, public_key, "SIGN_PUBLICKEYBYTES")?;
    match signed_message.as_bytes().split_first_chunk() {
        Some((signature, message)) if sodium().sign_verify(signature, message, public) => {
            call.str(message).map(|message| OrFalse(Some(message)))
        }
        _ => Ok(OrFalse(None)),
    }
}

pub fn sodium_crypto_sign_detached(
    call: &mut Call<'_>,
    message: &Str,
    secret_key: &Str,
) -> Res<Str> {
    let secret = fixed(call, 2, secret_key, "SIGN_SECRETKEYBYTES")?;
    made(call, sodium().sign(message, secret))
}

pub fn sodium_crypto_sign_verify_detached(
    call: &mut Call<'_>,
    signature: &Str,
    message: &Str,
    public_key: &Str,
) -> Res<bool> {
    let signature = fixed(call, 1, signature, "SIGN_BYTES")?;
    let public = fixed(call, 3, public_key, "SIGN_PUBLICKEYBYTES")?;
    Ok(sodium().sign_verify(signature, message, public))
}
