//! Functions of whole numbers.

mod bits;
mod divide;
#[rustfmt::skip]
mod r#gen;
mod number;
mod operate;
mod prime;
mod random;
mod theory;
mod words;

pub use r#gen::{CONSTANTS, NATIVES};

use bits::{
    gmp_and, gmp_clrbit, gmp_com, gmp_hamdist, gmp_or, gmp_popcount, gmp_scan0, gmp_scan1,
    gmp_setbit, gmp_testbit, gmp_xor,
};
use dashu_int::ops::{Abs as _, BitTest as _, UnsignedAbs as _};
use dashu_int::{IBig, Sign, UBig};
use divide::{gmp_div_q, gmp_div_qr, gmp_div_r, gmp_divexact, gmp_mod};
use number::{argument, made};
use operate::{gmp_begin_, gmp_cast_, gmp_operate_, gmp_order_, gmp_restore_};
use prime::{gmp_nextprime, gmp_prob_prime};
use random::{gmp_random_bits, gmp_random_range, gmp_random_seed};
use runtime::array::Array;
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
use theory::{gmp_gcd, gmp_gcdext, gmp_invert, gmp_jacobi, gmp_kronecker, gmp_lcm, gmp_legendre};
use words::{gmp_export, gmp_import};

/// The largest base.
const MOST_BASE: i64 = 62;

/// Bits of the largest number that is calculated: more than a request may have anyway.
const MOST_BITS: usize = 1 << 33;

/// Ends the request when a number would have more bits than there is memory for.
fn check_bits(call: &mut Call<'_>, bits: Option<usize>) -> Res<()> {
    let fits = bits.is_some_and(|bits| bits <= MOST_BITS);
    call.alloc(if fits { Ok(()) } else { Err(Oom) })
}

fn check_base(call: &mut Call<'_>, base: i64, position: usize) -> Res<()> {
    if base == 0 || (2..=MOST_BASE).contains(&base) {
        return Ok(());
    }
    Err(call.value_error(position, format!("must be 0 or between 2 and {MOST_BASE}")))
}

/// The number of an argument that is an int or a text in a base.
fn initial(call: &mut Call<'_>, value: &Value, base: i64) -> Res<IBig> {
    match value.unboxed().as_str() {
        Some(text) => match number::parse(text, base as u64) {
            Some(number) => Ok(number),
            None => Err(call.value_error(1, "is not an integer string")),
        },
        None => argument(call, 1, value),
    }
}

fn gmp_init(call: &mut Call<'_>, num: &Value, base: i64) -> Res<Value> {
    check_base(call, base, 2)?;
    let number = initial(call, num, base)?;
    made(call, &number)
}

fn gmp_intval(call: &mut Call<'_>, num: &Value) -> Res<i64> {
    argument(call, 1, num).map(|number| number::to_int(&number))
}

fn gmp_strval(call: &mut Call<'_>, num: &Value, base: i64) -> Res<Str> {
    if !(2..=MOST_BASE).contains(&base) && !(-36..=-2).contains(&base) {
        let rule = format!("must be between 2 and {MOST_BASE}, or -2 and -36");
        return Err(call.value_error(2, rule));
    }
    let number = argument(call, 1, num)?;
    call.str(&number::text(&number, base))
}

/// Two arguments, and an object for what is made of them.
fn binary(
    call: &mut Call<'_>,
    (left, right): (&Value, &Value),
    make: impl Fn(IBig, IBig) -> IBig,
) -> Res<Value> {
    let left = argument(call, 1, left)?;
    let right = argument(call, 2, right)?;
    made(call, &make(left, right))
}

fn unary(call: &mut Call<'_>, num: &Value, make: impl Fn(IBig) -> IBig) -> Res<Value> {
    let number = argument(call, 1, num)?;
    made(call, &make(number))
}

fn gmp_add(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left + right)
}

fn gmp_sub(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left - right)
}

fn gmp_mul(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| left * right)
}

fn gmp_neg(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    unary(call, num, |number| -number)
}

fn gmp_abs(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    unary(call, num, |number| number.abs())
}

/// The product of the numbers from `first` to `last`.
fn product(first: u64, last: u64) -> UBig {
    match last - first {
        0 => UBig::from(first),
        1 => UBig::from(first) * UBig::from(last),
        _ => {
            let middle = first + (last - first) / 2;
            product(first, middle) * product(middle + 1, last)
        }
    }
}

fn gmp_fact(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    let number = argument(call, 1, num)?;
    if number < IBig::ZERO {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    }
    let last = number::to_int(&number) as u64;
    let bits = usize::try_from(last).ok().and_then(|last| last.checked_mul(last.bit_len()));
    check_bits(call, bits)?;
    let result = if last < 2 { UBig::ONE } else { product(1, last) };
    made(call, &result.into())
}

fn gmp_binomial(call: &mut Call<'_>, n: &Value, k: i64) -> Res<Value> {
    let Ok(k) = usize::try_from(k) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let n = argument(call, 1, n)?;
    check_bits(call, k.checked_mul(n.bit_len() + 1))?;
    // C(n, k) of a negative n is ± C(k − n − 1, k).
    let is_odd = n < IBig::ZERO && k % 2 == 1;
    let n = if n < IBig::ZERO { IBig::from(k) - n - IBig::ONE } else { n };
    let short = match usize::try_from(&n) {
        Ok(n) if n < k => return made(call, &IBig::ZERO),
        Ok(n) => k.min(n - k),
        Err(_) => k,
    };
    let mut result = IBig::ONE;
    for step in 0..short {
        result = result * (&n - IBig::from(step)) / IBig::from(step + 1);
    }
    made(call, &if is_odd { -result } else { result })
}

