//! Capacities of dicts: one byte of the header says how many elements and buckets there are.
//!
//! Codes up to 8 are capacities without an index. Above, code `c` has 2^(c − 5) buckets and as
//! many elements, as PHP's tables have: when one is full shows in places (see `place`).

use crate::heap::size::block_bytes;
use crate::layout::{VmDict, VmElement};

/// The largest capacity that is searched in order, without an index.
const UNINDEXED_MAX: u8 = 8;
const CODES: usize = 36;

struct Row {
    bytes: usize,
    capacity: u32,
}

const ROWS: [Row; CODES] = {
    let mut rows = [const { Row { bytes: 0, capacity: 0 } }; CODES];
    let mut code = 0;
    while code < CODES {
        let index = buckets(code as u8) * 4;
        let least = if index == 0 { code } else { index / 4 };
        let fixed = size_of::<VmDict>() + index;
        let bytes = block_bytes(fixed + least * size_of::<VmElement>());
        rows[code] = Row { bytes, capacity: least as u32 };
        code += 1;
    }
    rows
};

/// One entry per byte, so that reading needs no bounds check.
const CAPACITY: [u32; 256] = {
    let mut capacities = [0; 256];
    let mut code = 0;
    while code < CODES {
        capacities[code] = ROWS[code].capacity;
        code += 1;
    }
    capacities
};

/// Whether dicts with this code have an index.
#[inline]
pub(super) const fn is_indexed(code: u8) -> bool {
    code > UNINDEXED_MAX
}

/// Logarithm of the number of buckets of an indexed code.
#[inline]
pub(super) const fn log2(code: u8) -> u32 {
    code as u32 - 5
}

/// Number of buckets.
#[inline]
pub(super) const fn buckets(code: u8) -> usize {
    if is_indexed(code) { 1 << log2(code) } else { 0 }
}

/// Number of elements.
#[inline]
pub(super) fn capacity(code: u8) -> u32 {
    CAPACITY[usize::from(code)]
}

/// Size of the block.
#[inline]
pub(super) fn bytes(code: u8) -> usize {
    ROWS[usize::from(code)].bytes
}

/// The smallest code with this capacity, or `None` when it is beyond all.
pub(super) fn code_for(capacity: usize) -> Option<u8> {
    if capacity <= usize::from(UNINDEXED_MAX) {
        return Some(capacity.max(1) as u8);
    }
    let row = ROWS[9..].iter().position(|row| row.capacity as usize >= capacity)?;
    Some(row as u8 + 9)
}

/// The code that about doubles the capacity of `code`, or `None` beyond all.
#[inline]
pub(super) const fn next(code: u8) -> Option<u8> {
    if code < UNINDEXED_MAX {
        let doubled = code * 2;
        return Some(if doubled < UNINDEXED_MAX { doubled } else { UNINDEXED_MAX });
    }
    if (code as usize) < CODES - 1 { Some(code + 1) } else { None }
}
