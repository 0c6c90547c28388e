//! Counts, and what happens when the last one goes.
//!
//! Releasing a container releases what it holds, in order, to any depth: so many levels by
//! recursion, below that with neither recursion nor extra memory: when the walk goes down into a
//! child that dies, the slot that pointed to the child keeps the way back up.
//!
//! # Invariants
//! - R1: in a dying block the `count` field holds the index of the child that a walk is visiting.
//! - R2: the slot at that index has, as payload, the address of the block above (null at the
//!   top), while the walk is below it.
//! - R3: no script code runs here.

use std::ptr::NonNull;

use super::{DataType, TypedValue};
use crate::layout::{Kind, VmHeader, flags};
use crate::{array, object, string};

/// Takes a count.
#[inline]
pub(crate) fn retain(block: NonNull<VmHeader>) {
    // SAFETY: V1: whoever passes a block holds a count of it, so it is live.
    let count = unsafe { &(*block.as_ptr()).count };
    let value = count.get();
    if value >= 0 {
        count.set(value.wrapping_add(1));
    }
}

/// Gives up a count; the caller's was one of them.
#[inline]
pub(crate) fn unref(block: NonNull<VmHeader>) {
    if drop_count(block) {
        die(block);
    }
}

/// Gives up a count of a string.
#[inline]
pub(crate) fn unref_string(block: NonNull<VmHeader>) {
    // SAFETY: V1: the caller held a count, so the block is live.
    let count = unsafe { &(*block.as_ptr()).count };
    match count.get() {
        ..=0 => {}
        1 => string::free_block(block),
        value => count.set(value - 1),
    }
}

/// Gives up a count of a container when nothing follows from that: others have it, and the cycle
/// collector knows it. False, and nothing was done, when it may.
#[inline(always)]
pub fn give_up_shared(container: &VmHeader) -> bool {
    let count = container.count.get();
    let is_shared = count > 1 && container.flags.get() & flags::BUFFERED != 0;
    if is_shared {
        container.count.set(count - 1);
    }
    is_shared
}

/// Gives up a count and says whether it was the last.
#[inline]
fn drop_count(block: NonNull<VmHeader>) -> bool {
    // SAFETY: V1: the caller held a count, so the block is live.
    let header = unsafe { block.as_ref() };
    let count = header.count.get();
    if count > 1 {
        header.count.set(count - 1);
        if header.kind.get() != Kind::String && header.flags.get() & flags::BUFFERED == 0 {
            object::possible_root(block);
        }
        return false;
    }
    count > 0
}

/// So many containers inside each other are released by recursion.
const LEVELS_MAX: u32 = 24;

/// Frees a block whose last count is gone, and gives up the counts it held.
#[inline(never)]
pub(crate) fn die(block: NonNull<VmHeader>) {
    // SAFETY: the block is dying but not yet freed.
    if unsafe { block.as_ref() }.kind.get() == Kind::String {
        return string::free_block(block);
    }
    bury(block, 0);
}

/// The same, `level` containers down.
#[inline(never)]
fn bury(block: NonNull<VmHeader>, level: u32) {
    if kind_of(block) == Kind::Object && level < LEVELS_MAX {
        return bury_object(block, level);
    }
    if free_leaf(block) {
        return;
    }
    if level == LEVELS_MAX {
        return walk(block);
    }
    visited(block).set(0);
    let down = |child| {
        bury(child, level + 1);
        true
    };
    release_children(block, down);
    free_visited(block);
}

/// The same of an object above the level where a walk begins.
#[inline(always)]
fn bury_object(block: NonNull<VmHeader>, level: u32) {
    if object::postpone_death(block) {
        return;
    }
    let Children { first, length, .. } = Children::of_object(block);
    for index in 0..length {
        // SAFETY: the object's slots are initialised.
        let word = unsafe { word_at(first, size_of::<TypedValue>(), index).read() };
        if word.tag.is_counted() {
            if index + 1 < length {
                // SAFETY: as above.
                prefetch(unsafe { word_at(first, size_of::<TypedValue>(), index + 1).read() });
            }
            release_child(word, block, level);
        }
    }
    object::free_block(block);
}

/// Has the processor fetch what a word points to, which is released next. Of trees that are bigger than
/// the caches, releasing is waiting for memory.
#[inline(always)]
fn prefetch(word: TypedValue) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        if word.tag.is_counted() {
            // SAFETY: prefetching changes nothing, whatever the address.
            unsafe { _mm_prefetch::<_MM_HINT_T0>(word.block().as_ptr().cast()) };
        }
    }
}

#[inline(always)]
fn release_child(word: TypedValue, owner: NonNull<VmHeader>, level: u32) {
    let child = word.block();
    if word.tag == DataType::String {
        return unref_string(child);
    }
    if word.tag == DataType::Ref {
        object::owner_died(child, owner);
    }
    if drop_count(child) {
        bury(child, level + 1);
    }
}

fn walk(block: NonNull<VmHeader>) {
    let mut at = block;
    let mut above: Option<NonNull<VmHeader>> = None;
    visited(at).set(0);
    loop {
        if let Some((child, slot)) = release_children(at, free_leaf) {
            write_link(slot, above);
            above = Some(at);
            at = child;
            visited(at).set(0);
            continue;
        }
        free_visited(at);
        let Some(parent) = above else { return };
        let index = visited(parent).get();
        above = read_link(Children::of(parent).slot(index as usize));
        visited(parent).set(index + 1);
        at = parent;
    }
}

