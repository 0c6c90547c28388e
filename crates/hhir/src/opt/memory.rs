//! Forwarding: a load of what was just loaded or stored is that value; a check of it is done.
//!
//! Knowledge holds within a block, and from a block into one that has no other predecessor.

use rustc_hash::FxHashMap;

use crate::inst::{Inst, Op};
use crate::ty::Type;
use crate::unit::{BlockId, Unit, Val};

/// What no scalar is written over: values that lie in blocks with counts.
const BLOCKS: Type = Type(Type::ARR.0 | Type::OBJ.0 | Type::RES.0 | Type::REF.0);

/// What is known of memory at a point.
#[derive(Clone, Default)]
struct Memory {
    /// The payload of cells, by cell and type.
    cells: FxHashMap<(i64, u16), Val>,
    /// Types of cells.
    types: FxHashMap<i64, u16>,
    /// Types of what is at addresses.
    slots: FxHashMap<Val, Type>,
    /// Loads and checks of blocks.
    heap: Results,
    /// What depends on its sources alone: addresses that are computed alike are one.
    pure: Results,
}

/// Instructions without their result, and the result.
type Results = FxHashMap<(Op, [Val; 3], i64, u32), Option<Val>>;

/// Removes loads and checks whose result is known.
pub fn forward_loads(unit: &mut Unit) {
    let order = unit.order();
    let mut preds = vec![0u32; unit.blocks.len()];
    for way in &unit.ways {
        preds[way.0 as usize] += 2;
    }
    for block in &order {
        for edge in unit.edges(*block) {
            preds[edge.block.0 as usize] += 1;
        }
    }
    let mut at_start: FxHashMap<BlockId, Memory> = FxHashMap::default();
    let mut same: Vec<Option<Val>> = vec![None; unit.types.len()];
    for block in order {
        let mut memory = at_start.remove(&block).unwrap_or_default();
        let mut insts = std::mem::take(&mut unit.blocks[block].insts);
        insts.retain_mut(|inst| {
            for source in inst.sources_mut() {
                *source = find(&same, *source);
            }
            memory.keep(unit, inst, &mut same)
        });
        unit.blocks[block].insts = insts;
        for edge in unit.edges(block) {
            if preds[edge.block.0 as usize] == 1 {
                at_start.insert(edge.block, memory.clone());
            }
        }
    }
    unit.replace(|val| find(&same, val));
}

fn find(same: &[Option<Val>], mut val: Val) -> Val {
    while let Some(old) = same[val.0 as usize] {
        val = old;
    }
    val
}

/// Whether an instruction has not been done before; learns from it.
fn is_new(known: &mut Results, unit: &Unit, inst: &Inst, same: &mut [Option<Val>]) -> bool {
    let key = (inst.op, inst.args, inst.imm, inst.aux);
    let Some(before) = known.get(&key) else {
        known.insert(key, inst.dest);
        return true;
    };
    let (Some(dest), Some(before)) = (inst.dest, *before) else { return false };
    if unit.types[dest] != unit.types[before] {
        return true;
    }
    same[dest.0 as usize] = Some(before);
    false
}

