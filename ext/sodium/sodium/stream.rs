//! Bytes that follow from a key, and messages combined with them.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::fixed;
use super::outcome::{filled, refused};
use crate::ffi::sodium;

fn count(call: &mut Call<'_>, length: i64) -> Res<usize> {
    match usize::try_from(length) {
        Ok(length) if length > 0 => Ok(length),
        _ => Err(refused(call, 1, "must be greater than 0")),
    }
}

pub fn sodium_crypto_stream(call: &mut Call<'_>, length: i64, nonce: &Str, key: &Str) -> Res<Str> {
    let length = count(call, length)?;
    let nonce = fixed(call, 2, nonce, "STREAM_NONCEBYTES")?;
    let key = fixed(call, 3, key, "STREAM_KEYBYTES")?;
    filled(call, length, |out| sodium().stream(out, nonce, key))
}

pub fn sodium_crypto_stream_xor(
    call: &mut Call<'_>,
    message: &Str,
    nonce: &Str,
    key: &Str,
) -> Res<Str> {
    let nonce = fixed(call, 2, nonce, "STREAM_NONCEBYTES")?;
    let key = fixed(call, 3, key, "STREAM_KEYBYTES")?;
    filled(call, message.len(), |out| sodium().stream_xor(out, message, nonce, key))
}

pub fn sodium_crypto_stream_xchacha20(
    call: &mut Call<'_>,
    length: i64,
    nonce: &Str,
    key: &Str,
) -> Res<Str> {
    let length = count(call, length)?;
    let nonce = fixed(call, 2, nonce, "STREAM_XCHACHA20_NONCEBYTES")?;
    let key = fixed(call, 3, key, "STREAM_XCHACHA20_KEYBYTES")?;
    filled(call, length, |out| sodium().xchacha20(out, nonce, key))
}

pub fn sodium_crypto_stream_xchacha20_xor(
    call: &mut Call<'_>,
    message: &Str,
    nonce: &Str,
    key: &Str,
) -> Res<Str> {
    let nonce = fixed(call, 2, nonce, "STREAM_XCHACHA20_NONCEBYTES")?;
    let key = fixed(call, 3, key, "STREAM_XCHACHA20_KEYBYTES")?;
    filled(call, message.len(), |out| sodium().xchacha20_xor(out, message, nonce, key))
}

pub fn sodium_crypto_stream_xchacha20_xor_ic(
    call: &mut Call<'_>,
    message: &Str,
    nonce: &Str,
    counter: i64,
    key: &Str,
) -> Res<Str> {
    let nonce = fixed(call, 2, nonce, "STREAM_XCHACHA20_NONCEBYTES")?;
    // PHP: the key is the fourth argument, but is called the third.
    let key = fixed(call, 3, key, "STREAM_XCHACHA20_KEYBYTES")?;
    let block = counter as u64;
    let length = message.len();
    filled(call, length, |out| sodium().xchacha20_xor_from((out, message), nonce, block, key))
}