/// Frees a block that holds no counts, or lays an object with a destructor aside. False when its
/// children must be visited first.
#[inline(always)]
fn free_leaf(block: NonNull<VmHeader>) -> bool {
    // SAFETY: the block is dying but not yet freed.
    let header = unsafe { block.as_ref() };
    match header.kind.get() {
        Kind::String => string::free_block(block),
        Kind::Packed | Kind::Shaped | Kind::Dict => {
            if header.flags.get() & flags::MAY_HOLD_COUNTED != 0 {
                return false;
            }
            array::free_block(block);
        }
        Kind::Object => return object::postpone_death(block),
        Kind::Ref => {
            if object::holds_counted(block) {
                return false;
            }
            object::free_reference(block);
        }
        Kind::Resource => object::free_resource(block),
        Kind::Free => debug_assert!(false, "a freed block is released again"),
    }
    true
}

/// The `count` field of a dying block, R1.
#[inline(always)]
fn visited<'a>(block: NonNull<VmHeader>) -> &'a std::cell::Cell<i32> {
    // SAFETY: the block is dying but not yet freed.
    unsafe { &(*block.as_ptr()).count }
}

/// Releases children from the visited index on. Stops at a child that dies and that `free` leaves:
/// returns it with its slot, the index saved.
#[inline(always)]
fn release_children(
    block: NonNull<VmHeader>,
    free: impl FnMut(NonNull<VmHeader>) -> bool,
) -> Option<(NonNull<VmHeader>, NonNull<TypedValue>)> {
    let Children { first, length, has_keys, .. } = Children::of(block);
    if has_keys {
        release_words::<true>(block, (first, length), free)
    } else {
        release_words::<false>(block, (first, length), free)
    }
}

#[inline(always)]
fn release_words<const KEYED: bool>(
    block: NonNull<VmHeader>,
    (first, length): (NonNull<u8>, usize),
    mut free: impl FnMut(NonNull<VmHeader>) -> bool,
) -> Option<(NonNull<VmHeader>, NonNull<TypedValue>)> {
    for index in visited(block).get() as usize..length {
        let slot = word_at(first, stride(KEYED), index);
        if KEYED {
            array::release_key(slot);
        }
        // SAFETY: the container's slots are initialised up to `length`.
        let word = unsafe { slot.read() };
        if !word.tag.is_counted() {
            continue;
        }
        let child = word.block();
        if word.tag == DataType::Ref {
            crate::object::owner_died(child, block);
        }
        if !drop_count(child) {
            continue;
        }
        if word.tag == DataType::String {
            string::free_block(child);
        } else if !free(child) {
            visited(block).set(index as i32);
            return Some((child, slot));
        }
    }
    None
}

const fn stride(has_keys: bool) -> usize {
    if has_keys { array::DICT_WORDS.1 } else { size_of::<TypedValue>() }
}

#[inline(always)]
fn word_at(first: NonNull<u8>, stride: usize, index: usize) -> NonNull<TypedValue> {
    // SAFETY: callers pass the index of a word of the block; words are `stride` apart.
    unsafe { first.byte_add(index * stride) }.cast()
}

fn free_visited(block: NonNull<VmHeader>) {
    // SAFETY: the block is dying but not yet freed.
    match unsafe { block.as_ref() }.kind.get() {
        Kind::Packed | Kind::Shaped | Kind::Dict => array::free_block(block),
        Kind::Object => object::free_block(block),
        Kind::Ref => object::free_reference(block),
        Kind::String | Kind::Resource | Kind::Free => {}
    }
}

fn write_link(slot: NonNull<TypedValue>, above: Option<NonNull<VmHeader>>) {
    // SAFETY: R2: the slot is in a dying block that only this walk sees; the null pointer niche
    // makes `Option<NonNull>` eight bytes.
    unsafe { slot.cast::<Option<NonNull<VmHeader>>>().write(above) };
}

fn read_link(slot: NonNull<TypedValue>) -> Option<NonNull<VmHeader>> {
    // SAFETY: R2: `write_link` wrote it.
    unsafe { slot.cast::<Option<NonNull<VmHeader>>>().read() }
}

/// Where the value words of a container are.
pub(crate) struct Children {
    first: NonNull<u8>,
    /// How many there are, tombstones included.
    pub(crate) length: usize,
    has_keys: bool,
}

impl Children {
    /// Of a live or dying container.
    #[inline(always)]
    pub(crate) fn of(block: NonNull<VmHeader>) -> Self {
        let kind = kind_of(block);
        let length = match kind {
            Kind::Object => object::slot_count(block),
            Kind::Packed | Kind::Shaped | Kind::Dict => array::word_count(block),
            Kind::Ref => 1,
            Kind::String | Kind::Resource | Kind::Free => 0,
        };
        let has_keys = kind == Kind::Dict;
        let offset = if has_keys { array::DICT_WORDS.0 } else { size_of::<VmHeader>() };
        // SAFETY: the offset of the first child is within the block.
        let first = unsafe { block.cast::<u8>().byte_add(offset) };
        Self { first, length, has_keys }
    }

    /// The first word.
    pub(crate) fn first(&self) -> NonNull<TypedValue> {
        self.first.cast()
    }

    /// Of a live or dying object.
    #[inline(always)]
    fn of_object(block: NonNull<VmHeader>) -> Self {
        // SAFETY: the offset of the first slot is within the block, or its end.
        let first = unsafe { block.cast::<u8>().byte_add(size_of::<VmHeader>()) };
        Self { first, length: object::slot_count(block), has_keys: false }
    }

    /// The word with this index.
    pub(crate) fn slot(&self, index: usize) -> NonNull<TypedValue> {
        debug_assert!(index < self.length);
        word_at(self.first, stride(self.has_keys), index)
    }
}

#[inline(always)]
fn kind_of(block: NonNull<VmHeader>) -> Kind {
    // SAFETY: the block is live or dying, not freed.
    unsafe { block.as_ref() }.kind.get()
}

const _: () = assert!(DataType::Uninit as u8 == 0);
