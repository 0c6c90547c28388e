//! Digits of numbers in bases from 2 to 36.

use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The number that digits stand for: an int, or a float when it does not fit.
fn parse(call: &mut Call<'_>, text: &[u8], base: u32) -> Res<Value> {
    let is_space = |byte: &u8| matches!(byte, b' ' | 9..=13);
    let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    let text = match (&text[start..end], base) {
        ([b'0', b'x' | b'X', rest @ ..], 16)
        | ([b'0', b'o' | b'O', rest @ ..], 8)
        | ([b'0', b'b' | b'B', rest @ ..], 2) => rest,
        (text, _) => text,
    };
    let (mut int, mut float, mut has_invalid) = (Some(0_i64), 0.0, false);
    for &byte in text {
        let Some(digit) = char::from(byte).to_digit(36).filter(|&digit| digit < base) else {
            has_invalid = true;
            continue;
        };
        if let Some(number) = int {
            let next = number.checked_mul(i64::from(base));
            int = next.and_then(|next| next.checked_add(i64::from(digit)));
            if int.is_some() {
                continue;
            }
            float = number as f64;
        }
        float = float * f64::from(base) + f64::from(digit);
    }
    if has_invalid {
        let text = "Invalid characters passed for attempted conversion, these have been ignored";
        call.rq().report(Message::Deprecation { text: text.to_owned() })?;
    }
    Ok(int.map_or(Value::float(float), Value::int))
}

/// The digits of an int, read as unsigned, at the end of `room`.
#[inline(always)]
fn int_digits(number: i64, base: u64, room: &mut [u8; 64]) -> &[u8] {
    let (mut rest, mut at) = (number as u64, room.len());
    loop {
        at -= 1;
        room[at] = DIGITS[(rest % base) as usize];
        rest /= base;
        if rest == 0 {
            return &room[at..];
        }
    }
}

fn float_digits(number: f64, base: u32) -> Vec<u8> {
    let mut rest = number.floor();
    let mut digits = Vec::new();
    loop {
        digits.push(DIGITS[(rest % f64::from(base)) as usize]);
        rest /= f64::from(base);
        if rest.abs() < 1.0 {
            break;
        }
    }
    digits.reverse();
    digits
}

pub(super) fn base_convert(
    call: &mut Call<'_>,
    num: &Str,
    from_base: i64,
    to_base: i64,
) -> Res<Str> {
    const RULE: &str = "must be between 2 and 36 (inclusive)";
    if !(2..=36).contains(&from_base) {
        return Err(call.value_error(2, RULE));
    }
    if !(2..=36).contains(&to_base) {
        return Err(call.value_error(3, RULE));
    }
    let digits = match parse(call, num, from_base as u32)?.view() {
        View::Int(number) => int_digits(number, to_base as u64, &mut [0; 64]).to_vec(),
        View::Float(number) if number.is_infinite() => {
            let text = format!("An infinite value cannot be converted to base {to_base}");
            return Err(call.throw(Message::ValueRefused { text }));
        }
        View::Float(number) => float_digits(number, to_base as u32),
        _ => Vec::new(),
    };
    call.str(&digits)
}

pub(super) fn bindec(call: &mut Call<'_>, binary_string: &Str) -> Res<Value> {
    parse(call, binary_string, 2)
}

pub(super) fn hexdec(call: &mut Call<'_>, hex_string: &Str) -> Res<Value> {
    parse(call, hex_string, 16)
}

pub(super) fn octdec(call: &mut Call<'_>, octal_string: &Str) -> Res<Value> {
    parse(call, octal_string, 8)
}

pub(super) fn decbin(call: &mut Call<'_>, num: i64) -> Res<Str> {
    call.str(int_digits(num, 2, &mut [0; 64]))
}

pub(super) fn dechex(call: &mut Call<'_>, num: i64) -> Res<Str> {
    call.str(int_digits(num, 16, &mut [0; 64]))
}

pub(super) fn decoct(call: &mut Call<'_>, num: i64) -> Res<Str> {
    call.str(int_digits(num, 8, &mut [0; 64]))
}
