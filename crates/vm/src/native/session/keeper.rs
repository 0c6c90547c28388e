//! Who keeps sessions: the engine's files, or the script.

use runtime::native::Call;
use runtime::raise::Res;

use super::user::{self, Part};
use super::{files, id, session, setting};

/// Whether the script keeps them.
pub fn is_user(call: &mut Call<'_>) -> bool {
    setting(call, "session.save_handler").eq_ignore_ascii_case(b"user")
}

/// The name of who keeps them.
pub fn name(call: &mut Call<'_>) -> &'static str {
    if is_user(call) { "user" } else { "files" }
}

/// Begins; whether that went well.
pub fn open(call: &mut Call<'_>) -> Res<bool> {
    let path = setting(call, "session.save_path");
    if !is_user(call) {
        return files::open(call, &path);
    }
    let name = setting(call, "session.name");
    user::open(call, &path, &name)
}

/// Ends; whether that went well.
pub fn close(call: &mut Call<'_>) -> Res<bool> {
    if is_user(call) {
        return user::close(call);
    }
    session(call).files = None;
    Ok(true)
}

/// Whether something was begun that has to be ended.
pub fn is_open(call: &mut Call<'_>) -> bool {
    let session = session(call);
    session.files.is_some() || session.user.is_begun
}

/// Ends what was begun.
pub fn close_if_open(call: &mut Call<'_>) -> Res<()> {
    if is_open(call) {
        close(call)?;
    }
    Ok(())
}

/// What is kept under an id.
pub fn read(call: &mut Call<'_>, id: &[u8]) -> Res<Option<Vec<u8>>> {
    if is_user(call) { user::read(call, id) } else { files::read(call, id) }
}

/// Keeps a text under an id.
pub fn write(call: &mut Call<'_>, id: &[u8], text: &[u8]) -> Res<bool> {
    if is_user(call) {
        return user::tell(call, Part::Write, &[id, text]);
    }
    files::write(call, id, text)
}

/// Says that what is kept under an id is in use and has not changed.
pub fn touch(call: &mut Call<'_>, id: &[u8], text: &[u8]) -> Res<bool> {
    if !is_user(call) {
        return files::touch(call, id, text);
    }
    let part =
        if user::has(call, Part::UpdateTimestamp) { Part::UpdateTimestamp } else { Part::Write };
    user::tell(call, part, &[id, text])
}

/// Deletes what is kept under an id.
pub fn destroy(call: &mut Call<'_>, id: &[u8]) -> Res<bool> {
    if is_user(call) {
        return user::tell(call, Part::Destroy, &[id]);
    }
    Ok(files::destroy(call, id))
}

/// Deletes what is too old.
pub fn collect(call: &mut Call<'_>, seconds: i64) -> Res<i64> {
    if is_user(call) { user::collect(call, seconds) } else { files::collect(call, seconds) }
}

/// A new id.
pub fn create_id(call: &mut Call<'_>) -> Res<Vec<u8>> {
    if is_user(call) {
        return user::create_id(call);
    }
    unused_id(call)
}

/// An id under which the engine's files keep nothing.
pub fn unused_id(call: &mut Call<'_>) -> Res<Vec<u8>> {
    const TRIES: usize = 4;
    let mut made = id::create(call)?;
    for _ in 1..TRIES {
        if !files::exists(call, &made) {
            break;
        }
        made = id::create(call)?;
    }
    Ok(made)
}

/// Whether it can be asked if something is kept under an id.
pub fn can_validate(call: &mut Call<'_>) -> bool {
    !is_user(call) || user::has(call, Part::ValidateSid)
}

/// Whether something is kept under an id.
pub fn validate(call: &mut Call<'_>, id: &[u8]) -> Res<bool> {
    if !is_user(call) {
        return Ok(files::exists(call, id));
    }
    if !user::has(call, Part::ValidateSid) {
        return Ok(true);
    }
    user::tell(call, Part::ValidateSid, &[id])
}
