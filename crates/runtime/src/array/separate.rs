//! Separation and change of layout: a shared array is copied before it is written, an array whose
//! keys demand it becomes a dict.
//!
//! Positions stay through both.

use std::ptr::NonNull;

use super::dict::Dict;
use super::packed::{Packed, code_for};
use super::shape::Shaped;
use super::{Array, COPIED_FLAGS, Form, copy_word, cursor};
use crate::heap::Oom;
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType, Slot, retain};

impl Array {
    /// Makes this the only owner of its block, copying it if it is shared, with room for `room`
    /// more elements if it is copied.
    #[inline]
    pub fn make_unique(&mut self, room: usize) -> Result<(), Oom> {
        if self.is_unique() { Ok(()) } else { self.separate(room) }
    }

    /// Whether a copy of its own may differ from this: it has other owners too, and references that
    /// perhaps nobody else holds.
    #[inline]
    pub fn separation_shows(&self) -> bool {
        !self.is_unique() && self.header().flags.get() & flags::MAY_HOLD_REF != 0
    }

    #[cold]
    pub(super) fn separate(&mut self, room: usize) -> Result<(), Oom> {
        let copy = self.duplicate(room)?;
        // PHP: the copy of an array without elements knows no cursor.
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 && !self.is_empty() {
            cursor::shadow(self.0, copy.0);
            if self.used() > copy.used() && self.is_hash_in_php() {
                cursor::follow_to(copy.0, &self.live_places(), self.places());
            }
        }
        *self = copy;
        Ok(())
    }

    /// A copy with one owner. Refs that only this array holds are unwrapped; an internal pointer
    /// past the end goes back to the start.
    pub fn duplicate(&self, room: usize) -> Result<Array, Oom> {
        let copy = self.duplicate_content(room)?;
        if self.header().word1.get() != 0 {
            self.point_copy(&copy);
            if !self.is_empty() {
                copy.keep_table(self.table_size());
            }
        }
        Ok(copy)
    }

    /// Makes the next free key of a hash at least this.
    pub fn raise_next_free(&mut self, next: i64) -> Result<(), Oom> {
        match self.form() {
            Form::Dict(dict) if self.is_unique() && !dict.is_list() => {
                dict.raise_next_free(next - 1)
            }
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => {
                if matches!(self.form(), Form::Shaped(_)) {
                    self.make_dict(0)?.raise_next_free(next - 1);
                }
            }
        }
        Ok(())
    }

    /// Makes the next free key at least that of another array.
    pub(super) fn keep_next_free(&mut self, other: &Array) -> Result<(), Oom> {
        let next = |array: &Array| match array.form() {
            Form::Dict(dict) => dict.header().next_free.get(),
            Form::Packed(packed) => packed.len() as i64,
            Form::Shaped(_) => i64::MIN,
        };
        let kept = next(other);
        if kept > next(self) {
            self.make_dict(0)?;
            self.make_hash()?;
            self.make_dict(0)?.raise_next_free(kept - 1);
        }
        Ok(())
    }

    fn duplicate_content(&self, room: usize) -> Result<Array, Oom> {
        match self.form() {
            Form::Packed(packed) => self.duplicate_packed(packed, room),
            Form::Shaped(shaped) => self.duplicate_shaped(shaped),
            Form::Dict(dict) => self.duplicate_dict(dict),
        }
    }

    fn duplicate_packed(&self, packed: Packed, room: usize) -> Result<Array, Oom> {
        let length = packed.len();
        let copy = Packed::alloc(code_for(length + room)?)?;
        let header = copy.header();
        // SAFETY: the copy has room for `length` slots, which are distinct from the source's.
        unsafe { copy.base().copy_from_nonoverlapping(packed.base(), length) };
        header.length.set(length as u32);
        header.types.set(packed.header().types.get());
        // PHP: the copy of an array without elements is neither a list nor a hash yet.
        let dropped = if length == 0 { flags::HASHED } else { 0 };
        header.flags.set(packed.header().flags.get() & COPIED_FLAGS & !dropped);
        let copy = Self(copy.block().cast());
        copy.retain_words(self.0);
        Ok(copy)
    }

    fn duplicate_shaped(&self, shaped: Shaped) -> Result<Array, Oom> {
        let shape = shaped.shape();
        let copy = Shaped::alloc(shape)?;
        let header = copy.header();
        // SAFETY: both have a slot for each key of the shape, and are distinct.
        unsafe { copy.slot(0).copy_from_nonoverlapping(shaped.slot(0), shape.len()) };
        header.types.set(shaped.header().types.get());
        header.flags.set(shaped.header().flags.get() & COPIED_FLAGS);
        let copy = Self(copy.block().cast());
        copy.retain_words(self.0);
        Ok(copy)
    }