fn gmp_pow(call: &mut Call<'_>, num: &Value, exponent: i64) -> Res<Value> {
    let Ok(exponent) = usize::try_from(exponent) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let base = argument(call, 1, num)?;
    let result = power(call, &base, exponent)?;
    made(call, &result)
}

/// A power.
fn power(call: &mut Call<'_>, base: &IBig, exponent: usize) -> Res<IBig> {
    if base.unsigned_abs() > UBig::ONE {
        check_bits(call, exponent.checked_mul(base.bit_len()))?;
    }
    Ok(base.pow(exponent))
}

fn gmp_powm(call: &mut Call<'_>, num: &Value, exponent: &Value, modulus: &Value) -> Res<Value> {
    let base = argument(call, 1, num)?;
    let exponent = argument(call, 2, exponent)?;
    if exponent < IBig::ZERO {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    }
    let modulus = argument(call, 3, modulus)?;
    if modulus == IBig::ZERO {
        return Err(divide::by_zero(call, "Modulo by zero"));
    }
    let modulus = modulus.unsigned_abs();
    let result = theory::power_modulo(&base, &exponent.unsigned_abs(), &modulus);
    made(call, &result.into())
}

fn gmp_sqrt(call: &mut Call<'_>, num: &Value) -> Res<Value> {
    let number = not_negative(call, num)?;
    made(call, &number.nth_root(2).into())
}

fn not_negative(call: &mut Call<'_>, num: &Value) -> Res<UBig> {
    let number = argument(call, 1, num)?;
    if number.sign() == Sign::Negative {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    }
    Ok(number.unsigned_abs())
}

/// Objects for numbers, in a list.
fn list(call: &mut Call<'_>, numbers: &[IBig]) -> Res<Array> {
    let mut objects = Vec::with_capacity(numbers.len());
    for number in numbers {
        objects.push(made(call, number)?);
    }
    call.list(objects)
}

fn gmp_sqrtrem(call: &mut Call<'_>, num: &Value) -> Res<Array> {
    let number = not_negative(call, num)?;
    let root = number.nth_root(2);
    let rest = number - root.pow(2);
    list(call, &[root.into(), rest.into()])
}

/// The number and the degree of a root.
fn radicand(call: &mut Call<'_>, num: &Value, nth: i64, least: &str) -> Res<(IBig, usize)> {
    let Some(degree) = usize::try_from(nth).ok().filter(|nth| *nth > 0) else {
        return Err(call.value_error(2, least));
    };
    let number = argument(call, 1, num)?;
    if degree % 2 == 0 && number < IBig::ZERO {
        return Err(call.value_error(2, "must be odd if argument #1 ($a) is negative"));
    }
    Ok((number, degree))
}

/// A root, rounded towards zero.
fn root(number: &IBig, degree: usize) -> IBig {
    let magnitude = number.unsigned_abs();
    let root = match degree {
        _ if magnitude <= UBig::ONE => magnitude,
        _ if degree >= magnitude.bit_len() => UBig::ONE,
        1 => magnitude,
        _ => magnitude.nth_root(degree),
    };
    IBig::from_parts(number.sign(), root)
}

fn gmp_root(call: &mut Call<'_>, num: &Value, nth: i64) -> Res<Value> {
    let (number, degree) = radicand(call, num, nth, "must be greater than 0")?;
    made(call, &root(&number, degree))
}

fn gmp_rootrem(call: &mut Call<'_>, num: &Value, nth: i64) -> Res<Array> {
    let (number, degree) = radicand(call, num, nth, "must be greater than or equal to 1")?;
    let root = root(&number, degree);
    let rest = number - root.pow(degree);
    list(call, &[root, rest])
}

fn gmp_perfect_square(call: &mut Call<'_>, num: &Value) -> Res<bool> {
    let number = argument(call, 1, num)?;
    let magnitude = (&number).unsigned_abs();
    Ok(number >= IBig::ZERO && magnitude.nth_root(2).pow(2) == magnitude)
}

fn gmp_perfect_power(call: &mut Call<'_>, num: &Value) -> Res<bool> {
    let number = argument(call, 1, num)?;
    if (&number).unsigned_abs() <= UBig::ONE {
        return Ok(true);
    }
    let degrees = 2..=number.bit_len();
    let mut degrees = degrees.filter(|degree| prime::is_small_prime(*degree as u64));
    let is_negative = number < IBig::ZERO;
    Ok(degrees
        .any(|degree| !(is_negative && degree == 2) && root(&number, degree).pow(degree) == number))
}

fn order(left: &IBig, right: &IBig) -> i64 {
    left.cmp(right) as i64
}

fn gmp_cmp(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<i64> {
    let left = argument(call, 1, num1)?;
    let right = argument(call, 2, num2)?;
    // PHP: numbers of different lengths differ by these.
    let length = |number: &IBig| -> i64 {
        let (sign, words) = number.as_sign_words();
        if sign == Sign::Negative { -(words.len() as i64) } else { words.len() as i64 }
    };
    match length(&left) - length(&right) {
        0 => Ok(order(&left, &right)),
        difference => Ok(difference),
    }
}

fn gmp_sign(call: &mut Call<'_>, num: &Value) -> Res<i64> {
    let number = argument(call, 1, num)?;
    Ok(order(&number, &IBig::ZERO))
}
