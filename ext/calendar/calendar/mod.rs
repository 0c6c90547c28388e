//! The functions of calendars.

mod count;
#[rustfmt::skip]
mod r#gen;
mod hebrew;
mod words;

pub use r#gen::{CONSTANTS, NATIVES};

use count::{Date, Paschal};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::{Halt, Res};
use runtime::string::{self, Str};
use runtime::value::Value;

/// A calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Calendar {
    Gregorian,
    Julian,
    Jewish,
    French,
}

const CALENDARS: [Calendar; 4] =
    [Calendar::Gregorian, Calendar::Julian, Calendar::Jewish, Calendar::French];

impl Calendar {
    fn day(self, date: Date) -> i64 {
        match self {
            Self::Gregorian => count::gregorian(date),
            Self::Julian => count::julian(date),
            Self::Jewish => count::jewish(date),
            Self::French => count::french(date),
        }
    }

    fn date(self, day: i64) -> Date {
        match self {
            Self::Gregorian => count::to_gregorian(day),
            Self::Julian => count::to_julian(day),
            Self::Jewish => count::to_jewish(day),
            Self::French => count::to_french(day),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "Gregorian",
            Self::Julian => "Julian",
            Self::Jewish => "Jewish",
            Self::French => "French",
        }
    }

    fn symbol(self) -> String {
        format!("CAL_{}", self.name().to_uppercase())
    }

    fn days_max(self) -> i64 {
        if matches!(self, Self::Gregorian | Self::Julian) { 31 } else { 30 }
    }

    /// Names of months from 1 on, in full.
    fn months(self, year: i64) -> &'static [&'static str] {
        match self {
            Self::Gregorian | Self::Julian => &words::MONTHS,
            Self::Jewish if count::is_jewish_leap(year) => &words::JEWISH_LEAP,
            Self::Jewish => &words::JEWISH,
            Self::French => &words::FRENCH,
        }
    }

    /// The name of a month, shortened where that is done.
    fn short(self, year: i64, month: i64) -> &'static str {
        let name = self.month(year, month);
        match self {
            Self::Gregorian | Self::Julian => name.get(..3).unwrap_or(name),
            Self::Jewish | Self::French => name,
        }
    }

    fn month(self, year: i64, month: i64) -> &'static str {
        self.months(year).get(month as usize).copied().unwrap_or_default()
    }
}

fn calendar(call: &mut Call<'_>, number: i64, position: usize) -> Res<Calendar> {
    let found = usize::try_from(number).ok().and_then(|number| CALENDARS.get(number));
    match found {
        Some(calendar) => Ok(*calendar),
        None => Err(call.value_error(position, "must be a valid calendar ID")),
    }
}

fn refused(call: &mut Call<'_>, text: &str) -> Halt {
    call.throw(Message::ValueRefused { text: text.to_owned() })
}

fn put(call: &mut Call<'_>, array: &mut Array, key: &str, value: impl Into<Value>) -> Res<()> {
    let key = string::intern(key.as_bytes()).to_str();
    let set = array.set(Key::Str(&key), value.into());
    call.alloc(set)
}

fn word(text: &str) -> Value {
    string::intern(text.as_bytes()).into()
}

fn shown((year, month, day): Date) -> String {
    format!("{month}/{day}/{year}")
}

/// More years or months than calendars count.
const YEARS_MAX: i64 = i32::MAX as i64 - 1;

fn check_month(call: &mut Call<'_>, month: i64) -> Res<()> {
    if (1..=YEARS_MAX).contains(&month) {
        return Ok(());
    }
    Err(call.value_error(2, format!("must be between 1 and {YEARS_MAX}")))
}

/// A date as PHP takes it: each number loses what is beyond 32 bits.
fn date32(year: i64, month: i64, day: i64) -> Date {
    (i64::from(year as i32), i64::from(month as i32), i64::from(day as i32))
}

fn cal_days_in_month(call: &mut Call<'_>, calendar: i64, month: i64, year: i64) -> Res<i64> {
    let calendar = self::calendar(call, calendar, 1)?;
    check_month(call, month)?;
    if year > YEARS_MAX {
        return Err(call.value_error(3, format!("must be less than {YEARS_MAX}")));
    }
    let first = calendar.day((year, month, 1));
    if first == 0 {
        return Err(refused(call, "Invalid date"));
    }
    let mut next = calendar.day((year, month + 1, 1));
    if next == 0 {
        let following = if year == -1 { 1 } else { year + 1 };
        next = calendar.day((following, 1, 1));
    }
    if next == 0 {
        // The last month of the French Republic.
        next = 2_380_953;
    }
    Ok(next - first)
}

