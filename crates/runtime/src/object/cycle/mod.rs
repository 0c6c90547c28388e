//! The cycle collector: finds blocks that only each other hold, and empties them.
//!
//! A block that loses an owner but lives may be the last thing outside that pointed into a cycle;
//! it becomes a *root*. When there are enough roots, a collection is due at the next boundary: a
//! block whose count is explained by others that are reached is garbage, unless something that is
//! not garbage reaches it (`search`).
//!
//! The caller runs the destructors between [`find_garbage`] and [`Garbage::release`], which spares
//! what they may have stored somewhere: another collection finds what is garbage of it.
//!
//! # Invariants
//! - Y1: a block in the root buffer has the flag BUFFERED; its memory is returned only when it has
//!   left the buffer, and until then a dead one has kind Free and its size in the first 8 bytes.
//! - Y2: a [`Garbage`] owns a count of each of its blocks.

mod beside;
mod roots;
mod search;
mod suspect;
mod weak;

use std::collections::HashSet;
use std::ptr::NonNull;

pub use beside::{forget_held, note_held};
pub(super) use roots::leave;
pub(super) use roots::reset;
pub use roots::{
    adapt_threshold, is_collecting, postpone, resume, return_dead_roots, root_count, stress,
    take_due, threshold,
};
pub(crate) use roots::{possible_root, resize, retire};
use search::{Search, for_children, header};
pub use suspect::Held;
use suspect::suspects;
pub use weak::{forget_entry, note_entry};

use super::instance::{Object, ObjectFlags};
use super::numbers::{self, Numbers};
use crate::layout::{Kind, VmHeader};
use crate::value::{Children, DataType, TypedValue, Value, retain, unref, write_word};

/// Blocks that only each other hold. While there is one, no collection becomes due.
pub struct Garbage {
    blocks: Vec<NonNull<VmHeader>>,
    /// What objects with a destructor lead to: a later collection may free it.
    spared: Vec<NonNull<VmHeader>>,
}

/// Looks for garbage from all roots, and empties the root buffer. None when there is no root, or
/// a collection is under way. With what running code holds, it does not look far where there is none.
pub fn find_garbage(held: Option<Held>) -> Option<Garbage> {
    let roots = roots::take()?;
    let suspects = held.and_then(|held| suspects(&roots, held));
    let is_clean = suspects
        .is_some_and(|roots| Search::garbage(&roots, &[]).is_some_and(|found| found.is_empty()));
    let found = if is_clean { None } else { Search::garbage(&roots, &[]) };
    let blocks = found.unwrap_or_default();
    for &block in &blocks {
        retain(block);
    }
    Some(Garbage { blocks, spared: Vec::new() })
}

impl Garbage {
    /// Objects whose destructor must be called before [`release`](Self::release), in order. They
    /// no longer count as due.
    pub fn doomed(&mut self) -> Vec<Object> {
        let mut doomed = Vec::new();
        for &block in &self.blocks {
            let header = header(block);
            let is_due = is_object(block) && header.aux.get() & ObjectFlags::DESTRUCTOR_DUE != 0;
            if is_due {
                header.aux.set(header.aux.get() & !ObjectFlags::DESTRUCTOR_DUE);
                retain(block);
                // SAFETY: an object, whose count was just taken.
                doomed.push(unsafe { Object::from_block(block) });
            }
        }
        if !doomed.is_empty() {
            self.spare(&doomed);
        }
        doomed
    }

    /// Takes what objects lead to out of what is freed.
    fn spare(&mut self, objects: &[Object]) {
        let mut left: HashSet<NonNull<VmHeader>> = self.blocks.iter().copied().collect();
        let mut pending: Vec<NonNull<VmHeader>> = Vec::new();
        let mut meet = |block: NonNull<VmHeader>, pending: &mut Vec<NonNull<VmHeader>>| {
            if left.remove(&block) {
                pending.push(block);
            }
        };
        for object in objects {
            meet(object.block(), &mut pending);
        }
        while let Some(block) = pending.pop() {
            for_children(block, |child| meet(child, &mut pending));
        }
        let blocks = std::mem::take(&mut self.blocks);
        (self.blocks, self.spared) = blocks.into_iter().partition(|block| left.contains(block));
    }

    /// Empties and frees what no object with a destructor leads to, and the objects that die with
    /// that. Returns how many objects and arrays that were.
    pub fn release(mut self) -> usize {
        let weights: isize = self.blocks.iter().map(|&block| weight(block)).sum();
        let found = self.blocks.iter().filter(|block| is_object(**block)).count();
        let before = numbers::with(Numbers::departed);
        for &block in &self.blocks {
            empty(block);
        }
        for block in self.blocks.drain(..) {
            unref(block);
        }
        let died = (numbers::with(Numbers::departed) - before) as usize;
        drop(self);
        return_dead_roots();
        weights.saturating_add_unsigned(died.saturating_sub(found)).max(0) as usize
    }
}

fn is_object(block: NonNull<VmHeader>) -> bool {
    header(block).kind.get() == Kind::Object
}

/// How much a garbage block counts for: the array that holds an object's undeclared properties is
/// part of the object.
fn weight(block: NonNull<VmHeader>) -> isize {
    match header(block).kind.get() {
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
        for &block in self.blocks.iter().chain(&self.spared) {
            unref(block);
        }
        roots::end_collection();
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
