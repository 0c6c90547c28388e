//! Places of elements: where code names a key, the element is looked for first where it was the last
//! time.

use super::key::Key;
use super::{Array, Form};
use crate::heap::Oom;
use crate::layout::flags;
use crate::string::Str;
use crate::value::{DataType, SlotMut, Value};

/// Where an array had an element: the number of its shape, or [`NO_SHAPE`], and the position.
pub type Place = (u32, u32);

/// Stands for the shape of arrays that have none.
pub(super) const NO_SHAPE: u32 = u32::MAX;

impl Array {
    /// The value of a string key that is at a place, which was that of the same key.
    #[inline(always)]
    pub fn get_at_place(&self, place: Place, name: &Str) -> Option<&Value> {
        match self.form() {
            Form::Shaped(shaped) if shaped.header().shape.get() == place.0 => {
                Some(self.value(shaped.slot(place.1 as usize)))
            }
            Form::Dict(dict) if place.0 == NO_SHAPE && dict.has_at(place.1, name) => {
                Some(self.value(dict.slot(place.1)))
            }
            Form::Packed(_) | Form::Shaped(_) | Form::Dict(_) => None,
        }
    }

    /// The value of a key, and its place.
    #[inline]
    pub fn find_place(&self, key: Key) -> Option<(Place, &Value)> {
        let position = self.find(key)?;
        let slot = match self.form() {
            Form::Packed(packed) => packed.slot(position as usize),
            Form::Shaped(shaped) => shaped.slot(position as usize),
            Form::Dict(dict) => dict.slot(position),
        };
        Some((self.place(position), self.value(slot)))
    }

    #[inline(always)]
    pub(super) fn place(&self, position: u32) -> Place {
        match self.form() {
            Form::Shaped(shaped) => (shaped.header().shape.get(), position),
            Form::Packed(_) | Form::Dict(_) => (NO_SHAPE, position),
        }
    }

    /// The slot at a place of a string key, of an array that nobody else has: for going on into what it
    /// holds, which stays one, or changing an int.
    #[inline(always)]
    pub fn own_slot_at_place(&mut self, place: Place, name: &Str) -> Option<SlotMut<'_>> {
        let is_there = match self.form() {
            Form::Shaped(shaped) => shaped.header().shape.get() == place.0,
            Form::Dict(dict) => place.0 == NO_SHAPE && dict.has_at(place.1, name),
            Form::Packed(_) => false,
        };
        (is_there && self.is_unique()).then(|| self.slot_at(place.1))
    }

    /// The slot at a place for any use: the array then knows nothing of its element types.
    #[inline(always)]
    pub fn slot_at_place(&mut self, place: Place, name: &Str) -> Option<SlotMut<'_>> {
        self.own_slot_at_place(place, name)?;
        self.mark_open();
        Some(self.slot_at(place.1))
    }

    /// Puts a value at a place, unless a Ref is there, and gives what was there; an error has the
    /// value.
    #[inline(always)]
    pub fn replace_at_place(
        &mut self,
        place: Place,
        name: &Str,
        value: Value,
    ) -> Result<Value, Value> {
        match self.own_slot_at_place(place, name) {
            Some(slot) if slot.get().tag() != DataType::Ref => {}
            _ => return Err(value),
        }
        let header = self.header();
        super::note(&header.flags, &header.aux, value.tag());
        Ok(self.slot_at(place.1).replace(value))
    }

    /// The slot at a place, as [`inner_slot`](Self::inner_slot).
    #[inline(always)]
    pub fn inner_slot_at_place(&mut self, place: Place, name: &Str) -> Option<SlotMut<'_>> {
        self.own_slot_at_place(place, name)?;
        self.inner_slot_at(place.1)
    }

    /// As [`slot`](Self::slot), with its place.
    pub fn slot_and_place(&mut self, key: Key) -> Result<Option<(Place, SlotMut<'_>)>, Oom> {
        let Some(position) = self.find_unique(key)? else { return Ok(None) };
        self.mark_open();
        Ok(Some((self.place(position), self.slot_at(position))))
    }

    /// The slot of a key that is there, and its place, for going on into the array, the object or the
    /// Ref that it holds, which stays one: none when it holds anything else.
    #[inline]
    pub fn inner_slot(&mut self, key: Key) -> Result<Option<(Place, SlotMut<'_>)>, Oom> {
        let position = match (self.form(), key) {
            (Form::Packed(packed), Key::Int(int))
                if (int as u64) < packed.len() as u64 && self.is_unique() =>
            {
                int as u32
            }
            _ => match self.find_unique(key)? {
                Some(position) => position,
                None => return Ok(None),
            },
        };
        let place = self.place(position);
        Ok(self.inner_slot_at(position).map(|slot| (place, slot)))
    }

    #[inline(always)]
    fn inner_slot_at(&mut self, position: u32) -> Option<SlotMut<'_>> {
        // What it goes on into may be static now, and counted then.
        let header = self.header();
        header.flags.set(header.flags.get() | flags::MAY_HOLD_COUNTED);
        let slot = self.slot_at(position);
        let stays = matches!(slot.get().tag(), DataType::Array | DataType::Object | DataType::Ref);
        stays.then_some(slot)
    }
}
