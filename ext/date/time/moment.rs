//! A moment, and what it is called in a zone; what words say of a moment, made into one.

use std::sync::Arc;

use super::civil::{self, DAY};
use super::zone::{Local, Zone};

/// What tells local time from UTC.
#[derive(Clone, Debug)]
pub enum Place {
    /// Seconds east of UTC.
    Offset(i64),
    /// An abbreviation: seconds east of UTC without the hour of summer time, whether that is kept.
    Abbreviation { name: String, offset: i64, is_dst: bool },
    /// A zone of the database.
    Zone(Arc<Zone>),
}

impl Place {
    /// The local time at a moment.
    pub fn local(&self, seconds: i64) -> Local {
        match self {
            Self::Zone(zone) => zone.at(seconds).local,
            Self::Offset(offset) => {
                let name = super::format::offset_text(*offset, ":").into();
                Local { offset: *offset, is_dst: false, name }
            }
            Self::Abbreviation { name, offset, is_dst } => {
                let offset = offset + if *is_dst { 3600 } else { 0 };
                Local { offset, is_dst: *is_dst, name: name.as_str().into() }
            }
        }
    }
}

/// A date and a clock in a place.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Seconds from 1970.
    pub seconds: i64,
    /// Millionths of a second.
    pub micros: i64,
    /// The year.
    pub year: i64,
    /// From 1.
    pub month: i64,
    /// From 1.
    pub day: i64,
    /// From 0 to 23.
    pub hour: i64,
    /// From 0.
    pub minute: i64,
    /// From 0.
    pub second: i64,
    /// The local time.
    pub local: Local,
    /// Where.
    pub place: Place,
}

impl Moment {
    /// What the moment is called in a place.
    pub fn new(seconds: i64, place: &Place) -> Self {
        let local = place.local(seconds);
        let (days, clock) = match seconds.checked_add(local.offset) {
            Some(here) => (i128::from(here.div_euclid(DAY)), here.rem_euclid(DAY)),
            None => {
                let here = i128::from(seconds) + i128::from(local.offset);
                let day = i128::from(DAY);
                (here.div_euclid(day), here.rem_euclid(day) as i64)
            }
        };
        let (year, month, day) = civil::date(days);
        Self {
            seconds,
            micros: 0,
            year,
            month,
            day,
            hour: clock / 3600,
            minute: clock / 60 % 60,
            second: clock % 60,
            local,
            place: place.clone(),
        }
    }

    /// The day of the week, 0 for Sunday.
    pub fn weekday(&self) -> i64 {
        civil::weekday(self.year, self.month, self.day)
    }
}

/// A date and a clock that need not be in range: `2024-01-32 25:00`.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Fields {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub micros: i64,
}

fn carry(low: &mut i64, high: &mut i64, base: i64) {
    *high = high.saturating_add(low.div_euclid(base));
    *low = low.rem_euclid(base);
}

impl Fields {
    /// The same with everything in range.
    pub fn normalize(&mut self) {
        carry(&mut self.micros, &mut self.second, 1_000_000);
        carry(&mut self.second, &mut self.minute, 60);
        carry(&mut self.minute, &mut self.hour, 60);
        carry(&mut self.hour, &mut self.day, 24);
        let mut month = self.month.saturating_sub(1);
        carry(&mut month, &mut self.year, 12);
        self.month = month + 1;
        let days = civil::days(self.year, self.month, self.day);
        (self.year, self.month, self.day) = civil::date(days);
    }

    /// Seconds from 1970 as if the clock showed UTC. The fields are in range but for the day.
    pub fn seconds(&self) -> i128 {
        let clock = self.hour * 3600 + self.minute * 60 + self.second;
        civil::days(self.year, self.month, self.day) * i128::from(DAY) + i128::from(clock)
    }

    fn weekday(&self) -> i64 {
        civil::weekday(self.year, self.month, self.day)
    }
}

/// The first or the last day of the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthEnd {
    First,
    Last,
}

/// Days that are counted in a way of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Special {
    /// So many days from Monday to Friday.
    Weekdays(i64),
    /// `second monday of`.
    InMonth,
    /// `last monday of`.
    LastInMonth,
}

/// How far from a date something is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Relative {
    pub by: Fields,
    /// A day of the week, and how today counts: 0 not, 1 as well, 2 the day in this week.
    pub weekday: Option<(i64, i64)>,
    pub special: Option<Special>,
    pub month_end: Option<MonthEnd>,
}

