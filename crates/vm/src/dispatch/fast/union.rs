//! `+` of arrays.

use runtime::array::Array;
use runtime::value::{DataType, Value};

use super::Dest;
use super::arith::{consume_one, is_stack_item};
use crate::frame::{Cell, Fp};

/// Puts the union of two arrays where the result goes, and consumes those of them that are stack
/// items; false, and nothing was done but what is done again, when there is more to it.
#[inline(never)]
pub(super) fn unite<D: Dest>(fp: Fp, (left, right): (Cell, Cell), dest: Cell) -> bool {
    let Some(other) = right.unboxed().value().as_array() else { return false };
    if left.unboxed().tag() != DataType::Array || (D::IS_LOCAL && dest.tag() == DataType::Ref) {
        return false;
    }
    let is_movable = is_stack_item(fp, left) || (D::IS_LOCAL && left.address() == dest.address());
    let Some(sum) = sum(left, is_movable && left.address() != right.address(), other) else {
        return false;
    };
    consume_one(fp, left);
    consume_one(fp, right);
    let old = if D::IS_LOCAL { dest.take() } else { Value::UNINIT };
    dest.init(sum);
    drop(old);
    true
}

/// The union, made of the left array itself where that may be and no other value shares it; none
/// without memory.
fn sum(left: Cell, is_movable: bool, right: &Array) -> Option<Value> {
    if is_movable && let Some(array) = own(left) {
        array.unite(right).ok()?;
        return Some(left.take());
    }
    union(left.unboxed().value().as_array()?, right)
}

/// The array in a cell, when nothing tells it from a copy.
fn own<'a>(cell: Cell) -> Option<&'a mut Array> {
    cell.value_mut().as_array_mut().filter(|array| array.is_as_copied())
}

fn union(left: &Array, right: &Array) -> Option<Value> {
    let mut sum = left.clone();
    sum.unite(right).ok()?;
    Some(Value::from(sum))
}
