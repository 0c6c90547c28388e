//! xoshiro256**.

use super::{bytes, words};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

type State = [u64; 4];

const JUMP: State =
    [0x180e_c6d3_3cfd_0aba, 0xd5a6_1266_f0c9_392c, 0xa958_2618_e03f_c9aa, 0x39ab_dc45_29b1_661c];
const LONG_JUMP: State =
    [0x76e1_5d3e_fefd_cbbf, 0xc500_4e44_1c52_2fb3, 0x7771_0069_854e_e241, 0x3910_9bb0_2acb_e635];

/// The next number of splitmix64.
fn split_mix(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut word = *seed;
    word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ word >> 31
}

/// Goes on by one; what it gives.
fn step(state: &mut State) -> u64 {
    let output = state[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
    let shifted = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = state[3].rotate_left(45);
    output
}

pub fn random_xoshiro_start_(call: &mut Call<'_>, seed: i64) -> Res<Str> {
    let mut seed = seed as u64;
    let state: State = std::array::from_fn(|_| split_mix(&mut seed));
    call.str(&bytes(&state))
}

pub fn random_xoshiro_step_(call: &mut Call<'_>, state: &Str) -> Res<Str> {
    let mut state: State = words(state);
    let output = step(&mut state);
    let mut both = bytes(&state);
    both.extend_from_slice(&output.to_le_bytes());
    call.str(&both)
}

pub fn random_xoshiro_jump_(call: &mut Call<'_>, state: &Str, long: bool) -> Res<Str> {
    let mut state: State = words(state);
    let mut sum: State = [0; 4];
    for word in if long { LONG_JUMP } else { JUMP } {
        for bit in 0..64 {
            if word >> bit & 1 == 1 {
                sum.iter_mut().zip(state).for_each(|(sum, part)| *sum ^= part);
            }
            step(&mut state);
        }
    }
    call.str(&bytes(&sum))
}
