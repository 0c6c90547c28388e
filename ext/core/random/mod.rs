//! Random numbers.

#[rustfmt::skip]
mod r#gen;
pub mod mt;

pub use r#gen::{CONSTANTS, NATIVES};

use mt::Twister;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::Str;

/// `MT_RAND_PHP`.
pub const LEGACY: i64 = 1;
const RAND_MAX: i64 = 0x7fff_ffff;

#[cold]
fn no_source(call: &mut Call<'_>) -> Halt {
    let text = "Could not gather sufficient random data";
    call.throw(Message::Refused { text: text.to_owned() })
}

fn secure<const N: usize>(call: &mut Call<'_>) -> Res<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| no_source(call))?;
    Ok(bytes)
}

/// The request's generator, seeded unpredictably if it has no seed.
pub fn twister<'c>(call: &'c mut Call<'_>) -> Res<&'c mut Twister> {
    if !call.state::<Twister>().is_seeded() {
        let seed = u32::from_ne_bytes(secure(call)?);
        call.state::<Twister>().seed(seed, false);
    }
    Ok(call.state())
}

fn mt_srand(call: &mut Call<'_>, seed: Option<i64>, mode: i64) -> Res<()> {
    if mode == LEGACY {
        let text = "The MT_RAND_PHP variant of Mt19937 is deprecated";
        call.rq().report(Message::Deprecation { text: text.to_owned() })?;
    }
    let seed = match seed {
        Some(seed) => seed as u32,
        None => u32::from_ne_bytes(secure(call)?),
    };
    call.state::<Twister>().seed(seed, mode == LEGACY);
    Ok(())
}

fn in_range(call: &mut Call<'_>, min: i64, max: i64) -> Res<i64> {
    let twister = twister(call)?;
    Ok(if twister.is_legacy() { twister.legacy_range(min, max) } else { twister.range(min, max) })
}

fn mt_rand(call: &mut Call<'_>, min: Option<i64>, max: Option<i64>) -> Res<i64> {
    let (Some(min), Some(max)) = (min, max) else {
        return Ok(i64::from(twister(call)?.bits() >> 1));
    };
    if max < min {
        return Err(call.value_error(2, "must be greater than or equal to argument #1 ($min)"));
    }
    in_range(call, min, max)
}

fn rand(call: &mut Call<'_>, min: Option<i64>, max: Option<i64>) -> Res<i64> {
    match (min, max) {
        (Some(min), Some(max)) => in_range(call, min.min(max), min.max(max)),
        _ => Ok(i64::from(twister(call)?.bits() >> 1)),
    }
}

fn lcg_value(call: &mut Call<'_>) -> Res<f64> {
    let bits = u64::from_ne_bytes(secure(call)?);
    Ok((bits >> 11) as f64 / 9_007_199_254_740_992.0)
}

fn mt_getrandmax(_: &mut Call<'_>) -> Res<i64> {
    Ok(RAND_MAX)
}

fn random_int(call: &mut Call<'_>, min: i64, max: i64) -> Res<i64> {
    if min > max {
        return Err(call.value_error(1, "must be less than or equal to argument #2 ($max)"));
    }
    let Some(count) = (max.wrapping_sub(min) as u64).checked_add(1) else {
        return Ok(i64::from_ne_bytes(secure(call)?));
    };
    let limit = u64::MAX - u64::MAX % count;
    loop {
        let bits = u64::from_ne_bytes(secure(call)?);
        if bits < limit {
            return Ok(min.wrapping_add((bits % count) as i64));
        }
    }
}

fn random_bytes(call: &mut Call<'_>, length: i64) -> Res<Str> {
    if length < 1 {
        return Err(call.value_error(1, "must be greater than 0"));
    }
    let zeroed = Str::zeroed(usize::try_from(length).unwrap_or(usize::MAX));
    let mut bytes = call.alloc(zeroed)?;
    if bytes.len() == 1 {
        let [byte] = secure(call)?;
        return call.str(&[byte]);
    }
    let filled = bytes.as_bytes_mut().is_some_and(|bytes| getrandom::fill(bytes).is_ok());
    if filled { Ok(bytes) } else { Err(no_source(call)) }
}
