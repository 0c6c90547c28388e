//! Days and dates.

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// Whether the year has a 29th of February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of a month from 1 to 12.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The calendar's arithmetic in one type of integers.
macro_rules! calendar {
    ($name:ident, $int:ty) => {
        mod $name {
            /// Days of 400 years.
            const ERA: $int = 146_097;

            pub fn days(year: $int, month: $int, day: $int) -> $int {
                let year = year - <$int>::from(month <= 2);
                let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
                let from_march = if month > 2 { month - 3 } else { month + 9 };
                let of_year = (153 * from_march + 2) / 5 + day - 1;
                era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
            }

            pub fn date(days: $int) -> (i64, i64, i64) {
                let days = days + 719_468;
                let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
                let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
                let of_year = of_era - (365 * year + year / 4 - year / 100);
                let from_march = (5 * of_year + 2) / 153;
                let day = of_year - (153 * from_march + 2) / 5 + 1;
                let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
                let year = year + era * 400 + <$int>::from(month <= 2);
                (year as i64, month as i64, day as i64)
            }
        }
    };
}
calendar! { near, i64 }
calendar! { far, i128 }

/// Years and days up to which 64 bits suffice.
const NEAR: i64 = 1 << 48;

/// Days from 1970-01-01 to a date whose month is from 1 to 12; the day may be any number.
pub fn days(year: i64, month: i64, day: i64) -> i128 {
    if (-NEAR..NEAR).contains(&year) && (-NEAR..NEAR).contains(&day) {
        return near::days(year, month, day).into();
    }
    far::days(year.into(), month.into(), day.into())
}

/// The date that many days from 1970-01-01.
pub fn date(days: i128) -> (i64, i64, i64) {
    match i64::try_from(days) {
        Ok(days) if (-NEAR..NEAR).contains(&days) => near::date(days),
        _ => far::date(days),
    }
}

/// The day of the week, 0 for Sunday.
pub fn weekday(year: i64, month: i64, day: i64) -> i64 {
    let days = days(year, month, day);
    match i64::try_from(days) {
        Ok(days @ ..NEAR) => (days + 4).rem_euclid(7),
        _ => (days + 4).rem_euclid(7) as i64,
    }
}

/// The day of the year, from 0.
pub fn day_of_year(year: i64, month: i64, day: i64) -> i64 {
    (days(year, month, day) - days(year, 1, 1)) as i64
}

/// The year and the week of ISO 8601.
pub fn iso_week(year: i64, month: i64, day: i64) -> (i64, i64) {
    let today = days(year, month, day);
    let thursday = today - (today + 3).rem_euclid(7) + 3;
    let (week_year, ..) = date(thursday);
    let week = (thursday - days(week_year, 1, 1)) / 7 + 1;
    (week_year, week as i64)
}

/// How far the day of an ISO week is from the first of January.
pub fn iso_day_offset(year: i64, week: i64, day: i64) -> i64 {
    let first = weekday(year, 1, 1);
    let monday = if first > 4 { 7 - first } else { -first };
    monday + (week - 1) * 7 + day
}

/// Whether a date exists; years are from 1 to 32767.
pub fn is_valid(year: i64, month: i64, day: i64) -> bool {
    (1..=32_767).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
}
