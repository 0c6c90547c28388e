//! The cycle collector: finds blocks that only each other hold, and empties them.
//!
//! A block that loses an owner but lives may be the last thing outside that pointed into a cycle;
//! it becomes a *root*. When there are enough roots, a collection is due at the next boundary: a
//! block whose count is explained by others that are reached is garbage, unless something that is
//! not garbage reaches it (`search`).
//!
//! The caller runs the destructors between [`find_garbage`] and [`Garbage::release`], which looks
//! again, because a destructor may have stored an object somewhere.
//!
//! # Invariants
//! - Y1: a block in the root buffer has the flag BUFFERED; its memory is returned only when it has
//!   left the buffer, and until then a dead one has kind Free and its size in the first 8 bytes.
//! - Y2: a [`Garbage`] owns a count of each of its blocks.

mod search;
mod weak;

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use search::Search;
pub use weak::{forget_entry, note_entry};

use super::instance::{Object, ObjectFlags, call_boundary};
use crate::heap;
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType, TypedValue, Value, retain, types, unref, write_word};

/// Roots that start a collection at first.
const THRESHOLD_DEFAULT: usize = 10_001;
const THRESHOLD_STEP: usize = 10_000;
const THRESHOLD_MAX: usize = 1_000_000_000;
/// A block that dies is looked for among this many roots.
const RECENT_ROOTS: usize = 8;
/// A collection that frees fewer makes the next one later.
const WORTHWHILE: usize = 100;

/// When so many roots have died that they are looked through, as a part of the threshold.
const DEAD_PART: usize = 8;

struct Roots {
    blocks: Vec<NonNull<VmHeader>>,
    threshold: usize,
    /// With how many blocks in the buffer, dead ones too, a collection may be due.
    look_at: usize,
    is_due: bool,
    is_collecting: bool,
}

impl Roots {
    const NEW: Self = Self {
        blocks: Vec::new(),
        threshold: THRESHOLD_DEFAULT,
        look_at: THRESHOLD_DEFAULT - 1,
        is_due: false,
        is_collecting: false,
    };

    /// Has the next boundary collect, if there are enough roots that live.
    #[cold]
    fn look(&mut self) {
        if self.is_collecting || self.is_due {
            return;
        }
        self.blocks.retain(|&block| !return_if_dead(block));
        let live = self.blocks.len();
        if live + 1 >= self.threshold {
            self.is_due = true;
            call_boundary(1);
        } else {
            self.look_at = (self.threshold - 1).max(live + self.threshold / DEAD_PART);
        }
    }

    fn set_threshold(&mut self, threshold: usize) {
        self.threshold = threshold;
        self.look_at = threshold - 1;
    }
}

thread_local! {
    static ROOTS: RefCell<Roots> = const { RefCell::new(Roots::NEW) };
}

/// A block lost an owner but lives: buffers it if it can be part of a cycle.
#[inline(never)]
pub(crate) fn possible_root(block: NonNull<VmHeader>) {
    // SAFETY: others hold counts of the block.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED != 0 || !may_be_in_cycle(block, header) {
        return;
    }
    ROOTS.with_borrow_mut(|roots| {
        if roots.blocks.try_reserve(1).is_ok() {
            roots.blocks.push(block);
            header.flags.set(header.flags.get() | flags::BUFFERED);
            if roots.blocks.len() > roots.look_at {
                roots.look();
            }
        }
    });
}

fn may_be_in_cycle(block: NonNull<VmHeader>, header: &VmHeader) -> bool {
    match header.kind.get() {
        Kind::Object => header.aux.get() & ObjectFlags::MAY_BE_CYCLIC != 0,
        Kind::Packed | Kind::Shaped | Kind::Dict => {
            header.flags.get() & flags::MAY_HOLD_REF != 0
                || header.aux.get() & (types::ARRAY | types::OBJECT) != 0
        }
        Kind::Ref => {
            // SAFETY: a Ref has one initialised word.
            let word = unsafe { Children::of(block).slot(0).read() };
            matches!(word.tag, DataType::Array | DataType::Object)
        }
        Kind::String | Kind::Resource | Kind::Free => false,
    }
}

