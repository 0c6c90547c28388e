//! The search: what is reachable from some blocks, and which of it only each other hold.
//!
//! Counts are taken away for every way from one reached block to another. What then has counts left
//! is held from outside, and all it reaches lives. The counts are given back before the search ends.
//!
//! # Invariants
//! - Y3: while a search runs, no other code does; a reached block has the flag REACHED and is in
//!   the list once.
//! - Y4: a block that was found alive has [`ALIVE`] added to its count.

use std::collections::HashMap;
use std::ptr::NonNull;

use super::super::instance::ObjectFlags;
use super::super::lazy;
use super::weak::{self, Entry};
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType};

/// Above any count.
const ALIVE: i32 = 1 << 30;

/// A search that has taken the counts away.
pub(super) struct Search {
    reached: Vec<NonNull<VmHeader>>,
    /// Entries of weak maps, of which the map or the key was reached.
    entries: Vec<Entry>,
    /// Those of a map or a key.
    entries_of: HashMap<NonNull<VmHeader>, Vec<usize>>,
}

fn header<'a>(block: NonNull<VmHeader>) -> &'a VmHeader {
    // SAFETY: reached blocks are live: a root or a container's count keeps them.
    unsafe { block.as_ref() }
}

/// Calls `each` with the containers that a block holds, once per reference.
fn for_children(block: NonNull<VmHeader>, mut each: impl FnMut(NonNull<VmHeader>)) {
    let own = header(block);
    let is_map = own.kind.get() == Kind::Object && weak::is_map(own);
    let mut meet = |child: NonNull<VmHeader>| {
        // Counts may be taken away down to 0; below that are blocks that are never counted.
        if header(child).count.get() >= 0 && header(child).kind.get() != Kind::Resource {
            each(child);
        }
    };
    let children = Children::of(block);
    // The values of a weak map are entries.
    for index in usize::from(is_map)..children.length {
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
    }
}

/// Whether entries of weak maps may hang on a block.
fn is_weak(block: NonNull<VmHeader>) -> bool {
    let own = header(block);
    let marks = ObjectFlags::WEAKLY_REFERENCED | ObjectFlags::WEAK_MAP;
    own.kind.get() == Kind::Object && own.aux.get() & marks != 0
}

/// Whether a block was found alive, or was not reached.
fn is_alive(block: NonNull<VmHeader>) -> bool {
    header(block).flags.get() & flags::REACHED == 0 || header(block).count.get() >= ALIVE
}

fn add(block: NonNull<VmHeader>, change: i32) {
    let count = &header(block).count;
    count.set(count.get() + change);
}

impl Search {
    /// Reaches all that hangs on `roots`; `owned` blocks have a count that does not make them live.
    /// `None`, and no change, when memory for the search is refused.
    pub(super) fn new(roots: &[NonNull<VmHeader>], owned: &[NonNull<VmHeader>]) -> Option<Self> {
        let (reached, entries) = (Vec::new(), Vec::new());
        let mut search = Self { reached, entries, entries_of: HashMap::new() };
        let mut is_whole = roots.iter().all(|&root| search.reach(root));
        let mut done = 0;
        while is_whole && done < search.reached.len() {
            let block = search.reached[done];
            for_children(block, |child| is_whole = is_whole && search.reach(child));
            if is_whole {
                for_children(block, |child| add(child, -1));
                done += 1;
                is_whole = !is_weak(block) || search.reach_entries(block);
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

    /// Takes the entries of weak maps that hang on a block; false when memory is refused.
    fn reach_entries(&mut self, block: NonNull<VmHeader>) -> bool {
        for entry in weak::entries_of(block) {
            let known = self.entries_of.get(&entry.map).into_iter().flatten();
            if known.map(|&at| self.entries[at].key).any(|key| key == entry.key) {
                continue;
            }
            if !self.reach(entry.value) {
                return false;
            }
            add(entry.value, -1);
            let at = self.entries.len();
            self.entries.push(entry);
            self.entries_of.entry(entry.map).or_default().push(at);
            if entry.key != entry.map {
                self.entries_of.entry(entry.key).or_default().push(at);
            }
        }
        true
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
            let mut live = |child: NonNull<VmHeader>| {
                if header(child).count.get() < ALIVE {
                    add(child, ALIVE);
                    pending.push(child);
                }
            };
            for_children(block, &mut live);
            for &at in self.entries_of.get(&block).into_iter().flatten() {
                let entry = self.entries[at];
                if is_alive(entry.map) && is_alive(entry.key) {
                    live(entry.value);
                }
            }
        }
    }

    /// Gives back the counts that the first `done` blocks had of others, and takes the marks away.
    fn give_back(&mut self, done: usize) {
        for entry in &self.entries {
            add(entry.value, 1);
        }
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
