//! What lies between two moments, in years, months, days and so on.

use super::{fields_of, number, place_of};
use crate::time::civil;
use crate::time::moment::{Fields, Place};
use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

/// A side of the difference.
#[derive(Clone)]
struct Side {
    seconds: i64,
    micros: i64,
    place: Place,
    fields: Fields,
    /// Seconds east of UTC, and whether that is summer time.
    offset: i64,
    is_dst: bool,
}

impl Side {
    fn of(list: &Array) -> Self {
        let (seconds, micros) = (number(list, 0), number(list, 1));
        let place = match list.get_int(2).map(|zone| zone.unboxed().view()) {
            Some(View::Str(zone)) => place_of(zone),
            _ => place_of(b"3:UTC"),
        };
        let local = place.local(seconds);
        let fields = fields_of(seconds, micros, &place);
        Self { seconds, micros, place, fields, offset: local.offset, is_dst: local.is_dst }
    }

    fn days(&self) -> i64 {
        civil::days(self.fields.year, self.fields.month, self.fields.day) as i64
    }

    fn clock(&self) -> (i64, i64, i64, i64) {
        let Fields { hour, minute, second, micros, .. } = self.fields;
        (hour, minute, second, micros)
    }

    fn shown(&self) -> [i64; 7] {
        let Fields { year, month, day, hour, minute, second, micros } = self.fields;
        [year, month, day, hour, minute, second, micros]
    }
}

fn zone_name(place: &Place) -> Option<&'static str> {
    match place {
        Place::Zone(zone) => Some(zone.name),
        _ => None,
    }
}

fn carry(low: &mut i64, high: &mut i64, base: i64) {
    *high += low.div_euclid(base);
    *low = low.rem_euclid(base);
}

/// Brings an interval into range; its days are those of the months at `base`.
fn normalize(by: &mut Fields, base: &Side, inverted: bool) {
    carry(&mut by.micros, &mut by.second, 1_000_000);
    carry(&mut by.second, &mut by.minute, 60);
    carry(&mut by.minute, &mut by.hour, 60);
    carry(&mut by.hour, &mut by.day, 24);
    carry(&mut by.month, &mut by.year, 12);
    let (mut year, mut month) = (base.fields.year, base.fields.month);
    while by.day < 0 {
        if !inverted {
            (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
        }
        by.day += civil::days_in_month(year, month);
        by.month -= 1;
        if inverted {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }
    carry(&mut by.month, &mut by.year, 12);
}

fn between(one: &Side, two: &Side) -> Fields {
    Fields {
        year: two.fields.year - one.fields.year,
        month: two.fields.month - one.fields.month,
        day: two.fields.day - one.fields.day,
        hour: two.fields.hour - one.fields.hour,
        minute: two.fields.minute - one.fields.minute,
        second: two.fields.second - one.fields.second,
        micros: two.micros - one.micros,
    }
}

fn whole_days(one: &Side, two: &Side, same: bool) -> i64 {
    if !same {
        return (one.seconds - two.seconds).abs() / 86_400;
    }
    let is_ordered = (one.seconds, one.micros) < (two.seconds, two.micros);
    let (earliest, latest) = if is_ordered { (one, two) } else { (two, one) };
    let days = (one.days() - two.days()).abs();
    days - i64::from(latest.clock() < earliest.clock() && days > 0)
}

/// Corrects a difference within one zone for its changes between the two.
fn correct(by: &mut Fields, (one, two): (&Side, &Side), change: i64) {
    const DAY: i64 = 86_400;
    let Place::Zone(zone) = &two.place else { return };
    let passed = two.seconds - one.seconds;
    let (hours, minutes) = (change / 3600, change % 3600 / 60);
    if one.is_dst && !two.is_dst {
        if passed + change < DAY {
            by.hour -= hours;
            by.minute -= minutes;
        }
    } else if !one.is_dst && two.is_dst {
        let from = zone.at(two.seconds).from;
        let is_within =
            one.seconds + DAY > from && one.seconds + DAY <= from.saturating_add(change);
        if !is_within && two.seconds >= from && (passed + change) % DAY > two.seconds - from {
            by.hour -= hours;
            by.minute -= minutes;
        }
    } else if passed >= DAY {
        let since = zone.at(two.seconds - two.offset);
        let change = one.offset - since.local.offset;
        if since.from != i64::MIN && two.seconds >= since.from - change && two.seconds < since.from
        {
            by.day -= 1;
            by.hour = 24;
        }
    }
}

pub fn date_difference_(call: &mut Call<'_>, one: &Array, other: &Array) -> Res<Array> {
    let (mut one, mut two) = (Side::of(one), Side::of(other));
    let name = zone_name(&one.place);
    let same_zone = name.is_some() && name == zone_name(&two.place);
    let mut inverted = if same_zone {
        one.shown() > two.shown()
    } else {
        (one.seconds, one.micros) > (two.seconds, two.micros)
    };
    if inverted {
        std::mem::swap(&mut one, &mut two);
    }
    let mut by = between(&one, &two);
    let days;
    if same_zone {
        let change = two.offset - one.offset;
        days = whole_days(&one, &two, true);
        if two.seconds < one.seconds {
            let flipped = (by.minute * 60 + by.second - change).abs();
            by.hour = flipped / 3600;
            by.minute = (flipped - by.hour * 3600) / 60;
            by.second = flipped % 60;
            inverted = !inverted;
        }
        let base = if inverted { one.clone() } else { two.clone() };
        normalize(&mut by, &base, inverted);
        correct(&mut by, (&one, &two), change);
    } else {
        by.second += one.offset - two.offset;
        let same = zone_name(&one.place).is_none()
            && zone_name(&two.place).is_none()
            && one.offset == two.offset;
        days = whole_days(&one, &two, same);
        let base = if inverted { one.clone() } else { two.clone() };
        normalize(&mut by, &base, inverted);
    }
    let Fields { year, month, day, hour, minute, second, micros } = by;
    let numbers = [year, month, day, hour, minute, second, micros, i64::from(inverted), days];
    call.list(numbers.map(Value::int))
}
