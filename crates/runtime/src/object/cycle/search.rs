//! The search: what is reachable from some blocks, and which of it only each other hold.
//!
//! Counts are taken away for every way from one reached block to another. What then has counts left
//! is held from outside; it and all it reaches get their counts back. What is left is garbage.
//!
//! # Invariants
//! - Y3: while a search runs, no other code does; a block that was reached and is not known to live
//!   has the flag REACHED, and every reached block is in the list once.
//! - Y4: a block that has the flag has given away the counts of what it holds; one that lost the
//!   flag has given them back.

use std::collections::{HashMap, HashSet};
use std::ptr::NonNull;

use super::super::instance::ObjectFlags;
use super::super::lazy;
use super::beside::held_beside;
use super::weak::{self, Entry};
use crate::layout::{Kind, VmHeader, flags};
use crate::value::{Children, DataType, types};

/// A search that has taken the counts away.
#[derive(Default)]
pub(super) struct Search {
    reached: Vec<NonNull<VmHeader>>,
    /// How many of them have given away the counts of what they hold.
    done: usize,
    /// Entries of weak maps, of which the map or the key was reached.
    entries: Vec<Entry>,
    /// Their maps and keys.
    known: HashSet<(NonNull<VmHeader>, NonNull<VmHeader>)>,
    /// Which of them hold their value again.
    returned: Vec<bool>,
    /// Those of a map or a key.
    entries_of: HashMap<NonNull<VmHeader>, Vec<usize>>,
}

pub(super) fn header<'a>(block: NonNull<VmHeader>) -> &'a VmHeader {
    // SAFETY: reached blocks are live: a root or a container's count keeps them.
    unsafe { block.as_ref() }
}

/// Calls `each` with the containers that a block holds and that lead somewhere, once per reference.
pub(super) fn for_children(block: NonNull<VmHeader>, mut each: impl FnMut(NonNull<VmHeader>)) {
    let own = header(block);
    let is_map = own.kind.get() == Kind::Object && weak::is_map(own);
    let mut meet = |child: NonNull<VmHeader>| {
        // Counts may be taken away down to 0; below that are blocks that are never counted.
        let child_header = header(child);
        if child_header.count.get() >= 0 && !leads_nowhere(child_header) {
            each(child);
        }
    };
    let is_array = matches!(own.kind.get(), Kind::Packed | Kind::Shaped | Kind::Dict);
    let containers = types::ARRAY | types::OBJECT;
    if is_array && own.flags.get() & flags::MAY_HOLD_REF == 0 && own.aux.get() & containers == 0 {
        return;
    }
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
        if lazy::is_lazy_block(own)
            && let Some(source) = lazy::source_block(own)
        {
            meet(source);
        }
        if own.aux.get() & ObjectFlags::HOLDS_BESIDE != 0 {
            held_beside(own).into_iter().for_each(meet);
        }
    }
}

/// Whether nothing hangs on a block, so that it dies with what holds it.
fn leads_nowhere(own: &VmHeader) -> bool {
    const LEADS: u8 = ObjectFlags::MAY_BE_CYCLIC
        | ObjectFlags::HOLDS_BESIDE
        | ObjectFlags::DESTRUCTOR_DUE
        | ObjectFlags::WEAKLY_REFERENCED
        | ObjectFlags::WEAK_MAP;
    match own.kind.get() {
        Kind::Object => own.aux.get() & LEADS == 0,
        kind => kind == Kind::Resource,
    }
}

/// Whether entries of weak maps may hang on a block.
pub(super) fn is_weak(block: NonNull<VmHeader>) -> bool {
    let own = header(block);
    let marks = ObjectFlags::WEAKLY_REFERENCED | ObjectFlags::WEAK_MAP;
    own.kind.get() == Kind::Object && own.aux.get() & marks != 0
}

fn is_reached(block: NonNull<VmHeader>) -> bool {
    header(block).flags.get() & flags::REACHED != 0
}

/// Takes the flag from a block; whether it had it.
fn leave(block: NonNull<VmHeader>) -> bool {
    let marks = &header(block).flags;
    let was_reached = marks.get() & flags::REACHED != 0;
    marks.set(marks.get() & !flags::REACHED);
    was_reached
}

fn add(block: NonNull<VmHeader>, change: i32) {
    let count = &header(block).count;
    count.set(count.get() + change);
}

