//! Which blocks are passed on every way to a block.

use stdx::id::Id;

use crate::unit::{BlockId, Unit};

/// The tree of immediate dominators, over reachable blocks.
#[derive(Debug, Default)]
pub(super) struct Dominance {
    /// By block, its place in reverse postorder; `None` when nothing reaches it.
    places: Vec<Option<u32>>,
    /// By place, the place of the immediate dominator.
    parents: Vec<u32>,
}

impl Dominance {
    pub fn of(unit: &Unit) -> Self {
        let order = crate::opt::order(unit).blocks;
        let mut places = vec![None; unit.blocks.len()];
        for (place, block) in order.iter().enumerate() {
            places[block.index()] = Some(place as u32);
        }
        let mut preds = vec![Vec::new(); order.len()];
        for (place, block) in order.iter().enumerate() {
            for edge in unit.edges(*block) {
                if let Some(succ) = places[edge.block.index()] {
                    preds[succ as usize].push(place as u32);
                }
            }
        }
        Self { places, parents: parents(&preds) }
    }

    /// Whether the entry reaches a block.
    pub fn reaches(&self, block: BlockId) -> bool {
        self.places[block.index()].is_some()
    }

    /// Whether every way to `b` passes `a`.
    pub fn dominates(&self, a: BlockId, b: BlockId) -> bool {
        let (Some(a), Some(mut b)) = (self.places[a.index()], self.places[b.index()]) else {
            return false;
        };
        while b > a {
            b = self.parents[b as usize];
        }
        a == b
    }
}

/// Immediate dominators by iteration over reverse postorder (Cooper, Harvey, Kennedy).
fn parents(preds: &[Vec<u32>]) -> Vec<u32> {
    const UNKNOWN: u32 = u32::MAX;
    let mut parents = vec![UNKNOWN; preds.len()];
    parents[0] = 0;
    let mut changed = true;
    while changed {
        changed = false;
        for place in 1..preds.len() {
            let known = preds[place].iter().copied().filter(|p| parents[*p as usize] != UNKNOWN);
            let meet = known.reduce(|a, b| common(&parents, a, b)).unwrap_or(0);
            changed |= std::mem::replace(&mut parents[place], meet) != meet;
        }
    }
    parents
}

fn common(parents: &[u32], mut a: u32, mut b: u32) -> u32 {
    while a != b {
        if a > b {
            a = parents[a as usize];
        } else {
            b = parents[b as usize];
        }
    }
    a
}
