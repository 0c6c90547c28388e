//! Removing parameters of blocks that always are the same value.

use crate::unit::{Unit, Val};

/// What is known of a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// No edge was seen.
    Nothing,
    /// It is this value on all edges.
    Same(Val),
    /// It varies.
    Varies,
}

/// Replaces parameters that have one value on all edges by that value.
pub fn remove_params(unit: &mut Unit) {
    while let Some(same) = same_values(unit) {
        let find = |mut val: Val| {
            while let Some(next) = same[val.0 as usize] {
                val = next;
            }
            val
        };
        unit.replace(find);
        for block in unit.blocks.ids().collect::<Vec<_>>() {
            let keep: Vec<bool> =
                unit.blocks[block].params.iter().map(|p| same[p.0 as usize].is_none()).collect();
            if keep.iter().all(|keep| *keep) {
                continue;
            }
            let mut at = keep.iter();
            unit.blocks[block].params.retain(|_| *at.next().unwrap_or(&true));
            for from in unit.blocks.as_mut_slice() {
                for inst in &mut from.insts {
                    for edge in inst.edges.iter_mut().filter(|edge| edge.block == block) {
                        let mut at = keep.iter();
                        edge.args.retain(|_| *at.next().unwrap_or(&true));
                    }
                }
            }
        }
    }
}

/// For each parameter that is always one other value, that value; none when there is none.
fn same_values(unit: &Unit) -> Option<Vec<Option<Val>>> {
    let mut known = vec![Known::Nothing; unit.types.len()];
    for block in unit.order() {
        for edge in unit.edges(block) {
            for (param, arg) in unit.blocks[edge.block].params.iter().zip(&edge.args) {
                let slot = &mut known[param.0 as usize];
                *slot = match *slot {
                    _ if arg == param => *slot,
                    Known::Nothing => Known::Same(*arg),
                    Known::Same(val) if val == *arg => *slot,
                    Known::Same(_) | Known::Varies => Known::Varies,
                };
            }
        }
    }
    let same = |(at, known): (usize, &Known)| match known {
        Known::Same(val) if unit.types[*val].is(unit.types[Val(at as u32)]) => Some(*val),
        _ => None,
    };
    let mut same: Vec<Option<Val>> = known.iter().enumerate().map(same).collect();
    break_cycles(&mut same);
    same.iter().any(Option::is_some).then_some(same)
}

/// Two parameters may each be the other; one of them then stays.
fn break_cycles(same: &mut [Option<Val>]) {
    for start in 0..same.len() {
        let mut at = start;
        let mut steps = 0;
        while let Some(next) = same[at] {
            at = next.0 as usize;
            steps += 1;
            if steps > same.len() {
                same[at] = None;
                break;
            }
        }
    }
}
