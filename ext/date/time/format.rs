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

fn year_text(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

/// The hour of the half day.
fn half(hour: i64) -> i64 {
    (hour + 11) % 12 + 1
}

/// The text of a moment. A backslash makes the next letter stand for itself.
pub fn format(layout: &[u8], moment: &Moment) -> Vec<u8> {
    let mut out = Vec::with_capacity(layout.len() * 4);
    let mut letters = layout.iter();
    while let Some(&letter) = letters.next() {
        if letter == b'\\' {
            out.extend(letters.next());
            continue;
        }
        match part(letter, moment) {
            Some(text) => out.extend_from_slice(text.as_bytes()),
            None => out.push(letter),
        }
    }
    out
}

fn part(letter: u8, moment: &Moment) -> Option<String> {
    date_part(letter, moment).or_else(|| clock_part(letter, moment))
}

fn date_part(letter: u8, moment: &Moment) -> Option<String> {
    let &Moment { year, month, day, .. } = moment;
    Some(match letter {
        b'd' => format!("{day:02}"),
        b'j' => day.to_string(),
        b'D' => weekday_name(moment.weekday())[..3].to_owned(),
        b'l' => weekday_name(moment.weekday()).to_owned(),
        b'N' => ((moment.weekday() + 6) % 7 + 1).to_string(),
        b'w' => moment.weekday().to_string(),
        b'S' => ordinal(day).to_owned(),
        b'z' => civil::day_of_year(year, month, day).to_string(),
        b'W' => format!("{:02}", civil::iso_week(year, month, day).1),
        b'o' => civil::iso_week(year, month, day).0.to_string(),
        b'm' => format!("{month:02}"),
        b'n' => month.to_string(),
        b'M' => month_name(month)[..3].to_owned(),
        b'F' => month_name(month).to_owned(),
        b't' => civil::days_in_month(year, month).to_string(),
        b'L' => i64::from(civil::is_leap(year)).to_string(),
        b'y' => format!("{:02}", year % 100),
        b'Y' => year_text(year),
        b'x' if (0..10_000).contains(&year) => format!("{year:04}"),
        b'x' | b'X' => format!("{}{:04}", if year < 0 { '-' } else { '+' }, year.unsigned_abs()),
        _ => return None,
    })
}

fn clock_part(letter: u8, moment: &Moment) -> Option<String> {
    let &Moment { hour, minute, second, .. } = moment;
    let offset = moment.local.offset;
    Some(match letter {
        b'a' => if hour < 12 { "am" } else { "pm" }.to_owned(),
        b'A' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        b'B' => format!("{:03}", beats(moment)),
        b'g' => half(hour).to_string(),
        b'h' => format!("{:02}", half(hour)),
        b'G' => hour.to_string(),
        b'H' => format!("{hour:02}"),
        b'i' => format!("{minute:02}"),
        b's' => format!("{second:02}"),
        b'u' => format!("{:06}", moment.micros),
        b'v' => format!("{:03}", moment.micros / 1000),
        b'I' => i64::from(moment.local.is_dst).to_string(),
        b'P' => offset_text(offset, ":"),
        b'p' if is_utc(moment) => "Z".to_owned(),
        b'p' => offset_text(offset, ":"),
        b'O' => offset_text(offset, ""),
        b'T' => match &moment.place {
            Place::Offset(offset) => format!("GMT{}", offset_text(*offset, "")),
            _ => moment.local.name.clone(),
        },
        b'e' => place_name(moment),
        b'Z' => offset.to_string(),
        b'c' => text(b"Y-m-d\\TH:i:sP", moment),
        b'r' => text(b"D, d M Y H:i:s O", moment),
        b'U' => moment.seconds.to_string(),
        _ => return None,
    })
}

fn text(layout: &[u8], moment: &Moment) -> String {
    String::from_utf8_lossy(&format(layout, moment)).into_owned()
}

fn is_utc(moment: &Moment) -> bool {
    match &moment.place {
        Place::Offset(offset) => *offset == 0,
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
