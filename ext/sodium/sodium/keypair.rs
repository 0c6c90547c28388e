//! Secret keys and their public keys, as one string: the secret one comes first.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::{fixed, pair};
use super::outcome::{failed, made};
use crate::ffi::sodium;
use crate::length as l;

fn joined<const P: usize, const S: usize>(
    call: &mut Call<'_>,
    keys: Option<([u8; P], [u8; S])>,
) -> Res<Str> {
    match keys {
        Some((public, secret)) => call.alloc(Str::join(&[&secret, &public])),
        None => Err(failed(call, "internal error")),
    }
}

pub fn sodium_crypto_box_keypair(call: &mut Call<'_>) -> Res<Str> {
    joined(call, sodium().box_keys())
}

pub fn sodium_crypto_kx_keypair(call: &mut Call<'_>) -> Res<Str> {
    joined(call, sodium().kx_keys())
}

pub fn sodium_crypto_sign_keypair(call: &mut Call<'_>) -> Res<Str> {
    joined(call, sodium().sign_keys())
}

pub fn sodium_crypto_box_seed_keypair(call: &mut Call<'_>, seed: &Str) -> Res<Str> {
    let seed = fixed(call, 1, seed, "BOX_SEEDBYTES")?;
    joined(call, sodium().box_keys_of_seed(seed))
}

pub fn sodium_crypto_kx_seed_keypair(call: &mut Call<'_>, seed: &Str) -> Res<Str> {
    let seed = fixed(call, 1, seed, "KX_SEEDBYTES")?;
    joined(call, sodium().kx_keys_of_seed(seed))
}

pub fn sodium_crypto_sign_seed_keypair(call: &mut Call<'_>, seed: &Str) -> Res<Str> {
    let seed = fixed(call, 1, seed, "SIGN_SEEDBYTES")?;
    joined(call, sodium().sign_keys_of_seed(seed))
}

pub fn sodium_crypto_box_keypair_from_secretkey_and_publickey(
    call: &mut Call<'_>,
    secret_key: &Str,
    public_key: &Str,
) -> Res<Str> {
    let secret: &[u8; l::BOX_SECRET] = fixed(call, 1, secret_key, "BOX_SECRETKEYBYTES")?;
    let public: &[u8; l::BOX_PUBLIC] = fixed(call, 2, public_key, "BOX_PUBLICKEYBYTES")?;
    call.alloc(Str::join(&[secret, public]))
}

pub fn sodium_crypto_sign_keypair_from_secretkey_and_publickey(
    call: &mut Call<'_>,
    secret_key: &Str,
    public_key: &Str,
) -> Res<Str> {
    let secret: &[u8; l::SIGN_SECRET] = fixed(call, 1, secret_key, "SIGN_SECRETKEYBYTES")?;
    let public: &[u8; l::SIGN_PUBLIC] = fixed(call, 2, public_key, "SIGN_PUBLICKEYBYTES")?;
    call.alloc(Str::join(&[secret, public]))
}

macro_rules! halves {
    ($($secret:ident, $public:ident = $secret_bytes:ident, $public_bytes:ident, $constant:literal;)+) => {$(
        pub fn $secret(call: &mut Call<'_>, key_pair: &Str) -> Res<Str> {
            let (secret, _) =
                pair::<{ l::$secret_bytes }, { l::$public_bytes }>(call, 1, key_pair, $constant)?;
            call.str(secret)
        }

        pub fn $public(call: &mut Call<'_>, key_pair: &Str) -> Res<Str> {
            let (_, public) =
                pair::<{ l::$secret_bytes }, { l::$public_bytes }>(call, 1, key_pair, $constant)?;
            call.str(public)
        }
    )+};
}

halves! {
    sodium_crypto_box_secretkey, sodium_crypto_box_publickey =
        BOX_SECRET, BOX_PUBLIC, "BOX_KEYPAIRBYTES";
    sodium_crypto_kx_secretkey, sodium_crypto_kx_publickey =
        KX_SECRET, KX_PUBLIC, "KX_KEYPAIRBYTES";
    sodium_crypto_sign_secretkey, sodium_crypto_sign_publickey =
        SIGN_SECRET, SIGN_PUBLIC, "SIGN_KEYPAIRBYTES";
}

pub fn sodium_crypto_box_publickey_from_secretkey(
    call: &mut Call<'_>,
    secret_key: &Str,
) -> Res<Str> {
    let secret = fixed(call, 1, secret_key, "BOX_SECRETKEYBYTES")?;
    made(call, sodium().scalarmult_base(secret))
}

pub fn sodium_crypto_sign_publickey_from_secretkey(
    call: &mut Call<'_>,
    secret_key: &Str,
) -> Res<Str> {
    let secret = fixed(call, 1, secret_key, "SIGN_SECRETKEYBYTES")?;
    made(call, sodium().sign_public(secret))
}

pub fn sodium_crypto_sign_ed25519_pk_to_curve25519(
    call: &mut Call<'_>,
    public_key: &Str,
) -> Res<Str> {
    let public = fixed(call, 1, public_key, "SIGN_PUBLICKEYBYTES")?;
    converted(call, sodium().sign_public_to_box(public))
}

pub fn sodium_crypto_sign_ed25519_sk_to_curve25519(
    call: &mut Call<'_>,
    secret_key: &Str,
) -> Res<Str> {
    let secret = fixed(call, 1, secret_key, "SIGN_SECRETKEYBYTES")?;
    converted(call, sodium().sign_secret_to_box(secret))
}

fn converted<const N: usize>(call: &mut Call<'_>, key: Option<[u8; N]>) -> Res<Str> {
    match key {
        Some(key) => call.str(&key),
        None => Err(failed(call, "conversion failed")),
    }
}
