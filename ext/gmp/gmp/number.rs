//! Numbers of arguments, as texts, and as objects.

use dashu_int::ops::UnsignedAbs as _;
use dashu_int::{IBig, Sign, UBig};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

/// The number of an object of class `GMP`.
fn held(call: &mut Call<'_>, value: &Value) -> Option<IBig> {
    let View::Object(object) = value.unboxed().view() else { return None };
    let object = object.clone();
    if !call.host().is_instance(&object, "GMP") {
        return None;
    }
    let bytes = object.slot(0).as_str().map(|text| IBig::from_le_bytes(text));
    Some(bytes.unwrap_or(IBig::ZERO))
}

/// Gives an object of class `GMP` a number.
pub fn put(call: &mut Call<'_>, value: &Value, number: &IBig) -> Res<()> {
    let View::Object(object) = value.unboxed().view() else { return Ok(()) };
    let mut object = object.clone();
    let bytes = call.str(&number.to_le_bytes())?;
    object.slot_mut(0).set(bytes.into());
    Ok(())
}

/// A new object for a number.
pub fn made(call: &mut Call<'_>, number: &IBig) -> Res<Value> {
    let object = call.host().new_object("GMP")?;
    put(call, &object, number)?;
    Ok(object)
}

/// What an operand is that is no number.
pub enum Fault {
    /// A text of other things than digits.
    Text,
    /// Of another type.
    Type,
}

/// The number of a value that is one without conversion.
pub fn plain(call: &mut Call<'_>, value: &Value) -> Result<IBig, Fault> {
    if let Some(number) = held(call, value) {
        return Ok(number);
    }
    match value.unboxed().view() {
        View::Int(int) => Ok(IBig::from(int)),
        View::Str(text) => parse(text, 0).ok_or(Fault::Text),
        _ => Err(Fault::Type),
    }
}

/// The number of the argument at a position.
pub fn argument(call: &mut Call<'_>, position: usize, value: &Value) -> Res<IBig> {
    match plain(call, value) {
        Ok(number) => Ok(number),
        Err(Fault::Text) => Err(call.value_error(position, "is not an integer string")),
        Err(Fault::Type) => converted(call, position, value),
    }
}

const TYPE: &str = "GMP|string|int";

/// The number of an argument that becomes an int, as one of type `int` does.
fn converted(call: &mut Call<'_>, position: usize, value: &Value) -> Res<IBig> {
    let is_weak = !call.is_strict();
    let int = match value.unboxed().view() {
        View::Bool(flag) if is_weak => i64::from(flag),
        View::Float(float) if is_weak && runtime::conv::fits_int(float) => {
            runtime::ops::float_to_int(call.rq(), float)?
        }
        View::Null | View::Uninit if is_weak => {
            let function = call.native().name;
            let name = call.native().params.get(position - 1).map_or("", |param| param.name());
            let parameter = format!("#{position} (${name})");
            call.rq().report(Message::ArgumentNull { function, parameter, expected: TYPE })?;
            0
        }
        _ => return Err(call.type_error(position, TYPE, value)),
    };
    Ok(IBig::from(int))
}

/// The number of an operand.
pub fn operand(call: &mut Call<'_>, value: &Value) -> Res<IBig> {
    match plain(call, value) {
        Ok(number) => Ok(number),
        Err(Fault::Text) => Err(no_integer(call)),
        Err(Fault::Type) => match value.unboxed().view() {
            View::Float(_) | View::Bool(_) => runtime_int(call, value),
            _ => Err(other_type(call, value)),
        },
    }
}

fn other_type(call: &mut Call<'_>, value: &Value) -> Halt {
    let given = call.given(value);
    let text = format!("Number must be of type GMP|string|int, {given} given");
    call.throw(Message::TypeRefused { text })
}

/// An operand that becomes an int, as an argument of this type does.
fn runtime_int(call: &mut Call<'_>, value: &Value) -> Res<IBig> {
    let int = match value.unboxed().view() {
        View::Float(float) if runtime::conv::fits_int(float) => {
            runtime::ops::float_to_int(call.rq(), float)?
        }
        View::Float(_) => return Err(other_type(call, value)),
        _ => runtime::conv::to_int(call.rq(), value)?,
    };
    Ok(IBig::from(int))
}

