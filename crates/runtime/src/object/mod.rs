//! Objects, references and resources: their blocks, and what happens when they die.
//!
//! # Invariants
//! - O1: an object's block has one slot of 16 bytes per property slot of its class.
//! - O2: an object with a destructor is put in the queue once, alive, when its last count goes.
//!
//! # Not here
//! Classes as the language knows them: `class`.

mod class;
pub mod cycle;
mod image;
mod instance;
mod lazy;
pub mod numbers;
mod reference;
mod resource;

pub use class::{ClassId, ClassRecord, define_class};
pub(crate) use cycle::{possible_root, resize, retire};
pub use image::Image;
pub use instance::{
    Object, ObjectFlags, SlotState, WeakObject, by_number, for_each_live, has_doomed,
    next_abandoned, next_departed, next_doomed, reset_request, undestructed,
};
pub(crate) use instance::{abandon, free_block, postpone_death, slot_count};
pub use lazy::Lazy;
pub use reference::{Reference, Visit};
pub(crate) use reference::{free_reference, holds_counted, owner_died};
pub use resource::Resource;
pub(crate) use resource::free_resource;

#[cfg(test)]
mod tests;
