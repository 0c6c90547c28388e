//! Numbers, in all bases and with `_` between digits.

use std::borrow::Cow;

/// The value of an integer literal.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Number {
    Int(i64),
    /// It does not fit 64 bits.
    Float(f64),
}

/// The value of a number in an index inside text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OffsetNumber {
    Int(i64),
    /// It is a string key: not decimal, with a leading 0, or too large.
    Text,
}

/// The value of `1_000`, `0x1F`, `0b11`, `0o17` or `017`.
///
/// Digits end where one is wrong for the base, as in `018`.
pub fn integer(text: &[u8]) -> Number {
    let (radix, digits) = match text {
        [b'0', b'x' | b'X', digits @ ..] => (16, digits),
        [b'0', b'b' | b'B', digits @ ..] => (2, digits),
        [b'0', b'o' | b'O', digits @ ..] => (8, digits),
        [b'0', digits @ ..] => (8, digits),
        digits => (10, digits),
    };
    let values = digits
        .iter()
        .filter(|&&byte| byte != b'_')
        .map_while(|&byte| char::from(byte).to_digit(radix));
    let exact = values.clone().try_fold(0i64, |value, digit| {
        value.checked_mul(i64::from(radix))?.checked_add(i64::from(digit))
    });
    match exact {
        Some(value) => Number::Int(value),
        None if radix == 10 => Number::Float(float(digits)),
        None => Number::Float(values.fold(0.0, |value, digit| rounded_step(value, radix, digit))),
    }
}

/// `value * radix + digit` with PHP's rounding: at each digit, and in the bases 2 and 8 also on
/// the way from the digit's character to its value.
fn rounded_step(value: f64, radix: u32, digit: u32) -> f64 {
    const ZERO: u32 = b'0' as u32;
    let shifted = value * f64::from(radix);
    match radix {
        16 => shifted + f64::from(digit),
        _ => shifted + f64::from(digit + ZERO) - f64::from(ZERO),
    }
}

/// The value of a decimal float, or of a decimal integer as a float.
pub fn float(text: &[u8]) -> f64 {
    let text = match text.contains(&b'_') {
        true => Cow::Owned(text.iter().copied().filter(|&byte| byte != b'_').collect()),
        false => Cow::Borrowed(text),
    };
    str::from_utf8(&text).ok().and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// The value of a number in an index inside text, as in `"$a[12]"`.
pub fn offset_number(text: &[u8]) -> OffsetNumber {
    let is_decimal = text.iter().all(u8::is_ascii_digit);
    let has_one_form = text == b"0" || text.first().is_some_and(|&byte| byte != b'0');
    match integer(text) {
        Number::Int(value) if is_decimal && has_one_form => OffsetNumber::Int(value),
        _ => OffsetNumber::Text,
    }
}
