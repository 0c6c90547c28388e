//! Intervals as ISO 8601 writes them: `P1Y2M3DT4H5M6S`, `P0001-02-03T04:05:06`.

use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

type Numbers = [i64; 7];

/// `P0001-02-03T04:05:06`.
fn combined(text: &[u8]) -> Option<Numbers> {
    const LAYOUT: &[u8] = b"PYYYY-MM-DDTHH:MM:SS";
    if text.len() != LAYOUT.len() {
        return None;
    }
    let fits = |(byte, mark): (&u8, &u8)| match mark {
        b'P' | b'T' | b'-' | b':' => byte == mark,
        _ => byte.is_ascii_digit(),
    };
    // `P` and `T` stand once each, so that a digit is asked for everywhere else.
    if !text.iter().zip(LAYOUT).all(fits) {
        return None;
    }
    let number = |from: usize, count: usize| {
        text[from..from + count].iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'))
    };
    let numbers =
        [number(1, 4), number(6, 2), number(9, 2), number(12, 2), number(15, 2), number(18, 2), 0];
    let [_, month, day, hour, minute, second, _] = numbers;
    let is_good = month <= 12 && day <= 31 && hour <= 24 && minute <= 59 && second <= 59;
    is_good.then_some(numbers)
}

/// `P1Y2M3DT4H5M6S`; each letter at most once, in this order.
fn designated(text: &[u8]) -> Option<Numbers> {
    let mut rest = text.strip_prefix(b"P")?;
    let mut numbers = [0; 7];
    let (mut in_time, mut last) = (false, 0);
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix(b"T") {
            if in_time || time.is_empty() {
                return None;
            }
            (in_time, rest, last) = (true, time, 4);
        }
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&rest[..count]).ok()?.parse::<i64>().ok()?;
        let (place, order) = match (rest.get(count)?, in_time) {
            (b'Y', false) => (0, 1),
            (b'M', false) => (1, 2),
            (b'W', false) => (2, 3),
            (b'D', false) => (2, 4),
            (b'H', true) => (3, 5),
            (b'M', true) => (4, 6),
            (b'S', true) => (5, 7),
            _ => return None,
        };
        if order <= last {
            return None;
        }
        last = order;
        numbers[place] += if order == 3 { number.checked_mul(7)? } else { number };
        rest = &rest[count + 1..];
    }
    Some(numbers)
}

pub fn interval_of_(call: &mut Call<'_>, text: &Str) -> Res<Option<Array>> {
    let numbers = combined(text).or_else(|| designated(text));
    numbers.map(|numbers| call.list(numbers.map(Value::int))).transpose()
}
