//! Frames: where arguments, locals, iterators and the evaluation stack of a running function lie.
//!
//! A frame is a run of 16-byte cells on the VM stack, upwards:
//!
//! ```text
//! record (3 cells) | locals, parameters first | iterators (2 cells each) | evaluation stack
//!                  ^ fp
//! ```
//!
//! A pending record lies on the caller's evaluation stack; the arguments above it are the callee's
//! first locals, so a call moves nothing. The result is put where the record began.
//!
//! Because the depth of the stack is known at each instruction, every item has a fixed cell, and
//! nothing needs a stack pointer: [`Frame`], which op bodies work on, gets its depth from the site.
//!
//! # Invariants
//! - F1: `fp` points to the first local of a frame whose `cells` cells are committed.
//! - F2: locals and iterator cells hold words that satisfy V1 from the entry to the end of the
//!   frame; so do the cells of the evaluation stack below its depth, but for records.
//! - F3: cell numbers come from verified code of the frame's function.
//! - F4: a cell belongs to whoever runs: no two borrows of a cell are used in turn across a write.

#![expect(unsafe_code, reason = "cells and records on the VM stack")]

mod record;
mod walk;

use std::arch::asm;
use std::ptr::NonNull;

use hhbc::imm::{IterId, LocalId, StrId};
use runtime::array::Array;
use runtime::layout::VmHeader;
use runtime::object::{ClassId, Object, SlotState};
use runtime::string::StaticStr;
use runtime::value::{DataType, Payload, TypedValue, Value};

pub use record::{ActRec, Context, RECORD_CELLS};
pub use walk::{FrameInfo, Walker};

use crate::exec::Site;
use crate::func::{Func, PhpFunc};
use crate::request::Request;

/// A frame has at least so many cells above its locals and iterators.
pub(crate) const SPARE_CELLS: usize = 3;

/// Where the value of a reference lies in its block.
const REF_VALUE: usize = std::mem::offset_of!(runtime::layout::VmRef, payload);

/// The first local of a frame.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fp(NonNull<TypedValue>);

/// A cell of a frame. Cells above are greater.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cell(NonNull<TypedValue>);

impl Fp {
    /// The frame whose record begins at a cell.
    pub(crate) fn above_record(cell: Cell) -> Self {
        Self(cell.up(RECORD_CELLS).0)
    }

    /// The cell with this number, counted from the first local.
    #[inline(always)]
    pub(crate) fn cell(self, number: usize) -> Cell {
        // SAFETY: F1, F3: within the frame.
        Cell(unsafe { self.0.add(number) })
    }

    /// The cell that begins this many bytes after the first local.
    #[inline(always)]
    pub(crate) fn at(self, bytes: usize) -> Cell {
        // SAFETY: F1, F3: within the frame.
        Cell(unsafe { self.0.byte_add(bytes) })
    }

    /// The record of the frame.
    #[inline(always)]
    pub(crate) fn record(self) -> ActRec {
        // SAFETY: F1: the record lies before the first local.
        ActRec::at(Cell(unsafe { self.0.sub(RECORD_CELLS) }))
    }

    /// The address of the first local.
    #[inline(always)]
    pub(crate) fn address(self) -> usize {
        self.0.as_ptr() as usize
    }
}

impl Cell {
    /// The cell at an address of the VM stack.
    pub(crate) fn from_ptr(cell: NonNull<TypedValue>) -> Self {
        Self(cell)
    }

    /// The cell that a value is.
    #[inline(always)]
    pub(crate) fn of(value: &Value) -> Self {
        Self(NonNull::from(value).cast())
    }

    /// The first cell of a frame that was put aside in a list (`Array::of_words`).
    #[inline(always)]
    pub(crate) fn first_aside(list: &mut Array) -> Self {
        Self(list.words())
    }

    /// Moves the values of `count` cells to those from `to` on, which are dead, as these then are.
    #[inline(always)]
    pub(crate) fn move_to(self, to: Self, count: usize) {
        // SAFETY: F1, F3: both are committed; a frame and what is put aside do not overlap.
        unsafe { to.0.copy_from_nonoverlapping(self.0, count) };
    }

    /// The same; these cells are Uninit after it.
    #[inline(always)]
    pub(crate) fn move_out_to(self, to: Self, count: usize) {
        self.move_to(to, count);
        self.clear_to(self.up(count));
    }