fn cal_from_jd(call: &mut Call<'_>, julian_day: i64, calendar: i64) -> Res<Array> {
    let calendar = self::calendar(call, calendar, 2)?;
    let date = calendar.date(julian_day);
    let (year, month, day) = date;
    let mut array = Array::new();
    let text = call.str(shown(date).as_bytes())?;
    put(call, &mut array, "date", text)?;
    for (key, number) in [("month", month), ("day", day), ("year", year)] {
        put(call, &mut array, key, number)?;
    }
    let is_lost = calendar == Calendar::Jewish && year == 0;
    if is_lost {
        put(call, &mut array, "dow", Value::NULL)?;
        put(call, &mut array, "abbrevdayname", word(""))?;
        put(call, &mut array, "dayname", word(""))?;
    } else {
        let weekday = count::weekday(julian_day);
        let name = words::WEEKDAYS[weekday as usize];
        put(call, &mut array, "dow", weekday)?;
        put(call, &mut array, "abbrevdayname", word(&name[..3]))?;
        put(call, &mut array, "dayname", word(name))?;
    }
    put(call, &mut array, "abbrevmonth", word(calendar.short(year, month)))?;
    put(call, &mut array, "monthname", word(calendar.month(year, month)))?;
    Ok(array)
}

fn info(call: &mut Call<'_>, calendar: Calendar) -> Res<Array> {
    // The names of a leap year are all there are.
    const LEAP_YEAR: i64 = 3;
    let mut info = Array::new();
    let names = calendar.months(LEAP_YEAR);
    for (key, is_short) in [("months", false), ("abbrevmonths", true)] {
        let mut months = Array::new();
        for month in 1..names.len() as i64 {
            let short = calendar.short(LEAP_YEAR, month);
            let name = if is_short { short } else { calendar.month(LEAP_YEAR, month) };
            let set = months.set(Key::Int(month), word(name));
            call.alloc(set)?;
        }
        put(call, &mut info, key, months)?;
    }
    put(call, &mut info, "maxdaysinmonth", calendar.days_max())?;
    put(call, &mut info, "calname", word(calendar.name()))?;
    put(call, &mut info, "calsymbol", word(&calendar.symbol()))?;
    Ok(info)
}

fn cal_info(call: &mut Call<'_>, calendar: i64) -> Res<Array> {
    if calendar != -1 {
        let calendar = self::calendar(call, calendar, 1)?;
        return info(call, calendar);
    }
    let mut all = Vec::new();
    for calendar in CALENDARS {
        all.push(Value::from(info(call, calendar)?));
    }
    call.list(all)
}

fn cal_to_jd(call: &mut Call<'_>, calendar: i64, month: i64, day: i64, year: i64) -> Res<i64> {
    let calendar = self::calendar(call, calendar, 1)?;
    check_month(call, month)?;
    if i32::try_from(day).is_err() {
        return Err(call.value_error(3, format!("must be between {} and {}", i32::MIN, i32::MAX)));
    }
    if year > YEARS_MAX {
        return Err(call.value_error(4, format!("must be less than {YEARS_MAX}")));
    }
    Ok(calendar.day((year, month, day)))
}

const ROMAN: i64 = 1;
const ALWAYS_GREGORIAN: i64 = 2;
const ALWAYS_JULIAN: i64 = 3;
const YEAR_MAX: i64 = i64::MAX / 5 * 4;

fn easter(call: &mut Call<'_>, year: Option<i64>, mode: i64, is_date: bool) -> Res<(i64, i64)> {
    let year = year.unwrap_or_else(|| count::to_gregorian(today()).0);
    if !(1..=YEAR_MAX).contains(&year) {
        return Err(call.value_error(1, format!("must be between 1 and {YEAR_MAX}")));
    }
    if is_date && year < 1970 {
        return Err(call.value_error(1, "must be a year after 1970 (inclusive)"));
    }
    if is_date && year > 2_000_000_000 {
        return Err(call.value_error(1, "must be a year before 2.000.000.000 (inclusive)"));
    }
    let is_julian = mode == ALWAYS_JULIAN
        || mode != ALWAYS_GREGORIAN && (year <= 1582 || year <= 1752 && mode != ROMAN);
    let paschal = if is_julian { Paschal::Julian } else { Paschal::Gregorian };
    Ok((year, count::easter(year, paschal)))
}

