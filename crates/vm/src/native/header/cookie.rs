//! Cookies as headers.

use std::time::{SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::request::stamp;

/// What a cookie's name, path and domain may not have.
const BREAKS: &[u8] = b",; \t\r\n\x0b\x0c";
const BREAKS_TEXT: &str = "\",\", \";\", \" \", \"\\t\", \"\\r\", \"\\n\", \"\\013\", or \"\\014\"";

const DAY: u64 = 86_400;

/// What a cookie is for.
#[derive(Default)]
struct Options {
    expires: i64,
    path: Vec<u8>,
    domain: Vec<u8>,
    secure: bool,
    httponly: bool,
    samesite: Vec<u8>,
}

/// Reads the options that an array names.
fn named(call: &mut Call<'_>, options: &Array) -> Res<Options> {
    let function = call.native().name;
    let mut found = Options::default();
    for (key, value) in options {
        let Key::Str(name) = key else {
            let text = format!("{function}(): option array cannot have numeric keys");
            return Err(call.rq().throw(Message::ValueRefused { text }));
        };
        let value = value.unboxed();
        match name.to_ascii_lowercase().as_slice() {
            b"expires" => found.expires = conv::to_int(call.rq(), value)?,
            b"path" => found.path = conv::to_str(call.rq(), value)?.to_vec(),
            b"domain" => found.domain = conv::to_str(call.rq(), value)?.to_vec(),
            b"secure" => found.secure = conv::to_bool(value),
            b"httponly" => found.httponly = conv::to_bool(value),
            b"samesite" => found.samesite = conv::to_str(call.rq(), value)?.to_vec(),
            _ => {
                let name = String::from_utf8_lossy(name).into_owned();
                let text = format!("{function}(): option \"{name}\" is invalid");
                return Err(call.rq().throw(Message::ValueRefused { text }));
            }
        }
    }
    Ok(found)
}

fn has_break(text: &[u8]) -> bool {
    text.iter().any(|byte| BREAKS.contains(byte))
}

/// Refuses what would end the header early.
fn check(call: &mut Call<'_>, options: &Options) -> Res<()> {
    let function = call.native().name;
    for (name, text) in
        [("path", &options.path), ("domain", &options.domain), ("samesite", &options.samesite)]
    {
        if has_break(text) {
            let text = format!("{function}(): \"{name}\" option cannot contain {BREAKS_TEXT}");
            return Err(call.rq().throw(Message::ValueRefused { text }));
        }
    }
    Ok(())
}

/// A time after 1970 as headers write it; none after the year 9999.
pub(in crate::native) fn date(time: u64) -> Option<String> {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    let (days, second) = (time / DAY, time % DAY);
    let (year, month, day) = stamp::civil(days);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let (weekday, month) = (DAYS[(days % 7) as usize], stamp::MONTHS[month - 1]);
    (year <= 9_999).then(|| {
        format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
    })
}

/// A text with all but letters and digits as `%41`.
pub(in crate::native) fn encoded(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            b'-' | b'_' | b'.' | b'~' => out.push(byte),
            _ if byte.is_ascii_alphanumeric() => out.push(byte),
            _ => out.extend_from_slice(format!("%{byte:02X}").as_bytes()),
        }
    }
    out
}

fn line(
    call: &mut Call<'_>,
    (name, value): (&[u8], &[u8]),
    options: &Options,
    is_raw: bool,
) -> Res<Vec<u8>> {
    let mut line = [b"Set-Cookie: ", name, b"="].concat();
    if value.is_empty() {
        line.extend_from_slice(b"deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0");
    } else {
        line.extend_from_slice(&if is_raw { value.to_vec() } else { encoded(value) });
        if options.expires > 0 {
            let Some(date) = date(options.expires as u64) else {
                let function = call.native().name;
                let text = "\"expires\" option cannot have a year greater than 9999";
                let text = format!("{function}(): {text}");
                return Err(call.rq().throw(Message::ValueRefused { text }));
            };
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let age = (options.expires - now.as_secs() as i64).max(0);
            line.extend_from_slice(format!("; expires={date}; Max-Age={age}").as_bytes());
        }
    }
    for (label, text) in [(&b"; path="[..], &options.path), (b"; domain=", &options.domain)] {
        if !text.is_empty() {
            line.extend_from_slice(&[label, text].concat());
        }
    }
    if options.secure {
        line.extend_from_slice(b"; secure");
    }
    if options.httponly {
        line.extend_from_slice(b"; HttpOnly");
    }
    if !options.samesite.is_empty() {
        line.extend_from_slice(&[b"; SameSite=", &options.samesite[..]].concat());
    }
    Ok(line)
}

fn send(
    call: &mut Call<'_>,
    (name, value): (&Str, &Str),
    options: &Options,
    is_raw: bool,
) -> Res<bool> {
    if name.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if name.contains(&b'=') || has_break(name) {
        return Err(call.value_error(1, format!("cannot contain \"=\", {BREAKS_TEXT}")));
    }
    if is_raw && has_break(value) {
        return Err(call.value_error(2, format!("cannot contain {BREAKS_TEXT}")));
    }
    check(call, options)?;
    let line = line(call, (name, value), options, is_raw)?;
    super::add(call, &line, false)
}

fn cookie(
    call: &mut Call<'_>,
    (name, value): (&Str, &Str),
    (expires_or_options, path, domain): (&Value, &Str, &Str),
    (secure, httponly, is_raw): (bool, bool, bool),
) -> Res<bool> {
    let options = match expires_or_options.view() {
        View::Array(options) => {
            let options = options.clone();
            if !path.is_empty() || !domain.is_empty() || secure || httponly {
                let function = call.native().name;
                let text = format!(
                    "{function}(): Expects exactly 3 arguments when argument #3 \
                     ($expires_or_options) is an array"
                );
                return Err(call.rq().throw(Message::ArgumentsMissing { text }));
            }
            named(call, &options)?
        }
        _ => Options {
            expires: conv::to_int(call.rq(), expires_or_options)?,
            path: path.to_vec(),
            domain: domain.to_vec(),
            secure,
            httponly,
            samesite: Vec::new(),
        },
    };
    send(call, (name, value), &options, is_raw)
}

macro_rules! cookies {
    ($($name:ident = $is_raw:literal;)+) => {$(
        #[allow(clippy::too_many_arguments)]
        pub(super) fn $name(
            call: &mut Call<'_>,
            name: &Str,
            value: &Str,
            expires_or_options: &Value,
            path: &Str,
            domain: &Str,
            secure: bool,
            httponly: bool,
        ) -> Res<bool> {
            let flags = (secure, httponly, $is_raw);
            cookie(call, (name, value), (expires_or_options, path, domain), flags)
        }
    )+};
}

cookies! {
    setcookie = false;
    setrawcookie = true;
}
