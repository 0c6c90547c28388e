//! Functions that say a setting and change it.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use super::{are_headers_sent, is_active, keeper, number, session, setting, shown, warn};
use crate::native::ini;
use crate::request::Ini;

/// Whether something may be changed; warns when not.
fn may_change(call: &mut Call<'_>, what: &str) -> Res<bool> {
    let when = if is_active(call) {
        "when a session is active"
    } else if are_headers_sent(call) {
        "after headers have already been sent"
    } else {
        return Ok(true);
    };
    warn(call, &format!("{what} cannot be changed {when}"))?;
    Ok(false)
}

/// The text of a setting, which another takes the place of.
fn exchange(
    call: &mut Call<'_>,
    (name, what): (&str, &str),
    text: Option<&Str>,
) -> Res<OrFalse<Str>> {
    if text.is_some() && !may_change(call, what)? {
        return Ok(OrFalse(None));
    }
    let old = setting(call, name);
    if let (Some(text), Some(row)) = (text, Ini::row(name.as_bytes())) {
        ini::change(call, row, text)?;
    }
    call.str(&old).map(Some).map(OrFalse)
}

fn check_nul(call: &mut Call<'_>, text: Option<&Str>) -> Res<()> {
    match text {
        Some(text) if text.contains(&0) => {
            Err(call.value_error(1, "must not contain any null bytes"))
        }
        _ => Ok(()),
    }
}

pub fn session_name(call: &mut Call<'_>, name: Option<&Str>) -> Res<OrFalse<Str>> {
    check_nul(call, name)?;
    exchange(call, ("session.name", "Session name"), name)
}

pub fn session_save_path(call: &mut Call<'_>, path: Option<&Str>) -> Res<OrFalse<Str>> {
    check_nul(call, path)?;
    exchange(call, ("session.save_path", "Session save path"), path)
}

pub fn session_cache_limiter(call: &mut Call<'_>, value: Option<&Str>) -> Res<OrFalse<Str>> {
    exchange(call, ("session.cache_limiter", "Session cache limiter"), value)
}

pub fn session_cache_expire(call: &mut Call<'_>, value: Option<i64>) -> Res<OrFalse<i64>> {
    let old = number(call, "session.cache_expire");
    let Some(value) = value else { return Ok(OrFalse(Some(old))) };
    if is_active(call) {
        warn(call, "Session cache expiration cannot be changed when a session is active")?;
        return Ok(OrFalse(Some(old)));
    }
    if !may_change(call, "Session cache expiration")? {
        return Ok(OrFalse(None));
    }
    if let Some(row) = Ini::row(b"session.cache_expire") {
        ini::change(call, row, value.to_string().as_bytes())?;
    }
    Ok(OrFalse(Some(old)))
}

pub fn session_module_name(call: &mut Call<'_>, module: Option<&Str>) -> Res<OrFalse<Str>> {
    if module.is_some() && !may_change(call, "Session save handler module")? {
        return Ok(OrFalse(None));
    }
    let old = keeper::name(call);
    if let Some(module) = module {
        if module.eq_ignore_ascii_case(b"user") {
            return Err(call.value_error(1, "cannot be \"user\""));
        }
        if !module.eq_ignore_ascii_case(b"files") {
            let module = shown(module);
            warn(call, &format!("Session handler module \"{module}\" cannot be found"))?;
            return Ok(OrFalse(None));
        }
        keeper::close_if_open(call)?;
        session(call).files = None;
        if let Some(row) = Ini::row(b"session.save_handler") {
            ini::change(call, row, module)?;
        }
    }
    call.str(old.as_bytes()).map(Some).map(OrFalse)
}
