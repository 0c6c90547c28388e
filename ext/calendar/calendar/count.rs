//! Dates of the calendars and the numbers of their days. Years before Christ are negative, and
//! there is no year 0.

/// A year, a month from 1 and a day from 1.
pub type Date = (i64, i64, i64);

/// What stands for a date that does not exist.
pub const NONE: Date = (0, 0, 0);

/// The year with a year 0.
fn astronomical(year: i64) -> i64 {
    if year < 0 { year + 1 } else { year }
}

fn historical(year: i64) -> i64 {
    if year <= 0 { year - 1 } else { year }
}

fn is_plain((_, month, day): Date) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Days of the months from March on to a day.
fn from_march(month: i64, day: i64) -> i64 {
    (153 * month + 2) / 5 + day
}

/// The years and months from March on.
fn march_year(year: i64, month: i64) -> (i64, i64) {
    if month > 2 { (year, month - 3) } else { (year - 1, month + 9) }
}

/// The day of a Gregorian date; 0 for one that does not exist.
pub fn gregorian((year, month, day): Date) -> i64 {
    let is_known = year != 0 && (-4714..=i64::from(i32::MAX) - 4800).contains(&year);
    if !is_known || !is_plain((year, month, day)) {
        return 0;
    }
    let (year, month) = march_year(astronomical(year) + 4800, month);
    let days = 365 * year + year / 4 - year / 100 + year / 400;
    (days + from_march(month, day) - 32_045).max(0)
}

/// The day of a Julian date; 0 for one that does not exist.
pub fn julian((year, month, day): Date) -> i64 {
    let is_known = year != 0 && (-4713..=i64::from(i32::MAX) - 4800).contains(&year);
    if !is_known || !is_plain((year, month, day)) {
        return 0;
    }
    let (year, month) = march_year(astronomical(year) + 4800, month);
    (365 * year + year / 4 + from_march(month, day) - 32_083).max(0)
}

/// The date of a day that is so many days after the first of March of a year 0 in cycles.
fn date(year: i64, day_of_year: i64) -> Date {
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (historical(year - 4800), month, day)
}

/// Numbers of days that have years of 32 bits.
const DAYS_MAX: i64 = 365 * (i32::MAX as i64 - 4800);

/// The Gregorian date of a day.
pub fn to_gregorian(day: i64) -> Date {
    if !(1..=DAYS_MAX).contains(&day) {
        return NONE;
    }
    let days = day + 32_044;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    date(era * 400 + year, of_era - (365 * year + year / 4 - year / 100))
}

/// The Julian date of a day.
pub fn to_julian(day: i64) -> Date {
    if !(1..=DAYS_MAX).contains(&day) {
        return NONE;
    }
    let days = day + 32_082;
    let (cycle, of_cycle) = (days / 1_461, days % 1_461);
    let year = (of_cycle - of_cycle / 1_460) / 365;
    date(cycle * 4 + year, of_cycle - 365 * year)
}

const FRENCH_FIRST: i64 = 2_375_840;
const FRENCH_LAST: i64 = 2_380_952;
const FRENCH_OFFSET: i64 = 2_375_474;

/// The day of a date of the French Republic; 0 for one that does not exist.
pub fn french((year, month, day): Date) -> i64 {
    let is_known = (1..=14).contains(&year) && (1..=13).contains(&month) && (1..=30).contains(&day);
    if is_known { year * 1_461 / 4 + (month - 1) * 30 + day + FRENCH_OFFSET } else { 0 }
}

/// The date of the French Republic of a day.
pub fn to_french(day: i64) -> Date {
    if !(FRENCH_FIRST..=FRENCH_LAST).contains(&day) {
        return NONE;
    }
    let quarters = (day - FRENCH_OFFSET) * 4 - 1;
    let of_year = quarters % 1_461 / 4;
    (quarters / 1_461, of_year / 30 + 1, of_year % 30 + 1)
}

/// The day before the first of Tishri of the Jewish year 1.
const JEWISH_OFFSET: i64 = 347_997;
const JEWISH_DAY_MAX: i64 = 324_542_846;

