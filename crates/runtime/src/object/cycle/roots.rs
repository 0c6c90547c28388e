//! The root buffer: blocks that lost an owner but live, and when there are enough of them.
//!
//! # Invariants
//! - Y1: a block in the root buffer has the flag BUFFERED; its memory is returned only when it has
//!   left the buffer, and until then a dead one has kind Free and its size in the first 8 bytes.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use super::super::instance::{ObjectFlags, call_boundary};
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader, VmRef, flags};
use crate::value::{DataType, types};

/// Roots that start a collection at first.
const THRESHOLD_DEFAULT: usize = 10_001;
const THRESHOLD_STEP: usize = 10_000;
const THRESHOLD_MAX: usize = 1_000_000_000;
/// So many dead arrays and references, and an eighth of all roots, make it worth looking for them.
const SWEEP: usize = 512;
/// Bytes of a block that stays in the buffer, dead, when its content has moved.
const LINGERS_MAX: usize = 1024;
/// A collection that frees fewer makes the next one later.
const WORTHWHILE: usize = 100;

/// For how many roots it is known where they are, so that those who die leave at once.
const KNOWN: usize = 2048;

/// The root buffer.
struct Roots {
    /// `None` where a root has left.
    blocks: Vec<Option<NonNull<VmHeader>>>,
    /// Places where a root has left.
    left: Vec<u32>,
    /// Roots of kind Free.
    dead: usize,
    threshold: usize,
    /// With how many roots a collection becomes due.
    due_at: usize,
    is_due: bool,
    /// Whether a collection is due at every root.
    is_stressed: bool,
    is_collecting: bool,
}

thread_local! {
    static ROOTS: RefCell<Roots> = const { RefCell::new(Roots::NEW) };
    /// Where the roots are whose addresses have this hash, as far as a later one did not write over
    /// it: a guess.
    static PLACES: [Cell<u32>; KNOWN] = const { [const { Cell::new(0) }; KNOWN] };
}

#[inline(always)]
fn with_place<R>(block: NonNull<VmHeader>, body: impl FnOnce(&Cell<u32>) -> R) -> R {
    let hash = (block.addr().get() as u32 >> 4).wrapping_mul(0x9e37_79b1);
    PLACES.with(|places| body(&places[(hash >> (32 - KNOWN.ilog2())) as usize]))
}

impl Roots {
    const NEW: Self = Self {
        blocks: Vec::new(),
        left: Vec::new(),
        dead: 0,
        threshold: THRESHOLD_DEFAULT,
        due_at: THRESHOLD_DEFAULT - 1,
        is_due: false,
        is_stressed: false,
        is_collecting: false,
    };

    /// Whether the block is a root now: not when memory for that is refused.
    #[inline(always)]
    fn enter(&mut self, block: NonNull<VmHeader>) -> bool {
        if self.count() >= self.due_at && !self.is_collecting && !self.is_due {
            self.is_due = true;
            call_boundary(1);
        }
        let Some(at) = self.left.pop() else { return self.enter_new(block) };
        self.blocks[at as usize] = Some(block);
        with_place(block, |place| place.set(at));
        true
    }

    #[cold]
    fn enter_new(&mut self, block: NonNull<VmHeader>) -> bool {
        let at = self.blocks.len();
        // Whatever is in the buffer can leave it without asking for memory.
        if self.blocks.try_reserve(1).is_err() || self.left.try_reserve(at + 1).is_err() {
            return false;
        }
        self.blocks.push(Some(block));
        with_place(block, |place| place.set(at as u32));
        true
    }

    fn leave(&mut self, at: usize) {
        self.blocks[at] = None;
        self.left.push(at as u32);
    }

    /// Whether it was known where a root is: it has left then.
    #[inline(always)]
    fn leave_known(&mut self, block: NonNull<VmHeader>) -> bool {
        let at = with_place(block, Cell::get) as usize;
        let is_known = self.blocks.get(at) == Some(&Some(block));
        if is_known {
            self.leave(at);
        }
        is_known
    }

    fn count(&self) -> usize {
        self.blocks.len() - self.left.len() - self.dead
    }

    /// Returns the memory of roots that have died.
    fn sweep(&mut self) {
        for at in 0..self.blocks.len() {
            if self.blocks[at].is_some_and(return_if_dead) {
                self.leave(at);
            }
        }
        self.dead = 0;
    }
}

/// A block lost an owner but lives: buffers it if it can be part of a cycle.
#[inline(never)]
pub(crate) fn possible_root(block: NonNull<VmHeader>) {
    // SAFETY: others hold counts of the block.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED == 0 && may_be_in_cycle(block, header) {
        buffer(block, header);
    }
}

#[inline(never)]
fn buffer(block: NonNull<VmHeader>, header: &VmHeader) {
    if ROOTS.with_borrow_mut(|roots| roots.enter(block)) {
        header.flags.set(header.flags.get() | flags::BUFFERED);
    }
}

#[inline(always)]
fn may_be_in_cycle(block: NonNull<VmHeader>, header: &VmHeader) -> bool {
    match header.kind.get() {
        Kind::Object => header.aux.get() & ObjectFlags::MAY_BE_CYCLIC != 0,
        Kind::Packed | Kind::Shaped | Kind::Dict => {
            header.flags.get() & flags::MAY_HOLD_REF != 0
                || header.aux.get() & (types::ARRAY | types::OBJECT) != 0
        }
        Kind::Ref => {
            // SAFETY: a Ref is live, and its word initialised.
            let tag = unsafe { &(*block.cast::<VmRef>().as_ptr()).tag };
            matches!(tag.get(), DataType::Array | DataType::Object)
        }
        Kind::String | Kind::Resource | Kind::Free => false,
    }
}

