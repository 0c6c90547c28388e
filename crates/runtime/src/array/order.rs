//! Operations that renumber: the cores of `array_pop`, `array_shift`, `array_unshift`,
//! `array_splice`, `array_slice`, `array_merge`, and `+` of arrays.
//!
//! Except for `+`, int keys of results count up from 0 and string keys stay. Functions that
//! change an array reset its internal pointer.

use super::dict::Dict;
use super::packed::Packed;
use super::{Ahead, Array, Form, Key, copy_word, cursor};
use crate::heap::Oom;
use crate::layout::flags;
use crate::value::Value;

/// What an array has that is not the same for one that gets all its elements.
const NOT_SHARED: u8 = flags::HAS_ITERATORS | flags::HASHED | flags::INDEXED | flags::MAY_HOLD_REF;

/// Whether int keys of a slice are renumbered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntKeys {
    /// They stay.
    Keep,
    /// They count up from 0.
    Renumber,
}

impl Array {
    /// Takes the last element out; the next index goes back if it was the newest.
    pub fn pop(&mut self) -> Result<Option<Value>, Oom> {
        if self.has_no_ends()? {
            return Ok(None);
        }
        let word = if let Form::Packed(packed) = self.form() {
            let size = self.table_size();
            let word = packed.pop();
            self.keep_table(size);
            self.clamp_places(packed.len() as u32);
            self.mark_indexed();
            word
        } else {
            let dict = self.make_dict(0)?;
            let last = dict.used() - 1;
            let next_free = &dict.header().next_free;
            if let Key::Int(key) = dict.key(last)
                && key.checked_add(1) == Some(next_free.get())
            {
                next_free.set(key);
            }
            self.take(dict, last)
        };
        self.point_to_first();
        // SAFETY: the word was taken out with its count.
        Ok(Some(unsafe { Value::from_raw(word) }))
    }

    /// Makes this the only owner; says whether there is nothing to take out. PHP: what is empty is
    /// copied too.
    fn has_no_ends(&mut self) -> Result<bool, Oom> {
        if !self.is_static_empty() {
            self.make_unique(0)?;
        }
        Ok(self.is_empty())
    }

    /// Takes the first element out.
    pub fn shift(&mut self) -> Result<Option<Value>, Oom> {
        if self.has_no_ends()? {
            return Ok(None);
        }
        let value = if self.is_hash_in_php() { self.shift_hash()? } else { self.shift_list()? };
        self.point_to_first();
        Ok(Some(value))
    }

    /// The internal pointer goes to the first element, not to a hole before it.
    fn point_to_first(&mut self) {
        self.set_pointer(self.place_of(self.valid_position(0)));
    }

