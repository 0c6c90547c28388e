//! Jewish dates in Hebrew letters, in ISO 8859-8.

use super::count::{Date, is_jewish_leap};
use super::words::{HEBREW, HEBREW_ADAR, LETTERS};

const ALAFIM_GERESH: i64 = 2;
const ALAFIM: i64 = 4;
const GERESHAYIM: i64 = 8;

/// The letter that stands for a number: 1 to 10 by ones, 10 to 100 by tens, then by hundreds.
fn letter(at: i64) -> u8 {
    LETTERS[at as usize - 1]
}

/// A number in letters; none beyond thousands.
fn number(number: i64, flags: i64) -> Option<Vec<u8>> {
    if !(1..=9999).contains(&number) {
        return None;
    }
    let mut text = Vec::new();
    if number >= 1000 {
        text.push(letter(number / 1000));
        if flags & ALAFIM_GERESH != 0 {
            text.push(b'\'');
        }
        if flags & ALAFIM != 0 {
            text.extend_from_slice(b" \xe0\xec\xf4\xe9\xed ");
        }
    }
    let thousands = text.len();
    let mut rest = number % 1000;
    while rest >= 400 {
        text.push(letter(22));
        rest -= 400;
    }
    if rest >= 100 {
        text.push(letter(18 + rest / 100));
        rest %= 100;
    }
    match rest {
        // These two would begin like the name of God.
        15 | 16 => text.extend_from_slice(&[letter(9), letter(rest - 9)]),
        _ => {
            if rest >= 10 {
                text.push(letter(9 + rest / 10));
            }
            if rest % 10 > 0 {
                text.push(letter(rest % 10));
            }
        }
    }
    if flags & GERESHAYIM != 0 {
        match text.len() - thousands {
            0 => {}
            1 => text.push(b'\''),
            _ => text.insert(text.len() - 1, b'"'),
        }
    }
    Some(text)
}

/// A date in letters; none for a year beyond 9999.
pub fn date((year, month, day): Date, flags: i64) -> Option<Vec<u8>> {
    let name = match month {
        6 | 7 if is_jewish_leap(year) => HEBREW_ADAR[month as usize - 6],
        _ => HEBREW[month as usize],
    };
    let (day, year) = (number(day, flags)?, number(year, flags)?);
    Some([&day, name, &year].join(&b' '))
}
