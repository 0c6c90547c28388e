//! Names of the request: functions, constants and global variables.
//!
//! # Invariants
//! - Looking a name up never interns it; names born at run time stay in the request.

use std::collections::HashMap;

use runtime::heap::Oom;
use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::string::{StaticStr, lookup};
use runtime::value::{DataType, Value};

use super::Request;
use crate::frame::{Cell, Fp};
use crate::func::{Func, PhpFunc};
use crate::local::make_ref;

/// The tables.
#[derive(Default)]
pub struct Names {
    /// By the address of the name in lower case.
    funcs: HashMap<usize, &'static Func>,
    constants: HashMap<Box<[u8]>, Value>,
    /// Global variables that are no locals of the running top level, and those that are, by
    /// reference.
    globals: HashMap<Box<[u8]>, Reference>,
    /// The top level of the main script while it runs: its locals are global variables.
    main: Option<(Fp, &'static PhpFunc)>,
}

fn key(name: StaticStr) -> usize {
    name.as_block().as_ptr() as usize
}

impl Names {
    /// Defines a function; false when there is one with this name.
    pub fn define_func(&mut self, name: StaticStr, func: &'static Func) -> bool {
        self.funcs.insert(key(name), func).is_none()
    }

    /// The function with this name in lower case.
    #[inline]
    pub fn func(&self, folded: StaticStr) -> Option<&'static Func> {
        self.funcs.get(&key(folded)).copied()
    }

    /// The function with this name as data.
    pub fn func_named(&self, name: &[u8]) -> Option<&'static Func> {
        let name = name.strip_prefix(b"\\").unwrap_or(name);
        self.func(lookup(&name.to_ascii_lowercase())?)
    }

    /// Defines a constant; false when there is one with this name.
    pub fn define_constant(&mut self, name: &[u8], value: Value) -> bool {
        if self.constants.contains_key(name) {
            return false;
        }
        self.constants.insert(name.into(), value);
        true
    }

    /// The constant with this name.
    pub fn constant(&self, name: &[u8]) -> Option<&Value> {
        self.constants.get(name)
    }

    /// A global variable.
    pub fn global(&self, name: &[u8]) -> Option<&Reference> {
        self.globals.get(name)
    }

    /// Binds a global variable.
    pub fn bind_global(&mut self, name: &[u8], place: Reference) {
        self.globals.insert(name.into(), place);
    }

    /// All global variables.
    pub fn globals(&self) -> impl Iterator<Item = (&[u8], &Reference)> {
        self.globals.iter().map(|(name, place)| (&**name, place))
    }
}

impl Names {
    /// The slot of a global variable that is a local of the running main script.
    fn main_slot(&self, name: &[u8]) -> Option<Cell> {
        let (fp, func) = self.main?;
        let names = &func.record().frame.local_names;
        let at = names.iter().position(|&id| func.unit().str(id).as_bytes() == name)?;
        Some(fp.cell(at))
    }
}

impl Request {
    /// Gives a global variable a value before the script runs.
    pub fn define_global(&mut self, name: &[u8], value: Value) -> Result<(), Oom> {
        let place = Reference::new(value)?;
        self.names.bind_global(name, place);
        Ok(())
    }

    /// Makes the locals of the main script the global variables. Those that are there already
    /// become references to them.
    pub(crate) fn enter_main(&mut self, fp: Fp, func: &'static PhpFunc) {
        if self.names.main.is_some() {
            return;
        }
        for (at, &id) in func.record().frame.local_names.iter().enumerate() {
            if let Some(place) = self.names.global(func.unit().str(id).as_bytes()) {
                fp.cell(at).init(Value::from(place.clone()));
            }
        }
        self.names.main = Some((fp, func));
    }

    /// Ends what `enter_main` began.
    pub(crate) fn leave_main(&mut self) {
        self.names.main = None;
    }

    /// The value of a global variable.
    pub(crate) fn global_value(&self, name: &[u8]) -> Option<Value> {
        if let Some(slot) = self.names.main_slot(name) {
            let value = slot.value().unboxed();
            return (value.tag() != DataType::Uninit).then(|| value.clone());
        }
        let place = self.names.global(name)?;
        Some(place.get())
    }

    /// Makes a global variable a reference to `place`.
    pub(crate) fn bind_global(&mut self, name: &[u8], place: Reference) {
        match self.names.main_slot(name) {
            Some(slot) => *slot.value_mut() = Value::from(place),
            None => self.names.bind_global(name, place),
        }
    }

    /// Removes a global variable.
    pub(crate) fn unset_global(&mut self, name: &[u8]) {
        match self.names.main_slot(name) {
            Some(slot) => *slot.value_mut() = Value::UNINIT,
            None => drop(self.names.globals.remove(name)),
        }
    }

    /// The place of a global variable, made null when there is none.
    pub(crate) fn global_ref(&mut self, name: &[u8]) -> Res<Reference> {
        if let Some(slot) = self.names.main_slot(name) {
            return make_ref(self, slot.value_mut());
        }
        if let Some(place) = self.names.global(name) {
            return Ok(place.clone());
        }
        let place = Reference::new_null().or_exit(self)?;
        self.names.bind_global(name, place.clone());
        Ok(place)
    }
}
