//! Strings, for machine code.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::LazyLock;

use hhbc::imm::StrLabels;
use runtime::layout::VmHeader;
use runtime::string::{Str, one_byte};
use runtime::value::{DataType, TypedValue};

use super::{block_of, borrowed, string_of};
use crate::dispatch::fast::{ShapePlace, append_to, join};
use crate::dispatch::{Constant, Texts};
use crate::frame::Cell;
use crate::func::PhpFunc;

/// The blocks of the strings of one byte, by byte.
static BYTES: LazyLock<[u64; 256]> =
    LazyLock::new(|| std::array::from_fn(|byte| block_of(Constant::string(one_byte(byte as u8)))));

/// The address of the addresses of the strings of one byte.
pub fn byte_strings() -> u64 {
    BYTES.as_ptr() as u64
}

/// What an operand of `join` and `append_text` is given up for.
const LEFT: u64 = 1;
const RIGHT: u64 = 2;

pub(super) extern "C" fn append_text(
    target: NonNull<TypedValue>,
    tail: NonNull<TypedValue>,
    consumed: u64,
) -> u64 {
    let (target, tail) = (Cell::from_ptr(target), Cell::from_ptr(tail));
    let work = || {
        let done = append_to(target, tail.unboxed());
        if done && consumed & RIGHT != 0 {
            drop(tail.take());
        }
        done
    };
    u64::from(catch_unwind(AssertUnwindSafe(work)).unwrap_or(false))
}

pub(super) extern "C" fn join_text(
    left: NonNull<TypedValue>,
    right: NonNull<TypedValue>,
    to: NonNull<TypedValue>,
    consumed: u64,
) -> u64 {
    let [left, right, to] = [left, right, to].map(Cell::from_ptr);
    let owned = (consumed & LEFT != 0, consumed & RIGHT != 0);
    let done = catch_unwind(AssertUnwindSafe(|| join((left, right), owned, to)));
    u64::from(done.unwrap_or(false))
}

pub(super) extern "C" fn same_text(left: u64, right: u64) -> u64 {
    let (left, right) = (string_of(left), string_of(right));
    u64::from(left.as_str().map(Str::as_bytes) == right.as_str().map(Str::as_bytes))
}

/// Whether the strings of a function's unit are never freed.
pub fn keeps_texts(php: &PhpFunc) -> bool {
    !php.unit().is_passing()
}

/// The address of the cases of a switch over strings, without the last, which is for all other strings.
/// They live as long as the process, as the strings must ([`keeps_texts`]).
pub fn text_cases(php: &PhpFunc, cases: &StrLabels) -> u64 {
    let names = cases.0.split_last().map_or(&[][..], |(_, names)| names);
    let texts = names.iter().map(|(name, _)| php.unit().str(*name)).collect();
    std::ptr::from_ref(Box::leak(Box::new(Texts(texts)))) as u64
}

pub(super) extern "C" fn case_of(string: u64, cases: &'static Texts) -> u64 {
    let string = string_of(string);
    string.as_str().map_or(cases.0.len(), |text| cases.find(text)) as u64
}

/// The address of a place for [`ShapePlace`], which lives as long as the process.
pub fn shape_place() -> u64 {
    std::ptr::from_ref(Box::leak(Box::<ShapePlace>::default())) as u64
}

pub(super) extern "C" fn element_named(
    array: NonNull<VmHeader>,
    key: u64,
    known: &'static ShapePlace,
) -> u64 {
    let (array, key) = (borrowed(array), string_of(key));
    let Some(name) = key.as_str() else { return 0 };
    let there = array.get_at_place(known.get(), name);
    let found = there.or_else(|| known.find(&array, name));
    let found = found.filter(|value| value.tag() != DataType::Ref);
    found.map_or(0, |value| std::ptr::from_ref(value) as u64)
}
