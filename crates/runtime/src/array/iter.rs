//! Reading in order: positions, iteration, the internal pointer.

use super::{Array, Form, Key, dict};
use crate::value::Value;

impl Array {
    /// One past the last position.
    #[inline]
    pub fn used(&self) -> u32 {
        match self.form() {
            Form::Packed(packed) => packed.len() as u32,
            Form::Shaped(shaped) => shaped.shape().len() as u32,
            Form::Dict(dict) => dict.used(),
        }
    }

    /// The element at a position; `None` at an empty one and past the end.
    #[inline]
    pub fn entry(&self, position: u32) -> Option<(Key<'_>, &Value)> {
        if position >= self.used() {
            return None;
        }
        self.entry_in(self.form(), position)
    }

    /// The element at a position below `used`, the layout being known.
    #[inline]
    fn entry_in(&self, form: Form, position: u32) -> Option<(Key<'_>, &Value)> {
        let index = position as usize;
        match form {
            Form::Packed(packed) => {
                Some((Key::Int(i64::from(position)), self.value(packed.slot(index))))
            }
            Form::Shaped(shaped) => {
                let key = Key::Str(shaped.shape().keys()[index].as_str());
                Some((key, self.value(shaped.slot(index))))
            }
            Form::Dict(dict) => {
                let live = dict.element(position).key_kind.get() != dict::DEAD;
                live.then(|| (dict.key(position), self.value(dict.slot(position))))
            }
        }
    }

    /// The first element at or after a position, and where it is.
    #[inline(always)]
    pub fn element_from(&self, position: u32) -> Option<(u32, &Value)> {
        let index = position as usize;
        match self.form() {
            Form::Packed(packed) => {
                (index < packed.len()).then(|| (position, self.value(packed.slot(index))))
            }
            Form::Shaped(shaped) => {
                (index < shaped.shape().len()).then(|| (position, self.value(shaped.slot(index))))
            }
            Form::Dict(dict) => (position..dict.used())
                .find(|&at| dict.element(at).key_kind.get() != dict::DEAD)
                .map(|at| (at, self.value(dict.slot(at)))),
        }
    }

    /// The key of the element at a position that has one.
    #[inline(always)]
    pub fn key_at(&self, position: u32) -> Key<'_> {
        match self.form() {
            Form::Packed(_) => Key::Int(i64::from(position)),
            Form::Shaped(shaped) => Key::Str(shaped.shape().keys()[position as usize].as_str()),
            Form::Dict(dict) => dict.key(position),
        }
    }

    /// The first position at or after `position` that holds an element, or `used`.
    #[inline]
    pub fn valid_position(&self, position: u32) -> u32 {
        let used = self.used();
        let Form::Dict(dict) = self.form() else { return position.min(used) };
        let mut at = position;
        while at < used && dict.element(at).key_kind.get() == dict::DEAD {
            at += 1;
        }
        at.min(used)
    }

    /// The last position before `position` that holds an element.
    pub fn position_before(&self, position: u32) -> Option<u32> {
        (0..position.min(self.used())).rev().find(|&at| self.entry(at).is_some())
    }

    /// All elements in order.
    #[inline]
    pub fn iter(&self) -> Iter<'_> {
        Iter { array: self, form: self.form(), next: 0, used: self.used() }
    }

    /// The internal pointer: the position of `current()`, `used` when past the end.
    pub fn position(&self) -> u32 {
        self.position_at(self.pointer())
    }

    /// Moves the internal pointer. The array must have one owner: separate first.
    pub fn set_position(&mut self, position: u32) {
        debug_assert!(self.is_unique());
        if self.is_unique() {
            self.set_pointer(self.place_of(position));
        }
    }
}

/// Iterates over an array that is not written meanwhile.
#[derive(Clone)]
pub struct Iter<'a> {
    array: &'a Array,
    form: Form,
    next: u32,
    used: u32,
}

impl<'a> Iterator for Iter<'a> {
    type Item = (Key<'a>, &'a Value);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.used {
            let position = self.next;
            self.next += 1;
            if let Some(entry) = self.array.entry_in(self.form, position) {
                return Some(entry);
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some((self.used - self.next) as usize))
    }
}

impl DoubleEndedIterator for Iter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        while self.next < self.used {
            self.used -= 1;
            if let Some(entry) = self.array.entry_in(self.form, self.used) {
                return Some(entry);
            }
        }
        None
    }
}

impl<'a> IntoIterator for &'a Array {
    type Item = (Key<'a>, &'a Value);
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
