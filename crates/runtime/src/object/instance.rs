//! Objects: header, property slots, and the queue of those whose destructor is due.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ptr::NonNull;

use super::class::ClassId;
use super::image::{Image, ImageSlot};
use super::{cycle, lazy, numbers};
use crate::class::Class;
use crate::heap::{self, Oom};
use crate::layout::{VmHeader, VmObject, flags};
use crate::value::{Slot, SlotMut, TypedValue, Value, View, retain, unref};

const HEADER_BYTES: usize = size_of::<VmObject>();
/// In a header: the object has this many slots or more.
pub(super) const ASK_CLASS: u8 = u8::MAX;

/// Bits of an object's `traits` byte.
#[derive(Debug)]
pub struct ObjectFlags;

impl ObjectFlags {
    /// The class has a destructor that has not run.
    pub const DESTRUCTOR_DUE: u8 = 1 << 0;
    /// Some weak reference or weak map knows the object.
    pub const WEAKLY_REFERENCED: u8 = 1 << 1;
    /// The object can be part of a cycle.
    pub const MAY_BE_CYCLIC: u8 = 1 << 2;
    /// It is a weak map, which holds what is in its first slot for others.
    pub const WEAK_MAP: u8 = 1 << 3;
    /// It may hold something outside its slots, as the collector is told.
    pub const HOLDS_BESIDE: u8 = 1 << 4;
    /// As a truth value it is false.
    pub const FALSY: u8 = 1 << 5;
}

/// Bits of byte 9 of a property slot.
#[derive(Debug)]
pub struct SlotState;

impl SlotState {
    /// Where the byte is in a slot.
    pub const OFFSET: usize = 9;
    /// The slot was never written: reading it does not ask `__get`. `unset` ends this.
    pub const NEVER_SET: u8 = 1 << 0;
    /// A readonly property that a clone may set once more.
    pub const REOPENED: u8 = 1 << 1;
    /// The slot of a lazy object that is filled when the object is initialised.
    pub const LAZY: u8 = 1 << 2;
}

/// An owned handle of an object.
#[repr(transparent)]
pub struct Object(NonNull<VmObject>);

/// Objects of this thread's request whose destructor is due, and those that were watched and are
/// gone.
struct Objects {
    doomed: VecDeque<Object>,
    departed: VecDeque<WeakObject>,
    /// What lazy objects that died held: given up at the next boundary, not inside the death.
    left: Vec<Value>,
    /// The numbers of resources that lost their last owner, and of their types.
    abandoned: VecDeque<(u32, u32)>,
}

thread_local! {
    /// How many objects wait for their destructor, or to be forgotten by weak references; one more
    /// when a collection is due.
    static DOOMED: Cell<usize> = const { Cell::new(0) };
    static OBJECTS: RefCell<Objects> = const { RefCell::new(Objects {
        doomed: VecDeque::new(),
        departed: VecDeque::new(),
        left: Vec::new(),
        abandoned: VecDeque::new(),
    }) };
}

impl Object {
    /// A new object with the first values of its class; slots without one are Uninit.
    pub fn new(class: ClassId) -> Result<Self, Oom> {
        Self::of_class(class.class())
    }

    /// The same of a class that is at hand.
    pub fn of_class(class: &Class) -> Result<Self, Oom> {
        let record = &class.record;
        let bytes = record.object_bytes();
        let block = heap::alloc(bytes)?;
        let id = match numbers::with(|numbers| numbers.take(block.cast())) {
            Ok(id) => id,
            Err(oom) => {
                // SAFETY: just allocated with this size.
                unsafe { heap::free(block, bytes) };
                return Err(oom);
            }
        };
        let header = [u64::from(class.id.number()) | u64::from(id) << 32, record.header_word()];
        // SAFETY: the block is fresh and begins with a header.
        unsafe { block.cast::<[u64; 2]>().write(header) };
        let block = block.cast::<VmObject>();
        let object = Self(block);
        let image = class.image();
        for index in image.len()..record.slots as usize {
            // SAFETY: O1: the slot is in the block.
            unsafe { object.slot_address(index).cast::<ImageSlot>().write(ImageSlot::EMPTY) };
        }
        object.copy_image(image);
        Ok(object)
    }

