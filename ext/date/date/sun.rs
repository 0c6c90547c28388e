//! When the sun rises and sets.

use std::f64::consts::PI;

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::Value;

use super::here;
use crate::time::moment::{Fields, Moment};

/// Angles in degrees.
fn sine(angle: f64) -> f64 {
    (angle * (PI / 180.0)).sin()
}

fn cosine(angle: f64) -> f64 {
    (angle * (PI / 180.0)).cos()
}

fn angle_of(y: f64, x: f64) -> f64 {
    (180.0 / PI) * y.atan2(x)
}

/// An angle within the first revolution.
fn revolution(angle: f64) -> f64 {
    angle - 360.0 * (angle * (1.0 / 360.0)).floor()
}

/// An angle within half a revolution to both sides.
fn half_revolution(angle: f64) -> f64 {
    angle - 360.0 * (angle * (1.0 / 360.0) + 0.5).floor()
}

/// The mean sidereal time of Greenwich, when it is 0 o'clock there, so many days from 2000.
fn sidereal(days: f64) -> f64 {
    revolution((180.0 + 356.0470 + 282.9404) + (0.985_600_258_5 + 4.709_35E-5) * days)
}

/// Where the sun is seen.
struct Sun {
    ascension: f64,
    declination: f64,
    distance: f64,
}

impl Sun {
    /// So many days from 2000, by mean elements of the earth's orbit.
    fn at(days: f64) -> Self {
        let anomaly = revolution(356.0470 + 0.985_600_258_5 * days);
        let perihelion = 282.9404 + 4.709_35E-5 * days;
        let eccentricity = 0.016709 - 1.151E-9 * days;
        let eccentric = anomaly
            + eccentricity * (180.0 / PI) * sine(anomaly) * (1.0 + eccentricity * cosine(anomaly));
        let x = cosine(eccentric) - eccentricity;
        let y = (1.0 - eccentricity * eccentricity).sqrt() * sine(eccentric);
        let distance = (x * x + y * y).sqrt();
        let mut longitude = angle_of(y, x) + perihelion;
        if longitude >= 360.0 {
            longitude -= 360.0;
        }
        let (x, y) = (distance * cosine(longitude), distance * sine(longitude));
        let obliquity = 23.4393 - 3.563E-7 * days;
        let (y, z) = (y * cosine(obliquity), y * sine(obliquity));
        Self {
            ascension: angle_of(y, x),
            declination: angle_of(z, (x * x + y * y).sqrt()),
            distance,
        }
    }
}

/// Where somebody looks at the sun.
#[derive(Clone, Copy)]
struct Spot {
    latitude: f64,
    longitude: f64,
}

/// What a height over the horizon means, and whether the upper limb of the sun has to be there.
type Height = (f64, bool);

/// When the sun passes a height: in hours from midnight in UTC, and in seconds from 1970.
enum Passing {
    Below,
    Above,
    At { hours: (f64, f64), seconds: (i64, i64) },
}

/// A day's passing, and when the sun is in the south.
fn passing(day: &Moment, spot: Spot, (height, upper_limb): Height) -> (Passing, i64) {
    const DAY_SECONDS: f64 = 86_400.0;
    const JULIAN_1970: f64 = 2_440_587.5;
    const JULIAN_2000: f64 = 2_451_545.0;
    let (year, month, day) = (day.year, day.month, day.day);
    let fields = Fields { year, month, day, hour: 0, minute: 0, second: 0, micros: 0 };
    let midnight = i64::try_from(fields.seconds()).unwrap_or(0);
    let since_2000 = midnight as f64 / DAY_SECONDS + JULIAN_1970 - JULIAN_2000;
    let days = since_2000 + 2.0 - spot.longitude / 360.0;
    let sun = Sun::at(days);
    let here = revolution(sidereal(days) + 180.0 + spot.longitude);
    let south = 12.0 - half_revolution(here - sun.ascension) / 15.0;
    let radius = 0.2666 / sun.distance;
    let height = if upper_limb { height - radius } else { height };
    let arc = (sine(height) - sine(spot.latitude) * sine(sun.declination))
        / (cosine(spot.latitude) * cosine(sun.declination));
    let transit = (midnight as f64 + south * 3600.0) as i64;
    let passing = if arc >= 1.0 {
        Passing::Below
    } else if arc <= -1.0 {
        Passing::Above
    } else {
        let half = (180.0 / PI) * arc.acos() / 15.0;
        let hours = (south - half, south + half);
        let seconds = |hours: f64| (hours * 3600.0 + midnight as f64) as i64;
        Passing::At { hours, seconds: (seconds(hours.0), seconds(hours.1)) }
    };
    (passing, transit)
}

