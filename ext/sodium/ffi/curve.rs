//! Points, scalars, and the keys that they are.

use libsodium_sys as c;

use super::{Outcome, Sodium};
use crate::length as l;

/// Functions from arrays to an array; none when the library refuses them.
macro_rules! of_arrays {
    ($($(#[$doc:meta])* $name:ident = $raw:ident($($arg:ident: $length:ident),*) -> $out:ident;)+) => {
        impl Sodium {$(
            $(#[$doc])*
            pub fn $name(self, $($arg: &[u8; l::$length]),*) -> Option<[u8; l::$out]> {
                let mut out = [0; l::$out];
                // SAFETY: S1, S2.
                let outcome = unsafe { c::$raw(out.as_mut_ptr(), $($arg.as_ptr()),*) };
                outcome.is_success().then_some(out)
            }
        )+}
    };
}

of_arrays! {
    /// The public key of a secret key, or the product of a scalar and the base point.
    scalarmult_base = crypto_scalarmult_base(scalar: SCALARMULT_SCALAR) -> SCALARMULT;
    /// The product of a scalar and a point.
    scalarmult = crypto_scalarmult(scalar: SCALARMULT_SCALAR, point: SCALARMULT) -> SCALARMULT;
    /// The public key of a secret key.
    sign_public = crypto_sign_ed25519_sk_to_pk(secret: SIGN_SECRET) -> SIGN_PUBLIC;
    /// A public key for encryption.
    sign_public_to_box = crypto_sign_ed25519_pk_to_curve25519(public: SIGN_PUBLIC) -> BOX_PUBLIC;
    /// A secret key for encryption.
    sign_secret_to_box = crypto_sign_ed25519_sk_to_curve25519(secret: SIGN_SECRET) -> BOX_SECRET;
    /// The product of a scalar and the generator.
    point_base = crypto_scalarmult_ristretto255_base(scalar: SCALAR) -> POINT;
    /// The product of a scalar and a point.
    point_mul = crypto_scalarmult_ristretto255(scalar: SCALAR, point: POINT) -> POINT;
    /// The sum of two points.
    point_add = crypto_core_ristretto255_add(left: POINT, right: POINT) -> POINT;
    /// The difference of two points.
    point_sub = crypto_core_ristretto255_sub(left: POINT, right: POINT) -> POINT;
    /// The point that bytes are mapped to.
    point_of_hash = crypto_core_ristretto255_from_hash(hash: POINT_HASH) -> POINT;
    /// A random point.
    point_random = crypto_core_ristretto255_random() -> POINT;
    /// The sum of two scalars.
    scalar_add = crypto_core_ristretto255_scalar_add(left: SCALAR, right: SCALAR) -> SCALAR;
    /// The difference of two scalars.
    scalar_sub = crypto_core_ristretto255_scalar_sub(left: SCALAR, right: SCALAR) -> SCALAR;
    /// The product of two scalars.
    scalar_mul = crypto_core_ristretto255_scalar_mul(left: SCALAR, right: SCALAR) -> SCALAR;
    /// One less the scalar.
    scalar_complement = crypto_core_ristretto255_scalar_complement(scalar: SCALAR) -> SCALAR;
    /// The inverse; none of zero.
    scalar_invert = crypto_core_ristretto255_scalar_invert(scalar: SCALAR) -> SCALAR;
    /// The negative.
    scalar_negate = crypto_core_ristretto255_scalar_negate(scalar: SCALAR) -> SCALAR;
    /// A random scalar that is not zero.
    scalar_random = crypto_core_ristretto255_scalar_random() -> SCALAR;
    /// More bytes, modulo the order of the group.
    scalar_reduce = crypto_core_ristretto255_scalar_reduce(long: SCALAR_LONG) -> SCALAR;
}

/// Functions that make a public and a secret key.
macro_rules! of_keys {
    ($($(#[$doc:meta])* $name:ident = $raw:ident($($arg:ident: $length:ident),*)
        -> $public:ident, $secret:ident;)+) => {
        impl Sodium {$(
            $(#[$doc])*
            pub fn $name(
                self,
                $($arg: &[u8; l::$length]),*
            ) -> Option<([u8; l::$public], [u8; l::$secret])> {
                let (mut public, mut secret) = ([0; l::$public], [0; l::$secret]);
                let (to_public, to_secret) = (public.as_mut_ptr(), secret.as_mut_ptr());
                // SAFETY: S1, S2.
                let outcome = unsafe { c::$raw(to_public, to_secret, $($arg.as_ptr()),*) };
                outcome.is_success().then_some((public, secret))
            }
        )+}
    };
}

of_keys! {
    /// Random keys for encryption.
    box_keys = crypto_box_keypair() -> BOX_PUBLIC, BOX_SECRET;
    /// Keys for encryption.
    box_keys_of_seed = crypto_box_seed_keypair(seed: BOX_SEED) -> BOX_PUBLIC, BOX_SECRET;
    /// Random keys for an exchange.
    kx_keys = crypto_kx_keypair() -> KX_PUBLIC, KX_SECRET;
    /// Keys for an exchange.
    kx_keys_of_seed = crypto_kx_seed_keypair(seed: KX_SEED) -> KX_PUBLIC, KX_SECRET;
    /// The keys that a client receives and sends with.
    kx_client = crypto_kx_client_session_keys(
        public: KX_PUBLIC, secret: KX_SECRET, server: KX_PUBLIC) -> KX_SESSION, KX_SESSION;
    /// The keys that a server receives and sends with.
    kx_server = crypto_kx_server_session_keys(
        public: KX_PUBLIC, secret: KX_SECRET, client: KX_PUBLIC) -> KX_SESSION, KX_SESSION;
    /// Random keys for signatures.
    sign_keys = crypto_sign_keypair() -> SIGN_PUBLIC, SIGN_SECRET;
    /// Keys for signatures.
    sign_keys_of_seed = crypto_sign_seed_keypair(seed: SIGN_SEED) -> SIGN_PUBLIC, SIGN_SECRET;
}

impl Sodium {
    /// Whether it is a point.
    pub fn is_point(self, point: &[u8; l::POINT]) -> bool {
        // SAFETY: S1, S2.
        unsafe { c::crypto_core_ristretto255_is_valid_point(point.as_ptr()) == 1 }
    }
}