    /// Takes over what the slots of another object of this class hold, and their states; Refs that
    /// only that one has are unwrapped. Whether there are others.
    ///
    /// # Panics
    /// When the other object has another number of slots.
    pub fn take_slots_of(&mut self, other: &Object) -> bool {
        let slots = self.slot_limit();
        assert_eq!(slots, other.slot_limit(), "invariant O1");
        let mut has_refs = false;
        for index in 0..slots {
            // SAFETY: O1; alive while `other` is.
            let value = unsafe { other.slot_address(index).cast::<Value>().as_ref() };
            let value = match value.view() {
                View::Ref(reference) if reference.count() == 1 => reference.get(),
                view => {
                    has_refs |= matches!(view, View::Ref(_));
                    value.clone()
                }
            };
            // SAFETY: O1; V3: `self` is a copy that nobody else sees.
            drop(unsafe { SlotMut::from_raw(self.slot_address(index)) }.replace(value));
            self.set_slot_state(index, other.slot_state(index));
        }
        has_refs
    }

    fn copy_image(&self, image: &Image) {
        debug_assert!(image.len() <= self.class().record().slots as usize, "invariant O1");
        for (index, &word) in image.words().iter().enumerate() {
            // SAFETY: O1: the slot is in the block; G1: the word takes no count.
            unsafe { self.slot_address(index).cast::<ImageSlot>().write(word) };
        }
    }

    /// How many property slots there are.
    #[inline]
    fn slot_limit(&self) -> usize {
        match self.header().slots.get() {
            ASK_CLASS => self.class().record().slots as usize,
            slots => slots.into(),
        }
    }

    /// The property slots in their order.
    pub fn slots(&self) -> impl Iterator<Item = &Value> {
        (0..self.slot_limit()).map(|at| self.slot(at))
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
        ClassId::from_number(self.header().class.get() & !lazy::LAZY)
    }

    /// The class number with the bit of lazy objects.
    #[inline]
    pub(super) fn class_word(&self) -> &Cell<u32> {
        &self.header().class
    }

    /// Its block; the count stays with the handle.
    pub(super) fn block(&self) -> NonNull<VmHeader> {
        self.0.cast()
    }

    /// Where its block is.
    pub(crate) fn address(&self) -> usize {
        self.0.addr().get()
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
        assert!(index < self.slot_limit(), "invariant O1");
        // SAFETY: O1; alive while `self` is.
        unsafe { self.slot_address(index).cast::<Value>().as_ref() }
    }

