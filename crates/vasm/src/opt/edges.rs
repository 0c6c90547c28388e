//! Critical edges get a block of their own, where moves for the successor's parameters can go.

use stdx::id::Id;

use crate::inst::Inst;
use crate::unit::{BlockId, Edge, List, Unit};

/// Splits every edge from a block with two successors to a block with two predecessors.
pub(crate) fn split_critical(unit: &mut Unit) {
    let mut preds = vec![0u32; unit.blocks.len()];
    for block in unit.blocks.ids() {
        unit.edges(block).for_each(|edge| preds[edge.block.index()] += 1);
    }
    for block in unit.blocks.ids() {
        if let Some(&Inst::Jcc { cc, s, taken, next }) = unit.blocks[block].insts.last() {
            let mut split = |edge: Edge| {
                if preds[edge.block.index()] > 1 {
                    through_new_block(unit, block, edge)
                } else {
                    edge
                }
            };
            let (taken, next) = (split(taken), split(next));
            let insts = &mut unit.blocks[block].insts;
            insts.pop();
            insts.push(Inst::Jcc { cc, s, taken, next });
        }
    }
}

fn through_new_block(unit: &mut Unit, from: BlockId, edge: Edge) -> Edge {
    let area = unit.blocks[from].area.max(unit.blocks[edge.block].area);
    let block = unit.add_block(area);
    unit.blocks[block].insts.push(Inst::Jmp { to: edge });
    Edge { block, args: List::default() }
}
