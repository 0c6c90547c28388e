//! Reading, writing and seeking, through the filters.

use std::io::{self, SeekFrom};

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::end::End;
use super::filter::{self, Pass};
use super::table::Streams;
use super::{reason, seen, stream, user};

/// What becomes of a read or write that the system refused.
fn failed(call: &mut Call<'_>, what: &str, error: &io::Error) -> Res<()> {
    let number = error.raw_os_error().unwrap_or(0);
    call.notice(format!("{what} failed with errno={number} {}", reason(error)))
}

/// Reads from the far end, once; `None` after an error.
fn read_end(call: &mut Call<'_>, id: u32, most: usize) -> Res<Option<Vec<u8>>> {
    let Some(open) = stream(call, id) else { return Ok(None) };
    if let End::User = open.end {
        return user::read(call, id, most);
    }
    let is_file = matches!(open.end, End::Descriptor(_));
    if is_file && !open.end.is_seekable() {
        // Whoever is waited for may wait for what was printed.
        call.host().flush();
    }
    if is_file {
        seen::forget(call);
    }
    let Some(open) = stream(call, id) else { return Ok(None) };
    let waits = open.blocks;
    match open.end.read(most) {
        Ok(bytes) => {
            open.eof = match &open.end {
                End::Guest(end) => end.is_at_end(),
                // PHP: what such a stream keeps its bytes in is read until it gives no more.
                End::Memory { .. } if open.label.kind == "TEMP" => bytes.len() < most,
                _ => bytes.is_empty(),
            };
            if open.progress.is_some() && !bytes.is_empty() {
                crate::http::progress(call, id, bytes.len())?;
            }
            Ok(Some(bytes))
        }
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
            open.timed_out = waits;
            Ok(Some(Vec::new()))
        }
        Err(_) if matches!(open.end, End::Guest(_)) => Ok(None),
        // PHP: what is wrong with a socket is its end.
        Err(_) if matches!(&open.end, End::Descriptor(end) if end.is_socket) => {
            open.eof = true;
            Ok(None)
        }
        Err(error) => {
            open.eof = is_file && error.raw_os_error() != Some(9);
            failed(call, &format!("Read of {most} bytes"), &error)?;
            Ok(None)
        }
    }
}

/// Reads ahead once; whether something came. `None` after an error.
pub fn fill(call: &mut Call<'_>, id: u32) -> Res<Option<bool>> {
    let Some(open) = stream(call, id) else { return Ok(None) };
    if open.drained {
        open.eof = true;
        return Ok(Some(false));
    }
    let (chunk, filtered) = (open.chunk, !open.filters[0].is_empty());
    if !filtered {
        let Some(bytes) = read_end(call, id, chunk)? else { return Ok(None) };
        if let Some(open) = stream(call, id) {
            open.add(&bytes);
        }
        return Ok(Some(!bytes.is_empty()));
    }
    loop {
        let Some(bytes) = read_end(call, id, chunk)? else { return Ok(None) };
        let (is_dry, is_end) = (bytes.is_empty(), stream(call, id).is_none_or(|open| open.eof));
        let pass = if is_end { Pass::Closing } else { Pass::Normal };
        let chain = stream(call, id).map(|open| open.filters[0].clone()).unwrap_or_default();
        let passed = filter::run(call, &chain, bytes, pass)?;
        let Some(open) = stream(call, id) else { return Ok(None) };
        let Some(bytes) = passed else {
            open.eof = true;
            open.drained = true;
            return Ok(None);
        };
        open.add(&bytes);
        if is_end {
            open.drained = true;
            open.eof = bytes.is_empty() || open.eof;
            return Ok(Some(!bytes.is_empty()));
        }
        if !bytes.is_empty() || is_dry {
            return Ok(Some(!bytes.is_empty()));
        }
    }
}

fn ahead_len(call: &mut Call<'_>, id: u32) -> usize {
    stream(call, id).map_or(0, |open| open.ahead().len())
}

/// Whether reads go on until there is all that was asked for.
fn is_greedy(call: &mut Call<'_>, id: u32) -> bool {
    stream(call, id).is_some_and(|open| match &open.end {
        End::Descriptor(end) => end.is_seekable,
        End::Memory { .. } => true,
        _ => false,
    })
}

/// Reads at most so many bytes, as `fread()` does; `None` after an error.
pub fn read(call: &mut Call<'_>, id: u32, count: usize) -> Res<Option<Vec<u8>>> {
    let greedy = is_greedy(call, id);
    let is_direct = stream(call, id)
        .filter(|open| open.ahead().is_empty() && open.filters[0].is_empty())
        .is_some_and(|open| open.direct || open.chunk == 1);
    if is_direct {
        let Some(bytes) = read_end(call, id, count)? else { return Ok(None) };
        let Some(open) = stream(call, id) else { return Ok(None) };
        open.add(&bytes);
        return Ok(Some(open.take(count)));
    }
    let mut tries = 0;
    while ahead_len(call, id) < count && (greedy || tries == 0) {
        if tries == 0 && !greedy && ahead_len(call, id) > 0 {
            break;
        }
        tries += 1;
        match fill(call, id)? {
            None if ahead_len(call, id) == 0 => return Ok(None),
            None | Some(false) => break,
            Some(true) => {}
        }
    }
    Ok(stream(call, id).map(|open| open.take(count)))
}

