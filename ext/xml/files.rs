//! Files that functions of XML open, where a script may.

use ext_file::layer::open::{self, Wanted};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::path;

/// Whether a script may touch the file of a name.
pub fn may_touch(call: &mut Call<'_>, name: &[u8]) -> bool {
    call.host().confines(path::without_file_scheme(name).unwrap_or(name)).is_none()
}

/// Opens a stream; `None` after the warnings of why not.
pub fn open(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<(u32, Value)>> {
    let plain = path::without_file_scheme(wanted.path).unwrap_or(wanted.path);
    let Some(folders) = call.host().confines(plain) else { return open::open(call, wanted) };
    if wanted.reports {
        let name = String::from_utf8_lossy(plain).into_owned();
        call.warn(format!(
            "open_basedir restriction in effect. File({name}) is not within the allowed path(s): \
             ({folders})"
        ))?;
        let why = "Failed to open stream: Operation not permitted";
        ext_file::layer::warn_about(call, wanted.path, why)?;
    }
    Ok(None)
}
