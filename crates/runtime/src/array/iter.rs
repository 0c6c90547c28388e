//! Reading in order: positions, iteration, the internal pointer.

use std::marker::PhantomData;

use super::{Array, Form, Key, dict};
use crate::value::{DataType, Value};

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
    #[inline(always)]
    fn entry_in(&self, form: Form, position: u32) -> Option<(Key<'_>, &Value)> {
        match form {
            Form::Packed(packed) => {
                let value = self.value(packed.slot(position as usize));
                Some((Key::Int(i64::from(position)), value))
            }
            Form::Dict(dict) => {
                if dict.element(position).key_kind.get() == dict::DEAD {
                    return None;
                }
                Some((dict.key(position), self.value(dict.slot(position))))
            }
            Form::Shaped(_) => self.entry_of_shape(position),
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

    /// The element of a packed array that is so many places from behind its end.
    #[inline(always)]
    pub fn packed_before_end(&self, places: u32) -> Option<&Value> {
        let Form::Packed(packed) = self.form() else { return None };
        let position = (packed.len() as u32).checked_sub(places)?;
        Some(self.value(packed.slot(position as usize)))
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

    #[inline(never)]
    fn entry_of_shape(&self, position: u32) -> Option<(Key<'_>, &Value)> {
        self.element_from(position).map(|(at, value)| (self.key_at(at), value))
    }

    /// The first position at or after `position` that holds an element, or `used`.
    #[inline]
    pub fn valid_position(&self, position: u32) -> u32 {
        self.element_from(position).map_or(self.used(), |(at, _)| at)
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

    /// All values in order, whatever their keys.
    #[inline]
    pub fn values(&self) -> Values<'_> {
        let (first, stride, used) = match self.form() {
            Form::Packed(packed) => (packed.base(), 16, packed.len()),
            Form::Shaped(shaped) => (shaped.slot(0), 16, shaped.shape().len()),
            Form::Dict(dict) => (dict.slot(0), dict::ELEMENT_BYTES, dict.used() as usize),
        };
        let next = first.cast().as_ptr();
        Values { next, left: used, stride, live: self.len(), array: PhantomData }
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

    #[inline(always)]
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
        let left = (self.used - self.next) as usize;
        let holes = match self.form {
            Form::Dict(dict) => (dict.used() - dict.live()) as usize,
            Form::Packed(_) | Form::Shaped(_) => 0,
        };
        (left.saturating_sub(holes), Some(left))
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

/// Iterates over the values of an array that is not written meanwhile.
#[derive(Clone)]
pub struct Values<'a> {
    /// The next word, of an element or of a tombstone, while words are left.
    next: *const Value,
    left: usize,
    stride: usize,
    /// How many of the words left are elements.
    live: usize,
    array: PhantomData<&'a Array>,
}

impl<'a> Iterator for Values<'a> {
    type Item = &'a Value;

    #[inline(always)]
    fn next(&mut self) -> Option<&'a Value> {
        while self.left > 0 {
            let slot = self.next;
            self.left -= 1;
            self.next = slot.wrapping_byte_add(self.stride);
            // SAFETY: P1, E1, D1: the words below `used` are initialised; they live as long as the
            // array is borrowed, and a `Value` is the word alone.
            let value = unsafe { &*slot };
            if value.tag() != DataType::Uninit {
                self.live -= 1;
                return Some(value);
            }
        }
        None
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.live, Some(self.live))
    }
}

impl ExactSizeIterator for Values<'_> {}
