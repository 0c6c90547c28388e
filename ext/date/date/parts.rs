//! Moments in parts.

use super::{here, now};
use crate::time::civil;
use crate::time::format::{beats, month_name, weekday_name};
use crate::time::moment::{Moment, MonthEnd, Place, Special};
use crate::time::{self, Note};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

fn put(call: &mut Call<'_>, array: &mut Array, key: &str, value: impl Into<Value>) -> Res<()> {
    let key = string::intern(key.as_bytes()).to_str();
    let set = array.set(Key::Str(&key), value.into());
    call.alloc(set)
}

fn moment(call: &mut Call<'_>, timestamp: Option<i64>) -> Moment {
    Moment::new(timestamp.unwrap_or_else(|| now().0), &here(call))
}

fn word(text: &str) -> Value {
    string::intern(text.as_bytes()).into()
}

pub fn getdate(call: &mut Call<'_>, timestamp: Option<i64>) -> Res<Array> {
    let moment = moment(call, timestamp);
    let &Moment { year, month, day, .. } = &moment;
    let mut array = Array::new();
    let numbers = [
        ("seconds", moment.second),
        ("minutes", moment.minute),
        ("hours", moment.hour),
        ("mday", day),
        ("wday", moment.weekday()),
        ("mon", month),
        ("year", year),
        ("yday", civil::day_of_year(year, month, day)),
    ];
    for (key, number) in numbers {
        put(call, &mut array, key, number)?;
    }
    put(call, &mut array, "weekday", word(weekday_name(moment.weekday())))?;
    put(call, &mut array, "month", word(month_name(month)))?;
    let set = array.set(Key::Int(0), Value::int(moment.seconds));
    call.alloc(set)?;
    Ok(array)
}

pub fn localtime(call: &mut Call<'_>, timestamp: Option<i64>, associative: bool) -> Res<Array> {
    let moment = moment(call, timestamp);
    let &Moment { year, month, day, .. } = &moment;
    let numbers = [
        ("tm_sec", moment.second),
        ("tm_min", moment.minute),
        ("tm_hour", moment.hour),
        ("tm_mday", day),
        ("tm_mon", month - 1),
        ("tm_year", year - 1900),
        ("tm_wday", moment.weekday()),
        ("tm_yday", civil::day_of_year(year, month, day)),
        ("tm_isdst", i64::from(moment.local.is_dst)),
    ];
    if !associative {
        return call.list(numbers.map(|(_, number)| Value::int(number)));
    }
    let mut array = Array::new();
    for (key, number) in numbers {
        put(call, &mut array, key, number)?;
    }
    Ok(array)
}

pub fn idate(call: &mut Call<'_>, format: &Str, timestamp: Option<i64>) -> Res<OrFalse<i64>> {
    let &[letter] = format.as_bytes() else {
        call.warn("idate format is one char")?;
        return Ok(OrFalse(None));
    };
    let moment = moment(call, timestamp);
    let &Moment { year, month, day, .. } = &moment;
    let (week_year, week) = civil::iso_week(year, month, day);
    let iso_weekday = (moment.weekday() + 6) % 7 + 1;
    Ok(OrFalse(Some(match letter {
        b'B' => beats(&moment),
        b'd' | b'j' => day,
        b'h' | b'g' => (moment.hour + 11) % 12 + 1,
        b'H' | b'G' => moment.hour,
        b'i' => moment.minute,
        b'I' => i64::from(moment.local.is_dst),
        b'L' => i64::from(civil::is_leap(year)),
        b'm' | b'n' => month,
        b'N' => iso_weekday,
        b'o' => week_year,
        b's' => moment.second,
        b't' => civil::days_in_month(year, month),
        b'U' => moment.seconds,
        b'w' => moment.weekday(),
        b'W' => week,
        b'y' => year % 100,
        b'Y' => year,
        b'z' => civil::day_of_year(year, month, day),
        b'Z' => moment.local.offset,
        _ => {
            call.warn("Unrecognized date format token")?;
            return Ok(OrFalse(None));
        }
    })))
}

