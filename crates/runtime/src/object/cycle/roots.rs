//! The root buffer: blocks that lost an owner but live, and when there are enough of them.
//!
//! # Invariants
//! - Y1: a block in the root buffer has the flag BUFFERED; its memory is returned only when it has
//!   left the buffer, and until then a dead one has kind Free and its size in the first 8 bytes.

use std::cell::{Cell, RefCell};
use std::ptr::{self, NonNull};

use super::super::instance::{ObjectFlags, call_boundary};
use super::super::numbers;
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader, VmRef, flags};
use crate::value::{DataType, types};

/// Roots that start a collection at first.
const THRESHOLD_DEFAULT: usize = 10_001;
const THRESHOLD_STEP: usize = 10_000;
/// By so many roots the threshold changes at most at a time.
const THRESHOLD_STRIDE: usize = 80_000;
const THRESHOLD_MAX: usize = 1_000_000_000;
/// So many dead arrays and references, and an eighth of all roots, make it worth looking for them.
const SWEEP: usize = 512;
/// Bytes of a block that stays in the buffer, dead, when its content has moved.
const LINGERS_MAX: usize = 1024;
/// A collection that frees fewer makes the next one later.
const WORTHWHILE: usize = 100;

/// For how many roots it is known where they are, so that those who die leave at once.
const KNOWN: usize = 2048;

/// A place in the root buffer: the address of a root, or, odd, twice the number of the next empty
/// place and 1.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place(usize);

/// What the last empty place has as the next one.
const NO_PLACE: u32 = u32::MAX;

impl Place {
    fn of(block: NonNull<VmHeader>) -> Self {
        Self(block.as_ptr().expose_provenance())
    }

    fn empty(next: u32) -> Self {
        Self((next as usize) << 1 | 1)
    }

    fn root(self) -> Option<NonNull<VmHeader>> {
        let address = self.0;
        let block = (address & 1 == 0).then(|| ptr::with_exposed_provenance_mut(address))?;
        NonNull::new(block)
    }

    fn next(self) -> u32 {
        (self.0 >> 1) as u32
    }
}

/// The root buffer.
struct Roots {
    places: Vec<Place>,
    /// The first empty place.
    empty: u32,
    /// Roots that live.
    live: usize,
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
    /// Where the arrays and references among the roots are whose addresses have this hash, as far as
    /// a later one did not write over it: a guess. Of objects, their numbers tell.
    static PLACES: [Cell<u32>; KNOWN] = const { [const { Cell::new(0) }; KNOWN] };
}

#[inline(always)]
fn with_place<R>(block: NonNull<VmHeader>, body: impl FnOnce(&Cell<u32>) -> R) -> R {
    let hash = (block.addr().get() as u32 >> 4).wrapping_mul(0x9e37_79b1);
    PLACES.with(|places| body(&places[(hash >> (32 - KNOWN.ilog2())) as usize]))
}

impl Roots {
    const NEW: Self = Self {
        places: Vec::new(),
        empty: NO_PLACE,
        live: 0,
        dead: 0,
        threshold: THRESHOLD_DEFAULT,
        due_at: THRESHOLD_DEFAULT - 1,
        is_due: false,
        is_stressed: false,
        is_collecting: false,
    };

    /// Where the block is a root now; nowhere when memory for that is refused.
    #[inline(always)]
    fn enter(&mut self, block: NonNull<VmHeader>) -> Option<u32> {
        if self.live >= self.due_at {
            self.fall_due();
        }
        let at = match self.places.get_mut(self.empty as usize) {
            Some(place) => {
                let at = std::mem::replace(&mut self.empty, place.next());
                *place = Place::of(block);
                at
            }
            None => self.enter_new(block)?,
        };
        self.live += 1;
        Some(at)
    }

    #[cold]
    fn fall_due(&mut self) {
        if !self.is_collecting && !self.is_due {
            self.is_due = true;
            call_boundary(1);
        }
    }

    #[cold]
    fn enter_new(&mut self, block: NonNull<VmHeader>) -> Option<u32> {
        let at = u32::try_from(self.places.len()).ok().filter(|at| *at < NO_PLACE)?;
        self.places.try_reserve(1).ok()?;
        self.places.push(Place::of(block));
        Some(at)
    }