impl Memory {
    /// Whether an instruction stays; learns from it what it tells.
    fn keep(&mut self, unit: &Unit, inst: &mut Inst, same: &mut [Option<Val>]) -> bool {
        let effects = inst.op.effects();
        match inst.op {
            Op::LdCell => {
                let dest = inst.dest.expect("invariant: the row has a result");
                let key = (inst.imm, unit.types[dest].0);
                if let Some(known) = self.cells.get(&key) {
                    same[dest.0 as usize] = Some(*known);
                    return false;
                }
                self.cells.insert(key, dest);
            }
            Op::CheckCell => {
                if self.types.get(&inst.imm).is_some_and(|ty| Type(*ty).is(Type(inst.aux as u16))) {
                    return false;
                }
                self.types.insert(inst.imm, inst.aux as u16);
            }
            Op::StCell => {
                let ty = unit.types[inst.args[0]];
                self.forget_cell(inst.imm);
                self.types.insert(inst.imm, ty.0);
                self.cells.insert((inst.imm, ty.0), inst.args[0]);
            }
            Op::DivCell | Op::AddCell | Op::SubCell | Op::MulCell => self.forget_cell(inst.imm),
            Op::StCellTag
            | Op::CopyCell
            | Op::CopySlot
            | Op::CopyKey
            | Op::MoveCell
            | Op::StObj => {
                self.forget_cell(inst.imm);
                self.forget_heap_counts();
            }
            Op::NextRef => {
                self.forget_cell(inst.imm);
                self.forget_heap();
            }
            Op::StRecord | Op::StRecordOn | Op::StRecordFor | Op::StRecordIn => {
                for cell in 0..3 {
                    self.forget_cell(i64::from(inst.aux) + cell);
                }
            }
            _ if effects.calls || effects.writes_frame => self.forget(),
            Op::IncRef => self.forget_heap_counts(),
            Op::StSlot | Op::StPayload => self.store(unit, inst),
            Op::NoteType => return is_new(&mut self.heap, unit, inst, same),
            _ if effects.writes_heap => {
                self.forget_heap();
                self.cells.retain(|(_, ty), _| !Type(*ty).meets(Type::ARR));
            }
            Op::CheckSlot => {
                let (slot, ty) = (inst.args[0], Type(inst.aux as u16));
                if self.slots.get(&slot).is_some_and(|known| known.is(ty)) {
                    return false;
                }
                self.slots.insert(slot, ty);
            }
            _ if effects.reads_heap && effects.is_removable()
                || matches!(
                    inst.op,
                    Op::CheckPacked
                        | Op::CheckDict
                        | Op::CheckKey
                        | Op::ElemInt
                        | Op::ElemStr
                        | Op::ElemNamed
                        | Op::CheckOwned
                        | Op::RequestSlot
                        | Op::CheckNamed
                ) =>
            {
                return is_new(&mut self.heap, unit, inst, same);
            }
            _ if effects.is_pure() => return is_new(&mut self.pure, unit, inst, same),
            _ => {}
        }
        true
    }

    /// Anything may have changed.
    fn forget(&mut self) {
        *self = Self { pure: std::mem::take(&mut self.pure), ..Self::default() };
    }

    /// Anything but cells may have changed.
    fn forget_heap(&mut self) {
        self.heap.clear();
        self.slots.clear();
    }

    fn forget_cell(&mut self, cell: i64) {
        self.cells.retain(|(of, _), _| *of != cell);
        self.types.remove(&cell);
    }

    /// A count changed: who owns a block is not known any more.
    fn forget_heap_counts(&mut self) {
        self.heap.retain(|(op, ..), _| *op != Op::CheckOwned);
    }

    /// A scalar was written over one: which scalar a slot holds is not known any more, but in the
    /// one that was written. Slots with counted values, and arrays but for their scalars, stay. Over
    /// a scalar of its own type, the payload alone is written.
    fn store(&mut self, unit: &Unit, inst: &mut Inst) {
        let (slot, val) = (inst.args[0], inst.args[1]);
        let stored = unit.types[val];
        if self.slots.get(&slot) == Some(&stored) && stored.is_scalar() {
            (inst.op, inst.imm) = (Op::StPayload, 0);
        }
        self.slots.retain(|_, known| stored.is(*known) || known.is(BLOCKS));
        self.slots.insert(slot, stored);
        self.heap.retain(|(op, ..), result| match op {
            Op::CheckPacked | Op::LdPackedLen | Op::CheckOwned | Op::CountArr => true,
            Op::CheckDict | Op::LdDictUsed | Op::CheckKey => true,
            Op::LdWord | Op::RequestSlot | Op::CheckNamed | Op::FindInt | Op::FindStr => true,
            Op::NoteType => true,
            Op::LdSlot => result.is_some_and(|result| unit.types[result].is(BLOCKS)),
            _ => false,
        });
        let key = (Op::LdSlot, [slot, Val(0), Val(0)], 0, 0);
        self.heap.insert(key, Some(val));
    }
}
