//! What the heap must know of a class: how many slots its objects have and how they die.

use super::instance::{ASK_CLASS, ObjectFlags};
use crate::class::{self, Class};
use crate::layout::{Kind, VmObject};
use crate::string::StaticStr;
use crate::value::TypedValue;

/// A class, by its number in the process.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ClassId(pub(crate) u32);

/// The part of a class that objects in the heap depend on.
#[derive(Clone, Debug)]
pub struct ClassRecord {
    /// The declared name.
    pub name: StaticStr,
    /// Property slots of an object.
    pub slots: u32,
    /// Whether objects have a destructor, which must run before they are freed.
    pub has_destructor: bool,
    /// Whether an object can be part of a cycle, judged by the types of its properties.
    pub may_be_cyclic: bool,
}

impl ClassRecord {
    /// The bytes of an object that is made now, with its header.
    pub const fn object_bytes(&self) -> usize {
        size_of::<VmObject>() + self.slots as usize * size_of::<TypedValue>()
    }

    /// The second word of the header of an object that is made now: all but its class and its number.
    pub const fn header_word(&self) -> u64 {
        let destructor = if self.has_destructor { ObjectFlags::DESTRUCTOR_DUE } else { 0 };
        let cyclic = if self.may_be_cyclic { ObjectFlags::MAY_BE_CYCLIC } else { 0 };
        let slots = if self.slots < ASK_CLASS as u32 { self.slots as u8 } else { ASK_CLASS };
        u64::from_le_bytes([0, destructor | cyclic, slots, Kind::Object as u8, 1, 0, 0, 0])
    }
}

/// Adds a class without members; `None` when the process has too many.
pub fn define_class(record: ClassRecord) -> Option<ClassId> {
    class::publish(|id| Class::bare(id, record)).map(|class| class.id)
}

impl ClassId {
    /// What the heap knows of the class.
    #[inline]
    pub fn record(self) -> &'static ClassRecord {
        &self.class().record
    }

    /// The class.
    #[inline]
    pub fn class(self) -> &'static Class {
        class::published(self.0).expect("invariant: class numbers are those of published classes")
    }

    /// As a header and a slot of the request data keep it.
    #[inline]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The class with a number that [`number`](Self::number) gave.
    #[inline]
    pub const fn from_number(number: u32) -> Self {
        Self(number)
    }
}
