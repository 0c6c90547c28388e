//! Names of the request: functions, constants and global variables.
//!
//! # Invariants
//! - Looking a name up never interns it; names born at run time stay in the request.

use std::collections::HashMap;

use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::string::{StaticStr, lookup};
use runtime::value::Value;

use super::Request;
use crate::func::Func;

/// The tables.
#[derive(Default)]
pub struct Names {
    /// By the address of the name in lower case.
    funcs: HashMap<usize, &'static Func>,
    constants: HashMap<Box<[u8]>, Value>,
    /// Global variables that are no locals of the running top level, and those that are, by
    /// reference.
    globals: HashMap<Box<[u8]>, Reference>,
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

impl Request {
    /// The value of a global variable.
    pub(crate) fn global_value(&self, name: &[u8]) -> Option<Value> {
        let place = self.names.global(name)?;
        Some(place.get())
    }

    /// The place of a global variable, made null when there is none.
    pub(crate) fn global_ref(&mut self, name: &[u8]) -> Res<Reference> {
        if let Some(place) = self.names.global(name) {
            return Ok(place.clone());
        }
        let place = Reference::new_null().or_exit(self)?;
        self.names.bind_global(name, place.clone());
        Ok(place)
    }
}
