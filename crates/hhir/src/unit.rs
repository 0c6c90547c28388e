//! Units, blocks, values and exits.
//!
//! # Invariants
//! - A block ends with its only terminator.
//! - A value is defined once: by an instruction or as a parameter of a block.
//! - An exit belongs to one instruction.

use rustc_hash::FxHashMap;
use stdx::define_id;
use stdx::id::IdVec;

use crate::inst::{Inst, Op};
use crate::ty::Type;

define_id! {
    /// A value.
    pub struct Val("t");
}
define_id! {
    /// A block.
    pub struct BlockId("B");
}
define_id! {
    /// A place where the code may be left.
    pub struct ExitId("exit");
}

/// Where a value of an exit comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// A value; its type says the tag.
    Val(Val),
    /// A copy of another cell, which gets one more count.
    Cell(u32),
    /// A type of one value only, by its bits.
    Tag(Type),
    /// `$this`, which gets one more count.
    This,
    /// A pending record of the function at an address.
    Record(i64),
}

/// What must be written to a cell when the code is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Home {
    /// The cell.
    pub cell: u32,
    /// What belongs there.
    pub source: Source,
}

/// A place where the code may be left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exit {
    /// The site where the interpreter goes on.
    pub site: u32,
    /// The site for whose sake it is left.
    pub blame: u32,
    /// What to write before, in order.
    pub homes: Vec<Home>,
}

/// A successor, and the values for its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edge {
    /// The successor.
    pub block: BlockId,
    /// A value for each of its parameters.
    pub args: Vec<Val>,
}

/// A straight run of instructions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Block {
    /// Values that predecessors pass.
    pub params: Vec<Val>,
    /// The instructions; the last one is a terminator.
    pub insts: Vec<Inst>,
    /// Whether it is expected to run rarely.
    pub is_cold: bool,
}

/// The code of one translation.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// The code.
    pub blocks: IdVec<BlockId, Block>,
    /// The type of each value.
    pub types: IdVec<Val, Type>,
    /// Where it may be left.
    pub exits: IdVec<ExitId, Exit>,
    /// Where it is entered: blocks without parameters, by the number of the way.
    pub ways: Vec<BlockId>,
    /// For blocks before a loop, the exit with which the interpreter goes on at its head.
    pub resumes: FxHashMap<BlockId, ExitId>,
    /// The types of cells at the head of a loop.
    pub head_types: FxHashMap<BlockId, Vec<Type>>,
}

impl Unit {
    /// A new value.
    pub fn value(&mut self, ty: Type) -> Val {
        self.types.push(ty)
    }

    /// A new block.
    pub fn block(&mut self) -> BlockId {
        self.blocks.push(Block::default())
    }

    /// The successors of a block.
    pub fn edges(&self, block: BlockId) -> &[Edge] {
        self.blocks[block].insts.last().map_or(&[], |last| &last.edges)
    }

    /// Blocks that can be reached, each after all that it is reached from but for loops.
    pub fn order(&self) -> Vec<BlockId> {
        let mut seen = vec![false; self.blocks.len()];
        let mut order = Vec::with_capacity(self.blocks.len());
        for way in self.ways.iter().rev() {
            let mut stack = vec![(*way, 0)];
            if std::mem::replace(&mut seen[way.0 as usize], true) {
                continue;
            }
            while let Some((block, next)) = stack.pop() {
                let edges = self.edges(block);
                // Backwards, so that the first edge comes first in the result.
                let Some(edge) = edges.len().checked_sub(next + 1).map(|at| &edges[at]) else {
                    order.push(block);
                    continue;
                };
                stack.push((block, next + 1));
                if !std::mem::replace(&mut seen[edge.block.0 as usize], true) {
                    stack.push((edge.block, 0));
                }
            }
        }
        order.reverse();
        order
    }

    /// The bits of a value that is a constant, as `defs` knows them.
    pub fn constants(&self) -> Vec<Option<i64>> {
        let mut constants = vec![None; self.types.len()];
        for (_, block) in self.blocks.iter_ids() {
            for inst in &block.insts {
                if let (Op::Const, Some(dest)) = (inst.op, inst.dest) {
                    constants[dest.0 as usize] = Some(inst.imm);
                }
            }
        }
        constants
    }

    /// Replaces every use of a value as `of` says.
    pub fn replace(&mut self, of: impl Fn(Val) -> Val) {
        for block in self.blocks.as_mut_slice() {
            for inst in &mut block.insts {
                for source in inst.sources_mut() {
                    *source = of(*source);
                }
                for edge in &mut inst.edges {
                    for arg in &mut edge.args {
                        *arg = of(*arg);
                    }
                }
            }
        }
        for exit in self.exits.as_mut_slice() {
            for home in &mut exit.homes {
                if let Source::Val(val) = &mut home.source {
                    *val = of(*val);
                }
            }
        }
    }
}
