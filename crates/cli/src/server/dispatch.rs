//! Who answers a request: the script that routes, a script, a file, or the server with an error.

use std::io::Write as _;
use std::path::Path;
use std::rc::Rc;

use engine::serve::{Routed, serve};
use engine::web::Web;
use engine::web::head::Head;

use super::answer::{Echoed, Fate, Opening, Sink, phrase};
use super::log::log;
use super::place::{Place, find};
use super::{Client, Server, mime};

/// Answers a request.
pub fn answer(server: &Server<'_>, client: &mut Client, mut request: Head) {
    let body = std::mem::take(&mut request.body);
    let request = &request;
    if !request.is_known() {
        return error_page(client, request, 501);
    }
    let (name, query) = request.parts();
    let place = find(&server.root, name);
    let file = place.file.as_deref();
    let is_php = |path: &&Path| {
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("php"))
    };
    let script = file.filter(is_php);
    if script.is_some() && place.is_odd && server.router.is_none() {
        return error_page(client, request, 400);
    }
    if server.router.is_none() && script.is_none() {
        return static_file(client, request, &place);
    }
    let Ok(stream) = client.stream.try_clone() else { return };
    let fate = Rc::new(Fate::default());
    let sink = Sink::new(stream, request, Rc::clone(&fate));
    let mut web = web(server, client, (request, &place, query));
    (web.announced, web.body) = (body.len(), body);
    let routes = server.router.as_deref();
    let declined = Rc::clone(&fate);
    let decline = Box::new(move || declined.is_dropped.set(true));
    let routed = serve((routes, script), (&web, decline), server.settings, Box::new(sink));
    match routed {
        Ok(Routed::Declined) => static_file(client, request, &place),
        Ok(Routed::Answered { error }) => {
            let status = fate.status.get();
            log_answer(client, request, (status, error.as_deref()));
        }
        Err(_) => error_page(client, request, 500),
    }
}

/// What the script is told.
fn web(
    server: &Server<'_>,
    client: &Client,
    (request, place, query): (&Head, &Place, Option<&[u8]>),
) -> Web {
    let mut web = Web { sapi: "cli-server", ..Web::default() };
    let mut add = |name: &str, value: &[u8]| {
        web.variables.push((name.as_bytes().to_vec(), value.to_vec()));
    };
    let path = |path: &Path| path.display().to_string().into_bytes();
    let (major, minor) = request.version;
    add("DOCUMENT_ROOT", &path(&server.root));
    add("REMOTE_ADDR", client.peer.ip().to_string().as_bytes());
    add("REMOTE_PORT", client.peer.port().to_string().as_bytes());
    add("SERVER_SOFTWARE", b"PHP/8.4.24 (Development Server)");
    add("SERVER_PROTOCOL", format!("HTTP/{major}.{minor}").as_bytes());
    add("SERVER_NAME", server.host.as_bytes());
    add("SERVER_PORT", server.port.to_string().as_bytes());
    add("REQUEST_URI", &request.uri);
    add("REQUEST_METHOD", request.method.as_bytes());
    add("SCRIPT_NAME", &place.name);
    match (&place.file, &server.router) {
        (Some(file), _) => add("SCRIPT_FILENAME", &path(file)),
        (None, Some(router)) => add("SCRIPT_FILENAME", &path(router)),
        (None, None) => {}
    }
    if !place.rest.is_empty() {
        add("PATH_INFO", &place.rest);
    }
    add("PHP_SELF", &[&place.name[..], &place.rest].concat());
    if let Some(query) = query {
        add("QUERY_STRING", query);
    }
    for (name, value) in &request.headers {
        let name = name.to_ascii_uppercase().replace('-', "_");
        if matches!(name.as_str(), "CONTENT_TYPE" | "CONTENT_LENGTH") {
            add(&name, value);
        }
        add(&format!("HTTP_{name}"), value);
    }
    web
}

fn static_file(client: &mut Client, request: &Head, place: &Place) {
    if matches!(request.method.as_str(), "DELETE" | "PUT" | "PATCH") {
        return error_page(client, request, 405);
    }
    if place.is_odd {
        return error_page(client, request, 400);
    }
    let Some(file) = place.file.as_deref() else { return error_page(client, request, 404) };
    let Ok(bytes) = std::fs::read(file) else { return error_page(client, request, 404) };
    let mut text = opening(request, 200);
    let extension = file.extension().map(|extension| extension.to_string_lossy().into_owned());
    let kind = match extension {
        Some(extension) => mime::of(&extension),
        None => Some("application/octet-stream"),
    };
    if let Some(kind) = kind.or(Some("application/octet-stream")) {
        let charset = if kind.starts_with("text/") { "; charset=UTF-8" } else { "" };
        text.extend_from_slice(format!("Content-Type: {kind}{charset}\r\n").as_bytes());
    }
    text.extend_from_slice(format!("Content-Length: {}\r\n\r\n", bytes.len()).as_bytes());
    if request.method != "HEAD" {
        text.extend_from_slice(&bytes);
    }
    send(client, &text);
    log_answer(client, request, (200, None));
}

const STYLE: &str = "<style>\nbody { margin: 2em; font-family: sans-serif; }\n</style>\n";

fn error_page(client: &mut Client, request: &Head, status: u16) {
    let words = phrase(status);
    let uri = String::from_utf8_lossy(&request.uri);
    let uri = uri.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let uri = uri.replace('"', "&quot;").replace('\'', "&#039;");
    let what = match status {
        400 => "<p>The server could not understand the request.</p>".to_owned(),
        404 => format!(
            "<p>The requested resource <code class=\"url\">{uri}</code> was not found on this \
             server.</p>"
        ),
        405 => "<p>The method of the request is not allowed here.</p>".to_owned(),
        501 => "<p>The method of the request is not known.</p>".to_owned(),
        _ => "<p>The server cannot answer.</p>".to_owned(),
    };
    let page = format!(
        "<!doctype html><html><head><title>{status} {words}</title>{STYLE}</head><body>\
         <h1>{words}</h1>{what}</body></html>"
    );
    let mut text = opening(request, status);
    let length = if request.method == "HEAD" { 0 } else { page.len() };
    text.extend_from_slice(b"X-Powered-By: PHP/8.4.24\r\n");
    text.extend_from_slice(b"Content-Type: text/html; charset=UTF-8\r\n");
    text.extend_from_slice(format!("Content-Length: {length}\r\n").as_bytes());
    if status == 405 {
        text.extend_from_slice(b"Allow: GET, HEAD, POST\r\n");
    }
    text.extend_from_slice(b"\r\n");
    if length > 0 {
        text.extend_from_slice(page.as_bytes());
    }
    send(client, &text);
    let why = match status {
        404 => "No such file or directory",
        _ => words,
    };
    log_answer(client, request, (status, Some(why)));
}

fn opening(request: &Head, status: u16) -> Vec<u8> {
    let words = phrase(status);
    Echoed::of(request).opening(&Opening { status, words, has_date: false })
}

fn send(client: &mut Client, bytes: &[u8]) {
    // A reader that has gone away wants no answer.
    let _ = client.stream.write_all(bytes);
}

fn log_answer(client: &Client, request: &Head, (status, why): (u16, Option<&str>)) {
    let uri = String::from_utf8_lossy(&request.uri);
    let why = why.map(|why| format!(" - {why}")).unwrap_or_default();
    log(&format!("{} [{status}]: {} {uri}{why}", client.peer, request.method));
}
