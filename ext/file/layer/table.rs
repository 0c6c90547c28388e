//! The open streams of a request, and what else has the number of a resource.

use std::collections::HashMap;
use std::io;
use std::os::fd::AsFd;

use runtime::array::Array;
use runtime::native::Call;
use runtime::object::Resource;
use runtime::raise::Res;
use runtime::string::hash::BuildNameHasher;
use runtime::value::Value;

use super::context::Context;
use super::end::End;
use super::filter::Filter;
use super::seen::Seen;
use super::wrapper::Wrapper;

/// How much is read ahead.
pub const CHUNK_BYTES: usize = 8192;

/// What scripts are told of a stream.
#[derive(Clone, Default)]
pub struct Label {
    /// The kind of wrapper: none where a stream has none.
    pub wrapper: &'static str,
    pub kind: &'static str,
    pub mode: Vec<u8>,
    pub uri: Option<Vec<u8>>,
    /// What `data:` tells of itself.
    pub extra: Option<Array>,
}

impl Label {
    /// Of a pipe to or from a process.
    pub fn of_pipe(is_read: bool) -> Self {
        let mode = if is_read { b"r".to_vec() } else { b"w".to_vec() };
        Self { wrapper: "", kind: "STDIO", mode, uri: None, extra: None }
    }
}

/// An open stream.
pub struct Stream {
    pub end: End,
    pub label: Label,
    ahead: Vec<u8>,
    taken: usize,
    pub eof: bool,
    pub readable: bool,
    pub writable: bool,
    pub appends: bool,
    pub position: i64,
    pub chunk: usize,
    pub blocks: bool,
    /// Whether a read asks the far end for what is wanted and no more.
    pub direct: bool,
    /// Whether its owner alone closes it.
    pub kept: bool,
    pub timed_out: bool,
    /// The object of the script that opened it.
    pub object: Option<Value>,
    pub context: Option<Value>,
    /// The filters of reading and of writing, by their numbers.
    pub filters: [Vec<u32>; 2],
    /// Whether nothing more comes through the filters of reading.
    pub drained: bool,
    /// What the wrapper tells of it: the head of an answer.
    pub wrapper_data: Option<Value>,
    /// Bytes of the body so far and in all, where somebody is told of them.
    pub progress: Option<(i64, i64)>,
    /// What commands the transfer, where that is another connection.
    pub control: Option<Box<crate::ftp::Control>>,
    /// What was read of a body in chunks, before it is kept.
    pub encoded: Option<Vec<u8>>,
}

impl Stream {
    /// A stream at its beginning.
    pub fn new(end: End, label: Label) -> Self {
        let (readable, writable) = access(&label.mode);
        Self {
            end,
            appends: label.mode.first() == Some(&b'a'),
            label,
            ahead: Vec::new(),
            taken: 0,
            eof: false,
            readable,
            writable,
            position: 0,
            chunk: CHUNK_BYTES,
            blocks: true,
            direct: false,
            kept: false,
            timed_out: false,
            object: None,
            context: None,
            filters: [Vec::new(), Vec::new()],
            drained: false,
            wrapper_data: None,
            progress: None,
            control: None,
            encoded: None,
        }
    }

    /// What was read ahead.
    pub fn ahead(&self) -> &[u8] {
        &self.ahead[self.taken..]
    }

    /// Adds to what was read ahead.
    pub fn add(&mut self, bytes: &[u8]) {
        if self.taken > 0 {
            self.ahead.drain(..self.taken);
            self.taken = 0;
        }
        self.ahead.extend_from_slice(bytes);
    }

    /// Takes bytes that were read ahead.
    pub fn take(&mut self, count: usize) -> Vec<u8> {
        let count = count.min(self.ahead().len());
        let bytes = self.ahead()[..count].to_vec();
        self.taken += count;
        self.position += count as i64;
        bytes
    }

    /// Forgets what was read ahead.
    pub fn forget(&mut self) {
        self.ahead.clear();
        self.taken = 0;
    }
}

/// Whether a mode reads, and writes.
pub fn access(mode: &[u8]) -> (bool, bool) {
    let has = |letters: &[u8]| mode.iter().any(|letter| letters.contains(letter));
    (has(b"r+") || mode.is_empty(), has(b"waxc+"))
}

/// What is found by the number of a resource: these count up, whatever scripts do.
type ByNumber<T> = HashMap<u32, T, BuildNameHasher>;

