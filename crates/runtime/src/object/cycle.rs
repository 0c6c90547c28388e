//! The cycle collector: finds blocks that only each other hold, and empties them.
//!
//! A block that loses an owner but lives may be the last thing outside that pointed into a cycle;
//! it becomes a *root*. When there are enough roots, everything reachable from them is counted:
//! a block whose count is explained by the others is garbage, unless something that is not
//! garbage reaches it. No count is changed by looking, so a search can be given up at any time.
//!
//! The caller runs the destructors between [`find_garbage`] and [`Garbage::release`], which looks
//! again, because a destructor may have stored an object somewhere.
//!
//! # Invariants
//! - Y1: a block in the root buffer has the flag BUFFERED; its memory is returned only when it has
//!   left the buffer, and until then a dead one has kind Free and its size in the first 8 bytes.
//! - Y2: a [`Garbage`] owns a count of each of its blocks.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ptr::NonNull;

use super::instance::{Object, ObjectFlags};
use crate::heap;
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType, TypedValue, Value, retain, types, unref, write_word};

/// Roots that start a collection at first.
const THRESHOLD_DEFAULT: usize = 10_001;
const THRESHOLD_STEP: usize = 10_000;
const THRESHOLD_MAX: usize = 1_000_000_000;
/// So many dead arrays and references, and an eighth of all roots, make it worth looking for them.
const SWEEP: usize = 256;
/// A collection that frees fewer makes the next one later.
const WORTHWHILE: usize = 100;

/// The root buffer. An object knows its place in it, so that its memory is used again at once.
struct Roots {
    /// `None` where a root has left.
    blocks: Vec<Option<NonNull<VmHeader>>>,
    /// Places where a root has left.
    left: Vec<u32>,
    /// Roots of kind Free.
    dead: usize,
    threshold: usize,
}

thread_local! {
    static ROOTS: RefCell<Roots> = const {
        RefCell::new(Roots {
            blocks: Vec::new(),
            left: Vec::new(),
            dead: 0,
            threshold: THRESHOLD_DEFAULT,
        })
    };
}

impl Roots {
    /// The place of the new root; `None` when memory for it is refused.
    fn enter(&mut self, block: NonNull<VmHeader>) -> Option<u32> {
        if let Some(at) = self.left.pop() {
            self.blocks[at as usize] = Some(block);
            return Some(at);
        }
        self.blocks.try_reserve(1).ok()?;
        // Whatever is in the buffer can leave it without asking for memory.
        self.left.try_reserve(self.blocks.len() + 1).ok()?;
        self.blocks.push(Some(block));
        u32::try_from(self.blocks.len() - 1).ok()
    }

    fn leave(&mut self, at: usize) {
        self.blocks[at] = None;
        self.left.push(at as u32);
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
    if header.flags.get() & flags::BUFFERED != 0 || !may_be_in_cycle(block, header) {
        return;
    }
    if let Some(at) = ROOTS.with_borrow_mut(|roots| roots.enter(block)) {
        header.flags.set(header.flags.get() | flags::BUFFERED);
        if header.kind.get() == Kind::Object {
            super::instance::set_root(header.word1.get(), at);
        }
    }
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
    if header.flags.get() & flags::BUFFERED != 0 {
        return linger(header, bytes);
    }
    // SAFETY: the block has this size, and nobody uses it again.
    unsafe { heap::free(block.cast(), bytes) };
}

/// Leaves a dead block in the root buffer until many have died.
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

/// Returns the memory of a dead object of `bytes` whose place in the root buffer, if it is there,
/// is `root`.
#[inline]
pub(super) fn retire_object(block: NonNull<VmHeader>, root: u32, bytes: usize) {
    // SAFETY: the block is dead but not yet returned.
    if unsafe { block.as_ref() }.flags.get() & flags::BUFFERED != 0 {
        ROOTS.with_borrow_mut(|roots| {
            if roots.blocks.get(root as usize) == Some(&Some(block)) {
                roots.leave(root as usize);
            }
        });
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

/// Whether there are enough roots for a collection.
pub fn is_due() -> bool {
    ROOTS.with_borrow(|roots| roots.count() >= roots.threshold)
}

/// How many roots there are.
pub fn root_count() -> usize {
    ROOTS.with_borrow(Roots::count)
}

/// Hashes addresses of blocks.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_usize(usize::from(byte));
        }
    }

    fn write_usize(&mut self, address: usize) {
        self.0 = (self.0 ^ address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32);
    }
}

/// A block that was reached, and how many others that were reached hold it.
struct Node {
    block: NonNull<VmHeader>,
    held: u32,
    is_live: bool,
}

/// What is reachable from some blocks.
#[derive(Default)]
struct Graph {
    nodes: Vec<Node>,
    numbers: HashMap<usize, u32, BuildHasherDefault<AddressHasher>>,
}

impl Graph {
    /// `None` when memory for the search is refused.
    fn reach(roots: &[NonNull<VmHeader>]) -> Option<Self> {
        let mut graph = Self::default();
        for &root in roots {
            graph.number(root)?;
        }
        let mut next = 0;
        while next < graph.nodes.len() {
            let block = graph.nodes[next].block;
            for child in children(block) {
                let number = graph.number(child)?;
                graph.nodes[number as usize].held += 1;
            }
            next += 1;
        }
        Some(graph)
    }

