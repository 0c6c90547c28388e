//! Where paths lead, as PHP remembers it: the real path of whatever was found on the way to a file, for
//! some time. What is not there is not remembered.
//!
//! PHP: what is remembered counts, whatever became of the file: a script that deletes or renames forgets
//! it, others wait until it expires.
//!
//! A path is followed without recursion: links may make it very long.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use crate::string::hash::BuildNameHasher;

/// The longest path, in bytes.
const PATH_MAX: usize = 4096;
/// How many links are followed on the way to one file.
const LINKS_MAX: u32 = 32;
/// What PHP's record of a path takes besides its texts.
const RECORD_BYTES: usize = 48;
/// How many lists PHP keeps the paths in.
const LISTS: u64 = 1024;

/// A path that is remembered.
pub struct Known {
    /// What PHP finds it by.
    pub key: u64,
    /// The path as it was asked for.
    pub path: Box<[u8]>,
    /// Where it leads.
    pub real: Box<[u8]>,
    /// Whether that is a directory.
    pub is_dir: bool,
    /// When it is forgotten, in seconds of Unix time.
    pub expires: i64,
}

#[derive(Default)]
struct Cache {
    known: HashMap<Box<[u8]>, Entry, BuildNameHasher>,
    /// As PHP counts them.
    bytes: usize,
    bytes_max: usize,
    /// For how many seconds a path is remembered; 0 for ever.
    ttl: i64,
    /// How many paths were ever added.
    added: u64,
}

struct Entry {
    real: Box<[u8]>,
    is_dir: bool,
    expires: i64,
    number: u64,
}

/// The beginning of a path.
struct Part {
    path: Rc<[u8]>,
    end: usize,
}

impl Part {
    fn whole(path: Vec<u8>) -> Self {
        let end = path.len();
        Self { path: path.into(), end }
    }

    fn to(&self, end: usize) -> Self {
        Self { path: Rc::clone(&self.path), end }
    }

    fn bytes(&self) -> &[u8] {
        &self.path[..self.end]
    }
}

/// Where a path leads, without a slash at its end, and whether that is a directory.
type Place = (Vec<u8>, bool);

/// What follows from where another path leads.
enum Step {
    /// Its parent is meant.
    Above,
    /// A name in it, which begins here in its own path.
    Name { part: Part, from: usize, is_dir: bool },
    /// A link leads there.
    Link(Part),
}

/// What is known of a path.
enum Found {
    Place(Place),
    /// It depends on another one, which may have to be a directory.
    By(Step, Part, bool),
}

/// What is left of looking for one path.
struct Search {
    now: i64,
    links: u32,
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::new(Cache::default());
}

/// Says how much is remembered, in bytes as PHP counts them, and for how many seconds; 0 for ever.
pub fn configure(bytes_max: usize, ttl: i64) {
    CACHE.with_borrow_mut(|cache| (cache.bytes_max, cache.ttl) = (bytes_max, ttl));
}

/// The real path of what is at a path; none when nothing is.
pub fn of(path: &[u8]) -> Option<Vec<u8>> {
    let full = match path {
        [b'/', ..] => path.to_vec(),
        _ => [&env::current_dir().ok()?.into_os_string().into_vec()[..], b"/", path].concat(),
    };
    if full.len() >= PATH_MAX || full.contains(&0) {
        return None;
    }
    let (real, _) = CACHE.with_borrow_mut(|cache| cache.find(Part::whole(full)))?;
    Some(if real.is_empty() { b"/".to_vec() } else { real })
}

/// Forgets all paths.
pub fn clear() {
    CACHE.with_borrow_mut(|cache| {
        cache.known.clear();
        cache.bytes = 0;
    });
}

/// Forgets a path.
pub fn forget(path: &[u8]) {
    CACHE.with_borrow_mut(|cache| cache.remove(path));
}

/// How many bytes PHP would take for what is remembered.
pub fn size() -> usize {
    CACHE.with_borrow(|cache| cache.bytes)
}

/// All that is remembered, in the order of PHP's lists.
pub fn all() -> Vec<Known> {
    CACHE.with_borrow(|cache| {
        let mut all: Vec<_> = cache.known.iter().collect();
        all.sort_by_key(|(path, entry)| (key(path) % LISTS, u64::MAX - entry.number));
        let known = all.into_iter().map(|(path, entry)| Known {
            key: key(path),
            path: path.clone(),
            real: entry.real.clone(),
            is_dir: entry.is_dir,
            expires: entry.expires,
        });
        known.collect()
    })
}

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// PHP's hash of a path.
fn key(path: &[u8]) -> u64 {
    path.iter().fold(2_166_136_261, |hash: u64, &byte| {
        hash.wrapping_mul(16_777_619) ^ i64::from(byte as i8) as u64
    })
}