    /// The first element of a list; the others move forward.
    fn shift_list(&mut self) -> Result<Value, Oom> {
        let size = self.table_size();
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            self.shift_cursors();
        }
        let value = if let Form::Packed(packed) = self.form() {
            let word = packed.word(0);
            packed.shift(1, 0, packed.len() - 1);
            // SAFETY: the word was taken out with its count.
            unsafe { Value::from_raw(word) }
        } else {
            let mut values = self.iter().map(|(_, value)| value.clone());
            let value = values.next().unwrap_or_default();
            let left = Self::from_values(values.collect::<Vec<_>>())?;
            self.become_array(left)?;
            self.make_unique(1)?;
            value
        };
        self.mark_indexed();
        self.keep_table(size);
        Ok(value)
    }

    /// PHP: cursors follow the elements in order, until one of them stands on none.
    fn shift_cursors(&mut self) {
        let mut live = self.live_places();
        let first = live.remove(0);
        let places = if live.is_empty() { 0 } else { self.places() };
        if live.is_empty() || first + 1 == self.places() {
            self.clamp_places(places);
        }
        let mut lowest = cursor::lowest(self.0, 0, places);
        for (&place, rank) in live.iter().zip(0..) {
            if place != rank && place == lowest {
                cursor::replace(self.0, place, rank);
                lowest = cursor::lowest(self.0, lowest + 1, places);
            }
        }
    }

    /// The first element of a hash. The int keys of the others count up from 0; when that changes
    /// one, holes are closed.
    fn shift_hash(&mut self) -> Result<Value, Oom> {
        let size = self.table_size();
        let dict = self.make_dict(0)?;
        let first = self.valid_position(0);
        // SAFETY: `take` handed over the count.
        let value = unsafe { Value::from_raw(self.take(dict, first)) };
        let (mut count, mut moves) = (0, false);
        for (key, _) in self.iter() {
            if let Key::Int(key) = key {
                moves |= key != count;
                count += 1;
            }
        }
        if !moves {
            dict.header().next_free.set(count);
            return Ok(value);
        }
        self.close_holes(dict);
        let mut left = Self::hash_with_capacity(size as usize)?;
        left.extend_renumbered(self.iter())?;
        self.become_array(left)?;
        self.grow_hash(size)?;
        Ok(value)
    }

    /// Makes an empty array one whose next index is 0 whatever key comes first.
    pub fn count_from_zero(&mut self) -> Result<(), Oom> {
        self.make_unique(1)?;
        self.mark_indexed();
        Ok(())
    }

    /// Without int keys the next index is 0 from now on, not one above the first negative key.
    fn mark_indexed(&mut self) {
        match self.form() {
            Form::Dict(dict) => dict.raise_next_free(-1),
            Form::Packed(packed) => {
                let own = &packed.header().flags;
                own.set(own.get() | flags::INDEXED);
            }
            Form::Shaped(_) => {}
        }
    }

    /// Puts `values` before the first element.
    pub fn unshift(&mut self, values: &[Value]) -> Result<(), Oom> {
        let added = values.len();
        self.reserve(added)?;
        if let Form::Packed(packed) = self.form() {
            let length = packed.len();
            packed.shift(0, added, length + added);
            for (index, value) in values.iter().enumerate() {
                packed.fill(index, value.clone().into_raw());
            }
        } else {
            let mut out = Self::with_capacity(self.len() + added)?;
            for value in values {
                out.append(value.clone()).map_err(|_| Oom)?;
            }
            out.extend_renumbered(self.iter())?;
            self.become_array(out)?;
        }
        self.move_cursors(|place| place + added as u32);
        self.header().word1.set(0);
        let header = self.header();
        header.flags.set(header.flags.get() & !(flags::HASHED | flags::INDEXED));
        Ok(())
    }

    /// Replaces `length` elements from the `offset`-th on by the values of `replacement`; returns
    /// what was there. `offset` and `length` are clamped.
    pub fn splice(
        &mut self,
        offset: usize,
        length: usize,
        replacement: &Array,
    ) -> Result<Array, Oom> {
        let offset = offset.min(self.len());
        let length = length.min(self.len() - offset);
        let inserted = replacement.len();
        self.make_unique(inserted)?;
        self.move_cursors_spliced(offset as u32, length as u32, inserted as u32);
        let removed = match self.form() {
            Form::Packed(_) => self.splice_packed(offset, length, replacement)?,
            Form::Shaped(_) | Form::Dict(_) => self.splice_dict(offset, length, replacement)?,
        };
        if self.is_unique() {
            let header = self.header();
            header.word1.set(0);
            header.flags.set(header.flags.get() & !(flags::INDEXED | flags::HASHED));
        }
        Ok(removed)
    }

    fn splice_packed(
        &mut self,
        offset: usize,
        length: usize,
        replacement: &Array,
    ) -> Result<Array, Oom> {
        let inserted = replacement.len();
        let removed = Self::with_capacity(length)?;
        self.reserve(inserted.saturating_sub(length))?;
        let Form::Packed(packed) = self.form() else { return Ok(removed) };
        if let Form::Packed(target) = removed.form()
            && length > 0
        {
            Self::move_words(packed, target, offset, length);
        }
        packed.shift(offset + length, offset + inserted, packed.len() - length + inserted);
        for (index, (_, value)) in replacement.iter().enumerate() {
            packed.fill(offset + index, value.clone().into_raw());
        }
        Ok(removed)
    }

    fn move_words(source: Packed, target: Packed, offset: usize, length: usize) {
        for index in offset..offset + length {
            target.push(source.word(index));
        }
    }

    fn splice_dict(
        &mut self,
        offset: usize,
        length: usize,
        replacement: &Array,
    ) -> Result<Array, Oom> {
        let mut removed = Self::new();
        let mut out = Self::with_capacity(self.len() - length + replacement.len())?;
        out.extend_renumbered(self.iter().take(offset))?;
        removed.extend_renumbered(self.iter().skip(offset).take(length))?;
        for (_, value) in replacement {
            out.append(value.clone()).map_err(|_| Oom)?;
        }
        out.extend_renumbered(self.iter().skip(offset + length))?;
        self.become_array(out)?;
        Ok(removed)
    }

    /// Adds elements, ints with the next index, strings under their key.
    fn extend_renumbered<'a>(
        &mut self,
        elements: impl Iterator<Item = (Key<'a>, &'a Value)>,
    ) -> Result<(), Oom> {
        for (key, value) in elements {
            match key {
                Key::Int(_) => self.append(value.clone()).map_err(|_| Oom)?,
                Key::Str(_) => self.set(key, value.clone())?,
            }
        }
        Ok(())
    }

    /// Takes the content of `other`; cursors stay with `self`.
    fn become_array(&mut self, mut other: Array) -> Result<(), Oom> {
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            other.make_unique(1)?;
            cursor::rename(self.0, other.0);
        }
        *self = other;
        Ok(())
    }

    fn move_cursors(&self, moved: impl Fn(u32) -> u32) {
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            cursor::update(self.0, |at| *at = moved(*at));
        }
    }

    /// Cursors go with the elements that stay, as PHP moves them: in order, until one of them
    /// stands on none.
    fn move_cursors_spliced(&self, offset: u32, removed: u32, inserted: u32) {
        if self.header().flags.get() & flags::HAS_ITERATORS == 0 {
            return;
        }
        let live = self.live_places();
        let end = (offset + removed) as usize;
        let mut walk = cursor::Walk::new(self.0, self.places());
        for (&place, rank) in live[..offset as usize].iter().zip(0..) {
            walk.pass(place, rank);
        }
        let kept = live[..offset as usize].last().map_or(0, |place| place + 1);
        for &place in &live[offset as usize..end] {
            if place + 1 == walk.places() {
                walk.clamp(kept);
            }
            if !self.is_hash_in_php() {
                walk.pass(place, offset + removed);
            }
        }
        walk.look_again();
        for (&place, rank) in live[end..].iter().zip(offset + inserted..) {
            walk.pass(place, rank);
        }
    }

    /// `length` elements from the `offset`-th on, as a new array. Refs that only `self` holds are
    /// unwrapped.
    pub fn slice(&self, offset: usize, length: usize, keys: IntKeys) -> Result<Array, Oom> {
        if let Form::Packed(packed) = self.form()
            && (keys == IntKeys::Renumber || offset == 0)
        {
            let start = offset.min(packed.len());
            let end = start + length.min(packed.len() - start);
            if self.header().flags.get() & flags::MAY_HOLD_COUNTED == 0 {
                let out = Self::with_capacity(end - start)?;
                if let Form::Packed(target) = out.form() {
                    target.extend_from(packed, start..end);
                }
                return Ok(out);
            }
            return Self::from_values(
                (start..end).map(|at| self.copy_of(self.value(packed.slot(at)))),
            );
        }
        let count = length.min(self.len().saturating_sub(offset));
        let mut out = Self::with_capacity(count)?;
        out.made_for(count);
        for (key, value) in self.iter().skip(offset).take(length) {
            let copy = self.copy_of(value);
            match key {
                Key::Int(_) if keys == IntKeys::Renumber => out.append(copy).map_err(|_| Oom)?,
                Key::Int(_) | Key::Str(_) => out.set(key, copy)?,
            }
        }
        Ok(out)
    }

    /// `array_merge`: elements of all arrays in turn; later values of a string key win.
    pub fn merge(arrays: &[&Array]) -> Result<Array, Oom> {
        if let Some(only) = Self::merged_with_nothing(arrays) {
            return Ok(only);
        }
        let mut out = Self::room_to_merge(arrays)?;
        if let Form::Dict(dict) = out.form() {
            merge_into(&out, dict, arrays);
            return Ok(out);
        }
        for array in arrays {
            out.fill_from(array)?;
        }
        Ok(out)
    }

    /// An empty array for what is in all of these, as PHP would keep it.
    pub fn room_to_merge(arrays: &[&Array]) -> Result<Array, Oom> {
        let total = arrays.iter().map(|array| array.len()).sum();
        let begins_as_hash = arrays.first().is_some_and(|first| first.is_hash_in_php());
        let is_hash = begins_as_hash || arrays.iter().any(|array| array.has_text_key());
        let make = if is_hash { Self::hash_with_capacity } else { Self::with_capacity };
        let mut room = make(total)?;
        // PHP: what has never been written to is no list.
        if total > 0 && arrays.first().is_some_and(|first| first.is_unwritten()) {
            room.make_hash()?;
        }
        if arrays.first().is_some_and(|first| first.is_empty() && first.is_list_in_php()) {
            room.count_from_zero()?;
        }
        Ok(room)
    }

    /// Whether nothing was ever stored in it.
    fn is_unwritten(&self) -> bool {
        let is_copy = self.header().flags.get() & flags::HASHED != 0;
        self.is_static_empty() || self.is_empty() && is_copy
    }

    /// Whether a key is a string.
    fn has_text_key(&self) -> bool {
        match self.form() {
            Form::Packed(_) => false,
            Form::Shaped(_) => true,
            Form::Dict(_) => self.iter().any(|(key, _)| matches!(key, Key::Str(_))),
        }
    }

    /// Adds the values of another list to one with one owner and room for them.
    fn fill_from(&mut self, other: &Array) -> Result<(), Oom> {
        if let (Form::Packed(target), Form::Packed(source)) = (self.form(), other.form())
            && self.is_unique()
            && source.header().flags.get() & flags::MAY_HOLD_COUNTED == 0
            && target.capacity() - target.len() >= source.len()
        {
            target.extend_from(source, 0..source.len());
            return Ok(());
        }
        let mut values = other.values().map(|value| other.copy_of(value));
        self.fill_room(&mut values);
        values.try_for_each(|value| self.append(value).map_err(|_| Oom))
    }

    /// Adds the elements of a list to another; references of the list only become values. False
    /// when that must be done one by one.
    pub fn append_list(&mut self, other: &Array) -> Result<bool, Oom> {
        if !matches!(other.form(), Form::Packed(_)) || other.is_empty() {
            return Ok(false);
        }
        if self.is_static_empty() {
            *self = Self::with_capacity(other.len() + 1)?;
        }
        let Form::Packed(packed) = self.form() else { return Ok(false) };
        if packed.capacity() - packed.len() < other.len() {
            self.reserve(other.len().max(self.len() / 4))?;
        }
        self.fill_from(other)?;
        Ok(true)
    }

    /// The one of two arrays that is the result of merging both, because the other is empty.
    pub fn merged_with_nothing(arrays: &[&Array]) -> Option<Array> {
        let [left, right] = arrays else { return None };
        let pairs = [(left, right), (right, left)];
        let (_, only) = pairs.iter().find(|(empty, _)| empty.is_empty())?;
        only.merges_to_itself().then(|| (**only).clone())
    }

    /// Whether PHP sees at once that renumbering changes no key.
    fn merges_to_itself(&self) -> bool {
        match self.form() {
            Form::Packed(packed) => packed.len() == 0 || !self.is_hash_in_php(),
            Form::Shaped(_) => true,
            Form::Dict(dict) if dict.is_list() => self.is_list(),
            Form::Dict(_) => self.iter().all(|(key, _)| matches!(key, Key::Str(_))),
        }
    }

    /// Whether a copy would be the same in all that a script can see.
    fn looks_copied(&self) -> bool {
        let was_emptied = self.is_empty() && !self.is_static_empty();
        let may_unwrap = self.header().flags.get() & flags::MAY_HOLD_REF != 0;
        let has_holes = self.is_hash_in_php() && self.places() as usize > self.len();
        self.pointer() == 0 && !was_emptied && !may_unwrap && !has_holes
    }

    /// Whether it has one owner, and a copy would be the same in all that a script can see.
    pub fn is_as_copied(&self) -> bool {
        self.is_unique() && self.looks_copied()
    }

    /// `$this + $other`: adds the elements of `other` whose keys are not there.
    pub fn unite(&mut self, other: &Array) -> Result<(), Oom> {
        if !self.is_unique() && !self.looks_copied() {
            self.make_unique(0)?;
        }
        if self.ptr_eq(other) || other.is_empty() {
            return Ok(());
        }
        let header = other.header();
        let is_plain = matches!(other.form(), Form::Packed(_))
            && header.word1.get() == 0
            && header.flags.get() & NOT_SHARED == 0;
        if self.ptr_eq(&Array::new()) && is_plain {
            *self = other.clone();
            return Ok(());
        }
        for (key, value) in other {
            self.set_missing(key, || other.copy_of(value))?;
        }
        Ok(())
    }

    /// A value of this array for another one.
    fn copy_of(&self, value: &Value) -> Value {
        // SAFETY: `copy_word` takes a count.
        unsafe { Value::from_raw(copy_word(value.as_raw(), self.0)) }
    }
}

/// Puts the elements of `arrays` into an empty hash with one owner and room for all of them.
fn merge_into(out: &Array, dict: Dict, arrays: &[&Array]) {
    let (mut next, mut has_text) = (0, false);
    for array in arrays {
        let is_first = !has_text;
        has_text |= array.has_text_key();
        let texts = array.iter().map(|(key, _)| matches!(key, Key::Str(_)).then_some(key));
        let mut ahead = Ahead::new(texts, array.len());
        for (key, value) in array.iter() {
            ahead.step(out);
            let copy = copy_word(value.as_raw(), array.0);
            match key {
                Key::Int(_) => {
                    dict.push(Key::Int(next), copy);
                    next += 1;
                }
                Key::Str(_) if is_first => {
                    dict.push(key, copy);
                }
                Key::Str(_) => dict.put(key, copy),
            }
        }
    }
}
