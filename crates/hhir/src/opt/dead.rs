//! Removing what nobody wants: instructions without effects, parameters, blocks out of reach.

use crate::unit::{Source, Unit, Val};

/// Removes dead instructions and dead parameters of blocks.
pub fn remove_dead(unit: &mut Unit) {
    let order = unit.order();
    let mut reached = vec![false; unit.blocks.len()];
    for block in &order {
        reached[block.0 as usize] = true;
    }
    for block in unit.blocks.ids().collect::<Vec<_>>() {
        if !reached[block.0 as usize] {
            unit.blocks[block].insts.clear();
            unit.blocks[block].params.clear();
        }
    }
    let wanted = wanted(unit);
    let is_wanted = |val: &Val| wanted[val.0 as usize];
    let kept: Vec<Vec<bool>> = unit
        .blocks
        .as_slice()
        .iter()
        .map(|block| block.params.iter().map(is_wanted).collect())
        .collect();
    for block in unit.blocks.as_mut_slice() {
        block.insts.retain(|inst| {
            !inst.op.effects().is_removable() || inst.dest.as_ref().is_some_and(is_wanted)
        });
        block.params.retain(is_wanted);
        for inst in &mut block.insts {
            for edge in &mut inst.edges {
                let mut keep = kept[edge.block.0 as usize].iter();
                edge.args.retain(|_| *keep.next().unwrap_or(&true));
            }
        }
    }
}

/// For each value whether an effect depends on it.
fn wanted(unit: &Unit) -> Vec<bool> {
    let mut wanted = vec![false; unit.types.len()];
    let mut work = Vec::new();
    // The parameters of a block want the values that all edges to it pass.
    let mut passed: Vec<Vec<Val>> = vec![Vec::new(); unit.types.len()];
    let mut made_from: Vec<&[Val]> = vec![&[]; unit.types.len()];
    for block in unit.blocks.as_slice() {
        for inst in &block.insts {
            if let Some(dest) = inst.dest {
                made_from[dest.0 as usize] = inst.sources();
            }
            if !inst.op.effects().is_removable() {
                work.extend_from_slice(inst.sources());
            }
            for edge in &inst.edges {
                for (param, arg) in unit.blocks[edge.block].params.iter().zip(&edge.args) {
                    passed[param.0 as usize].push(*arg);
                }
            }
            let homes = inst.exit.iter().flat_map(|exit| &unit.exits[*exit].homes);
            work.extend(homes.filter_map(|home| match home.source {
                Source::Val(val) => Some(val),
                _ => None,
            }));
        }
    }
    while let Some(val) = work.pop() {
        if !std::mem::replace(&mut wanted[val.0 as usize], true) {
            work.extend_from_slice(made_from[val.0 as usize]);
            work.extend_from_slice(&passed[val.0 as usize]);
        }
    }
    wanted
}