    fn number(&mut self, block: NonNull<VmHeader>) -> Option<u32> {
        let address = block.addr().get();
        if let Some(&number) = self.numbers.get(&address) {
            return Some(number);
        }
        self.nodes.try_reserve(1).ok()?;
        self.numbers.try_reserve(1).ok()?;
        let number = self.nodes.len() as u32;
        self.nodes.push(Node { block, held: 0, is_live: false });
        self.numbers.insert(address, number);
        Some(number)
    }

    /// Marks what is held from outside, `own` counts of each block aside, and all it reaches.
    fn mark_live(&mut self, own: u32) {
        let mut pending: Vec<u32> = Vec::new();
        for (number, node) in self.nodes.iter_mut().enumerate() {
            // SAFETY: reached blocks are live.
            let count = unsafe { node.block.as_ref() }.count.get();
            node.is_live = count as u32 > node.held + own;
            if node.is_live {
                pending.push(number as u32);
            }
        }
        while let Some(number) = pending.pop() {
            for child in children(self.nodes[number as usize].block) {
                let Some(&number) = self.numbers.get(&child.addr().get()) else { continue };
                let node = &mut self.nodes[number as usize];
                if !node.is_live {
                    node.is_live = true;
                    pending.push(number);
                }
            }
        }
    }

    fn garbage(&self) -> impl Iterator<Item = NonNull<VmHeader>> {
        self.nodes.iter().filter(|node| !node.is_live).map(|node| node.block)
    }
}

/// Counted containers that a block holds, once per reference.
fn children(block: NonNull<VmHeader>) -> impl Iterator<Item = NonNull<VmHeader>> {
    let children = Children::of(block);
    (0..children.length).filter_map(move |index| {
        // SAFETY: the container's words are initialised up to `length`.
        let word = unsafe { children.slot(index).read() };
        let is_container = word.tag.is_counted() && word.tag != DataType::String;
        let block = is_container.then(|| word.block())?;
        // SAFETY: the container owns a count, so the block is live.
        let header = unsafe { block.as_ref() };
        (header.count.get() > 0 && header.kind.get() != Kind::Resource).then_some(block)
    })
}

/// Blocks that only each other hold.
pub struct Garbage {
    blocks: Vec<NonNull<VmHeader>>,
}

/// Looks for garbage from all roots, and empties the root buffer.
pub fn find_garbage() -> Garbage {
    let roots = take_roots();
    let mut blocks = Vec::new();
    if let Some(mut graph) = Graph::reach(&roots) {
        graph.mark_live(0);
        blocks.extend(graph.garbage());
    }
    for &block in &blocks {
        retain(block);
    }
    Garbage { blocks }
}

/// The live roots; the memory of dead ones is returned.
fn take_roots() -> Vec<NonNull<VmHeader>> {
    let buffer = ROOTS.with_borrow_mut(|roots| {
        roots.left.clear();
        roots.dead = 0;
        std::mem::take(&mut roots.blocks)
    });
    let roots: Vec<_> =
        buffer.into_iter().flatten().filter(|&block| !return_if_dead(block)).collect();
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
        doomed
    }

    /// Empties and frees what is still garbage. Returns how many objects and arrays that were.
    pub fn release(self) -> usize {
        let mut freed = 0;
        if let Some(mut graph) = Graph::reach(&self.blocks) {
            graph.mark_live_beside(&self.blocks);
            let garbage: Vec<_> = graph.garbage().collect();
            for &block in &garbage {
                retain(block);
            }
            freed = garbage.iter().map(|&block| weight(block)).sum::<isize>().max(0) as usize;
            for &block in &garbage {
                empty(block);
            }
            for block in garbage {
                unref(block);
            }
        }
        drop(self);
        return_dead_roots();
        adapt_threshold(freed);
        freed
    }
}

impl Graph {
    /// As `mark_live`, where `owned` blocks have one count more that does not make them live.
    fn mark_live_beside(&mut self, owned: &[NonNull<VmHeader>]) {
        for block in owned {
            if let Some(&number) = self.numbers.get(&block.addr().get()) {
                self.nodes[number as usize].held += 1;
            }
        }
        self.mark_live(0);
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
    }
}

/// Takes all values out of a garbage block and gives up their counts.
fn empty(block: NonNull<VmHeader>) {
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

fn adapt_threshold(freed: usize) {
    ROOTS.with_borrow_mut(|roots| {
        if freed < WORTHWHILE {
            roots.threshold = (roots.threshold + THRESHOLD_STEP).min(THRESHOLD_MAX);
        } else if roots.threshold > THRESHOLD_DEFAULT {
            roots.threshold = (roots.threshold - THRESHOLD_STEP).max(THRESHOLD_DEFAULT);
        }
    });
}

/// Forgets all roots when the request's heap is reset.
pub(super) fn reset() {
    ROOTS.with_borrow_mut(|roots| {
        roots.blocks.clear();
        roots.left.clear();
        roots.dead = 0;
        roots.threshold = THRESHOLD_DEFAULT;
    });
}
