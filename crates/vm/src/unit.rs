//! Units ready to run: names interned when they are asked for, literal arrays made, functions
//! callable.
//!
//! # Invariants
//! - The records of a loaded unit were accepted by the verifier; code is before it runs: that of the
//!   emitter when a function is first called, in debug builds and from elsewhere with the unit.
//! - A unit lives as long as the process, unless it is evaluated code that nothing names any more
//!   (`evaluated`).
//! - What a passing unit leaves in values and tables of the process is its own: its literals are
//!   copied whenever they are evaluated, unless machine code has them; only names are interned.

use std::sync::{Mutex, OnceLock};

use hhbc::func::Role;
use hhbc::imm::{ArrayId, FuncId, StrId};
use hhbc::literal::{ArrayLit, Key as LitKey, Literal};
use hhbc::unit::{MAIN, Unit};
use hhbc::verify::{Broken, verify, verify_records};
use runtime::array::{Array, Key};
use runtime::class::{literal_array, literal_value};
use runtime::heap::Oom;
use runtime::object::ClassId;
use runtime::rds::{self, Handle, Space};
use runtime::string::{StaticStr, Str, intern};
use runtime::value::Value;

use crate::dispatch::Constant;
use crate::folded::Folded;
use crate::func::Func;

/// How functions of a unit are translated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Operands folded, sequences fused.
    #[default]
    Fused,
    /// One exec instruction for each instruction of bytecode.
    Plain,
    /// Both, changing from one to the other wherever both have a boundary: a test of the
    /// boundaries.
    Alternating,
    /// One exec instruction for each instruction of bytecode, which has the op body called as
    /// everyone outside the dispatcher calls it: a test of the bodies.
    Bodies,
}

/// A unit that can run.
pub struct LoadedUnit {
    unit: Unit,
    mode: Mode,
    is_library: bool,
    /// Whether it may be freed, when it has run.
    is_passing: bool,
    strings: Box<[OnceLock<StaticStr>]>,
    /// The same in lower case: names of functions and classes.
    folded: Box<[OnceLock<StaticStr>]>,
    /// Where the request keeps the class of each name.
    class_slots: Box<[OnceLock<Option<Handle>>]>,
    /// Where the request keeps the constant of each name.
    const_slots: Box<[OnceLock<Option<Handle>>]>,
    /// The literal arrays, static.
    arrays: Box<[OnceLock<Constant>]>,
    funcs: OnceLock<Box<[Func]>>,
    rescoped: Mutex<Vec<(FuncId, ClassId)>>,
    remarks: Vec<SourceRemark>,
}

/// What a unit is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Scripts.
    Script,
    /// The engine's library.
    Library,
    /// Code that was not seen before, and may never be seen again.
    Once,
}

/// Who made a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The emitter, from a source.
    Emitted,
    /// Anyone.
    Foreign,
}

impl Origin {
    /// Refuses what may not be loaded.
    fn check(self, unit: &Unit) -> Result<(), Broken> {
        match self {
            Self::Emitted if !cfg!(debug_assertions) => verify_records(unit),
            Self::Emitted | Self::Foreign => verify(unit),
        }
    }
}

/// A complaint about a source that compiled all the same; shown whenever the unit is loaded into a
/// request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceRemark {
    /// One of `request::errors::level`.
    pub level: i64,
    /// PHP's text.
    pub text: Vec<u8>,
    /// The line that it is about.
    pub line: u32,
}

/// Why a unit was not loaded.
#[derive(Debug)]
pub enum LoadError {
    /// The verifier refused it.
    Broken(Broken),
    /// There is no memory for its literals.
    Oom(Oom),
}