/// Whether a Jewish year has thirteen months.
pub fn is_jewish_leap(year: i64) -> bool {
    (7 * year + 1).rem_euclid(19) < 7
}

/// Days from the first new year to that of a Jewish year.
fn jewish_new_year(year: i64) -> i64 {
    let cycles = (year - 1).div_euclid(19);
    let rest = (year - 1).rem_euclid(19);
    let months = 235 * cycles + 12 * rest + (7 * rest + 1) / 19;
    let parts = 204 + 793 * (months % 1_080);
    let hours = 5 + 12 * months + 793 * (months / 1_080) + parts / 1_080;
    let day = 1 + 29 * months + hours / 24;
    let parts = 1_080 * (hours % 24) + parts % 1_080;
    let is_late = parts >= 19_440
        || day % 7 == 2 && parts >= 9_924 && !is_jewish_leap(year)
        || day % 7 == 1 && parts >= 16_789 && is_jewish_leap(year - 1);
    let day = day + i64::from(is_late);
    // New year is not on Sunday, Wednesday or Friday.
    day + i64::from(matches!(day % 7, 0 | 3 | 5))
}

/// Days of each month of a Jewish year, the first of which is Tishri; a common year has no sixth.
fn jewish_months(year: i64) -> [i64; 13] {
    let length = jewish_new_year(year + 1) - jewish_new_year(year);
    let heshvan = 29 + i64::from(length % 10 == 5);
    let kislev = 30 - i64::from(length % 10 == 3);
    let adar = if is_jewish_leap(year) { 30 } else { 0 };
    [30, heshvan, kislev, 29, 30, adar, 29, 30, 29, 30, 29, 30, 29]
}

/// The day of a Jewish date; 0 for one that does not exist.
pub fn jewish((year, month, day): Date) -> i64 {
    let is_known =
        (1..7_000_000).contains(&year) && (1..=13).contains(&month) && (1..=30).contains(&day);
    if !is_known {
        return 0;
    }
    // Without a leap month both numbers of Adar mean the same.
    let month = if month == 6 && !is_jewish_leap(year) { 7 } else { month };
    let before: i64 = jewish_months(year)[..month as usize - 1].iter().sum();
    JEWISH_OFFSET + jewish_new_year(year) + before + day - 1
}

/// The Jewish date of a day.
pub fn to_jewish(day: i64) -> Date {
    if !(JEWISH_OFFSET + 1..=JEWISH_DAY_MAX).contains(&day) {
        return NONE;
    }
    let days = day - JEWISH_OFFSET;
    let mut year = days * 98_496 / 35_975_351 + 1;
    while jewish_new_year(year) > days {
        year -= 1;
    }
    while jewish_new_year(year + 1) <= days {
        year += 1;
    }
    let mut rest = days - jewish_new_year(year);
    for (month, length) in (1..).zip(jewish_months(year)) {
        if rest < length {
            return (year, month, rest + 1);
        }
        rest -= length;
    }
    NONE
}

/// The day of the week, 0 for Sunday.
pub fn weekday(day: i64) -> i64 {
    (day.rem_euclid(7) + 1) % 7
}

/// By which calendar Easter is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paschal {
    Julian,
    Gregorian,
}

/// How many days after the 21st of March Easter is.
pub fn easter(year: i64, paschal: Paschal) -> i64 {
    let golden = year % 19 + 1;
    let (sunday, moon) = match paschal {
        Paschal::Julian => (year + year / 4 + 5, 3 - 11 * golden - 7),
        Paschal::Gregorian => {
            let solar = (year - 1600) / 100 - (year - 1600) / 400;
            let lunar = (year - 1400) / 100 * 8 / 25;
            (year + year / 4 - year / 100 + year / 400, 3 - 11 * golden + solar - lunar)
        }
    };
    let moon = moon.rem_euclid(30);
    let is_late = moon == 29 || moon == 28 && golden > 11;
    let moon = moon - i64::from(is_late);
    moon + (4 - moon - sunday.rem_euclid(7)).rem_euclid(7) + 1
}
