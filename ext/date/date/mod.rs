//! The functions of dates and times.

mod clib;
#[rustfmt::skip]
mod r#gen;
mod parts;
mod sun;
mod zones;

pub use r#gen::{CONSTANTS, NATIVES};

use clib::{gmstrftime, strftime};
use parts::{date_parse, date_parse_from_format, getdate, idate, localtime};
use sun::{date_sun_info, date_sunrise, date_sunset};
use zones::{
    date_default_timezone_get, date_default_timezone_set, timezone_name_from_abbr,
    timezone_version_get,
};

use crate::time::civil;
use crate::time::format::format;
use crate::time::moment::{self, Fields, Moment, Place};
use crate::time::{self, zone};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

/// What scripts set.
struct Settings {
    place: Place,
    /// As the script wrote it.
    name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { place: Place::Zone(zone::utc()), name: String::new() }
    }
}

/// The zone of the script.
pub fn here(call: &mut Call<'_>) -> Place {
    let settings = call.state::<Settings>();
    if !settings.name.is_empty() {
        return settings.place.clone();
    }
    let name = call.host().setting("date.timezone").unwrap_or_default();
    let zone = std::str::from_utf8(&name).ok().and_then(zone::find);
    zone.map_or_else(utc, Place::Zone)
}

/// Before an ini setting changes: whether it may.
pub fn changed(call: &mut Call<'_>, name: &str, value: Option<&[u8]>) -> Res<bool> {
    let Some(value) = value.filter(|_| name == "date.timezone") else { return Ok(true) };
    if crate::is_zone(value) {
        return Ok(true);
    }
    let kept = call.host().setting("date.timezone").filter(|kept| !kept.is_empty());
    let kept = kept.unwrap_or_else(|| b"UTC".to_vec());
    let (given, kept) = (String::from_utf8_lossy(value), String::from_utf8_lossy(&kept));
    call.warn(format!("Invalid date.timezone value '{given}', using '{kept}' instead"))?;
    Ok(false)
}

fn utc() -> Place {
    Place::Zone(zone::utc())
}

/// Seconds and millionths from 1970.
pub fn now() -> (i64, i64) {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let since = since.unwrap_or_default();
    (since.as_secs() as i64, i64::from(since.subsec_micros()))
}

fn date(call: &mut Call<'_>, layout: &Str, timestamp: Option<i64>) -> Res<Str> {
    let place = here(call);
    let moment = Moment::new(timestamp.unwrap_or_else(|| now().0), &place);
    call.str(&format(layout, &moment))
}

fn gmdate(call: &mut Call<'_>, layout: &Str, timestamp: Option<i64>) -> Res<Str> {
    let mut moment = Moment::new(timestamp.unwrap_or_else(|| now().0), &utc());
    moment.local.name = "GMT".into();
    call.str(&format(layout, &moment))
}

fn checkdate(_: &mut Call<'_>, month: i64, day: i64, year: i64) -> Res<bool> {
    Ok(civil::is_valid(year, month, day))
}

/// The parts that were given; the others are those of now.
struct Given {
    hour: i64,
    minute: Option<i64>,
    second: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    year: Option<i64>,
}

fn made(call: &mut Call<'_>, given: &Given, place: &Place) -> Res<OrFalse<i64>> {
    let now = Moment::new(now().0, place);
    let year = given.year.map(|year| match year {
        0..70 => year + 2000,
        70..=100 => year + 1900,
        _ => year,
    });
    let mut fields = Fields {
        year: year.unwrap_or(now.year),
        month: given.month.unwrap_or(now.month),
        day: given.day.unwrap_or(now.day),
        hour: given.hour,
        minute: given.minute.unwrap_or(now.minute),
        second: given.second.unwrap_or(now.second),
        micros: 0,
    };
    fields.normalize();
    let seconds = moment::to_seconds(&fields, place);
    if seconds.is_none() {
        call.warn("Epoch doesn't fit in a PHP integer")?;
    }
    Ok(OrFalse(seconds))
}

macro_rules! makers {
    ($($name:ident = $place:expr;)+) => {$(
        fn $name(
            call: &mut Call<'_>,
            hour: i64,
            minute: Option<i64>,
            second: Option<i64>,
            month: Option<i64>,
            day: Option<i64>,
            year: Option<i64>,
        ) -> Res<OrFalse<i64>> {
            let place: fn(&mut Call<'_>) -> Place = $place;
            let place = place(call);
            made(call, &Given { hour, minute, second, month, day, year }, &place)
        }
    )+};
}
makers! {
    mktime = here;
    gmmktime = |_| utc();
}

/// The moment that words say, seen from another; `None` when they are wrong or it is out of range.
fn said(text: &[u8], base: i64, place: &Place) -> Option<i64> {
    let parse = time::parse(text);
    if !parse.errors.is_empty() {
        return None;
    }
    let now = Moment::new(base, place);
    let mut fields = parse.fields(&Fields {
        year: now.year,
        month: now.month,
        day: now.day,
        hour: now.hour,
        minute: now.minute,
        second: now.second,
        micros: 0,
    });
    moment::apply(&mut fields, &parse.relative);
    match &parse.place {
        Some(Place::Zone(zone)) => moment::to_first_seconds(&fields, zone),
        Some(place) => moment::to_seconds(&fields, place),
        None => moment::to_seconds(&fields, place),
    }
}

fn strtotime(call: &mut Call<'_>, datetime: &Str, base: Option<i64>) -> Res<OrFalse<i64>> {
    let place = here(call);
    let base = base.unwrap_or_else(|| now().0);
    Ok(OrFalse(said(datetime, base, &place)))
}
