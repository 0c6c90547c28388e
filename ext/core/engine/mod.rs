//! The engines of `Random\Randomizer`: each takes a state as bytes and gives the next one.
//!
//! # Not here
//! The classes: the engine's library, which keeps the states.

mod float;
#[rustfmt::skip]
mod r#gen;
mod pcg;
mod xoshiro;

pub use r#gen::{CONSTANTS, NATIVES};

use float::{random_float_, random_steps_};
use pcg::{random_pcg_jump_, random_pcg_start_, random_pcg_step_};
use xoshiro::{random_xoshiro_jump_, random_xoshiro_start_, random_xoshiro_step_};

use crate::random::mt::{self, Twister};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// Little-endian words; a text of another length gives fewer or zeros.
fn words<const N: usize>(state: &[u8]) -> [u64; N] {
    let (chunks, _) = state.as_chunks::<8>();
    std::array::from_fn(|at| chunks.get(at).map_or(0, |chunk| u64::from_le_bytes(*chunk)))
}

fn bytes(words: &[u64]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn short_words(state: &[u8]) -> Vec<u32> {
    let (chunks, _) = state.as_chunks::<4>();
    let mut words: Vec<u32> = chunks.iter().map(|chunk| u32::from_le_bytes(*chunk)).collect();
    words.resize(mt::WORDS, 0);
    words
}

fn short_bytes(words: impl Iterator<Item = u32>) -> Vec<u8> {
    words.flat_map(u32::to_le_bytes).collect()
}

fn random_mt_start_(call: &mut Call<'_>, seed: i64, mode: i64) -> Res<Str> {
    let mut twister = Twister::default();
    twister.seed(seed as u32, mode == super::random::LEGACY);
    call.str(&short_bytes(twister.words().iter().copied()))
}

fn random_mt_reload_(call: &mut Call<'_>, state: &Str, mode: i64) -> Res<Str> {
    let mut twister = Twister::resumed(short_words(state), mode == super::random::LEGACY);
    twister.reload();
    call.str(&short_bytes(twister.words().iter().copied()))
}

fn random_mt_tempered_(call: &mut Call<'_>, state: &Str) -> Res<Str> {
    call.str(&short_bytes(short_words(state).into_iter().map(mt::tempered)))
}

fn random_within_(_: &mut Call<'_>, bytes: &Str, most: i64) -> Res<Option<i64>> {
    let mut padded = [0; 8];
    let taken = bytes.len().min(8);
    padded[..taken].copy_from_slice(&bytes[..taken]);
    let (bits, most) = (u64::from_le_bytes(padded), most as u64);
    let (bits, full) = match u32::try_from(most) {
        Ok(_) => (u64::from(bits as u32), u64::from(u32::MAX)),
        Err(_) => (bits, u64::MAX),
    };
    if most == full {
        return Ok(Some(bits as i64));
    }
    let count = most + 1;
    if count.is_power_of_two() {
        return Ok(Some((bits & most) as i64));
    }
    let is_fair = bits < full - full % count;
    Ok(is_fair.then_some((bits % count) as i64))
}

fn random_scaled_(_: &mut Call<'_>, bits: i64, min: i64, max: i64) -> Res<i64> {
    Ok(mt::scaled(bits as u32, min, max))
}

fn random_sum_(_: &mut Call<'_>, first: i64, second: i64, third: i64) -> Res<i64> {
    Ok(first.wrapping_add(second).wrapping_add(third))
}