/// Reads until there are so many bytes or no more.
pub fn read_all(call: &mut Call<'_>, id: u32, count: usize) -> Res<Vec<u8>> {
    while ahead_len(call, id) < count {
        let before = ahead_len(call, id);
        let went = fill(call, id)?;
        let is_end = stream(call, id).is_none_or(|open| open.eof || !open.blocks);
        if went.is_none() || is_end || ahead_len(call, id) == before {
            break;
        }
    }
    Ok(stream(call, id).map(|open| open.take(count)).unwrap_or_default())
}

/// Reads to the end of a line, or so many bytes. `None` at the end.
pub fn line(call: &mut Call<'_>, id: u32, most: usize) -> Res<Option<Vec<u8>>> {
    until(call, id, (b"\n", most), true)
}

/// Reads to a mark, or so many bytes. The mark is taken; it is given only when it is `kept`.
pub fn until(
    call: &mut Call<'_>,
    id: u32,
    (mark, most): (&[u8], usize),
    kept: bool,
) -> Res<Option<Vec<u8>>> {
    let mut searched = 0;
    loop {
        let Some(open) = stream(call, id) else { return Ok(None) };
        let ahead = open.ahead();
        let found = find(&ahead[searched.min(ahead.len())..], mark).map(|at| at + searched);
        let room = if kept { most } else { most.saturating_add(mark.len()) };
        if let Some(at) = found
            && at + mark.len() <= room
        {
            let mut bytes = open.take(at + mark.len());
            if !kept {
                bytes.truncate(at);
            }
            return Ok(Some(bytes));
        }
        if ahead.len() >= most {
            return Ok(Some(open.take(most)));
        }
        searched = ahead.len().saturating_sub(mark.len().saturating_sub(1));
        let before = ahead.len();
        let is_over = open.eof && open.drained;
        let went = if is_over { Some(false) } else { fill(call, id)? };
        let Some(open) = stream(call, id) else { return Ok(None) };
        if went.is_none() || open.ahead().len() == before {
            let rest = open.ahead().len();
            return Ok((rest > 0 && (kept || open.eof)).then(|| open.take(rest)));
        }
    }
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    match mark {
        [] => None,
        [one] => bytes.iter().position(|byte| byte == one),
        _ => bytes.windows(mark.len()).position(|window| window == mark),
    }
}

/// All that is left.
pub fn rest(call: &mut Call<'_>, id: u32) -> Res<Vec<u8>> {
    read_all(call, id, usize::MAX)
}

/// Brings the far end to where the script is, when something was read ahead.
fn settle(call: &mut Call<'_>, id: u32) -> Res<()> {
    let Some(open) = stream(call, id) else { return Ok(()) };
    if open.ahead().is_empty() || !open.end.is_seekable() {
        return Ok(());
    }
    open.forget();
    let to = SeekFrom::Start(open.position.max(0) as u64);
    seek_end(call, id, to).map(drop)
}

/// Writes through the filters; how much, `None` after an error.
pub fn write(call: &mut Call<'_>, id: u32, data: &[u8]) -> Res<Option<usize>> {
    let chain = stream(call, id).map(|open| open.filters[1].clone()).unwrap_or_default();
    if chain.is_empty() {
        return write_end(call, id, data);
    }
    let Some(bytes) = filter::run(call, &chain, data.to_vec(), Pass::Normal)? else {
        return Ok(None);
    };
    if !bytes.is_empty() && write_end(call, id, &bytes)?.is_none() {
        return Ok(None);
    }
    Ok(Some(data.len()))
}

/// Writes to the far end.
pub fn write_end(call: &mut Call<'_>, id: u32, data: &[u8]) -> Res<Option<usize>> {
    settle(call, id)?;
    let Some(open) = stream(call, id) else { return Ok(None) };
    let chunk = open.chunk;
    let written = match &open.end {
        End::Echo => {
            call.write(data)?;
            Some(data.len())
        }
        End::User => write_in_chunks(call, (id, chunk), data)?,
        End::Descriptor(_) if open.label.wrapper == "PHP" || !open.end.is_seekable() => {
            call.host().flush_to_reader()?;
            write_native(call, id, data)?
        }
        _ => write_native(call, id, data)?,
    };
    if let (Some(count), Some(open)) = (written, stream(call, id)) {
        open.position += count as i64;
    }
    Ok(written)
}

/// Has an object of a script write, a chunk at a time, until it takes nothing more.
fn write_in_chunks(
    call: &mut Call<'_>,
    (id, chunk): (u32, usize),
    data: &[u8],
) -> Res<Option<usize>> {
    let mut written = 0;
    while written < data.len() {
        let end = data.len().min(written + chunk.max(1));
        match user::write(call, id, &data[written..end])? {
            None => return Ok((written > 0).then_some(written)),
            Some(0) => break,
            Some(count) => written += count,
        }
    }
    Ok(Some(written))
}

