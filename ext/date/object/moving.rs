//! Moving moments.

use super::{answer, fields_of, list_fields, number, place_of};
use crate::time::moment::{self, Fields, Place, Special};
use crate::time::{self, Parse};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// What a text says replaces what the moment has.
fn replaced(parse: &Parse, fields: &mut Fields) {
    let put = |field: &mut i64, said: Option<i64>| {
        if let Some(said) = said {
            *field = said;
        }
    };
    put(&mut fields.year, parse.year);
    put(&mut fields.month, parse.month);
    put(&mut fields.day, parse.day);
    if let Some(hour) = parse.hour {
        fields.hour = hour;
        fields.minute = parse.minute.unwrap_or(0);
        fields.second = parse.second.filter(|_| parse.minute.is_some()).unwrap_or(0);
    }
    put(&mut fields.micros, parse.micros);
}

pub fn date_moved_(
    call: &mut Call<'_>,
    seconds: i64,
    micros: i64,
    zone: &Str,
    text: &Str,
) -> Res<Array> {
    let parse = time::parse(text);
    let mut place = place_of(zone);
    if !parse.errors.is_empty() {
        return answer(call, (seconds, micros), &place, &parse);
    }
    // PHP: `@0` moves to UTC.
    let is_epoch = [parse.year, parse.month, parse.day] == [Some(1970), Some(1), Some(1)];
    if is_epoch && matches!(parse.place, Some(Place::Offset(0))) {
        place = Place::Offset(0);
    }
    let mut fields = fields_of(seconds, micros, &place);
    replaced(&parse, &mut fields);
    moment::apply(&mut fields, &parse.relative);
    let seconds = moment::to_seconds(&fields, &place).unwrap_or(0);
    answer(call, (seconds, fields.micros), &place, &parse)
}

pub fn date_shifted_(
    call: &mut Call<'_>,
    seconds: i64,
    micros: i64,
    zone: &Str,
    text: &Str,
) -> Res<Array> {
    let parse = time::parse(text);
    let place = place_of(zone);
    let mut fields = fields_of(seconds, micros, &place);
    moment::apply(&mut fields, &parse.relative);
    let seconds = moment::to_seconds(&fields, &place).unwrap_or(0);
    answer(call, (seconds, fields.micros), &place, &parse)
}

/// Adds an interval; its numbers have their sign.
pub fn date_added_(call: &mut Call<'_>, moment: &Array, by: &Array, wall: bool) -> Res<Array> {
    let zone = match moment.get_int(2).map(|zone| zone.unboxed().view()) {
        Some(View::Str(zone)) => place_of(zone),
        _ => place_of(b"3:UTC"),
    };
    let (mut seconds, mut micros) = (number(moment, 0), number(moment, 1));
    let by = list_fields(by);
    if !wall {
        let mut fields = fields_of(seconds, micros, &zone);
        let relative = moment::Relative { by, ..Default::default() };
        moment::apply(&mut fields, &relative);
        let seconds = moment::to_seconds(&fields, &zone).unwrap_or(0);
        return call.list([seconds, fields.micros].map(Value::int));
    }
    if by.year != 0 || by.month != 0 || by.day != 0 {
        let days = Fields { year: by.year, month: by.month, day: by.day, ..Fields::default() };
        let mut fields = fields_of(seconds, micros, &zone);
        moment::apply(&mut fields, &moment::Relative { by: days, ..Default::default() });
        seconds = moment::to_seconds(&fields, &zone).unwrap_or(0);
    }
    let clock = by.hour.wrapping_mul(3600).wrapping_add(by.minute.wrapping_mul(60));
    seconds = seconds.wrapping_add(clock.wrapping_add(by.second));
    micros += by.micros;
    seconds = seconds.wrapping_add(micros.div_euclid(1_000_000));
    micros = micros.rem_euclid(1_000_000);
    call.list([seconds, micros].map(Value::int))
}

/// The numbers of an interval that a text says, whether it is more than numbers, the complaints.
pub fn date_relative_(call: &mut Call<'_>, text: &Str) -> Res<Array> {
    let parse = time::parse(text);
    let by = &parse.relative.by;
    let is_special = parse.relative.special.is_some_and(|special| special != Special::Weekdays(0))
        || parse.relative.weekday.is_some()
        || parse.relative.month_end.is_some();
    let numbers = [by.year, by.month, by.day, by.hour, by.minute, by.second, by.micros];
    let mut all: Vec<Value> = numbers.iter().map(|number| Value::int(*number)).collect();
    all.push(Value::bool(is_special));
    let errors = super::notes(call, &parse.errors)?;
    all.push(errors);
    all.push(Value::bool(parse.is_absolute()));
    call.list(all)
}
