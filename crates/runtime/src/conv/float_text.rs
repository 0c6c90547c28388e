//! Text of floats: with a number of significant digits, or as many as needed to read them back.

use std::fmt::Write as _;

/// Digits that the shortest form may have before it turns to an exponent.
const SHORTEST_DIGITS: i32 = 17;

/// Decimal digits without a point, and where the point is: before the digit of that index.
struct Decimal {
    digits: String,
    point: i32,
}

/// The text of a float with at most `precision` significant digits (0 counts as 1), or the shortest
/// one that reads back as the same float when `precision` is −1.
pub fn with_precision(value: f64, precision: i32) -> String {
    if precision < 0 {
        return shortest(value);
    }
    let digits = precision.clamp(1, 500);
    special(value).unwrap_or_else(|| layout(value, &rounded(value, digits), digits))
}

/// The shortest text that reads back as the same float: what `var_dump` shows.
pub fn shortest(value: f64) -> String {
    special(value)
        .or_else(|| plain(value))
        .unwrap_or_else(|| layout(value, &shortest_digits(value), SHORTEST_DIGITS))
}

/// The shortest text where it has no exponent and few zeros in front: then it is PHP's.
fn plain(value: f64) -> Option<String> {
    let mut buffer = zmij::Buffer::new();
    let is_plain = (1e-4..1e15).contains(&value.abs());
    let text = is_plain.then(|| buffer.format_finite(value))?;
    Some(text.strip_suffix(".0").unwrap_or(text).to_owned())
}

fn special(value: f64) -> Option<String> {
    let text = match value {
        _ if value.is_nan() => "NAN",
        f64::INFINITY => "INF",
        f64::NEG_INFINITY => "-INF",
        0.0 if value.is_sign_negative() => "-0",
        0.0 => "0",
        _ => return None,
    };
    Some(text.to_owned())
}

fn shortest_digits(value: f64) -> Decimal {
    let mut buffer = zmij::Buffer::new();
    decimal_of(buffer.format_finite(value.abs()))
}

fn rounded(value: f64, digits: i32) -> Decimal {
    // Up to fifteen digits come back from a float of full precision as they were.
    let shortest = shortest_digits(value);
    if value.is_normal() && digits <= 15 && shortest.digits.len() <= digits as usize {
        return shortest;
    }
    let text = format!("{:.*e}", digits as usize - 1, value.abs());
    let mut decimal = decimal_of(&text);
    if is_tie_downwards(value.abs(), digits) {
        let zeros = digits as usize - decimal.digits.len();
        decimal.digits.extend(std::iter::repeat_n('0', zeros));
    }
    decimal
}

/// Whether rounding a whole number below 10¹⁵ to this many digits is a tie that goes downwards.
///
/// PHP: of such a number the zeros at the end are kept: 123456789012305.0 has the text
/// `1.2345678901230E+14`.
fn is_tie_downwards(value: f64, digits: i32) -> bool {
    let is_small_int = value.fract() == 0.0 && value < 1e15;
    if !is_small_int || digits > 14 {
        return false;
    }
    let dropped = (value as u64).ilog10() as i32 + 1 - digits;
    if dropped <= 0 {
        return false;
    }
    let unit = 10_u64.pow(dropped as u32);
    let (kept, rest) = (value as u64 / unit, value as u64 % unit);
    kept.is_multiple_of(2) && rest * 2 == unit
}

/// Reads text of the form `12.5`, `0.05`, `1.25e-7`, `1e21`.
fn decimal_of(text: &str) -> Decimal {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let all = format!("{whole}{fraction}");
    let zeros = all.bytes().take_while(|&byte| byte == b'0').count();
    let digits = all[zeros..].trim_end_matches('0').to_owned();
    Decimal { digits, point: whole.len() as i32 - zeros as i32 + exponent }
}

/// C's `%G` with PHP's changes: an exponent has no leading zero, and its mantissa a point.
fn layout(value: f64, decimal: &Decimal, digits_max: i32) -> String {
    let Decimal { digits, point } = decimal;
    let mut text = String::new();
    if value < 0.0 {
        text.push('-');
    }
    if *point < -3 || *point > digits_max {
        let (first, rest) = digits.split_at(1);
        let rest = if rest.is_empty() { "0" } else { rest };
        let exponent = point - 1;
        let sign = if exponent < 0 { '-' } else { '+' };
        let _ = write!(text, "{first}.{rest}E{sign}{}", exponent.abs());
    } else if *point <= 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
        text.push_str(digits);
    } else if digits.len() <= *point as usize {
        text.push_str(digits);
        text.extend(std::iter::repeat_n('0', *point as usize - digits.len()));
    } else {
        let (whole, fraction) = digits.split_at(*point as usize);
        let _ = write!(text, "{whole}.{fraction}");
    }
    text
}
