//! Dicts: elements in insertion order, and an index of chained buckets when there are more
//! than eight.
//!
//! Removal leaves a tombstone, so that positions stay valid; running out of room squeezes the
//! tombstones out or doubles the capacity.
//!
//! # Invariants
//! - A1, A2 as in `packed`.
//! - D1: elements below `used` are initialised; `live` of them are not tombstones. The last one is
//!   no tombstone.
//! - D2: a tombstone has tag Uninit, key kind [`DEAD`], and is on no chain.
//! - D3: each live element is on the chain of its bucket, once, newest first; chains end in
//!   [`NONE`].
//! - D4: keys are distinct and satisfy K1; a string key owns a count.

use std::cell::Cell;
use std::ptr::NonNull;

use super::index::Index;
use super::key::{Key, KeyWord};
use super::table;
use crate::heap::{self, Oom};
use crate::layout::flags::{HASHED, MAY_HOLD_COUNTED};
use crate::layout::{Kind, VmDict, VmElement};
use crate::string::Str;
use crate::value::{DataType, Payload, Slot, TypedValue, Value, unref, unref_string};

/// No element.
pub(super) const NONE: u32 = u32::MAX;
/// Key kind of a tombstone.
pub(super) const DEAD: u8 = 0;
/// Key kind of an int key.
pub const INT: u8 = 1;
/// Key kind of a string key.
pub const STR: u8 = 2;

const HEADER_BYTES: usize = size_of::<VmDict>();
/// Distance of the value words of two elements.
pub(super) const ELEMENT_BYTES: usize = size_of::<VmElement>();
/// Offset of the value word in an element.
pub(super) const WORD_OFFSET: usize = 8;

/// A dict block, without ownership.
#[derive(Clone, Copy)]
pub(super) struct Dict(NonNull<VmDict>);

impl Dict {
    /// A new dict without elements, with room for `capacity`.
    pub(super) fn alloc(capacity: usize) -> Result<Self, Oom> {
        let code = table::code_for(capacity).ok_or(Oom)?;
        let block = heap::alloc(table::bytes(code))?.cast();
        let header = VmDict {
            live: Cell::new(0),
            position: Cell::new(0),
            flags: Cell::new(0),
            types: Cell::new(0),
            capacity: Cell::new(code),
            kind: Cell::new(Kind::Dict),
            count: Cell::new(1),
            used: Cell::new(0),
            list_size: Cell::new(0),
            next_free: Cell::new(i64::MIN),
        };
        // SAFETY: the block is fresh and bigger than the header.
        unsafe { block.write(header) };
        let dict = Self(block);
        if let Some(index) = dict.index() {
            index.clear();
        }
        Ok(dict)
    }

    /// The handle of a block.
    ///
    /// # Safety
    /// The block is live and a dict (A1).
    #[inline]
    pub(super) unsafe fn from_block<T>(block: NonNull<T>) -> Self {
        Self(block.cast())
    }

    #[inline]
    pub(super) fn block(self) -> NonNull<VmDict> {
        self.0
    }

    #[inline]
    pub(super) fn header<'a>(self) -> &'a VmDict {
        // SAFETY: A1; the header's fields are cells.
        unsafe { self.0.as_ref() }
    }

    #[inline]
    pub(super) fn used(self) -> u32 {
        self.header().used.get()
    }

    #[inline]
    pub(super) fn live(self) -> u32 {
        self.header().live.get()
    }

    #[inline]
    fn code(self) -> u8 {
        self.header().capacity.get()
    }

    #[inline]
    pub(super) fn capacity(self) -> u32 {
        table::capacity(self.code())
    }

    /// The element with this position, below the capacity. Reading is for those below `used`.
    #[inline]
    pub(super) fn element<'a>(self, position: u32) -> &'a VmElement {
        debug_assert!(position < self.capacity());
        // SAFETY: A1: the block has `capacity` elements after the header; their fields are cells.
        unsafe { self.element_ptr(position).as_ref() }
    }

    #[inline]
    pub(super) fn element_ptr(self, position: u32) -> NonNull<VmElement> {
        let offset = HEADER_BYTES + position as usize * ELEMENT_BYTES;
        // SAFETY: within the block, as in `element`.
        unsafe { self.0.cast::<u8>().byte_add(offset) }.cast()
    }

