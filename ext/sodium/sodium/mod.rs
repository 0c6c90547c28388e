//! Cryptography, over libsodium.
//!
//! # Not here
//! Limits on lengths that no string of a request reaches.

mod aead;
mod argument;
mod bytes;
mod curve;
mod encode;
mod exchange;
#[rustfmt::skip]
mod r#gen;
mod hash;
mod key;
mod keypair;
mod outcome;
mod password;
mod public_box;
mod secret_box;
mod secretstream;
mod sign;
mod stream;

pub use r#gen::{CONSTANTS, NATIVES};

use aead::{
    sodium_crypto_aead_aes256gcm_decrypt, sodium_crypto_aead_aes256gcm_encrypt,
    sodium_crypto_aead_aes256gcm_is_available, sodium_crypto_aead_chacha20poly1305_decrypt,
    sodium_crypto_aead_chacha20poly1305_encrypt, sodium_crypto_aead_chacha20poly1305_ietf_decrypt,
    sodium_crypto_aead_chacha20poly1305_ietf_encrypt,
    sodium_crypto_aead_xchacha20poly1305_ietf_decrypt,
    sodium_crypto_aead_xchacha20poly1305_ietf_encrypt,
};
use bytes::{
    sodium_add, sodium_compare, sodium_increment, sodium_memcmp, sodium_memzero, sodium_pad,
    sodium_unpad,
};
use curve::{
    sodium_crypto_core_ristretto255_add, sodium_crypto_core_ristretto255_from_hash,
    sodium_crypto_core_ristretto255_is_valid_point, sodium_crypto_core_ristretto255_random,
    sodium_crypto_core_ristretto255_scalar_add, sodium_crypto_core_ristretto255_scalar_complement,
    sodium_crypto_core_ristretto255_scalar_invert, sodium_crypto_core_ristretto255_scalar_mul,
    sodium_crypto_core_ristretto255_scalar_negate, sodium_crypto_core_ristretto255_scalar_random,
    sodium_crypto_core_ristretto255_scalar_reduce, sodium_crypto_core_ristretto255_scalar_sub,
    sodium_crypto_core_ristretto255_sub, sodium_crypto_scalarmult,
    sodium_crypto_scalarmult_ristretto255, sodium_crypto_scalarmult_ristretto255_base,
};
use encode::{sodium_base642bin, sodium_bin2base64, sodium_bin2hex, sodium_hex2bin};
use exchange::{sodium_crypto_kx_client_session_keys, sodium_crypto_kx_server_session_keys};
use hash::{
    sodium_crypto_generichash, sodium_crypto_generichash_final, sodium_crypto_generichash_init,
    sodium_crypto_generichash_update, sodium_crypto_kdf_derive_from_key,
};
use key::{
    sodium_crypto_aead_aes256gcm_keygen, sodium_crypto_aead_chacha20poly1305_ietf_keygen,
    sodium_crypto_aead_chacha20poly1305_keygen, sodium_crypto_aead_xchacha20poly1305_ietf_keygen,
    sodium_crypto_auth_keygen, sodium_crypto_generichash_keygen, sodium_crypto_kdf_keygen,
    sodium_crypto_secretbox_keygen, sodium_crypto_secretstream_xchacha20poly1305_keygen,
    sodium_crypto_shorthash_keygen, sodium_crypto_stream_keygen,
    sodium_crypto_stream_xchacha20_keygen,
};
use keypair::{
    sodium_crypto_box_keypair, sodium_crypto_box_keypair_from_secretkey_and_publickey,
    sodium_crypto_box_publickey, sodium_crypto_box_publickey_from_secretkey,
    sodium_crypto_box_secretkey, sodium_crypto_box_seed_keypair, sodium_crypto_kx_keypair,
    sodium_crypto_kx_publickey, sodium_crypto_kx_secretkey, sodium_crypto_kx_seed_keypair,
    sodium_crypto_sign_ed25519_pk_to_curve25519, sodium_crypto_sign_ed25519_sk_to_curve25519,
    sodium_crypto_sign_keypair, sodium_crypto_sign_keypair_from_secretkey_and_publickey,
    sodium_crypto_sign_publickey, sodium_crypto_sign_publickey_from_secretkey,
    sodium_crypto_sign_secretkey, sodium_crypto_sign_seed_keypair,
};
use password::{
    sodium_crypto_pwhash, sodium_crypto_pwhash_scryptsalsa208sha256,
    sodium_crypto_pwhash_scryptsalsa208sha256_str,
    sodium_crypto_pwhash_scryptsalsa208sha256_str_verify, sodium_crypto_pwhash_str,
    sodium_crypto_pwhash_str_needs_rehash, sodium_crypto_pwhash_str_verify,
};
use public_box::{
    sodium_crypto_box, sodium_crypto_box_open, sodium_crypto_box_seal, sodium_crypto_box_seal_open,
};
use secret_box::{
    sodium_crypto_auth, sodium_crypto_auth_verify, sodium_crypto_secretbox,
    sodium_crypto_secretbox_open, sodium_crypto_shorthash,
};
use secretstream::{
    sodium_crypto_secretstream_xchacha20poly1305_init_pull,
    sodium_crypto_secretstream_xchacha20poly1305_init_push,
    sodium_crypto_secretstream_xchacha20poly1305_pull,
    sodium_crypto_secretstream_xchacha20poly1305_push,
    sodium_crypto_secretstream_xchacha20poly1305_rekey,
};
use sign::{
    sodium_crypto_sign, sodium_crypto_sign_detached, sodium_crypto_sign_open,
    sodium_crypto_sign_verify_detached,
};
use stream::{
    sodium_crypto_stream, sodium_crypto_stream_xchacha20, sodium_crypto_stream_xchacha20_xor,
    sodium_crypto_stream_xchacha20_xor_ic, sodium_crypto_stream_xor,
};
