//! The rule of a time zone for all years to come, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.

use std::sync::{Arc, OnceLock};

use super::civil::{self, DAY};

/// Standard time, and when summer time is kept.
#[derive(Debug)]
pub struct Rule {
    /// The name and the seconds east of UTC of standard time.
    pub standard: (Arc<str>, i64),
    /// Those of summer time, when it begins and ends.
    pub summer: Option<(Arc<str>, i64, Change, Change)>,
    /// The changes of years from [`YEAR`] on, once they were asked for.
    known: Box<[OnceLock<Changes>]>,
}

/// When summer time begins and ends in a year, in order: when, and whether it begins.
type Changes = [(i64, bool); 2];

/// The first year whose changes are kept, and of how many years they are.
const YEAR: i64 = 1970;
const YEARS: usize = 100;

/// A time of each year.
#[derive(Debug)]
pub struct Change {
    day: Day,
    /// Seconds from midnight.
    time: i64,
}

#[derive(Debug)]
enum Day {
    /// Of a leap year or not: the 29th of February is not counted.
    Julian(i64),
    /// From 0.
    Zero(i64),
    /// Month, week (5 for the last) and day of the week.
    Month(i64, i64, i64),
}

struct Reader<'t>(&'t [u8]);

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.0.first().copied().unwrap_or(0)
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == byte;
        if is_there {
            self.0 = &self.0[1..];
        }
        is_there
    }

    fn name(&mut self) -> Option<Arc<str>> {
        let is_quoted = self.take(b'<');
        let is_part =
            |byte: &u8| if is_quoted { *byte != b'>' } else { byte.is_ascii_alphabetic() };
        let length = self.0.iter().take_while(|byte| is_part(byte)).count();
        let (name, rest) = self.0.split_at(length);
        self.0 = rest;
        if is_quoted && !self.take(b'>') {
            return None;
        }
        Some(String::from_utf8_lossy(name).into())
    }

    fn number(&mut self) -> Option<i64> {
        let length = self.0.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at(length);
        self.0 = rest;
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    /// `[+-]hh[:mm[:ss]]` as seconds.
    fn time(&mut self) -> Option<i64> {
        let sign = if self.take(b'-') { -1 } else { 1 };
        self.take(b'+');
        let mut seconds = self.number()? * 3600;
        for unit in [60, 1] {
            if !self.take(b':') {
                break;
            }
            seconds += self.number()? * unit;
        }
        Some(sign * seconds)
    }

    fn change(&mut self) -> Option<Change> {
        let day = if self.take(b'J') {
            Day::Julian(self.number()?)
        } else if self.take(b'M') {
            let month = self.number()?;
            self.take(b'.');
            let week = self.number()?;
            self.take(b'.');
            Day::Month(month, week, self.number()?)
        } else {
            Day::Zero(self.number()?)
        };
        let time = if self.take(b'/') { self.time()? } else { 7200 };
        Some(Change { day, time })
    }
}

impl Change {
    /// Seconds from 1970 of the local time at which it happens.
    fn local(&self, year: i64) -> i64 {
        let first = civil::days(year, 1, 1) as i64;
        let day = match self.day {
            Day::Zero(day) => first + day,
            Day::Julian(day) => first + day - 1 + i64::from(civil::is_leap(year) && day > 59),
            Day::Month(month, week, weekday) => {
                let month = month.clamp(1, 12);
                let start = civil::days(year, month, 1) as i64;
                let ahead = (weekday - civil::weekday(year, month, 1)).rem_euclid(7);
                let day = ahead + (week - 1) * 7;
                let length = civil::days_in_month(year, month);
                start + if day >= length { day - 7 } else { day }
            }
        };
        day.saturating_mul(DAY).saturating_add(self.time)
    }
}

impl Rule {
    /// Reads a rule.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let mut reader = Reader(text);
        let name = reader.name()?;
        let offset = -reader.time()?;
        let standard = (name, offset);
        if reader.0.is_empty() {
            return Some(Self { standard, summer: None, known: Box::default() });
        }
        let name = reader.name()?;
        let summer = if reader.peek() == b',' { offset + 3600 } else { -reader.time()? };
        reader.take(b',');
        let begin = reader.change()?;
        reader.take(b',');
        let end = reader.change()?;
        let known = std::iter::repeat_with(OnceLock::new).take(YEARS).collect();
        Some(Self { standard, summer: Some((name, summer, begin, end)), known })
    }

    /// The changes of a year, in UTC: when, and whether summer time begins; none without summer time.
    pub fn changes(&self, year: i64) -> Option<Changes> {
        let at = usize::try_from(year.wrapping_sub(YEAR)).unwrap_or(usize::MAX);
        match self.known.get(at) {
            Some(known) => Some(*known.get_or_init(|| self.computed(year).unwrap_or_default())),
            None => self.computed(year),
        }
    }

    fn computed(&self, year: i64) -> Option<Changes> {
        let (_, offset, begin, end) = self.summer.as_ref()?;
        let mut changes = [
            (begin.local(year).saturating_sub(self.standard.1), true),
            (end.local(year).saturating_sub(*offset), false),
        ];
        changes.sort_unstable();
        Some(changes)
    }

    /// The last change up to a time, and whether it is summer then.
    pub fn at(&self, seconds: i64) -> (i64, bool) {
        if self.summer.is_none() {
            return (i64::MIN, false);
        }
        let (year, ..) = civil::date(i128::from(seconds.div_euclid(DAY)));
        let changes = (year - 1..=year + 1).filter_map(|year| self.changes(year)).flatten();
        changes.take_while(|&(time, _)| time <= seconds).last().unwrap_or((i64::MIN, false))
    }
}