    /// A property slot for writing; V3: nothing else touches it meanwhile.
    ///
    /// # Panics
    /// When the class has fewer slots.
    pub fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        assert!(index < self.slot_limit(), "invariant O1");
        // SAFETY: O1; V3 makes it exclusive.
        unsafe { SlotMut::from_raw(self.slot_address(index)) }
    }

    /// The state of a property slot, bits of [`SlotState`].
    pub fn slot_state(&self, index: usize) -> u8 {
        // SAFETY: the byte is in the slot and initialised with it.
        unsafe { self.state_address(index).read() }
    }

    /// Changes the state of a property slot.
    pub fn set_slot_state(&self, index: usize, state: u8) {
        // SAFETY: the byte is in the slot; V2 leaves it to this module.
        unsafe { self.state_address(index).write(state) };
    }

    fn state_address(&self, index: usize) -> NonNull<u8> {
        assert!(index < self.slot_limit(), "invariant O1");
        // SAFETY: within the slot.
        unsafe { self.slot_address(index).cast::<u8>().byte_add(SlotState::OFFSET) }
    }

    /// Says that the destructor has run or will not.
    pub fn set_destructed(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() & !ObjectFlags::DESTRUCTOR_DUE);
    }

    /// Whether the destructor has yet to run.
    pub fn is_destructor_due(&self) -> bool {
        self.header().traits.get() & ObjectFlags::DESTRUCTOR_DUE != 0
    }

    /// Has the object laid aside when its last count goes, as if its class had a destructor.
    pub fn demand_destructor(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() | ObjectFlags::DESTRUCTOR_DUE);
    }

    /// Says that the object can be part of a cycle, although its class does not say so.
    pub fn set_may_be_cyclic(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() | ObjectFlags::MAY_BE_CYCLIC);
    }

    /// Says that the object may hold something outside its slots.
    pub(super) fn set_holds_beside(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() | ObjectFlags::HOLDS_BESIDE);
    }

    /// Says what the object is as a truth value.
    pub fn set_falsy(&self, is_falsy: bool) {
        let traits = &self.header().traits;
        let others = traits.get() & !ObjectFlags::FALSY;
        traits.set(others | if is_falsy { ObjectFlags::FALSY } else { 0 });
    }

    /// Whether the object is false as a truth value.
    pub fn is_falsy(&self) -> bool {
        self.header().traits.get() & ObjectFlags::FALSY != 0
    }

    /// Says that the object is a weak map.
    pub(super) fn set_weak_map(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() | ObjectFlags::WEAK_MAP);
    }

    /// A handle that does not keep the object alive.
    pub fn downgrade(&self) -> WeakObject {
        let id = self.id();
        WeakObject { id, serial: numbers::with(|numbers| numbers.serial(id)) }
    }

    /// Makes [`next_departed`] tell when the object goes.
    pub fn watch(&self) {
        let traits = &self.header().traits;
        traits.set(traits.get() | ObjectFlags::WEAKLY_REFERENCED);
    }

    /// Takes over a count of an object block.
    ///
    /// # Safety
    /// The block is a live object, and the caller owned the count.
    #[inline]
    pub unsafe fn from_block(block: NonNull<VmHeader>) -> Self {
        Self(block.cast())
    }

    /// The block, whose count stays with the handle.
    #[inline]
    pub fn as_block(&self) -> NonNull<VmHeader> {
        self.0.cast()
    }

    /// The block; the caller now owns the count.
    #[inline]
    pub fn into_block(self) -> NonNull<VmHeader> {
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
#[inline]
pub(crate) fn slot_count(block: NonNull<VmHeader>) -> usize {
    // SAFETY: the block is an object, live or dying.
    let object = std::mem::ManuallyDrop::new(unsafe { Object::from_block(block) });
    object.slot_limit()
}

/// Lays a dying object aside when its destructor is due (O2). False when it can go at once.
#[inline]
pub(crate) fn postpone_death(block: NonNull<VmHeader>) -> bool {
    // SAFETY: the block is an object that is dying, not yet freed.
    let header = unsafe { block.as_ref() };
    if header.aux.get() & ObjectFlags::DESTRUCTOR_DUE == 0 {
        return false;
    }
    doom(block, header)
}

#[cold]
fn doom(block: NonNull<VmHeader>, header: &VmHeader) -> bool {
    header.aux.set(header.aux.get() & !ObjectFlags::DESTRUCTOR_DUE);
    header.count.set(1);
    OBJECTS.with_borrow_mut(|objects| objects.doomed.push_back(Object(block.cast())));
    DOOMED.set(DOOMED.get() + 1);
    true
}

/// The next object whose destructor must be called, in the order in which they lost their last
/// owner. The caller calls it and drops the handle.
pub fn next_doomed() -> Option<Object> {
    while let Some(left) = OBJECTS.with_borrow_mut(|objects| objects.left.pop()) {
        DOOMED.set(DOOMED.get() - 1);
        drop(left);
    }
    let next = OBJECTS.with_borrow_mut(|objects| objects.doomed.pop_front())?;
    DOOMED.set(DOOMED.get() - 1);
    Some(next)
}

/// Says that something waits for the next boundary, or not any more.
pub(super) fn call_boundary(change: isize) {
    DOOMED.set(DOOMED.get().saturating_add_signed(change));
}

/// Notes that a resource lost its last owner.
pub(crate) fn abandon(id: u32, type_id: u32) {
    OBJECTS.with_borrow_mut(|objects| objects.abandoned.push_back((id, type_id)));
    DOOMED.set(DOOMED.get() + 1);
}

/// The next resource that lost its last owner: its number and that of its type.
pub fn next_abandoned() -> Option<(u32, u32)> {
    let next = OBJECTS.with_borrow_mut(|objects| objects.abandoned.pop_front())?;
    DOOMED.set(DOOMED.get() - 1);
    Some(next)
}

/// Whether [`next_doomed`], [`next_departed`] or [`next_abandoned`] has something to give, or a
/// collection is due.
#[inline]
pub fn has_doomed() -> bool {
    DOOMED.get() > 0
}

/// Frees a dead object whose slots are released.
#[inline(always)]
pub(crate) fn free_block(block: NonNull<VmHeader>) {
    // SAFETY: the block is an object that is dying, not yet freed.
    let header = unsafe { block.as_ref() };
    let id = header.word1.get();
    let bytes = HEADER_BYTES + slot_count(block) * size_of::<TypedValue>();
    if lazy::is_lazy_block(header) {
        leave_source(id);
    }
    if header.aux.get() & ObjectFlags::WEAKLY_REFERENCED != 0 {
        tell_departure(id);
    }
    if header.flags.get() & flags::BUFFERED != 0 {
        cycle::leave(block, numbers::with(|numbers| numbers.root(id)));
    }
    numbers::with(|numbers| numbers.give_back(id));
    // SAFETY: the block has this size, and nobody uses it again.
    unsafe { heap::free(block.cast(), bytes) };
}

/// Keeps what a lazy object holds outside its slots until the next boundary.
#[cold]
fn leave_source(id: u32) {
    let Some(source) = lazy::take_source(id) else { return };
    OBJECTS.with_borrow_mut(|objects| objects.left.push(source));
    DOOMED.set(DOOMED.get() + 1);
}

/// Says that an object that is watched goes.
#[cold]
fn tell_departure(id: u32) {
    let weak = WeakObject { id, serial: numbers::with(|numbers| numbers.serial(id)) };
    OBJECTS.with_borrow_mut(|objects| objects.departed.push_back(weak));
    DOOMED.set(DOOMED.get() + 1);
}

/// The objects whose destructor has not run, in the order of their numbers.
pub fn undestructed() -> Vec<Object> {
    let due = |block: &NonNull<VmHeader>| {
        // SAFETY: the table has live objects only.
        let header = unsafe { block.as_ref() };
        header.aux.get() & ObjectFlags::DESTRUCTOR_DUE != 0
    };
    let blocks: Vec<_> = numbers::with(|numbers| numbers.live().filter(due).collect());
    let owned = |block| {
        retain(block);
        // SAFETY: a live object, of which a count was just taken.
        unsafe { Object::from_block(block) }
    };
    blocks.into_iter().map(owned).collect()
}

/// Shows every object that has not died. `see` neither makes nor releases objects.
pub fn for_each_live(mut see: impl FnMut(&Object)) {
    numbers::with(|numbers| {
        for block in numbers.live() {
            // SAFETY: the table has live objects only, and keeps its count.
            see(&std::mem::ManuallyDrop::new(unsafe { Object::from_block(block) }));
        }
    });
}

/// Forgets all objects of the request, when its heap is reset.
pub fn reset_request() {
    OBJECTS.with_borrow_mut(|objects| {
        // The blocks go with the heap: what still owns one must not release it.
        objects.doomed.drain(..).for_each(std::mem::forget);
        objects.left.drain(..).for_each(std::mem::forget);
        DOOMED.set(0);
        objects.departed.clear();
        objects.abandoned.clear();
    });
    numbers::with(numbers::Numbers::reset);
    lazy::reset();
    cycle::reset();
}

/// An object that may be gone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct WeakObject {
    id: u32,
    serial: u32,
}

