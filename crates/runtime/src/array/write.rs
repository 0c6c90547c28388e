//! Writing: room, set, append, remove, slots. Before writing an array is made unique; see `separate`.

use std::ptr::NonNull;

use super::dict::Dict;
use super::key::Key;
use super::named::NO_SHAPE;
use super::packed::{LENGTH_MAX, Packed, code_for};
use super::{ANY_TYPES, Array, Form, Place, cursor};
use crate::heap::Oom;
use crate::heap::size::SizeCode;
use crate::layout::{VmHeader, flags};
use crate::value::{SlotMut, TypedValue, Value, View};

/// Why an element was not added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArrayError {
    /// No memory, or too many elements.
    Oom,
    /// `PHP_INT_MAX` is a key already, so there is no next index.
    NextIndexTaken,
}

impl From<Oom> for ArrayError {
    fn from(_: Oom) -> Self {
        Self::Oom
    }
}

impl Array {
    /// Makes room for `room` more elements, so that adding them does not move the block again.
    pub fn reserve(&mut self, room: usize) -> Result<(), Oom> {
        if room > LENGTH_MAX {
            return Err(Oom);
        }
        self.make_unique(room)?;
        match self.form() {
            Form::Packed(packed) if packed.len() + room > packed.capacity() => {
                self.resize_packed(packed, code_for(packed.len() + room)?)
            }
            Form::Dict(dict) if dict.used() as usize + room > dict.capacity() as usize => {
                self.resize_dict(dict, dict.used() as usize + room)
            }
            Form::Packed(_) | Form::Dict(_) | Form::Shaped(_) => Ok(()),
        }
    }

    fn resize_packed(&mut self, packed: Packed, code: SizeCode) -> Result<(), Oom> {
        let moved = packed.resize(code)?.block().cast();
        self.follow(moved);
        Ok(())
    }

    pub(super) fn resize_dict(&mut self, dict: Dict, capacity: usize) -> Result<(), Oom> {
        let moved = dict.grow(capacity)?.block().cast();
        self.follow(moved);
        Ok(())
    }

