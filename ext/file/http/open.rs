//! Opening: a request, its answer, and where that sends it.

use std::time::Duration;

use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::LastHead;
use super::answer::{self, Answer, Reader};
use super::connection::Connection;
use super::notify::{self, event};
use super::request::{self, Origin, option};
use super::url::Url;
use crate::layer::end::End;
use crate::layer::open::{Wanted, label};
use crate::layer::table::Stream;
use crate::layer::{codec, library, warn_about};

/// The option of an opening that wants the head of an answer alone.
pub const HEAD_ONLY: i64 = 512;

/// How often an answer may send a request elsewhere.
const REDIRECTS_MAX: i64 = 20;

/// Lines of heads, and a stream; or why there is none, in PHP's words.
struct Outcome {
    stream: Option<Stream>,
    faults: Vec<String>,
}

impl Outcome {
    fn fault(text: impl Into<String>) -> Res<Self> {
        Ok(Self { stream: None, faults: vec![text.into()] })
    }
}

/// Opens a name; `None` after the warning of why not.
pub(crate) fn open(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    call.state::<LastHead>().0 = None;
    let mut lines = Vec::new();
    let outcome = follow(call, wanted, &mut lines)?;
    let head = (!lines.is_empty()).then(|| list(call, &lines)).transpose()?;
    if let Some(head) = &head {
        call.state::<LastHead>().0 = Some(head.clone());
        library(call, "http_response_header_", &[Value::from(head.clone())])?;
    }
    if let Some(mut stream) = outcome.stream {
        stream.wrapper_data = head.map(Value::from);
        return Ok(Some(stream));
    }
    if wanted.reports {
        let faults = match outcome.faults.is_empty() {
            true => "operation failed".to_owned(),
            false => outcome.faults.join("\n"),
        };
        warn_about(call, wanted.path, &format!("Failed to open stream: {faults}"))?;
    }
    Ok(None)
}

fn list(call: &mut Call<'_>, lines: &[Vec<u8>]) -> Res<Array> {
    let mut values = Vec::with_capacity(lines.len());
    for line in lines {
        values.push(Value::from(call.str(line)?));
    }
    call.list(values)
}

/// Sends requests until an answer sends them nowhere else.
fn follow(call: &mut Call<'_>, wanted: &Wanted<'_>, lines: &mut Vec<Vec<u8>>) -> Res<Outcome> {
    let context = wanted.context;
    let mut path = wanted.path.to_vec();
    let mut origin = Origin::Script;
    let mut left = REDIRECTS_MAX;
    loop {
        if left < 1 {
            return Outcome::fault("Redirection limit reached, aborting");
        }
        let Some(url) = Url::parse(call, &path)? else {
            return Ok(Outcome { stream: None, faults: Vec::new() });
        };
        if wanted.mode.iter().any(|byte| b"awx+".contains(byte)) {
            return Outcome::fault("HTTP wrapper does not support writeable connections");
        }
        let mut connection = match connect(call, wanted, (&path, &url))? {
            Ok(connection) => connection,
            Err(fault) => return Outcome::fault(fault),
        };
        notify::info(call, context, event::CONNECT, None)?;
        if origin == Origin::Script
            && let Some(most) = option(call, context, "max_redirects")
        {
            left = conv::to_int(call.rq(), &most)?;
        }
        let request = request::compose(call, context, (&path, &url), origin)?;
        connection.send(&request);
        let answer = match head(call, (wanted, &mut connection), lines)? {
            Ok(answer) => answer,
            Err(fault) => return Outcome::fault(fault),
        };
        let next = match next(call, wanted, (&url, &answer), left)? {
            Next::Here => return here(call, wanted, (connection, answer)),
            Next::Fault(fault) => return Outcome::fault(fault),
            Next::Elsewhere(next) => next,
        };
        origin = match answer.status {
            307 | 308 => Origin::Repeat,
            _ => Origin::Redirect,
        };
        (path, left) = (next, left - 1);
    }
}

