//! Time zones.

use super::{place_of, text_of};
use crate::date::here;
use crate::time::format::offset_text;
use crate::time::moment::Place;
use crate::time::{ABBREVIATIONS, COUNTRIES, IDENTIFIERS, OLDER, place_of_text, zone};
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;

pub fn timezone_here_(call: &mut Call<'_>) -> Res<Str> {
    let place = here(call);
    call.str(text_of(&place).as_bytes())
}

pub fn timezone_read_(call: &mut Call<'_>, text: &Str) -> Res<Option<Str>> {
    place_of_text(text).map(|place| call.str(text_of(&place).as_bytes())).transpose()
}

pub fn timezone_text_(call: &mut Call<'_>, zone: &Str) -> Res<Str> {
    let name = match place_of(zone) {
        Place::Offset(offset) => {
            let seconds = offset.abs() % 60;
            let tail = if seconds > 0 { format!(":{seconds:02}") } else { String::new() };
            offset_text(offset, ":") + &tail
        }
        Place::Abbreviation { name, .. } => name,
        Place::Zone(zone) => zone.name.to_owned(),
    };
    call.str(name.as_bytes())
}

pub fn timezone_at_(call: &mut Call<'_>, zone: &Str, seconds: i64) -> Res<Array> {
    let local = place_of(zone).local(seconds);
    let name = call.str(local.name.as_bytes())?;
    call.list([Value::int(local.offset), Value::bool(local.is_dst), name.into()])
}

fn row(call: &mut Call<'_>, at: i64, local: &zone::Local) -> Res<Value> {
    let name = call.str(local.name.as_bytes())?;
    let all = [Value::int(at), Value::int(local.offset), Value::bool(local.is_dst), name.into()];
    call.list(all).map(Value::from)
}

pub fn timezone_changes_(call: &mut Call<'_>, zone: &Str, begin: i64, end: i64) -> Res<Array> {
    let Place::Zone(zone) = place_of(zone) else { return Ok(Array::new()) };
    let mut rows = Vec::new();
    let first = zone.at(begin);
    rows.push(row(call, begin, &first.local)?);
    for (at, local) in zone.changes(begin, end) {
        rows.push(row(call, at, &local)?);
    }
    call.list(rows)
}

/// The bits of the groups of zones, by the first part of their names.
const GROUPS: [(&str, i64); 11] = [
    ("Africa/", 1),
    ("America/", 2),
    ("Antarctica/", 4),
    ("Arctic/", 8),
    ("Asia/", 16),
    ("Atlantic/", 32),
    ("Australia/", 64),
    ("Europe/", 128),
    ("Indian/", 256),
    ("Pacific/", 512),
    ("UTC", 1024),
];

pub fn timezone_names_(call: &mut Call<'_>, group: i64, country: Option<&Str>) -> Res<Array> {
    const ALL_WITH_OLD: i64 = 4095;
    const OF_COUNTRY: i64 = 4096;
    let is_wanted =
        |name: &&str| GROUPS.iter().any(|(start, bit)| group & bit != 0 && name.starts_with(start));
    let of_country = |(code, _): &&(&str, &[&str])| {
        country.is_some_and(|country| country.as_bytes() == code.as_bytes())
    };
    let names: Vec<&str> = match group {
        ALL_WITH_OLD => {
            let mut names: Vec<&str> = IDENTIFIERS.iter().chain(OLDER).copied().collect();
            names.sort_unstable_by_key(|name| name.to_ascii_lowercase());
            names
        }
        OF_COUNTRY => COUNTRIES.iter().find(of_country).map_or(&[][..], |row| row.1).to_vec(),
        _ => IDENTIFIERS.iter().copied().filter(is_wanted).collect(),
    };
    call.list(names.into_iter().map(|name| Value::from(intern(name.as_bytes()))))
}

pub fn timezone_abbreviations_list(call: &mut Call<'_>) -> Res<Array> {
    let mut all = Array::new();
    for (name, offset, is_dst, zone) in ABBREVIATIONS {
        let mut entry = Array::new();
        let zone = match *zone {
            "" => Value::NULL,
            zone => Value::from(intern(zone.as_bytes())),
        };
        let rows = [
            ("dst", Value::bool(*is_dst)),
            ("offset", Value::int(i64::from(*offset))),
            ("timezone_id", zone),
        ];
        for (key, value) in rows {
            let key = intern(key.as_bytes());
            let set = entry.set(Key::Str(key.as_str()), value);
            call.alloc(set)?;
        }
        let key = call.str(name.as_bytes())?;
        let known = all.get(Key::of_str(&key)).and_then(Value::as_array).cloned();
        let mut list: Vec<Value> =
            known.iter().flat_map(|known| known.iter().map(|(_, value)| value.clone())).collect();
        list.push(entry.into());
        let list = call.list(list)?;
        let set = all.set(Key::of_str(&key), list.into());
        call.alloc(set)?;
    }
    Ok(all)
}
