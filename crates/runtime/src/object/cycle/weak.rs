//! Weak maps, as the collector sees them: a value hangs on its key and not on the map.
//!
//! A weak map keeps its values in an array in its first slot, by the numbers of its keys. The
//! search goes from a key to the values under it and stops at the map. So what only its own map
//! and its value lead to is garbage, and a value whose key lives does.

use std::cell::RefCell;
use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::super::instance::{Object, ObjectFlags, block_by_number};
use crate::layout::VmHeader;

thread_local! {
    /// The maps that have an entry for an object, by the numbers of both.
    static HOLDERS: RefCell<HashMap<u32, Vec<u32>>> = RefCell::new(HashMap::new());
}

/// Says that a weak map has an entry for an object.
pub fn note_entry(map: &Object, key: u32) {
    map.set_weak_map();
    HOLDERS.with_borrow_mut(|holders| {
        let maps = holders.entry(key).or_default();
        if !maps.contains(&map.id()) {
            maps.push(map.id());
        }
    });
}

/// Says that the map with a number has no entry for an object any more.
pub fn forget_entry(map: u32, key: u32) {
    HOLDERS.with_borrow_mut(|holders| {
        let Some(maps) = holders.get_mut(&key) else { return };
        maps.retain(|known| *known != map);
        if maps.is_empty() {
            holders.remove(&key);
        }
    });
}

pub(super) fn is_map(header: &VmHeader) -> bool {
    header.aux.get() & ObjectFlags::WEAK_MAP != 0
}

/// Calls `each` with what weak maps hold for an object.
pub(super) fn for_values(key: &VmHeader, each: &mut dyn FnMut(NonNull<VmHeader>)) {
    if key.aux.get() & ObjectFlags::WEAKLY_REFERENCED == 0 {
        return;
    }
    let id = key.word1.get();
    let Some(maps) = HOLDERS.with_borrow(|holders| holders.get(&id).cloned()) else { return };
    for map in maps {
        let Some(map) = block_by_number(map) else { continue };
        // SAFETY: a live object; the handle is not dropped, so no count is taken or given up.
        let map = ManuallyDrop::new(unsafe { Object::from_block(map) });
        let Some(word) = map.slot(0).as_array().and_then(|values| values.get_int(id.into())) else {
            continue;
        };
        let word = word.as_raw();
        if word.tag.is_counted() && word.tag != crate::value::DataType::String {
            each(word.block());
        }
    }
}

pub(super) fn reset() {
    HOLDERS.with_borrow_mut(HashMap::clear);
}