    /// Takes a count of each value of a fresh copy, packed or shaped, of the array at `source`.
    fn retain_words(&self, source: NonNull<VmHeader>) {
        if self.header().flags.get() & flags::MAY_HOLD_COUNTED == 0 {
            return;
        }
        let words = Children::of(self.0);
        debug_assert_ne!(self.header().kind.get(), Kind::Dict);
        let first = words.first();
        for index in 0..words.length {
            // SAFETY: a packed or shaped array has `length` slots in a row.
            share(unsafe { first.add(index) }, source);
        }
    }

    fn duplicate_dict(&self, dict: Dict) -> Result<Array, Oom> {
        let copy = dict.copy_block()?;
        if copy.live() == 0 {
            // PHP: neither a list nor a hash before it is written to.
            let own = &copy.header().flags;
            own.set(own.get() | flags::HASHED);
            copy.header().list_size.set(8);
        }
        if copy.header().flags.get() & flags::MAY_HOLD_COUNTED != 0 {
            self.retain_elements(copy);
        }
        if copy.used() > copy.live() && !copy.is_list() {
            copy.compact();
        }
        Ok(Self(copy.block().cast()))
    }

    /// Takes a count of each key and value of a fresh copy of this dict.
    fn retain_elements(&self, copy: Dict) {
        for position in 0..copy.used() {
            let element = copy.element(position);
            if element.key_kind.get() == super::dict::STR {
                // SAFETY: the key kind says string.
                retain(unsafe { element.key.get().string }.cast());
            }
            share(copy.slot(position), self.0);
        }
    }

    /// Turns the array into a dict with one owner and room for `room` more elements. Positions
    /// stay.
    pub(super) fn make_dict(&mut self, room: usize) -> Result<Dict, Oom> {
        if let Form::Dict(dict) = self.form() {
            if self.is_unique() {
                return Ok(dict);
            }
            self.separate(room)?;
        } else {
            self.convert_to_dict(room)?;
        }
        match self.form() {
            Form::Dict(dict) => Ok(dict),
            Form::Packed(_) | Form::Shaped(_) => unreachable!("the array was made a dict"),
        }
    }

    #[cold]
    fn convert_to_dict(&mut self, room: usize) -> Result<(), Oom> {
        if self.is_static_empty() {
            let dict = Dict::alloc(room.max(4))?;
            dict.header().list_size.set(8);
            *self = Self(dict.block().cast());
            return Ok(());
        }
        let moves = self.is_unique();
        // PHP: the copy of an array without elements is neither a list nor a hash yet.
        let is_kept = moves || !self.is_empty();
        let is_hash = self.is_hash_in_php() && is_kept;
        let size = if is_hash { self.table_size() as usize } else { 0 };
        let least = if size > 8 { size } else { 4 };
        let dict = Dict::alloc((self.len() + room).max(least))?;
        if let Form::Packed(packed) = self.form()
            && !is_hash
        {
            debug_assert!(packed.len() <= self.table_size() as usize);
            dict.header().list_size.set(if is_kept { self.table_size() } else { 8 });
        }
        for (key, value) in self.iter() {
            let word = value.as_raw();
            dict.push(key, if moves { word } else { copy_word(word, self.0) });
        }
        let (old, new) = (self.0, dict.block().cast::<VmHeader>());
        let (header, source) = (dict.header(), self.header());
        if source.flags.get() & flags::INDEXED != 0 && self.is_empty() {
            header.next_free.set(0);
        }
        let place = self.pointer();
        header.position.set(if moves || place < self.used() { place } else { 0 });
        header.types.set(source.aux.get());
        header.flags.set(header.flags.get() | source.flags.get() & COPIED_FLAGS);
        if source.flags.get() & flags::HAS_ITERATORS != 0 {
            let follow = if moves { cursor::rename } else { cursor::shadow };
            follow(old, new);
        }
        if moves {
            self.free_moved();
            self.0 = new;
        } else {
            *self = Self(new);
        }
        Ok(())
    }

    /// Returns the block of an array whose elements were moved away; the handle is replaced next.
    pub(super) fn free_moved(&mut self) {
        match self.form() {
            Form::Packed(packed) => packed.free(),
            Form::Shaped(shaped) => shaped.free(),
            Form::Dict(dict) => dict.free(),
        }
    }
}

/// Takes a count of the value in a slot of a fresh copy of the array at `source`; see `copy_word`.
#[inline(always)]
fn share(slot: Slot, source: NonNull<VmHeader>) {
    // SAFETY: callers pass slots that are initialised.
    let word = unsafe { slot.read() };
    if word.tag == DataType::Ref {
        // SAFETY: as above; the word was copied, so it owns nothing yet.
        unsafe { crate::value::write_word(slot, copy_word(word, source)) };
    } else if word.tag.is_counted() {
        retain(word.block());
    }
}