    /// Whether the block was the root at a place, which is empty now.
    #[inline(always)]
    fn leave(&mut self, block: NonNull<VmHeader>, at: u32) -> bool {
        let is_there = self.places.get(at as usize) == Some(&Place::of(block));
        if is_there {
            self.places[at as usize] = Place::empty(self.empty);
            self.empty = at;
            self.live -= 1;
        }
        is_there
    }

    /// Returns the memory of roots that have died.
    fn sweep(&mut self) {
        for at in 0..self.places.len() {
            if self.places[at].root().is_some_and(return_if_dead) {
                self.places[at] = Place::empty(self.empty);
                self.empty = at as u32;
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

fn buffer(block: NonNull<VmHeader>, header: &VmHeader) {
    let Some(at) = ROOTS.with_borrow_mut(|roots| roots.enter(block)) else { return };
    header.flags.set(header.flags.get() | flags::BUFFERED);
    match header.kind.get() {
        Kind::Object => numbers::with(|numbers| numbers.set_root(header.word1.get(), at)),
        _ => with_place(block, |place| place.set(at)),
    }
}

/// Takes an object that dies out of the root buffer.
#[inline(always)]
pub(crate) fn leave(block: NonNull<VmHeader>, at: u32) {
    ROOTS.with_borrow_mut(|roots| roots.leave(block, at));
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

/// Returns the memory of a dead array or reference of `bytes`, now or when it leaves the root buffer.
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

/// Whether it was known where an array or a reference is in the root buffer, which it has left then.
#[inline(never)]
fn left_at_once(block: NonNull<VmHeader>) -> bool {
    let at = with_place(block, Cell::get);
    ROOTS.with_borrow_mut(|roots| roots.leave(block, at))
}

/// Leaves a dead block in the root buffer until many have died.
#[cold]
#[inline(never)]
fn linger(header: &VmHeader, bytes: usize) {
    header.word0.set(bytes as u32);
    header.word1.set((bytes >> 32) as u32);
    header.kind.set(Kind::Free);
    ROOTS.with_borrow_mut(|roots| {
        roots.live -= 1;
        roots.dead += 1;
        if roots.dead >= SWEEP.max(roots.places.len() / 8) {
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
        let at = roots.places.iter().rposition(|place| *place == Place::of(block));
        if let Some(at) = at {
            roots.leave(block, at as u32);
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
    ROOTS.with_borrow_mut(|roots| roots.due_at = roots.live + roots.threshold);
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
    ROOTS.with_borrow(|roots| roots.live)
}

/// Begins a collection: the roots that live, none of which is in the buffer any more. None when
/// there is no root, or a collection is under way.
pub(super) fn take() -> Option<Vec<NonNull<VmHeader>>> {
    let buffer = ROOTS.with_borrow_mut(|roots| {
        if roots.is_collecting || roots.live == 0 {
            roots.sweep();
            return None;
        }
        roots.is_collecting = true;
        (roots.empty, roots.live, roots.dead) = (NO_PLACE, 0, 0);
        Some(std::mem::take(&mut roots.places))
    })?;
    let live = |block: &NonNull<VmHeader>| !return_if_dead(*block);
    let roots: Vec<_> = buffer.into_iter().filter_map(Place::root).filter(live).collect();
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

/// Makes the next collection later when one that was due freed little, and twice as late when it found
/// nothing; sooner when it freed much.
pub fn adapt_threshold(freed: usize) {
    ROOTS.with_borrow_mut(|roots| {
        if roots.is_stressed {
            roots.due_at = 1;
            return;
        }
        let threshold = roots.threshold;
        roots.threshold = match freed {
            0 => threshold + stride(threshold),
            freed if freed < WORTHWHILE || roots.live >= threshold => threshold + THRESHOLD_STEP,
            _ => threshold.saturating_sub(stride(threshold / 2)).max(THRESHOLD_DEFAULT),
        }
        .min(THRESHOLD_MAX);
        roots.due_at = roots.threshold - 1;
    });
}

/// As many roots as a threshold has, in steps.
fn stride(threshold: usize) -> usize {
    (threshold / THRESHOLD_STEP * THRESHOLD_STEP).clamp(THRESHOLD_STEP, THRESHOLD_STRIDE)
}

/// Forgets all roots when the request's heap is reset.
pub(crate) fn reset() {
    ROOTS.with_borrow_mut(|roots| *roots = Roots::NEW);
    super::weak::reset();
}
