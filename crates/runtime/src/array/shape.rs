//! Shapes, and arrays that have one: the keys of an array literal, stored once per process.
//!
//! # Invariants
//! - A1, A2 as in `packed`.
//! - E1: a shaped array has exactly the keys of its shape, in that order; one initialised slot,
//!   not Uninit, per key.
//! - E2: a shape's keys are distinct, satisfy K1, and there is at least one.

use std::cell::Cell;
use std::collections::HashMap;
use std::ptr::NonNull;
use std::sync::{Mutex, PoisonError};

use super::packed::code_for;
use crate::heap::size::SizeCode;
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmShaped};
use crate::registry::Registry;
use crate::string::hash::BuildNameHasher;
use crate::string::{StaticStr, Str};
use crate::value::{Slot, TypedValue};

const HEADER_BYTES: usize = size_of::<VmShaped>();
const SLOT_BYTES: usize = size_of::<TypedValue>();
/// The most keys of a shape.
pub const SHAPE_KEYS_MAX: usize = 64;

/// The keys of a family of arrays.
#[derive(Debug)]
pub struct Shape {
    keys: Box<[StaticStr]>,
    number: u32,
}

static SHAPES: Registry<Shape> = Registry::new();
/// The numbers of shapes, by the addresses of their keys.
type ByKeys = HashMap<Box<[usize]>, u32, BuildNameHasher>;

static BY_KEYS: Mutex<Option<ByKeys>> = Mutex::new(None);

/// The shape with these keys, made if there is none. `None` when they cannot be a shape: no key or
/// more than [`SHAPE_KEYS_MAX`], a key twice, one that reads as an int, or the table of shapes
/// is full.
pub fn shape_of(keys: &[StaticStr]) -> Option<&'static Shape> {
    let is_int = |key: &StaticStr| super::key::int_of(key.as_bytes()).is_some();
    let is_repeated = |index: usize| keys[..index].contains(&keys[index]);
    if keys.is_empty()
        || keys.len() > SHAPE_KEYS_MAX
        || keys.iter().any(is_int)
        || (0..keys.len()).any(is_repeated)
    {
        return None;
    }
    let addresses: Box<[usize]> = keys.iter().map(|key| key.as_block().addr().get()).collect();
    let mut table = BY_KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    let table = table.get_or_insert_default();
    if let Some(&number) = table.get(&addresses) {
        return SHAPES.get(number);
    }
    let number = u32::try_from(table.len()).ok()?;
    let added = SHAPES.add(Shape { keys: keys.into(), number })?;
    debug_assert_eq!(added, number);
    table.insert(addresses, number);
    SHAPES.get(number)
}

impl Shape {
    /// Number of keys.
    #[inline]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// A shape has at least one key.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The keys in order.
    #[inline]
    pub fn keys(&self) -> &[StaticStr] {
        &self.keys
    }

    /// The number that headers of arrays keep.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The index of a key.
    #[inline]
    pub fn find(&self, key: &Str) -> Option<usize> {
        let address = key.as_block();
        if let Some(index) = self.keys.iter().position(|own| own.as_block() == address) {
            return Some(index);
        }
        if key.is_static() {
            return None;
        }
        self.find_bytes(key.as_bytes(), key.hash())
    }

    /// The index of the key with these bytes, which have this hash.
    pub(super) fn find_bytes(&self, bytes: &[u8], hash: u32) -> Option<usize> {
        self.keys.iter().position(|own| own.hash() == hash && own.as_bytes() == bytes)
    }
}

/// A shaped block, without ownership.
#[derive(Clone, Copy)]
pub(super) struct Shaped(NonNull<VmShaped>);

impl Shaped {
    /// A new array of this shape whose slots the caller fills at once.
    pub(super) fn alloc(shape: &'static Shape) -> Result<Self, Oom> {
        let code = code_for(shape.len())?;
        let block = heap::alloc(code.bytes())?.cast();
        let header = VmShaped {
            shape: Cell::new(shape.number),
            position: Cell::new(0),
            flags: Cell::new(0),
            types: Cell::new(0),
            capacity: Cell::new(code.byte()),
            kind: Cell::new(Kind::Shaped),
            count: Cell::new(1),
        };
        // SAFETY: the block is fresh and bigger than the header.
        unsafe { block.write(header) };
        Ok(Self(block))
    }

    /// The handle of a block.
    ///
    /// # Safety
    /// The block is live and shaped (A1).
    #[inline]
    pub(super) unsafe fn from_block<T>(block: NonNull<T>) -> Self {
        Self(block.cast())
    }

    #[inline]
    pub(super) fn block(self) -> NonNull<VmShaped> {
        self.0
    }

    #[inline]
    pub(super) fn header<'a>(self) -> &'a VmShaped {
        // SAFETY: A1; the header's fields are cells.
        unsafe { self.0.as_ref() }
    }

    #[inline]
    pub(super) fn shape(self) -> &'static Shape {
        SHAPES.get(self.header().shape.get()).expect("invariant E1: the shape is registered")
    }

    #[inline]
    pub(super) fn slot(self, index: usize) -> Slot {
        // SAFETY: E1: one slot per key follows the header.
        unsafe { self.0.cast::<u8>().byte_add(HEADER_BYTES + index * SLOT_BYTES) }.cast()
    }

    /// Writes a slot whose content was moved away or never was (A2).
    #[inline]
    pub(super) fn fill(self, index: usize, word: TypedValue) {
        // SAFETY: E1; A2.
        unsafe { crate::value::write_word(self.slot(index), word) };
        let header = self.header();
        super::note(&header.flags, &header.types, word.tag);
    }

    /// Size of the block.
    pub(super) fn bytes(self) -> usize {
        SizeCode::from_byte(self.header().capacity.get()).bytes()
    }

    /// Returns the block; its words were moved away or released.
    pub(super) fn free(self) {
        crate::object::retire(self.0.cast(), self.bytes());
    }
}
