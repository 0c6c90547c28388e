//! Files that are read and written.

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::View;

use super::control::{Control, connect, timeout};
use super::{asks_on, is_done};
use crate::http::notify::{self, event};
use crate::http::{Connection, Url};
use crate::layer::context::option;
use crate::layer::end::End;
use crate::layer::open::{Wanted, label};
use crate::layer::table::Stream;
use crate::layer::{shown, warn_about};

/// What a transfer does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Read,
    Write,
    Append,
}

impl Way {
    fn of(mode: &[u8]) -> Result<Self, &'static str> {
        let has = |letters: &[u8]| mode.iter().any(|letter| letters.contains(letter));
        match (has(b"r+"), has(b"wa+")) {
            (true, true) => Err("FTP does not support simultaneous read/write connections"),
            (true, false) => Ok(Self::Read),
            (false, true) if has(b"a") => Ok(Self::Append),
            (false, true) => Ok(Self::Write),
            (false, false) => Err("Unknown file open mode"),
        }
    }

    fn command(self) -> &'static str {
        match self {
            Self::Read => "RETR",
            Self::Write => "STOR",
            Self::Append => "APPE",
        }
    }
}

/// Why there is no stream: PHP's words, the server's last status where it belongs to that.
#[derive(Default)]
struct Refusal {
    texts: Vec<String>,
    /// Whether the server's last line is told.
    is_said: bool,
    status: i64,
}

impl Refusal {
    fn said(status: i64) -> Self {
        Self { texts: Vec::new(), is_said: true, status }
    }

    fn with(mut self, text: impl Into<String>) -> Self {
        self.texts.push(text.into());
        self
    }
}

/// Opens a name; `None` after the warning of why not.
pub fn open(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let mut faults = Vec::new();
    let stream = begin(call, wanted, &mut faults)?;
    if stream.is_none() && wanted.reports {
        let faults =
            if faults.is_empty() { "operation failed".to_owned() } else { faults.join("\n") };
        warn_about(call, wanted.path, &format!("Failed to open stream: {faults}"))?;
    }
    Ok(stream)
}

fn begin(
    call: &mut Call<'_>,
    wanted: &Wanted<'_>,
    faults: &mut Vec<String>,
) -> Res<Option<Stream>> {
    let way = match Way::of(wanted.mode) {
        Ok(way) => way,
        Err(text) => {
            faults.push(text.to_owned());
            return Ok(None);
        }
    };
    let Some(url) = Url::parse(call, wanted.path)?.filter(|url| !url.path.is_empty()) else {
        return Ok(None);
    };
    let mut fault = None;
    let Some(mut control) = connect(call, &url, wanted.context, &mut fault)? else {
        faults.extend(fault);
        return Ok(None);
    };
    match exchange(call, (wanted, way), (&mut control, &url))? {
        Ok(mut stream) => {
            stream.control = Some(Box::new(control));
            Ok(Some(stream))
        }
        Err(refusal) => {
            let line: &[u8] = if refusal.is_said { &control.line } else { b"" };
            notify::failure(call, wanted.context, event::FAILURE, (line, refusal.status))?;
            faults.extend(refusal.texts);
            if refusal.is_said && !control.line.is_empty() {
                let at = faults.iter().position(|fault| fault.starts_with("Failed to set up"));
                let text = format!("FTP server reports {}", shown(&control.line));
                faults.insert(at.unwrap_or(faults.len()), text);
            }
            Ok(None)
        }
    }
}

/// Commands a transfer, and connects for its data.
fn exchange(
    call: &mut Call<'_>,
    (wanted, way): (&Wanted<'_>, Way),
    (control, url): (&mut Control, &Url),
) -> Res<Result<Stream, Refusal>> {
    let status = control.ask("TYPE", b"I");
    if !is_done(status) {
        return Ok(Err(Refusal::said(status)));
    }
    let size = match measured(call, (wanted, way), (control, url))? {
        Ok(size) => size,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(place) = control.passive() else { return Ok(Err(Refusal::said(0))) };
    if way == Way::Read
        && let Some(refusal) = resumed(call, wanted, control)
    {
        return Ok(Err(refusal));
    }
    control.tell(way.command(), &url.path);
    call.host().flush();
    let timeout = timeout(call);
    let data = match Connection::open(&place.of(url), timeout) {
        Ok(data) => data,
        Err(text) => {
            let text = format!("Failed to set up data channel: {text}");
            return Ok(Err(Refusal::default().with(text)));
        }
    };
    let status = control.heard();
    if !matches!(status, 125 | 150) {
        return Ok(Err(Refusal::said(status)));
    }
    let mut label = label(wanted, "ftp", "tcp_socket");
    label.mode = b"r+".to_vec();
    let mut stream = Stream::new(End::socket(data.into_parts().0.into()), label);
    if notify::is_heard(call, wanted.context) {
        notify::bytes(call, wanted.context, 0, size)?;
        stream.progress = Some((0, size));
    }
    Ok(Ok(stream))
}

/// The size of what is read; what is written may not be there, unless it may be overwritten.
fn measured(
    call: &mut Call<'_>,
    (wanted, way): (&Wanted<'_>, Way),
    (control, url): (&mut Control, &Url),
) -> Res<Result<i64, Refusal>> {
    let status = control.ask("SIZE", &url.path);
    match way {
        Way::Append => return Ok(Ok(0)),
        Way::Write if !is_done(status) => return Ok(Ok(0)),
        Way::Read if !is_done(status) => return Ok(Err(Refusal::said(status))),
        Way::Read => {
            let size = super::listing::number(control.line.get(4..).unwrap_or_default());
            notify::size(call, wanted.context, size, (&control.line, status))?;
            return Ok(Ok(size));
        }
        Way::Write => {}
    }
    let overwrites = option(call, wanted.context, "ftp", "overwrite");
    if !overwrites.is_some_and(|overwrites| conv::to_bool(&overwrites)) {
        let text = "Remote file already exists and overwrite context option not specified";
        return Ok(Err(Refusal::said(status).with(text)));
    }
    let status = control.ask("DELE", &url.path);
    Ok(if is_done(status) { Ok(0) } else { Err(Refusal::said(status)) })
}

/// Goes to where the context wants to read on; why not.
fn resumed(call: &mut Call<'_>, wanted: &Wanted<'_>, control: &mut Control) -> Option<Refusal> {
    let from = option(call, wanted.context, "ftp", "resume_pos")?;
    let View::Int(from @ 1..) = from.view() else { return None };
    let status = control.ask("REST", from.to_string().as_bytes());
    let text = format!("Unable to resume from offset {from}");
    (!asks_on(status)).then(|| Refusal::said(status).with(text))
}

/// Hears what the server says of a transfer whose data connection is closed, and leaves.
pub fn finish(call: &mut Call<'_>, mut control: Control) -> Res<()> {
    let status = control.heard();
    let line = shown(&control.line);
    control.tell("QUIT", b"");
    match status {
        226 | 250 => Ok(()),
        _ => call.warn(format!("FTP server error {status}:{line}")),
    }
}
