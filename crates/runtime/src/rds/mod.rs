//! Request data: what a name of the process stands for in one request.
//!
//! Offsets are handed out once per process: to the names that units mention, and to static
//! members, constants that need code, and the like, which have no name. Every thread has the same
//! offsets into storage of its own. A slot holds a value of the request whose generation it
//! carries; another generation means *unset*, so nothing is cleared between requests.
//!
//! # Invariants
//! - D1: looking a name up neither interns it nor takes a slot. A name that no unit mentions is
//!   bound in a table of the request ([`Rds::bind`]).
//! - D2: a slot's value is owned while its generation is the current one; values of earlier
//!   requests went with their heap and are never released.
//! - D3: the storage never moves: machine code addresses a slot by the base and the handle.
//!
//! # Not here
//! What a number in a slot stands for, and autoloading.

mod names;

use std::cell::Cell;
use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::rc::Rc;

pub use names::{Handle, Space, lookup, slot_for, unnamed};

use crate::string::StaticStr;
use crate::string::hash::BuildNameHasher;
use crate::value::Value;

/// Slots of the process. What is mentioned beyond that is bound by request.
pub(crate) const SLOTS_MAX: usize = 1 << 20;

/// A slot; 24 bytes.
#[repr(C)]
struct RdsSlot {
    value: ManuallyDrop<Value>,
    generation: u32,
    /// How many names had been born when that of the slot was not among those without one.
    absent: u32,
}

const _: () = assert!(size_of::<RdsSlot>() == 24);