fn easter_date(call: &mut Call<'_>, year: Option<i64>, mode: i64) -> Res<i64> {
    let (year, days) = easter(call, year, mode, true)?;
    Ok((count::gregorian((year, 3, 21)) + days - UNIX_DAY) * DAY)
}

fn easter_days(call: &mut Call<'_>, year: Option<i64>, mode: i64) -> Res<i64> {
    Ok(easter(call, year, mode, false)?.1)
}

fn frenchtojd(_: &mut Call<'_>, month: i64, day: i64, year: i64) -> Res<i64> {
    Ok(count::french(date32(year, month, day)))
}

fn gregoriantojd(_: &mut Call<'_>, month: i64, day: i64, year: i64) -> Res<i64> {
    Ok(count::gregorian(date32(year, month, day)))
}

fn jewishtojd(call: &mut Call<'_>, month: i64, day: i64, year: i64) -> Res<i64> {
    if i32::try_from(year).is_err() {
        return Err(call.value_error(3, format!("must be between {} and {}", i32::MIN, i32::MAX)));
    }
    Ok(count::jewish((year, month, day)))
}

fn juliantojd(_: &mut Call<'_>, month: i64, day: i64, year: i64) -> Res<i64> {
    Ok(count::julian(date32(year, month, day)))
}

fn jddayofweek(_: &mut Call<'_>, julian_day: i64, mode: i64) -> Res<Value> {
    let weekday = count::weekday(julian_day);
    let name = words::WEEKDAYS[weekday as usize];
    Ok(match mode {
        1 => word(name),
        2 => word(&name[..3]),
        _ => Value::int(weekday),
    })
}

fn jdmonthname(call: &mut Call<'_>, julian_day: i64, mode: i64) -> Res<Str> {
    let calendar = match mode {
        1 | 0 => Calendar::Gregorian,
        2 | 3 => Calendar::Julian,
        4 => Calendar::Jewish,
        5 => Calendar::French,
        _ => Calendar::Gregorian,
    };
    let (year, month, _) = calendar.date(julian_day);
    let is_long = matches!(mode, 1 | 3 | 4 | 5);
    let long = calendar.month(year, month);
    call.str(if is_long { long } else { calendar.short(year, month) }.as_bytes())
}

fn jdtofrench(call: &mut Call<'_>, julian_day: i64) -> Res<Str> {
    call.str(shown(count::to_french(julian_day)).as_bytes())
}

fn jdtogregorian(call: &mut Call<'_>, julian_day: i64) -> Res<Str> {
    call.str(shown(count::to_gregorian(julian_day)).as_bytes())
}

fn jdtojulian(call: &mut Call<'_>, julian_day: i64) -> Res<Str> {
    call.str(shown(count::to_julian(julian_day)).as_bytes())
}

fn jdtojewish(call: &mut Call<'_>, julian_day: i64, hebrew: bool, flags: i64) -> Res<Str> {
    let date = count::to_jewish(julian_day);
    if !hebrew {
        return call.str(shown(date).as_bytes());
    }
    match hebrew::date(date, flags) {
        Some(text) => call.str(&text),
        None => Err(refused(call, "Year out of range (0-9999)")),
    }
}

/// The day of the first of January 1970, and seconds of a day.
const UNIX_DAY: i64 = 2_440_588;
const DAY: i64 = 86_400;
const UNIX_DAY_MAX: i64 = 106_751_993_607_888;

fn today() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.unwrap_or_default().as_secs() as i64 / DAY + UNIX_DAY
}

fn jdtounix(call: &mut Call<'_>, julian_day: i64) -> Res<i64> {
    if !(UNIX_DAY..=UNIX_DAY_MAX).contains(&julian_day) {
        return Err(refused(call, "jday must be between 2440588 and 106751993607888"));
    }
    Ok((julian_day - UNIX_DAY) * DAY)
}

fn unixtojd(call: &mut Call<'_>, timestamp: Option<i64>) -> Res<OrFalse<i64>> {
    match timestamp {
        None => Ok(OrFalse(Some(today()))),
        Some(seconds) if seconds < 0 => {
            Err(call.value_error(1, "must be greater than or equal to 0"))
        }
        Some(seconds) => Ok(OrFalse(Some(seconds / DAY + UNIX_DAY))),
    }
}
