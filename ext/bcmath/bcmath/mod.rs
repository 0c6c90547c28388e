//! The functions of decimal numbers.

mod decimal;
#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::cmp::Ordering;

use dashu_int::IBig;
use decimal::{Decimal, Mode};
use runtime::array::Array;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::{self, Str};
use runtime::value::{Value, View};

/// Digits behind the point where a call does not say, once the setting was read.
#[derive(Default)]
struct Scale(Option<usize>);

const SETTING: &str = "bcmath.scale";
const SCALE_MAX: i64 = 2_147_483_647;

/// Before an ini setting changes: a scale that cannot be is refused, another is what counts.
pub fn changed(call: &mut Call<'_>, name: &str, text: Option<&[u8]>) -> Res<bool> {
    if name != SETTING {
        return Ok(true);
    }
    let scale = read(text.unwrap_or_default());
    if let Some(scale) = scale {
        call.state::<Scale>().0 = Some(scale);
    }
    Ok(scale.is_some())
}

/// The scale that the text of a setting says, if it may be one.
fn read(text: &[u8]) -> Option<usize> {
    let digits = text.trim_ascii().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_negative = text.trim_ascii().starts_with(b"-");
    let text = std::str::from_utf8(&text.trim_ascii()[..digits]).ok()?;
    let scale = if text.is_empty() { 0 } else { text.parse().ok()? };
    (!is_negative && scale <= SCALE_MAX).then_some(scale as usize)
}

/// The scale of calls that do not say.
fn usual(call: &mut Call<'_>) -> usize {
    if let Some(scale) = call.state::<Scale>().0 {
        return scale;
    }
    let text = call.host().setting(SETTING).unwrap_or_default();
    let scale = read(&text).unwrap_or(0);
    call.state::<Scale>().0 = Some(scale);
    scale
}

fn scale(call: &mut Call<'_>, scale: Option<i64>, position: usize) -> Res<usize> {
    let Some(scale) = scale else { return Ok(usual(call)) };
    if !(0..=SCALE_MAX).contains(&scale) {
        return Err(call.value_error(position, format!("must be between 0 and {SCALE_MAX}")));
    }
    Ok(scale as usize)
}

fn number(call: &mut Call<'_>, text: &Str, position: usize) -> Res<Decimal> {
    match Decimal::parse(text) {
        Some(number) => Ok(number),
        None => Err(call.value_error(position, "is not well-formed")),
    }
}

/// The text of a number, if the request may have that many bytes.
fn shown(call: &mut Call<'_>, number: &Decimal, scale: usize) -> Res<Str> {
    reserve(call, scale)?;
    call.str(number.text(scale).as_bytes())
}

fn reserve(call: &mut Call<'_>, length: usize) -> Res<()> {
    let room = Str::with_capacity(length);
    call.alloc(room).map(drop)
}

fn by_zero(call: &mut Call<'_>, text: &'static str) -> Halt {
    call.throw(match text {
        "Modulo by zero" => Message::ModuloByZero {},
        _ => Message::DivisionByZero {},
    })
}

/// Two numbers and the scale of the result.
fn both(
    call: &mut Call<'_>,
    (left, right): (&Str, &Str),
    scale: Option<i64>,
) -> Res<(Decimal, Decimal, usize)> {
    let scale = self::scale(call, scale, 3)?;
    let left = number(call, left, 1)?;
    Ok((left, number(call, right, 2)?, scale))
}

fn bcadd(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Str> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    shown(call, &left.add(&right), scale)
}

fn bcsub(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Str> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    shown(call, &left.sub(&right), scale)
}

fn bcmul(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Str> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    shown(call, &left.mul(&right), scale)
}

fn bcdiv(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Str> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    if right.is_zero() {
        return Err(by_zero(call, "Division by zero"));
    }
    reserve(call, scale)?;
    shown(call, &left.div(&right, scale), scale)
}

fn bcmod(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Str> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    if right.is_zero() {
        return Err(by_zero(call, "Modulo by zero"));
    }
    shown(call, &left.div_rem(&right).1, scale)
}

fn bcdivmod(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<Array> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    if right.is_zero() {
        return Err(by_zero(call, "Division by zero"));
    }
    let (quotient, rest) = left.div_rem(&right);
    let quotient = shown(call, &Decimal::whole(quotient), 0)?;
    let rest = shown(call, &rest, scale)?;
    call.list([Value::from(quotient), Value::from(rest)])
}

