//! The search: what is reachable from some blocks, and which of it only each other hold.
//!
//! Counts are taken away for every way from one reached block to another. What then has counts left
//! is held from outside, and all it reaches lives. The counts are given back before the search ends.
//!
//! # Invariants
//! - Y3: while a search runs, no other code does; a reached block has the flag REACHED and is in
//!   the list once.
//! - Y4: a block that was found alive has [`ALIVE`] added to its count.

use std::ptr::NonNull;

use super::super::lazy;
use super::weak;
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType};

/// Above any count.
const ALIVE: i32 = 1 << 30;

/// A search that has taken the counts away.
pub(super) struct Search {
    reached: Vec<NonNull<VmHeader>>,
}

fn header<'a>(block: NonNull<VmHeader>) -> &'a VmHeader {
    // SAFETY: reached blocks are live: a root or a container's count keeps them.
    unsafe { block.as_ref() }
}

/// Calls `each` with the containers that a block holds, once per reference.
fn for_children(block: NonNull<VmHeader>, mut each: impl FnMut(NonNull<VmHeader>)) {
    let own = header(block);
    if own.kind.get() == Kind::Object && weak::is_map(own) {
        // Its values hang on the keys.
        return;
    }
    let mut meet = |child: NonNull<VmHeader>| {
        // Counts may be taken away down to 0; below that are blocks that are never counted.
        if header(child).count.get() >= 0 && header(child).kind.get() != Kind::Resource {
            each(child);
        }
    };
    let children = Children::of(block);
    for index in 0..children.length {
        // SAFETY: the container's words are initialised up to `length`.
        let word = unsafe { children.slot(index).read() };
        if word.tag.is_counted() && word.tag != DataType::String {
            meet(word.block());
        }
    }
    if own.kind.get() == Kind::Object {
        if let Some(source) = lazy::source_block(own) {
            meet(source);
        }
        weak::for_values(own, &mut meet);
    }
}

fn add(block: NonNull<VmHeader>, change: i32) {
    let count = &header(block).count;
    count.set(count.get() + change);
}

impl Search {
    /// Reaches all that hangs on `roots`; `owned` blocks have a count that does not make them live.
    /// `None`, and no change, when memory for the search is refused.
    pub(super) fn new(roots: &[NonNull<VmHeader>], owned: &[NonNull<VmHeader>]) -> Option<Self> {
        let mut search = Self { reached: Vec::new() };
        let mut is_whole = roots.iter().all(|&root| search.reach(root));
        let mut done = 0;
        while is_whole && done < search.reached.len() {
            let block = search.reached[done];
            for_children(block, |child| is_whole = is_whole && search.reach(child));
            if is_whole {
                for_children(block, |child| add(child, -1));
                done += 1;
            }
        }
        if !is_whole {
            search.give_back(done);
            return None;
        }
        for &block in owned {
            add(block, -1);
        }
        search.find_alive();
        for &block in owned {
            add(block, 1);
        }
        Some(search)
    }

    /// False when memory is refused.
    fn reach(&mut self, block: NonNull<VmHeader>) -> bool {
        let marks = &header(block).flags;
        if marks.get() & flags::REACHED != 0 {
            return true;
        }
        if self.reached.try_reserve(1).is_err() {
            return false;
        }
        marks.set(marks.get() | flags::REACHED);
        self.reached.push(block);
        true
    }

    /// Marks what is held from outside, and all it reaches.
    fn find_alive(&mut self) {
        let mut pending: Vec<NonNull<VmHeader>> = Vec::new();
        let held = |block: &&NonNull<VmHeader>| header(**block).count.get() > 0;
        pending.extend(self.reached.iter().filter(held));
        for &block in &pending {
            add(block, ALIVE);
        }
        while let Some(block) = pending.pop() {
            for_children(block, |child| {
                if header(child).count.get() < ALIVE {
                    add(child, ALIVE);
                    pending.push(child);
                }
            });
        }
    }

    /// Gives back the counts that the first `done` blocks had of others, and takes the marks away.
    fn give_back(&mut self, done: usize) {
        for &block in &self.reached[..done] {
            for_children(block, |child| add(child, 1));
        }
        for &block in &self.reached {
            let marks = &header(block).flags;
            marks.set(marks.get() & !flags::REACHED);
        }
    }

    /// Ends the search: the blocks that nothing outside holds, as they were reached.
    pub(super) fn finish(mut self) -> Vec<NonNull<VmHeader>> {
        let is_alive: Vec<bool> = self
            .reached
            .iter()
            .map(|&block| {
                let is_alive = header(block).count.get() >= ALIVE;
                if is_alive {
                    add(block, -ALIVE);
                }
                is_alive
            })
            .collect();
        self.give_back(self.reached.len());
        let mut alive = is_alive.into_iter();
        self.reached.retain(|_| alive.next() == Some(false));
        std::mem::take(&mut self.reached)
    }
}