/// What a script wants to know of the sun.
struct Wanted {
    timestamp: i64,
    form: i64,
    is_set: bool,
    spot: [Option<f64>; 2],
    zenith: Option<f64>,
    offset: Option<f64>,
}

fn setting(call: &mut Call<'_>, name: &str) -> f64 {
    let text = call.host().setting(name).unwrap_or_default();
    std::str::from_utf8(&text).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0.0)
}

fn rise_or_set(call: &mut Call<'_>, wanted: &Wanted) -> Res<Value> {
    let default = if wanted.is_set { "date.sunset_zenith" } else { "date.sunrise_zenith" };
    let latitude = wanted.spot[0].unwrap_or_else(|| setting(call, "date.default_latitude"));
    let longitude = wanted.spot[1].unwrap_or_else(|| setting(call, "date.default_longitude"));
    let zenith = wanted.zenith.unwrap_or_else(|| setting(call, default));
    if !(0..=2).contains(&wanted.form) {
        let rule = "must be one of SUNFUNCS_RET_TIMESTAMP, SUNFUNCS_RET_STRING, or \
                    SUNFUNCS_RET_DOUBLE";
        return Err(call.value_error(2, rule));
    }
    if !latitude.is_finite() || !longitude.is_finite() {
        return Ok(Value::bool(false));
    }
    let place = here(call);
    let offset = wanted.offset.unwrap_or_else(|| place.local(0).offset as f64 / 3600.0);
    let day = Moment::new(wanted.timestamp, &place);
    let (found, _) = passing(&day, Spot { latitude, longitude }, (90.0 - zenith, true));
    let Passing::At { hours, seconds } = found else { return Ok(Value::bool(false)) };
    if wanted.form == 0 {
        return Ok(Value::int(if wanted.is_set { seconds.1 } else { seconds.0 }));
    }
    let mut hour = (if wanted.is_set { hours.1 } else { hours.0 }) + offset;
    if !(0.0..=24.0).contains(&hour) {
        hour -= (hour / 24.0).floor() * 24.0;
    }
    if !(0.0..=24.0).contains(&hour) {
        return Ok(Value::bool(false));
    }
    if wanted.form == 2 {
        return Ok(Value::float(hour));
    }
    let text = format!("{:02}:{:02}", hour as i64, (60.0 * hour.fract()) as i64);
    call.str(text.as_bytes()).map(Value::from)
}

macro_rules! passings {
    ($($name:ident = $is_set:literal;)+) => {$(
        pub fn $name(
            call: &mut Call<'_>,
            timestamp: i64,
            form: i64,
            latitude: Option<f64>,
            longitude: Option<f64>,
            zenith: Option<f64>,
            offset: Option<f64>,
        ) -> Res<Value> {
            let spot = [latitude, longitude];
            rise_or_set(call, &Wanted { timestamp, form, is_set: $is_set, spot, zenith, offset })
        }
    )+};
}
passings! {
    date_sunrise = false;
    date_sunset = true;
}

pub fn date_sun_info(
    call: &mut Call<'_>,
    timestamp: i64,
    latitude: f64,
    longitude: f64,
) -> Res<Array> {
    const ROWS: [(Height, &str, &str); 4] = [
        ((-35.0 / 60.0, true), "sunrise", "sunset"),
        ((-6.0, false), "civil_twilight_begin", "civil_twilight_end"),
        ((-12.0, false), "nautical_twilight_begin", "nautical_twilight_end"),
        ((-18.0, false), "astronomical_twilight_begin", "astronomical_twilight_end"),
    ];
    if !latitude.is_finite() {
        return Err(call.value_error(2, "must be finite"));
    }
    if !longitude.is_finite() {
        return Err(call.value_error(3, "must be finite"));
    }
    let place = here(call);
    let day = Moment::new(timestamp, &place);
    let mut info = Array::new();
    for (at, (height, begin, end)) in ROWS.into_iter().enumerate() {
        let (found, transit) = passing(&day, Spot { latitude, longitude }, height);
        let (first, last) = match found {
            Passing::Below => (Value::bool(false), Value::bool(false)),
            Passing::Above => (Value::bool(true), Value::bool(true)),
            Passing::At { seconds, .. } => (Value::int(seconds.0), Value::int(seconds.1)),
        };
        let mut rows = vec![(begin, first), (end, last)];
        if at == 0 {
            rows.push(("transit", Value::int(transit)));
        }
        for (name, value) in rows {
            let put = info.set(Key::Str(intern(name.as_bytes()).as_str()), value);
            call.alloc(put)?;
        }
    }
    Ok(info)
}
