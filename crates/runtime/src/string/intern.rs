//! Static strings: interned, immutable, shared by all threads, never freed.
//!
//! # Invariants
//! - I1: two static strings with equal bytes are the same block.
//! - I2: a static string has its hash from birth and is never written again, so threads read it
//!   without synchronisation.
//!
//! # Not here
//! Names met at run time are looked up with [`lookup`], which never adds one.

use std::cell::Cell;
use std::mem::MaybeUninit;
use std::ptr::NonNull;
use std::sync::{OnceLock, PoisonError, RwLock};

use super::{STATIC_COUNT, Str, hash};
use crate::layout::{Kind, VmHeader, VmStr};

/// A string that lives as long as the process.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct StaticStr(NonNull<VmStr>);

// SAFETY: I2: the block is never written and never freed.
unsafe impl Send for StaticStr {}
// SAFETY: I2, as above.
unsafe impl Sync for StaticStr {}

impl StaticStr {
    /// As an ordinary string; no count is taken, none is needed.
    #[inline]
    pub fn to_str(self) -> Str {
        // SAFETY: the block is a live string, and a static one needs no count.
        unsafe { Str::from_block(self.0.cast()) }
    }

    /// Borrowed as an ordinary string.
    #[inline]
    pub fn as_str(&self) -> &Str {
        // SAFETY: both types are the block's address alone.
        unsafe { NonNull::from(self).cast::<Str>().as_ref() }
    }

    /// The bytes.
    pub fn as_bytes(self) -> &'static [u8] {
        // SAFETY: I2: live and unchanged for ever.
        unsafe { super::bytes_of(self.0) }
    }

    /// The hash.
    pub fn hash(self) -> u32 {
        // SAFETY: I2.
        unsafe { self.0.as_ref() }.hash.get()
    }

    /// The address, which identifies the bytes (I1).
    #[inline]
    pub fn as_block(self) -> NonNull<VmHeader> {
        self.0.cast()
    }
}

impl std::fmt::Debug for StaticStr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\"{}\"", self.as_bytes().escape_ascii())
    }
}

/// What strings are made of: a header is one.
type Granule = u128;

const _: () = assert!(size_of::<VmStr>() == size_of::<Granule>() && align_of::<Granule>() == 16);

/// Granules that are taken from the system at once. Strings lie side by side in them: between what
/// comes and goes, each would keep a hole open.
const CHUNK_GRANULES: usize = 4096;

/// All static strings by hash: open addressing, at most three quarters full.
struct Interner {
    buckets: Vec<Option<StaticStr>>,
    count: usize,
    bytes: usize,
    /// Where the next strings go.
    room: &'static mut [MaybeUninit<Granule>],
}

/// How many static strings there are, and the bytes of their texts.
pub struct Interned {
    /// How many.
    pub count: usize,
    /// Their bytes.
    pub bytes: usize,
}

/// How much is interned.
pub fn interned() -> Interned {
    let interner = INTERNER.read().unwrap_or_else(PoisonError::into_inner);
    Interned { count: interner.count, bytes: interner.bytes }
}

static INTERNER: RwLock<Interner> =
    RwLock::new(Interner { buckets: Vec::new(), count: 0, bytes: 0, room: &mut [] });

impl Interner {
    fn find(&self, bytes: &[u8], hash: u32) -> Option<StaticStr> {
        let mask = self.buckets.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        while let Some(found) = self.buckets[at] {
            if found.hash() == hash && found.as_bytes() == bytes {
                return Some(found);
            }
            at = (at + 1) & mask;
        }
        None
    }

    fn insert(&mut self, string: StaticStr) {
        if (self.count + 1) * 4 > self.buckets.len() * 3 {
            let size = (self.buckets.len() * 2).max(1024);
            let old = std::mem::replace(&mut self.buckets, vec![None; size]);
            for string in old.into_iter().flatten() {
                self.place(string);
            }
        }
        self.place(string);
        self.count += 1;
        self.bytes += string.as_bytes().len();
    }

