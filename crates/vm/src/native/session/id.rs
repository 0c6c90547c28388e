//! Ids of sessions.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::{Status, start};
use super::{
    are_headers_sent, cookie, files, is_active, is_on, keeper, number, request, serializer,
    session, setting, shown, user, warn,
};

const LETTERS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,-";

/// A random id.
pub fn create(call: &mut Call<'_>) -> Res<Vec<u8>> {
    let length = usize::try_from(number(call, "session.sid_length")).unwrap_or(32).clamp(22, 256);
    let bits = number(call, "session.sid_bits_per_character").clamp(4, 6) as u32;
    let random = crate::native::named(b"random_bytes");
    let bytes = match random {
        Some(random) => {
            let args = [Value::int(length as i64)];
            let made = request(call).call(random, crate::frame::Context::None, &args)?;
            made.as_str().map(|bytes| bytes.to_vec()).unwrap_or_default()
        }
        None => Vec::new(),
    };
    let (mut held, mut have, mut rest) = (0u32, 0, bytes.into_iter());
    let mut made = Vec::with_capacity(length);
    for _ in 0..length {
        if have < bits {
            held |= u32::from(rest.next().unwrap_or(0)) << have;
            have += 8;
        }
        made.push(LETTERS[(held & ((1 << bits) - 1)) as usize]);
        held >>= bits;
        have -= bits;
    }
    Ok(made)
}

pub fn session_id(call: &mut Call<'_>, given: Option<&Str>) -> Res<OrFalse<Str>> {
    if given.is_some() && is_active(call) {
        warn(call, "Session ID cannot be changed when a session is active")?;
        return Ok(OrFalse(None));
    }
    if given.is_some() && is_on(call, "session.use_cookies") && are_headers_sent(call) {
        warn(call, "Session ID cannot be changed after headers have already been sent")?;
        return Ok(OrFalse(None));
    }
    let old = session(call).id.clone().unwrap_or_default();
    if let Some(given) = given {
        session(call).id = Some(given.to_vec());
    }
    // PHP: an id ends at its first NUL.
    let end = old.iter().position(|byte| *byte == 0).unwrap_or(old.len());
    call.str(&old[..end]).map(Some).map(OrFalse)
}

pub fn session_create_id(call: &mut Call<'_>, prefix: &Str) -> Res<OrFalse<Str>> {
    const MOST: usize = 256;
    if prefix.contains(&0) {
        return Err(call.value_error(1, "must not contain any null bytes"));
    }
    if prefix.len() > MOST {
        return Err(call.value_error(1, format!("cannot be longer than {MOST} characters")));
    }
    if !prefix.is_empty() && !files::is_valid(prefix) {
        let text = "Prefix cannot contain special characters. Only the A-Z, a-z, 0-9, \"-\", and \
                    \",\" characters are allowed";
        warn(call, text)?;
        return Ok(OrFalse(None));
    }
    let made =
        if is_active(call) && !user::is_running(call) { fresh(call)? } else { Some(create(call)?) };
    let Some(made) = made else {
        warn(call, "Failed to create new ID")?;
        return Ok(OrFalse(None));
    };
    call.str(&[prefix.as_bytes(), &made].concat()).map(Some).map(OrFalse)
}

/// An id of the handler under which nothing is kept.
fn fresh(call: &mut Call<'_>) -> Res<Option<Vec<u8>>> {
    const TRIES: usize = 3;
    for _ in 0..TRIES {
        let made = keeper::create_id(call)?;
        if !keeper::can_validate(call) || !keeper::validate(call, &made)? {
            return Ok(Some(made));
        }
    }
    Ok(None)
}

/// Ends the session after a failure.
fn fail(call: &mut Call<'_>) -> Res<()> {
    keeper::close(call)?;
    session(call).status = Status::None;
    Ok(())
}

/// The handler and the path, for messages.
fn place(call: &mut Call<'_>) -> String {
    let path = setting(call, "session.save_path");
    format!("{} (path: {})", keeper::name(call), shown(&path))
}

