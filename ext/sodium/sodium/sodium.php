<?php

const SODIUM_LIBRARY_VERSION = "1.0.22";
const SODIUM_LIBRARY_MAJOR_VERSION = 26;
const SODIUM_LIBRARY_MINOR_VERSION = 4;
const SODIUM_CRYPTO_AEAD_AES256GCM_KEYBYTES = 32;
const SODIUM_CRYPTO_AEAD_AES256GCM_NSECBYTES = 0;
const SODIUM_CRYPTO_AEAD_AES256GCM_NPUBBYTES = 12;
const SODIUM_CRYPTO_AEAD_AES256GCM_ABYTES = 16;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_KEYBYTES = 32;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_NSECBYTES = 0;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_NPUBBYTES = 8;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_ABYTES = 16;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_KEYBYTES = 32;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_NSECBYTES = 0;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_NPUBBYTES = 12;
const SODIUM_CRYPTO_AEAD_CHACHA20POLY1305_IETF_ABYTES = 16;
const SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_KEYBYTES = 32;
const SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NSECBYTES = 0;
const SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_NPUBBYTES = 24;
const SODIUM_CRYPTO_AEAD_XCHACHA20POLY1305_IETF_ABYTES = 16;
const SODIUM_CRYPTO_AUTH_BYTES = 32;
const SODIUM_CRYPTO_AUTH_KEYBYTES = 32;
const SODIUM_CRYPTO_BOX_SEALBYTES = 48;
const SODIUM_CRYPTO_BOX_SECRETKEYBYTES = 32;
const SODIUM_CRYPTO_BOX_PUBLICKEYBYTES = 32;
const SODIUM_CRYPTO_BOX_KEYPAIRBYTES = 64;
const SODIUM_CRYPTO_BOX_MACBYTES = 16;
const SODIUM_CRYPTO_BOX_NONCEBYTES = 24;
const SODIUM_CRYPTO_BOX_SEEDBYTES = 32;
const SODIUM_CRYPTO_KDF_BYTES_MIN = 16;
const SODIUM_CRYPTO_KDF_BYTES_MAX = 64;
const SODIUM_CRYPTO_KDF_CONTEXTBYTES = 8;
const SODIUM_CRYPTO_KDF_KEYBYTES = 32;
const SODIUM_CRYPTO_KX_SEEDBYTES = 32;
const SODIUM_CRYPTO_KX_SESSIONKEYBYTES = 32;
const SODIUM_CRYPTO_KX_PUBLICKEYBYTES = 32;
const SODIUM_CRYPTO_KX_SECRETKEYBYTES = 32;
const SODIUM_CRYPTO_KX_KEYPAIRBYTES = 64;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_ABYTES = 17;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_HEADERBYTES = 24;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_KEYBYTES = 32;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_MESSAGEBYTES_MAX = 274877906816;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_MESSAGE = 0;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_PUSH = 1;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_REKEY = 2;
const SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_FINAL = 3;
const SODIUM_CRYPTO_GENERICHASH_BYTES = 32;
const SODIUM_CRYPTO_GENERICHASH_BYTES_MIN = 16;
const SODIUM_CRYPTO_GENERICHASH_BYTES_MAX = 64;
const SODIUM_CRYPTO_GENERICHASH_KEYBYTES = 32;
const SODIUM_CRYPTO_GENERICHASH_KEYBYTES_MIN = 16;
const SODIUM_CRYPTO_GENERICHASH_KEYBYTES_MAX = 64;
const SODIUM_CRYPTO_PWHASH_ALG_ARGON2I13 = 1;
const SODIUM_CRYPTO_PWHASH_ALG_ARGON2ID13 = 2;
const SODIUM_CRYPTO_PWHASH_ALG_DEFAULT = 2;
const SODIUM_CRYPTO_PWHASH_SALTBYTES = 16;
const SODIUM_CRYPTO_PWHASH_STRPREFIX = '$argon2id$';
const SODIUM_CRYPTO_PWHASH_OPSLIMIT_INTERACTIVE = 2;
const SODIUM_CRYPTO_PWHASH_MEMLIMIT_INTERACTIVE = 67108864;
const SODIUM_CRYPTO_PWHASH_OPSLIMIT_MODERATE = 3;
const SODIUM_CRYPTO_PWHASH_MEMLIMIT_MODERATE = 268435456;
const SODIUM_CRYPTO_PWHASH_OPSLIMIT_SENSITIVE = 4;
const SODIUM_CRYPTO_PWHASH_MEMLIMIT_SENSITIVE = 1073741824;
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_SALTBYTES = 32;
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_STRPREFIX = '$7$';
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_OPSLIMIT_INTERACTIVE = 524288;
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_MEMLIMIT_INTERACTIVE = 16777216;
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_OPSLIMIT_SENSITIVE = 33554432;
const SODIUM_CRYPTO_PWHASH_SCRYPTSALSA208SHA256_MEMLIMIT_SENSITIVE = 1073741824;
const SODIUM_CRYPTO_SCALARMULT_BYTES = 32;
const SODIUM_CRYPTO_SCALARMULT_SCALARBYTES = 32;
const SODIUM_CRYPTO_SHORTHASH_BYTES = 8;
const SODIUM_CRYPTO_SHORTHASH_KEYBYTES = 16;
const SODIUM_CRYPTO_SECRETBOX_KEYBYTES = 32;
const SODIUM_CRYPTO_SECRETBOX_MACBYTES = 16;
const SODIUM_CRYPTO_SECRETBOX_NONCEBYTES = 24;
const SODIUM_CRYPTO_SIGN_BYTES = 64;
const SODIUM_CRYPTO_SIGN_SEEDBYTES = 32;
const SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES = 32;
const SODIUM_CRYPTO_SIGN_SECRETKEYBYTES = 64;
const SODIUM_CRYPTO_SIGN_KEYPAIRBYTES = 96;
const SODIUM_CRYPTO_STREAM_NONCEBYTES = 24;
const SODIUM_CRYPTO_STREAM_KEYBYTES = 32;
const SODIUM_CRYPTO_STREAM_XCHACHA20_NONCEBYTES = 24;
const SODIUM_CRYPTO_STREAM_XCHACHA20_KEYBYTES = 32;
const SODIUM_BASE64_VARIANT_ORIGINAL = 1;
const SODIUM_BASE64_VARIANT_ORIGINAL_NO_PADDING = 3;
const SODIUM_BASE64_VARIANT_URLSAFE = 5;
const SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING = 7;
const SODIUM_CRYPTO_SCALARMULT_RISTRETTO255_BYTES = 32;
const SODIUM_CRYPTO_SCALARMULT_RISTRETTO255_SCALARBYTES = 32;
const SODIUM_CRYPTO_CORE_RISTRETTO255_BYTES = 32;
const SODIUM_CRYPTO_CORE_RISTRETTO255_HASHBYTES = 64;
const SODIUM_CRYPTO_CORE_RISTRETTO255_SCALARBYTES = 32;
const SODIUM_CRYPTO_CORE_RISTRETTO255_NONREDUCEDSCALARBYTES = 64;