fn bytes_of(path: &[u8], real: &[u8]) -> usize {
    let own = if path == real { 0 } else { real.len() + 1 };
    RECORD_BYTES + path.len() + 1 + own
}

impl Cache {
    /// Where an absolute path leads.
    fn find(&mut self, part: Part) -> Option<Place> {
        let mut search = Search { now: now(), links: 0 };
        let (mut part, mut as_dir, mut steps) = (part, false, Vec::new());
        let mut place = loop {
            match self.look(part, as_dir, &mut search)? {
                Found::Place(place) => break place,
                Found::By(step, other, is_dir) => {
                    steps.push(step);
                    (part, as_dir) = (other, is_dir);
                }
            }
        };
        while let Some(step) = steps.pop() {
            place = self.done(step, place, search.now);
        }
        Some(place)
    }

    /// What is known of a path at once.
    fn look(&mut self, mut part: Part, mut as_dir: bool, search: &mut Search) -> Option<Found> {
        let at = loop {
            let Some(at) = part.bytes().iter().rposition(|&byte| byte == b'/') else {
                return Some(Found::Place((Vec::new(), true)));
            };
            match &part.bytes()[at + 1..] {
                b"" | b"." => (part.end, as_dir) = (at, true),
                b".." => return Some(Found::By(Step::Above, part.to(at), true)),
                _ => break at,
            }
        };
        if let Some(known) = self.known(part.bytes(), search.now) {
            let place = || Found::Place((known.real.to_vec(), known.is_dir));
            return (known.is_dir || !as_dir).then(place);
        }
        let place = Path::new(OsStr::from_bytes(part.bytes()));
        let metadata = fs::symlink_metadata(place).ok()?;
        let parent = part.to(at);
        if !metadata.is_symlink() {
            let is_dir = metadata.is_dir();
            let name = Step::Name { part, from: at + 1, is_dir };
            return (is_dir || !as_dir).then_some(Found::By(name, parent, true));
        }
        search.links += 1;
        let target = fs::read_link(place).ok().filter(|_| search.links <= LINKS_MAX)?;
        let target = target.into_os_string().into_vec();
        let full = match target[..] {
            [b'/', ..] => target,
            _ => [parent.bytes(), b"/", &target].concat(),
        };
        (full.len() < PATH_MAX).then(|| Found::By(Step::Link(part), Part::whole(full), as_dir))
    }

    /// Where a path leads that depends on another, which leads to a place.
    fn done(&mut self, step: Step, (mut real, is_dir): Place, now: i64) -> Place {
        let (part, is_dir) = match step {
            Step::Above => {
                real.truncate(real.iter().rposition(|&byte| byte == b'/').unwrap_or(0));
                return (real, true);
            }
            Step::Name { part, from, is_dir } => {
                real.push(b'/');
                real.extend_from_slice(&part.bytes()[from..]);
                (part, is_dir)
            }
            Step::Link(part) => (part, is_dir),
        };
        self.add(part.bytes(), (&real, is_dir), now);
        (real, is_dir)
    }

    /// What is remembered of a path, and has not expired.
    fn known(&mut self, path: &[u8], now: i64) -> Option<&Entry> {
        let entry = self.known.get(path)?;
        if self.ttl != 0 && entry.expires < now {
            self.remove(path);
            return None;
        }
        self.known.get(path)
    }

    fn add(&mut self, path: &[u8], (real, is_dir): (&[u8], bool), now: i64) {
        let bytes = bytes_of(path, real);
        if self.bytes + bytes > self.bytes_max {
            return;
        }
        self.added += 1;
        let (expires, number) = (now + self.ttl, self.added);
        let entry = Entry { real: real.into(), is_dir, expires, number };
        if self.known.insert(path.into(), entry).is_none() {
            self.bytes += bytes;
        }
    }

    fn remove(&mut self, path: &[u8]) {
        if let Some(entry) = self.known.remove(path) {
            self.bytes -= bytes_of(path, &entry.real);
        }
    }
}
