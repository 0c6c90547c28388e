//! The request of a test: what a web server would hand to `php-cgi`.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::phpt::Phpt;

/// Variables of the environment.
pub type Environment = Vec<(String, String)>;

/// Sets a variable.
pub fn set(environment: &mut Environment, name: &str, value: impl Into<String>) {
    environment.retain(|(found, _)| found != name);
    environment.push((name.to_owned(), value.into()));
}

fn is_empty(environment: &Environment, name: &str) -> bool {
    environment.iter().find(|(found, _)| found == name).is_none_or(|(_, value)| value.is_empty())
}

fn set_if_empty(environment: &mut Environment, name: &str, value: impl Into<String>) {
    if is_empty(environment, name) {
        set(environment, name, value);
    }
}

/// Fills in the variables of the request, and gives its body.
pub fn request(test: &Phpt, script: &str, environment: &mut Environment) -> Option<Vec<u8>> {
    set(environment, "REDIRECT_STATUS", "1");
    set_if_empty(environment, "QUERY_STRING", test.text("GET").trim());
    set_if_empty(environment, "PATH_TRANSLATED", script);
    set_if_empty(environment, "SCRIPT_FILENAME", script);
    set(environment, "HTTP_COOKIE", test.text("COOKIE").trim());
    let body = body(test, environment);
    if body.is_none() {
        set(environment, "REQUEST_METHOD", "GET");
        set(environment, "CONTENT_TYPE", "");
        set(environment, "CONTENT_LENGTH", "");
    }
    body
}

const FORM: &str = "application/x-www-form-urlencoded";

fn body(test: &Phpt, environment: &mut Environment) -> Option<Vec<u8>> {
    let given = |name: &str| test.has_text(name).then(|| test.get(name)).flatten();
    for (section, method) in [("POST_RAW", "POST"), ("PUT", "PUT")] {
        let Some(text) = given(section) else { continue };
        let body = raw_body(text.trim_ascii(), environment);
        set(environment, "CONTENT_LENGTH", body.len().to_string());
        match section {
            "PUT" => set(environment, "REQUEST_METHOD", method),
            _ => set_if_empty(environment, "REQUEST_METHOD", method),
        }
        return Some(body);
    }
    set(environment, "REQUEST_METHOD", "POST");
    if let Some(text) = given("POST") {
        let body = text.trim_ascii().to_vec();
        set_if_empty(environment, "CONTENT_TYPE", FORM);
        set_if_empty(environment, "CONTENT_LENGTH", body.len().to_string());
        return Some(body);
    }
    let (body, encoding) = match (given("GZIP_POST"), given("DEFLATE_POST")) {
        (Some(text), _) => (gzip(text.trim_ascii()), "gzip"),
        (None, Some(text)) => (deflate(text.trim_ascii()), "deflate"),
        (None, None) => return None,
    };
    set(environment, "HTTP_CONTENT_ENCODING", encoding);
    set(environment, "CONTENT_TYPE", FORM);
    set(environment, "CONTENT_LENGTH", body.len().to_string());
    Some(body)
}

/// The lines of a body; the first that names its type is a header.
fn raw_body(text: &[u8], environment: &mut Environment) -> Vec<u8> {
    let mut lines = Vec::new();
    for line in text.split(|&byte| byte == b'\n') {
        let head = String::from_utf8_lossy(line).into_owned();
        let is_type = head.to_ascii_lowercase().starts_with("content-type:");
        if is_type && is_empty(environment, "CONTENT_TYPE") {
            set(environment, "CONTENT_TYPE", head[13..].replace('\r', "").trim());
        } else {
            lines.push(line);
        }
    }
    lines.join(&b'\n')
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).and_then(|()| encoder.finish()).unwrap_or_default()
}

fn deflate(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// The headers and the body that `php-cgi` has written.
pub fn response(output: &[u8]) -> Option<(String, &[u8])> {
    let blank = output.windows(2).position(|pair| pair == b"\n\n");
    let blank_crlf = output.windows(3).position(|three| three == b"\n\r\n");
    let (head, body) = match (blank, blank_crlf) {
        (Some(at), Some(crlf)) if crlf < at => (crlf, crlf + 3),
        (Some(at), _) => (at, at + 2),
        (None, Some(crlf)) => (crlf, crlf + 3),
        (None, None) => return None,
    };
    Some((String::from_utf8_lossy(&output[..head]).into_owned(), &output[body..]))
}

/// The headers among `wanted` that the response does not have as they are wanted.
pub fn missing_headers(wanted: &str, found: &str) -> Vec<String> {
    let found: Vec<(&str, &str)> = found.lines().filter_map(header).collect();
    let is_missing = |wanted: &(&str, &str)| {
        found.iter().rfind(|(name, _)| *name == wanted.0).is_none_or(|last| last.1 != wanted.1)
    };
    let wanted = wanted.lines().filter_map(header).filter(is_missing);
    wanted.map(|(name, value)| format!("{name}: {value}")).collect()
}

fn header(line: &str) -> Option<(&str, &str)> {
    line.split_once(':').map(|(name, value)| (name.trim(), value.trim()))
}