    /// The value slot of an element.
    #[inline]
    pub(super) fn slot(self, position: u32) -> Slot {
        // SAFETY: inside the element.
        unsafe { self.element_ptr(position).cast::<u8>().byte_add(WORD_OFFSET) }.cast()
    }

    /// The value of an element below `used`.
    #[inline]
    pub(super) fn word(self, position: u32) -> TypedValue {
        let element = self.element(position);
        TypedValue { payload: element.payload.get(), tag: element.tag.get() }
    }

    /// The key of a live element.
    #[inline]
    pub(super) fn key<'a>(self, position: u32) -> Key<'a> {
        let element = self.element(position);
        if element.key_kind.get() == STR {
            // SAFETY: D4: the key word is a string pointer, which is what a `Str` is.
            Key::Str(unsafe { self.element_ptr(position).cast::<Str>().as_ref() })
        } else {
            // SAFETY: the key kind says int.
            Key::Int(unsafe { element.key.get().int })
        }
    }

    /// The index, which follows the last element, when there is one.
    #[inline]
    pub(super) fn index(self) -> Option<Index> {
        let code = self.code();
        if !table::is_indexed(code) {
            return None;
        }
        let offset = HEADER_BYTES + table::capacity(code) as usize * ELEMENT_BYTES;
        // SAFETY: A1: the index follows the elements.
        let heads = unsafe { self.0.cast::<u8>().byte_add(offset) }.cast();
        // SAFETY: A1: it has this size.
        Some(unsafe { Index::from_raw(heads, table::log2(code)) })
    }

    /// Adds an element with a key that is not in the dict (A2). There is room, and a list was
    /// made ready for the key. Takes over the count of `word`, takes one of a string key.
    #[inline]
    pub(super) fn push(self, key: Key, word: TypedValue) -> u32 {
        match key {
            Key::Int(int) => self.push_int(int, word),
            Key::Str(string) => {
                let hash = string.hash();
                self.push_text((string, hash), self.bucket_of(hash), word)
            }
        }
    }

    #[inline(always)]
    fn push_int(self, int: i64, word: TypedValue) -> u32 {
        self.count_index(int);
        let bucket = self.index().map(|index| index.of_int(int));
        self.push_raw(KeyWord { int }, u32::from(INT), bucket, word)
    }

    /// `push` of a string with its hash and the bucket of that.
    #[inline(always)]
    fn push_text(
        self,
        (string, hash): (&Str, u32),
        bucket: Option<&Cell<u32>>,
        word: TypedValue,
    ) -> u32 {
        let header = self.header();
        debug_assert!(!self.is_list());
        if !string.is_static() {
            header.flags.set(header.flags.get() | MAY_HOLD_COUNTED);
        }
        let counted = string.clone().into_block();
        self.push_raw(KeyWord { string: counted.cast() }, text_bits(hash), bucket, word)
    }

    /// The bucket of strings with this hash, when there is an index.
    #[inline(always)]
    fn bucket_of<'a>(self, hash: u32) -> Option<&'a Cell<u32>> {
        self.index().map(|index| index.of_hash(hash))
    }

