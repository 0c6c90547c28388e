//! Numbers as texts.

use runtime::conv::numeric::{self, Number};

/// The notations of an int that are allowed beside the decimal one.
#[derive(Clone, Copy)]
pub struct Notations {
    pub octal: bool,
    pub hexadecimal: bool,
}

/// The int that a text is.
pub fn int(text: &str, notations: Notations) -> Option<i64> {
    if let Some(digits) = text.strip_prefix('0').filter(|digits| !digits.is_empty()) {
        let hexadecimal = digits.strip_prefix(['x', 'X']).filter(|_| notations.hexadecimal);
        let octal = || digits.strip_prefix(['o', 'O']).unwrap_or(digits);
        let (digits, radix) = match hexadecimal {
            Some(digits) => (digits, 16),
            None if notations.octal => (octal(), 8),
            None => return None,
        };
        let is_plain = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
        // PHP: the digits stand for the bits of an int.
        return u64::from_str_radix(digits, radix).ok().filter(|_| is_plain).map(u64::cast_signed);
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_plain = digits == "0" || digits.starts_with(|digit: char| matches!(digit, '1'..='9'));
    if is_plain { text.parse().ok() } else { None }
}

/// How a float is written.
pub struct Separators<'s> {
    /// Before the fraction.
    pub point: u8,
    /// Between groups of three digits; empty when there are none.
    pub groups: &'s [u8],
}

/// The float that a text is.
pub fn float(text: &[u8], separators: &Separators<'_>) -> Option<f64> {
    let mut plain = Vec::new();
    let mut rest = text;
    if let Some((&sign @ (b'+' | b'-'), after)) = rest.split_first() {
        plain.push(sign);
        rest = after;
    }
    let mut is_first = true;
    loop {
        let count = take_digits(&mut rest, &mut plain);
        match rest.first() {
            None => {}
            Some(&byte) if byte == separators.point || matches!(byte, b'e' | b'E') => {}
            Some(byte) if separators.groups.contains(byte) => {
                if count > 3 || count == 0 || !is_first && count != 3 {
                    return None;
                }
                is_first = false;
                rest = &rest[1..];
                continue;
            }
            Some(_) => return None,
        }
        if !is_first && count != 3 {
            return None;
        }
        break;
    }
    if rest.first() == Some(&separators.point) {
        plain.push(b'.');
        rest = &rest[1..];
        take_digits(&mut rest, &mut plain);
    }
    if let Some((&mark @ (b'e' | b'E'), after)) = rest.split_first() {
        plain.push(mark);
        rest = after;
        if let Some((&sign @ (b'+' | b'-'), after)) = rest.split_first() {
            plain.push(sign);
            rest = after;
        }
        take_digits(&mut rest, &mut plain);
    }
    if !rest.is_empty() {
        return None;
    }
    let number = match numeric::whole(&plain)?.number {
        Number::Int(int) => int as f64,
        Number::Float(float) => float,
    };
    let has_digit = plain.iter().any(|byte| matches!(byte, b'1'..=b'9'));
    let is_lost = number == 0.0 && plain.len() > 1 && has_digit;
    (number.is_finite() && !is_lost).then_some(number)
}

fn take_digits(rest: &mut &[u8], out: &mut Vec<u8>) -> usize {
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    out.extend_from_slice(&rest[..count]);
    *rest = &rest[count..];
    count
}
