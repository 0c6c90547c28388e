//! Hashes, whole and in parts, and keys that are made of keys.

use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::argument::{bytes_mut, fixed, take_string};
use super::outcome::{failed, filled, refused};
use crate::ffi::{HASH_STATE, Hash, sodium};
use crate::length::{HASH_KEY_LEAST, HASH_KEY_MOST, HASH_LEAST, HASH_MOST, KDF_LEAST, KDF_MOST};

fn hash_length(call: &mut Call<'_>, length: i64) -> Res<usize> {
    match usize::try_from(length) {
        Ok(length) if (HASH_LEAST..=HASH_MOST).contains(&length) => Ok(length),
        _ => Err(failed(call, "unsupported output length")),
    }
}

fn check_key(call: &mut Call<'_>, key: &Str) -> Res<()> {
    if key.is_empty() || (HASH_KEY_LEAST..=HASH_KEY_MOST).contains(&key.len()) {
        return Ok(());
    }
    Err(failed(call, "unsupported key length"))
}

pub fn sodium_crypto_generichash(
    call: &mut Call<'_>,
    message: &Str,
    key: &Str,
    length: i64,
) -> Res<Str> {
    let length = hash_length(call, length)?;
    check_key(call, key)?;
    filled(call, length, |out| sodium().hash(out, message, key))
}

pub fn sodium_crypto_generichash_init(call: &mut Call<'_>, key: &Str, length: i64) -> Res<Str> {
    let length = hash_length(call, length)?;
    check_key(call, key)?;
    match Hash::new(sodium(), key, length) {
        Some(hash) => call.str(hash.as_bytes()),
        None => Err(failed(call, "internal error")),
    }
}

/// The hash whose state a variable holds.
fn hash_of(call: &mut Call<'_>, state: &Reference) -> Res<Hash> {
    let Some(text) = state.peek().as_str() else {
        return Err(refused(call, 1, "must be a reference to a state"));
    };
    let Ok(bytes) = <&[u8; HASH_STATE]>::try_from(text.as_bytes()) else {
        return Err(failed(call, "incorrect state length"));
    };
    Hash::from_bytes(sodium(), bytes).ok_or_else(|| failed(call, "internal error"))
}

pub fn sodium_crypto_generichash_update(
    call: &mut Call<'_>,
    state: &Reference,
    message: &Str,
) -> Res<bool> {
    let mut hash = hash_of(call, state)?;
    if !hash.update(message) {
        return Err(failed(call, "internal error"));
    }
    if let Some(mut text) = take_string(call, state)? {
        bytes_mut(&mut text).copy_from_slice(hash.as_bytes());
        state.set(text.into());
    }
    Ok(true)
}

pub fn sodium_crypto_generichash_final(
    call: &mut Call<'_>,
    state: &Reference,
    length: i64,
) -> Res<Str> {
    let hash = hash_of(call, state)?;
    let length = hash_length(call, length)?;
    let digest = filled(call, length, |out| hash.finish(out))?;
    if let Some(mut text) = take_string(call, state)? {
        sodium().memzero(bytes_mut(&mut text));
    }
    state.set(Value::NULL);
    Ok(digest)
}

pub fn sodium_crypto_kdf_derive_from_key(
    call: &mut Call<'_>,
    subkey_length: i64,
    subkey_id: i64,
    context: &Str,
    key: &Str,
) -> Res<Str> {
    let length = subkey_length_of(call, subkey_length)?;
    let Ok(number) = u64::try_from(subkey_id) else {
        return Err(refused(call, 2, "must be greater than or equal to 0"));
    };
    let context = fixed(call, 3, context, "KDF_CONTEXTBYTES")?;
    let key = fixed(call, 4, key, "KDF_KEYBYTES")?;
    filled(call, length, |out| sodium().kdf(out, number, context, key))
}

fn subkey_length_of(call: &mut Call<'_>, length: i64) -> Res<usize> {
    if length < KDF_LEAST as i64 {
        let rule = "must be greater than or equal to SODIUM_CRYPTO_KDF_BYTES_MIN";
        return Err(refused(call, 1, rule));
    }
    match usize::try_from(length) {
        Ok(length) if length <= KDF_MOST => Ok(length),
        _ => {
            let rule = "must be less than or equal to SODIUM_CRYPTO_KDF_BYTES_MAX";
            Err(refused(call, 1, rule))
        }
    }
}
