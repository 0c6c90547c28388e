//! Answers as they go out: the first line, the headers that every one has, and what a script wrote.

use std::cell::Cell;
use std::io::{self, Write};
use std::net::TcpStream;
use std::rc::Rc;

use engine::web::head::Head;

use super::log::Moment;

/// The phrase of a status.
pub fn phrase(status: u16) -> &'static str {
    engine::web::phrase(status).unwrap_or("Unknown Status Code")
}

/// What an answer begins with.
pub struct Opening<'a> {
    pub status: u16,
    /// The phrase of the status, or the whole first line.
    pub words: &'a str,
    /// Whether a header behind it is the date.
    pub has_date: bool,
}

/// The version of a request and its host, which its answer has too.
#[derive(Clone)]
pub struct Echoed {
    version: (u8, u8),
    host: Option<Vec<u8>>,
}

impl Echoed {
    pub fn of(request: &Head) -> Self {
        let host = request.header("host").map(<[u8]>::to_vec);
        Self { version: request.version, host }
    }

    /// The first line, and the headers that every answer begins with.
    pub fn opening(&self, opening: &Opening<'_>) -> Vec<u8> {
        let Opening { status, words, has_date } = opening;
        let (major, minor) = self.version;
        let mut text = match words.starts_with("HTTP/") {
            true => format!("{words}\r\n").into_bytes(),
            false => format!("HTTP/{major}.{minor} {status} {words}\r\n").into_bytes(),
        };
        if let Some(host) = &self.host {
            text.extend_from_slice(&[b"Host: ", &host[..], b"\r\n"].concat());
        }
        if !has_date {
            let date = Moment::now().header();
            text.extend_from_slice(format!("Date: {date}\r\n").as_bytes());
        }
        text.extend_from_slice(b"Connection: close\r\n");
        text
    }
}

/// What becomes of the output of a script.
#[derive(Default)]
pub struct Fate {
    /// The status of the answer, once its head has gone out.
    pub status: Cell<u16>,
    /// Whether the script has declined, so that nothing of it goes out.
    pub is_dropped: Cell<bool>,
}

/// Where a script writes: a head as gateways have it, then the body.
pub struct Sink {
    stream: TcpStream,
    echoed: Echoed,
    wants_body: bool,
    head: Vec<u8>,
    is_behind: bool,
    fate: Rc<Fate>,
}

impl Sink {
    pub fn new(stream: TcpStream, request: &Head, fate: Rc<Fate>) -> Self {
        let (echoed, wants_body) = (Echoed::of(request), request.method != "HEAD");
        Self { stream, echoed, wants_body, head: Vec::new(), is_behind: false, fate }
    }

    /// Sends the head, whose `Status` becomes the first line.
    fn send_head(&mut self, end: usize) -> io::Result<()> {
        let head = self.head[..end].to_vec();
        let mut status = (200, phrase(200).to_owned());
        let mut lines = Vec::new();
        for line in head.split(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            match line.strip_prefix(b"Status: ") {
                Some(text) => {
                    let text = String::from_utf8_lossy(text).into_owned();
                    if text.starts_with("HTTP/") {
                        let mut words = text.splitn(3, ' ');
                        let code = words.nth(1).and_then(|code| code.parse().ok());
                        status = (code.unwrap_or(500), text);
                        continue;
                    }
                    let (code, words) = text.split_once(' ').unwrap_or((&text, ""));
                    let code = code.parse().unwrap_or(500);
                    let words = if words.is_empty() { phrase(code) } else { words };
                    status = (code, words.to_owned());
                }
                None if line.is_empty() => {}
                None => lines.extend_from_slice(&[line, b"\r\n"].concat()),
            }
        }
        self.fate.status.set(status.0);
        let has_date = lines
            .split(|byte| *byte == b'\n')
            .any(|line| line.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"date:")));
        let opening = Opening { status: status.0, words: &status.1, has_date };
        let text = [&self.echoed.opening(&opening)[..], &lines, b"\r\n"].concat();
        self.stream.write_all(&text)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.fate.is_dropped.get() {
            return Ok(bytes.len());
        }
        if self.is_behind {
            return if self.wants_body { self.stream.write(bytes) } else { Ok(bytes.len()) };
        }
        self.head.extend_from_slice(bytes);
        let end = match self.head.starts_with(b"\r\n") {
            true => Some(2),
            false => {
                let found = self.head.windows(4).position(|window| window == b"\r\n\r\n");
                found.map(|at| at + 4)
            }
        };
        if let Some(end) = end {
            self.is_behind = true;
            self.send_head(end)?;
            if self.wants_body {
                self.stream.write_all(&self.head[end..])?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
