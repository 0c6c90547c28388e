//! The order in which blocks are emitted: areas apart, loops tested at the bottom.
//!
//! A loop that is tested at the top costs a jump each time round. Where its last block only jumps
//! back, the header moves behind it: the jump becomes the fall-through, and entering the loop
//! costs one jump instead.

use super::loops::{Loop, Order};
use crate::inst::Inst;
use crate::unit::{BlockId, Unit};

/// The blocks of `order`, hot before cold before frozen, loops rotated.
pub(crate) fn layout(unit: &Unit, order: &Order) -> Vec<BlockId> {
    let mut blocks = order.blocks.clone();
    blocks.sort_by_key(|b| unit.blocks[*b].area);
    let mut loops: Vec<&Loop> = order.loops.iter().collect();
    loops.sort_by_key(|l| l.blocks.len());
    for l in loops {
        rotate(unit, &mut blocks, l);
    }
    blocks
}

/// Moves the header of a loop behind its last block, where that saves a jump.
fn rotate(unit: &Unit, blocks: &mut [BlockId], l: &Loop) {
    let area = unit.blocks[l.header].area;
    let inside = |b: &BlockId| l.blocks.contains(b) && unit.blocks[*b].area == area;
    let Some(first) = blocks.iter().position(inside) else { return };
    let count = blocks[first..].iter().take_while(|b| inside(b)).count();
    let chain = &mut blocks[first..first + count];
    let leaves = unit.edges(l.header).any(|e| !l.blocks.contains(&e.block));
    let jumps_back = chain.last().is_some_and(|last| {
        matches!(unit.blocks[*last].insts.last(), Some(Inst::Jmp { to }) if to.block == l.header)
    });
    if chain[0] == l.header && first > 0 && count > 1 && leaves && jumps_back {
        chain.rotate_left(1);
    }
}
