//! Bits: a negative number has infinitely many that are set.

use dashu_int::ops::{BitTest as _, UnsignedAbs as _};
use dashu_int::{IBig, UBig};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::number::{argument, put};
use super::{binary, check_bits, unary};

/// PHP: how many there are of what is infinite.
const INFINITE: i64 = -1;

pub fn gmp_and(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left & right)
}

pub fn gmp_or(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left | right)
}

pub fn gmp_xor(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left ^ right)
}

pub fn gmp_com(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    unary(call, num, |number| !number)
}

/// The position of a bit.
fn index(call: &mut Call<'_>, index: i64) -> Res<usize> {
    usize::try_from(index).map_err(|_| call.value_error(2, "must be greater than or equal to 0"))
}

fn change(call: &mut Call<'_>, num: &Value, at: usize, on: bool) -> Res<()> {
    let number = argument(call, 1, num)?;
    if number.bit(at) == on {
        return Ok(());
    }
    check_bits(call, Some(at))?;
    let bit = IBig::from(UBig::ONE << at);
    let changed = if on { number + bit } else { number - bit };
    put(call, num, &changed)
}

pub fn gmp_setbit(call: &mut Call<'_>, num: &Value, at: i64, value: bool) -> Res<()> {
    const WORD_BITS: i64 = 64;
    let most = i64::from(i32::MAX);
    let position = index(call, at)?;
    if at / WORD_BITS >= most {
        return Err(call.value_error(2, format!("must be less than {most} * {WORD_BITS}")));
    }
    change(call, num, position, value)
}

pub fn gmp_clrbit(call: &mut Call<'_>, num: &Value, at: i64) -> Res<()> {
    let position = index(call, at)?;
    change(call, num, position, false)
}

pub fn gmp_testbit(call: &mut Call<'_>, num: &Value, at: i64) -> Res<bool> {
    let position = index(call, at)?;
    argument(call, 1, num).map(|number| number.bit(position))
}

/// The first bit from `start` on that is set.
fn scan(number: &IBig, start: usize) -> i64 {
    if start >= number.bit_len() {
        return if *number < IBig::ZERO { start as i64 } else { INFINITE };
    }
    match (number >> start).trailing_zeros() {
        Some(zeros) => (start + zeros) as i64,
        None => INFINITE,
    }
}

pub fn gmp_scan0(call: &mut Call<'_>, num1: &Value, start: i64) -> Res<i64> {
    let start = index(call, start)?;
    let number = argument(call, 1, num1)?;
    Ok(scan(&!number, start))
}

pub fn gmp_scan1(call: &mut Call<'_>, num1: &Value, start: i64) -> Res<i64> {
    let start = index(call, start)?;
    let number = argument(call, 1, num1)?;
    Ok(scan(&number, start))
}

fn count(number: &IBig) -> i64 {
    if *number < IBig::ZERO { INFINITE } else { number.unsigned_abs().count_ones() as i64 }
}

pub fn gmp_popcount(call: &mut Call<'_>, num: &Value) -> Res<i64> {
    argument(call, 1, num).map(|number| count(&number))
}

pub fn gmp_hamdist(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<i64> {
    let left = argument(call, 1, num1)?;
    let right = argument(call, 2, num2)?;
    Ok(count(&(left ^ right)))
}
