//! Generators as machine code sees them.

use runtime::layout::VmObject;
use runtime::value::TypedValue;

use super::{State, slot};
use crate::iter;
use crate::library::GENERATOR;

/// Byte offsets of the slots of a generator's object.
pub struct GeneratorSlot;

const fn at(slot: usize) -> i32 {
    (size_of::<VmObject>() + slot * size_of::<TypedValue>()) as i32
}

impl GeneratorSlot {
    /// What it delegates to.
    pub const DELEGATE: i32 = at(slot::DELEGATE);
    /// The list of its locals and iterators (G3).
    pub const CELLS: i32 = at(slot::CELLS);
    /// `$this`.
    pub const THIS: i32 = at(slot::THIS);
    /// The class that `static` means.
    pub const CLASS: i32 = at(slot::CLASS);
    /// Arguments beyond the declared ones.
    pub const EXTRA: i32 = at(slot::EXTRA);
    /// The site where it stands.
    pub const SITE: i32 = at(slot::SITE);
    /// How far it is.
    pub const STATE: i32 = at(slot::STATE);
    /// The value that it yielded.
    pub const CURRENT: i32 = at(slot::CURRENT);
    /// The key of that.
    pub const KEY: i32 = at(slot::KEY);
    /// The last key that it made by itself.
    pub const LAST_KEY: i32 = at(slot::LAST_KEY);
    /// How many arguments there were.
    pub const PASSED: i32 = at(slot::PASSED);
    /// Where it goes on (G3).
    pub const RESUME: i32 = at(slot::RESUME);
    /// The address of its function.
    pub const CALLEE: i32 = at(slot::CALLEE);
    /// For whom it runs (G4).
    pub const ROOT: i32 = at(slot::ROOT);
}

/// The numbers of states.
pub struct GeneratorState;

impl GeneratorState {
    /// At a later one.
    pub const LATER: i32 = State::Later as i32;
    /// It runs behind that.
    pub const RUNNING: i32 = State::Running as i32;
}

/// What the second cell of an iterator holds beside a generator: before the step of its loop, and
/// when that has called it.
pub struct GeneratorMark;

impl GeneratorMark {
    /// It waits for the step.
    pub const WAITS: i32 = iter::MARK as i32;
    /// It was called.
    pub const CALLED: i32 = iter::ADVANCED as i32;
}

/// The number of the class of generators, once there is one.
pub fn generator_class() -> Option<u32> {
    GENERATOR.id().map(|class| class.number())
}