    /// The bucket of a key, when there is an index.
    #[inline]
    pub(super) fn bucket_of_key<'a>(self, key: Key<'_>) -> Option<&'a Cell<u32>> {
        self.index().map(|index| match key {
            Key::Int(int) => index.of_int(int),
            Key::Str(string) => index.of_hash(string.hash()),
        })
    }

    /// Whether one more element can be added.
    #[inline]
    pub(super) fn has_room(self) -> bool {
        self.used() < self.capacity()
    }

    /// Stores under a key, in place of what is there (A2). There is room, and it is no list. Takes
    /// over the count of `word`.
    #[inline(always)]
    pub(super) fn put(self, key: Key, word: TypedValue) {
        let found = match key {
            Key::Int(int) => {
                let found = self.find_int(int);
                if found == NONE {
                    self.push_int(int, word);
                }
                found
            }
            Key::Str(string) => {
                let hash = string.hash();
                let bucket = self.bucket_of(hash);
                let found = self.find_behind(bucket, string);
                if found == NONE {
                    self.push_text((string, hash), bucket, word);
                }
                found
            }
        };
        if found != NONE {
            self.replace(found, word);
        }
    }

    /// The position of a string key with a bucket, or [`NONE`]: at once when the bucket is empty.
    #[inline(always)]
    fn find_behind(self, bucket: Option<&Cell<u32>>, key: &Str) -> u32 {
        match bucket {
            Some(bucket) if bucket.get() == NONE => NONE,
            _ => self.find_str(key),
        }
    }

    /// Stores in place of an element that is there (A2). Takes over the count of `word`.
    #[inline]
    fn replace(self, position: u32, word: TypedValue) {
        let header = self.header();
        super::note(&header.flags, &header.types, word.tag);
        let old = self.word(position);
        // SAFETY: A2: initialised, and nobody else's.
        unsafe { crate::value::write_word(self.slot(position), word) };
        // SAFETY: the count of what was overwritten is given up here.
        drop(unsafe { Value::from_raw(old) });
    }

    /// Adds an element unless its key is there (A2); says whether it was added. There is room, and
    /// it is no list.
    #[inline(always)]
    pub(super) fn put_missing(self, key: Key, word: impl FnOnce() -> TypedValue) -> bool {
        match key {
            Key::Int(int) => {
                let is_new = self.find_int(int) == NONE;
                if is_new {
                    self.push_int(int, word());
                }
                is_new
            }
            Key::Str(string) => {
                let hash = string.hash();
                let bucket = self.bucket_of(hash);
                let is_new = self.find_behind(bucket, string) == NONE;
                if is_new {
                    self.push_text((string, hash), bucket, word());
                }
                is_new
            }
        }
    }

    /// Adds an element; `kind` has the key kind and above it the hash bits.
    #[inline]
    fn push_raw(
        self,
        key: KeyWord,
        kind: u32,
        bucket: Option<&Cell<u32>>,
        word: TypedValue,
    ) -> u32 {
        let header = self.header();
        let position = header.used.get();
        let element = VmElement {
            key: Cell::new(key),
            payload: Cell::new(word.payload),
            tag: Cell::new(word.tag),
            key_kind: Cell::new(kind as u8),
            hash: Cell::new((kind >> 8) as u16),
            next: Cell::new(bucket.map_or(0, |bucket| bucket.replace(position))),
        };
        // SAFETY: A1: there is room, and nothing there yet.
        unsafe { NonNull::from(self.element(position)).write(element) };
        header.used.set(position + 1);
        header.live.set(header.live.get() + 1);
        super::note(&header.flags, &header.types, word.tag);
        position
    }

    /// The bucket of a live element.
    #[inline]
    fn bucket<'a>(self, index: Index, position: u32) -> &'a Cell<u32> {
        match self.key(position) {
            Key::Int(int) => index.of_int(int),
            Key::Str(string) => index.of_hash(string.hash()),
        }
    }

    /// Moves the next index for a new int key. PHP: a key that comes to a list is behind all
    /// others and sets the next index even if that was higher before.
    #[inline]
    fn count_index(self, key: i64) {
        if self.is_list() {
            self.header().next_free.set(key + 1);
        } else {
            self.raise_next_free(key);
        }
    }

    #[inline]
    pub(super) fn raise_next_free(self, key: i64) {
        let next_free = &self.header().next_free;
        if key >= next_free.get() {
            next_free.set(key.saturating_add(1));
        }
    }

    /// Takes a live element out and leaves a tombstone (A2). Returns its value, whose count the
    /// caller now owns; the key's count is given up. The caller moves positions.
    pub(super) fn take(self, position: u32) -> TypedValue {
        if let Some(index) = self.index() {
            self.unlink(index, position);
        }
        let word = self.word(position);
        let element = self.element(position);
        if element.key_kind.get() == STR {
            // SAFETY: the key kind says string.
            unref(unsafe { element.key.get().string }.cast());
        }
        element.tag.set(DataType::Uninit);
        element.payload.set(Payload { int: 0 });
        element.key_kind.set(DEAD);
        let header = self.header();
        header.live.set(header.live.get() - 1);
        // Something was stored: it is no fresh copy of an array without elements.
        header.flags.set(header.flags.get() & !HASHED);
        word
    }

    fn unlink(self, index: Index, position: u32) {
        let element = self.element(position);
        let mut link = self.bucket(index, position);
        while link.get() != position {
            link = &self.element(link.get()).next;
        }
        link.set(element.next.get());
    }

    /// Drops tombstones at the end (D1).
    pub(super) fn trim(self) {
        let mut used = self.used();
        while used > 0 && self.element(used - 1).key_kind.get() == DEAD {
            used -= 1;
        }
        self.header().used.set(used);
    }

    /// Squeezes tombstones out (A2). The caller moves places.
    pub(super) fn compact(self) {
        let mut to = 0;
        for from in 0..self.used() {
            if self.element(from).key_kind.get() == DEAD {
                continue;
            }
            if from != to {
                // SAFETY: both are elements of this block, and distinct.
                unsafe { self.element_ptr(from).copy_to(self.element_ptr(to), 1) };
            }
            to += 1;
        }
        self.header().used.set(to);
        self.rebuild_index();
    }

    /// Gives the dict room for at least `capacity` elements, or twice as many as it has (A2). The
    /// handle is dead after `Ok`.
    pub(super) fn grow(self, capacity: usize) -> Result<Self, Oom> {
        let wanted = table::code_for(capacity).ok_or(Oom)?;
        let code = wanted.max(table::next(self.code()).ok_or(Oom)?);
        let sizes = (table::bytes(self.code()), table::bytes(code));
        // SAFETY: A1: the block has this size; the old handle is not used again.
        let block = unsafe { crate::object::resize(self.0.cast(), sizes) }?;
        let moved = Self(block.cast());
        moved.header().capacity.set(code);
        moved.rebuild_index();
        Ok(moved)
    }

    fn rebuild_index(self) {
        let Some(index) = self.index() else { return };
        index.clear();
        for position in 0..self.used() {
            let element = self.element(position);
            if element.key_kind.get() != DEAD {
                element.next.set(self.bucket(index, position).replace(position));
            }
        }
    }

    /// A block with the same bytes, count 1. No counts are taken yet.
    pub(super) fn copy_block(self) -> Result<Self, Oom> {
        let bytes = table::bytes(self.code());
        let block = heap::alloc(bytes)?;
        let start = self.0.cast::<u8>();
        let filled = HEADER_BYTES + self.used() as usize * ELEMENT_BYTES;
        // SAFETY: both blocks have this many bytes.
        unsafe { block.copy_from_nonoverlapping(start, filled) };
        let copy = Self(block.cast());
        if let (Some(own), Some(copied)) = (self.index(), copy.index()) {
            copied.copy_from(own);
        }
        let header = copy.header();
        header.count.set(1);
        header.flags.set(header.flags.get() & super::COPIED_FLAGS);
        Ok(copy)
    }

    /// Size of the block.
    pub(super) fn bytes(self) -> usize {
        table::bytes(self.code())
    }

    /// Length of the part up to the last element, and start and length of the index.
    pub(super) fn initialised_bytes(self) -> (usize, (usize, usize)) {
        let index = HEADER_BYTES + self.capacity() as usize * ELEMENT_BYTES;
        let elements = HEADER_BYTES + self.used() as usize * ELEMENT_BYTES;
        (elements, (index, table::buckets(self.code()) * 4))
    }

    /// Returns the block; its words and keys were moved away or released.
    pub(super) fn free(self) {
        crate::object::retire(self.0.cast(), self.bytes());
    }
}

/// Key kind and hash bits of a string key: 16 bits of the hash that a bucket number of up to 16
/// bits says nothing about.
#[inline]
pub(super) fn text_bits(hash: u32) -> u32 {
    (hash >> 16 << 8) | u32::from(STR)
}

/// Gives up the key's count of the element whose value slot is `slot`, when a dict dies.
#[inline(always)]
pub(super) fn release_key(slot: Slot) {
    // SAFETY: the slot lies `WORD_OFFSET` into an element of a dying dict.
    let element = unsafe { slot.cast::<u8>().byte_sub(WORD_OFFSET) }.cast::<VmElement>();
    // SAFETY: as above.
    let element = unsafe { element.as_ref() };
    if element.key_kind.get() == STR {
        // SAFETY: the key kind says string.
        unref_string(unsafe { element.key.get().string }.cast());
    }
}
