//! Which blocks every way to a block goes through.

use crate::unit::{BlockId, Unit};

/// The dominator tree. Blocks that cannot be reached are in no tree.
#[derive(Debug)]
pub struct Dominators {
    /// The position of each block in the order; `u32::MAX` when it cannot be reached.
    position: Vec<u32>,
    /// The immediate dominator of each position; that of a way is the root.
    parent: Vec<u32>,
}

/// The position above all ways.
const ROOT: u32 = 0;

impl Dominators {
    /// Of the blocks in `order`, which is the unit's.
    pub fn of(unit: &Unit, order: &[BlockId]) -> Self {
        let mut position = vec![u32::MAX; unit.blocks.len()];
        for (at, block) in order.iter().enumerate() {
            position[block.0 as usize] = at as u32 + 1;
        }
        let mut preds: Vec<Vec<u32>> = vec![Vec::new(); order.len() + 1];
        for way in &unit.ways {
            preds[position[way.0 as usize] as usize].push(ROOT);
        }
        for (at, block) in order.iter().enumerate() {
            for edge in unit.edges(*block) {
                preds[position[edge.block.0 as usize] as usize].push(at as u32 + 1);
            }
        }
        let mut parent = vec![u32::MAX; order.len() + 1];
        parent[0] = ROOT;
        let mut changed = true;
        while changed {
            changed = false;
            for at in 1..=order.len() {
                let known = preds[at].iter().copied().filter(|p| parent[*p as usize] != u32::MAX);
                let found = known.reduce(|a, b| meet(&parent, a, b));
                if let Some(found) = found
                    && parent[at] != found
                {
                    parent[at] = found;
                    changed = true;
                }
            }
        }
        Self { position, parent }
    }

    /// Whether every way to `below` goes through `above`.
    pub fn dominates(&self, above: BlockId, below: BlockId) -> bool {
        let above = self.position[above.0 as usize];
        let mut at = self.position[below.0 as usize];
        if at == u32::MAX || above == u32::MAX {
            return false;
        }
        while at > above {
            at = self.parent[at as usize];
        }
        at == above
    }

    /// The position of a block in the order; none when it cannot be reached.
    pub fn position(&self, block: BlockId) -> Option<u32> {
        let at = self.position[block.0 as usize];
        (at != u32::MAX).then_some(at)
    }

    /// The position of the immediate dominator of the block at a position; 0 is above all ways.
    pub fn parent(&self, position: u32) -> u32 {
        self.parent[position as usize]
    }
}

fn meet(parent: &[u32], mut a: u32, mut b: u32) -> u32 {
    while a != b {
        if a > b {
            a = parent[a as usize];
        } else {
            b = parent[b as usize];
        }
    }
    a
}