/// Returns the memory of a dead block of `bytes`, now or when it leaves the root buffer.
#[inline]
pub(crate) fn retire(block: NonNull<VmHeader>, bytes: usize) {
    // SAFETY: the block is dead but not yet returned.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED != 0 && !leave_buffer(block, RECENT_ROOTS) {
        header.word0.set(bytes as u32);
        header.word1.set((bytes >> 32) as u32);
        header.kind.set(Kind::Free);
        return;
    }
    // SAFETY: the block has this size, and nobody uses it again.
    unsafe { heap::free(block.cast(), bytes) };
}

/// Takes a block out of the root buffer, because it is about to move.
pub(crate) fn forget_root(block: NonNull<VmHeader>) {
    // SAFETY: the block is live.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED == 0 {
        return;
    }
    header.flags.set(header.flags.get() & !flags::BUFFERED);
    leave_buffer(block, usize::MAX);
}

/// Takes a block out of the root buffer if it is one of the `recent` newest.
fn leave_buffer(block: NonNull<VmHeader>, recent: usize) -> bool {
    ROOTS.with_borrow_mut(|roots| {
        let skipped = roots.blocks.len().saturating_sub(recent);
        let found = roots.blocks[skipped..].iter().rposition(|&root| root == block);
        found.map(|at| roots.blocks.swap_remove(skipped + at)).is_some()
    })
}

/// Returns the memory of roots that have died.
pub fn return_dead_roots() {
    ROOTS.with_borrow_mut(|roots| roots.blocks.retain(|&block| !return_if_dead(block)));
}

/// Returns the memory of a root that has died; the caller takes it out of the buffer.
fn return_if_dead(block: NonNull<VmHeader>) -> bool {
    // SAFETY: Y1: the memory is still there.
    let header = unsafe { block.as_ref() };
    if header.kind.get() != Kind::Free {
        return false;
    }
    let bytes = header.word0.get() as usize | (header.word1.get() as usize) << 32;
    // SAFETY: Y1: dead, of this size, and out of the buffer now.
    unsafe { heap::free(block.cast(), bytes) };
    true
}

/// Whether a collection is due; it is not any more.
pub fn take_due() -> bool {
    let is_due = ROOTS.with_borrow_mut(|roots| std::mem::take(&mut roots.is_due));
    if is_due {
        call_boundary(-1);
    }
    is_due
}

/// Asks for no collection until there are as many roots again.
pub fn postpone() {
    ROOTS.with_borrow_mut(|roots| roots.look_at = roots.blocks.len() + roots.threshold);
}

/// Ends what [`postpone`] began.
pub fn resume() {
    ROOTS.with_borrow_mut(|roots| roots.look_at = roots.threshold - 1);
}

/// How many roots make a collection due.
pub fn threshold() -> usize {
    ROOTS.with_borrow(|roots| roots.threshold)
}

/// How many roots there are.
pub fn root_count() -> usize {
    return_dead_roots();
    ROOTS.with_borrow(|roots| roots.blocks.len())
}

/// Blocks that only each other hold. While there is one, no collection becomes due.
pub struct Garbage {
    blocks: Vec<NonNull<VmHeader>>,
    /// Whether code ran that may have stored some of the blocks.
    is_stale: Cell<bool>,
}

/// Looks for garbage from all roots, and empties the root buffer. None when there is no root, or
/// a collection is under way.
pub fn find_garbage() -> Option<Garbage> {
    if ROOTS.with_borrow(|roots| roots.is_collecting) {
        return None;
    }
    let roots = take_roots();
    if roots.is_empty() {
        return None;
    }
    ROOTS.with_borrow_mut(|roots| roots.is_collecting = true);
    let blocks = Search::new(&roots, &[]).map(Search::finish).unwrap_or_default();
    for &block in &blocks {
        retain(block);
    }
    Some(Garbage { blocks, is_stale: Cell::new(false) })
}

/// The live roots; the memory of dead ones is returned.
fn take_roots() -> Vec<NonNull<VmHeader>> {
    let mut roots = ROOTS.with_borrow_mut(|roots| std::mem::take(&mut roots.blocks));
    roots.retain(|&block| !return_if_dead(block));
    for block in &roots {
        // SAFETY: live roots are live blocks.
        let header = unsafe { block.as_ref() };
        header.flags.set(header.flags.get() & !flags::BUFFERED);
    }
    roots
}

