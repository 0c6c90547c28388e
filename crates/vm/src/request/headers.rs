//! Headers of the response: what a script asked for, and when they are sent.
//!
//! Headers are sent before the first byte that reaches the sink, or at the end. A command line has
//! none, but knows as well when they would have been sent.
//!
//! # Not here
//! What scripts call: `native::header`.

use runtime::native::Callable;
use runtime::raise::{OrExit, Res};

use super::Request;

/// The name and phrase of statuses that have one.
const PHRASES: &[(u16, &str)] = &[
    (100, "Continue"),
    (101, "Switching Protocols"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (305, "Use Proxy"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Request Entity Too Large"),
    (414, "Request-URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Requested Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (511, "Network Authentication Required"),
];

/// The phrase of a status that has one.
pub fn phrase(status: u16) -> Option<&'static str> {
    PHRASES.iter().find(|(known, _)| *known == status).map(|(_, phrase)| *phrase)
}

/// The headers of a response.
pub struct Headers {
    /// Whether there is somebody to send them to.
    pub has_reader: bool,
    /// What the script is told of whom it runs for: `cli`, `cgi-fcgi`.
    pub sapi: &'static str,
    /// The lines, in order.
    pub lines: Vec<Vec<u8>>,
    /// The status; 0 when none was set.
    pub status: u16,
    /// The first line of the response, as a script gave it.
    pub status_line: Option<Vec<u8>>,
    /// Whether a script named the type of the content.
    pub has_type: bool,
    /// The type of the content that a script named, without its parameters.
    pub content_type: Option<Vec<u8>>,
    /// What is called before they are sent.
    pub callback: Option<Callable>,
    /// Where output began, once they are sent; the line is 0 when that is not known.
    pub sent_at: Option<(String, u32)>,
}

impl Default for Headers {
    fn default() -> Self {
        Self {
            has_reader: false,
            sapi: "cli",
            lines: Vec::new(),
            status: 0,
            status_line: None,
            has_type: false,
            content_type: None,
            callback: None,
            sent_at: None,
        }
    }
}

fn name_of(line: &[u8]) -> &[u8] {
    line.split(|&byte| byte == b':').next().unwrap_or_default()
}

impl Headers {
    /// Adds a line; one with the same name goes when `replaces`.
    pub fn add(&mut self, line: &[u8], replaces: bool) {
        if !self.has_reader {
            return;
        }
        if replaces {
            self.remove(name_of(line));
        }
        self.lines.push(line.to_vec());
    }

    /// Removes the lines with a name.
    pub fn remove(&mut self, name: &[u8]) {
        self.lines.retain(|line| !name_of(line).eq_ignore_ascii_case(name));
    }

    /// The head of a response, as a gateway reads it.
    fn text(&self) -> Vec<u8> {
        let mut text = Vec::new();
        let is_status = |line: &&Vec<u8>| name_of(line).eq_ignore_ascii_case(b"Status");
        let mut has_first = true;
        match (&self.status_line, self.status) {
            (_, 0 | 200) => has_first = false,
            // A server that is this process writes the first line as it is.
            (Some(line), _) if line.contains(&b' ') && self.sapi == "cli-server" => {
                text.extend_from_slice(&[b"Status: ", line.as_slice(), b"\r\n"].concat());
            }
            (Some(line), _) if line.contains(&b' ') => {
                let rest = line.splitn(2, |&byte| byte == b' ').nth(1).unwrap_or_default();
                text.extend_from_slice(&[b"Status: ", rest, b"\r\n"].concat());
            }
            _ if self.lines.iter().any(|line| is_status(&line)) => has_first = false,
            (_, status) => {
                let phrase = phrase(status).map(|phrase| format!(" {phrase}"));
                let phrase = phrase.unwrap_or_default();
                text.extend_from_slice(format!("Status: {status}{phrase}\r\n").as_bytes());
            }
        }
        // PHP: of further lines with the status the first is written where it stands, if any.
        for line in &self.lines {
            if is_status(&line) && std::mem::replace(&mut has_first, true) {
                continue;
            }
            text.extend_from_slice(&[line.as_slice(), b"\r\n"].concat());
        }
        text.extend_from_slice(b"\r\n");
        text
    }
}

impl Request {
    /// Says that the response goes to somebody who reads headers.
    pub fn answer_with_headers(&mut self, sapi: &'static str) {
        self.headers.has_reader = true;
        self.headers.sapi = sapi;
        if self.ini.is_on("expose_php") {
            self.headers.add(b"X-Powered-By: PHP/8.4.24", true);
        }
    }

    /// The type of the content when a script names none.
    pub(crate) fn default_type(&self, kind: &[u8]) -> Vec<u8> {
        let charset = self.ini.get("default_charset").unwrap_or_default();
        match kind.starts_with(b"text/") && !charset.is_empty() {
            true => [kind, b"; charset=", charset].concat(),
            false => kind.to_vec(),
        }
    }

    /// Sends the headers, unless that was done; `at` is where output began.
    pub(crate) fn send_headers(&mut self, at: Option<(String, u32)>) -> Res<()> {
        if self.headers.sent_at.is_some() {
            return Ok(());
        }
        let mut result = Ok(());
        if let Some(callback) = self.headers.callback.take() {
            // What it prints comes behind the headers, and does not send them.
            self.headers.sent_at = at.clone().or_else(|| Some((String::new(), 0)));
            self.output.is_fresh = false;
            let sent = self.headers.sent_at.take();
            result = self.call_before_headers(&callback);
            self.headers.sent_at = sent;
        }
        self.output.is_fresh = false;
        self.headers.sent_at = Some(at.unwrap_or_default());
        if self.headers.has_reader {
            const NOT_MODIFIED: u16 = 304;
            if !self.headers.has_type && self.headers.status != NOT_MODIFIED {
                let kind = self.ini.get("default_mimetype").unwrap_or(b"text/html").to_vec();
                if !kind.is_empty() {
                    let kind = self.default_type(&kind);
                    self.headers.lines.push([b"Content-type: ", &kind[..]].concat());
                }
            }
            let text = self.headers.text();
            self.output.begin(&text);
        }
        result
    }

    fn call_before_headers(&mut self, callback: &Callable) -> Res<()> {
        self.call_resolved(callback, &[]).map(drop)
    }

    /// Writes bytes below the layer at `above`; the headers come first.
    #[inline]
    pub(super) fn write_below(&mut self, above: usize, bytes: &[u8]) -> Res<()> {
        if self.output.is_fresh && !bytes.is_empty() && self.output.reaches_sink(above) {
            self.begin_output()?;
        }
        self.output.try_write(above, bytes).or_exit(self)
    }

    /// Sends the headers, because output begins.
    #[cold]
    pub(super) fn begin_output(&mut self) -> Res<()> {
        let at = self.place_at(0);
        self.send_headers(Some(at))
    }
}
