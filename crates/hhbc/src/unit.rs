//! Units: one compiled file, and how one is put together.
//!
//! # Invariants
//! - The first function is the top level of the file, and the only one with that role.
//! - No two strings and no two literal arrays of a unit are equal.
//! - A function is a member of at most one class. A method is a member of one; closures and thunks
//!   are members of the class in whose scope they run, if there is one.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::class::{Class, Metadata, UnitConst};
use crate::func::{Func, Role};
use crate::imm::{ArrayId, ClassId, FuncId, StrId};
use crate::literal::ArrayLit;
use crate::strings::Strings;
use stdx::id::IdVec;

/// The language a unit is written in, and the version whose semantics it asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Level {
    /// PHP of this version.
    Php(u8, u8),
    /// Hack.
    Hack,
}

impl Default for Level {
    fn default() -> Self {
        Self::Php(8, 4)
    }
}

/// A compiled file. Immutable once it is built.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The path of its source.
    pub path: StrId,
    /// The language.
    pub level: Level,
    /// The strings that everything else names.
    pub strings: Strings,
    /// The literal arrays that code pushes.
    pub arrays: IdVec<ArrayId, ArrayLit>,
    /// All functions.
    pub funcs: IdVec<FuncId, Func>,
    /// All classes.
    pub classes: IdVec<ClassId, Class>,
    /// The constants that are defined when it is loaded.
    pub consts: Vec<UnitConst>,
    /// What else is to be known of it.
    pub metadata: Vec<Metadata>,
}

/// Bytes of a string, about.
const STRING_BYTES: usize = 24;

/// The top level of every unit.
pub const MAIN: FuncId = FuncId(0);

impl Unit {
    /// The bytes of a string; nothing for an id that the unit does not have.
    pub fn str(&self, id: StrId) -> &[u8] {
        self.strings.get(id).unwrap_or_default()
    }

    /// The bytes that it takes, but for what its records hold besides strings, literals and code.
    pub fn size(&self) -> usize {
        let arrays = self.arrays.iter_ids().map(|(_, array)| size_of_val(array.entries.as_slice()));
        let funcs = self.funcs.iter_ids().map(|(_, func)| size_of::<Func>() + func.body.code.len());
        size_of::<Self>()
            + self.strings.size()
            + arrays.sum::<usize>()
            + funcs.sum::<usize>()
            + self.classes.len() * size_of::<Class>()
    }

    /// The top level of the file, in a unit that has one.
    pub fn main(&self) -> Option<&Func> {
        self.funcs.get(MAIN).filter(|func| func.role == Role::Main)
    }
}

/// Puts a unit together: gives out ids, keeps equal strings and arrays one.
#[derive(Debug)]
pub struct UnitBuilder {
    path: StrId,
    level: Level,
    strings: Strings,
    string_ids: HashTable<StrId>,
    hasher: DefaultHashBuilder,
    arrays: IdVec<ArrayId, ArrayLit>,
    array_ids: HashTable<ArrayId>,
    funcs: IdVec<FuncId, Option<Func>>,
    classes: IdVec<ClassId, Option<Class>>,
    /// The constants that are defined when the unit is loaded.
    pub consts: Vec<UnitConst>,
    /// What else is to be known of the unit.
    pub metadata: Vec<Metadata>,
}

/// A function or class that was declared and never defined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Undefined {
    /// This function.
    Func(FuncId),
    /// This class.
    Class(ClassId),
}

impl UnitBuilder {
    /// An empty unit for the source at `path`. The top level is declared, as [`MAIN`].
    pub fn new(path: &[u8], level: Level) -> Self {
        let mut unit = Self {
            path: StrId(0),
            level,
            strings: Strings::new(),
            string_ids: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            arrays: IdVec::new(),
            array_ids: HashTable::new(),
            funcs: IdVec::new(),
            classes: IdVec::new(),
            consts: Vec::new(),
            metadata: Vec::new(),
        };
        unit.path = unit.string(path);
        unit.declare_func();
        unit
    }

    /// Makes room for so many strings.
    pub fn reserve_strings(&mut self, count: usize) {
        let Self { strings, string_ids, hasher, .. } = self;
        strings.reserve(count, count * STRING_BYTES);
        string_ids.reserve(count, |id| hasher.hash_one(&strings[*id]));
    }

    /// Changes the path of the source.
    pub fn set_path(&mut self, path: &[u8]) {
        self.path = self.string(path);
    }

    /// Changes the language.
    pub fn set_level(&mut self, level: Level) {
        self.level = level;
    }

    /// The id of the string with these bytes.
    pub fn string(&mut self, bytes: &[u8]) -> StrId {
        let Self { strings, string_ids, hasher, .. } = self;
        let hash = hasher.hash_one(bytes);
        if let Some(id) = string_ids.find(hash, |id| strings[*id] == *bytes) {
            return *id;
        }
        let id = strings.push(bytes);
        string_ids.insert_unique(hash, id, |id| hasher.hash_one(&strings[*id]));
        id
    }

    /// The bytes of a string of this unit.
    pub fn bytes(&self, id: StrId) -> &[u8] {
        self.strings.get(id).unwrap_or_default()
    }

    /// The id of this literal array.
    pub fn array(&mut self, array: ArrayLit) -> ArrayId {
        let Self { arrays, array_ids, hasher, .. } = self;
        let hash = hasher.hash_one(&array);
        if let Some(id) = array_ids.find(hash, |id| arrays[*id] == array) {
            return *id;
        }
        let id = arrays.push(array);
        array_ids.insert_unique(hash, id, |id| hasher.hash_one(&arrays[*id]));
        id
    }

    /// The id of a function that is defined later.
    pub fn declare_func(&mut self) -> FuncId {
        self.funcs.push(None)
    }

    /// Defines a function that was declared.
    pub fn define_func(&mut self, id: FuncId, func: Func) {
        self.funcs[id] = Some(func);
    }

    /// Declares and defines a function.
    pub fn func(&mut self, func: Func) -> FuncId {
        self.funcs.push(Some(func))
    }

    /// The id of a class that is defined later.
    pub fn declare_class(&mut self) -> ClassId {
        self.classes.push(None)
    }

    /// Defines a class that was declared.
    pub fn define_class(&mut self, id: ClassId, class: Class) {
        self.classes[id] = Some(class);
    }

    /// The unit. Fails when something was declared and not defined.
    pub fn finish(mut self) -> Result<Unit, Undefined> {
        let funcs = self.funcs.iter_ids().find(|(_, func)| func.is_none());
        if let Some((id, _)) = funcs {
            return Err(Undefined::Func(id));
        }
        let classes = self.classes.iter_ids().find(|(_, class)| class.is_none());
        if let Some((id, _)) = classes {
            return Err(Undefined::Class(id));
        }
        self.strings.shrink();
        Ok(Unit {
            path: self.path,
            level: self.level,
            strings: self.strings,
            arrays: self.arrays,
            funcs: defined(self.funcs),
            classes: defined(self.classes),
            consts: self.consts,
            metadata: self.metadata,
        })
    }
}

/// The items without the option around them, all of which are there.
fn defined<I: stdx::id::Id, T>(items: IdVec<I, Option<T>>) -> IdVec<I, T> {
    let all = items.into_iter();
    all.map(|item| item.expect("invariant: what is missing has been looked for")).collect()
}
