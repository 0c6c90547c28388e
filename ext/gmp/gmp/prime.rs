//! Primes.

use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{BitTest as _, UnsignedAbs as _};
use dashu_int::{IBig, UBig};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::number::{argument, made};

/// The first primes: a number below 3·10²⁴ that passes the test of each is prime.
const WITNESSES: [u64; 13] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];

/// PHP: below, a number is not only probably prime.
const SURE_BITS: usize = 46;

/// Whether a small number is prime.
pub fn is_small_prime(number: u64) -> bool {
    number > 1 && (2..).take_while(|by| by * by <= number).all(|by| !number.is_multiple_of(by))
}

/// Whether an odd number passes the test of a witness.
fn passes(number: &UBig, ring: &ConstDivisor, witness: &UBig) -> bool {
    let below = number - UBig::ONE;
    let twos = below.trailing_zeros().unwrap_or(0);
    let odd = &below >> twos;
    let mut power = ring.reduce(witness.clone()).pow(&odd);
    let residue = power.residue();
    if residue == UBig::ONE || residue == below {
        return true;
    }
    for _ in 1..twos {
        power = power.sqr();
        if power.residue() == below {
            return true;
        }
    }
    false
}

/// Whether a number is prime, with so many random witnesses where it is large.
fn is_prime(number: &UBig, rounds: usize) -> bool {
    for prime in WITNESSES {
        if *number == UBig::from(prime) {
            return true;
        }
        if number % UBig::from(prime) == UBig::ZERO {
            return false;
        }
    }
    if *number < UBig::from(43u64 * 43) {
        return *number > UBig::ONE;
    }
    let ring = ConstDivisor::new(number.clone());
    let known = WITNESSES.iter().all(|prime| passes(number, &ring, &UBig::from(*prime)));
    if !known || number.bit_len() <= 81 {
        return known;
    }
    let mut bytes = vec![0; number.bit_len() / 8 + 1];
    (0..rounds).all(|_| {
        if getrandom::fill(&mut bytes).is_err() {
            return true;
        }
        let witness = UBig::from_le_bytes(&bytes) % number;
        witness <= UBig::ONE || passes(number, &ring, &witness)
    })
}

pub fn gmp_prob_prime(call: &mut Call<'_>, num: &Value, repetitions: i64) -> Res<i64> {
    let number = argument(call, 1, num)?.unsigned_abs();
    let rounds = usize::try_from(repetitions.clamp(0, 200)).unwrap_or(0);
    Ok(match is_prime(&number, rounds) {
        false => 0,
        true if number.bit_len() <= SURE_BITS => 2,
        true => 1,
    })
}

pub fn gmp_nextprime(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    let number = argument(call, 1, num)?;
    if number < IBig::from(2) {
        return made(call, &IBig::from(2));
    }
    let mut next = number.unsigned_abs() + UBig::ONE;
    if !next.bit(0) {
        next += UBig::ONE;
    }
    while !is_prime(&next, 5) {
        next += UBig::from(2u8);
    }
    made(call, &next.into())
}
