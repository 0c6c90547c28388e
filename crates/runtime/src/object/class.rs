//! What the heap must know of a class: how many slots its objects have and how they die.

use crate::registry::Registry;
use crate::string::StaticStr;

/// A class, by its number in the process.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

static CLASSES: Registry<ClassRecord> = Registry::new();

/// Adds a class; `None` when the process has too many.
pub fn define_class(record: ClassRecord) -> Option<ClassId> {
    CLASSES.add(record).map(ClassId)
}

impl ClassId {
    /// The class.
    #[inline]
    pub fn record(self) -> &'static ClassRecord {
        CLASSES.get(self.0).expect("invariant: class numbers come from `define_class`")
    }

    /// As a header keeps it.
    #[inline]
    pub(crate) const fn from_number(number: u32) -> Self {
        Self(number)
    }
}
