//! The builtins of this process: what extensions declare, found by name.
//!
//! # Invariants
//! - The tables are given once, before the first request; a [`Func`] is made when it is first
//!   called, so that a start costs one pass over the names.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

pub use hhbc::class::ClassKind;
use runtime::native::{Constant, Default, Native, Table};
use runtime::string::intern;
use runtime::value::Value;

use crate::func::Func;
use crate::native::TABLES;
use crate::unit::LoadedUnit;

/// Names that are known at build time need no defence against chosen collisions.
#[derive(Default)]
struct NameHasher(u64);

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }
}

type ByName<T> = HashMap<&'static [u8], T, BuildHasherDefault<NameHasher>>;

struct Builtin {
    native: &'static Native,
    /// Few are ever called, and a function is big.
    func: OnceLock<Box<Func>>,
}

impl Builtin {
    fn func(&'static self) -> &'static Func {
        self.func.get_or_init(|| Box::new(Func::native(super::confine::confined(self.native))))
    }
}

struct Registry {
    tables: Vec<&'static Table>,
    builtins: Vec<Builtin>,
    by_name: ByName<usize>,
    /// Those that nobody may call, in lower case.
    disabled: Vec<String>,
    constants: OnceLock<ByName<&'static Constant>>,
}

static REGISTRY: OnceLock<Registry> = OnceLock::new();

impl Registry {
    fn of(extensions: &[&'static [Table]], disabled: &[String]) -> Self {
        let tables: Vec<&Table> =
            std::iter::once(TABLES).chain(extensions.iter().copied()).flatten().collect();
        let count = tables.iter().map(|table| table.natives.len()).sum();
        let natives = tables.iter().flat_map(|table| table.natives);
        let mut builtins = Vec::with_capacity(count);
        builtins.extend(natives.map(|native| Builtin { native, func: OnceLock::new() }));
        let is_there = |(_, builtin): &(usize, &Builtin)| {
            !disabled.iter().any(|name| name == builtin.native.name)
        };
        let names = builtins.iter().enumerate().filter(is_there);
        let mut by_name = ByName::with_capacity_and_hasher(count, BuildHasherDefault::default());
        by_name.extend(names.map(|(at, builtin)| (builtin.native.name.as_bytes(), at)));
        let disabled = disabled.to_vec();
        Self { tables, builtins, by_name, disabled, constants: OnceLock::new() }
    }

    fn constants(&self) -> &ByName<&'static Constant> {
        self.constants.get_or_init(|| {
            let constants = self.tables.iter().flat_map(|table| table.constants);
            constants.map(|constant| (constant.name.as_bytes(), constant)).collect()
        })
    }
}

fn registry() -> &'static Registry {
    REGISTRY.get_or_init(|| Registry::of(&[], &[]))
}

/// Gives the interpreter the builtins of these extensions but those that are `disabled`, by names
/// in lower case. Only the first call counts.
pub fn install(extensions: &[&'static [Table]], disabled: &[String]) {
    REGISTRY.get_or_init(|| Registry::of(extensions, disabled));
}

/// What the engine's library declares; names of functions are in lower case.
pub struct Library {
    /// The unit that declares a function.
    pub func: fn(&[u8]) -> Option<&'static LoadedUnit>,
    /// The names of all functions.
    pub funcs: fn() -> Vec<&'static str>,
    /// All classes.
    pub classes: &'static [LibraryClass],
}

/// A class of the library, before its file is compiled.
pub struct LibraryClass {
    /// What it is.
    pub kind: ClassKind,
    /// Its name.
    pub name: &'static str,
}

static LIBRARY: OnceLock<Library> = OnceLock::new();

/// Gives the interpreter the engine's library. Only the first call counts.
pub fn install_library(library: Library) {
    LIBRARY.get_or_init(|| library);
}

/// Whether a name is the library's own. `_()` is a function of gettext.
fn is_own(name: &str) -> bool {
    name.ends_with('_') && name != "_"
}

/// The functions of the library that scripts may know.
pub(crate) fn library_funcs() -> impl Iterator<Item = &'static str> {
    let names = LIBRARY.get().map(|library| (library.funcs)()).unwrap_or_default();
    let is_there = |name: &&str| !registry().disabled.iter().any(|disabled| disabled == name);
    names.into_iter().filter(|name| !is_own(name)).filter(is_there)
}

