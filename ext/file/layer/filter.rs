//! Filters: what bytes go through on their way.

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::codec::Codec;
use super::guest::{self, Coder};
use super::table::{Streams, resource};
use super::{invoke, library, stream};

/// The number of the type of filters.
pub const FILTER: u32 = 4;
/// The number of the type of brigades.
pub const BRIGADE: u32 = 5;

/// Why bytes go through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    Normal,
    Flushing,
    Closing,
}

/// Whether a filter is for reading, and for writing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sides(pub i64);

impl Sides {
    pub const READ: Self = Self(1);
    pub const WRITE: Self = Self(2);
    pub const BOTH: Self = Self(3);
}

/// A filter of a stream.
pub struct Filter {
    pub stream: u32,
    pub is_read: bool,
    pub work: Work,
}

/// What a filter does.
pub enum Work {
    Codec(Codec),
    /// Of another extension.
    Coder(Box<dyn Coder>),
    /// An object of a script.
    User(Value),
}

/// The names of the engine's own.
pub const NAMES: &[&str] =
    &["string.rot13", "string.toupper", "string.tolower", "convert.*", "consumed", "dechunk"];

/// Sends bytes through a chain of filters; `None` when one of them fails.
pub fn run(call: &mut Call<'_>, chain: &[u32], bytes: Vec<u8>, pass: Pass) -> Res<Option<Vec<u8>>> {
    let mut bytes = bytes;
    for &id in chain {
        match apply(call, id, bytes, pass)? {
            Some(passed) => bytes = passed,
            None => return Ok(None),
        }
        if bytes.is_empty() && pass == Pass::Normal {
            break;
        }
    }
    Ok(Some(bytes))
}

fn apply(call: &mut Call<'_>, id: u32, bytes: Vec<u8>, pass: Pass) -> Res<Option<Vec<u8>>> {
    let Some(filter) = call.state::<Streams>().filters.get_mut(&id) else {
        return Ok(Some(bytes));
    };
    let object = match &mut filter.work {
        Work::Codec(codec) => match codec.pass(&bytes, pass == Pass::Closing) {
            Ok(bytes) => return Ok(Some(bytes)),
            Err(name) => {
                call.warn(format!("Stream filter ({name}): invalid byte sequence"))?;
                return Ok(None);
            }
        },
        Work::Coder(coder) => {
            return match coder.pass(&bytes, pass) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(None) => Ok(None),
                Err(Some(text)) => {
                    let told = if coder.warns() { call.warn(text) } else { call.notice(text) };
                    told.map(|()| None)
                }
            };
        }
        Work::User(object) => object.clone(),
    };
    let of = filter.stream;
    user(call, (&object, of), bytes, pass)
}

fn brigade(call: &mut Call<'_>, buckets: Vec<Vec<u8>>) -> Res<(u32, Value)> {
    let (id, value) = resource(call, BRIGADE)?;
    call.state::<Streams>().brigades.insert(id, buckets);
    Ok((id, value))
}

/// Asks an object of the script.
fn user(
    call: &mut Call<'_>,
    (object, of): (&Value, u32),
    bytes: Vec<u8>,
    pass: Pass,
) -> Res<Option<Vec<u8>>> {
    let input = if bytes.is_empty() { Vec::new() } else { vec![bytes] };
    let (from, given) = brigade(call, input)?;
    let (to, taken) = brigade(call, Vec::new())?;
    let owner = runtime::object::Resource::guest(of, runtime::object::Resource::STREAM);
    let owner = Value::from(call.alloc(owner)?);
    let closing = Value::bool(pass == Pass::Closing);
    let answer = library(
        call,
        "stream_filter_run_",
        &[object.clone(), given.clone(), taken.clone(), closing, owner],
    );
    let left = call.state::<Streams>().brigades.remove(&from).unwrap_or_default();
    let passed = call.state::<Streams>().brigades.remove(&to).unwrap_or_default();
    super::io::mark_closed(&given);
    super::io::mark_closed(&taken);
    if !left.is_empty() {
        call.warn("Unprocessed filter buckets remaining on input brigade")?;
    }
    let answer = answer?;
    let status = conv::to_int(call.rq(), &answer)?;
    Ok(match status {
        2 => Some(passed.concat()),
        1 => Some(Vec::new()),
        _ => None,
    })
}

