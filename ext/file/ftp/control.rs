//! The connection that commands a server.

use std::time::Duration;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::{asks_on, is_done};
use crate::http::notify::{self, event};
use crate::http::{Connection, Url};
use crate::layer::{codec, shown};

/// A connection, and the last line that came of it.
pub struct Control {
    connection: Connection,
    /// The last line, with its end.
    pub line: Vec<u8>,
}

/// Where a server waits for the connection that carries data.
pub struct Place {
    /// None: where the commands go.
    host: Option<String>,
    port: u16,
}

impl Place {
    /// `host:port`.
    pub fn of(&self, url: &Url) -> String {
        match &self.host {
            Some(host) => format!("{host}:{}", self.port),
            None => format!("{}:{}", String::from_utf8_lossy(&url.host), self.port),
        }
    }
}

impl Control {
    /// Reads lines to one that has a status and a blank behind it; the status of the last.
    fn answer(&mut self) -> i64 {
        self.line.clear();
        while let Some(line) = self.connection.line() {
            let is_last = matches!(&line[..], [a, b, c, b' ', ..] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()));
            self.line = line;
            if is_last {
                break;
            }
        }
        let digits = self.line.iter().take_while(|byte| byte.is_ascii_digit()).take(9);
        digits.fold(0, |number, digit| number * 10 + i64::from(digit - b'0'))
    }

    /// Sends a command with what it is about; the status of its answer.
    pub fn ask(&mut self, command: &str, about: &[u8]) -> i64 {
        self.tell(command, about);
        self.answer()
    }

    /// Sends a command whose answer is not waited for.
    pub fn tell(&mut self, command: &str, about: &[u8]) {
        let blank: &[u8] = if about.is_empty() { b"" } else { b" " };
        self.connection.send(&[command.as_bytes(), blank, about, b"\r\n"].concat());
    }

    /// What the server says of a transfer that was begun, or is over.
    pub fn heard(&mut self) -> i64 {
        self.answer()
    }

    /// Asks where a connection for data is waited for.
    pub fn passive(&mut self) -> Option<Place> {
        if self.ask("EPSV", b"") == 229 {
            let mut parts = self.line.get(4..)?.split(|byte| *byte == b'|');
            let port = leading(parts.nth(3)?)?;
            return Some(Place { host: None, port });
        }
        if self.ask("PASV", b"") != 227 {
            return None;
        }
        let start = self.line.iter().skip(4).position(u8::is_ascii_digit)? + 4;
        let mut parts = self.line[start..].split(|byte| *byte == b',');
        let mut part = || leading(parts.next()?);
        let host = [part()?, part()?, part()?, part()?].map(|part| part.to_string());
        let port = part()?.wrapping_mul(256).wrapping_add(part()?);
        (port > 0).then(|| Place { host: Some(host.join(".")), port })
    }
}

/// The number that a text begins with.
fn leading(text: &[u8]) -> Option<u16> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    std::str::from_utf8(&text[..end]).ok()?.parse().ok()
}

/// The seconds that a server may take.
pub fn timeout(call: &mut Call<'_>) -> Duration {
    let setting = call.host().setting("default_socket_timeout").unwrap_or_default();
    let seconds = String::from_utf8_lossy(&setting).trim().parse().unwrap_or(60.0_f64);
    Duration::try_from_secs_f64(seconds.clamp(0.0, 1e9)).unwrap_or_default()
}

/// Connects to the server of a name and logs in. None: what is wrong is told, as far as there is
/// something to tell before the caller's own words, which are `fault`.
pub fn connect(
    call: &mut Call<'_>,
    url: &Url,
    context: Option<&Value>,
    fault: &mut Option<String>,
) -> Res<Option<Control>> {
    let place = format!("{}:{}", String::from_utf8_lossy(&url.host), url.port);
    call.host().flush();
    let timeout = timeout(call);
    let connection = match Connection::open(&place, timeout) {
        Ok(connection) => connection,
        Err(text) => {
            if text.starts_with("php_network_getaddresses") {
                call.warn(text.clone())?;
            }
            call.warn(format!("connect() failed: {text}"))?;
            return Ok(None);
        }
    };
    let mut control = Control { connection, line: Vec::new() };
    notify::info(call, context, event::CONNECT, None)?;
    let status = control.answer();
    if !is_done(status) {
        notify::failure(call, context, event::FAILURE, (&control.line, status))?;
        return Ok(None);
    }
    let is_in = log_in(call, (&mut control, url), context, fault)?;
    Ok(is_in.then_some(control))
}

/// A part of a name that stands in a command.
fn word(part: Option<&Vec<u8>>, what: &str, fault: &mut Option<String>) -> Option<Vec<u8>> {
    let word = part.map_or(b"anonymous".to_vec(), |part| codec::url_decoded(part));
    if word.iter().any(u8::is_ascii_control) {
        *fault = Some(format!("Invalid {what} {}", shown(&word)));
        return None;
    }
    Some(word)
}

fn log_in(
    call: &mut Call<'_>,
    (control, url): (&mut Control, &Url),
    context: Option<&Value>,
    fault: &mut Option<String>,
) -> Res<bool> {
    let Some(user) = word(url.user.as_ref(), "login", fault) else { return Ok(false) };
    let mut status = control.ask("USER", &user);
    if !asks_on(status) {
        return Ok(is_done(status));
    }
    notify::info(call, context, event::AUTH_REQUIRED, Some(&control.line))?;
    let from = call.host().setting("from").filter(|from| !from.is_empty());
    let from = from.filter(|_| url.password.is_none());
    let password = match from {
        Some(from) => from,
        None => match word(url.password.as_ref(), "password", fault) {
            Some(password) => password,
            None => return Ok(false),
        },
    };
    status = control.ask("PASS", &password);
    let said = (&control.line[..], status);
    match is_done(status) {
        true => notify::coded(call, context, event::AUTH_RESULT, said)?,
        false => notify::failure(call, context, event::AUTH_RESULT, said)?,
    }
    Ok(is_done(status))
}
