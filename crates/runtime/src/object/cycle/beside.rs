//! What objects hold outside their slots while a collection runs, as whoever keeps it tells.
//!
//! A fiber that is suspended holds what its frames hold. The interpreter says so before it looks
//! for garbage, and takes it back afterwards.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ptr::NonNull;

use super::super::instance::Object;
use crate::layout::VmHeader;
use crate::value::{DataType, Value};

thread_local! {
    /// By the object's number, once per count.
    static HELD: RefCell<HashMap<u32, Vec<NonNull<VmHeader>>>> = RefCell::new(HashMap::new());
}

/// Says that an object has a count of a value outside its slots.
pub fn note_held(owner: &Object, value: &Value) {
    let word = value.as_raw();
    if !word.tag.is_counted() || word.tag == DataType::String {
        return;
    }
    owner.set_holds_beside();
    HELD.with_borrow_mut(|held| held.entry(owner.id()).or_default().push(word.block()));
}

/// Takes back what was said of all objects.
pub fn forget_held() {
    HELD.with_borrow_mut(HashMap::clear);
}

/// What was said of an object.
pub(super) fn held_beside(header: &VmHeader) -> Vec<NonNull<VmHeader>> {
    HELD.with_borrow(|held| held.get(&header.word1.get()).cloned()).unwrap_or_default()
}
