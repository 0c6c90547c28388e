//! Numeric entities.

use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::View;

/// Characters from `start` to `end`; their number in an entity is moved by `offset`, then masked.
pub struct Range {
    start: u32,
    end: u32,
    offset: u32,
    mask: u32,
}

/// The ranges that an array of ints stands for.
pub fn ranges(call: &mut Call<'_>, map: &Array) -> Res<Vec<Range>> {
    if !map.len().is_multiple_of(4) {
        return Err(call.value_error(2, "must have a multiple of 4 elements"));
    }
    let mut numbers = Vec::new();
    for (_, value) in &map.clone() {
        let is_number = match value.unboxed().view() {
            View::Str(text) => conv::numeric::prefix(text).is_some(),
            View::Array(_) | View::Object(_) => false,
            _ => true,
        };
        if !is_number {
            return Err(call.value_error(2, "must only be composed of values of type int"));
        }
        numbers.push(conv::to_int(call.rq(), value)? as u32);
    }
    let (fours, _) = numbers.as_chunks::<4>();
    let range = |&[start, end, offset, mask]: &[u32; 4]| Range { start, end, offset, mask };
    Ok(fours.iter().map(range).collect())
}

fn push(out: &mut Vec<u32>, text: &str) {
    out.extend(text.chars().map(u32::from));
}

/// Characters of the ranges become entities.
pub fn encode(text: &[u32], ranges: &[Range], is_hex: bool) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for &code in text {
        match ranges.iter().find(|range| (range.start..=range.end).contains(&code)) {
            Some(range) => {
                let number = code.wrapping_add(range.offset) & range.mask;
                let shown = if is_hex { format!("&#x{number:X};") } else { format!("&#{number};") };
                push(&mut out, &shown);
            }
            None => out.push(code),
        }
    }
    out
}

/// Entities of the ranges become characters.
pub fn decode(text: &[u32], ranges: &[Range]) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match entity(&text[at..])
            .and_then(|(number, length)| Some((found(number, ranges)?, length)))
        {
            Some((code, length)) => {
                out.push(code);
                at += length;
            }
            None => {
                out.push(text[at]);
                at += 1;
            }
        }
    }
    out
}

fn found(number: u32, ranges: &[Range]) -> Option<u32> {
    ranges.iter().find_map(|range| {
        let code = number.wrapping_sub(range.offset);
        (range.start..=range.end).contains(&code).then_some(code)
    })
}

/// The number of the entity at the start, and its length; the semicolon may be missing.
fn entity(text: &[u32]) -> Option<(u32, usize)> {
    let is = |at: usize, wanted: char| text.get(at) == Some(&u32::from(wanted));
    if !is(0, '&') || !is(1, '#') {
        return None;
    }
    let is_hex = is(2, 'x') || is(2, 'X');
    let (from, radix, digits_max) = if is_hex { (3, 16, 8) } else { (2, 10, 10) };
    let digits = text[from.min(text.len())..]
        .iter()
        .map_while(|&code| char::from_u32(code).and_then(|digit| digit.to_digit(radix)));
    let digits: Vec<u32> = digits.collect();
    if digits.is_empty() || digits.len() > digits_max {
        return None;
    }
    let number = digits.iter().fold(0_u64, |n, &digit| n * u64::from(radix) + u64::from(digit));
    let end = from + digits.len();
    Some((u32::try_from(number).ok()?, end + usize::from(is(end, ';'))))
}