impl WeakObject {
    /// The number that the object has or had.
    pub fn id(self) -> u32 {
        self.id
    }

    /// Number and serial as one word, for places outside the heap; never 0.
    pub fn to_word(self) -> u64 {
        u64::from(self.serial) << 32 | u64::from(self.id)
    }

    /// What [`to_word`](Self::to_word) said, if that object still lives.
    pub fn of_word(word: u64) -> Option<Self> {
        let weak = Self { id: word as u32, serial: (word >> 32) as u32 };
        weak.block().map(|_| weak)
    }

    /// The object, unless it is gone.
    pub fn get(self) -> Option<Object> {
        let block = self.block()?;
        retain(block);
        Some(Object(block.cast()))
    }

    fn block(self) -> Option<NonNull<VmHeader>> {
        numbers::with(|numbers| {
            numbers.block(self.id).filter(|_| numbers.serial(self.id) == self.serial)
        })
    }
}

/// The next object that was watched and is gone, for the weak maps that have an entry for it.
pub fn next_departed() -> Option<WeakObject> {
    let next = OBJECTS.with_borrow_mut(|objects| objects.departed.pop_front())?;
    DOOMED.set(DOOMED.get() - 1);
    Some(next)
}

/// The block of the live object with a number.
pub(super) fn block_by_number(id: u32) -> Option<NonNull<VmHeader>> {
    numbers::with(|numbers| numbers.block(id))
}

/// The live object with a number.
pub fn by_number(id: u32) -> Option<Object> {
    let block = block_by_number(id)?;
    retain(block);
    // SAFETY: a live object, of which a count was just taken.
    Some(unsafe { Object::from_block(block) })
}
