//! How long keys, nonces, tags and hashes are, as the library says.
//! tidy: table

use libsodium_sys as c;

macro_rules! lengths {
    ($($name:ident = $constant:ident;)+) => {
        $(pub const $name: usize = c::$constant as usize;)+
    };
}

/// What a stream cipher adds to a message.
pub const NOTHING: usize = 0;

lengths! {
    AEAD_KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
    AEAD_TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    AUTH = crypto_auth_BYTES;
    AUTH_KEY = crypto_auth_KEYBYTES;
    BOX_MAC = crypto_box_MACBYTES;
    BOX_NONCE = crypto_box_NONCEBYTES;
    BOX_PUBLIC = crypto_box_PUBLICKEYBYTES;
    BOX_SEAL = crypto_box_SEALBYTES;
    BOX_SECRET = crypto_box_SECRETKEYBYTES;
    BOX_SEED = crypto_box_SEEDBYTES;
    HASH_KEY = crypto_generichash_KEYBYTES;
    HASH_KEY_LEAST = crypto_generichash_KEYBYTES_MIN;
    HASH_KEY_MOST = crypto_generichash_KEYBYTES_MAX;
    HASH_LEAST = crypto_generichash_BYTES_MIN;
    HASH_MOST = crypto_generichash_BYTES_MAX;
    KDF_CONTEXT = crypto_kdf_CONTEXTBYTES;
    KDF_KEY = crypto_kdf_KEYBYTES;
    KDF_LEAST = crypto_kdf_BYTES_MIN;
    KDF_MOST = crypto_kdf_BYTES_MAX;
    KX_PUBLIC = crypto_kx_PUBLICKEYBYTES;
    KX_SECRET = crypto_kx_SECRETKEYBYTES;
    KX_SEED = crypto_kx_SEEDBYTES;
    KX_SESSION = crypto_kx_SESSIONKEYBYTES;
    POINT = crypto_core_ristretto255_BYTES;
    POINT_HASH = crypto_core_ristretto255_HASHBYTES;
    PWHASH_SALT = crypto_pwhash_SALTBYTES;
    PWHASH_TEXT = crypto_pwhash_STRBYTES;
    SCALAR = crypto_core_ristretto255_SCALARBYTES;
    SCALAR_LONG = crypto_core_ristretto255_NONREDUCEDSCALARBYTES;
    SCALARMULT = crypto_scalarmult_BYTES;
    SCALARMULT_SCALAR = crypto_scalarmult_SCALARBYTES;
    SCRYPT_SALT = crypto_pwhash_scryptsalsa208sha256_SALTBYTES;
    SCRYPT_TEXT = crypto_pwhash_scryptsalsa208sha256_STRBYTES;
    SECRETBOX_KEY = crypto_secretbox_KEYBYTES;
    SECRETBOX_MAC = crypto_secretbox_MACBYTES;
    SECRETBOX_NONCE = crypto_secretbox_NONCEBYTES;
    SECRETSTREAM_HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
    SECRETSTREAM_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES;
    SECRETSTREAM_MORE = crypto_secretstream_xchacha20poly1305_ABYTES;
    SHORTHASH = crypto_shorthash_BYTES;
    SHORTHASH_KEY = crypto_shorthash_KEYBYTES;
    SIGN = crypto_sign_BYTES;
    SIGN_PUBLIC = crypto_sign_PUBLICKEYBYTES;
    SIGN_SECRET = crypto_sign_SECRETKEYBYTES;
    SIGN_SEED = crypto_sign_SEEDBYTES;
    STREAM_KEY = crypto_stream_KEYBYTES;
    STREAM_NONCE = crypto_stream_NONCEBYTES;
    XCHACHA20_KEY = crypto_stream_xchacha20_KEYBYTES;
    XCHACHA20_NONCE = crypto_stream_xchacha20_NONCEBYTES;
}
