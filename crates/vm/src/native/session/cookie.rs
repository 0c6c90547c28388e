//! The cookie that carries the id.

use std::time::{SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{are_headers_sent, is_active, is_on, number, request, session, setting, shown, warn};
use crate::native::header::{date, encoded};
use crate::native::{ini, put_named};
use crate::request::Ini;

/// Sends the cookie if that is due, and says the id in `SID`; whether that went well.
pub fn reset(call: &mut Call<'_>) -> Res<bool> {
    let Some(id) = session(call).id.clone() else {
        warn(call, "Cannot set session ID - session ID is not initialized")?;
        return Ok(false);
    };
    if is_on(call, "session.use_cookies") && session(call).sends_cookie {
        if !send(call, &id)? {
            return Ok(false);
        }
        session(call).sends_cookie = false;
    }
    let name = setting(call, "session.name");
    let text = if session(call).says_id { [&name, &b"="[..], &id].concat() } else { Vec::new() };
    let text = call.str(&text)?;
    request(call).provide_constant(b"SID", text.into());
    carry(call, &name, &id)?;
    Ok(true)
}

/// Has links and forms carry the id, when no cookie did.
fn carry(call: &mut Call<'_>, name: &[u8], id: &[u8]) -> Res<()> {
    if !is_on(call, "session.use_trans_sid") || is_on(call, "session.use_only_cookies") {
        return Ok(());
    }
    let has_cookie = super::start::superglobal(call, b"_COOKIE", name).is_some();
    if is_on(call, "session.use_cookies") && has_cookie {
        return Ok(());
    }
    let function = Value::from(runtime::string::intern(b"session_carry_"));
    if let Ok(carry) = call.host().callable(&function) {
        let arguments = [call.str(name)?.into(), call.str(id)?.into()];
        call.call(&carry, &arguments)?;
    }
    Ok(())
}

/// The line of the header.
fn line(call: &mut Call<'_>, id: &[u8]) -> Vec<u8> {
    let mut line = [b"Set-Cookie: ", setting(call, "session.name").as_slice(), b"="].concat();
    line.extend_from_slice(&encoded(id));
    let lifetime = number(call, "session.cookie_lifetime");
    if lifetime > 0 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        if let Some(text) = date(now.saturating_add_signed(lifetime)) {
            line.extend_from_slice(format!("; expires={text}; Max-Age={lifetime}").as_bytes());
        }
    }
    for (name, what) in [("session.cookie_path", "path"), ("session.cookie_domain", "domain")] {
        let value = setting(call, name);
        if !value.is_empty() {
            line.extend_from_slice(format!("; {what}=").as_bytes());
            line.extend_from_slice(&value);
        }
    }
    if is_on(call, "session.cookie_secure") {
        line.extend_from_slice(b"; secure");
    }
    if is_on(call, "session.cookie_httponly") {
        line.extend_from_slice(b"; HttpOnly");
    }
    let same_site = setting(call, "session.cookie_samesite");
    if !same_site.is_empty() {
        line.extend_from_slice(b"; SameSite=");
        line.extend_from_slice(&same_site);
    }
    line
}

fn send(call: &mut Call<'_>, id: &[u8]) -> Res<bool> {
    if let Some((path, line)) = request(call).headers.sent_at.clone() {
        let place = match line {
            0 => String::new(),
            line => format!(" (output started at {path}:{line})"),
        };
        let text = "Session cookie cannot be sent after headers have already been sent";
        warn(call, &format!("{text}{place}"))?;
        return Ok(false);
    }
    let own = [b"Set-Cookie: ", setting(call, "session.name").as_slice(), b"="].concat();
    let line = line(call, id);
    let headers = &mut request(call).headers;
    headers.lines.retain(|known| !known.starts_with(&own));
    headers.add(&line, false);
    Ok(true)
}

