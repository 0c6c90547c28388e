//! Weak maps, as the collector sees them: a value lives when its key and its map do.
//!
//! A weak map keeps its values in an array in its first slot, by the numbers of its keys. The
//! search does not go through that array, but takes each entry by itself, when it comes to the map
//! or to the key. No two maps share an array.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::super::instance::{Object, ObjectFlags, block_by_number, by_number};
use crate::array::Key;
use crate::layout::VmHeader;
use crate::value::DataType;

thread_local! {
    /// The maps that have an entry for an object, by the numbers of both.
    static HOLDERS: RefCell<HashMap<u32, Vec<u32>>> = RefCell::new(HashMap::new());
}

/// Says that a weak map has an entry for an object.
pub fn note_entry(map: &Object, key: u32) {
    map.set_weak_map();
    if let Some(key) = by_number(key) {
        key.set_may_be_cyclic();
    }
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

/// The arrays of all maps, which the search does not go through.
pub(super) fn arrays() -> HashSet<NonNull<VmHeader>> {
    let maps: HashSet<u32> =
        HOLDERS.with_borrow(|holders| holders.values().flatten().copied().collect());
    let array = |map: u32| {
        // SAFETY: as in `entry`.
        let object = ManuallyDrop::new(unsafe { Object::from_block(block_by_number(map)?) });
        let word = object.slot(0).as_raw();
        word.tag.is_counted().then(|| word.block())
    };
    maps.into_iter().filter_map(array).collect()
}

pub(super) fn is_map(header: &VmHeader) -> bool {
    header.aux.get() & ObjectFlags::WEAK_MAP != 0
}

/// An entry of a weak map, whose value is a counted container.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub map: NonNull<VmHeader>,
    pub key: NonNull<VmHeader>,
    pub value: NonNull<VmHeader>,
}

/// The value of a map for a key.
fn entry(map: u32, key: u32) -> Option<Entry> {
    let (map, key_block) = (block_by_number(map)?, block_by_number(key)?);
    // SAFETY: a live object; the handle is not dropped, so no count is taken or given up.
    let object = ManuallyDrop::new(unsafe { Object::from_block(map) });
    let word = object.slot(0).as_array()?.get_int(key.into())?.as_raw();
    let is_container = word.tag.is_counted() && word.tag != DataType::String;
    is_container.then(|| Entry { map, key: key_block, value: word.block() })
}

/// The entries of which an object is the map or the key.
pub(super) fn entries_of(block: NonNull<VmHeader>) -> Vec<Entry> {
    // SAFETY: the caller reached the block, so it is live.
    let header = unsafe { block.as_ref() };
    let id = header.word1.get();
    let mut found = Vec::new();
    if is_map(header) {
        // SAFETY: as in `entry`.
        let object = ManuallyDrop::new(unsafe { Object::from_block(block) });
        let values = object.slot(0).as_array().into_iter().flatten();
        found.extend(values.filter_map(|(key, _)| match key {
            Key::Int(key) => entry(id, key as u32),
            Key::Str(_) => None,
        }));
    }
    if header.aux.get() & ObjectFlags::WEAKLY_REFERENCED != 0 {
        let maps = HOLDERS.with_borrow(|holders| holders.get(&id).cloned());
        found.extend(maps.into_iter().flatten().filter_map(|map| entry(map, id)));
    }
    found
}

pub(super) fn reset() {
    HOLDERS.with_borrow_mut(HashMap::clear);
}
