//! Checking that a unit keeps the rules of its rows.

use std::fmt;

use crate::inst::{Inst, Result};
use crate::ty::Type;
use crate::unit::{BlockId, Source, Unit, Val};

/// The rule that is broken, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(pub String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Checks types, terminators, edges, and that every value is defined before it is used.
pub fn verify(unit: &Unit) -> std::result::Result<(), Broken> {
    let order = unit.order();
    let doms = crate::opt::Dominators::of(unit, &order);
    let mut defined: Vec<Option<(BlockId, usize)>> = vec![None; unit.types.len()];
    for block in &order {
        for param in &unit.blocks[*block].params {
            define(&mut defined, *param, (*block, 0))?;
        }
        for (at, inst) in unit.blocks[*block].insts.iter().enumerate() {
            if let Some(dest) = inst.dest {
                define(&mut defined, dest, (*block, at + 1))?;
            }
        }
    }
    for block in &order {
        let insts = &unit.blocks[*block].insts;
        for (at, inst) in insts.iter().enumerate() {
            let uses = |val: Val| match defined[val.0 as usize] {
                Some((of, from)) if of == *block => from <= at,
                Some((of, _)) => doms.dominates(of, *block),
                None => false,
            };
            check(unit, inst, uses).map_err(|Broken(text)| {
                Broken(format!("{block} instruction {at} ({:?}): {text}", inst.op))
            })?;
            if inst.op.effects().ends != (at + 1 == insts.len()) {
                return Err(Broken(format!("{block}: a terminator ends a block")));
            }
        }
        if insts.is_empty() {
            return Err(Broken(format!("{block} is empty")));
        }
    }
    Ok(())
}

fn define(
    defined: &mut [Option<(BlockId, usize)>],
    val: Val,
    at: (BlockId, usize),
) -> std::result::Result<(), Broken> {
    match defined[val.0 as usize].replace(at) {
        None => Ok(()),
        Some(_) => Err(Broken(format!("{val} is defined twice"))),
    }
}

fn check(unit: &Unit, inst: &Inst, uses: impl Fn(Val) -> bool) -> std::result::Result<(), Broken> {
    let row = inst.op.row();
    for (source, wanted) in inst.sources().iter().zip(row.sources) {
        let ty = unit.types[*source];
        if *wanted != Type::ANY && !ty.is(*wanted) {
            return Err(Broken(format!("{source} is {ty}, not {wanted}")));
        }
    }
    let exit_values = inst.exit.iter().flat_map(|exit| &unit.exits[*exit].homes);
    let exit_values = exit_values.filter_map(|home| match home.source {
        Source::Val(val) => Some(val),
        _ => None,
    });
    let passed = inst.edges.iter().flat_map(|edge| edge.args.iter().copied());
    for val in inst.sources().iter().copied().chain(exit_values).chain(passed) {
        if !uses(val) {
            return Err(Broken(format!("{val} is not defined there")));
        }
    }
    if row.effects.exits != inst.exit.is_some() {
        return Err(Broken("it has an exit that it does not want, or none".into()));
    }
    match (row.result, inst.dest) {
        (Result::Fixed(Type::NONE), None) | (Result::Given, Some(_)) => {}
        (Result::Fixed(ty), Some(dest)) if unit.types[dest].is(ty) => {}
        _ => return Err(Broken("the result is not that of the row".into())),
    }
    for edge in &inst.edges {
        let params = &unit.blocks[edge.block].params;
        let fits = |(param, arg): (&Val, &Val)| unit.types[*arg].is(unit.types[*param]);
        if params.len() != edge.args.len() || !params.iter().zip(&edge.args).all(fits) {
            return Err(Broken(format!("the values for {} do not fit", edge.block)));
        }
    }
    Ok(())
}