fn write_native(call: &mut Call<'_>, id: u32, data: &[u8]) -> Res<Option<usize>> {
    let Some(open) = stream(call, id) else { return Ok(None) };
    let appends = open.appends;
    let outcome = open.end.write(data, appends);
    let is_guest = matches!(open.end, End::Guest(_));
    if !matches!(open.end, End::Memory { .. }) {
        seen::forget(call);
    }
    match outcome {
        Ok(count) => Ok(Some(count)),
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(Some(0)),
        Err(_) if is_guest => Ok(None),
        Err(error) => {
            failed(call, &format!("Write of {} bytes", data.len()), &error)?;
            Ok(None)
        }
    }
}

fn seek_end(call: &mut Call<'_>, id: u32, to: SeekFrom) -> Res<bool> {
    let Some(open) = stream(call, id) else { return Ok(false) };
    if let End::User = open.end {
        return user::seek(call, id, to);
    }
    match open.end.seek(to) {
        Some(at) => {
            open.position = at;
            open.eof = false;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// Goes to a position; whether that was possible.
pub fn seek(call: &mut Call<'_>, id: u32, offset: i64, whence: i64) -> Res<bool> {
    let Some(open) = stream(call, id) else { return Ok(false) };
    let ahead = open.ahead().len() as i64;
    let target = match whence {
        0 => offset,
        1 => open.position.saturating_add(offset),
        _ => i64::MIN,
    };
    let within = target.saturating_sub(open.position);
    if whence < 2 && within > 0 && within <= ahead || whence == 1 && offset == 0 && ahead > 0 {
        open.take(within as usize);
        open.eof = false;
        return Ok(true);
    }
    let (mut offset, mut target, mut whence) = (offset, target, whence);
    if whence == 2
        && let End::Guest(end) = &open.end
    {
        let Some(length) = end.length() else {
            call.warn("SEEK_END is not supported")?;
            return Ok(false);
        };
        (offset, whence) = (offset.saturating_add(length as i64), 0);
        target = offset;
    }
    if !open.end.is_seekable() {
        return forward(call, id, (within, whence));
    }
    let chain = open.filters[1].clone();
    if !chain.is_empty() {
        flush(call, id, false)?;
    }
    let Some(open) = stream(call, id) else { return Ok(false) };
    open.forget();
    open.drained = false;
    let to = match whence {
        2 => SeekFrom::End(offset),
        0 | 1 => match u64::try_from(target) {
            Ok(target) => SeekFrom::Start(target),
            Err(_) => return Ok(false),
        },
        _ => return Ok(false),
    };
    seek_end(call, id, to)
}

/// Skips what lies ahead where there are no positions.
fn forward(call: &mut Call<'_>, id: u32, (by, whence): (i64, i64)) -> Res<bool> {
    if whence != 1 || by < 0 {
        return Ok(false);
    }
    let skipped = read_all(call, id, by as usize)?;
    Ok(skipped.len() as i64 == by)
}

/// Hands on what the filters of writing hold back.
pub fn flush(call: &mut Call<'_>, id: u32, closing: bool) -> Res<bool> {
    let chain = stream(call, id).map(|open| open.filters[1].clone()).unwrap_or_default();
    if !chain.is_empty() {
        let pass = if closing { Pass::Closing } else { Pass::Flushing };
        let bytes = filter::run(call, &chain, Vec::new(), pass)?.unwrap_or_default();
        if !bytes.is_empty() {
            write_end(call, id, &bytes)?;
        }
    }
    match stream(call, id).map(|open| (&open.end, open.writable)) {
        Some((End::User, true)) => user::flush(call, id),
        Some((End::Guest(_), true)) => flush_guest(call, id, closing),
        _ => Ok(true),
    }
}

fn flush_guest(call: &mut Call<'_>, id: u32, closing: bool) -> Res<bool> {
    match stream(call, id).map(|open| &mut open.end) {
        Some(End::Guest(end)) => match end.flush(closing) {
            Err(error) if error.get_ref().is_some() => {
                call.warn(error.to_string())?;
                Ok(false)
            }
            outcome => Ok(outcome.is_ok()),
        },
        _ => Ok(false),
    }
}

/// Closes a stream; the exit status of a child that it belonged to.
pub fn close(call: &mut Call<'_>, id: u32) -> Res<i64> {
    flush(call, id, true)?;
    let filters = stream(call, id).map(|open| open.filters.concat()).unwrap_or_default();
    for filter in filters {
        filter::end(call, filter)?;
    }
    user::close(call, id)?;
    if let Ok(number @ 1..=3) = u8::try_from(id) {
        call.host().flush();
        crate::standard::vacate(number - 1);
    }
    let Some(closed) = call.state::<Streams>().remove(id) else { return Ok(0) };
    let status = super::end::release(closed.end);
    if let Some(control) = closed.control {
        crate::ftp::finish(call, *control)?;
    }
    Ok(status)
}

/// Marks the value of a stream as closed.
pub fn mark_closed(value: &Value) {
    if let runtime::value::View::Resource(resource) = value.unboxed().view() {
        resource.close();
    }
}
