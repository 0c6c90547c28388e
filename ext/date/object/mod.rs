//! What the classes of dates are made of: moments as seconds, micros and the text of a zone.
//!
//! The text of a zone is `1:` and seconds east of UTC, or `2:` and an abbreviation, its offset and
//! whether that is summer time, or `3:` and a name.
//!
//! # Not here
//! The classes: the engine's library.

mod difference;
mod duration;
#[rustfmt::skip]
mod r#gen;
mod moving;
mod zones;

pub use r#gen::{CONSTANTS, NATIVES};

use difference::date_difference_;
use duration::interval_of_;
use moving::{date_added_, date_moved_, date_relative_, date_shifted_};
use zones::{
    timezone_abbreviations_list, timezone_at_, timezone_changes_, timezone_here_, timezone_names_,
    timezone_read_, timezone_text_,
};

use crate::date::now;
use crate::time::format::format;
use crate::time::moment::{self, Fields, Moment, Place};
use crate::time::{self, Note, Parse, civil};
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// The zone of a text.
fn place_of(text: &[u8]) -> Place {
    let text = std::str::from_utf8(text).unwrap_or("3:UTC");
    if let Some(name) = text.strip_prefix("3:") {
        return Place::Zone(time::zone::find(name).unwrap_or_else(time::zone::utc));
    }
    let (kind, rest) = text.split_once(':').unwrap_or(("3", "UTC"));
    let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
    match kind {
        "1" => Place::Offset(number(Some(rest))),
        "2" => {
            let mut parts = rest.split(':');
            let name = parts.next().unwrap_or_default().to_owned();
            let offset = number(parts.next());
            Place::Abbreviation { name, offset, is_dst: parts.next() == Some("1") }
        }
        _ => Place::Zone(time::zone::find(rest).unwrap_or_else(time::zone::utc)),
    }
}

/// The text of a zone.
fn text_of(place: &Place) -> String {
    match place {
        Place::Offset(offset) => format!("1:{offset}"),
        Place::Abbreviation { name, offset, is_dst } => {
            format!("2:{}:{offset}:{}", name.to_ascii_uppercase(), u8::from(*is_dst))
        }
        Place::Zone(zone) => ["3:", zone.name].concat(),
    }
}

/// The date and the clock of a moment.
fn fields_of(seconds: i64, micros: i64, place: &Place) -> Fields {
    let moment = Moment::new(seconds, place);
    Fields {
        year: moment.year,
        month: moment.month,
        day: moment.day,
        hour: moment.hour,
        minute: moment.minute,
        second: moment.second,
        micros,
    }
}

/// The moment of fields: seconds and micros; 0 beyond 64 bits.
fn moment_of(mut fields: Fields, place: &Place) -> (i64, i64) {
    fields.normalize();
    (moment::to_seconds(&fields, place).unwrap_or(0), fields.micros)
}

fn notes(call: &mut Call<'_>, notes: &[Note]) -> Res<Value> {
    let mut array = Array::new();
    for note in notes {
        let text = Value::from(runtime::string::intern(note.text.as_bytes()));
        let set = array.set(Key::Int(note.at as i64), text);
        call.alloc(set)?;
    }
    Ok(array.into())
}

/// A moment with the complaints about the text it came of.
fn answer(
    call: &mut Call<'_>,
    (seconds, micros): (i64, i64),
    place: &Place,
    parse: &Parse,
) -> Res<Array> {
    let zone = call.str(text_of(place).as_bytes())?;
    let (warnings, errors) = (notes(call, &parse.warnings)?, notes(call, &parse.errors)?);
    let counts = [parse.warnings.len() as i64, parse.errors.len() as i64].map(Value::int);
    let [warned, failed] = counts;
    let all =
        [Value::int(seconds), Value::int(micros), zone.into(), warnings, errors, warned, failed];
    call.list(all)
}

fn date_read_(call: &mut Call<'_>, text: &Str, layout: Option<&Str>, zone: &Str) -> Res<Array> {
    let parse = match layout {
        Some(layout) => time::parse_as(layout, text),
        None if text.is_empty() => time::parse(b"now"),
        None => time::parse(text),
    };
    let place = parse.place.clone().unwrap_or_else(|| place_of(zone));
    if !parse.errors.is_empty() {
        return answer(call, (0, 0), &place, &parse);
    }
    let (seconds, micros) = now();
    let mut fields = parse.fields(&fields_of(seconds, micros, &place));
    moment::apply(&mut fields, &parse.relative);
    let seconds = match &parse.place {
        Some(Place::Zone(zone)) => moment::to_first_seconds(&fields, zone),
        _ => moment::to_seconds(&fields, &place),
    };
    answer(call, (seconds.unwrap_or(0), fields.micros), &place, &parse)
}

fn date_text_(
    call: &mut Call<'_>,
    seconds: i64,
    micros: i64,
    zone: &Str,
    layout: &Str,
) -> Res<Str> {
    let mut moment = Moment::new(seconds, &place_of(zone));
    moment.micros = micros;
    call.str(&format(layout, &moment))
}

fn date_parts_(call: &mut Call<'_>, seconds: i64, zone: &Str) -> Res<Array> {
    let fields = fields_of(seconds, 0, &place_of(zone));
    let Fields { year, month, day, hour, minute, second, .. } = fields;
    call.list([year, month, day, hour, minute, second].map(Value::int))
}

/// The number at a place of a list.
fn number(list: &Array, at: i64) -> i64 {
    match list.get_int(at).map(|value| value.unboxed().view()) {
        Some(View::Int(number)) => number,
        Some(View::Float(number)) => number as i64,
        Some(View::Bool(true)) => 1,
        _ => 0,
    }
}

fn list_fields(list: &Array) -> Fields {
    Fields {
        year: number(list, 0),
        month: number(list, 1),
        day: number(list, 2),
        hour: number(list, 3),
        minute: number(list, 4),
        second: number(list, 5),
        micros: number(list, 6),
    }
}

fn date_moment_(call: &mut Call<'_>, fields: &Array, zone: &Str) -> Res<Array> {
    let (seconds, micros) = moment_of(list_fields(fields), &place_of(zone));
    call.list([seconds, micros].map(Value::int))
}

fn date_week_day_(_: &mut Call<'_>, year: i64, week: i64, day: i64) -> Res<i64> {
    Ok(civil::iso_day_offset(year, week, day))
}
