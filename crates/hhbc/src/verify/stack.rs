//! Stacks as the verifier sees them.
//!
//! A stack is a node that points at what lies under it; equal stacks are the same node, so that
//! comparing and branching cost nothing.

use crate::flags::Flavour;
use crate::imm::Param;

/// A slot of the stack, as far as it is known without running.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Slot {
    /// A value of this flavour, or of one of these.
    Item(Flavour),
    /// An argument of the pending call below.
    Arg {
        /// The parameter it is for.
        param: Param,
        /// Whether it was passed as a variable, and may be a reference.
        may_be_ref: bool,
        /// Whether it holds a spread.
        is_spread: bool,
    },
    /// A pending activation record.
    Call {
        /// How many arguments it will get.
        num_args: u32,
    },
}

/// One slot with all that lies under it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub under: u32,
    pub slot: Slot,
    /// How many slots there are up to this one.
    pub depth: u32,
    /// How many cells they take.
    pub cells: u32,
    /// How many arguments lie above the innermost pending record.
    pub args: u32,
    /// How many records are pending.
    pub calls: u32,
    /// How many cells lie below the innermost of them.
    record: u32,
    /// The first of the nodes that lie on this one: what was pushed last, most often the next too.
    above: u32,
    /// The next of the nodes that lie on the same one.
    beside: u32,
}

/// How many nodes there is room for at first.
const NODES_FIRST: usize = 16;

/// The empty stack.
pub(super) const EMPTY: u32 = 0;

#[derive(Debug)]
pub(super) struct Stacks {
    nodes: Vec<Node>,
}

impl Default for Stacks {
    fn default() -> Self {
        let slot = Slot::Item(Flavour::NONE);
        let (depth, cells, args, calls, record) = (0, 0, 0, 0, 0);
        let (under, above, beside) = (EMPTY, EMPTY, EMPTY);
        let mut nodes = Vec::with_capacity(NODES_FIRST);
        nodes.push(Node { under, slot, depth, cells, args, calls, record, above, beside });
        Self { nodes }
    }
}

impl Stacks {
    #[inline]
    pub(super) fn node(&self, stack: u32) -> Node {
        self.nodes[stack as usize]
    }

    /// The stack without its topmost slots.
    #[inline]
    pub(super) fn below(&self, stack: u32, count: usize) -> u32 {
        (0..count).fold(stack, |stack, _| self.nodes[stack as usize].under)
    }

    pub(super) fn push(&mut self, under: u32, slot: Slot) -> u32 {
        if let Some(id) = self.find(under, slot) {
            return id;
        }
        let below = self.node(under);
        let is_call = matches!(slot, Slot::Call { .. });
        let flavour = if is_call { Flavour::Ar } else { Flavour::C };
        let node = Node {
            under,
            slot,
            depth: below.depth + 1,
            cells: below.cells.saturating_add(flavour.cells()),
            args: match slot {
                Slot::Call { .. } => 0,
                Slot::Arg { .. } => below.args + 1,
                Slot::Item(_) => below.args,
            },
            calls: below.calls + u32::from(is_call),
            record: if is_call { below.cells } else { below.record },
            above: EMPTY,
            beside: below.above,
        };
        let id = self.nodes.len() as u32;
        self.nodes.push(node);
        self.nodes[under as usize].above = id;
        id
    }

    /// The node of `slot` on `under`, moved to the front of its list.
    fn find(&mut self, under: u32, slot: Slot) -> Option<u32> {
        let first = self.nodes[under as usize].above;
        let (mut before, mut id) = (EMPTY, first);
        while id != EMPTY && self.nodes[id as usize].slot != slot {
            (before, id) = (id, self.nodes[id as usize].beside);
        }
        if id == EMPTY {
            return None;
        }
        if before != EMPTY {
            self.nodes[before as usize].beside = self.nodes[id as usize].beside;
            self.nodes[id as usize].beside = first;
            self.nodes[under as usize].above = id;
        }
        Some(id)
    }

    /// How many cells a stack takes, and how many of them lie below its innermost pending record.
    pub(super) fn cells(&self, stack: u32) -> (u32, Option<u32>) {
        let top = self.node(stack);
        (top.cells, (top.calls > 0).then_some(top.record))
    }

    /// The slot under `depth` others.
    pub(super) fn peek(&self, stack: u32, depth: u32) -> Option<Slot> {
        if depth >= self.node(stack).depth {
            return None;
        }
        let at = (0..depth).fold(stack, |at, _| self.node(at).under);
        Some(self.node(at).slot)
    }
}

/// The shape of the stack before each instruction of a verified function.
#[derive(Debug, Default)]
pub struct Shapes {
    pub(super) stacks: Stacks,
    /// Offsets with their stacks, in order.
    pub(super) at: Vec<(u32, u32)>,
}

impl Shapes {
    /// The slots before the instruction at `offset`, the topmost first; none when control never
    /// gets there.
    pub fn slots(&self, offset: u32) -> Option<impl Iterator<Item = Slot> + '_> {
        let index = self.at.binary_search_by_key(&offset, |(at, _)| *at).ok()?;
        let top = self.at[index].1;
        let nodes = std::iter::successors(Some(top), |at| Some(self.stacks.node(*at).under));
        Some(nodes.take_while(|at| *at != EMPTY).map(|at| self.stacks.node(at).slot))
    }
}
