//! Names of the request: functions, constants and global variables.
//!
//! # Invariants
//! - Looking a name up never interns it; names born at run time stay in the request.

use std::cell::Cell;
use std::collections::HashMap;

use hhbc::imm::LocalId;
use indexmap::IndexMap;
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::rds::{self, Space};
use runtime::string::hash::BuildNameHasher;
use runtime::string::{StaticStr, Str, lookup};
use runtime::value::{Value, View};

use super::Request;
use crate::folded::Folded;
use crate::frame::Fp;
use crate::func::{Func, PhpFunc};
use crate::native;

/// The tables.
#[derive(Default)]
pub struct Names {
    /// By the address of the name in lower case.
    funcs: HashMap<usize, &'static Func, BuildNameHasher>,
    /// The same in the order of their definition.
    defined: Vec<&'static Func>,
    /// In the order of their definition.
    constants: IndexMap<Box<[u8]>, Value, BuildNameHasher>,
    /// Those of them that extensions made while the script ran, by name.
    provided: Vec<Box<[u8]>>,
    /// Global variables that are no locals of the running top level, and those that are, by
    /// reference.
    globals: Globals,
    found: Found,
}

type Globals = IndexMap<Box<[u8]>, Reference, BuildNameHasher>;

/// Where a global variable is.
#[derive(Clone, Copy)]
enum GlobalPlace {
    /// It is a local of the running top level.
    Local(LocalId),
    /// In the table.
    Index(usize),
}

/// How many places of global variables are remembered.
const FOUND: usize = 64;

/// The address of a name that never goes away, that of the top level which ran, and the place of the
/// variable.
type FoundAt = Cell<(usize, usize, Option<GlobalPlace>)>;

/// Where global variables were found since one was last taken out of the table.
struct Found([FoundAt; FOUND]);

impl Default for Found {
    fn default() -> Self {
        Self([const { Cell::new((0, 0, None)) }; FOUND])
    }
}

impl Found {
    fn at(&self, name: usize) -> &FoundAt {
        &self.0[(name >> 4) % FOUND]
    }
}

fn key(name: StaticStr) -> usize {
    name.as_block().as_ptr() as usize
}

impl Names {
    /// Defines a function; false when there is one with this name.
    pub fn define_func(&mut self, name: StaticStr, func: &'static Func) -> bool {
        let is_new = native::named(name.as_bytes()).is_none()
            && self.funcs.insert(key(name), func).is_none();
        if is_new {
            self.defined.push(func);
        }
        is_new
    }

    /// The function with this name in lower case.
    #[inline]
    pub fn func(&self, folded: StaticStr) -> Option<&'static Func> {
        let defined = self.funcs.get(&key(folded)).copied();
        defined.or_else(|| native::named(folded.as_bytes()))
    }

    /// The function with this name as data.
    pub fn func_named(&self, name: &[u8]) -> Option<&'static Func> {
        let name = name.strip_prefix(b"\\").unwrap_or(name);
        let folded = Folded::of(name);
        let of_script = || self.funcs.get(&key(lookup(&folded)?)).copied();
        native::own(&folded).or_else(of_script).or_else(|| native::of_library(&folded))
    }

    /// The functions that the script defined, in the order of their definition.
    pub fn funcs(&self) -> &[&'static Func] {
        &self.defined
    }

    /// The constants that the script defined, in the order of their definition.
    pub fn constants(&self) -> impl Iterator<Item = (&[u8], &Value)> {
        self.constants.iter().map(|(name, value)| (&**name, value))
    }

    /// Defines a constant; false when there is one with this name.
    pub fn define_constant(&mut self, name: &[u8], value: Value) -> bool {
        if self.constants.contains_key(name) {
            return false;
        }
        self.constants.insert(name.into(), value);
        true
    }

    /// Gives a constant a value, whatever it had.
    fn provide_constant(&mut self, name: &[u8], value: Value) {
        if let Some(held) = self.constants.get_mut(name) {
            *held = value;
        } else {
            self.define_constant(name, value);
            self.provided.push(name.into());
        }
    }

    /// Whether the script defined this constant itself.
    pub(crate) fn is_of_script(&self, name: &[u8]) -> bool {
        self.constants.contains_key(name) && !self.provided.iter().any(|held| **held == *name)
    }

    /// Gives up all constants of the script.
    pub(super) fn forget_constants(&mut self) {
        self.constants.clear();
        self.provided.clear();
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

    /// Removes a global variable of the table, when `is_global` says that one was meant.
    pub fn forget_global(&mut self, name: &[u8], is_global: bool) {
        if is_global {
            self.globals.shift_remove(name);
            self.found = Found::default();
        }
    }

    /// Gives up all global variables and constants.
    pub(crate) fn forget_globals(&mut self) {
        self.globals.clear();
        self.found = Found::default();
        self.constants.clear();
    }

    /// All global variables of the table.
    pub fn globals(&self) -> impl Iterator<Item = (&[u8], &Reference)> {
        self.globals.iter().map(|(name, place)| (&**name, place))
    }
}

