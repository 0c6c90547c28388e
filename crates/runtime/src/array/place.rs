//! Places: where PHP would keep the elements, for what scripts can see of it.
//!
//! PHP keeps an array as a *list*, in which an int key is its own place and missing keys are
//! holes, or as a *hash*, in which places are taken in order and a removed element leaves a hole.
//! The internal pointer and cursors are places. They may stand on a hole, or behind all elements,
//! where they meet an element that comes there later. Holes go away when a table is full and when
//! a list becomes a hash.
//!
//! # Invariants
//! - G1: the internal pointer and the positions of cursors are places. In a dict that is a list
//!   (its `list_size` is not 0) the place of an element is its key; in all others its position.
//! - G2: the capacity of a dict that is a hash, if it is above eight, is the size of PHP's table;
//!   `list_size` is that size for a list.

use super::dict::{self, Dict};
use super::{Array, Form, Key, cursor};
use crate::heap::Oom;
use crate::layout::flags;

/// The smallest table.
const TABLE_MIN: u32 = 8;
/// Bit of the pointer word of a packed array: the word also says how big the table is.
const HAS_TABLE: u32 = 1 << 31;
/// Bits of a place in such a word; above them is the logarithm of the size.
const PLACE_BITS: u32 = 26;

/// The size of a table for `count` elements.
pub(super) fn table_for(count: usize) -> u32 {
    (count as u32).next_power_of_two().max(TABLE_MIN)
}

impl Dict {
    /// Whether PHP would keep it as a list.
    #[inline]
    pub(super) fn is_list(self) -> bool {
        self.header().list_size.get() != 0
    }

    /// The int key of an element of a list, or of what was removed there.
    fn list_key(self, position: u32) -> u32 {
        // SAFETY: lists have int keys only, and removal leaves the key.
        unsafe { self.element(position).key.get().int as u32 }
    }

    /// Whether a key that comes to a list is behind all others and within its table.
    #[inline]
    pub(super) fn comes_next(self, key: i64) -> bool {
        let places = match self.used() {
            0 => 0,
            used => self.list_key(used - 1) + 1,
        };
        key as u64 >= u64::from(places) && (key as u64) < u64::from(self.header().list_size.get())
    }

    /// The first position of a list whose place is at or after `place`.
    fn list_position(self, place: u32) -> u32 {
        let (mut low, mut high) = (0, self.used());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.list_key(middle) < place { low = middle + 1 } else { high = middle }
        }
        low
    }
}

impl Array {
    /// The place of the internal pointer.
    pub(super) fn pointer(&self) -> u32 {
        let word = self.header().word1.get();
        match self.form() {
            Form::Packed(_) if word & HAS_TABLE != 0 => word & ((1 << PLACE_BITS) - 1),
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => word,
        }
    }

    /// Moves the internal pointer to a place, in an array with one owner.
    pub(super) fn set_pointer(&self, place: u32) {
        let word = &self.header().word1;
        let table = match self.form() {
            Form::Packed(_) if word.get() & HAS_TABLE != 0 && place >> PLACE_BITS == 0 => {
                word.get() >> PLACE_BITS << PLACE_BITS
            }
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => 0,
        };
        word.set(table | place);
    }

    /// The size of PHP's table.
    pub(super) fn table_size(&self) -> u32 {
        match self.form() {
            Form::Packed(packed) => {
                let word = self.header().word1.get();
                let kept = match word & HAS_TABLE {
                    0 => 0,
                    _ => 1 << ((word & !HAS_TABLE) >> PLACE_BITS),
                };
                table_for(packed.len()).max(kept)
            }
            Form::Shaped(shaped) => table_for(shaped.shape().len()),
            Form::Dict(dict) if dict.is_list() => dict.header().list_size.get(),
            Form::Dict(dict) => dict.capacity().max(TABLE_MIN),
        }
    }