/// Makes a filter for a stream; `None` after the warning of why not.
pub fn make(
    call: &mut Call<'_>,
    (stream, is_read): (u32, bool),
    name: &[u8],
    params: &Value,
) -> Res<Option<(u32, Value)>> {
    let shown = super::shown(name);
    let own = match Codec::named(call, name, params)? {
        Some(codec) => Some(Work::Codec(codec)),
        None => guest::coder(call, name, params)?.map(Work::Coder),
    };
    let work = match own {
        Some(work) => work,
        None if guest::is_known(name) => {
            call.warn(format!("Unable to create or locate filter \"{shown}\""))?;
            return Ok(None);
        }
        None => match class_of(call, name) {
            Some(class) => match object(call, &class, name, params) {
                Ok(Some(object)) => Work::User(object),
                Err(halt) => {
                    call.warn(format!("Unable to create or locate filter \"{shown}\""))?;
                    return Err(halt);
                }
                Ok(None) => {
                    call.warn(format!("Unable to create or locate filter \"{shown}\""))?;
                    return Ok(None);
                }
            },
            None => {
                call.warn(format!("Unable to locate filter \"{shown}\""))?;
                return Ok(None);
            }
        },
    };
    let (id, value) = resource(call, FILTER)?;
    call.state::<Streams>().filters.insert(id, Filter { stream, is_read, work });
    Ok(Some((id, value)))
}

/// The class that a script registered for a name, or for the part of it before a `.*`.
fn class_of(call: &mut Call<'_>, name: &[u8]) -> Option<Vec<u8>> {
    let classes = &call.state::<Streams>().filter_classes;
    let find = |wanted: &[u8]| {
        let mut all = classes.iter();
        all.find(|(known, _)| known.eq_ignore_ascii_case(wanted)).map(|(_, class)| class.clone())
    };
    let mut wanted = name.to_vec();
    if let Some(class) = find(&wanted) {
        return Some(class);
    }
    while let Some(dot) = wanted.iter().rposition(|byte| *byte == b'.') {
        wanted.truncate(dot);
        let pattern = [wanted.as_slice(), b".*"].concat();
        if let Some(class) = find(&pattern) {
            return Some(class);
        }
    }
    None
}

fn object(call: &mut Call<'_>, class: &[u8], name: &[u8], params: &Value) -> Res<Option<Value>> {
    let (class, name) = (call.str(class)?, call.str(name)?);
    let args = [class.into(), name.into(), params.unboxed().clone()];
    let made = library(call, "stream_filter_object_", &args)?;
    Ok(matches!(made.view(), View::Object(_)).then_some(made))
}

/// Puts a filter at an end of a stream's chain; what was read ahead goes through it. Whether it could.
pub fn attach(
    call: &mut Call<'_>,
    id: u32,
    (filter, is_read, first): (u32, bool, bool),
) -> Res<bool> {
    let side = usize::from(!is_read);
    let Some(open) = stream(call, id) else { return Ok(true) };
    if first {
        open.filters[side].insert(0, filter);
    } else {
        open.filters[side].push(filter);
    }
    let ahead = open.ahead().to_vec();
    if is_read && !ahead.is_empty() {
        open.forget();
        let passed = apply(call, filter, ahead, Pass::Normal)?;
        if let (Some(open), Some(passed)) = (stream(call, id), &passed) {
            open.add(passed);
        }
        if passed.is_none() {
            call.warn("Filter failed to process pre-buffered data")?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Puts the filters of `php://filter` on a stream.
pub fn append_named(call: &mut Call<'_>, id: u32, specs: Vec<(Sides, Vec<u8>)>) -> Res<()> {
    for (sides, name) in specs {
        let Some(open) = stream(call, id) else { return Ok(()) };
        let wanted = [(1, open.readable, true), (2, open.writable, false)];
        for (bit, is_possible, is_read) in wanted {
            if sides.0 & bit == 0 || !is_possible {
                continue;
            }
            let made = make(call, (id, is_read), &name, &Value::NULL);
            if made.is_err() {
                call.warn(format!("Unable to create filter ({})", super::shown(&name)))?;
            }
            match made? {
                Some((filter, _)) => drop(attach(call, id, (filter, is_read, false))?),
                None => {
                    call.warn(format!("Unable to create filter ({})", super::shown(&name)))?;
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Takes a filter off its stream, which gets what the filter held back.
pub fn remove(call: &mut Call<'_>, id: u32) -> Res<()> {
    let Some(filter) = call.state::<Streams>().filters.get(&id) else { return Ok(()) };
    let (of, is_read) = (filter.stream, filter.is_read);
    let side = usize::from(!is_read);
    let chain = stream(call, of).map(|open| open.filters[side].clone()).unwrap_or_default();
    if let Some(at) = chain.iter().position(|known| *known == id) {
        let bytes = run(call, &chain[at..], Vec::new(), Pass::Closing)?.unwrap_or_default();
        if let Some(open) = stream(call, of) {
            open.filters[side].retain(|known| *known != id);
            if is_read {
                open.add(&bytes);
            }
        }
        if !is_read && !bytes.is_empty() {
            super::io::write_end(call, of, &bytes)?;
        }
    }
    end(call, id)
}

/// Forgets a filter.
pub fn end(call: &mut Call<'_>, id: u32) -> Res<()> {
    let gone = call.state::<Streams>().filters.remove(&id);
    if let Some(Filter { work: Work::User(object), .. }) = gone {
        invoke(call, &object, "onClose", &[])?;
    }
    Ok(())
}