impl Request {
    /// The constant with this name, of the script or of an extension.
    pub(crate) fn constant(&self, name: &[u8]) -> Option<Value> {
        let named = self.names.constant(name).cloned();
        named.or_else(|| native::constant(name))
    }

    /// Defines a constant; warns when there is one with this name.
    pub(crate) fn define_constant(&mut self, name: &[u8], value: Value) -> Res<bool> {
        if self.constant(name).is_some() {
            let name = String::from_utf8_lossy(name).into_owned();
            self.warn(&format!("Constant {name} already defined"))?;
            return Ok(false);
        }
        let folded = Folded::of_constant(name);
        let name_of_slot = folded.as_deref().unwrap_or(name);
        if let Some(slot) = rds::lookup(Space::Unqualified, name_of_slot) {
            self.rds.unset(slot);
        }
        Ok(self.names.define_constant(name, value))
    }

    /// Gives a constant its value before the script runs, or one that changes with what it does.
    pub fn provide_constant(&mut self, name: &[u8], value: Value) {
        self.names.provide_constant(name, value);
    }

    /// Gives a global variable a value before the script runs.
    pub fn define_global(&mut self, name: &[u8], value: Value) -> Result<(), Oom> {
        let place = Reference::new(value)?;
        self.names.bind_global(name, place);
        Ok(())
    }

    /// Makes locals of a top level that begins references to the globals that are there already.
    pub(crate) fn enter_main(&mut self, fp: Fp, func: &PhpFunc) {
        if let Some(shared) = self.take_shared_locals() {
            for (at, place) in shared.into_iter().enumerate() {
                fp.cell(at).init(Value::from(place));
            }
            return;
        }
        for (at, &id) in func.record().frame.local_names.iter().enumerate() {
            if let Some(place) = self.names.global(func.unit().str(id).as_bytes()) {
                fp.cell(at).init(Value::from(place.clone()));
            }
        }
    }

    /// Keeps the variables of the main script, whose frame is about to be left.
    pub(crate) fn keep_globals(&mut self, fp: Fp, func: &PhpFunc) {
        let mut kept = Globals::default();
        for (at, &id) in func.record().frame.local_names.iter().enumerate() {
            let value = std::mem::replace(fp.cell(at).value_mut(), Value::UNINIT);
            let place = match value.view() {
                View::Uninit => continue,
                View::Ref(place) => Ok(place.clone()),
                _ => Reference::new(value),
            };
            if let Ok(place) = place {
                kept.insert(func.unit().str(id).as_bytes().into(), place);
            }
        }
        for (name, place) in std::mem::take(&mut self.names.globals) {
            kept.entry(name).or_insert(place);
        }
        self.names.globals = kept;
        self.names.found = Found::default();
    }

    /// Gives up global variables as a script that ends does: objects that nothing else owns, the
    /// last variable first, as long as that changes anything.
    pub(crate) fn destroy_globals(&mut self) -> Res<()> {
        loop {
            let before = self.names.globals.len();
            for at in (0..before).rev() {
                let Some((_, place)) = self.names.globals.get_index(at) else { continue };
                let is_last = match place.peek().view() {
                    View::Object(object) => {
                        !place.was_asked() && place.count() == 1 && object.count() == 1
                    }
                    _ => false,
                };
                if is_last {
                    self.names.found = Found::default();
                    drop(self.names.globals.shift_remove_index(at));
                    self.run_destructors()?;
                }
            }
            if self.names.globals.len() == before {
                return Ok(());
            }
        }
    }

    /// Runs `body` on a global variable; none when there is none.
    pub(crate) fn with_global<R>(
        &mut self,
        name: &[u8],
        body: impl FnOnce(&mut Value) -> R,
    ) -> Option<R> {
        if let Some((fp, php)) = self.main_frame()
            && let Some(id) = php.local_named(name)
        {
            return Some(body(fp.cell(id.0 as usize).value_mut()));
        }
        let old = self.names.global(name)?.clone();
        let mut place = Value::from(old.clone());
        let result = body(&mut place);
        if let View::Ref(new) = place.view()
            && !new.ptr_eq(&old)
        {
            self.names.bind_global(name, new.clone());
        }
        Some(result)
    }

