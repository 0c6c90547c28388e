//! Numeric strings: which strings are numbers, and which start with one.
//!
//! A number is decimal, with optional sign, fraction and exponent; blanks may stand before and
//! after it. Ints that do not fit 64 bits are floats, and known as such, because comparisons
//! treat them with care.

/// A number read from a string.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Number {
    /// An int.
    Int(i64),
    /// A float.
    Float(f64),
}

/// What stands at the start of a string.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Numeric {
    /// The number.
    pub number: Number,
    /// 1 or −1 when it is written as an int but is above or below all ints.
    pub overflow: i32,
    /// Whether anything but blanks follows.
    pub has_trailing: bool,
}

const INT_DIGITS: usize = 19;
const INT_MIN_DIGITS: &[u8] = b"9223372036854775808";

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

fn digits_at(bytes: &[u8], at: usize) -> usize {
    bytes[at.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The number that a string is.
#[inline]
pub fn whole(bytes: &[u8]) -> Option<Numeric> {
    prefix(bytes).filter(|numeric| !numeric.has_trailing)
}

/// The number that a string starts with.
#[inline]
pub fn prefix(bytes: &[u8]) -> Option<Numeric> {
    if bytes.first().is_none_or(|&byte| byte > b'9') {
        return None;
    }
    scan(bytes)
}

fn scan(bytes: &[u8]) -> Option<Numeric> {
    let blanks = bytes.iter().take_while(|&&byte| is_blank(byte)).count();
    let bytes = &bytes[blanks..];
    let signed = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let is_negative = bytes.first() == Some(&b'-');
    let int_digits = digits_at(bytes, signed);
    let mut end = signed + int_digits;
    let is_float = scan_fraction(bytes, &mut end, int_digits)?;
    let rest = &bytes[end..];
    let has_trailing = !rest.iter().all(|&byte| is_blank(byte));
    let float = || parse_float(&bytes[..end]);
    if is_float {
        return Some(Numeric { number: Number::Float(float()), overflow: 0, has_trailing });
    }
    let digits = &bytes[signed..end];
    match parse_int(digits, is_negative, rest.is_empty()) {
        Some(int) => Some(Numeric { number: Number::Int(int), overflow: 0, has_trailing }),
        None => {
            let overflow = if is_negative { -1 } else { 1 };
            Some(Numeric { number: Number::Float(float()), overflow, has_trailing })
        }
    }
}

/// The zero that a string starts with, −0.0 when it has a minus sign.
pub fn signed_zero(bytes: &[u8]) -> f64 {
    let first = bytes.iter().find(|&&byte| !is_blank(byte));
    if first == Some(&b'-') { -0.0 } else { 0.0 }
}

/// Moves `end` over a fraction and an exponent; whether there was one. `None` without digits.
fn scan_fraction(bytes: &[u8], end: &mut usize, int_digits: usize) -> Option<bool> {
    let mut is_float = false;
    if bytes.get(*end) == Some(&b'.') {
        let fraction = digits_at(bytes, *end + 1);
        if int_digits == 0 && fraction == 0 {
            return None;
        }
        *end += 1 + fraction;
        is_float = true;
    } else if int_digits == 0 {
        return None;
    }
    if matches!(bytes.get(*end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(*end + 1), Some(b'-' | b'+')));
        let exponent = digits_at(bytes, *end + 1 + sign);
        if exponent > 0 {
            *end += 1 + sign + exponent;
            is_float = true;
        }
    }
    Some(is_float)
}

/// The int, if it fits. PHP: the text of `PHP_INT_MIN` is an int only when nothing follows it.
fn parse_int(digits: &[u8], is_negative: bool, at_end: bool) -> Option<i64> {
    let zeros = digits.iter().take_while(|&&byte| byte == b'0').count();
    let digits = &digits[zeros..];
    if digits.len() > INT_DIGITS {
        return None;
    }
    if digits.len() == INT_DIGITS {
        let fits = digits < INT_MIN_DIGITS || (digits == INT_MIN_DIGITS && is_negative && at_end);
        if !fits {
            return None;
        }
    }
    let magnitude =
        digits.iter().fold(0_u64, |sum, &byte| sum.wrapping_mul(10) + u64::from(byte - b'0'));
    let int = magnitude as i64;
    Some(if is_negative { int.wrapping_neg() } else { int })
}

/// The float nearest to decimal text that was scanned.
fn parse_float(text: &[u8]) -> f64 {
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0.0)
}
