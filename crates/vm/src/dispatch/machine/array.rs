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
    found.map_or(0, |value| std::ptr::from_ref(value) as u64)
}

/// What `work` does at the key that a string is.
fn at_name(name: u64, work: impl FnOnce(Key<'_>) -> u64) -> u64 {
    string_of(name).as_str().map_or(0, |name| work(Key::of_str(name)))
}

pub(super) extern "C" fn element_int(array: NonNull<VmHeader>, key: i64) -> u64 {
    address_of(borrowed(array).get_int(key).map(Value::unboxed))
}

pub(super) extern "C" fn element_str(array: NonNull<VmHeader>, key: u64) -> u64 {
    at_name(key, |key| address_of(borrowed(array).get(key).map(Value::unboxed)))
}

pub(super) extern "C" fn find_int(array: NonNull<VmHeader>, key: i64) -> u64 {
    address_of(borrowed(array).get_int(key))
}

pub(super) extern "C" fn find_str(array: NonNull<VmHeader>, key: u64) -> u64 {
    at_name(key, |key| address_of(borrowed(array).get(key)))
}

fn array_in<'a>(cell: NonNull<TypedValue>) -> Option<&'a mut Array> {
    Cell::from_ptr(cell).value_mut().as_array_mut()
}

/// Whether replacing a value cannot run anything.
fn is_quiet(old: &Value) -> bool {
    old.tag() < DataType::Array
}

/// Lets the array in a cell take over a value, or leaves both as they are.
fn hand_over(
    cell: NonNull<TypedValue>,
    (payload, tag): (u64, u64),
    store: impl FnOnce(&mut Array, Value) -> bool,
) -> bool {
    let work = || {
        let Some(array) = array_in(cell) else { return false };
        let value = ManuallyDrop::new(owned(payload, tag));
        let stored = store(array, Value::clone(&value));
        if stored {
            drop(ManuallyDrop::into_inner(value));
        }
        stored
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(false)
}

fn set(cell: NonNull<TypedValue>, key: Key<'_>, word: (u64, u64)) -> u64 {
    u64::from(hand_over(cell, word, |array, value| {
        array.assign_where(key, value, is_quiet).unwrap_or(false)
    }))
}

fn put(cell: NonNull<TypedValue>, key: Key<'_>, word: (u64, u64)) -> u64 {
    let done = hand_over(cell, word, |array, value| {
        array.assign_where(key, value, |old| old.tag() != DataType::Ref).unwrap_or(false)
    });
    u64::from(done) << u32::from(has_doomed())
}

pub(super) extern "C" fn set_int(
    cell: NonNull<TypedValue>,
    key: i64,
    payload: u64,
    tag: u64,
) -> u64 {
    set(cell, Key::Int(key), (payload, tag))
}

pub(super) extern "C" fn put_int(
    cell: NonNull<TypedValue>,
    key: i64,
    payload: u64,
    tag: u64,
) -> u64 {
    put(cell, Key::Int(key), (payload, tag))
}

pub(super) extern "C" fn put_str(
    cell: NonNull<TypedValue>,
    key: u64,
    payload: u64,
    tag: u64,
) -> u64 {
    at_name(key, |key| put(cell, key, (payload, tag)))
}

pub(super) extern "C" fn set_str(
    cell: NonNull<TypedValue>,
    key: u64,
    payload: u64,
    tag: u64,
) -> u64 {
    at_name(key, |key| set(cell, key, (payload, tag)))
}

pub(super) extern "C" fn append(cell: NonNull<TypedValue>, payload: u64, tag: u64) -> u64 {
    u64::from(hand_over(cell, (payload, tag), |array, value| array.append(value).is_ok()))
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