/// Reads the head of an answer, past its last line.
fn head(
    call: &mut Call<'_>,
    (wanted, connection): (&Wanted<'_>, &mut Connection),
    lines: &mut Vec<Vec<u8>>,
) -> Res<Result<Answer, answer::Fault>> {
    let mut answer = match answer::status(call, connection, wanted.context, lines)? {
        Ok(answer) => answer,
        Err(fault) => return Ok(Err(fault)),
    };
    let head_only = wanted.options & HEAD_ONLY != 0;
    let mut reader = Reader { answer: &mut answer, context: wanted.context, lines, head_only };
    let read = answer::lines(call, connection, &mut reader)?;
    Ok(read.map(|()| answer))
}

/// What an answer means for the request.
enum Next {
    /// Its body is what was asked for.
    Here,
    /// It is elsewhere.
    Elsewhere(Vec<u8>),
    Fault(String),
}

fn next(
    call: &mut Call<'_>,
    wanted: &Wanted<'_>,
    (url, answer): (&Url, &Answer),
    left: i64,
) -> Res<Next> {
    let ignores = option(call, wanted.context, "ignore_errors");
    let ignores = ignores.is_some_and(|ignores| conv::to_bool(&ignores));
    let takes_all = ignores || wanted.options & HEAD_ONLY != 0;
    let is_good = takes_all || (200..400).contains(&answer.status);
    let goes = answer.location.is_some() && answer.follows;
    if is_good && !goes || !answer.follows || takes_all && left <= 1 {
        return Ok(Next::Here);
    }
    let Some(location) = &answer.location else {
        let line = String::from_utf8_lossy(&answer.first).into_owned();
        return Ok(Next::Fault(format!("HTTP request failed! {line}")));
    };
    notify::info(call, wanted.context, event::REDIRECTED, Some(location))?;
    let next = url.follow(location);
    let invalid =
        || Ok(Next::Fault(format!("Invalid redirect URL! {}", String::from_utf8_lossy(&next))));
    let Some(target) = Url::parse(call, &next)? else { return invalid() };
    let parts = [target.user.as_deref(), target.password.as_deref(), Some(&target.path[..])];
    let is_odd = |part: &[u8]| codec::url_decoded(part).iter().any(u8::is_ascii_control);
    if parts.into_iter().flatten().any(is_odd) {
        return invalid();
    }
    Ok(Next::Elsewhere(next))
}

/// The stream of an answer's body.
fn here(
    call: &mut Call<'_>,
    wanted: &Wanted<'_>,
    (mut connection, answer): (Connection, Answer),
) -> Res<Outcome> {
    let context = wanted.context;
    let hears = notify::is_heard(call, context);
    let is_over = hears && connection.is_over();
    let (socket, ahead) = connection.into_parts();
    let mut stream = Stream::new(End::socket(socket.into()), label(wanted, "http", "tcp_socket"));
    let count = ahead.len() as i64;
    stream.eof = is_over;
    if hears {
        notify::bytes(call, context, 0, answer.bytes)?;
        stream.progress = Some((0, answer.bytes));
    }
    if hears && count > 0 {
        notify::bytes(call, context, count, answer.bytes)?;
        stream.progress = Some((count, answer.bytes));
    }
    match answer.is_chunked {
        true => stream.encoded = Some(ahead),
        false => stream.add(&ahead),
    }
    Ok(Outcome { stream: Some(stream), faults: Vec::new() })
}

/// Connects to the server, or to the proxy that the context names.
fn connect(
    call: &mut Call<'_>,
    wanted: &Wanted<'_>,
    (path, url): (&[u8], &Url),
) -> Res<Result<Connection, String>> {
    let proxy = request::text(call, wanted.context, "proxy");
    let whole = request::wants_whole_name(call, wanted.context);
    if whole && path.iter().any(|byte| matches!(byte, b'\r' | b'\n')) {
        let text = "HTTP wrapper full URI path does not allow CR or LF characters";
        return Ok(Err(text.to_owned()));
    }
    let seconds = match option(call, wanted.context, "timeout") {
        Some(seconds) => conv::to_float(call.rq(), &seconds)?,
        None => {
            let setting = call.host().setting("default_socket_timeout").unwrap_or_default();
            String::from_utf8_lossy(&setting).trim().parse().unwrap_or(60.0)
        }
    };
    const SECONDS_MAX: f64 = 18_446_744_073_709.0;
    if seconds > SECONDS_MAX {
        return Ok(Err(format!("timeout must be lower than {SECONDS_MAX:.0}")));
    }
    let timeout = Duration::try_from_secs_f64(seconds.clamp(0.0, 1e9)).unwrap_or_default();
    let (transport, place) = match proxy {
        Some(proxy) => crate::socket::address::split(&proxy),
        None if url.is_secure() => ("ssl".to_owned(), String::new()),
        None => ("tcp".to_owned(), format!("{}:{}", String::from_utf8_lossy(&url.host), url.port)),
    };
    if transport != "tcp" {
        let text = "did you forget to enable it when you configured PHP?";
        return Ok(Err(format!("Unable to find the socket transport \"{transport}\" - {text}")));
    }
    call.host().flush();
    let connected = Connection::open(&place, timeout);
    if let Err(text) = &connected
        && text.starts_with("php_network_getaddresses")
        && wanted.reports
    {
        call.warn(text.clone())?;
    }
    Ok(connected)
}
