//! What a string is made of: bytes, words, sounds.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::charmask::{self, Mask};

pub(super) fn count_chars(call: &mut Call<'_>, string: &Str, mode: i64) -> Res<Value> {
    let mut counts = [0_i64; 256];
    for &byte in string.iter() {
        counts[usize::from(byte)] += 1;
    }
    let is_wanted = |count: i64| match mode {
        1 | 3 => count > 0,
        2 | 4 => count == 0,
        _ => true,
    };
    let wanted = (0..=255_u8).filter(|&byte| is_wanted(counts[usize::from(byte)]));
    match mode {
        0..=2 => {
            let mut array = Array::new();
            for byte in wanted {
                let count = Value::int(counts[usize::from(byte)]);
                let set = array.set(Key::Int(i64::from(byte)), count);
                call.alloc(set)?;
            }
            Ok(array.into())
        }
        3 | 4 => {
            let bytes: Vec<u8> = wanted.collect();
            Ok(call.str(&bytes)?.into())
        }
        _ => Err(call.value_error(2, "must be between 0 and 4 (inclusive)")),
    }
}

pub(super) fn str_word_count(
    call: &mut Call<'_>,
    string: &Str,
    format: i64,
    characters: Option<&Str>,
) -> Res<Value> {
    let mask = match characters {
        Some(characters) => charmask::of(call, characters)?,
        None => Mask::plain(b""),
    };
    if !(0..=2).contains(&format) {
        return Err(call.value_error(2, "must be a valid format value"));
    }
    let words = words(string, &mask);
    if format == 0 {
        return Ok(Value::int(words.len() as i64));
    }
    let mut array = Array::new();
    for (index, range) in words.into_iter().enumerate() {
        let key = if format == 1 { index } else { range.start };
        let word = call.str(&string[range])?;
        let set = array.set(Key::Int(key as i64), word.into());
        call.alloc(set)?;
    }
    Ok(array.into())
}

fn words(text: &[u8], mask: &Mask) -> Vec<std::ops::Range<usize>> {
    let is_left_out =
        |byte: u8| (byte == b'\'' && !mask.has(b'\'')) || (byte == b'-' && !mask.has(b'-'));
    let mut at = usize::from(text.first().is_some_and(|&byte| is_left_out(byte)));
    let ends_with_dash = text.last() == Some(&b'-') && !mask.has(b'-');
    let end = if at < text.len() && ends_with_dash { text.len() - 1 } else { text.len() };
    let mut words = Vec::new();
    while at < end {
        let is_word = |byte: &u8| {
            byte.is_ascii_alphabetic() || mask.has(*byte) || matches!(byte, b'\'' | b'-')
        };
        let length = text[at..end].iter().take_while(|byte| is_word(byte)).count();
        if length > 0 {
            words.push(at..at + length);
        }
        at += length.max(1);
    }
    words
}

pub(super) fn soundex(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    /// Per letter: the digit, 0 for letters that part equal digits.
    const CODES: &[u8; 26] = b"01230120022455012623010202";
    let mut out = Vec::new();
    let mut last = 0;
    for byte in string.iter().map(u8::to_ascii_uppercase).filter(u8::is_ascii_uppercase) {
        let code = CODES[usize::from(byte - b'A')];
        if out.is_empty() {
            out.push(byte);
            last = code;
        } else if code != last {
            if code != b'0' {
                out.push(code);
            }
            last = code;
        }
        if out.len() == 4 {
            break;
        }
    }
    out.resize(4, b'0');
    call.str(&out)
}
