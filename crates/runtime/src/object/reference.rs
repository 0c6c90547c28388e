//! PHP references: a value shared by several variables.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader, VmRef};
use crate::value::{DataType, Payload, Slot, Value, retain, unref, write_word};

const VALUE_OFFSET: usize = 16;

/// An owned handle of a Ref block.
#[repr(transparent)]
pub struct Reference(NonNull<VmRef>);

impl Reference {
    /// A Ref that holds `null`.
    pub fn new_null() -> Result<Self, Oom> {
        let block = heap::alloc(size_of::<VmRef>())?.cast::<VmRef>();
        let header = VmRef {
            sources: Cell::new(0),
            visits: Cell::new(0),
            flags: Cell::new(0),
            unused1: Cell::new(0),
            unused2: Cell::new(0),
            kind: Cell::new(Kind::Ref),
            count: Cell::new(1),
            payload: Cell::new(Payload { int: 0 }),
            tag: Cell::new(DataType::Null),
        };
        // SAFETY: the block is fresh and of this size.
        unsafe { block.write(header) };
        Ok(Self(block))
    }

    /// A Ref that holds `value`, whose count it takes over, also on `Err`.
    pub fn new(value: Value) -> Result<Self, Oom> {
        let reference = Self::new_null()?;
        reference.set(value);
        Ok(reference)
    }

    fn slot(&self) -> Slot {
        // SAFETY: the value word lies at this offset of the block.
        unsafe { self.0.cast::<u8>().byte_add(VALUE_OFFSET) }.cast()
    }

    /// The value, borrowed; V3 bounds the borrow.
    #[inline]
    pub fn peek(&self) -> &Value {
        // SAFETY: the handle owns a count, so the slot is alive; a `Value` is the word alone.
        unsafe { self.slot().cast::<Value>().as_ref() }
    }

    /// A count of the value.
    pub fn get(&self) -> Value {
        self.peek().clone()
    }

    /// Puts `value` in and releases what was there. Type sources are the caller's affair.
    #[inline]
    pub fn set(&self, value: Value) {
        debug_assert!(value.tag() != DataType::Ref, "a Ref does not hold a Ref");
        // SAFETY: the slot is alive.
        let old = unsafe { self.slot().read() };
        // SAFETY: the slot is alive, and V3 says that nobody borrows it.
        unsafe { write_word(self.slot(), value.into_raw()) };
        // SAFETY: the count that the slot held is taken over.
        drop(unsafe { Value::from_raw(old) });
    }

    /// The value for changing in place; V3: nothing else touches the Ref meanwhile.
    #[inline]
    pub fn slot_mut(&mut self) -> crate::value::SlotMut<'_> {
        // SAFETY: alive while `self` is; V3 makes it exclusive.
        unsafe { crate::value::SlotMut::from_raw(self.slot()) }
    }

    /// Makes an array these variables' own, if that shows.
    pub fn separate(&self) -> Result<(), Oom> {
        let mut variable = self.clone();
        match variable.slot_mut().as_array_mut() {
            Some(array) if array.separation_shows() => array.make_unique(0),
            _ => Ok(()),
        }
    }

    /// The number of variables bound to it.
    pub fn count(&self) -> i32 {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.count.get()
    }

    /// Says that code asked for it by reference, not that the engine made it for a variable.
    pub fn note_asked(&self) {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.unused1.set(1);
    }

    /// Whether code asked for it by reference.
    pub fn was_asked(&self) -> bool {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.unused1.get() != 0
    }

    /// Whether one variable alone has it.
    pub(crate) fn is_alone(&self) -> bool {
        self.count().cast_unsigned() == self.visits().get() + 1
    }

    fn visits(&self) -> &Cell<u32> {
        // SAFETY: the handle owns a count.
        &unsafe { self.0.as_ref() }.visits
    }

    /// Number of the list of typed properties bound to it; 0 when there is none.
    #[inline]
    pub fn type_sources(&self) -> u32 {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.sources.get()
    }

    /// Sets the number of the list of typed properties bound to it.
    pub fn set_type_sources(&self, sources: u32) {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.sources.set(sources);
    }

    /// What tells it from others while it lives.
    pub fn address(&self) -> usize {
        self.0.as_ptr().addr()
    }

    /// Whether both are the same Ref.
    pub fn ptr_eq(&self, other: &Reference) -> bool {
        self.0 == other.0
    }

    /// The block; the caller now owns the count.
    #[inline]
    pub(crate) fn into_block(self) -> NonNull<VmHeader> {
        let block = self.0.cast();
        std::mem::forget(self);
        block
    }
}

/// A count of a Ref that is on the way somewhere while code runs: it is none of the variables that
/// share the value.
pub struct Visit(Reference);

impl Visit {
    /// A visit of a Ref.
    pub fn new(reference: Reference) -> Self {
        reference.visits().update(|visits| visits + 1);
        Self(reference)
    }
}

impl std::ops::Deref for Visit {
    type Target = Reference;

    fn deref(&self) -> &Reference {
        &self.0
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.0.visits().update(|visits| visits - 1);
    }
}

impl Clone for Reference {
    #[inline]
    fn clone(&self) -> Self {
        retain(self.0.cast());
        Self(self.0)
    }
}

impl Drop for Reference {
    #[inline]
    fn drop(&mut self) {
        unref(self.0.cast());
    }
}

/// Whether the value of a dying Ref must be released.
#[inline]
pub(crate) fn holds_counted(block: NonNull<VmHeader>) -> bool {
    // SAFETY: the block is dying but not yet freed, and a Ref.
    let tag = unsafe { &(*block.cast::<VmRef>().as_ptr()).tag };
    tag.get().is_counted()
}

/// Frees a dead Ref whose value is released.
pub(crate) fn free_reference(block: NonNull<VmHeader>) {
    // SAFETY: the block is dying but not yet freed.
    crate::class::bound::released(unsafe { block.as_ref() }.word0.get());
    super::cycle::retire(block, size_of::<VmRef>());
}

/// A dying block gives up the Ref at `block`.
pub(crate) fn owner_died(block: NonNull<VmHeader>, owner: NonNull<VmHeader>) {
    // SAFETY: the dying owner still has a count of the Ref.
    let header = unsafe { block.as_ref() };
    let number = header.word0.get();
    if number != 0 && crate::class::bound::leave(number, owner.addr().get()) {
        header.word0.set(0);
    }
}
