//! Which roots may be garbage.
//!
//! Most collections find nothing, and the search walks all that lives to find that out. Garbage is held
//! by cycles, and the last owner outside that a cycle lost had one of its own blocks, which is a root.
//! So a root that no cycle goes through, as one sees from the few blocks that hang on it, or that running
//! code holds, need not be searched: if nothing is found without those, nothing would be with them.

use std::collections::HashSet;
use std::ptr::NonNull;

use super::search::{for_children, header, is_weak};
use crate::layout::{Kind, VmHeader};
use crate::value::{Children, DataType, Value};

/// A root on which more hangs may be part of a cycle.
const BLOCKS_MAX: usize = 16;
/// When more than one root in so many is suspected, it is less work to search them all.
const SUSPECTED_SHARE: usize = 8;
/// So many may be suspected in any case.
const SUSPECTED: usize = 32;

/// The blocks that running code holds: what it leads to is not garbage.
#[derive(Default)]
pub struct Held(HashSet<NonNull<VmHeader>>);

impl Held {
    /// Notes a value that is held.
    pub fn note(&mut self, value: &Value) {
        let word = value.as_raw();
        if word.tag.is_counted() && word.tag != DataType::String {
            self.note_block(word.block());
        }
    }

    /// Notes the block of a container that is held.
    pub fn note_block(&mut self, block: NonNull<VmHeader>) {
        self.0.insert(block);
    }

    /// Notes what the objects among some roots have in their slots, if they are held: nothing is known of
    /// those that are no roots.
    fn note_children(&mut self, roots: &[NonNull<VmHeader>]) {
        let is_held = |root: &&NonNull<VmHeader>| {
            header(**root).kind.get() == Kind::Object && self.0.contains(*root)
        };
        let held: Vec<_> = roots.iter().filter(is_held).copied().collect();
        for root in held {
            if !is_weak(root) && Children::of(root).length <= BLOCKS_MAX {
                for_children(root, |child| {
                    self.0.insert(child);
                });
            }
        }
    }
}

/// The roots among which there is one of every cycle that is garbage. None when that may be most of them.
pub(super) fn suspects(
    roots: &[NonNull<VmHeader>],
    mut held: Held,
) -> Option<Vec<NonNull<VmHeader>>> {
    let mut pending = Vec::with_capacity(BLOCKS_MAX);
    held.note_children(roots);
    let mut suspects = Vec::new();
    for (index, &root) in roots.iter().enumerate() {
        if may_return(root, &mut pending) && !held.0.contains(&root) {
            suspects.push(root);
            if suspects.len() > SUSPECTED + index / SUSPECTED_SHARE {
                return None;
            }
        }
    }
    Some(suspects)
}

/// Whether some way from a root may lead back to it.
fn may_return(root: NonNull<VmHeader>, pending: &mut Vec<NonNull<VmHeader>>) -> bool {
    pending.clear();
    pending.push(root);
    let (mut met, mut returns) = (0, false);
    while let Some(block) = pending.pop() {
        if is_weak(block) || Children::of(block).length > BLOCKS_MAX {
            return true;
        }
        for_children(block, |child| {
            met += 1;
            returns |= child == root;
            pending.push(child);
        });
        if returns || met > BLOCKS_MAX {
            return true;
        }
    }
    false
}
