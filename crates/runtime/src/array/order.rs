//! Operations that renumber: the cores of `array_pop`, `array_shift`, `array_unshift`,
//! `array_splice`, `array_slice`, `array_merge`, and `+` of arrays.
//!
//! Except for `+`, int keys of results count up from 0 and string keys stay. Functions that
//! change an array reset its internal pointer.

use super::packed::Packed;
use super::{Array, Form, Key, copy_word, cursor};
use crate::heap::Oom;
use crate::layout::flags;
use crate::value::Value;

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
        if self.is_empty() {
            return Ok(None);
        }
        self.make_unique(0)?;
        let word = if let Form::Packed(packed) = self.form() {
            let word = packed.pop();
            let used = packed.len() as u32;
            self.move_cursors(|at| at.min(used));
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
        self.header().word1.set(0);
        // SAFETY: the word was taken out with its count.
        Ok(Some(unsafe { Value::from_raw(word) }))
    }

    /// Takes the first element out.
    pub fn shift(&mut self) -> Result<Option<Value>, Oom> {
        if self.is_empty() {
            return Ok(None);
        }
        self.make_unique(0)?;
        if let Form::Packed(packed) = self.form() {
            let word = packed.word(0);
            let used = packed.len() as u32;
            self.move_cursors(|at| if at < used { at.saturating_sub(1) } else { at });
            packed.shift(1, 0, used as usize - 1);
            self.header().word1.set(0);
            self.mark_indexed();
            // SAFETY: the word was taken out with its count.
            return Ok(Some(unsafe { Value::from_raw(word) }));
        }
        let first = self.valid_position(0);
        let value = self.entry(first).map(|(_, value)| value.clone());
        let was_hash = self.is_hash_in_php();
        self.splice(0, 1, &Array::new())?;
        self.make_unique(1)?;
        self.mark_indexed();
        if was_hash {
            self.mark_hash();
        }
        Ok(value)
    }

    /// Whether PHP would keep this array as a hash, not as a list with holes.
    pub(super) fn is_hash_in_php(&self) -> bool {
        match self.form() {
            Form::Packed(_) => self.header().flags.get() & flags::HASHED != 0,
            Form::Shaped(_) => true,
            Form::Dict(dict) => dict.header().list_size.get() == 0,
        }
    }

    /// Of an array with one owner.
    fn mark_hash(&mut self) {
        if let Form::Packed(packed) = self.form() {
            let own = &packed.header().flags;
            own.set(own.get() | flags::HASHED);
        }
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
        self.move_cursors(|at| at + added as u32);
        let header = self.header();
        header.word1.set(0);
        header.flags.set(header.flags.get() & !flags::HASHED);
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

    /// Cursors in the removed part go behind the inserted one. Those at the end stay, unless the
    /// end is removed: then all behind `offset` go to the first inserted element.
    fn move_cursors_spliced(&self, offset: u32, removed: u32, inserted: u32) {
        if self.header().flags.get() & flags::HAS_ITERATORS == 0 {
            return;
        }
        let used = self.used();
        let (rank, is_packed): (&dyn Fn(u32) -> u32, bool) = match self.form() {
            Form::Dict(dict) => (&move |at| dict.rank(at), false),
            Form::Packed(_) | Form::Shaped(_) => (&|at| at, true),
        };
        let removes_end = removed > 0 && (offset + removed) as usize == self.len();
        let kept_used = self.position_before(self.position_of_rank(offset)).map_or(0, |at| at + 1);
        // PHP: a cursor on the last element of a list goes one further when just that is replaced.
        let skips = u32::from(is_packed && removed == 1);
        self.move_cursors(|at| match rank(at) {
            rank if rank < offset && at < used => rank,
            rank if removes_end => kept_used + if rank == offset && at < used { skips } else { 0 },
            _ if at >= used => at,
            rank if rank < offset + removed => offset + inserted,
            rank => rank - removed + inserted,
        });
    }

    /// The position of the element that `rank` others precede, or `used`.
    fn position_of_rank(&self, rank: u32) -> u32 {
        let mut positions = (0..self.used()).filter(|&at| self.entry(at).is_some());
        positions.nth(rank as usize).unwrap_or(self.used())
    }

    /// `length` elements from the `offset`-th on, as a new array. Refs that only `self` holds are
    /// unwrapped.
    pub fn slice(&self, offset: usize, length: usize, keys: IntKeys) -> Result<Array, Oom> {
        let mut out = match self.form() {
            Form::Packed(packed) if keys == IntKeys::Renumber || offset == 0 => {
                Self::with_capacity(length.min(packed.len().saturating_sub(offset)))?
            }
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => Self::new(),
        };
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
        if let [left, right] = arrays
            && let Some(only) =
                [(left, right), (right, left)].iter().find(|(empty, _)| empty.is_empty())
            && only.1.merges_to_itself()
        {
            return Ok((*only.1).clone());
        }
        let total = arrays.iter().map(|array| array.len()).sum();
        let mut out = Self::with_capacity(total)?;
        for array in arrays {
            for (key, value) in *array {
                let copy = array.copy_of(value);
                match key {
                    Key::Int(_) => out.append(copy).map_err(|_| Oom)?,
                    Key::Str(_) => out.set(key, copy)?,
                }
            }
        }
        if arrays.first().is_some_and(|first| first.is_hash_in_php()) && out.is_unique() {
            out.mark_hash();
        }
        Ok(out)
    }

    /// Whether renumbering changes no key.
    fn merges_to_itself(&self) -> bool {
        match self.form() {
            Form::Packed(_) | Form::Shaped(_) => true,
            Form::Dict(dict) if dict.header().list_size.get() != 0 => self.is_list(),
            Form::Dict(_) => self.iter().all(|(key, _)| matches!(key, Key::Str(_))),
        }
    }

    /// `$this + $other`: adds the elements of `other` whose keys are not there.
    pub fn unite(&mut self, other: &Array) -> Result<(), Oom> {
        if self.ptr_eq(other) || other.is_empty() {
            return Ok(());
        }
        let header = other.header();
        let is_plain = matches!(other.form(), Form::Packed(_))
            && header.word1.get() == 0
            && header.flags.get() & (flags::HAS_ITERATORS | flags::HASHED | flags::INDEXED) == 0;
        if self.ptr_eq(&Array::new()) && is_plain {
            *self = other.clone();
            return Ok(());
        }
        for (key, value) in other {
            if self.get(key).is_none() {
                self.set(key, other.copy_of(value))?;
            }
        }
        Ok(())
    }

    /// A value of this array for another one.
    fn copy_of(&self, value: &Value) -> Value {
        // SAFETY: `copy_word` takes a count.
        unsafe { Value::from_raw(copy_word(value.as_raw(), self.0)) }
    }
}