    /// The block has moved to `new`; the old one is gone.
    fn follow(&mut self, new: NonNull<VmHeader>) {
        let old = std::mem::replace(&mut self.0, new);
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            cursor::rename(old, new);
        }
    }

    /// Adds `value` with the next index. Takes over its count, also on `Err`.
    #[inline]
    pub fn append(&mut self, value: Value) -> Result<(), ArrayError> {
        if let Form::Packed(packed) = self.form()
            && self.is_unique()
            && packed.len() < packed.capacity()
        {
            packed.push(value.into_raw());
            return Ok(());
        }
        self.append_slow(value)
    }

    /// Adds values while there is room in a list with one owner.
    #[inline(always)]
    pub(super) fn fill_room(&mut self, values: &mut impl Iterator<Item = Value>) {
        if let Form::Packed(packed) = self.form()
            && self.is_unique()
        {
            packed.extend(values);
        }
    }

    #[inline(never)]
    fn append_slow(&mut self, value: Value) -> Result<(), ArrayError> {
        if self.is_static_empty() {
            let packed = Packed::alloc(const { SizeCode::at_least(64).expect("a small size") })?;
            packed.push(value.into_raw());
            *self = Self(packed.block().cast());
            return Ok(());
        }
        if let Form::Packed(packed) = self.form() {
            let length = packed.len();
            self.make_unique((length / 2).max(3))?;
            if let Form::Packed(packed) = self.form()
                && length == packed.capacity()
            {
                self.grow_packed(packed)?;
            }
            if let Form::Packed(packed) = self.form() {
                packed.push(value.into_raw());
            }
            return Ok(());
        }
        let dict = self.make_dict(1)?;
        let next = match dict.header().next_free.get() {
            i64::MIN => 0,
            i64::MAX if dict.find_int(i64::MAX) != super::dict::NONE => {
                return Err(ArrayError::NextIndexTaken);
            }
            next => next,
        };
        self.push_dict(Key::Int(next), value)?;
        Ok(())
    }

    /// Doubles the block.
    fn grow_packed(&mut self, packed: Packed) -> Result<(), Oom> {
        let code = SizeCode::at_least((packed.code().bytes() * 2).max(64)).ok_or(Oom)?;
        if packed.len() >= LENGTH_MAX {
            return Err(Oom);
        }
        self.resize_packed(packed, code)
    }

    /// Adds an element whose key is not in the array, as to a dict.
    #[inline(never)]
    fn push_dict(&mut self, key: Key, value: Value) -> Result<u32, Oom> {
        let mut dict = self.make_dict(1)?;
        if dict.is_list() {
            dict = self.admit(dict, key)?;
        }
        if dict.used() == dict.capacity() {
            self.make_dict_room(dict)?;
            dict = self.make_dict(0)?;
        }
        Ok(dict.push(key, value.into_raw()))
    }

    /// Squeezes tombstones out when there are many, else grows. PHP has no table of fewer than
    /// eight, and a hash that grows has no holes behind that.
    #[cold]
    fn make_dict_room(&mut self, dict: Dict) -> Result<(), Oom> {
        let (used, is_list) = (dict.used(), dict.is_list());
        let is_small = used < 8 && !is_list;
        let grows = is_small || used <= dict.live() + dict.live() / 32;
        if is_list && !grows {
            dict.compact();
        } else if !is_list && !is_small && dict.live() < used {
            self.close_holes(dict);
        }
        if grows { self.resize_dict(dict, used as usize + 1) } else { Ok(()) }
    }

    /// Whether it is the block that [`Array::new`] gives out.
    #[inline]
    pub(super) fn is_static_empty(&self) -> bool {
        self.0 == Packed::empty().block().cast()
    }

    /// Adds an element whose key is not in the array, which is not looked for. Takes over the
    /// value's count.
    #[inline]
    pub fn set_new(&mut self, key: Key, value: Value) -> Result<(), Oom> {
        debug_assert!(self.find(key).is_none());
        self.insert(key, value).map(|_| ())
    }

    /// Adds an element whose key is not in the array.
    #[inline]
    fn insert(&mut self, key: Key, value: Value) -> Result<u32, Oom> {
        match (self.form(), key) {
            (Form::Dict(dict), _)
                if self.is_unique() && dict.used() < dict.capacity() && !dict.is_list() =>
            {
                Ok(dict.push(key, value.into_raw()))
            }
            (Form::Packed(packed), Key::Int(int)) if int == packed.len() as i64 => {
                self.append(value).map_err(|_| Oom)?;
                Ok(int as u32)
            }
            _ => self.push_dict(key, value),
        }
    }

    /// The slot at a position, of an array with one owner.
    pub(super) fn slot_at(&mut self, position: u32) -> SlotMut<'_> {
        let slot = match self.form() {
            Form::Packed(packed) => packed.slot(position as usize),
            Form::Shaped(shaped) => shaped.slot(position as usize),
            Form::Dict(dict) => dict.slot(position),
        };
        // SAFETY: M1: the slot is initialised, and `self` is the only owner, borrowed mutably.
        unsafe { SlotMut::from_raw(slot) }
    }

    /// Stores `value` under `key`, replacing what is there, a Ref too. Takes over its count.
    pub fn set(&mut self, key: Key, value: Value) -> Result<(), Oom> {
        if let Form::Dict(dict) = self.form()
            && self.is_unique()
            && dict.has_room()
        {
            if !dict.is_list() {
                dict.put(key, value.into_raw());
                return Ok(());
            }
            if let Key::Int(int) = key
                && dict.comes_next(int)
            {
                dict.push(key, value.into_raw());
                return Ok(());
            }
        }
        self.store(key, value, |mut slot, value| slot.set(value)).map(drop)
    }

    /// Stores what `value` makes under a key that is not there; says whether that was so.
    #[inline]
    pub fn set_missing(&mut self, key: Key, value: impl FnOnce() -> Value) -> Result<bool, Oom> {
        if let Form::Dict(dict) = self.form()
            && self.is_unique()
            && dict.has_room()
            && !dict.is_list()
        {
            return Ok(dict.put_missing(key, || value().into_raw()));
        }
        let is_new = self.find(key).is_none();
        if is_new {
            self.insert(key, value())?;
        }
        Ok(is_new)
    }

    /// Stores `value` as `$a[key] = value` does: into the Ref, when one is there.
    #[inline]
    pub fn assign(&mut self, key: Key, value: Value) -> Result<(), Oom> {
        self.store(key, value, |mut slot, value| slot.assign(value)).map(drop)
    }

    /// The same, unless a Ref is there that has types: then the value comes back, else the place.
    #[inline]
    pub fn assign_untyped(&mut self, key: Key, value: Value) -> Result<Result<Place, Value>, Oom> {
        let mut refused = None;
        let place = self.store(key, value, |mut slot, value| match slot.get().view() {
            View::Ref(reference) if reference.type_sources() != 0 => refused = Some(value),
            _ => slot.assign(value),
        })?;
        Ok(refused.map_or(Ok(place), Err))
    }

    /// The same where nothing is there, or what is there fits; whether it did.
    #[inline]
    pub fn assign_where(
        &mut self,
        key: Key,
        value: Value,
        fits: impl FnOnce(&Value) -> bool,
    ) -> Result<bool, Oom> {
        let mut is_done = true;
        self.store(key, value, |mut slot, value| match fits(slot.get()) {
            true => slot.assign(value),
            false => is_done = false,
        })?;
        Ok(is_done)
    }

    /// Stores a value, and says where. An array that a Ref in it holds is gone when that is written.
    #[inline]
    fn store(
        &mut self,
        key: Key,
        value: Value,
        write: impl FnOnce(SlotMut<'_>, Value),
    ) -> Result<Place, Oom> {
        if let Form::Dict(dict) = self.form()
            && self.is_unique()
        {
            return self.store_in_dict(dict, key, value, write);
        }
        let Some(position) = self.find_unique(key)? else {
            let position = self.insert(key, value)?;
            return Ok(self.place(position));
        };
        let header = self.header();
        super::note(&header.flags, &header.aux, value.tag());
        let place = self.place(position);
        write(self.slot_at(position), value);
        Ok(place)
    }

    /// `store` for a dict with one owner.
    #[inline]
    fn store_in_dict(
        &mut self,
        dict: Dict,
        key: Key,
        value: Value,
        write: impl FnOnce(SlotMut<'_>, Value),
    ) -> Result<Place, Oom> {
        let position = dict.find(key);
        if position == super::dict::NONE {
            if dict.used() < dict.capacity() && !dict.is_list() {
                return Ok((NO_SHAPE, dict.push(key, value.into_raw())));
            }
            let position = self.push_dict(key, value)?;
            return Ok(self.place(position));
        }
        let header = dict.header();
        super::note(&header.flags, &header.types, value.tag());
        // SAFETY: M1: the slot is initialised, and `self` is the only owner, borrowed mutably.
        write(unsafe { SlotMut::from_raw(dict.slot(position)) }, value);
        Ok((NO_SHAPE, position))
    }

    /// Replaces a value without a count by what `change` makes of it, without a count too. False,
    /// save that the array may have been separated, when the key is not there, or it is not all that.
    #[inline]
    pub fn update_word(
        &mut self,
        key: Key,
        change: impl FnOnce(&Value) -> Option<TypedValue>,
    ) -> bool {
        let Ok(Some(position)) = self.find_unique(key) else { return false };
        let slot = self.slot_at(position).as_raw();
        // SAFETY: A2: initialised, and nobody else's.
        let old = unsafe { slot.cast::<Value>().as_ref() };
        let word = change(old).filter(|word| !word.tag.is_counted());
        let (Some(word), false) = (word, old.tag().is_counted()) else { return false };
        let header = self.header();
        super::note(&header.flags, &header.aux, word.tag);
        // SAFETY: as above; neither word has a count.
        unsafe { crate::value::write_word(slot, word) };
        true
    }

    /// The slot of a key, if it is there, for any use: the array then knows nothing of its
    /// element types.
    pub fn slot(&mut self, key: Key) -> Result<Option<SlotMut<'_>>, Oom> {
        let Some(position) = self.find_unique(key)? else { return Ok(None) };
        self.mark_open();
        Ok(Some(self.slot_at(position)))
    }

    /// The slot of a key, made with `null` if it is not there.
    pub fn slot_or_null(&mut self, key: Key) -> Result<SlotMut<'_>, Oom> {
        let position = match self.find_unique(key)? {
            Some(position) => position,
            None => self.insert(key, Value::NULL)?,
        };
        self.mark_open();
        Ok(self.slot_at(position))
    }

    /// A new slot with the next index, `null` at first.
    pub fn append_slot(&mut self) -> Result<SlotMut<'_>, ArrayError> {
        self.append(Value::NULL)?;
        self.mark_open();
        Ok(self.slot_at(self.used() - 1))
    }

    /// The slot at a position, of an array with one owner.
    pub(super) fn slot_at_position(&mut self, position: u32) -> Option<SlotMut<'_>> {
        debug_assert!(self.is_unique());
        self.entry(position)?;
        self.mark_open();
        Some(self.slot_at(position))
    }

    /// The position of a key that is there, the array having one owner from now on. A copy has
    /// positions of its own.
    pub(super) fn find_unique(&mut self, key: Key) -> Result<Option<u32>, Oom> {
        let found = self.find(key);
        if found.is_none() || self.is_unique() {
            return Ok(found);
        }
        self.separate(0)?;
        Ok(self.find(key))
    }

    /// The slot at a position that holds an element, of an array that may be shared: for making
    /// it a Ref only.
    pub(super) fn open_slot(&mut self, position: u32) -> SlotMut<'_> {
        debug_assert!(self.count() > 0);
        self.mark_open();
        self.slot_at(position)
    }

    pub(super) fn mark_open(&mut self) {
        let header = self.header();
        header.aux.set(ANY_TYPES);
        header.flags.set(header.flags.get() | flags::MAY_HOLD_REF | flags::MAY_HOLD_COUNTED);
    }

    /// Removes a key: `unset`. Returns its value. PHP: a shared array is copied even if the key is not there.
    pub fn remove(&mut self, key: Key) -> Result<Option<Value>, Oom> {
        if !self.is_static_empty() {
            self.make_unique(0)?;
        }
        let Some(position) = self.find(key) else { return Ok(None) };
        let dict = self.make_dict(0)?;
        let word = self.take(dict, position);
        // SAFETY: `take` handed over the count.
        Ok(Some(unsafe { Value::from_raw(word) }))
    }

    /// Takes a live element out of a dict with one owner. What pointed to it stays at its place,
    /// or goes one behind the last element if that is before.
    pub(super) fn take(&mut self, dict: Dict, position: u32) -> TypedValue {
        let word = dict.take(position);
        let header = dict.header();
        if position + 1 == dict.used() {
            dict.trim();
            self.clamp_places(self.places());
        }
        if dict.used() == 0 {
            header.types.set(0);
        }
        word
    }

    /// Moves the internal pointer and cursors that are beyond `places` there.
    pub(super) fn clamp_places(&self, places: u32) {
        self.set_pointer(self.pointer().min(places));
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            cursor::update(self.0, |place| *place = (*place).min(places));
        }
    }
}
