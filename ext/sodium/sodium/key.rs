//! Random keys.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::outcome::filled;
use crate::ffi::sodium;
use crate::length as l;

macro_rules! keys {
    ($($name:ident = $length:ident;)+) => {$(
        pub fn $name(call: &mut Call<'_>) -> Res<Str> {
            random(call, l::$length)
        }
    )+};
}

keys! {
    sodium_crypto_aead_aes256gcm_keygen = AEAD_KEY;
    sodium_crypto_aead_chacha20poly1305_keygen = AEAD_KEY;
    sodium_crypto_aead_chacha20poly1305_ietf_keygen = AEAD_KEY;
    sodium_crypto_aead_xchacha20poly1305_ietf_keygen = AEAD_KEY;
    sodium_crypto_auth_keygen = AUTH_KEY;
    sodium_crypto_generichash_keygen = HASH_KEY;
    sodium_crypto_kdf_keygen = KDF_KEY;
    sodium_crypto_secretbox_keygen = SECRETBOX_KEY;
    sodium_crypto_secretstream_xchacha20poly1305_keygen = SECRETSTREAM_KEY;
    sodium_crypto_shorthash_keygen = SHORTHASH_KEY;
    sodium_crypto_stream_keygen = STREAM_KEY;
    sodium_crypto_stream_xchacha20_keygen = XCHACHA20_KEY;
}

fn random(call: &mut Call<'_>, length: usize) -> Res<Str> {
    filled(call, length, |out| {
        sodium().random(out);
        true
    })
}
