//! Divisors, inverses, symbols.

use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{
    Abs as _, BitTest as _, DivRem as _, Gcd as _, RemEuclid as _, UnsignedAbs as _,
};
use dashu_int::{IBig, UBig};
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::Value;

use super::number::{argument, made};
use super::{binary, divide};

/// The rest of a power.
pub fn power_modulo(base: &IBig, exponent: &UBig, modulus: &UBig) -> UBig {
    let base = base.rem_euclid(IBig::from(modulus.clone()));
    if *modulus == UBig::ONE {
        return UBig::ZERO;
    }
    ConstDivisor::new(modulus.clone()).reduce(base).pow(exponent).residue()
}

/// The greatest common divisor; of two zeros it is zero.
fn divisor(left: &UBig, right: &UBig) -> UBig {
    if *left == UBig::ZERO && *right == UBig::ZERO { UBig::ZERO } else { left.gcd(right) }
}

pub fn gmp_gcd(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| {
        divisor(&left.unsigned_abs(), &right.unsigned_abs()).into()
    })
}

pub fn gmp_lcm(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    binary(call, (num1, num2), |left, right| {
        let (left, right) = (left.unsigned_abs(), right.unsigned_abs());
        if left == UBig::ZERO || right == UBig::ZERO {
            return IBig::ZERO;
        }
        let divisor = (&left).gcd(&right);
        (left / divisor * right).into()
    })
}

fn sign(number: &IBig) -> IBig {
    number.signum()
}

/// The greatest common divisor `g`, and the smallest `s` and `t` that make it: `as + bt = g`.
fn extended(a: &IBig, b: &IBig) -> (IBig, IBig, IBig) {
    let (x, y) = (a.abs(), b.abs());
    if x == y {
        return (x, IBig::ZERO, sign(b));
    }
    let (mut rest, mut next) = (x.clone(), y.clone());
    let (mut s, mut s_next) = (IBig::ONE, IBig::ZERO);
    while next != IBig::ZERO {
        let (quotient, left) = (&rest).div_rem(&next);
        rest = std::mem::replace(&mut next, left);
        let s_left = s - &quotient * &s_next;
        s = std::mem::replace(&mut s_next, s_left);
    }
    if y == IBig::ZERO {
        return (rest, sign(a), IBig::ZERO);
    }
    let double = &rest * IBig::from(2);
    if y == double {
        s = IBig::ONE;
    }
    let t = if x == double { IBig::ONE } else { (&rest - &s * &x) / &y };
    if x == double {
        s = (&rest - &y) / &x;
    }
    (rest, s * sign(a), t * sign(b))
}

pub fn gmp_gcdext(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Array> {
    let left = argument(call, 1, num1)?;
    let right = argument(call, 2, num2)?;
    let (g, s, t) = extended(&left, &right);
    let mut all = Array::new();
    for (name, number) in [("g", g), ("s", s), ("t", t)] {
        let object = made(call, &number)?;
        let set = all.set(Key::Str(intern(name.as_bytes()).as_str()), object);
        call.alloc(set)?;
    }
    Ok(all)
}

pub fn gmp_invert(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    let number = argument(call, 1, num1)?;
    let modulus = argument(call, 2, num2)?;
    if modulus == IBig::ZERO {
        return Err(divide::by_zero(call, "Division by zero"));
    }
    let modulus = modulus.abs();
    let reduced = divide::modulo(&number, &modulus);
    let (divisor, inverse, _) = extended(&reduced, &modulus);
    if divisor != IBig::ONE {
        return Ok(Value::bool(false));
    }
    made(call, &divide::modulo(&inverse, &modulus))
}

/// The Kronecker symbol.
fn symbol(a: &IBig, b: &IBig) -> i64 {
    if *b == IBig::ZERO {
        return i64::from(a.unsigned_abs() == UBig::ONE);
    }
    let mut result = if *b < IBig::ZERO && *a < IBig::ZERO { -1 } else { 1 };
    let mut below = b.unsigned_abs();
    let twos = below.trailing_zeros().unwrap_or(0);
    if twos > 0 {
        if !a.bit(0) {
            return 0;
        }
        if twos % 2 == 1 && is_three_or_five(a) {
            result = -result;
        }
        below >>= twos;
    }
    let mut above: UBig = a.rem_euclid(IBig::from(below.clone()));
    while above != UBig::ZERO {
        let twos = above.trailing_zeros().unwrap_or(0);
        above >>= twos;
        if twos % 2 == 1 && is_three_or_five(&IBig::from(below.clone())) {
            result = -result;
        }
        if above.bit(0) && above.bit(1) && below.bit(0) && below.bit(1) {
            result = -result;
        }
        std::mem::swap(&mut above, &mut below);
        above = &above % &below;
    }
    if below == UBig::ONE { result } else { 0 }
}

/// Whether the rest by 8 of an odd number is 3 or 5.
fn is_three_or_five(number: &IBig) -> bool {
    number.bit(1) != number.bit(2)
}

pub fn gmp_kronecker(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<i64> {
    let left = argument(call, 1, num1)?;
    let right = argument(call, 2, num2)?;
    Ok(symbol(&left, &right))
}

pub fn gmp_jacobi(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<i64> {
    gmp_kronecker(call, num1, num2)
}

pub fn gmp_legendre(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<i64> {
    gmp_kronecker(call, num1, num2)
}
