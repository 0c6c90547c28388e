//! A moment as text: the letters of `date()`.

use super::civil;
use super::moment::{Moment, Place};

const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a day of the week, 0 for Sunday.
pub fn weekday_name(weekday: i64) -> &'static str {
    WEEKDAYS[weekday.rem_euclid(7) as usize]
}

/// The name of a month, 1 for January.
pub fn month_name(month: i64) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

/// `+02:00`, with what stands between hours and minutes.
pub fn offset_text(offset: i64, between: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, rest) = (offset.abs() / 3600, offset.abs() % 3600);
    format!("{sign}{hours:02}{between}{:02}", rest / 60)
}

fn ordinal(day: i64) -> &'static str {
    match (day % 10, day) {
        (_, 10..=19) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// Thousandths of a day, from midnight an hour east of UTC.
pub fn beats(moment: &Moment) -> i64 {
    let day = (i128::from(moment.seconds) + 3600).rem_euclid(86_400);
    (day * 10 / 864) as i64
}

/// Four digits at least, the sign not counted.
fn whole_year(out: &mut Vec<u8>, year: i64) {
    number(out, year, if year < 0 { 5 } else { 4 });
}

/// The hour of the half day.
fn half(hour: i64) -> i64 {
    (hour + 11) % 12 + 1
}

/// The text of a moment. A backslash makes the next letter stand for itself.
pub fn format(layout: &[u8], moment: &Moment) -> Vec<u8> {
    let mut out = Vec::with_capacity(layout.len() * 4);
    add_all(layout, moment, &mut out);
    out
}

fn add_all(layout: &[u8], moment: &Moment, out: &mut Vec<u8>) {
    let mut letters = layout.iter();
    while let Some(&letter) = letters.next() {
        if letter == b'\\' {
            out.extend(letters.next());
            continue;
        }
        if !date_part(letter, moment, out) && !clock_part(letter, moment, out) {
            out.push(letter);
        }
    }
}

/// Adds a number with zeros before it up to a width, which counts a sign.
fn number(out: &mut Vec<u8>, number: i64, width: usize) {
    let mut digits = [b'0'; 20];
    let (mut left, mut at) = (number.unsigned_abs(), digits.len());
    while left > 0 || at == digits.len() {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    let mut width = width.min(digits.len());
    if number < 0 {
        out.push(b'-');
        width = width.saturating_sub(1);
    }
    out.extend_from_slice(&digits[at.min(digits.len() - width)..]);
}

/// Whether the letter is one of those of dates; adds its text then.
fn date_part(letter: u8, moment: &Moment, out: &mut Vec<u8>) -> bool {
    let &Moment { year, month, day, .. } = moment;
    match letter {
        b'd' => number(out, day, 2),
        b'j' => number(out, day, 1),
        b'D' => out.extend_from_slice(&weekday_name(moment.weekday()).as_bytes()[..3]),
        b'l' => out.extend_from_slice(weekday_name(moment.weekday()).as_bytes()),
        b'N' => number(out, (moment.weekday() + 6) % 7 + 1, 1),
        b'w' => number(out, moment.weekday(), 1),
        b'S' => out.extend_from_slice(ordinal(day).as_bytes()),
        b'z' => number(out, civil::day_of_year(year, month, day), 1),
        b'W' => number(out, civil::iso_week(year, month, day).1, 2),
        b'o' => number(out, civil::iso_week(year, month, day).0, 1),
        b'm' => number(out, month, 2),
        b'n' => number(out, month, 1),
        b'M' => out.extend_from_slice(&month_name(month).as_bytes()[..3]),
        b'F' => out.extend_from_slice(month_name(month).as_bytes()),
        b't' => number(out, civil::days_in_month(year, month), 1),
        b'L' => number(out, i64::from(civil::is_leap(year)), 1),
        b'y' => number(out, year % 100, 2),
        b'Y' => whole_year(out, year),
        b'x' if (0..10_000).contains(&year) => number(out, year, 4),
        b'x' | b'X' => {
            if year >= 0 {
                out.push(b'+');
            }
            whole_year(out, year);
        }
        _ => return false,
    }
    true
}

/// Whether the letter is one of those of times of day and zones; adds its text then.
fn clock_part(letter: u8, moment: &Moment, out: &mut Vec<u8>) -> bool {
    let &Moment { hour, minute, second, .. } = moment;
    let offset = moment.local.offset;
    let mut add = |text: &str| out.extend_from_slice(text.as_bytes());
    match letter {
        b'a' => add(if hour < 12 { "am" } else { "pm" }),
        b'A' => add(if hour < 12 { "AM" } else { "PM" }),
        b'B' => number(out, beats(moment), 3),
        b'g' => number(out, half(hour), 1),
        b'h' => number(out, half(hour), 2),
        b'G' => number(out, hour, 1),
        b'H' => number(out, hour, 2),
        b'i' => number(out, minute, 2),
        b's' => number(out, second, 2),
        b'u' => number(out, moment.micros, 6),
        b'v' => number(out, moment.micros / 1000, 3),
        b'I' => number(out, i64::from(moment.local.is_dst), 1),
        b'P' => add(&offset_text(offset, ":")),
        b'p' if is_utc(moment) => add("Z"),
        b'p' => add(&offset_text(offset, ":")),
        b'O' => add(&offset_text(offset, "")),
        b'T' => match &moment.place {
            Place::Offset(offset) => {
                add("GMT");
                add(&offset_text(*offset, ""));
            }
            _ => add(&moment.local.name),
        },
        b'e' => add(&place_name(moment)),
        b'Z' => number(out, offset, 1),
        // PHP: in these two the sign of a year is one of its four characters.
        b'c' => {
            number(out, moment.year, 4);
            add_all(b"-m-d\\TH:i:sP", moment, out);
        }
        b'r' => {
            add_all(b"D, d M ", moment, out);
            number(out, moment.year, 4);
            add_all(b" H:i:s O", moment, out);
        }
        b'U' => number(out, moment.seconds, 1),
        _ => return false,
    }
    true
}

fn is_utc(moment: &Moment) -> bool {
    match &moment.place {
        Place::Offset(offset) => *offset == 0,
        // PHP: `gmdate()` calls the zone GMT, but knows that it is none of the places with that name.
        Place::Zone(zone) if zone.name == "UTC" => true,
        _ => {
            matches!(&*moment.local.name, "UTC" | "Z" | "+00:00")
        }
    }
}

fn place_name(moment: &Moment) -> String {
    match &moment.place {
        Place::Zone(zone) => zone.name.to_owned(),
        Place::Abbreviation { name, .. } => name.clone(),
        Place::Offset(offset) => offset_text(*offset, ":"),
    }
}
