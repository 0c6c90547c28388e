//! Quotients and what is left of them.

use dashu_int::IBig;
use dashu_int::ops::{DivRem as _, RemEuclid as _};
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::value::Value;

use super::number::{argument, made};
use super::{binary, list};

/// Where a quotient is rounded to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rounding {
    Zero,
    Up,
    Down,
}

/// The error of a division by zero.
pub fn by_zero(call: &mut Call<'_>, text: &'static str) -> Halt {
    call.throw(match text {
        "Modulo by zero" => Message::ModuloByZero {},
        _ => Message::DivisionByZero {},
    })
}

fn divided(left: &IBig, right: &IBig, rounding: Rounding) -> (IBig, IBig) {
    let (quotient, rest) = left.div_rem(right);
    let is_below = (left < &IBig::ZERO) != (right < &IBig::ZERO);
    match rounding {
        _ if rest == IBig::ZERO => (quotient, rest),
        Rounding::Down if is_below => (quotient - IBig::ONE, rest + right),
        Rounding::Up if !is_below => (quotient + IBig::ONE, rest - right),
        _ => (quotient, rest),
    }
}

fn operands(
    call: &mut Call<'_>,
    (left, right): (&Value, &Value),
    rounding: i64,
) -> Res<(IBig, IBig)> {
    let rounding = match rounding {
        0 => Rounding::Zero,
        1 => Rounding::Up,
        2 => Rounding::Down,
        _ => {
            let rule = "must be one of GMP_ROUND_ZERO, GMP_ROUND_PLUSINF, or GMP_ROUND_MINUSINF";
            return Err(call.value_error(3, rule));
        }
    };
    let left = argument(call, 1, left)?;
    let right = argument(call, 2, right)?;
    if right == IBig::ZERO {
        return Err(by_zero(call, "Division by zero"));
    }
    Ok(divided(&left, &right, rounding))
}

pub fn gmp_div_qr(
    call: &mut Call<'_>,
    num1: &Value,
    num2: &Value,
    rounding_mode: i64,
) -> Res<Array> {
    let (quotient, rest) = operands(call, (num1, num2), rounding_mode)?;
    list(call, &[quotient, rest])
}

pub fn gmp_div_q(
    call: &mut Call<'_>,
    num1: &Value,
    num2: &Value,
    rounding_mode: i64,
) -> Res<Value> {
    let (quotient, _) = operands(call, (num1, num2), rounding_mode)?;
    made(call, &quotient)
}

pub fn gmp_div_r(
    call: &mut Call<'_>,
    num1: &Value,
    num2: &Value,
    rounding_mode: i64,
) -> Res<Value> {
    let (_, rest) = operands(call, (num1, num2), rounding_mode)?;
    made(call, &rest)
}

/// The rest that is not negative.
pub fn modulo(left: &IBig, right: &IBig) -> IBig {
    left.rem_euclid(right).into()
}

fn checked_divisor(call: &mut Call<'_>, right: &Value, text: &'static str) -> Res<()> {
    if argument(call, 2, right)? == IBig::ZERO {
        return Err(by_zero(call, text));
    }
    Ok(())
}

pub fn gmp_mod(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    argument(call, 1, num1)?;
    checked_divisor(call, num2, "Modulo by zero")?;
    binary(call, (num1, num2), |left, right| modulo(&left, &right))
}

pub fn gmp_divexact(call: &mut Call<'_>, num1: &Value, num2: &Value) -> Res<Value> {
    argument(call, 1, num1)?;
    checked_divisor(call, num2, "Division by zero")?;
    binary(call, (num1, num2), |left, right| left / right)
}
