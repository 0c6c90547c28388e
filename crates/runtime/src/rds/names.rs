//! The offsets: one per name and space, and any number without names.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use super::SLOTS_MAX;
use crate::string::StaticStr;
use crate::string::hash::BuildNameHasher;

/// The number of a slot, the same in every thread.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Handle(pub(super) u32);

impl Handle {
    /// As a number, for code that was made of it.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The slot whose number was kept.
    pub const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

/// What kind of thing a name names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Space {
    /// Classes; names in lower case.
    Class,
    /// Functions; names in lower case.
    Function,
    /// Constants.
    Constant,
    /// Constants as code of a namespace finds them by their last name; the whole name, its namespace
    /// in lower case.
    Unqualified,
}

impl Space {
    pub(super) const COUNT: usize = 4;
}

struct Names {
    handles: HashMap<(Space, &'static [u8]), Handle, BuildNameHasher>,
    next: u32,
}

static NAMES: RwLock<Option<Names>> = RwLock::new(None);

impl Names {
    fn take(&mut self, count: u32) -> Option<Handle> {
        let first = self.next;
        let next = first.checked_add(count).filter(|&next| next as usize <= SLOTS_MAX)?;
        self.next = next;
        Some(Handle(first))
    }
}

fn change<R>(body: impl FnOnce(&mut Names) -> R) -> R {
    let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
    body(names.get_or_insert_with(|| Names { handles: HashMap::default(), next: 0 }))
}

/// The slot of a name that a unit mentions; it has one from now on. `None` when all are taken.
pub fn slot_for(space: Space, name: StaticStr) -> Option<Handle> {
    if let Some(handle) = lookup(space, name.as_bytes()) {
        return Some(handle);
    }
    change(|names| {
        if let Some(&handle) = names.handles.get(&(space, name.as_bytes())) {
            return Some(handle);
        }
        let handle = names.take(1)?;
        names.handles.insert((space, name.as_bytes()), handle);
        Some(handle)
    })
}

/// The slot of a name, if it has one.
pub fn lookup(space: Space, name: &[u8]) -> Option<Handle> {
    let names = NAMES.read().unwrap_or_else(PoisonError::into_inner);
    names.as_ref()?.handles.get(&(space, name) as &(Space, &[u8])).copied()
}

/// The first of `count` adjacent slots without a name. `None` when all are taken.
pub fn unnamed(count: u32) -> Option<Handle> {
    change(|names| names.take(count))
}

impl Handle {
    /// The slot `index` places further on, of those taken together.
    pub const fn nth(self, index: u32) -> Self {
        Self(self.0 + index)
    }
}
