//! Elements of arrays, for machine code.

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

use runtime::array::{Array, Key};
use runtime::layout::VmHeader;
use runtime::object::has_doomed;
use runtime::value::{DataType, TypedValue, Value};

use super::{borrowed, owned, string_of};
use crate::frame::Cell;

fn address_of(found: Option<&Value>) -> u64 {
    found.map_or(0, |value| std::ptr::from_ref(value.unboxed()) as u64)
}

pub(super) extern "C" fn element_int(array: NonNull<VmHeader>, key: i64) -> u64 {
    address_of(borrowed(array).get_int(key))
}

pub(super) extern "C" fn element_str(array: NonNull<VmHeader>, key: u64) -> u64 {
    let key = string_of(key);
    let Some(key) = key.as_str() else { return 0 };
    address_of(borrowed(array).get(Key::of_str(key)))
}

pub(super) extern "C" fn find_int(array: NonNull<VmHeader>, key: i64) -> u64 {
    borrowed(array).get_int(key).map_or(0, |value| std::ptr::from_ref(value) as u64)
}

pub(super) extern "C" fn find_str(array: NonNull<VmHeader>, key: u64) -> u64 {
    let key = string_of(key);
    let Some(key) = key.as_str() else { return 0 };
    borrowed(array).get(Key::of_str(key)).map_or(0, |value| std::ptr::from_ref(value) as u64)
}

fn array_in<'a>(cell: NonNull<TypedValue>) -> Option<&'a mut Array> {
    Cell::from_ptr(cell).value_mut().as_array_mut()
}

/// Whether replacing a value cannot run anything.
fn is_quiet(old: Option<&Value>) -> bool {
    old.is_none_or(|old| old.tag() < DataType::Array)
}

fn set(cell: NonNull<TypedValue>, key: Key<'_>, (payload, tag): (u64, u64)) -> bool {
    let is_quiet = array_in(cell).is_some_and(|array| is_quiet(array.get(key)));
    is_quiet && put(cell, key, (payload, tag))
}

fn put(cell: NonNull<TypedValue>, key: Key<'_>, (payload, tag): (u64, u64)) -> bool {
    let work = || {
        let Some(array) = array_in(cell) else { return false };
        if array.get(key).is_some_and(|old| old.tag() == DataType::Ref) {
            return false;
        }
        let value = ManuallyDrop::new(owned(payload, tag));
        let stored = array.assign(key, Value::clone(&value)).is_ok();
        if stored {
            drop(ManuallyDrop::into_inner(value));
        }
        stored
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(false)
}

pub(super) extern "C" fn set_int(
    cell: NonNull<TypedValue>,
    key: i64,
    payload: u64,
    tag: u64,
) -> u64 {
    u64::from(set(cell, Key::Int(key), (payload, tag)))
}

pub(super) extern "C" fn put_int(
    cell: NonNull<TypedValue>,
    key: i64,
    payload: u64,
    tag: u64,
) -> u64 {
    let done = put(cell, Key::Int(key), (payload, tag));
    u64::from(done) << u32::from(has_doomed())
}

pub(super) extern "C" fn put_str(
    cell: NonNull<TypedValue>,
    key: u64,
    payload: u64,
    tag: u64,
) -> u64 {
    let key = string_of(key);
    let Some(key) = key.as_str() else { return 0 };
    let done = put(cell, Key::of_str(key), (payload, tag));
    u64::from(done) << u32::from(has_doomed())
}

pub(super) extern "C" fn set_str(
    cell: NonNull<TypedValue>,
    key: u64,
    payload: u64,
    tag: u64,
) -> u64 {
    let key = string_of(key);
    let Some(key) = key.as_str() else { return 0 };
    u64::from(set(cell, Key::of_str(key), (payload, tag)))
}

pub(super) extern "C" fn append(cell: NonNull<TypedValue>, payload: u64, tag: u64) -> u64 {
    let work = || {
        let Some(array) = array_in(cell) else { return false };
        let value = ManuallyDrop::new(owned(payload, tag));
        let stored = array.append(Value::clone(&value)).is_ok();
        if stored {
            drop(ManuallyDrop::into_inner(value));
        }
        stored
    };
    u64::from(catch_unwind(AssertUnwindSafe(work)).unwrap_or(false))
}

pub(super) extern "C" fn separate(cell: NonNull<TypedValue>) -> u64 {
    let work = || array_in(cell).is_some_and(|array| array.make_unique(0).is_ok());
    u64::from(catch_unwind(AssertUnwindSafe(work)).unwrap_or(false))
}

pub(super) extern "C" fn count(array: NonNull<VmHeader>) -> u64 {
    borrowed(array).len() as u64
}

pub(super) extern "C" fn next_ref(iter: NonNull<TypedValue>, to: NonNull<TypedValue>) -> u64 {
    let (iter, to) = (Cell::from_ptr(iter), Cell::from_ptr(to));
    if let Some(reference) = crate::dispatch::fast::next_known_reference(iter) {
        to.init(reference.clone());
        return 1;
    }
    let work = || crate::dispatch::fast::next_reference::<false>(iter).flatten();
    let next = catch_unwind(AssertUnwindSafe(work)).unwrap_or(None);
    let Some((_, reference)) = next else { return 0 };
    to.init(Value::from(reference));
    1
}
