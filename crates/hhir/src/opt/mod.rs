//! Making units better, a room for each pass.
//!
//! # Invariants
//! - A pass keeps what [`crate::verify`] demands, and every observable effect in its order.

mod dead;
mod dominators;
mod loops;
mod memory;
mod number;
mod params;

pub use dead::remove_dead;
pub use dominators::Dominators;
pub use loops::hoist;
pub use memory::forward_loads;
pub use number::number_values;
pub use params::remove_params;

use crate::unit::Unit;

/// All passes, in order.
pub fn optimise(unit: &mut Unit) {
    remove_params(unit);
    forward_loads(unit);
    number_values(unit);
    remove_params(unit);
    hoist(unit);
    remove_dead(unit);
}
