//! Loops, and an order of the blocks that keeps each together.
//!
//! # Invariants
//! - Only blocks that the entry reaches are in the order; the entry is first.
//! - Of a block's successors the one that is hotter and deeper in loops comes later in the visit
//!   and so sooner in the order; a loop's blocks stay consecutive.

use stdx::id::{Id, IdVec};

use crate::unit::{BlockId, Edge, Unit};

/// A header with the blocks from which it is reached again.
#[derive(Debug)]
pub(crate) struct Loop {
    pub header: BlockId,
    pub blocks: Vec<BlockId>,
}

/// Reachable blocks in an order for allocation, and the loops among them.
#[derive(Debug)]
pub(crate) struct Order {
    pub blocks: Vec<BlockId>,
    pub loops: Vec<Loop>,
}

/// Orders the blocks of a unit.
pub(crate) fn order(unit: &Unit) -> Order {
    let flat: Depths = unit.blocks.ids().map(|_| 0).collect();
    let mut visit = Visit::new(unit, &flat);
    visit.run();
    let back_edges = std::mem::take(&mut visit.back_edges);
    if back_edges.is_empty() {
        return Order { blocks: visit.reversed(), loops: Vec::new() };
    }
    let loops = find_loops(unit, &back_edges);
    let mut depths = flat.clone();
    for block in loops.iter().flat_map(|l| &l.blocks) {
        depths[*block] += 1;
    }
    let mut visit = Visit::new(unit, &depths);
    visit.run();
    Order { blocks: visit.reversed(), loops }
}

type Depths = IdVec<BlockId, u32>;

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

struct Visit<'u> {
    unit: &'u Unit,
    depths: &'u Depths,
    states: Vec<State>,
    post: Vec<BlockId>,
    back_edges: Vec<(BlockId, BlockId)>,
}

impl<'u> Visit<'u> {
    fn new(unit: &'u Unit, depths: &'u Depths) -> Self {
        let states = vec![State::New; unit.blocks.len()];
        Self { unit, depths, states, post: Vec::new(), back_edges: Vec::new() }
    }

    /// The successors of a block, the one to come last in the order first.
    fn successors(&self, block: BlockId) -> [Option<Edge>; 2] {
        let mut edges = self.unit.edges(block);
        let (taken, next) = (edges.next(), edges.next());
        let rank = |edge: Option<Edge>| {
            edge.map(|e| (std::cmp::Reverse(self.unit.blocks[e.block].area), self.depths[e.block]))
        };
        if rank(taken) > rank(next) { [next, taken] } else { [taken, next] }
    }

    fn run(&mut self) {
        let mut stack = vec![(self.unit.entry(), 0usize)];
        self.states[self.unit.entry().index()] = State::Open;
        while let Some((block, step)) = stack.last_mut() {
            let block = *block;
            let successor = self.successors(block).get(*step).copied().flatten();
            let finished = *step >= 2;
            *step += 1;
            if finished {
                self.states[block.index()] = State::Done;
                self.post.push(block);
                stack.pop();
            } else if let Some(Edge { block: succ, .. }) = successor {
                match self.states[succ.index()] {
                    State::New => {
                        self.states[succ.index()] = State::Open;
                        stack.push((succ, 0));
                    }
                    State::Open => self.back_edges.push((block, succ)),
                    State::Done => {}
                }
            }
        }
    }

    fn reversed(mut self) -> Vec<BlockId> {
        self.post.reverse();
        self.post
    }
}

/// The natural loops of the back edges, one a header.
fn find_loops(unit: &Unit, back_edges: &[(BlockId, BlockId)]) -> Vec<Loop> {
    let mut preds: IdVec<BlockId, Vec<BlockId>> = unit.blocks.ids().map(|_| Vec::new()).collect();
    for block in unit.blocks.ids() {
        unit.edges(block).for_each(|edge| preds[edge.block].push(block));
    }
    let mut headers: Vec<BlockId> = back_edges.iter().map(|(_, header)| *header).collect();
    headers.sort();
    headers.dedup();
    let body = |header: BlockId| {
        let mut blocks = vec![header];
        let mut inside = vec![false; unit.blocks.len()];
        inside[header.index()] = true;
        let mut work: Vec<BlockId> =
            back_edges.iter().filter(|(_, h)| *h == header).map(|(latch, _)| *latch).collect();
        while let Some(block) = work.pop() {
            if !std::mem::replace(&mut inside[block.index()], true) {
                blocks.push(block);
                work.extend(&preds[block]);
            }
        }
        Loop { header, blocks }
    };
    headers.into_iter().map(body).collect()
}