    /// Appends to the string in the cell. False when there is none, or no memory.
    #[inline(always)]
    pub(crate) fn append_text(self, tail: &[u8]) -> bool {
        self.value_mut().append_text(tail).unwrap_or(false)
    }

    /// Releases what the cell holds and puts another value there.
    #[inline(always)]
    pub(crate) fn replace(self, value: Value) {
        let old = self.take();
        self.init(value);
        drop(old);
    }

    /// Makes the cells from this one up to another Uninit.
    #[inline(always)]
    pub(crate) fn clear_to(self, end: Self) {
        let mut cell = self;
        while cell < end {
            cell.clear();
            cell = cell.up(1);
            Self::keep_rolled();
        }
    }

    /// Makes the cells from this one up to another Uninit where a frame begins: those above are dead,
    /// and the frame has [`SPARE_CELLS`] of them.
    #[inline(always)]
    pub(crate) fn clear_locals_to(self, end: Self) {
        const { assert!(SPARE_CELLS == 3) };
        let mut cell = self;
        while cell < end {
            cell.clear();
            cell.up(1).clear();
            cell.up(2).clear();
            cell.up(3).clear();
            cell = cell.up(4);
            Self::keep_rolled();
        }
    }

    /// The cell `count` cells above.
    #[inline(always)]
    pub(crate) fn up(self, count: usize) -> Self {
        // SAFETY: F1: callers stay within the committed frame.
        Self(unsafe { self.0.add(count) })
    }

    /// The address, to compare.
    #[inline(always)]
    pub(crate) fn address(self) -> usize {
        self.0.as_ptr() as usize
    }

    /// The address.
    #[inline(always)]
    pub(crate) fn ptr(self) -> NonNull<TypedValue> {
        self.0
    }

    /// The word, borrowed: its count stays in the cell.
    #[inline(always)]
    pub(crate) fn word(self) -> TypedValue {
        let payload = self.payload();
        TypedValue { payload, tag: self.tag() }
    }

    #[inline(always)]
    fn payload(self) -> Payload {
        // SAFETY: F2: the cell is initialised.
        unsafe { (*self.0.as_ptr()).payload }
    }

    /// The tag.
    #[inline(always)]
    pub(crate) fn tag(self) -> DataType {
        // SAFETY: F2: the cell is initialised.
        unsafe { (*self.0.as_ptr()).tag }
    }

    /// The tag as a byte; also of a cell that belongs to a record, where it means nothing.
    pub(crate) fn raw_tag(self) -> u8 {
        let at = std::mem::offset_of!(TypedValue, tag);
        // SAFETY: F1: within the committed frame.
        let tag = unsafe { self.0.cast::<u8>().byte_add(at) };
        // SAFETY: as above.
        unsafe { tag.read() }
    }

    /// The payload as bits.
    #[inline(always)]
    pub(crate) fn bits(self) -> i64 {
        let payload = self.payload();
        // SAFETY: all payloads are eight bytes without padding.
        unsafe { payload.int }
    }

    /// The cell that holds the value: inside the reference, when the cell holds one.
    #[inline(always)]
    pub(crate) fn unboxed(self) -> Self {
        if self.tag() != DataType::Ref {
            return self;
        }
        // SAFETY: the tag says that the payload is a block.
        let block = unsafe { self.payload().block };
        // SAFETY: the block is a `VmRef`, which the cell keeps alive.
        Self(unsafe { block.byte_add(REF_VALUE) }.cast())
    }

    /// The object, if the cell holds one.
    #[inline(always)]
    pub(crate) fn receiver(self) -> Option<Receiver> {
        if self.tag() != DataType::Object {
            return None;
        }
        // SAFETY: the tag says that the payload is a block.
        Some(Receiver(unsafe { self.payload().block }))
    }

    /// Changes the payload of a word without a count.
    #[inline(always)]
    pub(crate) fn set_bits(self, bits: i64) {
        // SAFETY: F1; the tag says that there is no block.
        unsafe { (*self.0.as_ptr()).payload = Payload { int: bits } };
    }

    /// Writes a word over what is dead or was moved away.
    #[inline(always)]
    pub(crate) fn put(self, word: TypedValue) {
        // SAFETY: F1; F4.
        unsafe { (*self.0.as_ptr()).payload = word.payload };
        self.put_tag(word.tag);
    }

