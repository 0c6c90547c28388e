//! Array keys: ints and strings, where a string that reads as an int is that int.
//!
//! This is the one place that decides which strings those are.
//!
//! # Invariants
//! - K1: the string of a [`Key::Str`] does not read as an int.

use std::ptr::NonNull;

use crate::layout::VmStr;
use crate::string::Str;

/// A normalised key, borrowed.
#[derive(Clone, Copy, Debug)]
pub enum Key<'a> {
    /// An int.
    Int(i64),
    /// A string that does not read as an int (K1).
    Str(&'a Str),
}

/// The key word of a dict element.
#[repr(C)]
#[derive(Clone, Copy)]
pub union KeyWord {
    /// Of int keys.
    pub int: i64,
    /// Of string keys, with a count.
    pub string: NonNull<VmStr>,
}

impl<'a> Key<'a> {
    /// The key that a string stands for.
    #[inline]
    pub fn of_str(string: &'a Str) -> Self {
        match int_of(string.as_bytes()) {
            Some(int) => Self::Int(int),
            None => Self::Str(string),
        }
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Key::Int(left), Key::Int(right)) => left == right,
            (Key::Str(left), Key::Str(right)) => left == right,
            (Key::Int(_), Key::Str(_)) | (Key::Str(_), Key::Int(_)) => false,
        }
    }
}

/// The int that `bytes` read as when used as a key: decimal digits without leading zeros or
/// plus sign, `-` allowed except before 0, within 64 bits.
#[inline]
pub fn int_of(bytes: &[u8]) -> Option<i64> {
    match bytes.first() {
        Some(b'0'..=b'9' | b'-') if bytes.len() <= 20 => parse(bytes),
        _ => None,
    }
}

fn parse(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    match digits {
        [b'0'] if !negative => return Some(0),
        [] | [b'0', ..] => return None,
        _ => {}
    }
    digits.iter().try_fold(0_i64, |sum, &byte| {
        let digit = i64::from(byte.wrapping_sub(b'0'));
        if digit > 9 {
            return None;
        }
        let shifted = sum.checked_mul(10)?;
        if negative { shifted.checked_sub(digit) } else { shifted.checked_add(digit) }
    })
}

#[cfg(test)]
mod tests {
    use super::int_of;

    #[test]
    fn only_canonical_decimal_ints_are_int_keys() {
        for (text, int) in [
            ("0", 0),
            ("7", 7),
            ("-1", -1),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
        ] {
            assert_eq!(int_of(text.as_bytes()), Some(int), "{text}");
        }
        for text in [
            "",
            "-",
            "-0",
            "00",
            "01",
            "+1",
            " 1",
            "1 ",
            "1.0",
            "1e3",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999",
            "0x1",
            "a",
            "1a",
        ] {
            assert_eq!(int_of(text.as_bytes()), None, "{text}");
        }
    }
}
