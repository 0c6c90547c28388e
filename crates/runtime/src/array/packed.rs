//! Packed arrays: keys 0, 1, 2 …, slots inline, no holes.
//!
//! # Invariants
//! - A1: the handle points to a live block of this kind.
//! - A2: functions that write are called on blocks with one owner.
//! - P1: `length` ≤ capacity, and the slots below `length` are initialised and not Uninit.

use std::cell::Cell;
use std::ops::Range;
use std::ptr::NonNull;

use crate::heap::size::SizeCode;
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmPacked};
use crate::string::STATIC_COUNT;
use crate::value::{Slot, TypedValue, Value};

const HEADER_BYTES: usize = size_of::<VmPacked>();
const SLOT_BYTES: usize = size_of::<TypedValue>();
/// The most elements an array has: the release walk counts them in 31 bits.
pub(super) const LENGTH_MAX: usize = i32::MAX as usize / 2;

/// A packed block, without ownership.
#[derive(Clone, Copy)]
pub(super) struct Packed(NonNull<VmPacked>);

/// The block of all empty arrays.
#[repr(transparent)]
struct Empty(VmPacked);

// SAFETY: L2: the count is negative, so the cells are never written.
unsafe impl Sync for Empty {}

static EMPTY: Empty = Empty(VmPacked {
    length: Cell::new(0),
    position: Cell::new(0),
    flags: Cell::new(0),
    types: Cell::new(0),
    capacity: Cell::new(0),
    kind: Cell::new(Kind::Packed),
    count: Cell::new(STATIC_COUNT),
});

/// Block size for `capacity` slots.
pub(super) fn code_for(capacity: usize) -> Result<SizeCode, Oom> {
    if capacity > LENGTH_MAX {
        return Err(Oom);
    }
    SizeCode::at_least(HEADER_BYTES + capacity * SLOT_BYTES).ok_or(Oom)
}

impl Packed {
    /// The shared empty array.
    #[inline]
    pub(super) fn empty() -> Self {
        Self(NonNull::from(&EMPTY.0))
    }

    /// A new array without elements.
    pub(super) fn alloc(code: SizeCode) -> Result<Self, Oom> {
        let block = heap::alloc(code.bytes())?.cast();
        let header = VmPacked {
            length: Cell::new(0),
            position: Cell::new(0),
            flags: Cell::new(0),
            types: Cell::new(0),
            capacity: Cell::new(code.byte()),
            kind: Cell::new(Kind::Packed),
            count: Cell::new(1),
        };
        // SAFETY: the block is fresh and at least as big as the header.
        unsafe { block.write(header) };
        Ok(Self(block))
    }

    /// The handle of a block.
    ///
    /// # Safety
    /// The block is live and packed (A1).
    #[inline]
    pub(super) unsafe fn from_block<T>(block: NonNull<T>) -> Self {
        Self(block.cast())
    }

    #[inline]
    pub(super) fn block(self) -> NonNull<VmPacked> {
        self.0
    }

    #[inline]
    pub(super) fn header<'a>(self) -> &'a VmPacked {
        // SAFETY: A1; the header's fields are cells.
        unsafe { self.0.as_ref() }
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.header().length.get() as usize
    }

    #[inline]
    pub(super) fn code(self) -> SizeCode {
        SizeCode::from_byte(self.header().capacity.get())
    }

    #[inline]
    pub(super) fn capacity(self) -> usize {
        (self.code().bytes() - HEADER_BYTES) / SLOT_BYTES
    }

    /// The first slot.
    #[inline]
    pub(super) fn base(self) -> Slot {
        // SAFETY: A1: the slots follow the header; without any this is the block's end.
        unsafe { self.0.cast::<u8>().byte_add(HEADER_BYTES) }.cast()
    }

    /// The slot with this index, within the capacity.
    #[inline]
    pub(super) fn slot(self, index: usize) -> Slot {
        debug_assert!(index < self.capacity());
        // SAFETY: A1: the block has `capacity` slots after the header.
        unsafe { self.0.cast::<u8>().byte_add(HEADER_BYTES + index * SLOT_BYTES) }.cast()
    }

