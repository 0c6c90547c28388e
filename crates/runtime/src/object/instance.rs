//! Objects: header, numbers, property slots, and the queue of those whose destructor is due.
//!
//! # Invariants
//! - O3: numbers of freed objects are given out again, last freed first.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use super::class::ClassId;
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader, VmObject};
use crate::value::{Slot, SlotMut, TypedValue, Value, retain, unref};

const HEADER_BYTES: usize = size_of::<VmObject>();

/// Bits of an object's `traits` byte.
#[derive(Debug)]
pub struct ObjectFlags;

impl ObjectFlags {
    /// The class has a destructor that has not run.
    pub const DESTRUCTOR_DUE: u8 = 1 << 0;
    /// Some weak reference or weak map knows the object.
    pub const WEAKLY_REFERENCED: u8 = 1 << 1;
    /// A hidden slot holds dynamic properties.
    pub const DYNAMIC_PROPERTIES: u8 = 1 << 2;
    /// The object is a lazy ghost or proxy that is not initialised.
    pub const LAZY: u8 = 1 << 3;
    /// The object can be part of a cycle.
    pub const MAY_BE_CYCLIC: u8 = 1 << 4;
}

/// An owned handle of an object.
#[repr(transparent)]
pub struct Object(NonNull<VmObject>);

/// Numbers of objects, and objects whose destructor is due, of this thread's request.
struct Objects {
    live: Vec<Option<NonNull<VmHeader>>>,
    freed: Vec<u32>,
    doomed: std::collections::VecDeque<Object>,
}

thread_local! {
    static OBJECTS: RefCell<Objects> = const { RefCell::new(Objects {
        live: Vec::new(),
        freed: Vec::new(),
        doomed: std::collections::VecDeque::new(),
    }) };
}

impl Objects {
    fn take_number(&mut self, block: NonNull<VmHeader>) -> Result<u32, Oom> {
        if let Some(id) = self.freed.pop() {
            self.live[id as usize] = Some(block);
            return Ok(id);
        }
        if self.live.is_empty() {
            self.live.push(None);
        }
        self.live.try_reserve(1).map_err(|_| Oom)?;
        self.live.push(Some(block));
        Ok(self.live.len() as u32 - 1)
    }
}

impl Object {
    /// A new object, its slots Uninit.
    pub fn new(class: ClassId) -> Result<Self, Oom> {
        let record = class.record();
        let bytes = HEADER_BYTES + record.slots as usize * size_of::<TypedValue>();
        let block = heap::alloc(bytes)?;
        let numbered = OBJECTS.with_borrow_mut(|objects| objects.take_number(block.cast()));
        let id = match numbered {
            Ok(id) => id,
            Err(oom) => {
                // SAFETY: just allocated with this size.
                unsafe { heap::free(block, bytes) };
                return Err(oom);
            }
        };
        let destructor = if record.has_destructor { ObjectFlags::DESTRUCTOR_DUE } else { 0 };
        let cyclic = if record.may_be_cyclic { ObjectFlags::MAY_BE_CYCLIC } else { 0 };
        let header = VmObject {
            class: Cell::new(class.0),
            id: Cell::new(id),
            flags: Cell::new(0),
            traits: Cell::new(destructor | cyclic),
            unused: Cell::new(0),
            kind: Cell::new(Kind::Object),
            count: Cell::new(1),
        };
        let block = block.cast::<VmObject>();
        // SAFETY: the block is fresh and at least this big.
        unsafe { block.write(header) };
        let object = Self(block);
        for index in 0..record.slots as usize {
            // SAFETY: O1: the slot is in the block.
            unsafe { object.slot_address(index).write(TypedValue::UNINIT) };
        }
        Ok(object)
    }