pub fn session_get_cookie_params(call: &mut Call<'_>) -> Res<Array> {
    let lifetime = Value::int(number(call, "session.cookie_lifetime"));
    let text = |call: &mut Call<'_>, name: &str| {
        let text = setting(call, name);
        call.str(&text).map(Value::from)
    };
    let rows = [
        ("lifetime", lifetime),
        ("path", text(call, "session.cookie_path")?),
        ("domain", text(call, "session.cookie_domain")?),
        ("secure", Value::bool(is_on(call, "session.cookie_secure"))),
        ("httponly", Value::bool(is_on(call, "session.cookie_httponly"))),
        ("samesite", text(call, "session.cookie_samesite")?),
    ];
    let mut params = Array::new();
    for (name, value) in rows {
        put_named(call, &mut params, name, value)?;
    }
    Ok(params)
}

/// What is set, by the names of settings without `session.cookie_`.
type Wanted = Vec<(&'static str, Vec<u8>)>;

fn flag(on: bool) -> Vec<u8> {
    if on { b"1".to_vec() } else { b"0".to_vec() }
}

/// What an array of options asks for.
fn of_options(call: &mut Call<'_>, options: &Array) -> Res<Wanted> {
    const NAMES: [&str; 6] = ["lifetime", "path", "domain", "secure", "httponly", "samesite"];
    let mut wanted = Wanted::new();
    for (key, value) in options {
        let Key::Str(key) = key else {
            let text = "Argument #1 ($lifetime_or_options) cannot contain numeric keys";
            warn(call, text)?;
            continue;
        };
        let folded = key.as_bytes().to_ascii_lowercase();
        let Some(name) = NAMES.iter().find(|name| name.as_bytes() == folded) else {
            let key = shown(key.as_bytes());
            warn(
                call,
                &format!(
                    "Argument #1 ($lifetime_or_options) contains an unrecognized key \"{key}\""
                ),
            )?;
            continue;
        };
        let value = value.unboxed().clone();
        let text = match *name {
            "secure" | "httponly" => flag(conv::to_bool(&value)),
            _ => call.to_str(&value)?.to_vec(),
        };
        wanted.push((name, text));
    }
    if wanted.is_empty() {
        return Err(call.value_error(1, "must contain at least 1 valid key"));
    }
    wanted.sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
    Ok(wanted)
}

/// Whether the parameters may be changed; warns when not.
fn may_set(call: &mut Call<'_>) -> Res<bool> {
    let text = if !is_on(call, "session.use_cookies") {
        "Session cookies cannot be used when session.use_cookies is disabled"
    } else if is_active(call) {
        "Session cookie parameters cannot be changed when a session is active"
    } else if are_headers_sent(call) {
        "Session cookie parameters cannot be changed after headers have already been sent"
    } else {
        return Ok(true);
    };
    warn(call, text)?;
    Ok(false)
}

pub fn session_set_cookie_params(
    call: &mut Call<'_>,
    lifetime_or_options: &Value,
    path: Option<&Str>,
    domain: Option<&Str>,
    secure: Option<bool>,
    httponly: Option<bool>,
) -> Res<bool> {
    if !may_set(call)? {
        return Ok(false);
    }
    let wanted = match lifetime_or_options.unboxed().view() {
        View::Array(options) => {
            let given = [path.is_some(), domain.is_some(), secure.is_some(), httponly.is_some()];
            if let Some(at) = given.iter().position(|given| *given) {
                let rule = "must be null when argument #1 ($lifetime_or_options) is an array";
                return Err(call.value_error(at + 2, rule));
            }
            of_options(call, &options.clone())?
        }
        _ => {
            let mut wanted = vec![("lifetime", call.to_str(lifetime_or_options)?.to_vec())];
            let texts = [("path", path), ("domain", domain)];
            wanted
                .extend(texts.into_iter().filter_map(|(name, text)| Some((name, text?.to_vec()))));
            let flags = [("secure", secure), ("httponly", httponly)];
            wanted.extend(flags.into_iter().filter_map(|(name, on)| Some((name, flag(on?)))));
            wanted
        }
    };
    for (name, text) in wanted {
        let Some(row) = Ini::row(format!("session.cookie_{name}").as_bytes()) else { continue };
        if !ini::change(call, row, &text)? {
            return Ok(false);
        }
    }
    Ok(true)
}
