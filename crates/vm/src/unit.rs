//! Units ready to run: names interned, literal arrays made, functions callable.
//!
//! # Invariants
//! - The records of a loaded unit were accepted by the verifier; code is before it runs: that of the
//!   emitter when a function is first called, in debug builds and from elsewhere with the unit.
//! - A unit lives as long as the process, unless it is evaluated code that nothing names any more
//!   (`evaluated`).

use std::sync::{Mutex, OnceLock};

use hhbc::func::Role;
use hhbc::imm::{ArrayId, FuncId, StrId};
use hhbc::literal::{ArrayLit, Key as LitKey, Literal};
use hhbc::unit::{MAIN, Unit};
use hhbc::verify::{Broken, verify, verify_records};
use runtime::array::{Array, Key, static_array};
use runtime::heap::Oom;
use runtime::object::ClassId;
use runtime::rds::{self, Handle, Space};
use runtime::string::{StaticStr, intern};
use runtime::value::Value;

use crate::dispatch::Constant;
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
    strings: Vec<StaticStr>,
    /// The same in lower case: names of functions and classes.
    folded: Vec<StaticStr>,
    /// Where the request keeps the class of each name.
    class_slots: Box<[OnceLock<Option<Handle>>]>,
    /// Where the request keeps the constant of each name.
    const_slots: Box<[OnceLock<Option<Handle>>]>,
    arrays: Vec<Constant>,
    funcs: OnceLock<Box<[Func]>>,
    rescoped: Mutex<Vec<(FuncId, ClassId)>>,
    remarks: Vec<SourceRemark>,
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
        Self::load_as(unit, mode, false, remarks)
    }

    /// What is to be said about the source.
    pub fn remarks(&self) -> &[SourceRemark] {
        &self.remarks
    }

    /// Loads a unit of the engine's library.
    pub fn load_library(unit: Unit) -> Result<&'static Self, LoadError> {
        Origin::Emitted.check(&unit).map_err(LoadError::Broken)?;
        Self::load_as(unit, Mode::Fused, true, Vec::new())
    }

    fn load_as(
        unit: Unit,
        mode: Mode,
        is_library: bool,
        remarks: Vec<SourceRemark>,
    ) -> Result<&'static Self, LoadError> {
        let strings: Vec<StaticStr> = unit.strings.iter().map(intern).collect();
        let folded = unit.strings.iter().map(|bytes| intern(&bytes.to_ascii_lowercase()));
        let folded: Vec<StaticStr> = folded.collect();
        let mut loaded = Self {
            class_slots: folded.iter().map(|_| OnceLock::new()).collect(),
            const_slots: folded.iter().map(|_| OnceLock::new()).collect(),
            folded,
            strings,
            mode,
            is_library,
            arrays: Vec::new(),
            funcs: OnceLock::new(),
            rescoped: Mutex::default(),
            remarks,
            unit,
        };
        for literal in loaded.unit.arrays.as_slice() {
            let array = loaded.array_of(literal).map_err(LoadError::Oom)?;
            let constant = Constant::from_value(Value::from(array));
            loaded.arrays.push(constant.ok_or(LoadError::Oom(Oom))?);
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

    /// How its functions are translated.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// A string.
    #[inline]
    pub fn str(&self, id: StrId) -> StaticStr {
        self.strings[id.0 as usize]
    }

    /// A string in lower case.
    pub fn folded(&self, id: StrId) -> StaticStr {
        self.folded[id.0 as usize]
    }

    /// Where the request keeps the class of a name; none when the process has no slot left.
    pub fn class_slot(&self, id: StrId) -> Option<Handle> {
        let slot = &self.class_slots[id.0 as usize];
        *slot.get_or_init(|| rds::slot_for(Space::Class, self.folded(id)))
    }

    /// The same, if anybody asked for it before.
    #[inline]
    pub(crate) fn known_class_slot(&self, id: StrId) -> Option<Handle> {
        self.class_slots[id.0 as usize].get().copied().flatten()
    }

    /// Where the request keeps the constant of a name, once code asked for it.
    pub fn const_slot(&self, id: StrId) -> Option<Handle> {
        let slot = &self.const_slots[id.0 as usize];
        *slot.get_or_init(|| rds::slot_for(Space::Constant, self.str(id)))
    }

    /// A literal array.
    pub fn array(&self, id: ArrayId) -> Constant {
        self.arrays[id.0 as usize]
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
        Ok(match literal {
            Literal::Null => Value::NULL,
            Literal::Bool(value) => Value::bool(*value),
            Literal::Int(value) => Value::int(*value),
            Literal::Double(value) => Value::float(value.get()),
            Literal::Str(id) => Value::from(self.str(*id)),
            Literal::Array(array) => Value::from(self.array_of(array)?),
        })
    }

    fn array_of(&self, literal: &ArrayLit) -> Result<Array, Oom> {
        let mut array = Array::new();
        for (key, value) in &literal.entries {
            let value = self.literal(value)?;
            match key {
                LitKey::Int(int) => array.set(Key::Int(*int), value)?,
                LitKey::Str(id) => array.set(Key::Str(self.str(*id).as_str()), value)?,
            }
        }
        static_array(&array).ok_or(Oom)
    }
}
