//! Points and scalars: X25519, and the group ristretto255.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::fixed;
use super::outcome::{failed, made, refused};
use crate::ffi::sodium;

pub fn sodium_crypto_scalarmult(call: &mut Call<'_>, n: &Str, p: &Str) -> Res<Str> {
    let scalar = fixed(call, 1, n, "SCALARMULT_SCALARBYTES")?;
    let point = fixed(call, 2, p, "SCALARMULT_BYTES")?;
    made(call, sodium().scalarmult(scalar, point))
}

pub fn sodium_crypto_scalarmult_ristretto255(call: &mut Call<'_>, n: &Str, p: &Str) -> Res<Str> {
    let scalar = fixed(call, 1, n, "SCALARMULT_RISTRETTO255_SCALARBYTES")?;
    let point = fixed(call, 2, p, "SCALARMULT_RISTRETTO255_BYTES")?;
    match sodium().point_mul(scalar, point) {
        Some(product) => call.str(&product),
        None => Err(failed(call, "Result is identity element")),
    }
}

pub fn sodium_crypto_scalarmult_ristretto255_base(call: &mut Call<'_>, n: &Str) -> Res<Str> {
    let scalar = fixed(call, 1, n, "SCALARMULT_RISTRETTO255_SCALARBYTES")?;
    match sodium().point_base(scalar) {
        Some(product) => call.str(&product),
        None => Err(refused(call, 1, "must not be zero")),
    }
}

pub fn sodium_crypto_core_ristretto255_is_valid_point(call: &mut Call<'_>, s: &Str) -> Res<bool> {
    let point = fixed(call, 1, s, "CORE_RISTRETTO255_BYTES")?;
    Ok(sodium().is_point(point))
}

pub fn sodium_crypto_core_ristretto255_random(call: &mut Call<'_>) -> Res<Str> {
    made(call, sodium().point_random())
}

pub fn sodium_crypto_core_ristretto255_scalar_random(call: &mut Call<'_>) -> Res<Str> {
    made(call, sodium().scalar_random())
}

macro_rules! of_one {
    ($($name:ident = $body:ident, $constant:literal;)+) => {$(
        pub fn $name(call: &mut Call<'_>, s: &Str) -> Res<Str> {
            let operand = fixed(call, 1, s, concat!("CORE_RISTRETTO255_", $constant))?;
            made(call, sodium().$body(operand))
        }
    )+};
}

of_one! {
    sodium_crypto_core_ristretto255_from_hash = point_of_hash, "HASHBYTES";
    sodium_crypto_core_ristretto255_scalar_complement = scalar_complement, "SCALARBYTES";
    sodium_crypto_core_ristretto255_scalar_invert = scalar_invert, "SCALARBYTES";
    sodium_crypto_core_ristretto255_scalar_negate = scalar_negate, "SCALARBYTES";
    sodium_crypto_core_ristretto255_scalar_reduce = scalar_reduce, "NONREDUCEDSCALARBYTES";
}

macro_rules! of_two {
    ($($name:ident = $body:ident, $constant:literal;)+) => {$(
        pub fn $name(call: &mut Call<'_>, left: &Str, right: &Str) -> Res<Str> {
            let left = fixed(call, 1, left, concat!("CORE_RISTRETTO255_", $constant))?;
            let right = fixed(call, 2, right, concat!("CORE_RISTRETTO255_", $constant))?;
            made(call, sodium().$body(left, right))
        }
    )+};
}

of_two! {
    sodium_crypto_core_ristretto255_add = point_add, "BYTES";
    sodium_crypto_core_ristretto255_sub = point_sub, "BYTES";
    sodium_crypto_core_ristretto255_scalar_add = scalar_add, "SCALARBYTES";
    sodium_crypto_core_ristretto255_scalar_mul = scalar_mul, "SCALARBYTES";
    sodium_crypto_core_ristretto255_scalar_sub = scalar_sub, "SCALARBYTES";
}
