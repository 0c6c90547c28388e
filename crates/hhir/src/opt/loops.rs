//! Hoisting: what is the same in every round of a loop is done before it.
//!
//! A loop is hoisted from when one block outside of it leads to its head, by a plain jump whose
//! resume exit says where the interpreter would go on there. What exits go by then is the block
//! before the loop: it repeats nothing, so a check that fails early only means interpreting.

use rustc_hash::FxHashSet;

use super::Dominators;
use crate::inst::{Inst, Op};
use crate::ty::Type;
use crate::unit::{BlockId, ExitId, Unit, Val};

/// A natural loop.
struct Loop {
    head: BlockId,
    /// The block before it, which ends in a jump to the head.
    before: BlockId,
    /// Where the back edges come from.
    latches: Vec<BlockId>,
    blocks: FxHashSet<BlockId>,
}

/// What a loop may change.
#[derive(Default)]
struct Changes {
    cells: FxHashSet<i64>,
    all_cells: bool,
    /// Scalars in slots of arrays.
    slots: bool,
    /// Arrays: their slots, lengths, kinds, and which one a cell holds.
    arrays: bool,
    counts: bool,
}

/// Hoists from all loops, inner ones first.
pub fn hoist(unit: &mut Unit) {
    let order = unit.order();
    let doms = Dominators::of(unit, &order);
    let mut loops = loops(unit, &order, &doms);
    loops.sort_by_key(|of| of.blocks.len());
    for of in &loops {
        hoist_from(unit, of, &order, &doms);
    }
}

fn loops(unit: &Unit, order: &[BlockId], doms: &Dominators) -> Vec<Loop> {
    let mut preds: Vec<Vec<BlockId>> = vec![Vec::new(); unit.blocks.len()];
    for block in order {
        for edge in unit.edges(*block) {
            preds[edge.block.0 as usize].push(*block);
        }
    }
    let mut found = Vec::new();
    for head in order {
        let (latches, outside): (Vec<BlockId>, Vec<BlockId>) =
            preds[head.0 as usize].iter().copied().partition(|p| doms.dominates(*head, *p));
        let [before] = outside[..] else { continue };
        if latches.is_empty() || unit.ways.contains(head) || unit.edges(before).len() != 1 {
            continue;
        }
        let mut blocks = FxHashSet::from_iter([*head]);
        let mut work = latches.clone();
        while let Some(block) = work.pop() {
            if blocks.insert(block) {
                work.extend_from_slice(&preds[block.0 as usize]);
            }
        }
        // A loop that can be entered elsewhere is none to hoist from.
        if !blocks.iter().all(|block| doms.dominates(*head, *block)) {
            continue;
        }
        found.push(Loop { head: *head, before, latches, blocks });
    }
    found
}

fn changes(unit: &Unit, of: &Loop) -> Changes {
    let mut changes = Changes::default();
    for block in &of.blocks {
        for inst in &unit.blocks[*block].insts {
            let effects = inst.op.effects();
            match inst.op {
                Op::StCell
                | Op::StCellTag
                | Op::MoveCell
                | Op::DivCell
                | Op::AddCell
                | Op::SubCell
                | Op::MulCell => {
                    changes.cells.insert(inst.imm);
                }
                Op::CopyCell | Op::CopySlot | Op::CopyKey | Op::StObj => {
                    changes.cells.insert(inst.imm);
                    changes.counts = true;
                }
                Op::NextRef => {
                    changes.cells.insert(inst.imm);
                    (changes.arrays, changes.counts) = (true, true);
                }
                Op::IncRef => changes.counts = true,
                Op::StRecord | Op::StRecordOn | Op::StRecordFor | Op::StRecordIn => {
                    changes.cells.extend((0..3).map(|cell| i64::from(inst.aux) + cell));
                }
                Op::StSlot | Op::StPayload => changes.slots = true,
                Op::NoteType => {}
                _ => {
                    changes.all_cells |= effects.calls || effects.writes_frame;
                    changes.arrays |= effects.calls || effects.writes_heap;
                }
            }
        }
    }
    changes
}

