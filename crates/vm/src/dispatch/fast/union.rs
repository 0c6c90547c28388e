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
    let (is_item, is_there) = (is_stack_item(fp, left), D::IS_LOCAL && left == dest);
    let own = own(left).filter(|_| (is_item || is_there) && left != right);
    let sum = match own {
        Some(array) => {
            if array.unite(other).is_err() {
                return false;
            }
            is_item.then(|| left.take())
        }
        None => {
            let array = left.unboxed().value().as_array();
            let Some(sum) = array.and_then(|array| union(array, other)) else { return false };
            consume_one(fp, left);
            Some(sum)
        }
    };
    consume_one(fp, right);
    let Some(sum) = sum else { return true };
    let old = if D::IS_LOCAL { dest.take() } else { Value::UNINIT };
    dest.init(sum);
    drop(old);
    true
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