/// Ends what is kept under the old id; whether that went well.
fn leave(call: &mut Call<'_>, id: &[u8], deletes: bool) -> Res<bool> {
    if deletes {
        if keeper::destroy(call, id)? {
            return Ok(true);
        }
        fail(call)?;
        let place = place(call);
        warn(call, &format!("Session object destruction failed. ID: {place}"))?;
        return Ok(false);
    }
    let text = serializer::encode(call)?.unwrap_or_default();
    if keeper::write(call, id, &text)? {
        return Ok(true);
    }
    fail(call)?;
    let place = place(call);
    warn(call, &format!("Session write failed. ID: {place}"))?;
    Ok(false)
}

pub fn session_regenerate_id(call: &mut Call<'_>, delete_old_session: bool) -> Res<bool> {
    if !is_active(call) {
        warn(call, "Session ID cannot be regenerated when there is no active session")?;
        return Ok(false);
    }
    if are_headers_sent(call) {
        warn(call, "Session ID cannot be regenerated after headers have already been sent")?;
        return Ok(false);
    }
    let old = session(call).id.clone().unwrap_or_default();
    if !leave(call, &old, delete_old_session)? {
        return Ok(false);
    }
    keeper::close(call)?;
    session(call).read = None;
    session(call).id = None;
    match keeper::open(call) {
        Ok(true) => {}
        opened => {
            session(call).status = Status::None;
            opened?;
            let text = format!("Failed to open session: {}", place(call));
            return Err(request(call).throw_error("error", &text));
        }
    }
    if !take_new(call)? {
        return Ok(false);
    }
    if is_on(call, "session.use_cookies") {
        session(call).sends_cookie = true;
    }
    cookie::reset(call)
}

/// Takes a new id and what is kept under it, which is nothing.
fn take_new(call: &mut Call<'_>) -> Res<bool> {
    const TRIES: usize = 3;
    let made = keeper::create_id(call);
    if made.is_err() {
        session(call).status = Status::None;
    }
    let mut made = made?;
    if is_on(call, "session.use_strict_mode") && keeper::can_validate(call) {
        for _ in 0..TRIES {
            if !keeper::validate(call, &made)? {
                break;
            }
            made = keeper::create_id(call)?;
        }
    }
    session(call).id = Some(made.clone());
    match keeper::read(call, &made) {
        Ok(Some(_)) => Ok(true),
        read => {
            let read = read.map(drop);
            fail(call)?;
            read?;
            let text = format!("Failed to create(read) session ID: {}", place(call));
            Err(request(call).throw_error("error", &text))
        }
    }
}

/// Whether an id may appear in a page.
pub fn is_harmless(id: &[u8]) -> bool {
    !id.iter().any(|byte| b"\r\n\t <>'\"\\".contains(byte))
}

/// The id that the request brought.
pub fn brought(call: &mut Call<'_>) -> Option<Vec<u8>> {
    let name = setting(call, "session.name");
    if is_on(call, "session.use_cookies")
        && let Some(found) = start::superglobal(call, b"_COOKIE", &name)
    {
        let session = session(call);
        (session.sends_cookie, session.says_id) = (false, false);
        if found.is_some() {
            return found;
        }
    }
    if is_on(call, "session.use_only_cookies") {
        return None;
    }
    let places: [&[u8]; 2] = [b"_GET", b"_POST"];
    let mut found = None;
    for place in places {
        if found.is_none()
            && let Some(id) = start::superglobal(call, place, &name)
        {
            session(call).sends_cookie = id.is_none();
            found = id;
        }
    }
    found.filter(|_| is_referred(call))
}

/// Whether the page that led here is one that the settings know.
fn is_referred(call: &mut Call<'_>) -> bool {
    let known = setting(call, "session.referer_check");
    if known.is_empty() {
        return true;
    }
    match start::superglobal(call, b"_SERVER", b"HTTP_REFERER").flatten() {
        Some(page) if !page.is_empty() => page.windows(known.len()).any(|part| part == known),
        _ => true,
    }
}
