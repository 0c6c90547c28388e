//! Strings.

use runtime::raise::{OrExit, Res};
use runtime::string::Str;

use super::signature::{natives, text};
use crate::request::Request;

natives! {
    chr(codepoint: i64) -> Str;
    number_format(num: f64, decimals: Option<i64>, decimal_separator: Option<Str>, thousands_separator: Option<Str>) -> Str;
    ord(character: Str) -> i64;
    str_repeat(string: Str, times: i64) -> Str;
    strlen(string: Str) -> i64;
    strrev(string: Str) -> Str;
    strtolower(string: Str) -> Str;
    strtoupper(string: Str) -> Str;
    substr(string: Str, offset: i64, length: Option<i64>) -> Str;
}

fn chr(_: &mut Request, codepoint: i64) -> Res<Str> {
    Ok(runtime::string::one_byte(codepoint.rem_euclid(256) as u8).to_str())
}

fn ord(_: &mut Request, character: Str) -> Res<i64> {
    Ok(character.first().map_or(0, |byte| i64::from(*byte)))
}

fn str_repeat(rq: &mut Request, string: Str, times: i64) -> Res<Str> {
    let Ok(times) = usize::try_from(times) else {
        let message = "str_repeat(): Argument #2 ($times) must be greater than or equal to 0";
        return Err(rq.throw_error("valueerror", message));
    };
    let length = string.len().checked_mul(times).ok_or(runtime::heap::Oom).or_exit(rq)?;
    let mut repeated = Str::with_capacity(length).or_exit(rq)?;
    for _ in 0..times {
        repeated.append(&string).or_exit(rq)?;
    }
    Ok(repeated)
}

fn strlen(_: &mut Request, string: Str) -> Res<i64> {
    Ok(string.len() as i64)
}

fn strrev(rq: &mut Request, string: Str) -> Res<Str> {
    let reversed: Vec<u8> = string.iter().rev().copied().collect();
    text(rq, &reversed)
}

fn strtolower(rq: &mut Request, string: Str) -> Res<Str> {
    text(rq, &string.to_ascii_lowercase())
}

fn strtoupper(rq: &mut Request, string: Str) -> Res<Str> {
    text(rq, &string.to_ascii_uppercase())
}

fn substr(rq: &mut Request, string: Str, offset: i64, length: Option<i64>) -> Res<Str> {
    let size = string.len() as i64;
    let start = if offset < 0 { (size + offset).max(0) } else { offset.min(size) };
    let end = match length {
        None => size,
        Some(length) if length < 0 => (size + length).max(start),
        Some(length) => start.saturating_add(length).min(size),
    };
    string.slice(start as usize..end as usize).or_exit(rq)
}

fn number_format(
    rq: &mut Request,
    num: f64,
    decimals: Option<i64>,
    decimal_separator: Option<Str>,
    thousands_separator: Option<Str>,
) -> Res<Str> {
    let decimals = decimals.unwrap_or(0).clamp(0, 500) as usize;
    let digits = format!("{:.decimals$}", num.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let comma = thousands_separator.as_ref().map_or(&b","[..], |text| text.as_bytes());
    let point = decimal_separator.as_ref().map_or(&b"."[..], |text| text.as_bytes());
    let mut shown = Vec::new();
    if num < 0.0 && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        shown.push(b'-');
    }
    for (at, digit) in whole.bytes().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            shown.extend_from_slice(comma);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.extend_from_slice(point);
        shown.extend_from_slice(fraction.as_bytes());
    }
    text(rq, &shown)
}