    /// Writes words over the cells from this one on, which are dead.
    #[inline(always)]
    pub(crate) fn put_all<'a>(self, words: impl Iterator<Item = &'a TypedValue>) {
        let mut cell = self;
        for word in words {
            // SAFETY: F1; F4.
            unsafe { cell.0.copy_from_nonoverlapping(NonNull::from(word), 1) };
            cell = cell.up(1);
            Self::keep_rolled();
        }
    }

    /// Keeps a loop over a few cells as it is: unrolled eightfold, as it would be without this, it takes
    /// longer to prepare than to run.
    #[inline(always)]
    fn keep_rolled() {
        // SAFETY: nothing is done.
        unsafe { asm!("", options(nomem, nostack, preserves_flags)) };
    }

    #[inline(always)]
    fn put_tag(self, tag: DataType) {
        // SAFETY: F1; F4.
        unsafe { (*self.0.as_ptr()).tag = tag };
    }

    /// Makes the cell Uninit, whatever was in it.
    #[inline(always)]
    pub(crate) fn clear(self) {
        self.put_tag(DataType::Uninit);
    }

    /// Puts a value over what is dead or was moved away.
    #[inline(always)]
    pub(crate) fn init(self, value: Value) {
        self.put(value.into_raw());
    }

    /// Moves the value out; the cell is dead.
    #[inline(always)]
    pub(crate) fn take(self) -> Value {
        // SAFETY: F2: the cell owned the count, which is taken over.
        unsafe { Value::from_raw(self.word()) }
    }

    /// The value, borrowed for as long as the caller keeps F4.
    #[inline(always)]
    pub(crate) fn value<'a>(self) -> &'a Value {
        // SAFETY: F2, F4; a `Value` is the word alone.
        unsafe { self.0.cast::<Value>().as_ref() }
    }

    /// The value for writing, borrowed for as long as the caller keeps F4.
    #[inline(always)]
    pub(crate) fn value_mut<'a>(self) -> &'a mut Value {
        // SAFETY: F2, F4; a `Value` is the word alone.
        unsafe { self.0.cast::<Value>().as_mut() }
    }

    /// `count` cells from here on, as arguments of native code.
    pub(crate) fn values_mut<'a>(self, count: usize) -> &'a mut [Value] {
        // SAFETY: F2, F4; a `Value` is a whole cell.
        unsafe { std::slice::from_raw_parts_mut(self.0.cast::<Value>().as_ptr(), count) }
    }
}

/// An object that something else keeps alive, for one step.
#[derive(Clone, Copy)]
pub(crate) struct Receiver(NonNull<VmHeader>);

impl Receiver {
    /// The object, which something else keeps alive.
    #[inline(always)]
    pub(crate) fn of(object: &Object) -> Self {
        Self(object.as_block())
    }

    /// The object's block.
    pub(crate) fn block(self) -> NonNull<VmHeader> {
        self.0
    }

    /// The class.
    #[inline(always)]
    pub(crate) fn class(self) -> ClassId {
        // SAFETY: the object is alive.
        ClassId::from_number(unsafe { self.0.as_ref() }.word0.get())
    }

    /// A property slot, whose number is one of its class.
    #[inline(always)]
    pub(crate) fn slot(self, slot: usize) -> Cell {
        const { assert!(size_of::<runtime::layout::VmObject>() == size_of::<TypedValue>()) };
        // SAFETY: the slots follow the header; caches keep slots of the object's class.
        Cell(unsafe { self.0.cast::<TypedValue>().add(1 + slot) })
    }

    /// Changes the state of a property slot (bits of `SlotState`).
    #[inline(always)]
    pub(crate) fn set_state(self, slot: usize, state: u8) {
        let address = self.slot(slot).0.cast::<u8>();
        // SAFETY: the byte is in the slot.
        let byte = unsafe { address.byte_add(SlotState::OFFSET) };
        // SAFETY: it is the slot's own (see `SlotState::OFFSET`).
        unsafe { byte.write(state) };
    }

    /// The object, with a count of its own.
    #[inline(always)]
    pub(crate) fn value(self) -> Value {
        let word = TypedValue { payload: Payload { block: self.0 }, tag: DataType::Object };
        // SAFETY: the count stays with whoever keeps the object.
        let kept = std::mem::ManuallyDrop::new(unsafe { Value::from_raw(word) });
        Value::clone(&kept)
    }
}

