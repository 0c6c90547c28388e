// @generated from sodium.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bytes, Int};
use runtime::native::mask::{ANY, INT, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;

runtime::natives! {
    fn sodium_crypto_aead_aes256gcm_is_available() -> bool ["bool"], MayRaise;
    fn sodium_crypto_aead_aes256gcm_decrypt(ciphertext: &Str ["string", STRING], additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_aead_aes256gcm_encrypt(message: &Str ["string", STRING] Sensitive, additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_aes256gcm_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_decrypt(ciphertext: &Str ["string", STRING], additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_encrypt(message: &Str ["string", STRING] Sensitive, additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_ietf_decrypt(ciphertext: &Str ["string", STRING], additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_ietf_encrypt(message: &Str ["string", STRING] Sensitive, additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_chacha20poly1305_ietf_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(ciphertext: &Str ["string", STRING], additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_aead_xchacha20poly1305_ietf_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(message: &Str ["string", STRING] Sensitive, additional_data: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_auth(message: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_auth_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_auth_verify(mac: &Str ["string", STRING], message: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> bool ["bool"], MayRaise;
    fn sodium_crypto_box(message: &Str ["string", STRING] Sensitive, nonce: &Str ["string", STRING], key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_keypair() -> Str ["string"], MayRaise;
    fn sodium_crypto_box_seed_keypair(seed: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_keypair_from_secretkey_and_publickey(secret_key: &Str ["string", STRING] Sensitive, public_key: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_open(ciphertext: &Str ["string", STRING], nonce: &Str ["string", STRING], key_pair: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_box_publickey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_publickey_from_secretkey(secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_seal(message: &Str ["string", STRING] Sensitive, public_key: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_box_seal_open(ciphertext: &Str ["string", STRING], key_pair: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_box_secretkey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_add(p: &Str ["string", STRING], q: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_from_hash(s: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_is_valid_point(s: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn sodium_crypto_core_ristretto255_random() -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_add(x: &Str ["string", STRING], y: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_complement(s: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_invert(s: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_mul(x: &Str ["string", STRING], y: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_negate(s: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_random() -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_reduce(s: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_scalar_sub(x: &Str ["string", STRING], y: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_core_ristretto255_sub(p: &Str ["string", STRING], q: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_kx_keypair() -> Str ["string"], MayRaise;
    fn sodium_crypto_kx_publickey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_kx_secretkey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_kx_seed_keypair(seed: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_kx_client_session_keys(client_key_pair: &Str ["string", STRING] Sensitive, server_key: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn sodium_crypto_kx_server_session_keys(server_key_pair: &Str ["string", STRING] Sensitive, client_key: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn sodium_crypto_generichash(message: &Str ["string", STRING], key: &Str ["string", STRING, Bytes(b"")] Sensitive, length: i64 ["int", INT, Int(32); "SODIUM_CRYPTO_GENERICHASH_BYTES"]) -> Str ["string"], MayRaise;
    fn sodium_crypto_generichash_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_generichash_init(key: &Str ["string", STRING, Bytes(b"")] Sensitive, length: i64 ["int", INT, Int(32); "SODIUM_CRYPTO_GENERICHASH_BYTES"]) -> Str ["string"], MayRaise;
    fn sodium_crypto_generichash_update(state: &Reference ["string", ANY], message: &Str ["string", STRING]) -> bool ["true"], MayRaise;
    fn sodium_crypto_generichash_final(state: &Reference ["string", ANY], length: i64 ["int", INT, Int(32); "SODIUM_CRYPTO_GENERICHASH_BYTES"]) -> Str ["string"], MayRaise;
    fn sodium_crypto_kdf_derive_from_key(subkey_length: i64 ["int", INT], subkey_id: i64 ["int", INT], context: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_kdf_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_pwhash(length: i64 ["int", INT], password: &Str ["string", STRING] Sensitive, salt: &Str ["string", STRING], opslimit: i64 ["int", INT], memlimit: i64 ["int", INT], algo: i64 ["int", INT, Int(2); "SODIUM_CRYPTO_PWHASH_ALG_DEFAULT"]) -> Str ["string"], MayRaise;
    fn sodium_crypto_pwhash_str(password: &Str ["string", STRING] Sensitive, opslimit: i64 ["int", INT], memlimit: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_crypto_pwhash_str_verify(hash: &Str ["string", STRING], password: &Str ["string", STRING] Sensitive) -> bool ["bool"], MayRaise;
    fn sodium_crypto_pwhash_str_needs_rehash(password: &Str ["string", STRING], opslimit: i64 ["int", INT], memlimit: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn sodium_crypto_pwhash_scryptsalsa208sha256(length: i64 ["int", INT], password: &Str ["string", STRING] Sensitive, salt: &Str ["string", STRING], opslimit: i64 ["int", INT], memlimit: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_crypto_pwhash_scryptsalsa208sha256_str(password: &Str ["string", STRING] Sensitive, opslimit: i64 ["int", INT], memlimit: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_crypto_pwhash_scryptsalsa208sha256_str_verify(hash: &Str ["string", STRING], password: &Str ["string", STRING] Sensitive) -> bool ["bool"], MayRaise;
    fn sodium_crypto_scalarmult(n: &Str ["string", STRING], p: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_scalarmult_ristretto255(n: &Str ["string", STRING], p: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_scalarmult_ristretto255_base(n: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_secretbox(message: &Str ["string", STRING] Sensitive, nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_secretbox_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_secretbox_open(ciphertext: &Str ["string", STRING], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_init_push(key: &Str ["string", STRING] Sensitive) -> Array ["array"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_push(state: &Reference ["string", ANY], message: &Str ["string", STRING] Sensitive, additional_data: &Str ["string", STRING, Bytes(b"")], tag: i64 ["int", INT, Int(0); "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_MESSAGE"]) -> Str ["string"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_init_pull(header: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_pull(state: &Reference ["string", ANY], ciphertext: &Str ["string", STRING], additional_data: &Str ["string", STRING, Bytes(b"")]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn sodium_crypto_secretstream_xchacha20poly1305_rekey(state: &Reference ["string", ANY]) -> () ["void"], MayRaise;
    fn sodium_crypto_shorthash(message: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_shorthash_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_sign(message: &Str ["string", STRING], secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_detached(message: &Str ["string", STRING], secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_ed25519_pk_to_curve25519(public_key: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_ed25519_sk_to_curve25519(secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_keypair() -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_keypair_from_secretkey_and_publickey(secret_key: &Str ["string", STRING] Sensitive, public_key: &Str ["string", STRING]) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_open(signed_message: &Str ["string", STRING], public_key: &Str ["string", STRING]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn sodium_crypto_sign_publickey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_secretkey(key_pair: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_publickey_from_secretkey(secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_seed_keypair(seed: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_sign_verify_detached(signature: &Str ["string", STRING], message: &Str ["string", STRING], public_key: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn sodium_crypto_stream(length: i64 ["int", INT], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_xor(message: &Str ["string", STRING] Sensitive, nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_xchacha20(length: i64 ["int", INT], nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_xchacha20_keygen() -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_xchacha20_xor(message: &Str ["string", STRING] Sensitive, nonce: &Str ["string", STRING], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_crypto_stream_xchacha20_xor_ic(message: &Str ["string", STRING] Sensitive, nonce: &Str ["string", STRING], counter: i64 ["int", INT], key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_add(string1: &Reference ["string", ANY], string2: &Str ["string", STRING]) -> () ["void"], MayRaise;
    fn sodium_compare(string1: &Str ["string", STRING] Sensitive, string2: &Str ["string", STRING] Sensitive) -> i64 ["int"], MayRaise;
    fn sodium_increment(string: &Reference ["string", ANY]) -> () ["void"], MayRaise;
    fn sodium_memcmp(string1: &Str ["string", STRING] Sensitive, string2: &Str ["string", STRING] Sensitive) -> i64 ["int"], MayRaise;
    fn sodium_memzero(string: &Reference ["string", ANY] Sensitive) -> () ["void"], MayRaise;
    fn sodium_pad(string: &Str ["string", STRING] Sensitive, block_size: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_unpad(string: &Str ["string", STRING] Sensitive, block_size: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_bin2hex(string: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
    fn sodium_hex2bin(string: &Str ["string", STRING] Sensitive, ignore: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], MayRaise;
    fn sodium_bin2base64(string: &Str ["string", STRING] Sensitive, id: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn sodium_base642bin(string: &Str ["string", STRING] Sensitive, id: i64 ["int", INT], ignore: &Str ["string", STRING, Bytes(b"")]) -> Str ["string"], MayRaise;
    fn sodium_crypto_scalarmult_base = sodium_crypto_box_publickey_from_secretkey(secret_key: &Str ["string", STRING] Sensitive) -> Str ["string"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "SODIUM_LIBRARY_VERSION", value: Bytes(b"1.0.22") },
    Constant { name: "SODIUM_LIBRARY_MAJOR_VERSION", value: Int(26) },
    Constant { name: "SODIUM_LIBRARY_MINOR_VERSION", value: Int(4) },
    Constant { name: "SODIUM_CRYPTO_AEAD_AES256GCM_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_AEAD_AES256GCM_NSECBYTES", value: Int(0) },
    Constant { name: "SODIUM_CRYPTO_AEAD_AES256GCM_NPUBBYTES", value: Int(12) },
    Constant { name: "SODIUM_CRYPTO_AEAD_AES256GCM_ABYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_NSECBYTES", value: Int(0) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_NPUBBYTES", value: Int(8) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_ABYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_NSECBYTES", value: Int(0) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_NPUBBYTES", value: Int(12) },
    Constant { name: "SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_ABYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NSECBYTES", value: Int(0) },
    Constant { name: "SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NPUBBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_ABYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_AUTH_BYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_AUTH_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_BOX_SEALBYTES", value: Int(48) },
    Constant { name: "SODIUM_CRYPTO_BOX_SECRETKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_BOX_PUBLICKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_BOX_KEYPAIRBYTES", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_BOX_MACBYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_BOX_NONCEBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_BOX_SEEDBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KDF_BYTES_MIN", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_KDF_BYTES_MAX", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_KDF_CONTEXTBYTES", value: Int(8) },
    Constant { name: "SODIUM_CRYPTO_KDF_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KX_SEEDBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KX_SESSIONKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KX_PUBLICKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KX_SECRETKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_KX_KEYPAIRBYTES", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_ABYTES", value: Int(17) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_HEADERBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_MESSAGEBYTES_MAX", value: Int(274877906816) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_MESSAGE", value: Int(0) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_PUSH", value: Int(1) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_REKEY", value: Int(2) },
    Constant { name: "SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_FINAL", value: Int(3) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_BYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_BYTES_MIN", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_BYTES_MAX", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_KEYBYTES_MIN", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_GENERICHASH_KEYBYTES_MAX", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_ALG_ARGON2I13", value: Int(1) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_ALG_ARGON2ID13", value: Int(2) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_ALG_DEFAULT", value: Int(2) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SALTBYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_STRPREFIX", value: Bytes(b"$argon2id$") },
    Constant { name: "SODIUM_CRYPTO_PWHASH_OPSLIMIT_INTERACTIVE", value: Int(2) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_MEMLIMIT_INTERACTIVE", value: Int(67108864) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_OPSLIMIT_MODERATE", value: Int(3) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_MEMLIMIT_MODERATE", value: Int(268435456) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_OPSLIMIT_SENSITIVE", value: Int(4) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_MEMLIMIT_SENSITIVE", value: Int(1073741824) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_SALTBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_STRPREFIX", value: Bytes(b"$7$") },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_OPSLIMIT_INTERACTIVE", value: Int(524288) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_MEMLIMIT_INTERACTIVE", value: Int(16777216) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_OPSLIMIT_SENSITIVE", value: Int(33554432) },
    Constant { name: "SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_MEMLIMIT_SENSITIVE", value: Int(1073741824) },
    Constant { name: "SODIUM_CRYPTO_SCALARMULT_BYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SCALARMULT_SCALARBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SHORTHASH_BYTES", value: Int(8) },
    Constant { name: "SODIUM_CRYPTO_SHORTHASH_KEYBYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_SECRETBOX_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SECRETBOX_MACBYTES", value: Int(16) },
    Constant { name: "SODIUM_CRYPTO_SECRETBOX_NONCEBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_SIGN_BYTES", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_SIGN_SEEDBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SIGN_SECRETKEYBYTES", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_SIGN_KEYPAIRBYTES", value: Int(96) },
    Constant { name: "SODIUM_CRYPTO_STREAM_NONCEBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_STREAM_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_STREAM_XCHACHA20_NONCEBYTES", value: Int(24) },
    Constant { name: "SODIUM_CRYPTO_STREAM_XCHACHA20_KEYBYTES", value: Int(32) },
    Constant { name: "SODIUM_BASE64_VARIANT_ORIGINAL", value: Int(1) },
    Constant { name: "SODIUM_BASE64_VARIANT_ORIGINAL_NO_PADDING", value: Int(3) },
    Constant { name: "SODIUM_BASE64_VARIANT_URLSAFE", value: Int(5) },
    Constant { name: "SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING", value: Int(7) },
    Constant { name: "SODIUM_CRYPTO_SCALARMULT_RISTRETTO255_BYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_SCALARMULT_RISTRETTO255_SCALARBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_CORE_RISTRETTO255_BYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_CORE_RISTRETTO255_HASHBYTES", value: Int(64) },
    Constant { name: "SODIUM_CRYPTO_CORE_RISTRETTO255_SCALARBYTES", value: Int(32) },
    Constant { name: "SODIUM_CRYPTO_CORE_RISTRETTO255_NONREDUCEDSCALARBYTES", value: Int(64) },
];