/// The error of a text that is no number.
pub fn no_integer(call: &mut Call<'_>) -> Halt {
    call.throw(Message::ValueRefused { text: "Number is not an integer string".to_owned() })
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn digit(byte: u8, base: u64) -> Option<u64> {
    let digit = match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 10,
        b'a'..=b'z' if base > 36 => byte - b'a' + 36,
        b'a'..=b'z' => byte - b'a' + 10,
        _ => return None,
    };
    Some(u64::from(digit)).filter(|digit| *digit < base)
}

/// The base that a prefix of two letters says, if that goes with the one that was asked for.
fn prefixed(text: &[u8], base: u64) -> Option<u64> {
    let said = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => return None,
    };
    (base == 0 || base == said).then_some(said)
}

/// The number that a text says; base 0 goes by its prefix.
pub fn parse(text: &[u8], base: u64) -> Option<IBig> {
    let text = &text[..text.iter().position(|byte| *byte == 0).unwrap_or(text.len())];
    let start = text.iter().take_while(|byte| is_blank(**byte)).count();
    let text = &text[start..];
    let (text, base) = match prefixed(text, base) {
        Some(said) => (&text[2..], said),
        None => (text, base),
    };
    let start = text.iter().take_while(|byte| is_blank(**byte)).count();
    let text = &text[start..];
    let (sign, text) = match text.strip_prefix(b"-") {
        Some(rest) => (Sign::Negative, rest),
        None => (Sign::Positive, text),
    };
    digit(*text.first()?, if base == 0 { 10 } else { base })?;
    let (text, base) = match (base, text) {
        (0, [b'0', b'x' | b'X', rest @ ..]) => (rest, 16),
        (0, [b'0', b'b' | b'B', rest @ ..]) => (rest, 2),
        (0, [b'0', rest @ ..]) => (rest, 8),
        (0, _) => (text, 10),
        _ => (text, base),
    };
    let digits = text.iter().filter(|byte| !is_blank(**byte));
    let digits: Vec<u64> = digits.map(|byte| digit(*byte, base)).collect::<Option<_>>()?;
    Some(IBig::from_parts(sign, of_digits(&digits, base)?))
}

/// Digits at once: below, the time is not linear in their number squared.
const MANY: usize = 2000;

fn of_digits(digits: &[u64], base: u64) -> Option<UBig> {
    if digits.is_empty() {
        return Some(UBig::ZERO);
    }
    if digits.len() <= MANY {
        return UBig::from_digits(base, digits).ok();
    }
    let (high, low) = digits.split_at(digits.len() / 2);
    let shift = UBig::from(base).pow(low.len());
    Some(of_digits(high, base)? * shift + of_digits(low, base)?)
}

/// The digits of a number; a negative base asks for capital letters.
pub fn text(number: &IBig, base: i64) -> Vec<u8> {
    let radix = base.unsigned_abs();
    let mut text = Vec::new();
    if number.sign() == Sign::Negative {
        text.push(b'-');
    }
    let magnitude = number.unsigned_abs();
    if radix <= 36 {
        let shown = magnitude.in_radix(radix as u8).to_string();
        let shown = if base < 0 { shown.to_ascii_uppercase() } else { shown };
        text.extend_from_slice(shown.as_bytes());
        return text;
    }
    text.extend(magnitude.to_digits(radix).into_iter().map(|digit| match digit as u8 {
        digit @ 0..=9 => b'0' + digit,
        digit @ 10..=35 => b'A' + digit - 10,
        digit => b'a' + digit - 36,
    }));
    text
}

/// The lowest bits with the sign.
pub fn to_int(number: &IBig) -> i64 {
    let low = number.unsigned_abs().as_words().first().copied().unwrap_or(0);
    match number.sign() {
        _ if low == 0 => 0,
        Sign::Positive => (low & i64::MAX as u64) as i64,
        Sign::Negative => !((low.wrapping_sub(1) & i64::MAX as u64) as i64),
    }
}

/// The nearest float towards zero.
pub fn to_float(number: &IBig) -> f64 {
    use dashu_int::ops::BitTest as _;
    let magnitude = number.unsigned_abs();
    let shift = magnitude.bit_len().saturating_sub(f64::MANTISSA_DIGITS as usize);
    let top = u64::try_from(&(magnitude >> shift)).unwrap_or(u64::MAX);
    let float = if shift > 1023 { f64::INFINITY } else { top as f64 * 2f64.powi(shift as i32) };
    if number.sign() == Sign::Negative { -float } else { float }
}