    /// Remembers the size of a table that was bigger, in a packed array with one owner.
    pub(super) fn keep_table(&self, size: u32) {
        let Form::Packed(packed) = self.form() else { return };
        let place = self.pointer();
        if size > table_for(packed.len()) && place >> PLACE_BITS == 0 {
            self.header().word1.set(HAS_TABLE | size.ilog2() << PLACE_BITS | place);
        }
    }

    /// Says that PHP's table was made for so many elements, of an array with one owner.
    pub fn made_for(&mut self, count: usize) {
        if self.is_unique() {
            self.keep_table(table_for(count));
        }
    }

    /// One behind the last place.
    pub(super) fn places(&self) -> u32 {
        match self.form() {
            Form::Dict(dict) if dict.is_list() => match dict.used() {
                0 => 0,
                used => dict.list_key(used - 1) + 1,
            },
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => self.used(),
        }
    }

    /// The place of a position, that of the last one and one more at the end.
    pub(super) fn place_of(&self, position: u32) -> u32 {
        match self.form() {
            Form::Dict(dict) if dict.is_list() && position < dict.used() => dict.list_key(position),
            Form::Dict(dict) if dict.is_list() => self.places(),
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => position,
        }
    }

    /// The position of the first element at or after a place, or `used`.
    pub(super) fn position_at(&self, place: u32) -> u32 {
        match self.form() {
            Form::Dict(dict) if dict.is_list() => self.valid_position(dict.list_position(place)),
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => self.valid_position(place),
        }
    }

    /// The places of all elements, in order.
    pub(super) fn live_places(&self) -> Vec<u32> {
        let positions = (0..self.used()).filter(|&at| self.entry(at).is_some());
        positions.map(|position| self.place_of(position)).collect()
    }

    /// Whether PHP would keep this array as a hash, not as a list with holes.
    pub fn is_hash_in_php(&self) -> bool {
        match self.form() {
            Form::Packed(_) => self.header().flags.get() & flags::HASHED != 0,
            Form::Shaped(_) => true,
            Form::Dict(dict) => !dict.is_list(),
        }
    }

    /// Whether PHP would keep it as a list, and not as an array that nothing was stored in yet.
    pub fn is_list_in_php(&self) -> bool {
        let is_unused = self.is_empty() && self.is_fresh();
        !is_unused && !self.is_hash_in_php()
    }

    /// Whether PHP would keep it as a list without holes whose next key is the one behind.
    pub fn is_dense_list(&self) -> bool {
        match self.form() {
            Form::Packed(_) => !self.is_hash_in_php(),
            Form::Shaped(_) => false,
            Form::Dict(dict) => {
                dict.is_list()
                    && self.places() == dict.live()
                    && dict.header().next_free.get() == i64::from(dict.live())
            }
        }
    }

    /// Whether it is empty, with a next free key that PHP keeps while it is an object's.
    pub fn is_emptied_hash(&self) -> bool {
        let is_marked = self.header().flags.get() & flags::HASHED != 0;
        match self.form() {
            Form::Packed(packed) => packed.len() == 0 && is_marked,
            Form::Shaped(_) => false,
            Form::Dict(dict) => dict.live() == 0 && (is_marked || !dict.is_list()),
        }
    }

    /// Says that PHP would keep it as a hash. It has one owner.
    pub fn make_hash(&mut self) -> Result<(), Oom> {
        match self.form() {
            Form::Packed(packed) => {
                let own = &packed.header().flags;
                own.set(own.get() | flags::HASHED);
                Ok(())
            }
            Form::Dict(dict) if dict.is_list() => self.list_to_hash(dict, 0).map(|_| ()),
            Form::Shaped(_) | Form::Dict(_) => Ok(()),
        }
    }

