//! Rewriting a unit before allocation, and deciding where its blocks go.
//!
//! # Not here
//! Anything that needs types or effects beyond the machine's: the maker of the unit did that.

mod dead;
mod edges;
mod fold;
mod layout;
mod loops;

use crate::unit::Unit;
pub(crate) use edges::split_critical;
pub(crate) use layout::layout;
pub(crate) use loops::order;

/// Combines instructions and removes those that nothing reads.
pub(crate) fn optimise(unit: &mut Unit) {
    let mut counts = dead::UseCounts::of(unit);
    fold::fold(unit, &mut counts);
    dead::remove_dead(unit, &mut counts);
}
