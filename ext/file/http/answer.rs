//! The head of an answer: its status, and its lines, of which folded ones are put together.

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::connection::Connection;
use super::notify::{self, event};
use super::request::option;

/// The status line and what the lines behind it said.
pub struct Answer {
    pub status: i64,
    /// The status line as it came.
    pub first: Vec<u8>,
    pub location: Option<Vec<u8>>,
    /// Whether a location is gone to.
    pub follows: bool,
    /// How long the body is, as far as that was said.
    pub bytes: i64,
    /// Whether the body comes in chunks, which are put together.
    pub is_chunked: bool,
}

/// Bytes of a location.
const LOCATION_BYTES_MAX: usize = 8182;

/// Bytes of a status line that are looked at.
const FIRST_BYTES_MAX: usize = 126;

/// Why an answer is none, in PHP's words.
pub type Fault = String;

fn status_of(line: &[u8]) -> i64 {
    let digits = line.get(9..).unwrap_or_default().trim_ascii_start();
    let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0')))
}

/// Reads the status line, past those that only inform. The text of a line, without its end,
/// becomes the first of `lines`.
pub fn status(
    call: &mut Call<'_>,
    connection: &mut Connection,
    context: Option<&Value>,
    lines: &mut Vec<Vec<u8>>,
) -> Res<Result<Answer, Fault>> {
    let Some(mut line) = connection.line() else {
        return Ok(Err("HTTP request failed!".to_owned()));
    };
    line = cut(line);
    let mut status = status_of(&line);
    if (100..200).contains(&status) && status != 101 {
        while let Some(next) = connection.line() {
            line = cut(next);
            if line.get(..6).is_some_and(|head| head.eq_ignore_ascii_case(b"HTTP/1")) {
                break;
            }
        }
        status = status_of(&line);
    }
    if !(200..400).contains(&status) {
        let event = if status == 403 { event::AUTH_RESULT } else { event::FAILURE };
        notify::failure(call, context, event, (&line, status))?;
    }
    let first = line.clone();
    lines.push(without_end(line));
    let answer =
        Answer { status, first, location: None, follows: true, bytes: 0, is_chunked: false };
    Ok(Ok(answer))
}

fn cut(mut line: Vec<u8>) -> Vec<u8> {
    line.truncate(FIRST_BYTES_MAX);
    line
}

fn without_end(mut line: Vec<u8>) -> Vec<u8> {
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    }
    line
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// A line without its end and the blanks before that.
fn trimmed(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
    let line = &line[..end.map_or(0, |end| end + 1)];
    let end = line.iter().rposition(|byte| !is_blank(*byte));
    &line[..end.map_or(0, |end| end + 1)]
}

/// Reads the lines to the empty one.
pub fn lines(
    call: &mut Call<'_>,
    connection: &mut Connection,
    reader: &mut Reader<'_>,
) -> Res<Result<(), Fault>> {
    let mut last: Option<Vec<u8>> = None;
    while let Some(line) = connection.line() {
        if line.first() == Some(&b'\r') && line.get(1) != Some(&b'\n') {
            return fault("HTTP invalid header name (cannot start with CR character)!");
        }
        let is_end = matches!(line.first(), Some(b'\r' | b'\n'));
        let text = trimmed(&line);
        if let Some(held) = last.as_mut().filter(|_| !is_end) {
            if text.is_empty() {
                continue;
            }
            if is_blank(text[0]) {
                held.push(b' ');
                held.extend_from_slice(text.trim_ascii_start());
                continue;
            }
        } else if !is_end && line.first().is_some_and(|byte| is_blank(*byte)) {
            return fault("HTTP invalid response format (folding header at the start)!");
        }
        if let Some(held) = last.take()
            && let Err(fault) = reader.take(call, held)?
        {
            return Ok(Err(fault));
        }
        if is_end {
            return Ok(Ok(()));
        }
        last = Some(text.to_vec());
    }
    match last {
        // PHP: what is wrong with the last line of an answer that breaks off is no matter.
        Some(held) => reader.take(call, held).map(|_| Ok(())),
        None => Ok(Ok(())),
    }
}

fn fault(text: &str) -> Res<Result<(), Fault>> {
    Ok(Err(text.to_owned()))
}

/// Takes in the lines of a head.
pub struct Reader<'a> {
    pub answer: &'a mut Answer,
    pub context: Option<&'a Value>,
    /// The lines so far.
    pub lines: &'a mut Vec<Vec<u8>>,
    /// Whether the body is not wanted.
    pub head_only: bool,
}

impl Reader<'_> {
    fn take(&mut self, call: &mut Call<'_>, line: Vec<u8>) -> Res<Result<(), Fault>> {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            return fault("HTTP invalid response format (no colon in header line)!");
        };
        if line[1.min(colon)..colon].iter().any(|byte| is_blank(*byte)) {
            return fault("HTTP invalid response format (space in header name)!");
        }
        let value = line[colon + 1..].trim_ascii_start().to_vec();
        match &line[..colon].to_ascii_lowercase()[..] {
            b"location" => {
                self.answer.follows = self.follows(call);
                if value.len() > LOCATION_BYTES_MAX {
                    let text = "HTTP Location header size is over the limit of";
                    return Ok(Err(format!("{text} {LOCATION_BYTES_MAX} bytes")));
                }
                self.answer.location = Some(value);
            }
            b"content-type" => {
                notify::info(call, self.context, event::MIME_TYPE_IS, Some(&value))?;
            }
            b"content-length" => {
                let is_number = !value.is_empty() && value.iter().all(u8::is_ascii_digit);
                if is_number {
                    let text = String::from_utf8_lossy(&value).into_owned();
                    self.answer.bytes = text.parse().unwrap_or(i64::MAX);
                    notify::size(call, self.context, self.answer.bytes, (&line, 0))?;
                }
            }
            b"transfer-encoding" if self.decodes(call, &value) => {
                self.answer.is_chunked = true;
                return Ok(Ok(()));
            }
            _ => {}
        }
        self.lines.push(line);
        Ok(Ok(()))
    }

    /// Whether a location is gone to: as the context says, or as the status does.
    fn follows(&self, call: &mut Call<'_>) -> bool {
        match option(call, self.context, "follow_location") {
            Some(follows) => conv::to_bool(&follows),
            None => matches!(self.answer.status, 300..304 | 307 | 308),
        }
    }

    fn decodes(&self, call: &mut Call<'_>, value: &[u8]) -> bool {
        let is_chunked = value.get(..7).is_some_and(|head| head.eq_ignore_ascii_case(b"chunked"));
        let mut wants = || option(call, self.context, "auto_decode");
        is_chunked && !self.head_only && wants().is_none_or(|wants| conv::to_bool(&wants))
    }
}
