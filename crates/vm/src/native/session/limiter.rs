//! What caches between here and the reader are told.

use std::time::{SystemTime, UNIX_EPOCH};

use runtime::native::Call;
use runtime::raise::Res;

use super::{number, request, setting, start, warn};
use crate::native::header::date;

const LONG_AGO: &str = "Expires: Thu, 19 Nov 1981 08:52:00 GMT";

fn header(call: &mut Call<'_>, line: &str) {
    request(call).headers.add(line.as_bytes(), true);
}

/// When the script was changed.
fn last_modified(call: &mut Call<'_>) {
    use std::os::unix::ffi::OsStrExt as _;
    let script = request(call).included.first().cloned().unwrap_or_default();
    let changed = std::fs::metadata(std::ffi::OsStr::from_bytes(&script));
    let changed = changed.and_then(|data| data.modified()).ok();
    let seconds = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    if let Some(text) = seconds.and_then(|seconds| date(seconds.as_secs())) {
        header(call, &format!("Last-Modified: {text}"));
    }
}

fn private(call: &mut Call<'_>) {
    let seconds = number(call, "session.cache_expire") * 60;
    header(call, &format!("Cache-Control: private, max-age={seconds}"));
    last_modified(call);
}

fn public(call: &mut Call<'_>) {
    let seconds = number(call, "session.cache_expire") * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    if let Some(text) = date(now.saturating_add_signed(seconds)) {
        header(call, &format!("Expires: {text}"));
    }
    header(call, &format!("Cache-Control: public, max-age={seconds}"));
    last_modified(call);
}

/// Adds the headers that the settings ask for; whether that was still possible.
pub fn send(call: &mut Call<'_>) -> Res<bool> {
    let limiter = setting(call, "session.cache_limiter");
    if limiter.is_empty() {
        return Ok(true);
    }
    if let Some((path, line)) = request(call).headers.sent_at.clone() {
        start::abort(call)?;
        let place = match line {
            0 => String::new(),
            line => format!(" (output started at {path}:{line})"),
        };
        let text = "Session cache limiter cannot be sent after headers have already been sent";
        warn(call, &format!("{text}{place}"))?;
        return Ok(false);
    }
    match limiter.to_ascii_lowercase().as_slice() {
        b"public" => public(call),
        b"private_no_expire" => private(call),
        b"private" => {
            header(call, LONG_AGO);
            private(call);
        }
        b"nocache" => {
            header(call, LONG_AGO);
            header(call, "Cache-Control: no-store, no-cache, must-revalidate");
            header(call, "Pragma: no-cache");
        }
        _ => {}
    }
    Ok(true)
}