impl LoadedUnit {
    /// Loads a unit, for the rest of the process's life.
    pub fn load(unit: Unit, mode: Mode) -> Result<&'static Self, LoadError> {
        Self::load_with(unit, mode, Origin::Foreign, Vec::new())
    }

    /// Loads a unit about whose source there is something to say.
    pub fn load_with(
        unit: Unit,
        mode: Mode,
        origin: Origin,
        remarks: Vec<SourceRemark>,
    ) -> Result<&'static Self, LoadError> {
        origin.check(&unit).map_err(LoadError::Broken)?;
        Self::load_as(unit, mode, Purpose::Script, remarks)
    }

    /// Loads a unit of code that is evaluated for the first time, perhaps for the only one.
    pub fn load_once(
        unit: Unit,
        mode: Mode,
        origin: Origin,
        remarks: Vec<SourceRemark>,
    ) -> Result<&'static Self, LoadError> {
        origin.check(&unit).map_err(LoadError::Broken)?;
        Self::load_as(unit, mode, Purpose::Once, remarks)
    }

    /// What is to be said about the source.
    pub fn remarks(&self) -> &[SourceRemark] {
        &self.remarks
    }

    /// Loads a unit of the engine's library.
    pub fn load_library(unit: Unit) -> Result<&'static Self, LoadError> {
        Origin::Emitted.check(&unit).map_err(LoadError::Broken)?;
        Self::load_as(unit, Mode::Fused, Purpose::Library, Vec::new())
    }

    fn load_as(
        unit: Unit,
        mode: Mode,
        purpose: Purpose,
        remarks: Vec<SourceRemark>,
    ) -> Result<&'static Self, LoadError> {
        let strings = unit.strings.len();
        let loaded = Self {
            class_slots: unset(strings),
            const_slots: unset(strings),
            folded: unset(strings),
            strings: unset(strings),
            mode,
            is_library: purpose == Purpose::Library,
            is_passing: purpose == Purpose::Once && is_passing(&unit),
            arrays: unset(unit.arrays.as_slice().len()),
            funcs: OnceLock::new(),
            rescoped: Mutex::default(),
            remarks,
            unit,
        };
        if !loaded.is_passing {
            let mut ids = loaded.unit.arrays.ids();
            ids.try_for_each(|id| loaded.array(id).map(drop)).ok_or(LoadError::Oom(Oom))?;
        }
        let loaded: &'static Self = Box::leak(Box::new(loaded));
        let funcs = loaded.unit.funcs.ids().map(|id| Func::php(loaded, id, None)).collect();
        loaded.funcs.get_or_init(|| funcs);
        crate::scoped::add_unit(loaded);
        Ok(loaded)
    }

    /// The bytecode.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it belongs to the engine's library.
    pub fn is_library(&self) -> bool {
        self.is_library
    }

    /// Whether it is freed when nothing names it.
    pub(crate) fn is_passing(&self) -> bool {
        self.is_passing
    }

    /// How its functions are translated.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// A string, as a name or as what lives as long as the process.
    #[inline]
    pub fn str(&self, id: StrId) -> StaticStr {
        *self.strings[id.0 as usize].get_or_init(|| intern(&self.unit.strings[id]))
    }

    /// A string in lower case.
    pub fn folded(&self, id: StrId) -> StaticStr {
        let fold = || intern(&self.unit.strings[id].to_ascii_lowercase());
        *self.folded[id.0 as usize].get_or_init(fold)
    }

    /// Where the request keeps the class of a name; none when the process has no slot left, or for
    /// passing code.
    pub fn class_slot(&self, id: StrId) -> Option<Handle> {
        let slot = &self.class_slots[id.0 as usize];
        *slot.get_or_init(|| self.slot(Space::Class, self.folded(id)))
    }

    /// The same, if anybody asked for it before.
    #[inline]
    pub(crate) fn known_class_slot(&self, id: StrId) -> Option<Handle> {
        self.class_slots[id.0 as usize].get().copied().flatten()
    }

    /// Where the request keeps the constant of a name, once code asked for it; none likewise.
    pub fn const_slot(&self, id: StrId) -> Option<Handle> {
        let slot = &self.const_slots[id.0 as usize];
        *slot.get_or_init(|| self.slot(Space::Constant, self.str(id)))
    }

    /// Where the request keeps what code of a namespace finds by the last part of a name; none
    /// likewise.
    pub fn unqualified_slot(&self, id: StrId) -> Option<Handle> {
        let name = self.str(id);
        match Folded::of_constant(name.as_bytes()) {
            None => self.slot(Space::Unqualified, name),
            Some(folded) if self.is_passing => rds::lookup(Space::Unqualified, &folded),
            Some(folded) => rds::slot_for(Space::Unqualified, intern(&folded)),
        }
    }

    fn slot(&self, space: Space, name: StaticStr) -> Option<Handle> {
        if self.is_passing {
            return rds::lookup(space, name.as_bytes());
        }
        rds::slot_for(space, name)
    }

    /// A literal array that lives as long as the process; none without memory.
    pub fn array(&self, id: ArrayId) -> Option<Constant> {
        let known = &self.arrays[id.0 as usize];
        if let Some(array) = known.get() {
            return Some(*array);
        }
        let array = literal_array(&self.unit, &self.unit.arrays[id]).ok()?;
        let array = Constant::from_value(Value::from(array))?;
        Some(*known.get_or_init(|| array))
    }

    /// The value of a string.
    pub fn string_value(&self, id: StrId) -> Result<Value, Oom> {
        match self.is_passing {
            true => Str::new(&self.unit.strings[id]).map(Value::from),
            false => Ok(Value::from(self.str(id))),
        }
    }

    /// The value of a literal array.
    pub fn array_value(&self, id: ArrayId) -> Result<Value, Oom> {
        match self.is_passing {
            true => self.array_of(&self.unit.arrays[id]).map(Value::from),
            false => self.array(id).map(Constant::value).ok_or(Oom),
        }
    }

    /// The path of the source.
    pub fn path(&self) -> StaticStr {
        self.str(self.unit.path)
    }

    /// The functions, each in the scope of no class.
    pub(crate) fn funcs(&'static self) -> &'static [Func] {
        self.funcs.get().expect("invariant: `load` sets the functions")
    }

    /// The functions that were made for the scope of a class.
    pub(crate) fn rescoped(&self) -> &Mutex<Vec<(FuncId, ClassId)>> {
        &self.rescoped
    }

    /// A function.
    pub fn func(&'static self, id: FuncId) -> &'static Func {
        &self.funcs()[id.0 as usize]
    }

    /// The top level.
    pub fn main(&'static self) -> &'static Func {
        self.func(MAIN)
    }

    /// The function of this name that is defined when the unit is loaded.
    pub fn hoisted(&'static self, folded: StaticStr) -> Option<&'static Func> {
        self.hoisted_funcs().find(|(name, _)| *name == folded).map(|(_, func)| func)
    }

    /// The functions that are defined when the unit is loaded, with their names in lower case.
    pub fn hoisted_funcs(&'static self) -> impl Iterator<Item = (StaticStr, &'static Func)> {
        self.unit.funcs.iter_ids().filter_map(|(id, func)| {
            let hoisted = func.attrs.has(hhbc::func::Attrs::hoisted);
            let named = func.role == Role::Function;
            (hoisted && named).then(|| (self.folded(func.name), self.func(id)))
        })
    }

    /// The value of a literal.
    pub fn literal(&self, literal: &Literal) -> Result<Value, Oom> {
        match literal {
            Literal::Str(id) => self.string_value(*id),
            Literal::Array(array) if self.is_passing => self.array_of(array).map(Value::from),
            other => literal_value(&self.unit, other),
        }
    }

    /// The array of passing code.
    fn array_of(&self, literal: &ArrayLit) -> Result<Array, Oom> {
        let mut array = Array::new();
        for (key, value) in &literal.entries {
            let value = self.literal(value)?;
            match key {
                LitKey::Int(int) => array.set(Key::Int(*int), value)?,
                LitKey::Str(id) => {
                    array.set(Key::Str(&Str::new(&self.unit.strings[*id])?), value)?
                }
            }
        }
        Ok(array)
    }
}

fn unset<T>(count: usize) -> Box<[OnceLock<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

/// Whether nothing that a unit declares outlives its top level, but closures.
fn is_passing(unit: &Unit) -> bool {
    let stays = |func: &hhbc::func::Func| match func.role {
        Role::Function | Role::Method => true,
        Role::Main => !func.notes.statics.is_empty(),
        Role::Closure | Role::Thunk => false,
    };
    unit.classes.ids().count() == 0 && !unit.funcs.iter_ids().any(|(_, func)| stays(func))
}
