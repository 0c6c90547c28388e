//! PCG: oneseq, 128 bits of state, XSL-RR output.

use super::{bytes, words};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

const FACTOR: u128 = 2_549_297_995_355_413_924 << 64 | 4_865_540_595_714_422_341;
const SUMMAND: u128 = 6_364_136_223_846_793_005 << 64 | 1_442_695_040_888_963_407;

/// The upper half comes first.
fn state_of(state: &[u8]) -> u128 {
    let [upper, lower] = words(state);
    u128::from(upper) << 64 | u128::from(lower)
}

fn halves(state: u128) -> [u64; 2] {
    [(state >> 64) as u64, state as u64]
}

fn step(state: u128) -> u128 {
    state.wrapping_mul(FACTOR).wrapping_add(SUMMAND)
}

pub fn random_pcg_start_(call: &mut Call<'_>, seed: &Str) -> Res<Str> {
    let state = step(step(0).wrapping_add(state_of(seed)));
    call.str(&bytes(&halves(state)))
}

pub fn random_pcg_step_(call: &mut Call<'_>, state: &Str) -> Res<Str> {
    let state = step(state_of(state));
    let [upper, lower] = halves(state);
    let output = (upper ^ lower).rotate_right((upper >> 58) as u32);
    call.str(&bytes(&[upper, lower, output]))
}

pub fn random_pcg_jump_(call: &mut Call<'_>, state: &Str, advance: i64) -> Res<Str> {
    let (mut factor, mut summand) = (FACTOR, SUMMAND);
    let (mut all_factors, mut all_summands) = (1_u128, 0_u128);
    let mut left = advance as u64;
    while left > 0 {
        if left & 1 == 1 {
            all_factors = all_factors.wrapping_mul(factor);
            all_summands = all_summands.wrapping_mul(factor).wrapping_add(summand);
        }
        summand = factor.wrapping_add(1).wrapping_mul(summand);
        factor = factor.wrapping_mul(factor);
        left >>= 1;
    }
    let state = all_factors.wrapping_mul(state_of(state)).wrapping_add(all_summands);
    call.str(&bytes(&halves(state)))
}
