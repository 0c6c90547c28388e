//! What a session is told of files that came with the request.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::{flush, forget, initialize, is_on, session, setting, start};

/// The id that the request brought for its files: that of a form comes last.
fn brought(call: &mut Call<'_>, posted: &[u8]) -> Option<Vec<u8>> {
    let name = setting(call, "session.name");
    let mut found = None;
    if is_on(call, "session.use_cookies") {
        found = start::superglobal(call, b"_COOKIE", &name).flatten();
    }
    if found.is_none() && !is_on(call, "session.use_only_cookies") {
        found = start::superglobal(call, b"_GET", &name).flatten();
    }
    found.or_else(|| Some(posted.to_vec()).filter(|posted| !posted.is_empty()))
}

pub fn session_upload_(call: &mut Call<'_>, key: &Str, posted: &Str, progress: &Array) -> Res<()> {
    let Some(id) = brought(call, posted) else { return Ok(()) };
    session(call).id = Some(id);
    session(call).sends_cookie = false;
    if initialize(call)?
        && let Some(place) = session(call).vars.clone()
    {
        let mut vars = place.peek().as_array().cloned().unwrap_or_default();
        if is_on(call, "session.upload_progress.cleanup") {
            let removed = vars.remove(Key::of_str(key)).map(drop);
            call.alloc(removed)?;
        } else {
            let set = vars.set(Key::of_str(key), progress.clone().into());
            call.alloc(set)?;
        }
        place.set(vars.into());
        flush(call, true)?;
    }
    forget(call)
}