    /// Makes a dict that is a list ready for a key that it does not have: it stays a list if the
    /// key comes behind all others and the table would not become too empty.
    pub(super) fn admit(&mut self, dict: Dict, key: Key<'_>) -> Result<Dict, Oom> {
        let size = dict.header().list_size.get();
        let Key::Int(int) = key else { return self.list_to_hash(dict, 0) };
        let (place, places) = (int as u64, self.places());
        if place < u64::from(places) {
            return self.list_to_hash(dict, 0);
        }
        if place < u64::from(size) {
            return Ok(dict);
        }
        if place >> 1 < u64::from(size) && size >> 1 < dict.live() {
            dict.header().list_size.set(size * 2);
            return Ok(dict);
        }
        let grown = if places >= size { size.saturating_mul(2) } else { 0 };
        self.list_to_hash(dict, grown)
    }

    /// A list becomes a hash, without holes.
    fn list_to_hash(&mut self, dict: Dict, size: u32) -> Result<Dict, Oom> {
        let size = size.max(dict.header().list_size.get());
        self.close_holes(dict);
        dict.header().list_size.set(0);
        if size > TABLE_MIN && dict.capacity() < size {
            self.resize_dict(dict, size as usize)?;
        }
        self.make_dict(0)
    }

    /// Squeezes holes out of a dict with one owner, and moves what points to its places.
    pub(super) fn close_holes(&mut self, dict: Dict) {
        let (live, places) = (self.live_places(), self.places());
        let has_cursors = self.header().flags.get() & flags::HAS_ITERATORS != 0;
        if live.is_empty() {
            dict.header().position.set(0);
            if has_cursors {
                cursor::update(self.0, |place| *place = 0);
            }
        } else if live.len() < places as usize {
            let pointer = &dict.header().position;
            if pointer.get() < places {
                pointer.set(live.partition_point(|&place| place < pointer.get()) as u32);
            }
            if has_cursors {
                cursor::follow_to(self.0, &live, places);
                cursor::replace(self.0, places, live.len() as u32);
            }
        }
        dict.compact();
    }

    /// What a copy of this array points to: its holes, if it is a hash, are gone, but a pointer
    /// on a hole stays at its number.
    pub(super) fn point_copy(&self, copy: &Array) {
        let (place, places) = (self.pointer(), self.places());
        let has_holes = matches!(self.form(),
            Form::Dict(dict) if !dict.is_list() && dict.used() > dict.live());
        let copied = match place < places {
            true if has_holes => match self.live_places().binary_search(&place) {
                Ok(rank) => rank as u32,
                Err(_) => place,
            },
            true => place,
            false => 0,
        };
        copy.set_pointer(if self.is_empty() { 0 } else { copied });
    }

    /// Whether nothing was stored in an empty array since it was made.
    fn is_fresh(&self) -> bool {
        let set = self.header().flags.get();
        let is_written = matches!(self.form(), Form::Dict(_)) || set & flags::INDEXED != 0;
        set & flags::HASHED != 0 || !is_written
    }

    /// What sorting does when there is nothing to be sorted. PHP: a list is a hash from then on.
    pub fn sort_nothing(&mut self) -> Result<(), Oom> {
        if self.is_empty() && self.is_fresh() {
            return Ok(());
        }
        let was_shared = !self.is_unique();
        self.make_unique(0)?;
        if was_shared && self.is_empty() {
            return Ok(());
        }
        self.make_hash()
    }

    /// Takes over what PHP keeps of the array that was sorted to make this one: the size of the
    /// table and, with its keys, the next free one.
    pub fn sorted_from(&mut self, old: &Array, keeps_keys: bool) -> Result<(), Oom> {
        let size = old.table_size();
        if keeps_keys {
            self.make_unique(0)?;
            self.make_hash()?;
            self.keep_next_free(old)?;
        }
        if self.is_unique() {
            self.keep_table(size);
            self.grow_hash(size)?;
        }
        Ok(())
    }

    /// Gives a dict that is a hash at least the size of a table.
    pub(super) fn grow_hash(&mut self, size: u32) -> Result<(), Oom> {
        match self.form() {
            Form::Dict(dict) if !dict.is_list() && size > dict.capacity().max(TABLE_MIN) => {
                self.resize_dict(dict, size as usize)
            }
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => Ok(()),
        }
    }
}

/// No element has this position.
const _: () = assert!(dict::NONE >> PLACE_BITS != 0);