/// The classes of the library that scripts may know.
pub(crate) fn library_classes() -> impl Iterator<Item = &'static LibraryClass> {
    let classes = LIBRARY.get().map(|library| library.classes).unwrap_or_default();
    classes.iter().filter(|class| !is_own(class.name))
}

/// A builtin as its extension declares it.
pub(super) fn declared(name: &str) -> Option<&'static Native> {
    let registry = registry();
    registry.by_name.get(name.as_bytes()).map(|at| registry.builtins[*at].native)
}

/// The builtin with this name in lower case.
pub(crate) fn named(folded: &[u8]) -> Option<&'static Func> {
    own(folded).or_else(|| of_library(folded))
}

/// The same, when it is none in PHP.
pub(crate) fn own(folded: &[u8]) -> Option<&'static Func> {
    let registry = registry();
    let at = registry.by_name.get(folded)?;
    Some(registry.builtins[*at].func())
}

/// The same, whether scripts may call it or not.
pub(crate) fn even_disabled(folded: &[u8]) -> Option<&'static Func> {
    let mut builtins = registry().builtins.iter();
    let builtin = builtins.find(|builtin| builtin.native.name.as_bytes() == folded)?;
    Some(builtin.func())
}

/// The function of the library in PHP with this name in lower case.
#[cold]
pub(crate) fn of_library(folded: &[u8]) -> Option<&'static Func> {
    if registry().disabled.iter().any(|name| name.as_bytes() == folded) {
        return None;
    }
    let unit = (LIBRARY.get()?.func)(folded)?;
    unit.hoisted(intern(folded))
}

/// Constants whose use is advised against.
const DEPRECATED: &[&[u8]] = &[
    b"ASSERT_ACTIVE",
    b"ASSERT_BAIL",
    b"ASSERT_CALLBACK",
    b"ASSERT_EXCEPTION",
    b"ASSERT_WARNING",
    b"DOM_PHP_ERR",
    b"E_STRICT",
    b"FILE_BINARY",
    b"FILE_TEXT",
    b"FILTER_SANITIZE_STRING",
    b"FILTER_SANITIZE_STRIPPED",
    b"MT_RAND_PHP",
    b"SID",
    b"SUNFUNCS_RET_DOUBLE",
    b"SUNFUNCS_RET_STRING",
    b"SUNFUNCS_RET_TIMESTAMP",
];

/// Whether the use of a constant of an extension is advised against.
pub(crate) fn is_deprecated(constant: &[u8]) -> bool {
    DEPRECATED.binary_search(&constant).is_ok()
}

/// All builtins that scripts may know, in the order of the tables. A name that ends in `_` is for
/// the engine's library.
pub(crate) fn all() -> impl Iterator<Item = &'static Native> {
    let registry = registry();
    let all = registry.builtins.iter().map(|builtin| builtin.native);
    let is_there = |native: &&Native| !registry.disabled.iter().any(|name| name == native.name);
    all.filter(|native| !is_own(native.name)).filter(is_there)
}

/// All tables.
pub(crate) fn tables() -> &'static [&'static Table] {
    &registry().tables
}

/// The value of a constant of an extension.
pub(crate) fn constant(name: &[u8]) -> Option<Value> {
    let constant = registry().constants().get(name)?;
    Some(constant_value(constant))
}

/// The value of a constant.
pub(crate) fn constant_value(constant: &Constant) -> Value {
    match constant.value {
        Default::Null | Default::Required | Default::Unset => Value::NULL,
        Default::Bool(value) => Value::bool(value),
        Default::Int(value) => Value::int(value),
        Default::Float(value) => Value::float(value),
        Default::Bytes(bytes) => Value::from(intern(bytes)),
        Default::EmptyArray => Value::from(runtime::array::Array::new()),
    }
}
