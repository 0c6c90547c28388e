//! What emission knows of blocks beforehand: which vanish, which are loops, where flags are live.

use regalloc2::{Edit, ProgPoint};
use stdx::id::Id;

use super::Emitter;
use crate::inst::{Effects, Gpr, Inst, Role, Sf, Visitor, Xmm};
use crate::regalloc::Allocated;
use crate::unit::{Area, BlockId, Unit};

/// Where loops start: what the decoder takes in at once.
pub(super) const LOOP_ALIGN: u32 = 16;

/// The hot blocks that code further down jumps back to.
pub(super) fn loop_tops(emitter: &Emitter<'_>, kept: &[BlockId]) -> Vec<bool> {
    let unit = emitter.unit;
    let mut tops = vec![false; unit.blocks.len()];
    let mut passed = vec![false; unit.blocks.len()];
    for &block in kept {
        passed[block.index()] = true;
        for edge in unit.edges(block) {
            let target = emitter.forward[edge.block.index()];
            let hot = unit.blocks[block].area == Area::Hot && unit.blocks[target].area == Area::Hot;
            tops[target.index()] |= hot && passed[target.index()];
        }
    }
    tops
}

/// For each block, where a jump to it really goes: past blocks that only jump.
pub(super) fn forwards(unit: &Unit, allocated: &Allocated<'_>, order: &[BlockId]) -> Vec<BlockId> {
    let mut forward: Vec<BlockId> = unit.blocks.ids().collect();
    for (number, &block) in order.iter().enumerate() {
        if let [Inst::Jmp { to }] = unit.blocks[block].insts[..]
            && block != unit.entry()
            && !has_moves(allocated, number)
        {
            forward[block.index()] = to.block;
        }
    }
    for block in unit.blocks.ids() {
        let mut end = forward[block.index()];
        let mut steps = 0;
        while forward[end.index()] != end && steps < unit.blocks.len() {
            end = forward[end.index()];
            steps += 1;
        }
        // A ring of empty blocks is an endless loop: one of them stays.
        forward[block.index()] = if steps < unit.blocks.len() { end } else { block };
    }
    forward
}

fn has_moves(allocated: &Allocated<'_>, number: usize) -> bool {
    use regalloc2::Function as _;
    let insts = allocated.function.block_insns(regalloc2::Block::new(number));
    let edits = &allocated.output.edits;
    let from = edits.partition_point(|(at, _)| *at < ProgPoint::before(insts.first()));
    edits[from..]
        .iter()
        .take_while(|(at, _)| *at <= ProgPoint::after(insts.last()))
        .any(|(_, Edit::Move { from, to })| from != to)
}

/// For each instruction, whether the flags before it are still read after it.
pub(super) fn flags_live_after(insts: &[Inst]) -> Vec<bool> {
    struct Flags {
        used: bool,
    }
    impl Visitor for Flags {
        fn gpr(&mut self, _: &mut Gpr, _: Role) {}
        fn xmm(&mut self, _: &mut Xmm, _: Role) {}
        fn sf(&mut self, _: &mut Sf, role: Role) {
            self.used |= matches!(role, Role::Use(_));
        }
    }
    let mut live = vec![false; insts.len()];
    let mut now = false;
    for (index, inst) in insts.iter().enumerate().rev() {
        let mut flags = Flags { used: false };
        let mut copy = *inst;
        copy.visit(&mut flags);
        live[index] = now && !inst.effects().has(Effects::FLAGS);
        now = flags.used || live[index];
    }
    live
}
