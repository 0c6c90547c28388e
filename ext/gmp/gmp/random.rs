//! Random numbers: the same as GMP's for the same seed.

use dashu_int::ops::{BitTest as _, RemEuclid as _};
use dashu_int::{IBig, UBig};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::number::{argument, made};

const WORDS: usize = 624;
const AHEAD: usize = 397;
/// Words that are thrown away after seeding.
const WARM_UP: usize = 2000;
/// Seeds are taken modulo 2 to this power, less a little.
const SEED_BITS: usize = 19937;

/// The Mersenne Twister.
struct Twister {
    words: [u32; WORDS],
    at: usize,
}

/// What 2 to the power of `SEED_BITS` is reduced to.
const REDUCED: u32 = 20023;

fn reduce(mut number: UBig) -> UBig {
    while number.bit_len() > SEED_BITS {
        let (low, high) = number.split_bits(SEED_BITS);
        number = low + high * UBig::from(REDUCED);
    }
    number
}

/// A seed with its bits spread: a power of it.
fn mangled(seed: &UBig) -> UBig {
    const EXPONENT: u32 = 0x4011_8124;
    let mut result = seed.clone();
    for bit in (0..30).rev() {
        result = reduce(&result * &result);
        if EXPONENT >> bit & 1 == 1 {
            result = reduce(result * seed);
        }
    }
    result
}

impl Twister {
    fn new(seed: &IBig) -> Self {
        let modulus = (UBig::ONE << SEED_BITS) - UBig::from(20027u32);
        let seed: UBig = seed.rem_euclid(IBig::from(modulus));
        let seed = mangled(&(seed + UBig::from(2u8)));
        let mut words = [0; WORDS];
        if seed.bit(SEED_BITS - 1) {
            words[0] = 0x8000_0000;
        }
        let mut rest = seed;
        rest.clear_bit(SEED_BITS - 1);
        let bytes = rest.to_le_bytes();
        for (word, chunk) in words[1..].iter_mut().zip(bytes.chunks(4)) {
            let mut whole = [0; 4];
            whole[..chunk.len()].copy_from_slice(chunk);
            *word = u32::from_le_bytes(whole);
        }
        let mut twister = Self { words, at: WARM_UP % WORDS };
        for _ in 0..WARM_UP / WORDS {
            twister.refill();
        }
        twister
    }

    fn refill(&mut self) {
        for at in 0..WORDS {
            let next = self.words[(at + 1) % WORDS];
            let mixed = self.words[at] & 0x8000_0000 | next & 0x7fff_ffff;
            let twist = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + AHEAD) % WORDS] ^ mixed >> 1 ^ twist;
        }
    }

    fn next(&mut self) -> u32 {
        if self.at >= WORDS {
            self.refill();
            self.at = 0;
        }
        let mut word = self.words[self.at];
        self.at += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    /// A number of so many bits.
    fn bits(&mut self, bits: usize) -> UBig {
        let mut bytes = Vec::with_capacity(bits / 8 + 4);
        for _ in 0..bits / 32 {
            bytes.extend_from_slice(&self.next().to_le_bytes());
        }
        let rest = bits % 32;
        if rest > 0 {
            let word = self.next() & ((1 << rest) - 1);
            bytes.extend_from_slice(&word.to_le_bytes());
        }
        UBig::from_le_bytes(&bytes)
    }

    /// A number below another that is not zero.
    fn below(&mut self, limit: &UBig) -> UBig {
        const TRIES: usize = 80;
        let bits = limit.bit_len() - usize::from(limit.count_ones() == 1);
        if bits == 0 {
            return UBig::ZERO;
        }
        let mut number = UBig::ZERO;
        for _ in 0..TRIES {
            number = self.bits(bits);
            if number < *limit {
                return number;
            }
        }
        number - limit
    }
}

#[derive(Default)]
struct Random(Option<Box<Twister>>);

fn twister<'c>(call: &'c mut Call<'_>) -> &'c mut Twister {
    call.state::<Random>().0.get_or_insert_with(|| {
        let mut bytes = [0; 8];
        // Without random bytes of the system the seed is zero.
        let _ = getrandom::fill(&mut bytes);
        Box::new(Twister::new(&IBig::from(u64::from_le_bytes(bytes))))
    })
}

pub fn gmp_random_seed(call: &mut Call<'_>, seed: &Value) -> Res<()> {
    let seed = argument(call, 1, seed)?;
    call.state::<Random>().0 = Some(Box::new(Twister::new(&seed)));
    Ok(())
}

pub fn gmp_random_bits(call: &mut Call<'_>, bits: i64) -> Res<Value> {
    const MOST: i64 = i32::MAX as i64;
    if !(1..=MOST).contains(&bits) {
        return Err(call.value_error(1, format!("must be between 1 and {MOST}")));
    }
    let number = twister(call).bits(bits as usize);
    made(call, &number.into())
}

pub fn gmp_random_range(call: &mut Call<'_>, min: &Value, max: &Value) -> Res<Value> {
    let most = argument(call, 2, max)?;
    let least = argument(call, 1, min)?;
    if most <= least {
        return Err(call.value_error(1, "must be less than argument #2 ($maximum)"));
    }
    let range = most - &least + IBig::ONE;
    let (_, range) = range.into_parts();
    let number = twister(call).below(&range);
    made(call, &(least + IBig::from(number)))
}
