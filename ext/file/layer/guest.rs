//! What other extensions bring to streams: schemes, filters, far ends.
//!
//! # Not here
//! What a script brings: [`user`](super::user).

use std::io::{self, SeekFrom};
use std::sync::OnceLock;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::filter::Pass;
use super::open::Wanted;
use super::table::Stream;

/// A far end that another extension made.
pub trait FarEnd {
    /// Reads once, at most so many bytes.
    fn read(&mut self, most: usize) -> io::Result<Vec<u8>>;

    /// Whether a read found the end.
    fn is_at_end(&self) -> bool;

    /// Writes; how much.
    fn write(&mut self, data: &[u8]) -> io::Result<usize>;

    /// Whether there are positions.
    fn is_seekable(&self) -> bool;

    /// Goes to a position, which it tells. A position from the end is none that it knows.
    fn seek(&mut self, to: SeekFrom) -> Option<i64>;

    /// Writes out what it holds back; all of it when it is about to close.
    fn flush(&mut self, closing: bool) -> io::Result<()>;

    /// The number of what went wrong last, as its library counts; 0 for nothing.
    fn fault(&self) -> i64 {
        0
    }

    /// How much there is, where positions may count from the end.
    fn length(&self) -> Option<u64> {
        None
    }

    /// The rows of `fstat()`.
    fn facts(&self) -> Option<[i64; 13]> {
        None
    }
}

/// What a filter of another extension does.
pub trait Coder {
    /// Sends bytes through; PHP's words for what is wrong with them, or none where it is silent.
    fn pass(&mut self, bytes: &[u8], pass: Pass) -> Result<Vec<u8>, Option<String>>;

    /// Whether what is wrong is worth a warning, not a notice.
    fn warns(&self) -> bool {
        false
    }
}

/// Opens a stream; `None` after the warning of why not.
pub type Open = fn(&mut Call<'_>, &Wanted<'_>) -> Res<Option<Stream>>;

/// What is told of a name, and done with it, without opening it.
#[derive(Debug)]
pub struct Paths {
    /// The rows of `stat()`.
    pub facts: fn(&mut Call<'_>, &[u8]) -> Res<Option<[i64; 13]>>,
    /// The names in a directory; the reason where there are none to be had.
    pub names: fn(&mut Call<'_>, &[u8]) -> Res<Result<Vec<Vec<u8>>, String>>,
    /// Deletes; false after the warning of why not, as all that follow.
    pub unlink: fn(&mut Call<'_>, &[u8]) -> Res<bool>,
    /// Gives another name.
    pub rename: fn(&mut Call<'_>, &[u8], &[u8]) -> Res<bool>,
    /// Makes a directory.
    pub mkdir: fn(&mut Call<'_>, &[u8]) -> Res<bool>,
    /// Deletes a directory.
    pub rmdir: fn(&mut Call<'_>, &[u8]) -> Res<bool>,
    /// The name with the scheme that a path means to a function of files, if it means one.
    pub meant: fn(&mut Call<'_>, &[u8], bool) -> Res<Option<Vec<u8>>>,
}

/// What stands before `://`.
#[derive(Debug)]
pub struct Scheme {
    /// The scheme.
    pub name: &'static str,
    /// What messages call its wrapper.
    pub label: &'static str,
    /// What opens its names.
    pub open: Open,
    /// What else is done with them.
    pub paths: Option<&'static Paths>,
}

/// Makes the filter with a name of the family; `None` when there is none.
pub type Make = fn(&mut Call<'_>, &[u8], &Value) -> Res<Option<Box<dyn Coder>>>;

/// A family of filters.
#[derive(Debug)]
pub struct Family {
    /// What names of the family begin with: `zlib.`.
    pub prefix: &'static str,
    /// As it is listed: `zlib.*`.
    pub shown: &'static str,
    /// What makes them.
    pub make: Make,
}

/// What an extension brings.
#[derive(Debug)]
pub struct Guest {
    /// Its schemes.
    pub schemes: &'static [Scheme],
    /// Its filters.
    pub families: &'static [Family],
}

static GUESTS: OnceLock<&'static [&'static Guest]> = OnceLock::new();

/// Gives the stream layer what these extensions bring. Only the first call counts.
pub fn admit(guests: &'static [&'static Guest]) {
    GUESTS.get_or_init(|| guests);
}

fn guests() -> impl Iterator<Item = &'static Guest> {
    GUESTS.get().into_iter().flat_map(|guests| guests.iter().copied())
}

/// All schemes.
pub fn schemes() -> impl Iterator<Item = &'static Scheme> {
    guests().flat_map(|guest| guest.schemes)
}

/// All families of filters.
pub fn families() -> impl Iterator<Item = &'static Family> {
    guests().flat_map(|guest| guest.families)
}

/// The name that a path means where an extension takes paths for its own; else none. `searches` as
/// the folders of `include_path` are.
pub fn meant(call: &mut Call<'_>, path: &[u8], searches: bool) -> Res<Option<Vec<u8>>> {
    if !call.state::<super::table::Streams>().intercepts || super::wrapper::scheme(path).is_some() {
        return Ok(None);
    }
    for paths in schemes().filter_map(|scheme| scheme.paths) {
        if let Some(name) = (paths.meant)(call, path, searches)? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Whether a name belongs to a family.
pub fn is_known(name: &[u8]) -> bool {
    families().any(|family| name.to_ascii_lowercase().starts_with(family.prefix.as_bytes()))
}

/// The filter with this name, if it belongs to a family.
pub fn coder(call: &mut Call<'_>, name: &[u8], params: &Value) -> Res<Option<Box<dyn Coder>>> {
    let folded = name.to_ascii_lowercase();
    match families().find(|family| folded.starts_with(family.prefix.as_bytes())) {
        Some(family) => (family.make)(call, name, params),
        None => Ok(None),
    }
}