/// Returns the memory of a dead block of `bytes`, now or when it leaves the root buffer.
#[inline]
pub(crate) fn retire(block: NonNull<VmHeader>, bytes: usize) {
    // SAFETY: the block is dead but not yet returned.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED != 0 && !left_at_once(block) {
        return linger(header, bytes);
    }
    // SAFETY: the block has this size, and nobody uses it again.
    unsafe { heap::free(block.cast(), bytes) };
}

#[inline(never)]
fn left_at_once(block: NonNull<VmHeader>) -> bool {
    ROOTS.with_borrow_mut(|roots| roots.leave_known(block))
}

/// Leaves a dead block in the root buffer until many have died.
#[cold]
fn linger(header: &VmHeader, bytes: usize) {
    header.word0.set(bytes as u32);
    header.word1.set((bytes >> 32) as u32);
    header.kind.set(Kind::Free);
    ROOTS.with_borrow_mut(|roots| {
        roots.dead += 1;
        if roots.dead >= SWEEP.max(roots.blocks.len() / 8) {
            roots.sweep();
        }
    });
}

/// Gives a block that may be in the root buffer another size; it is not in the buffer then.
///
/// # Safety
///
/// As for [`heap::resize`].
pub(crate) unsafe fn resize(
    block: NonNull<VmHeader>,
    (old, new): (usize, usize),
) -> Result<NonNull<u8>, Oom> {
    // SAFETY: the block is live.
    let header = unsafe { block.as_ref() };
    if header.flags.get() & flags::BUFFERED == 0 {
        // SAFETY: the caller's promise is the same.
        return unsafe { heap::resize(block.cast(), old, new) };
    }
    let has_left = left_at_once(block);
    if has_left || old > LINGERS_MAX || new < old {
        header.flags.set(header.flags.get() & !flags::BUFFERED);
        if !has_left {
            forget(block);
        }
        // SAFETY: the caller's promise is the same.
        return unsafe { heap::resize(block.cast(), old, new) };
    }
    // To leave it behind, dead, is less work than to look for it in the buffer.
    let moved = heap::alloc(new)?;
    // SAFETY: both blocks have at least `old` bytes and are distinct.
    unsafe { block.cast::<u8>().copy_to_nonoverlapping(moved, old) };
    linger(header, old);
    // SAFETY: it begins as the old block did.
    let header = unsafe { moved.cast::<VmHeader>().as_ref() };
    header.flags.set(header.flags.get() & !flags::BUFFERED);
    Ok(moved)
}

/// Takes a block out of the root buffer.
fn forget(block: NonNull<VmHeader>) {
    ROOTS.with_borrow_mut(|roots| {
        if let Some(at) = roots.blocks.iter().rposition(|&root| root == Some(block)) {
            roots.leave(at);
        }
    });
}

/// Returns the memory of roots that have died.
pub fn return_dead_roots() {
    ROOTS.with_borrow_mut(Roots::sweep);
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

/// Asks for no collection until there are twice as many roots.
pub fn postpone() {
    ROOTS.with_borrow_mut(|roots| roots.due_at = roots.count() + roots.threshold);
}

/// Ends what [`postpone`] began.
pub fn resume() {
    ROOTS.with_borrow_mut(|roots| roots.due_at = roots.threshold - 1);
}

/// Makes collections due as often as there is anything to look at, for the rest of the request: a
/// test.
pub fn stress() {
    ROOTS.with_borrow_mut(|roots| {
        roots.is_stressed = true;
        roots.due_at = 1;
    });
}

/// How many roots make a collection due.
pub fn threshold() -> usize {
    ROOTS.with_borrow(|roots| roots.threshold)
}

/// How many roots there are.
pub fn root_count() -> usize {
    ROOTS.with_borrow(Roots::count)
}

/// Begins a collection: the roots that live, none of which is in the buffer any more. None when
/// there is no root, or a collection is under way.
pub(super) fn take() -> Option<Vec<NonNull<VmHeader>>> {
    let buffer = ROOTS.with_borrow_mut(|roots| {
        if roots.is_collecting || roots.count() == 0 {
            roots.sweep();
            return None;
        }
        roots.is_collecting = true;
        roots.left.clear();
        roots.dead = 0;
        Some(std::mem::take(&mut roots.blocks))
    })?;
    let live = |block: &NonNull<VmHeader>| !return_if_dead(*block);
    let roots: Vec<_> = buffer.into_iter().flatten().filter(live).collect();
    for block in &roots {
        // SAFETY: live roots are live blocks.
        let header = unsafe { block.as_ref() };
        header.flags.set(header.flags.get() & !flags::BUFFERED);
    }
    Some(roots)
}

/// Whether a collection is under way.
pub fn is_collecting() -> bool {
    ROOTS.with_borrow(|roots| roots.is_collecting)
}

/// Ends what [`take`] began.
pub(super) fn end_collection() {
    ROOTS.with_borrow_mut(|roots| roots.is_collecting = false);
}

/// Makes the next collection later when one that was due freed little, sooner when much.
pub fn adapt_threshold(freed: usize) {
    ROOTS.with_borrow_mut(|roots| {
        if roots.is_stressed {
            roots.due_at = 1;
            return;
        }
        let threshold = roots.threshold;
        roots.threshold = if freed < WORTHWHILE || roots.count() >= threshold {
            (threshold + THRESHOLD_STEP).min(THRESHOLD_MAX)
        } else {
            threshold.saturating_sub(THRESHOLD_STEP).max(THRESHOLD_DEFAULT)
        };
        roots.due_at = roots.threshold - 1;
    });
}

/// Forgets all roots when the request's heap is reset.
pub(crate) fn reset() {
    ROOTS.with_borrow_mut(|roots| *roots = Roots::NEW);
    super::weak::reset();
}