/// All that has the number of a resource.
pub struct Streams {
    open: ByNumber<Stream>,
    pub contexts: HashMap<u32, Context>,
    pub filters: HashMap<u32, Filter>,
    /// The bytes of brigades, in buckets.
    pub brigades: HashMap<u32, Vec<Vec<u8>>>,
    /// Children, each with the streams that lead to it.
    pub processes: HashMap<u32, (std::process::Child, Vec<u32>)>,
    /// The wrappers of scripts and of the engine.
    pub wrappers: Vec<(Vec<u8>, Wrapper)>,
    /// The classes of a script's filters.
    pub filter_classes: Vec<(Vec<u8>, Vec<u8>)>,
    pub default_context: Option<Value>,
    pub last_directory: Option<Value>,
    /// Whether extensions take paths of files for their own.
    pub intercepts: bool,
    /// The path that the stream opened last for `include` is known by.
    pub last_opened: Option<Vec<u8>>,
    /// Why the last one could not be opened.
    pub last_fault: Option<String>,
    /// What was seen of files last.
    pub seen: Seen,
    last: u32,
}

impl Default for Streams {
    fn default() -> Self {
        Self {
            open: ByNumber::default(),
            contexts: HashMap::new(),
            filters: HashMap::new(),
            brigades: HashMap::new(),
            processes: HashMap::new(),
            wrappers: Wrapper::all(),
            filter_classes: Vec::new(),
            default_context: None,
            last_directory: None,
            intercepts: false,
            last_opened: None,
            last_fault: None,
            seen: Seen::default(),
            last: 3,
        }
    }
}

fn standard(id: u32) -> Option<Stream> {
    let (fd, mode, uri) = match id {
        1 => (io::stdin().as_fd().try_clone_to_owned(), "r", "php://stdin"),
        2 => (io::stdout().as_fd().try_clone_to_owned(), "wb", "php://stdout"),
        3 => (io::stderr().as_fd().try_clone_to_owned(), "wb", "php://stderr"),
        _ => return None,
    };
    let label = Label {
        wrapper: "PHP",
        kind: "STDIO",
        mode: mode.into(),
        uri: Some(uri.into()),
        extra: None,
    };
    Some(Stream::new(End::descriptor(fd.ok()?), label))
}

impl Streams {
    /// The stream with a number; those of the process are open from the start.
    pub fn get(&mut self, id: u32) -> Option<&mut Stream> {
        if (1..=3).contains(&id) && !self.open.contains_key(&id) {
            self.open.insert(id, standard(id)?);
        }
        self.open.get_mut(&id)
    }

    /// Takes a stream out.
    pub fn remove(&mut self, id: u32) -> Option<Stream> {
        self.get(id)?;
        match id {
            // The descriptor stays the process's own; what is gone is the script's way to it.
            1..=3 => {
                let ended = Stream::new(End::Closed, Label::default());
                self.open.insert(id, ended)
            }
            _ => self.open.remove(&id),
        }
    }

    /// The numbers of all that are open.
    pub fn ids(&self) -> Vec<u32> {
        let mut ids: Vec<u32> = self.open.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// The numbers of all there is, each with that of its type.
    pub fn numbers(&mut self) -> Vec<(u32, u32)> {
        let streams = (1..=3).chain(self.ids());
        let mut numbers: Vec<(u32, u32)> = streams.map(|id| (id, Resource::STREAM)).collect();
        numbers.retain(|(id, _)| {
            self.open.get(id).is_none_or(|open| !matches!(open.end, End::Closed))
        });
        numbers.extend(self.contexts.keys().map(|id| (*id, super::context::CONTEXT)));
        numbers.extend(self.processes.keys().map(|id| (*id, 3)));
        numbers.extend(self.filters.keys().map(|id| (*id, 4)));
        numbers.extend(self.brigades.keys().map(|id| (*id, 5)));
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

/// A resource of a type with the next number.
pub fn resource(call: &mut Call<'_>, kind: u32) -> Res<(u32, Value)> {
    let id = call.state::<Streams>().number();
    let resource = Resource::new(id, kind);
    Ok((id, call.alloc(resource)?.into()))
}

/// Keeps a stream; its number and its value.
pub fn keep(call: &mut Call<'_>, stream: Stream) -> Res<(u32, Value)> {
    let (id, value) = resource(call, Resource::STREAM)?;
    call.state::<Streams>().open.insert(id, stream);
    Ok((id, value))
}