/// Moves a date as words say.
pub fn apply(fields: &mut Fields, relative: &Relative) {
    let mut by = relative.by;
    match relative.special {
        Some(Special::InMonth) => {
            fields.day = 1;
            fields.month += std::mem::take(&mut by.month);
        }
        Some(Special::LastInMonth) => {
            fields.day = 1;
            fields.month += std::mem::take(&mut by.month) + 1;
        }
        _ => {}
    }
    set_month_end(fields, relative.month_end);
    fields.normalize();
    if let Some((weekday, behaviour)) = relative.weekday {
        to_weekday(fields, (weekday, behaviour), by.day);
        fields.normalize();
    }
    fields.micros = fields.micros.saturating_add(by.micros);
    fields.second = fields.second.saturating_add(by.second);
    fields.minute = fields.minute.saturating_add(by.minute);
    fields.hour = fields.hour.saturating_add(by.hour);
    fields.day = fields.day.saturating_add(by.day);
    fields.month = fields.month.saturating_add(by.month);
    fields.year = fields.year.saturating_add(by.year);
    set_month_end(fields, relative.month_end);
    fields.normalize();
    if let Some(Special::Weekdays(count)) = relative.special {
        by_weekdays(fields, count);
        fields.normalize();
    }
}

fn set_month_end(fields: &mut Fields, end: Option<MonthEnd>) {
    match end {
        Some(MonthEnd::First) => fields.day = 1,
        Some(MonthEnd::Last) => {
            fields.day = 0;
            fields.month += 1;
        }
        None => {}
    }
}

fn to_weekday(fields: &mut Fields, (weekday, behaviour): (i64, i64), days: i64) {
    let today = fields.weekday();
    if behaviour == 2 {
        // A week begins on Monday here, so that its Sunday is the last day.
        let wanted = match weekday {
            0 if today != 0 => 7,
            weekday if weekday != 0 && today == 0 => weekday - 7,
            weekday => weekday,
        };
        fields.day += wanted - today;
        return;
    }
    let mut difference = weekday - today;
    if (days < 0 && difference < 0) || (days >= 0 && difference <= -behaviour) {
        difference += 7;
    }
    if weekday >= 0 {
        fields.day += difference;
    } else {
        fields.day -= 7 - (weekday.abs() - today);
    }
}

/// Moves by days from Monday to Friday.
fn by_weekdays(fields: &mut Fields, count: i64) {
    let today = fields.weekday();
    let rest = count % 5;
    fields.day = fields.day.saturating_add((count / 5).saturating_mul(7));
    fields.day += match (count > 0, rest, today) {
        (true, 0, 0) => -2,
        (true, 0, 6) => -1,
        (true, 0, _) => 0,
        (true, _, 6) => 1,
        (true, rest, today) if today + rest > 5 => 2,
        (false, 0, 6) => 2,
        (false, 0, 0) => 1,
        (false, 0, _) => 0,
        (false, _, 0) => -1,
        (false, rest, today) if today + rest < 1 => -2,
        _ => 0,
    };
    fields.day += rest;
}

/// Seconds from 1970 of a local time, as far as 64 bits go.
pub fn to_seconds(fields: &Fields, place: &Place) -> Option<i64> {
    let here = fields.seconds();
    let offset = match place {
        Place::Offset(offset) => *offset,
        Place::Abbreviation { offset, is_dst, .. } => offset + if *is_dst { 3600 } else { 0 },
        Place::Zone(zone) => offset_of_local(zone, i64::try_from(here).ok()?),
    };
    i64::try_from(here - i128::from(offset)).ok()
}

/// The same in a zone that a text names: of two moments with one name east of UTC the first.
pub fn to_first_seconds(fields: &Fields, zone: &Zone) -> Option<i64> {
    let here = i64::try_from(fields.seconds()).ok()?;
    let offset = offset_of_local(zone, here);
    let current = zone.at(here).local;
    let after = zone.at(here.saturating_sub(current.offset));
    if current.offset == after.local.offset && current.offset >= 0 && !current.is_dst {
        let earlier = zone.at(here.saturating_sub(current.offset + 7200)).local.offset;
        if earlier != current.offset && here.saturating_sub(earlier) < after.from {
            return here.checked_sub(earlier);
        }
    }
    here.checked_sub(offset)
}

/// How far from UTC a zone is when its clocks show `here`. Of two moments the first is meant; a
/// time that clocks pass over is counted from before.
fn offset_of_local(zone: &Zone, here: i64) -> i64 {
    let current = zone.at(here);
    let before = current.local.offset;
    let after = zone.at(here.saturating_sub(before));
    let (offset, from) = (after.local.offset, after.from);
    let moment = here.saturating_sub(offset);
    let is_within_change = from != i64::MIN && moment >= from + (before - offset) && moment < from;
    if before != offset && !is_within_change { offset } else { before }
}