impl Search {
    /// The blocks that only each other hold among all that hangs on `roots`, as they were reached;
    /// `owned` blocks have a count that does not make them live. `None`, and no change, when memory
    /// for the search is refused.
    pub(super) fn garbage(
        roots: &[NonNull<VmHeader>],
        owned: &[NonNull<VmHeader>],
    ) -> Option<Vec<NonNull<VmHeader>>> {
        let mut search = Self::default();
        let is_whole = search.reserve(roots.len());
        if is_whole {
            let passed = weak::arrays();
            let ways = roots.iter().filter(|root| passed.is_empty() || !passed.contains(root));
            ways.for_each(|&root| search.reach(root));
        }
        if !is_whole || !search.take_away() {
            search.give_up();
            return None;
        }
        for &block in owned {
            add(block, -1);
        }
        search.find_alive();
        for &block in owned {
            add(block, 1);
        }
        search.reached.retain(|&block| is_reached(block));
        search.give_back();
        Some(std::mem::take(&mut search.reached))
    }

    fn reserve(&mut self, more: usize) -> bool {
        self.reached.try_reserve(more).is_ok()
    }

    /// Reaches what hangs on the reached blocks, and takes their counts of it away. False when
    /// memory is refused.
    fn take_away(&mut self) -> bool {
        while let Some(&block) = self.reached.get(self.done) {
            // One for what a lazy object holds beside its slots.
            let beside = match header(block).kind.get() {
                Kind::Object if header(block).aux.get() & ObjectFlags::HOLDS_BESIDE != 0 => {
                    held_beside(header(block)).len() + 1
                }
                Kind::Object => 1,
                _ => 0,
            };
            if !self.reserve(Children::of(block).length + beside) {
                return false;
            }
            for_children(block, |child| {
                add(child, -1);
                self.reach(child);
            });
            self.done += 1;
            if is_weak(block) && !self.take_entries(block) {
                return false;
            }
        }
        true
    }

    /// Takes the entries of weak maps that hang on a block; false when memory is refused.
    fn take_entries(&mut self, block: NonNull<VmHeader>) -> bool {
        for entry in weak::entries_of(block) {
            if !self.known.insert((entry.map, entry.key)) {
                continue;
            }
            if !self.reserve(1) {
                return false;
            }
            add(entry.value, -1);
            self.reach(entry.value);
            let at = self.entries.len();
            self.entries.push(entry);
            self.returned.push(false);
            self.entries_of.entry(entry.map).or_default().push(at);
            if entry.key != entry.map {
                self.entries_of.entry(entry.key).or_default().push(at);
            }
        }
        true
    }

    /// Memory was reserved.
    fn reach(&mut self, block: NonNull<VmHeader>) {
        let marks = &header(block).flags;
        if marks.get() & flags::REACHED == 0 {
            marks.set(marks.get() | flags::REACHED);
            self.reached.push(block);
        }
    }

    /// Takes the flag from what is held from outside, and from all it reaches.
    fn find_alive(&mut self) {
        let mut pending: Vec<NonNull<VmHeader>> = Vec::new();
        for at in 0..self.reached.len() {
            let block = self.reached[at];
            if is_reached(block) && header(block).count.get() > 0 {
                leave(block);
                pending.push(block);
            }
            while let Some(block) = pending.pop() {
                let mut live = |child: NonNull<VmHeader>| {
                    add(child, 1);
                    if leave(child) {
                        pending.push(child);
                    }
                };
                for_children(block, &mut live);
                for &at in self.entries_of.get(&block).into_iter().flatten() {
                    let entry = self.entries[at];
                    if !self.returned[at] && !is_reached(entry.map) && !is_reached(entry.key) {
                        self.returned[at] = true;
                        live(entry.value);
                    }
                }
            }
        }
    }

    /// Gives back the counts that garbage had, and takes the flags away.
    fn give_back(&self) {
        for (entry, is_returned) in self.entries.iter().zip(&self.returned) {
            if !is_returned {
                add(entry.value, 1);
            }
        }
        for &block in &self.reached {
            for_children(block, |child| add(child, 1));
            leave(block);
        }
    }

    /// Undoes what was done before memory was refused.
    fn give_up(&mut self) {
        for &block in &self.reached {
            leave(block);
        }
        self.reached.truncate(self.done);
        self.give_back();
    }
}