/** Whether the processor has what AES needs. */
function sodium_crypto_aead_aes256gcm_is_available(): bool {}

/** What was encrypted with AES-256-GCM, when it was not changed. */
function sodium_crypto_aead_aes256gcm_decrypt(string $ciphertext, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string|false {}

/** Encrypted, and proof against changes, with AES-256-GCM. */
function sodium_crypto_aead_aes256gcm_encrypt(#[SensitiveParameter] string $message, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key for AES-256-GCM. */
function sodium_crypto_aead_aes256gcm_keygen(): string {}

/** What was encrypted with ChaCha20-Poly1305, when it was not changed. */
function sodium_crypto_aead_chacha20poly1305_decrypt(string $ciphertext, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string|false {}

/** Encrypted, and proof against changes, with ChaCha20-Poly1305. */
function sodium_crypto_aead_chacha20poly1305_encrypt(#[SensitiveParameter] string $message, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key for ChaCha20-Poly1305. */
function sodium_crypto_aead_chacha20poly1305_keygen(): string {}

/** What was encrypted with ChaCha20-Poly1305 of the IETF, when it was not changed. */
function sodium_crypto_aead_chacha20poly1305_ietf_decrypt(string $ciphertext, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string|false {}

/** Encrypted, and proof against changes, with ChaCha20-Poly1305 of the IETF. */
function sodium_crypto_aead_chacha20poly1305_ietf_encrypt(#[SensitiveParameter] string $message, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key for ChaCha20-Poly1305 of the IETF. */
function sodium_crypto_aead_chacha20poly1305_ietf_keygen(): string {}

/** What was encrypted with XChaCha20-Poly1305, when it was not changed. */
function sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(string $ciphertext, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string|false {}

/** A random key for XChaCha20-Poly1305. */
function sodium_crypto_aead_xchacha20poly1305_ietf_keygen(): string {}

/** Encrypted, and proof against changes, with XChaCha20-Poly1305. */
function sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(#[SensitiveParameter] string $message, string $additional_data, string $nonce, #[SensitiveParameter] string $key): string {}

/** The authentication tag of a message. */
function sodium_crypto_auth(string $message, #[SensitiveParameter] string $key): string {}

/** A random key for authentication tags. */
function sodium_crypto_auth_keygen(): string {}

/** Whether an authentication tag is that of a message. */
function sodium_crypto_auth_verify(string $mac, string $message, #[SensitiveParameter] string $key): bool {}

/** Encrypted from one holder of keys for another. */
function sodium_crypto_box(#[SensitiveParameter] string $message, string $nonce, #[SensitiveParameter] string $key_pair): string {}

/** A random secret key, and its public key. */
function sodium_crypto_box_keypair(): string {}

/** The secret key that a seed makes, and its public key. */
function sodium_crypto_box_seed_keypair(#[SensitiveParameter] string $seed): string {}

/** Both keys as one string. */
function sodium_crypto_box_keypair_from_secretkey_and_publickey(#[SensitiveParameter] string $secret_key, string $public_key): string {}

/** What was encrypted from one holder of keys for another. */
function sodium_crypto_box_open(string $ciphertext, string $nonce, #[SensitiveParameter] string $key_pair): string|false {}

/** The public of two keys. */
function sodium_crypto_box_publickey(#[SensitiveParameter] string $key_pair): string {}

/** The public key of a secret key. */
function sodium_crypto_box_publickey_from_secretkey(#[SensitiveParameter] string $secret_key): string {}

/** Encrypted for a public key, by nobody in particular. */
function sodium_crypto_box_seal(#[SensitiveParameter] string $message, string $public_key): string {}

/** What was encrypted for a public key. */
function sodium_crypto_box_seal_open(string $ciphertext, #[SensitiveParameter] string $key_pair): string|false {}

/** The secret of two keys. */
function sodium_crypto_box_secretkey(#[SensitiveParameter] string $key_pair): string {}

/** The sum of two points. */
function sodium_crypto_core_ristretto255_add(string $p, string $q): string {}

/** The point that 64 bytes are mapped to. */
function sodium_crypto_core_ristretto255_from_hash(string $s): string {}

/** Whether it is a point. */
function sodium_crypto_core_ristretto255_is_valid_point(string $s): bool {}

/** A random point. */
function sodium_crypto_core_ristretto255_random(): string {}

/** The sum of two scalars. */
function sodium_crypto_core_ristretto255_scalar_add(string $x, string $y): string {}

/** One less the scalar. */
function sodium_crypto_core_ristretto255_scalar_complement(string $s): string {}

/** The inverse of a scalar. */
function sodium_crypto_core_ristretto255_scalar_invert(string $s): string {}

/** The product of two scalars. */
function sodium_crypto_core_ristretto255_scalar_mul(string $x, string $y): string {}

/** The negative of a scalar. */
function sodium_crypto_core_ristretto255_scalar_negate(string $s): string {}

/** A random scalar that is not zero. */
function sodium_crypto_core_ristretto255_scalar_random(): string {}

/** 64 bytes, modulo the order of the group. */
function sodium_crypto_core_ristretto255_scalar_reduce(string $s): string {}

/** The difference of two scalars. */
function sodium_crypto_core_ristretto255_scalar_sub(string $x, string $y): string {}

/** The difference of two points. */
function sodium_crypto_core_ristretto255_sub(string $p, string $q): string {}

/** A random secret key, and its public key. */
function sodium_crypto_kx_keypair(): string {}

/** The public of two keys. */
function sodium_crypto_kx_publickey(#[SensitiveParameter] string $key_pair): string {}

/** The secret of two keys. */
function sodium_crypto_kx_secretkey(#[SensitiveParameter] string $key_pair): string {}

/** The secret key that a seed makes, and its public key. */
function sodium_crypto_kx_seed_keypair(#[SensitiveParameter] string $seed): string {}

/** The keys to receive and to send with, on the client's side. */
function sodium_crypto_kx_client_session_keys(#[SensitiveParameter] string $client_key_pair, string $server_key): array {}

/** The keys to receive and to send with, on the server's side. */
function sodium_crypto_kx_server_session_keys(#[SensitiveParameter] string $server_key_pair, string $client_key): array {}

/** The BLAKE2b hash of a message. */
function sodium_crypto_generichash(string $message, #[SensitiveParameter] string $key = "", int $length = SODIUM_CRYPTO_GENERICHASH_BYTES): string {}

/** A random key for hashes. */
function sodium_crypto_generichash_keygen(): string {}

/** The state of a hash of parts. */
function sodium_crypto_generichash_init(#[SensitiveParameter] string $key = "", int $length = SODIUM_CRYPTO_GENERICHASH_BYTES): string {}

/** Adds a part to a hash. */
function sodium_crypto_generichash_update(#[__Unchecked] string &$state, string $message): true {}

/** The hash of all parts. */
function sodium_crypto_generichash_final(#[__Unchecked] string &$state, int $length = SODIUM_CRYPTO_GENERICHASH_BYTES): string {}

/** A key that is made of another. */
function sodium_crypto_kdf_derive_from_key(int $subkey_length, int $subkey_id, string $context, #[SensitiveParameter] string $key): string {}

/** A random key to make others of. */
function sodium_crypto_kdf_keygen(): string {}

/** A key that is made of a password. */
function sodium_crypto_pwhash(int $length, #[SensitiveParameter] string $password, string $salt, int $opslimit, int $memlimit, int $algo = SODIUM_CRYPTO_PWHASH_ALG_DEFAULT): string {}

/** The hash of a password, as text with its settings. */
function sodium_crypto_pwhash_str(#[SensitiveParameter] string $password, int $opslimit, int $memlimit): string {}

/** Whether a hash is that of a password. */
function sodium_crypto_pwhash_str_verify(string $hash, #[SensitiveParameter] string $password): bool {}

/** Whether a hash was made with other settings. */
function sodium_crypto_pwhash_str_needs_rehash(string $password, int $opslimit, int $memlimit): bool {}

/** A key that scrypt makes of a password. */
function sodium_crypto_pwhash_scryptsalsa208sha256(int $length, #[SensitiveParameter] string $password, string $salt, int $opslimit, int $memlimit): string {}

/** The hash that scrypt makes of a password, as text with its settings. */
function sodium_crypto_pwhash_scryptsalsa208sha256_str(#[SensitiveParameter] string $password, int $opslimit, int $memlimit): string {}

/** Whether a hash is the one that scrypt makes of a password. */
function sodium_crypto_pwhash_scryptsalsa208sha256_str_verify(string $hash, #[SensitiveParameter] string $password): bool {}

/** The secret that a secret key and another's public key share. */
function sodium_crypto_scalarmult(string $n, string $p): string {}

/** The product of a scalar and a point. */
function sodium_crypto_scalarmult_ristretto255(string $n, string $p): string {}

/** The product of a scalar and the group's generator. */
function sodium_crypto_scalarmult_ristretto255_base(string $n): string {}

/** Encrypted, and proof against changes. */
function sodium_crypto_secretbox(#[SensitiveParameter] string $message, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key to encrypt with. */
function sodium_crypto_secretbox_keygen(): string {}

/** What was encrypted, when it was not changed. */
function sodium_crypto_secretbox_open(string $ciphertext, string $nonce, #[SensitiveParameter] string $key): string|false {}

/** A random key for a stream of messages. */
function sodium_crypto_secretstream_xchacha20poly1305_keygen(): string {}

/** The state of whoever sends messages, and the header that receivers need. */
function sodium_crypto_secretstream_xchacha20poly1305_init_push(#[SensitiveParameter] string $key): array {}

/** The next message, encrypted. */
function sodium_crypto_secretstream_xchacha20poly1305_push(#[__Unchecked] string &$state, #[SensitiveParameter] string $message, string $additional_data = "", int $tag = SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_MESSAGE): string {}

/** The state of whoever receives messages. */
function sodium_crypto_secretstream_xchacha20poly1305_init_pull(string $header, #[SensitiveParameter] string $key): string {}

/** The next message and its tag. */
function sodium_crypto_secretstream_xchacha20poly1305_pull(#[__Unchecked] string &$state, string $ciphertext, string $additional_data = ""): array|false {}

/** Changes the key on one side. */
function sodium_crypto_secretstream_xchacha20poly1305_rekey(#[__Unchecked] string &$state): void {}

/** The SipHash of a message. */
function sodium_crypto_shorthash(string $message, #[SensitiveParameter] string $key): string {}

/** A random key for short hashes. */
function sodium_crypto_shorthash_keygen(): string {}

/** A message behind its signature. */
function sodium_crypto_sign(string $message, #[SensitiveParameter] string $secret_key): string {}

/** The signature of a message. */
function sodium_crypto_sign_detached(string $message, #[SensitiveParameter] string $secret_key): string {}

/** The public key for encryption of one for signatures. */
function sodium_crypto_sign_ed25519_pk_to_curve25519(string $public_key): string {}

/** The secret key for encryption of one for signatures. */
function sodium_crypto_sign_ed25519_sk_to_curve25519(#[SensitiveParameter] string $secret_key): string {}

/** A random secret key, and its public key. */
function sodium_crypto_sign_keypair(): string {}

/** Both keys as one string. */
function sodium_crypto_sign_keypair_from_secretkey_and_publickey(#[SensitiveParameter] string $secret_key, string $public_key): string {}

/** The message behind a signature, when that is right. */
function sodium_crypto_sign_open(string $signed_message, string $public_key): string|false {}

/** The public of two keys. */
function sodium_crypto_sign_publickey(#[SensitiveParameter] string $key_pair): string {}

/** The secret of two keys. */
function sodium_crypto_sign_secretkey(#[SensitiveParameter] string $key_pair): string {}

/** The public key of a secret key. */
function sodium_crypto_sign_publickey_from_secretkey(#[SensitiveParameter] string $secret_key): string {}

/** The secret key that a seed makes, and its public key. */
function sodium_crypto_sign_seed_keypair(#[SensitiveParameter] string $seed): string {}

/** Whether a signature is that of a message. */
function sodium_crypto_sign_verify_detached(string $signature, string $message, string $public_key): bool {}

/** Bytes that follow from a key. */
function sodium_crypto_stream(int $length, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key for bytes that follow from it. */
function sodium_crypto_stream_keygen(): string {}

/** A message with the bytes that follow from a key. */
function sodium_crypto_stream_xor(#[SensitiveParameter] string $message, string $nonce, #[SensitiveParameter] string $key): string {}

/** Bytes that follow from a key, of XChaCha20. */
function sodium_crypto_stream_xchacha20(int $length, string $nonce, #[SensitiveParameter] string $key): string {}

/** A random key for XChaCha20. */
function sodium_crypto_stream_xchacha20_keygen(): string {}

/** A message with the bytes of XChaCha20. */
function sodium_crypto_stream_xchacha20_xor(#[SensitiveParameter] string $message, string $nonce, #[SensitiveParameter] string $key): string {}

/** The same, from a block on. */
function sodium_crypto_stream_xchacha20_xor_ic(#[SensitiveParameter] string $message, string $nonce, int $counter, #[SensitiveParameter] string $key): string {}

/** Adds to a number whose lowest byte is the first. */
function sodium_add(#[__Unchecked] string &$string1, string $string2): void {}

/** Compares numbers whose lowest byte is the first, in constant time. */
function sodium_compare(#[SensitiveParameter] string $string1, #[SensitiveParameter] string $string2): int {}

/** Adds one to a number whose lowest byte is the first. */
function sodium_increment(#[__Unchecked] string &$string): void {}

/** Zero for equal bytes, in constant time. */
function sodium_memcmp(#[SensitiveParameter] string $string1, #[SensitiveParameter] string $string2): int {}

/** Overwrites a string. */
function sodium_memzero(#[SensitiveParameter] #[__Unchecked] string &$string): void {}

/** Filled up to a multiple of a size. */
function sodium_pad(#[SensitiveParameter] string $string, int $block_size): string {}

/** Without what filled it up. */
function sodium_unpad(#[SensitiveParameter] string $string, int $block_size): string {}

/** In hexadecimal digits, in constant time. */
function sodium_bin2hex(#[SensitiveParameter] string $string): string {}

/** What hexadecimal digits stand for. */
function sodium_hex2bin(#[SensitiveParameter] string $string, string $ignore = ""): string {}

/** In base 64, in constant time. */
function sodium_bin2base64(#[SensitiveParameter] string $string, int $id): string {}

/** What text in base 64 stands for. */
function sodium_base642bin(#[SensitiveParameter] string $string, int $id, string $ignore = ""): string {}

/** The public key of a secret key. */
#[__Alias("sodium_crypto_box_publickey_from_secretkey")]
function sodium_crypto_scalarmult_base(#[SensitiveParameter] string $secret_key): string {}