impl Garbage {
    /// Objects whose destructor must be called before [`release`](Self::release), in order. They
    /// no longer count as due.
    pub fn doomed(&self) -> Vec<Object> {
        let mut doomed = Vec::new();
        for &block in &self.blocks {
            // SAFETY: Y2.
            let header = unsafe { block.as_ref() };
            let is_due = header.kind.get() == Kind::Object
                && header.aux.get() & ObjectFlags::DESTRUCTOR_DUE != 0;
            if is_due {
                header.aux.set(header.aux.get() & !ObjectFlags::DESTRUCTOR_DUE);
                retain(block);
                // SAFETY: an object, whose count was just taken.
                doomed.push(unsafe { Object::from_block(block) });
            }
        }
        self.is_stale.set(!doomed.is_empty());
        doomed
    }

    /// Empties and frees what is still garbage. Returns how many objects and arrays that were.
    pub fn release(self) -> usize {
        let again = || Search::new(&self.blocks, &self.blocks).map(Search::finish);
        let garbage = match self.is_stale.get() {
            true => again().unwrap_or_default(),
            false => self.blocks.clone(),
        };
        for &block in &garbage {
            retain(block);
        }
        let freed = garbage.iter().map(|&block| weight(block)).sum::<isize>().max(0) as usize;
        for &block in &garbage {
            empty(block);
        }
        for block in garbage {
            unref(block);
        }
        drop(self);
        return_dead_roots();
        freed
    }
}

/// How much a garbage block counts for: the array that holds an object's undeclared properties is
/// part of the object.
fn weight(block: NonNull<VmHeader>) -> isize {
    // SAFETY: a count of the block is held.
    match unsafe { block.as_ref() }.kind.get() {
        Kind::Ref => 0,
        Kind::Object => {
            retain(block);
            // SAFETY: an object, whose count was just taken.
            let object = unsafe { Object::from_block(block) };
            let dynamic = object.class().class().first.dynamic;
            let array = dynamic.and_then(|slot| object.slot(slot as usize).as_array());
            1 - isize::from(array.is_some_and(|array| !array.is_empty()))
        }
        _ => 1,
    }
}

impl Drop for Garbage {
    fn drop(&mut self) {
        for &block in &self.blocks {
            unref(block);
        }
        ROOTS.with_borrow_mut(|roots| roots.is_collecting = false);
    }
}

/// Takes all values out of a garbage block and gives up their counts.
fn empty(block: NonNull<VmHeader>) {
    // SAFETY: the block is kept alive by the caller's count.
    let header = unsafe { block.as_ref() };
    if super::lazy::is_lazy_block(header) {
        let source = super::lazy::take_source(header.word1.get());
        header.word0.set(header.word0.get() & !super::lazy::LAZY);
        drop(source);
    }
    let children = Children::of(block);
    for index in 0..children.length {
        let slot = children.slot(index);
        // SAFETY: initialised; the block is kept alive by the caller's count.
        let word = unsafe { slot.read() };
        if word.tag.is_counted() {
            let null = TypedValue { tag: DataType::Null, ..TypedValue::UNINIT };
            // SAFETY: the block is garbage, so nobody else looks at its slots.
            unsafe { write_word(slot, null) };
            if word.tag == DataType::Ref {
                crate::object::owner_died(word.block(), block);
            }
            // SAFETY: the slot's count is taken over.
            drop(unsafe { Value::from_raw(word) });
        }
    }
}

/// Makes the next collection later when one that was due freed little, sooner when much.
pub fn adapt_threshold(freed: usize) {
    ROOTS.with_borrow_mut(|roots| {
        let threshold = roots.threshold;
        if freed < WORTHWHILE || roots.blocks.len() >= threshold {
            roots.set_threshold((threshold + THRESHOLD_STEP).min(THRESHOLD_MAX));
        } else {
            roots.set_threshold((threshold.saturating_sub(THRESHOLD_STEP)).max(THRESHOLD_DEFAULT));
        }
    });
}

/// Forgets all roots when the request's heap is reset.
pub(super) fn reset() {
    ROOTS.with_borrow_mut(|roots| *roots = Roots::NEW);
    weak::reset();
}
