//! Slots: value words inside containers, whose spare bytes the container uses.
//!
//! # Invariants
//! - V2 of the parent module: writes touch payload and tag only, so a `SlotMut` never exposes a
//!   `&mut Value` that could be swapped as 16 bytes.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::{DataType, TypedValue, Value};
use crate::array::Array;
use crate::heap::Oom;
use crate::object::Reference;

/// The address of a slot, for the modules that lay containers out.
pub type Slot = NonNull<TypedValue>;

/// A slot of a container that nobody else sees for `'a`.
pub struct SlotMut<'a> {
    slot: Slot,
    container: PhantomData<&'a mut TypedValue>,
}

impl<'a> SlotMut<'a> {
    /// The slot at an address.
    ///
    /// # Safety
    /// For `'a` the slot is alive, initialised, and reached through this handle only.
    #[inline]
    pub const unsafe fn from_raw(slot: Slot) -> Self {
        Self { slot, container: PhantomData }
    }

    /// The address. It is dead after anything that may write to the container (M1).
    #[inline]
    pub const fn as_raw(&self) -> Slot {
        self.slot
    }

    /// The value.
    #[inline]
    pub fn get(&self) -> &Value {
        // SAFETY: alive and initialised for `'a`; `Value` is the word alone.
        unsafe { self.slot.cast::<Value>().as_ref() }
    }

    /// Puts `value` in and returns what was there.
    #[inline]
    pub fn replace(&mut self, value: Value) -> Value {
        // SAFETY: alive and initialised for `'a`.
        let old = unsafe { self.slot.read() };
        // SAFETY: alive and ours for `'a`.
        unsafe { write_word(self.slot, value.into_raw()) };
        // SAFETY: V1 held for the slot; its count is taken over, the slot was overwritten.
        unsafe { Value::from_raw(old) }
    }

    /// Puts `value` in and releases what was there.
    #[inline]
    pub fn set(&mut self, value: Value) {
        drop(self.replace(value));
    }

    /// Stores as PHP assignment does: through a Ref, when the slot holds one.
    #[inline]
    pub fn assign(&mut self, value: Value) {
        match self.get().view() {
            super::View::Ref(reference) => reference.set(value),
            _ => self.set(value),
        }
    }

    /// Appends to the string in the slot. False when there is none.
    pub fn append_text(&mut self, tail: &[u8]) -> Result<bool, Oom> {
        if self.get().as_str().is_none() {
            return Ok(false);
        }
        let mut whole = self.replace(Value::NULL);
        let appended = whole.append_text(tail);
        self.set(whole);
        appended
    }

    /// The array in the slot, for writing. Its handle stays in the slot.
    #[inline]
    pub fn as_array_mut(&mut self) -> Option<&mut Array> {
        if self.get().tag() != DataType::Array {
            return None;
        }
        // SAFETY: the payload is an `Array` (V1) and ours for `'a`; 8 bytes, so V2 holds.
        Some(unsafe { self.slot.cast::<Array>().as_mut() })
    }

    /// As [`as_array_mut`](Self::as_array_mut), for as long as the slot itself.
    #[inline]
    pub fn into_array_mut(self) -> Option<&'a mut Array> {
        if self.get().tag() != DataType::Array {
            return None;
        }
        // SAFETY: the payload is an `Array` (V1) and ours for `'a`; 8 bytes, so V2 holds.
        Some(unsafe { self.slot.cast::<Array>().as_mut() })
    }

    /// Turns the slot into a Ref, unless it is one, and returns a handle to it. Uninit becomes
    /// `null`.
    pub fn make_ref(&mut self) -> Result<Reference, Oom> {
        if let super::View::Ref(reference) = self.get().view() {
            return Ok(reference.clone());
        }
        // SAFETY: alive and initialised for `'a`.
        let word = unsafe { self.slot.read() };
        // SAFETY: V1; `ManuallyDrop` leaves the count in the slot until it is moved.
        let word = ManuallyDrop::new(unsafe { Value::from_raw(word) });
        let reference = Reference::new_null()?;
        if !word.is_null() {
            reference.set(ManuallyDrop::into_inner(word));
        }
        // SAFETY: alive and ours for `'a`; the count it held was moved into the Ref.
        unsafe { write_word(self.slot, Value::from(reference.clone()).into_raw()) };
        Ok(reference)
    }
}

/// Writes payload and tag, leaving the container's bytes alone.
///
/// # Safety
/// `slot` may be written.
#[inline]
pub(crate) unsafe fn write_word(slot: Slot, word: TypedValue) {
    // SAFETY: the caller's promise.
    unsafe { (*slot.as_ptr()).payload = word.payload };
    // SAFETY: the caller's promise.
    unsafe { (*slot.as_ptr()).tag = word.tag };
}