    /// Where a global variable is. What was found under the address of the name is looked at first.
    fn find_global(&self, name: &Str) -> Option<GlobalPlace> {
        let main = self.main_frame();
        let top = main.map_or(0, |(_, php)| std::ptr::from_ref(php) as usize);
        let address = name.as_block().as_ptr() as usize;
        let known = self.names.found.at(address);
        let (of, top_then, place) = known.get();
        place.filter(|_| (of, top_then) == (address, top)).or_else(|| {
            let local = main.and_then(|(_, php)| php.local_named(name)).map(GlobalPlace::Local);
            let indexed = || self.names.globals.get_index_of(&**name).map(GlobalPlace::Index);
            let found = local.or_else(indexed)?;
            if name.is_static() {
                known.set((address, top, Some(found)));
            }
            Some(found)
        })
    }

    /// Where the value of a global variable is.
    pub(crate) fn global_cell(&self, name: &Str) -> Option<&Value> {
        match self.find_global(name)? {
            GlobalPlace::Local(id) => {
                Some(self.main_frame()?.0.cell(id.0 as usize).value().unboxed())
            }
            GlobalPlace::Index(at) => Some(self.names.globals.get_index(at)?.1.peek()),
        }
    }

    /// The place of a global variable that is a reference already.
    pub(crate) fn bound_global(&self, name: &Str) -> Option<&Reference> {
        match self.find_global(name)? {
            GlobalPlace::Local(id) => {
                match self.main_frame()?.0.cell(id.0 as usize).value().view() {
                    View::Ref(place) => Some(place),
                    _ => None,
                }
            }
            GlobalPlace::Index(at) => Some(self.names.globals.get_index(at)?.1),
        }
    }

    /// Binds `$_SESSION` to a place.
    pub(crate) fn bind_session(&mut self, place: Reference) -> Res<()> {
        const NAME: &[u8] = b"_SESSION";
        let value = Value::from(place.clone());
        if self.with_global(NAME, |slot| *slot = value).is_none() {
            self.names.bind_global(NAME, place);
        }
        Ok(())
    }

    /// A global variable that is an array.
    pub(crate) fn global_array(&mut self, name: &[u8]) -> Option<Array> {
        self.global_value(name)?.as_array().cloned()
    }

    /// The value of a global variable.
    pub(crate) fn global_value(&mut self, name: &[u8]) -> Option<Value> {
        let value = self.with_global(name, |value| value.unboxed().clone())?;
        (!matches!(value.view(), View::Uninit)).then_some(value)
    }

    /// The place of a global variable, made without a value when there is none.
    pub(crate) fn global_place(&mut self, name: &[u8]) -> Res<Reference> {
        let old = self.with_global(name, |value| std::mem::replace(value, Value::UNINIT));
        let (Some(mut value), true) = (old, true) else {
            let place = Reference::new(Value::UNINIT).or_exit(self)?;
            self.names.bind_global(name, place.clone());
            return Ok(place);
        };
        let place = crate::local::make_place(self, &mut value);
        self.with_global(name, |slot| *slot = value);
        place
    }

    /// The place of a global variable, made null when there is none.
    pub(crate) fn global_ref(&mut self, name: &[u8]) -> Res<Reference> {
        let old = self.with_global(name, |value| std::mem::replace(value, Value::UNINIT));
        if let Some(mut value) = old {
            let place = crate::local::make_ref(self, &mut value);
            self.with_global(name, |slot| *slot = value);
            return place;
        }
        let place = Reference::new_null().or_exit(self)?;
        self.names.bind_global(name, place.clone());
        Ok(place)
    }

    /// A copy of the table of globals.
    pub(crate) fn globals(&self) -> Result<Array, Oom> {
        let mut copy = Array::new();
        if let Some((fp, php)) = self.main_frame() {
            for (at, id) in php.record().frame.local_names.iter().enumerate() {
                let value = fp.cell(at).value();
                if !matches!(value.unboxed().view(), View::Uninit) {
                    copy.set(Key::of_str(php.unit().str(*id).as_str()), value.clone())?;
                }
            }
        }
        for (name, place) in self.names.globals() {
            if matches!(place.peek().view(), View::Uninit) {
                continue;
            }
            let name = Str::new(name)?;
            copy.set(Key::of_str(&name), Value::from(place.clone()))?;
        }
        Ok(copy)
    }
}
