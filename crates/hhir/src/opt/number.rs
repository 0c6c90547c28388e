//! Value numbering: what was computed or checked before, on every way, is not computed again.

use rustc_hash::FxHashMap;

use super::Dominators;
use crate::inst::{Inst, Op, SOURCES};
use crate::unit::{BlockId, Unit, Val};

type Key = (Op, [Val; SOURCES], i64, u32, u16);

/// Removes pure instructions and checks whose equal dominates them.
pub fn number_values(unit: &mut Unit) {
    let order = unit.order();
    let doms = Dominators::of(unit, &order);
    let mut same: Vec<Option<Val>> = vec![None; unit.types.len()];
    let mut known: FxHashMap<Key, Vec<(BlockId, Option<Val>)>> = FxHashMap::default();
    for block in order {
        let mut insts = std::mem::take(&mut unit.blocks[block].insts);
        insts.retain_mut(|inst| {
            for source in inst.sources_mut() {
                *source = find(&same, *source);
            }
            if !inst.op.effects().is_pure() {
                return true;
            }
            let seen = known.entry(key(unit, inst)).or_default();
            let before = seen.iter().find(|(of, _)| doms.dominates(*of, block));
            match (before, inst.dest) {
                (Some((_, Some(old))), Some(dest)) => same[dest.0 as usize] = Some(*old),
                (Some((_, None)), None) => {}
                _ => {
                    seen.push((block, inst.dest));
                    return true;
                }
            }
            false
        });
        unit.blocks[block].insts = insts;
    }
    unit.replace(|val| find(&same, val));
}

fn find(same: &[Option<Val>], mut val: Val) -> Val {
    while let Some(old) = same[val.0 as usize] {
        val = old;
    }
    val
}

fn key(unit: &Unit, inst: &Inst) -> Key {
    let mut args = inst.args;
    if inst.op.effects().commutes && args[0] > args[1] {
        args.swap(0, 1);
    }
    let ty = inst.dest.map_or(0, |dest| unit.types[dest].0);
    (inst.op, args, inst.imm, inst.aux, ty)
}