    /// The word with this index, below the length.
    #[inline]
    pub(super) fn word(self, index: usize) -> TypedValue {
        debug_assert!(index < self.len());
        // SAFETY: P1.
        unsafe { self.slot(index).read() }
    }

    /// Puts `word` after the last slot; there is room (A2).
    #[inline]
    pub(super) fn push(self, word: TypedValue) {
        let length = self.len();
        // SAFETY: the caller made room; A2.
        unsafe { crate::value::write_word(self.slot(length), word) };
        let header = self.header();
        header.length.set(length as u32 + 1);
        super::note(&header.flags, &header.types, word.tag);
    }

    /// Appends words while there are any and there is room (A2).
    #[inline(always)]
    pub(super) fn extend(self, words: &mut impl Iterator<Item = Value>) {
        let capacity = self.capacity();
        let mut tail = Tail { packed: self, length: self.len(), bits: 0 };
        while tail.length < capacity {
            let Some(value) = words.next() else { break };
            tail.push(value.into_raw());
        }
    }

    /// Appends a part of another block in which nothing has a count; there is room (A2).
    pub(super) fn extend_from(self, source: Packed, part: Range<usize>) {
        if part.is_empty() {
            return;
        }
        let length = self.len();
        debug_assert!(part.end <= source.len() && length + part.len() <= self.capacity());
        let (from, to) = (source.slot(part.start), self.slot(length));
        // SAFETY: P1, and the caller made room; the blocks differ, as only this one has one owner
        // and is written.
        unsafe { to.copy_from_nonoverlapping(from, part.len()) };
        let header = self.header();
        header.length.set((length + part.len()) as u32);
        header.types.set(header.types.get() | source.header().types.get());
    }

    /// Takes the last word out (A2). There is one.
    #[inline]
    pub(super) fn pop(self) -> TypedValue {
        let last = self.len() - 1;
        let word = self.word(last);
        self.header().length.set(last as u32);
        word
    }

    /// Moves the slots `from..` to `to..`; the length becomes `length` (A2). What lies in slots
    /// that are overwritten was moved away, slots that come free are filled by the caller.
    pub(super) fn shift(self, from: usize, to: usize, length: usize) {
        let moved = self.len() - from;
        debug_assert!(to + moved <= self.capacity() && length <= self.capacity());
        if moved > 0 {
            // SAFETY: both ranges lie within the capacity.
            unsafe { self.slot(from).copy_to(self.slot(to), moved) };
        }
        self.header().length.set(length as u32);
    }

    /// Writes a slot below the length whose content was moved away (A2).
    pub(super) fn fill(self, index: usize, word: TypedValue) {
        // SAFETY: within the length; A2.
        unsafe { crate::value::write_word(self.slot(index), word) };
        let header = self.header();
        super::note(&header.flags, &header.types, word.tag);
    }

    /// Gives the block another size (A2). The handle is dead after `Ok`.
    pub(super) fn resize(self, code: SizeCode) -> Result<Self, Oom> {
        let sizes = (self.code().bytes(), code.bytes());
        // SAFETY: A1: the block has the size of its code; the old handle is not used again.
        let block = unsafe { crate::object::resize(self.0.cast(), sizes) }?;
        let moved = Self(block.cast());
        moved.header().capacity.set(code.byte());
        Ok(moved)
    }

    /// Returns the block; its words were moved away or released.
    pub(super) fn free(self) {
        crate::object::retire(self.0.cast(), self.code().bytes());
    }
}

/// Words behind the last one of a block, which become elements when this is dropped.
struct Tail {
    packed: Packed,
    length: usize,
    /// What [`DataType::array_bits`](crate::value::DataType::array_bits) says of all of them.
    bits: u16,
}

impl Tail {
    /// Adds one; there is room.
    #[inline(always)]
    fn push(&mut self, word: TypedValue) {
        // SAFETY: the caller made room; A2.
        unsafe { crate::value::write_word(self.packed.slot(self.length), word) };
        self.length += 1;
        self.bits |= word.tag.array_bits();
    }
}

impl Drop for Tail {
    #[inline]
    fn drop(&mut self) {
        let header = self.packed.header();
        header.length.set(self.length as u32);
        super::note_bits(&header.flags, &header.types, self.bits);
    }
}