fn bcpow(call: &mut Call<'_>, num: &Str, exponent: &Str, scale: Option<i64>) -> Res<Str> {
    let (base, exponent, scale) = both(call, (num, exponent), scale)?;
    let Some(whole) = exponent.as_whole() else {
        return Err(call.value_error(2, "cannot have a fractional part"));
    };
    let power = i64::try_from(whole.clone()).ok().filter(|power| *power != i64::MIN);
    let power = power.map(i64::unsigned_abs);
    let Some(power) = power.and_then(|power| usize::try_from(power).ok()) else {
        return Err(call.value_error(2, "is too large"));
    };
    if exponent.is_negative() && base.is_zero() {
        let text = "Negative power of zero".to_owned();
        return Err(call.host().throw_instance("DivisionByZeroError", &text, 0));
    }
    if !base.is_unit() {
        reserve(call, num.len().saturating_mul(power))?;
    }
    let raised = base.pow(power);
    if exponent.is_negative() {
        return shown(call, &Decimal::whole(IBig::ONE).div(&raised, scale), scale);
    }
    shown(call, &raised, scale)
}

fn whole(call: &mut Call<'_>, text: &Str, position: usize) -> Res<IBig> {
    match number(call, text, position)?.as_whole() {
        Some(whole) => Ok(whole.clone()),
        None => Err(call.value_error(position, "cannot have a fractional part")),
    }
}

fn bcpowmod(
    call: &mut Call<'_>,
    num: &Str,
    exponent: &Str,
    modulus: &Str,
    scale: Option<i64>,
) -> Res<Str> {
    let scale = self::scale(call, scale, 4)?;
    let base = whole(call, num, 1)?;
    let exponent = whole(call, exponent, 2)?;
    let modulus = whole(call, modulus, 3)?;
    if exponent < IBig::ZERO {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    }
    if modulus == IBig::ZERO {
        return Err(by_zero(call, "Modulo by zero"));
    }
    shown(call, &Decimal::whole(decimal::pow_mod(&base, &exponent, &modulus)), scale)
}

fn bcsqrt(call: &mut Call<'_>, num: &Str, scale: Option<i64>) -> Res<Str> {
    let scale = self::scale(call, scale, 2)?;
    let number = number(call, num, 1)?;
    if number.is_negative() {
        return Err(call.value_error(1, "must be greater than or equal to 0"));
    }
    reserve(call, scale * 2)?;
    shown(call, &number.sqrt(scale), scale)
}

fn bccomp(call: &mut Call<'_>, num1: &Str, num2: &Str, scale: Option<i64>) -> Res<i64> {
    let (left, right, scale) = both(call, (num1, num2), scale)?;
    // More digits than both have make no difference.
    let scale = scale.min(left.scale().max(right.scale()));
    Ok(match left.compare(&right, scale) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    })
}

fn rounded(call: &mut Call<'_>, num: &Str, (places, mode): (i64, Mode)) -> Res<Str> {
    let number = number(call, num, 1)?;
    let rounded = number.round(places, mode);
    shown(call, &rounded, usize::try_from(places).unwrap_or(0))
}

fn bcfloor(call: &mut Call<'_>, num: &Str) -> Res<Str> {
    rounded(call, num, (0, Mode::NegativeInfinity))
}

fn bcceil(call: &mut Call<'_>, num: &Str) -> Res<Str> {
    rounded(call, num, (0, Mode::PositiveInfinity))
}

fn bcround(call: &mut Call<'_>, num: &Str, precision: i64, mode: &Value) -> Res<Str> {
    if precision > SCALE_MAX {
        let bounds = format!("must be between {} and {SCALE_MAX}", i64::MIN);
        return Err(call.value_error(2, bounds));
    }
    let mode = self::mode(call, mode)?;
    rounded(call, num, (precision, mode))
}

/// The way that a case of the enum `RoundingMode` names.
fn mode(call: &mut Call<'_>, mode: &Value) -> Res<Mode> {
    let View::Object(case) = mode.view() else {
        return Ok(Mode::HalfAwayFromZero);
    };
    let case = case.clone();
    let properties = call.host().public_properties(&case)?;
    let name = properties.get_str(&string::intern(b"name").to_str());
    Ok(match name.and_then(Value::as_str).map(|name| name.as_bytes()) {
        Some(b"HalfTowardsZero") => Mode::HalfTowardsZero,
        Some(b"HalfEven") => Mode::HalfEven,
        Some(b"HalfOdd") => Mode::HalfOdd,
        Some(b"TowardsZero") => Mode::TowardsZero,
        Some(b"AwayFromZero") => Mode::AwayFromZero,
        Some(b"NegativeInfinity") => Mode::NegativeInfinity,
        Some(b"PositiveInfinity") => Mode::PositiveInfinity,
        _ => Mode::HalfAwayFromZero,
    })
}

fn bcscale(call: &mut Call<'_>, scale: Option<i64>) -> Res<i64> {
    let held = usual(call);
    if scale.is_some() {
        let chosen = self::scale(call, scale, 1)?;
        call.state::<Scale>().0 = Some(chosen);
        let set = Value::from(string::intern(b"ini_set"));
        if let Ok(set) = call.host().callable(&set) {
            let text = call.str(chosen.to_string().as_bytes())?;
            let name = Value::from(string::intern(SETTING.as_bytes()));
            call.call(&set, &[name, text.into()])?;
        }
    }
    Ok(held as i64)
}