    fn room(&mut self, granules: usize) -> &'static mut [MaybeUninit<Granule>] {
        if granules > CHUNK_GRANULES / 8 {
            return taken_from_system(granules);
        }
        if self.room.len() < granules {
            self.room = taken_from_system(CHUNK_GRANULES);
        }
        let (taken, rest) = std::mem::take(&mut self.room).split_at_mut(granules);
        self.room = rest;
        taken
    }

    fn place(&mut self, string: StaticStr) {
        let mask = self.buckets.len() - 1;
        let mut at = string.hash() as usize & mask;
        while self.buckets[at].is_some() {
            at = (at + 1) & mask;
        }
        self.buckets[at] = Some(string);
    }
}

/// The static string with these bytes, made if there is none. For names and literals of units,
/// not for data. Process memory, not the request heap.
///
/// # Panics
/// When the system has no memory, or above 2³² − 1 bytes.
pub fn intern(bytes: &[u8]) -> StaticStr {
    if let Some(found) = lookup(bytes) {
        return found;
    }
    let mut interner = INTERNER.write().unwrap_or_else(PoisonError::into_inner);
    let hash = hash::hash(bytes);
    if let Some(found) = interner.find(bytes, hash) {
        return found;
    }
    let granules = (size_of::<VmStr>() + bytes.len() + 1).div_ceil(size_of::<Granule>());
    let string = create(interner.room(granules), bytes, hash);
    interner.insert(string);
    string
}

/// The static string with these bytes, if there is one.
pub fn lookup(bytes: &[u8]) -> Option<StaticStr> {
    let interner = INTERNER.read().unwrap_or_else(PoisonError::into_inner);
    interner.find(bytes, hash::hash(bytes))
}

fn taken_from_system(granules: usize) -> &'static mut [MaybeUninit<Granule>] {
    let mut taken = Vec::new();
    taken.try_reserve_exact(granules).expect("the system has memory");
    taken.resize_with(granules, MaybeUninit::uninit);
    taken.leak()
}

/// Makes a string in `room`, which is large enough for header, bytes and NUL.
fn create(room: &'static mut [MaybeUninit<Granule>], bytes: &[u8], hash: u32) -> StaticStr {
    let length = u32::try_from(bytes.len()).expect("invariant: literals are shorter than 4 GiB");
    debug_assert!(size_of_val(room) > size_of::<VmStr>() + bytes.len());
    let block: NonNull<u8> = NonNull::from(room).cast();
    let header = VmStr {
        length: Cell::new(length),
        hash: Cell::new(hash),
        flags: Cell::new(0),
        unused: Cell::new(0),
        capacity: Cell::new(0),
        kind: Cell::new(Kind::String),
        count: Cell::new(STATIC_COUNT),
    };
    // SAFETY: the block starts with room for the header.
    unsafe { block.cast::<VmStr>().write(header) };
    // SAFETY: the header is followed by room for the bytes and a NUL.
    let text = unsafe { block.byte_add(size_of::<VmStr>()) };
    // SAFETY: `bytes` lies elsewhere; the block has this much room.
    unsafe { text.copy_from_nonoverlapping(NonNull::from(bytes).cast(), bytes.len()) };
    // SAFETY: the last byte of the block.
    let end = unsafe { text.byte_add(bytes.len()) };
    // SAFETY: as above.
    unsafe { end.write(0) };
    StaticStr(block.cast())
}

/// Strings that are needed at every turn.
struct WellKnown {
    bytes: [StaticStr; 256],
    ints: [StaticStr; 256],
    empty: StaticStr,
}

static WELL_KNOWN: OnceLock<WellKnown> = OnceLock::new();

fn well_known() -> &'static WellKnown {
    WELL_KNOWN.get_or_init(|| WellKnown {
        bytes: std::array::from_fn(|byte| intern(&[byte as u8])),
        ints: std::array::from_fn(|int| intern(int.to_string().as_bytes())),
        empty: intern(b""),
    })
}

/// The empty string.
#[inline]
pub fn empty() -> StaticStr {
    well_known().empty
}

/// The string of one byte.
#[inline]
pub fn one_byte(byte: u8) -> StaticStr {
    well_known().bytes[usize::from(byte)]
}

/// The same, when strings of one byte were asked for before: makes no call.
#[inline(always)]
pub fn one_byte_made(byte: u8) -> Option<StaticStr> {
    WELL_KNOWN.get().map(|known| known.bytes[usize::from(byte)])
}

/// The decimal text of an int below 256.
#[inline]
pub fn small_int(int: u8) -> StaticStr {
    well_known().ints[usize::from(int)]
}
