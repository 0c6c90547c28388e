//! Headers of the response, cookies, and files that came with the request.

#[rustfmt::skip]
mod r#gen;
mod body;
mod cookie;

pub use r#gen::{CONSTANTS, NATIVES};

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use body::request_parse_body;
pub(in crate::native) use cookie::{date, encoded};
use cookie::{setcookie, setrawcookie};
use runtime::array::Array;
use runtime::native::{Call, Host as _};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::request;

/// Statuses that a `Location` header leaves as they are.
fn fits_location(status: u16) -> bool {
    status == 201 || (300..400).contains(&status)
}

/// Warns that the headers are gone; whether they are.
fn are_sent(call: &mut Call<'_>, what: &str) -> Res<bool> {
    let Some((path, line)) = request(call).headers.sent_at.clone() else { return Ok(false) };
    let where_ = match line {
        0 => String::new(),
        line => format!(" (output started at {path}:{line})"),
    };
    request(call).warn(&format!("{what}{where_}"))?;
    Ok(true)
}

/// Adds a header as scripts write it; whether it may be.
fn add(call: &mut Call<'_>, text: &[u8], replaces: bool) -> Res<bool> {
    if are_sent(call, "Cannot modify header information - headers already sent by")? {
        return Ok(false);
    }
    let line = text.trim_ascii_end();
    if line.is_empty() {
        return Ok(false);
    }
    if line.iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
        let text = "Header may not contain more than a single header, new line detected";
        request(call).warn(text)?;
        return Ok(false);
    }
    if line.contains(&0) {
        request(call).warn("Header may not contain NUL bytes")?;
        return Ok(false);
    }
    if line.len() >= 5 && line[..5].eq_ignore_ascii_case(b"HTTP/") {
        let status = line.split(|&byte| byte == b' ').nth(1).unwrap_or_default();
        let digits = status.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let status = String::from_utf8_lossy(&status[..digits]).parse().unwrap_or(200);
        let headers = &mut request(call).headers;
        (headers.status, headers.status_line) = (status, Some(line.to_vec()));
        return Ok(true);
    }
    add_named(call, line, replaces);
    Ok(true)
}

fn add_named(call: &mut Call<'_>, line: &[u8], replaces: bool) {
    let rq = request(call);
    let colon = line.iter().position(|&byte| byte == b':');
    let name = colon.map_or(&b""[..], |at| &line[..at]).to_ascii_lowercase();
    let value = colon.map_or(&b""[..], |at| line[at + 1..].trim_ascii_start());
    match name.as_slice() {
        b"content-type" => {
            rq.headers.has_type = true;
            let kind = value.split(|&byte| byte == b';').next().unwrap_or_default();
            rq.headers.content_type = Some(kind.trim_ascii().to_vec());
            let charset = rq.ini.get("default_charset").unwrap_or_default();
            let is_bare = value.starts_with(b"text/") && !value.contains(&b';');
            if is_bare && !charset.is_empty() {
                let full = [b"Content-type: ", value, b";charset=", charset].concat();
                return rq.headers.add(&full, true);
            }
        }
        b"location" if !fits_location(rq.headers.status) => rq.headers.status = 302,
        b"www-authenticate" => rq.headers.status = 401,
        _ => {}
    }
    rq.headers.add(line, replaces);
}

fn header(call: &mut Call<'_>, header: &Str, replace: bool, response_code: i64) -> Res<()> {
    let is_added = add(call, header, replace)?;
    if is_added && let Ok(status @ 1..) = u16::try_from(response_code) {
        let headers = &mut request(call).headers;
        (headers.status, headers.status_line) = (status, None);
    }
    Ok(())
}

fn header_remove(call: &mut Call<'_>, name: Option<&Str>) -> Res<()> {
    if are_sent(call, "Cannot modify header information - headers already sent by")? {
        return Ok(());
    }
    if name.is_some_and(|name| name.contains(&b':')) {
        return request(call).warn("Header to delete may not contain colon.");
    }
    let headers = &mut request(call).headers;
    match name {
        Some(name) => headers.remove(name),
        None => headers.lines.clear(),
    }
    Ok(())
}

fn headers_sent(call: &mut Call<'_>, filename: &Reference, line: &Reference) -> Res<bool> {
    let sent = request(call).headers.sent_at.clone();
    let is_sent = sent.is_some();
    let (path, at) = sent.unwrap_or_default();
    call.assign(line, Value::int(at.into()))?;
    let path = call.str(path.as_bytes())?;
    call.assign(filename, path.into())?;
    Ok(is_sent)
}

fn headers_list(call: &mut Call<'_>) -> Res<Array> {
    let lines = request(call).headers.lines.clone();
    let lines: Vec<Value> =
        lines.iter().map(|line| call.str(line).map(Value::from)).collect::<Res<_>>()?;
    call.list(lines)
}

fn header_type_(call: &mut Call<'_>) -> Res<Option<Str>> {
    let kind = request(call).headers.content_type.clone();
    kind.map(|kind| call.str(&kind)).transpose()
}

fn http_response_code(call: &mut Call<'_>, response_code: i64) -> Res<Value> {
    let old = request(call).headers.status;
    let shown = if old == 0 { Value::bool(false) } else { Value::int(old.into()) };
    let Ok(status @ 1..) = u16::try_from(response_code) else { return Ok(shown) };
    let what = "http_response_code(): Cannot set response code - headers already sent";
    if are_sent(call, what)? {
        return Ok(Value::bool(false));
    }
    let headers = &mut request(call).headers;
    (headers.status, headers.status_line) = (status, None);
    Ok(if old == 0 { Value::bool(true) } else { shown })
}

fn header_register_callback(call: &mut Call<'_>, callback: &Value) -> Res<bool> {
    match request(call).callable(callback) {
        Ok(callable) => {
            request(call).headers.callback = Some(callable);
            Ok(true)
        }
        Err(_) => Ok(false),
    }
}

fn is_uploaded_file(call: &mut Call<'_>, filename: &Str) -> Res<bool> {
    Ok(request(call).uploads.iter().any(|upload| **upload == *filename.as_bytes()))
}

fn move_uploaded_file(call: &mut Call<'_>, from: &Str, to: &Str) -> Res<bool> {
    if !is_uploaded_file(call, from)? {
        return Ok(false);
    }
    let path = |name: &Str| Path::new(std::ffi::OsStr::from_bytes(name)).to_owned();
    let (source, target) = (path(from), path(to));
    let copied = || std::fs::copy(&source, &target).and_then(|_| std::fs::remove_file(&source));
    if std::fs::rename(&source, &target).or_else(|_| copied()).is_ok() {
        request(call).uploads.retain(|upload| **upload != *from.as_bytes());
        return Ok(true);
    }
    let (from, to) = (source.display(), target.display());
    let text = format!("move_uploaded_file(): Unable to move \"{from}\" to \"{to}\"");
    request(call).warn(&text)?;
    Ok(false)
}