fn hoist_from(unit: &mut Unit, of: &Loop, order: &[BlockId], doms: &Dominators) {
    let Some(resume) = unit.resumes.get(&of.before).copied() else { return };
    let mut motion = Motion {
        changes: changes(unit, of),
        resume,
        before: of.before,
        head: of.head,
        inside: FxHashSet::default(),
        stuck: FxHashSet::default(),
        checked: FxHashSet::default(),
    };
    for block in &of.blocks {
        motion.inside.extend(unit.blocks[*block].params.iter().copied());
        motion.inside.extend(unit.blocks[*block].insts.iter().filter_map(|inst| inst.dest));
    }
    for block in order.iter().filter(|block| of.blocks.contains(block)) {
        let always = of.latches.iter().all(|latch| doms.dominates(*block, *latch));
        let mut insts = std::mem::take(&mut unit.blocks[*block].insts);
        insts.retain_mut(|inst| !motion.moves(unit, inst, always));
        unit.blocks[*block].insts = insts;
    }
}

/// Moving instructions of one loop before it.
struct Motion {
    changes: Changes,
    resume: ExitId,
    before: BlockId,
    head: BlockId,
    /// Values that are made in the loop.
    inside: FxHashSet<Val>,
    /// Values of which a check stays in the loop: nothing may be read through them before it.
    stuck: FxHashSet<Val>,
    /// Cells whose check was moved.
    checked: FxHashSet<i64>,
}

impl Motion {
    /// Moves an instruction if that may be; whether it did.
    fn moves(&mut self, unit: &mut Unit, inst: &Inst, always: bool) -> bool {
        let invariant = inst.sources().iter().all(|source| !self.inside.contains(source));
        let goes = invariant && self.may_move(unit, inst, always);
        let tainted = inst.sources().iter().any(|source| self.stuck.contains(source));
        if !goes {
            if inst.exit.is_some() {
                self.stuck.extend(inst.sources().iter().copied());
            }
            return false;
        }
        if let Some(dest) = inst.dest {
            self.inside.remove(&dest);
            if tainted {
                self.stuck.insert(dest);
            }
        }
        if inst.op == Op::CheckCell {
            self.checked.insert(inst.imm);
        }
        let mut moved = inst.clone();
        moved.exit = moved.exit.map(|old| {
            let mut copy = unit.exits[self.resume].clone();
            copy.blame = unit.exits[old].blame;
            unit.exits.push(copy)
        });
        let before = &mut unit.blocks[self.before].insts;
        before.insert(before.len() - 1, moved);
        true
    }

    fn may_move(&self, unit: &Unit, inst: &Inst, always: bool) -> bool {
        let effects = inst.op.effects();
        let notes = inst.op == Op::NoteType;
        let sees = effects.reads_heap || effects.exits || notes;
        if effects.writes_frame || effects.writes_heap && !notes || effects.calls || effects.ends {
            return false;
        }
        let is_stuck = || inst.sources().iter().any(|val| self.stuck.contains(val));
        if sees && (!always || is_stuck()) {
            return false;
        }
        let changes = &self.changes;
        match inst.op {
            Op::Const => true,
            Op::CellToDbl | Op::CheckAnyDbl | Op::IsNullCell | Op::TruthCell => false,
            Op::GlobalPlace => false,
            Op::LdCell | Op::LdCellTag | Op::CheckCell => {
                let kept = !changes.all_cells && !changes.cells.contains(&inst.imm);
                let ty = inst.dest.map_or(Type::NONE, |dest| unit.types[dest]);
                kept && (inst.op != Op::LdCell
                    || !ty.meets(Type::COUNTED)
                    || !(changes.arrays && ty.meets(Type::ARR))
                        && self.is_checked(unit, inst.imm, ty))
            }
            Op::CheckPacked | Op::LdPackedLen | Op::CountArr => !changes.arrays,
            Op::CheckDict | Op::LdDictUsed => !changes.arrays,
            Op::CheckOwned | Op::NoteType => !changes.arrays && !changes.counts,
            Op::ElemInt | Op::ElemStr | Op::ElemNamed | Op::Poll => false,
            _ if effects.reads_heap => !changes.arrays && !changes.slots,
            _ => true,
        }
    }

    /// Whether a cell has a type before the loop, by what is known there or checked.
    fn is_checked(&self, unit: &Unit, cell: i64, ty: Type) -> bool {
        let known = unit.head_types.get(&self.head).and_then(|types| types.get(cell as usize));
        known.is_some_and(|known| known.is(ty)) || self.checked.contains(&cell)
    }
}