/// The running frame as op bodies see it: locals by id, the evaluation stack by push and pop.
pub struct Frame {
    fp: Fp,
    /// The number of the first free cell.
    top: usize,
    site: &'static Site,
}

impl Frame {
    /// The frame at `fp` before the instruction at `site`.
    #[inline]
    pub(crate) fn new(fp: Fp, slots: usize, site: &'static Site) -> Self {
        Self { fp, top: slots + site.depth as usize, site }
    }

    /// The first local.
    #[inline]
    pub(crate) fn fp(&self) -> Fp {
        self.fp
    }

    /// The instruction that runs.
    #[inline]
    pub(crate) fn site(&self) -> &'static Site {
        self.site
    }

    /// How many cells are in use.
    #[inline]
    pub(crate) fn top_cell(&self) -> usize {
        self.top
    }

    /// The function.
    #[inline]
    pub fn func(&self) -> &'static Func {
        self.fp.record().func()
    }

    /// The function's bytecode side.
    #[inline]
    pub fn php(&self) -> &'static PhpFunc {
        self.func().as_php().expect("invariant: only functions with bytecode have running frames")
    }

    /// Whether it is that of the main script, whose variables are the global ones.
    pub(crate) fn is_main(&self, rq: &Request) -> bool {
        rq.main_frame().is_some_and(|(fp, _)| fp == self.fp)
    }

    /// A string of the unit.
    #[inline]
    pub fn str(&self, id: StrId) -> StaticStr {
        self.php().unit().str(id)
    }

    /// A local.
    #[inline]
    pub fn local(&self, id: LocalId) -> &Value {
        self.fp.cell(id.0 as usize).value()
    }

    /// A local for writing.
    #[inline]
    pub fn local_mut(&mut self, id: LocalId) -> &mut Value {
        self.fp.cell(id.0 as usize).value_mut()
    }

    /// The two cells of an iterator.
    #[inline]
    pub fn iter_mut(&mut self, id: IterId) -> (&mut Value, &mut Value) {
        let first = self.fp.cell(self.php().iter_cell(id));
        (first.value_mut(), first.up(1).value_mut())
    }

    /// Pushes a value.
    #[inline]
    pub fn push(&mut self, value: Value) {
        self.fp.cell(self.top).init(value);
        self.top += 1;
    }

    /// Pops a value; the caller owns it.
    #[inline]
    pub fn pop(&mut self) -> Value {
        self.top -= 1;
        self.fp.cell(self.top).take()
    }

    /// The item that lies under `depth` others.
    #[inline]
    pub fn top(&self, depth: u32) -> &Value {
        self.fp.cell(self.top - 1 - depth as usize).value()
    }

    /// The item that lies under `depth` others, for writing.
    #[inline]
    pub fn top_mut(&mut self, depth: u32) -> &mut Value {
        self.fp.cell(self.top - 1 - depth as usize).value_mut()
    }

    /// The `count` topmost items, the deepest first. They are no records.
    pub fn topmost(&self, count: u32) -> &[Value] {
        self.fp.cell(self.top - count as usize).values_mut(count as usize)
    }

    /// Pops and releases the `count` topmost items.
    pub fn discard(&mut self, count: u32) {
        for _ in 0..count {
            drop(self.pop());
        }
    }

    /// The innermost pending record.
    #[inline]
    pub fn pending(&self) -> ActRec {
        ActRec::at(self.fp.cell(self.pending_cell()))
    }

    /// The cell at which the innermost pending record begins.
    #[inline]
    pub(crate) fn pending_cell(&self) -> usize {
        self.php().slots() + self.site.record as usize
    }

    /// Pops the pending record, which is on top; the caller owns what it holds.
    pub fn pop_record(&mut self) -> ActRec {
        self.top -= RECORD_CELLS;
        ActRec::at(self.fp.cell(self.top))
    }

    /// The record on top of the stack.
    pub(crate) fn last_record(&self) -> ActRec {
        ActRec::at(self.fp.cell(self.top - RECORD_CELLS))
    }

    /// Pushes a pending record of `func`.
    pub fn push_record(&mut self, func: &'static Func, context: Context) {
        ActRec::at(self.fp.cell(self.top)).begin(func, context);
        self.top += RECORD_CELLS;
    }
}
