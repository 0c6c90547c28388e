//! The body of the request, read when a script asks for it.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::super::ini::quantity;
use super::request;

/// The settings that a script may give limits for.
const LIMITS: [&str; 5] = [
    "max_file_uploads",
    "max_input_vars",
    "max_multipart_body_parts",
    "post_max_size",
    "upload_max_filesize",
];

pub fn request_parse_body(call: &mut Call<'_>, options: Option<&Array>) -> Res<Array> {
    let mut limits = Vec::new();
    for (key, value) in options.into_iter().flatten() {
        limits.push(limit(call, key, value.unboxed())?);
    }
    let Some(read) = request(call).read_body.clone() else {
        return Err(refused(call, "Request does not provide a content type"));
    };
    let read = read(request(call), &limits);
    match call.alloc(read)? {
        Ok([variables, files]) => call.list([variables.into(), files.into()]),
        Err(text) => Err(refused(call, &text)),
    }
}

fn refused(call: &mut Call<'_>, text: &str) -> runtime::raise::Halt {
    request(call).throw_error("requestparsebodyexception", text)
}

/// A limit that a script gives: the name of its setting, its value.
fn limit(call: &mut Call<'_>, key: Key<'_>, value: &Value) -> Res<(Box<str>, i64)> {
    let invalid = |call: &mut Call<'_>, what: String| {
        Err(request(call).throw_error("valueerror", &format!("Invalid {what} $options argument")))
    };
    let Key::Str(name) = key else { return invalid(call, "integer key in".to_owned()) };
    let name = String::from_utf8_lossy(name.as_bytes()).into_owned();
    if !LIMITS.contains(&name.as_str()) {
        return invalid(call, format!("key \"{name}\" in"));
    }
    let bytes = match value.view() {
        View::Int(bytes) => return Ok((name.into(), bytes)),
        View::Str(text) => text.to_vec(),
        _ => {
            let kind = call.given(value);
            return invalid(call, format!("{kind} value in"));
        }
    };
    let found = quantity::read(&bytes);
    if let Some(complaint) = found.complaint {
        request(call).warn(&complaint)?;
    }
    Ok((name.into(), found.value))
}