fn notes(call: &mut Call<'_>, notes: &[Note]) -> Res<Array> {
    let mut array = Array::new();
    for note in notes {
        let set = array.set(Key::Int(note.at as i64), word(note.text));
        call.alloc(set)?;
    }
    Ok(array)
}

pub fn date_parse(call: &mut Call<'_>, datetime: &Str) -> Res<Array> {
    told(call, &time::parse(datetime))
}

pub fn date_parse_from_format(call: &mut Call<'_>, format: &Str, datetime: &Str) -> Res<Array> {
    if datetime.contains(&0) {
        return Err(call.value_error(2, "must not contain any null bytes"));
    }
    told(call, &time::parse_as(format, datetime))
}

/// What a text says, in parts.
fn told(call: &mut Call<'_>, parse: &time::Parse) -> Res<Array> {
    let mut array = Array::new();
    let fields = [
        ("year", parse.year),
        ("month", parse.month),
        ("day", parse.day),
        ("hour", parse.hour),
        ("minute", parse.minute),
        ("second", parse.second),
    ];
    for (key, field) in fields {
        put(call, &mut array, key, field.map_or(Value::bool(false), Value::int))?;
    }
    let fraction = parse.micros.map(|micros| Value::float(micros as f64 / 1e6));
    put(call, &mut array, "fraction", fraction.unwrap_or(Value::bool(false)))?;
    for (count, list, found) in
        [("warning_count", "warnings", &parse.warnings), ("error_count", "errors", &parse.errors)]
    {
        let notes = notes(call, found)?;
        put(call, &mut array, count, found.len() as i64)?;
        put(call, &mut array, list, notes)?;
    }
    put(call, &mut array, "is_localtime", parse.names_place)?;
    match &parse.place {
        Some(place) => put_place(call, &mut array, place)?,
        None if parse.names_place => put(call, &mut array, "zone_type", 0)?,
        None => {}
    }
    if parse.has_relative {
        let relative = relative(call, parse)?;
        put(call, &mut array, "relative", relative)?;
    }
    Ok(array)
}

fn put_place(call: &mut Call<'_>, array: &mut Array, place: &Place) -> Res<()> {
    match place {
        Place::Offset(offset) => {
            put(call, array, "zone_type", 1)?;
            put(call, array, "zone", *offset)?;
            put(call, array, "is_dst", false)
        }
        Place::Abbreviation { name, offset, is_dst } => {
            let name = call.str(name.as_bytes())?;
            put(call, array, "zone_type", 2)?;
            put(call, array, "zone", *offset)?;
            put(call, array, "is_dst", *is_dst)?;
            put(call, array, "tz_abbr", name)
        }
        Place::Zone(zone) => {
            put(call, array, "zone_type", 3)?;
            if zone.name == "UTC" {
                // PHP: UTC is an abbreviation as well.
                put(call, array, "tz_abbr", word("UTC"))?;
            }
            put(call, array, "tz_id", word(zone.name))
        }
    }
}

fn relative(call: &mut Call<'_>, parse: &time::Parse) -> Res<Array> {
    let mut array = Array::new();
    let by = &parse.relative.by;
    let fields = [
        ("year", by.year),
        ("month", by.month),
        ("day", by.day),
        ("hour", by.hour),
        ("minute", by.minute),
        ("second", by.second),
    ];
    for (key, field) in fields {
        put(call, &mut array, key, field)?;
    }
    if let Some((weekday, _)) = parse.relative.weekday {
        put(call, &mut array, "weekday", weekday)?;
    }
    if let Some(Special::Weekdays(count)) = parse.relative.special {
        put(call, &mut array, "weekdays", count)?;
    }
    match parse.relative.month_end {
        Some(MonthEnd::First) => put(call, &mut array, "first_day_of_month", true)?,
        Some(MonthEnd::Last) => put(call, &mut array, "last_day_of_month", true)?,
        None => {}
    }
    Ok(array)
}
