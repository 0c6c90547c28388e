//! Classes that run: members after inheritance, and how they are found.
//!
//! [`link`] makes a [`Class`] of a unit's record and the classes it depends on. A class is shared
//! by all threads and never changes; what a request adds to it (static properties, constants that
//! need code) is in the request's own data, at offsets that the class knows.
//!
//! # Invariants
//! - C1: a published class is complete, and its ancestors, interfaces and traits are published.
//! - C2: a property keeps the slot that an ancestor gave it, and a method its index; private ones
//!   of ancestors keep theirs beside one of the same name.
//!
//! # Not here
//! Running code: initialisers, hooks and magic methods are named, their caller runs them.

mod access;
pub mod bound;
mod cache;
mod change;
mod coerce;
mod find;
mod instance;
mod lineage;
mod link;
mod member;
mod table;
mod types;

pub use access::{Address, Asked, Asker, Isset, Read, Unset, Write, from_magic, isset, read};
pub use change::{prepare, typed_value, unset, write};
pub use coerce::{Juggling, Typed, belongs, coerce, juggle};
pub use find::{Callee, Found};
use hhbc::class::ClassKind;
use hhbc::func::Attrs;
pub use instance::{Pending, literal_array, literal_value};
pub use lineage::Lineage;
pub use link::{LinkError, Loader, Remark, link, link_early};
pub use member::{
    Body, Code, Const, Declared, EnumMethod, Hooks, Initial, Method, MethodId, Place, Prop,
    Visibility,
};
pub use table::Table;
pub use types::{Scope, Type};

use crate::object::{ClassId, ClassRecord, Image};
use crate::registry::Registry;
use crate::string::StaticStr;

static CLASSES: Registry<Class> = Registry::new();

/// A class.
pub struct Class {
    /// What the heap knows of it.
    pub(crate) record: ClassRecord,
    /// Its number.
    pub id: ClassId,
    /// Its name as declared.
    pub name: StaticStr,
    /// Its kind.
    pub kind: ClassKind,
    /// Its modifiers; abstract when it is said or follows from its methods.
    pub attrs: Attrs,
    /// Its declaration; none for a class that the engine makes.
    pub declared: Option<Declared>,
    /// What it descends from.
    pub lineage: Lineage,
    /// Its methods by lower-case name, those of its parent first.
    pub methods: Table<Method>,
    /// Its properties by name, its own first, then those it inherits.
    pub props: Table<Prop>,
    /// Its constants and cases by name.
    pub consts: Table<Const>,
    /// Methods that the engine calls.
    pub magic: Magic,
    /// First values of its objects.
    pub first: FirstValues,
}

/// First values of an object's slots.
#[derive(Default)]
pub struct FirstValues {
    image: Image,
    /// The property of each slot.
    pub slots: Vec<Prop>,
    /// Slots whose value needs code, and where the request keeps it.
    pub lazy: Vec<(u32, crate::rds::Handle)>,
    /// Whether constants or static properties, its own or inherited, need code that each request runs
    /// before the first object.
    pub settles: bool,
    /// Whether properties that are not declared may be added without a deprecation.
    pub welcomes_dynamic: bool,
    /// The slot for an array of the properties that are not declared, if there may be some.
    pub dynamic: Option<u32>,
}

macro_rules! define_magic {
    ($($(#[$meta:meta])* $field:ident = $name:literal;)+) => {
        /// Indices of the methods that the engine calls by itself.
        #[derive(Clone, Default, Debug)]
        pub struct Magic {
            $($(#[$meta])* pub $field: Option<u32>,)+
        }

        impl Magic {
            pub(crate) fn look_up(methods: &Table<Method>) -> Self {
                let index = |name: &str| methods.index(name.as_bytes()).map(|at| at as u32);
                Self { $($field: index($name),)+ }
            }
        }
    };
}

define_magic! {
    /// `__construct`
    construct = "__construct";
    /// `__destruct`
    destruct = "__destruct";
    /// `__clone`
    clone = "__clone";
    /// `__get`
    get = "__get";
    /// `__set`
    set = "__set";
    /// `__isset`
    isset = "__isset";
    /// `__unset`
    unset = "__unset";
    /// `__call`
    call = "__call";
    /// `__callStatic`
    call_static = "__callstatic";
    /// `__toString`
    to_string = "__tostring";
    /// `__invoke`
    invoke = "__invoke";
    /// `__debugInfo`
    debug_info = "__debuginfo";
    /// `__serialize`
    serialize = "__serialize";
    /// `__unserialize`
    unserialize = "__unserialize";
    /// `offsetGet`
    offset_get = "offsetget";
    /// `offsetExists`
    offset_exists = "offsetexists";
    /// What classes of the library do to a copy before `__clone` is called.
    cloned = "cloned_";
    /// What classes of the library without a constructor do in its place.
    constructed = "construct_";
}

/// The class with a number, once it is published.
#[inline]
pub(crate) fn published(number: u32) -> Option<&'static Class> {
    CLASSES.get(number)
}

/// Publishes a class that is made with its number; `None` when the process has too many.
pub(crate) fn publish(make: impl FnOnce(ClassId) -> Class) -> Option<&'static Class> {
    let number = CLASSES.reserve()?;
    CLASSES.publish(number, make(ClassId::from_number(number)))
}

impl Class {
    /// A class without members.
    pub(crate) fn bare(id: ClassId, record: ClassRecord) -> Self {
        Self {
            id,
            name: record.name,
            record,
            kind: ClassKind::Class,
            attrs: Attrs::NONE,
            declared: None,
            lineage: Lineage::new(id, None, &[]),
            methods: Table::default(),
            props: Table::default(),
            consts: Table::default(),
            magic: Magic::default(),
            first: FirstValues::default(),
        }
    }

    /// Its parent.
    pub fn parent(&self) -> Option<&'static Class> {
        self.lineage.parent().map(ClassId::class)
    }

    /// Whether it is `other`, or descends from or implements it. Takes constant time.
    #[inline]
    pub fn is_a(&self, other: ClassId) -> bool {
        self.lineage.has(other)
    }

    /// First values of its objects.
    #[inline]
    pub fn image(&self) -> &Image {
        &self.first.image
    }

    /// A method by its index.
    pub fn method(&'static self, index: u32) -> Option<&'static Method> {
        self.methods.at(index as usize)
    }

    /// Whether it is an enum.
    pub fn is_enum(&self) -> bool {
        self.kind == ClassKind::Enum
    }

    /// What PHP calls its kind: `class`, `interface`, `trait` or `enum`.
    pub fn kind_name(&self) -> &'static str {
        self.kind.name()
    }
}

impl std::fmt::Debug for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.name.as_bytes().escape_ascii())
    }
}