thread_local! {
    /// The generation of the last request of this thread.
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A generation that no request of this thread had before: what is remembered of one must not be taken
/// for that of another, whose data are new. After 2³² requests it begins with 1 again.
fn next_generation() -> u32 {
    let next = LAST.get().wrapping_add(1).max(1);
    LAST.set(next);
    next
}

/// The request data of one thread.
pub struct Rds {
    slots: Vec<RdsSlot>,
    /// Where the first slot is (D3), and how many there are.
    base: usize,
    length: u32,
    generation: u32,
    /// Names without a slot, by space.
    born: [HashMap<Rc<[u8]>, Value, BuildNameHasher>; Space::COUNT],
    /// How many there ever were.
    births: u32,
}

impl Default for Rds {
    fn default() -> Self {
        Self::new()
    }
}

impl Rds {
    /// Nothing is set.
    pub fn new() -> Self {
        let born = std::array::from_fn(|_| HashMap::default());
        let slots: Vec<RdsSlot> = Vec::with_capacity(SLOTS_MAX);
        let base = slots.as_ptr().addr();
        Self { slots, base, length: 0, generation: next_generation(), born, births: 1 }
    }

    /// The value of a slot, if it is set in this request.
    #[inline]
    pub fn get(&self, handle: Handle) -> Option<&Value> {
        let slot = self.slots.get(handle.0 as usize)?;
        (slot.generation == self.generation).then_some(&*slot.value)
    }

    /// The value of a slot for changing in place, if it is set in this request.
    #[inline]
    pub fn get_mut(&mut self, handle: Handle) -> Option<&mut Value> {
        let slot = self.slots.get_mut(handle.0 as usize)?;
        (slot.generation == self.generation).then_some(&mut *slot.value)
    }

    /// Sets a slot and returns what this request had there.
    pub fn set(&mut self, handle: Handle, value: Value) -> Option<Value> {
        let generation = self.generation;
        let slot = self.slot_mut(handle);
        let old = std::mem::replace(&mut slot.value, ManuallyDrop::new(value));
        let was = std::mem::replace(&mut slot.generation, generation);
        (was == generation).then(|| ManuallyDrop::into_inner(old))
    }

    /// Unsets a slot and returns what was there.
    pub fn unset(&mut self, handle: Handle) -> Option<Value> {
        let old = self.set(handle, Value::UNINIT);
        self.slots[handle.0 as usize].generation = 0;
        old
    }

    /// What a name is bound to. `name` is folded as its space asks.
    pub fn find(&self, space: Space, name: &[u8]) -> Option<&Value> {
        let in_slot = lookup(space, name).and_then(|handle| self.get(handle));
        // A unit may have come to mention the name after it was bound here.
        in_slot.or_else(|| self.born[space as usize].get(name))
    }

    /// Binds a name; false when it is bound already. Takes no slot (D1).
    pub fn bind(&mut self, space: Space, name: &Rc<[u8]>, value: Value) -> bool {
        if self.find(space, name).is_some() {
            return false;
        }
        match lookup(space, name) {
            Some(handle) => drop(self.set(handle, value)),
            None => {
                self.births = self.births.wrapping_add(1);
                drop(self.born[space as usize].insert(Rc::clone(name), value));
            }
        }
        true
    }

    /// Forgets what a name is bound to.
    pub fn unbind(&mut self, space: Space, name: &[u8]) {
        if let Some(handle) = lookup(space, name) {
            drop(self.unset(handle));
        }
        self.born[space as usize].remove(name);
    }

    /// The value of a name's slot; a name that was bound before it had a slot moves there.
    #[inline]
    pub fn find_by_slot(
        &mut self,
        (space, name): (Space, StaticStr),
        handle: Handle,
    ) -> Option<&Value> {
        if self.get(handle).is_none() && !self.born[space as usize].is_empty() {
            let births = self.births;
            if self.slots.get(handle.0 as usize).is_some_and(|slot| slot.absent == births) {
                return None;
            }
            let Some(value) = self.born[space as usize].remove(name.as_bytes()) else {
                self.slot_mut(handle).absent = births;
                return None;
            };
            self.set(handle, value);
        }
        self.get(handle)
    }

    fn slot_mut(&mut self, handle: Handle) -> &mut RdsSlot {
        let index = handle.0 as usize;
        while self.slots.len() <= index {
            let value = ManuallyDrop::new(Value::UNINIT);
            self.slots.push(RdsSlot { value, generation: 0, absent: 0 });
            self.length += 1;
        }
        &mut self.slots[index]
    }

    /// Releases every value in the order of the slots, then the names without one. The request's
    /// heap still lives.
    pub fn release(&mut self) {
        for index in 0..self.slots.len() {
            drop(self.unset(Handle(index as u32)));
        }
        self.born.iter_mut().for_each(HashMap::clear);
    }

    /// Ends the request: everything is unset, nothing is released (D2).
    pub fn end_request(&mut self) {
        for table in &mut self.born {
            table.drain().for_each(|(_, value)| std::mem::forget(value));
        }
        let before = std::mem::replace(&mut self.generation, next_generation());
        if self.generation < before {
            self.forget_slots();
        }
    }

    /// After 2³² requests: old generations would look current.
    #[cold]
    fn forget_slots(&mut self) {
        self.slots.clear();
        self.length = 0;
    }

    /// The generation of this request, which a set slot carries.
    pub fn generation(&self) -> u32 {
        self.generation
    }
}

/// Where machine code finds slots, in bytes.
pub struct Layout;

impl Layout {
    /// The address of the first slot, 64 bits, in [`Rds`].
    pub const BASE: usize = std::mem::offset_of!(Rds, base);
    /// The number of slots, 32 bits, in [`Rds`].
    pub const LENGTH: usize = std::mem::offset_of!(Rds, length);
    /// The generation of what is set in this request, 32 bits, in [`Rds`].
    pub const GENERATION: usize = std::mem::offset_of!(Rds, generation);
    /// From one slot to the next. The value comes first.
    pub const SLOT: usize = size_of::<RdsSlot>();
    /// The generation of a slot, in it.
    pub const SLOT_GENERATION: usize = std::mem::offset_of!(RdsSlot, generation);
}

#[cfg(test)]
mod tests;