    fn header(&self) -> &VmObject {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }
    }

    fn slot_address(&self, index: usize) -> Slot {
        // SAFETY: O1; callers pass indices below the class's number of slots.
        unsafe { self.0.cast::<u8>().byte_add(HEADER_BYTES + index * 16) }.cast()
    }

    /// The class.
    #[inline]
    pub fn class(&self) -> ClassId {
        ClassId::from_number(self.header().class.get())
    }

    /// The number that `spl_object_id` shows.
    #[inline]
    pub fn id(&self) -> u32 {
        self.header().id.get()
    }

    /// The number of owners.
    pub fn count(&self) -> i32 {
        self.header().count.get()
    }

    /// Whether both are the same object.
    #[inline]
    pub fn ptr_eq(&self, other: &Object) -> bool {
        self.0 == other.0
    }

    /// A property slot, borrowed; V3 bounds the borrow.
    ///
    /// # Panics
    /// When the class has fewer slots.
    pub fn slot(&self, index: usize) -> &Value {
        assert!(index < self.class().record().slots as usize, "invariant O1");
        // SAFETY: O1; alive while `self` is.
        unsafe { self.slot_address(index).cast::<Value>().as_ref() }
    }

    /// A property slot for writing; V3: nothing else touches it meanwhile.
    ///
    /// # Panics
    /// When the class has fewer slots.
    pub fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        assert!(index < self.class().record().slots as usize, "invariant O1");
        // SAFETY: O1; V3 makes it exclusive.
        unsafe { SlotMut::from_raw(self.slot_address(index)) }
    }

    /// Says that the destructor has run or will not.
    pub fn set_destructed(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() & !ObjectFlags::DESTRUCTOR_DUE);
    }

    /// The block; the caller now owns the count.
    pub(crate) fn into_block(self) -> NonNull<VmHeader> {
        let block = self.0.cast();
        std::mem::forget(self);
        block
    }
}

impl Clone for Object {
    #[inline]
    fn clone(&self) -> Self {
        retain(self.0.cast());
        Self(self.0)
    }
}

impl Drop for Object {
    #[inline]
    fn drop(&mut self) {
        unref(self.0.cast());
    }
}

/// Number of property slots of an object block.
pub(crate) fn slot_count(block: NonNull<VmHeader>) -> usize {
    // SAFETY: the block is an object, live or dying.
    let class = unsafe { block.as_ref() }.word0.get();
    ClassId::from_number(class).record().slots as usize
}

/// Lays a dying object aside when its destructor is due (O2). False when it can go at once.
pub(crate) fn postpone_death(block: NonNull<VmHeader>) -> bool {
    // SAFETY: the block is an object that is dying, not yet freed.
    let header = unsafe { block.as_ref() };
    if header.aux.get() & ObjectFlags::DESTRUCTOR_DUE == 0 {
        return false;
    }
    header.aux.set(header.aux.get() & !ObjectFlags::DESTRUCTOR_DUE);
    header.count.set(1);
    OBJECTS.with_borrow_mut(|objects| objects.doomed.push_back(Object(block.cast())));
    true
}

/// The next object whose destructor must be called, in the order in which they lost their last
/// owner. The caller calls it and drops the handle.
pub fn next_doomed() -> Option<Object> {
    OBJECTS.with_borrow_mut(|objects| objects.doomed.pop_front())
}

/// An object lost an owner but lives: it may be the root of a garbage cycle.
#[inline]
pub(crate) fn possible_root(_block: NonNull<VmHeader>) {}

/// Frees a dead object whose slots are released.
pub(crate) fn free_block(block: NonNull<VmHeader>) {
    // SAFETY: the block is an object that is dying, not yet freed.
    let id = unsafe { block.as_ref() }.word1.get();
    let bytes = HEADER_BYTES + slot_count(block) * size_of::<TypedValue>();
    OBJECTS.with_borrow_mut(|objects| {
        objects.live[id as usize] = None;
        objects.freed.push(id);
    });
    // SAFETY: O1: the block has this size, and nobody uses it again.
    unsafe { heap::free(block.cast(), bytes) };
}
