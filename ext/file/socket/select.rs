//! Waiting for streams.

use std::os::fd::{BorrowedFd, OwnedFd};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use runtime::array::Array;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::layer::end::End;
use crate::layer::{invoke, stream, stream_id};

fn span(seconds: f64) -> Timespec {
    let seconds = seconds.clamp(0.0, 1e9);
    Timespec { tv_sec: seconds as i64, tv_nsec: (seconds.fract() * 1e9) as i64 }
}

/// Whether something can be read within a time; a negative one has no end.
pub fn is_ready(fd: BorrowedFd<'_>, seconds: f64) -> bool {
    let mut fds = [PollFd::new(&fd, PollFlags::IN)];
    let time = span(seconds);
    let time = (seconds >= 0.0).then_some(&time);
    poll(&mut fds, time).is_ok_and(|count| count > 0)
}

/// A set of streams that is waited for.
struct Set<'a> {
    place: &'a Reference,
    array: Array,
    flags: PollFlags,
    /// Where the descriptor of each is, among all.
    at: Vec<Option<usize>>,
}

/// The descriptor of a stream, of its own or of what a script's object stands for.
fn descriptor(call: &mut Call<'_>, value: &Value) -> Res<Option<OwnedFd>> {
    let id = stream_id(call, value)?;
    let Some(open) = stream(call, id) else { return Ok(None) };
    if let (End::User, Some(object)) = (&open.end, open.object.clone()) {
        return match invoke(call, &object, "stream_cast", &[Value::int(3)])? {
            Some(inner) if matches!(inner.view(), View::Resource(_)) => descriptor(call, &inner),
            Some(_) => {
                call.warn(
                    "Cannot represent a stream of type user-space as a select()able descriptor",
                )?;
                Ok(None)
            }
            None => {
                let class = crate::layer::class_name(call, &object);
                call.warn(format!("{class}::stream_cast is not implemented!"))?;
                call.warn(
                    "Cannot represent a stream of type user-space as a select()able descriptor",
                )?;
                Ok(None)
            }
        };
    }
    let fd = open.end.fd().and_then(|fd| fd.try_clone_to_owned().ok());
    if fd.is_none() {
        let kind = stream(call, id).map_or("", |open| open.label.kind);
        call.warn(format!(
            "Cannot represent a stream of type {kind} as a select()able descriptor"
        ))?;
    }
    Ok(fd)
}

fn collected<'a>(
    call: &mut Call<'_>,
    (place, flags): (&'a Reference, PollFlags),
    fds: &mut Vec<(OwnedFd, PollFlags)>,
) -> Res<Option<Set<'a>>> {
    let Some(array) = place.peek().as_array().cloned() else { return Ok(None) };
    let mut at = Vec::new();
    for (_, value) in &array {
        at.push(match descriptor(call, value)? {
            Some(fd) => {
                fds.push((fd, flags));
                Some(fds.len() - 1)
            }
            None => None,
        });
    }
    Ok(Some(Set { place, array, flags, at }))
}

/// Keeps in a set what is ready; how many those are.
fn keep(call: &mut Call<'_>, set: &Set<'_>, ready: &[PollFlags]) -> Res<i64> {
    let mut kept = Array::new();
    let hung = PollFlags::HUP | PollFlags::ERR;
    for ((key, value), at) in set.array.iter().zip(&set.at) {
        let flags = at.map_or(PollFlags::empty(), |at| ready[at]);
        let wanted = if set.flags == PollFlags::PRI { set.flags } else { set.flags | hung };
        if flags.intersects(wanted) {
            let put = kept.set(key, value.clone());
            call.alloc(put)?;
        }
    }
    let count = kept.len() as i64;
    set.place.set(kept.into());
    Ok(count)
}

/// Streams with something read ahead are ready at once.
fn buffered(call: &mut Call<'_>, set: &Set<'_>) -> Res<Option<i64>> {
    let mut kept = Array::new();
    for (key, value) in &set.array {
        let id = stream_id(call, value)?;
        if stream(call, id).is_some_and(|open| !open.ahead().is_empty()) {
            let put = kept.set(key, value.clone());
            call.alloc(put)?;
        }
    }
    if kept.is_empty() {
        return Ok(None);
    }
    let count = kept.len() as i64;
    set.place.set(kept.into());
    Ok(Some(count))
}

pub fn stream_select(
    call: &mut Call<'_>,
    read: &Reference,
    write: &Reference,
    except: &Reference,
    seconds: Option<i64>,
    microseconds: Option<i64>,
) -> Res<OrFalse<i64>> {
    let mut fds = Vec::new();
    let reads = collected(call, (read, PollFlags::IN), &mut fds)?;
    let writes = collected(call, (write, PollFlags::OUT), &mut fds)?;
    let excepts = collected(call, (except, PollFlags::PRI), &mut fds)?;
    let sets = [reads, writes, excepts];
    if sets.iter().flatten().all(|set| set.array.is_empty()) {
        let text = "No stream arrays were passed".to_owned();
        return Err(call.throw(Message::ValueRefused { text }));
    }
    if fds.is_empty() {
        let text = "No stream arrays were passed".to_owned();
        return Err(call.throw(Message::ValueRefused { text }));
    }
    if seconds.is_none() && microseconds.is_some_and(|micros| micros != 0) {
        return Err(call.value_error(5, "must be null when argument #4 ($seconds) is null"));
    }
    if seconds.is_some_and(|seconds| seconds < 0) {
        return Err(call.value_error(4, "must be greater than or equal to 0"));
    }
    if microseconds.is_some_and(|micros| micros < 0) {
        return Err(call.value_error(5, "must be greater than or equal to 0"));
    }
    if let [Some(reads), ..] = &sets
        && let Some(count) = buffered(call, reads)?
    {
        for set in sets[1..].iter().flatten() {
            set.place.set(Array::new().into());
        }
        return Ok(OrFalse(Some(count)));
    }
    let time = seconds.map(|seconds| span(seconds as f64 + microseconds.unwrap_or(0) as f64 / 1e6));
    call.host().flush();
    let mut polled: Vec<PollFd<'_>> =
        fds.iter().map(|(fd, flags)| PollFd::new(fd, *flags)).collect();
    if poll(&mut polled, time.as_ref()).is_err() {
        call.warn("Unable to select [4]: Interrupted system call (max_fd=0)")?;
        return Ok(OrFalse(None));
    }
    let ready: Vec<PollFlags> = polled.iter().map(PollFd::revents).collect();
    let mut count = 0;
    for set in sets.iter().flatten() {
        count += keep(call, set, &ready)?;
    }
    Ok(OrFalse(Some(count)))
}
