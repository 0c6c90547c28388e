//! The letters of C's `strftime()`, in the locale `C`.

use super::{here, now, utc};
use crate::time::civil;
use crate::time::format::{month_name, offset_text, weekday_name};
use crate::time::moment::{Moment, Place};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

fn written(
    call: &mut Call<'_>,
    (layout, timestamp): (&Str, Option<i64>),
    place: &Place,
) -> Res<OrFalse<Str>> {
    let moment = Moment::new(timestamp.unwrap_or_else(|| now().0), place);
    let mut out = Vec::new();
    let mut letters = layout.iter().copied();
    while let Some(letter) = letters.next() {
        match letter {
            b'%' => match letters.next() {
                Some(letter) => out.extend_from_slice(part(letter, &moment).as_bytes()),
                None => out.push(b'%'),
            },
            letter => out.push(letter),
        }
    }
    if out.is_empty() {
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(call.str(&out)?)))
}

fn part(letter: u8, moment: &Moment) -> String {
    let &Moment { year, month, day, hour, minute, second, .. } = moment;
    let weekday = moment.weekday();
    let of_year = civil::day_of_year(year, month, day);
    let (week_year, week) = civil::iso_week(year, month, day);
    let half = (hour + 11) % 12 + 1;
    let all = |letters: &str| {
        let mut text = String::new();
        for letter in letters.bytes() {
            if letter.is_ascii_alphabetic() {
                text.push_str(&part(letter, moment));
            } else {
                text.push(char::from(letter));
            }
        }
        text
    };
    match letter {
        b'a' => weekday_name(weekday)[..3].to_owned(),
        b'A' => weekday_name(weekday).to_owned(),
        b'b' | b'h' => month_name(month)[..3].to_owned(),
        b'B' => month_name(month).to_owned(),
        b'c' => all("a b e H:M:S Y"),
        b'C' => format!("{:02}", year.div_euclid(100)),
        b'd' => format!("{day:02}"),
        b'D' | b'x' => all("m/d/y"),
        b'e' => format!("{day:2}"),
        b'F' => all("Y-m-d"),
        b'g' => format!("{:02}", week_year.rem_euclid(100)),
        b'G' => week_year.to_string(),
        b'H' => format!("{hour:02}"),
        b'I' => format!("{half:02}"),
        b'j' => format!("{:03}", of_year + 1),
        b'k' => format!("{hour:2}"),
        b'l' => format!("{half:2}"),
        b'm' => format!("{month:02}"),
        b'M' => format!("{minute:02}"),
        b'n' => "\n".to_owned(),
        b'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        b'P' => if hour < 12 { "am" } else { "pm" }.to_owned(),
        b'r' => all("I:M:S p"),
        b'R' => all("H:M"),
        b's' => moment.seconds.to_string(),
        b'S' => format!("{second:02}"),
        b't' => "\t".to_owned(),
        b'T' | b'X' => all("H:M:S"),
        b'u' => ((weekday + 6) % 7 + 1).to_string(),
        b'U' => format!("{:02}", (of_year + 7 - weekday) / 7),
        b'V' => format!("{week:02}"),
        b'w' => weekday.to_string(),
        b'W' => format!("{:02}", (of_year + 7 - (weekday + 6) % 7) / 7),
        b'y' => format!("{:02}", year.rem_euclid(100)),
        b'Y' => year.to_string(),
        b'z' => offset_text(moment.local.offset, ""),
        b'Z' => moment.local.name.to_string(),
        b'%' => "%".to_owned(),
        other => format!("%{}", char::from(other)),
    }
}

pub fn strftime(call: &mut Call<'_>, format: &Str, timestamp: Option<i64>) -> Res<OrFalse<Str>> {
    let place = here(call);
    written(call, (format, timestamp), &place)
}

pub fn gmstrftime(call: &mut Call<'_>, format: &Str, timestamp: Option<i64>) -> Res<OrFalse<Str>> {
    written(call, (format, timestamp), &utc())
}
