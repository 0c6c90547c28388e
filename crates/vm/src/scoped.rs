//! Functions of units in the scope of a class: methods, closures, thunks.
//!
//! The same code runs in many scopes when it is a trait's, or a closure that is bound elsewhere.
//! Each pair has a [`Func`] of its own, so that what code remembers is right for its scope.
//!
//! # Invariants
//! - A function is made once per process and pair, and freed with its unit.

use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};

use hashbrown::HashMap;
use hhbc::imm::FuncId;
use hhbc::unit::Unit;
use runtime::class::{Body, Code, EnumMethod, Method};
use runtime::object::ClassId;
use runtime::string::{StaticStr, intern};

use crate::func::{EngineBody, Func, PhpFunc};
use crate::unit::LoadedUnit;

#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// A function of the unit at this address.
    Code(usize, FuncId),
    /// The same under another name, which is at the second address.
    Alias(usize, FuncId, usize),
    /// A method that enums have.
    Enum(EnumMethod),
    /// The plain read or write of the property with the name at this address.
    Hook(usize, bool),
}

type Table<K, V> = LazyLock<RwLock<HashMap<K, &'static V>>>;

static FUNCS: Table<(Key, ClassId), Func> = LazyLock::new(RwLock::default);
static UNITS: Table<usize, LoadedUnit> = LazyLock::new(RwLock::default);
static PASS: LazyLock<Func> =
    LazyLock::new(|| Func::engine(intern(b"__construct"), None, EngineBody::Pass));

fn address(unit: &Unit) -> usize {
    std::ptr::from_ref(unit).addr()
}

/// Notes a unit, so that it can be found by its record.
pub(crate) fn add_unit(unit: &'static LoadedUnit) {
    let mut units = UNITS.write().unwrap_or_else(PoisonError::into_inner);
    units.insert(address(unit.unit()), unit);
}

/// Forgets a unit that is about to be freed; gives the functions that were made for scopes.
pub(crate) fn forget_unit(unit: &'static LoadedUnit) -> Vec<&'static Func> {
    let mut units = UNITS.write().unwrap_or_else(PoisonError::into_inner);
    units.remove(&address(unit.unit()));
    drop(units);
    let mut pairs = unit.rescoped().lock().unwrap_or_else(PoisonError::into_inner);
    let pairs = std::mem::take(&mut *pairs);
    if pairs.is_empty() {
        return Vec::new();
    }
    let mut funcs = FUNCS.write().unwrap_or_else(PoisonError::into_inner);
    let key = |(func, scope)| (Key::Code(address(unit.unit()), func), scope);
    pairs.into_iter().filter_map(|pair| funcs.remove(&key(pair))).collect()
}

/// The functions of a unit that were made for scopes.
pub(crate) fn rescoped_of(unit: &'static LoadedUnit) -> Vec<&'static Func> {
    let pairs = unit.rescoped().lock().unwrap_or_else(PoisonError::into_inner).clone();
    if pairs.is_empty() {
        return Vec::new();
    }
    let funcs = FUNCS.read().unwrap_or_else(PoisonError::into_inner);
    let find = |(func, scope): &(FuncId, ClassId)| {
        funcs.get(&(Key::Code(address(unit.unit()), *func), *scope)).copied()
    };
    pairs.iter().filter_map(find).collect()
}

/// The loaded unit of a record.
pub(crate) fn unit_of(unit: &Unit) -> &'static LoadedUnit {
    let units = UNITS.read().unwrap_or_else(PoisonError::into_inner);
    units.get(&address(unit)).copied().expect("invariant: classes are of loaded units")
}

fn find_or_make(key: (Key, ClassId), make: impl FnOnce() -> Func) -> &'static Func {
    {
        let funcs = FUNCS.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(func) = funcs.get(&key) {
            return func;
        }
    }
    let mut funcs = FUNCS.write().unwrap_or_else(PoisonError::into_inner);
    funcs.entry(key).or_insert_with(|| Box::leak(Box::new(make())))
}

/// A function of a unit in the scope of a class.
pub(crate) fn code_in(code: Code, scope: ClassId) -> &'static Func {
    let make = || {
        let unit = unit_of(code.unit);
        let mut rescoped = unit.rescoped().lock().unwrap_or_else(PoisonError::into_inner);
        rescoped.push((code.func, scope));
        Func::php(unit, code.func, Some(scope))
    };
    find_or_make((Key::Code(address(code.unit), code.func), scope), make)
}

/// A function with bytecode in another scope.
pub(crate) fn rescoped(php: &'static PhpFunc, scope: Option<ClassId>) -> &'static Func {
    match scope {
        Some(scope) => code_in(Code { unit: php.unit().unit(), func: php.id() }, scope),
        None => php.unit().func(php.id()),
    }
}

/// Functions of methods by the number of the method.
static BY_METHOD: [OnceLock<Box<[OnceLock<&'static Func>]>>; CHUNKS] =
    [const { OnceLock::new() }; CHUNKS];
const CHUNKS: usize = 1024;
const CHUNK: usize = 1024;

/// The function of a method.
pub(crate) fn method(method: &Method) -> &'static Func {
    let number = method.id.0 as usize;
    let Some(chunk) = BY_METHOD.get(number / CHUNK) else { return find_method(method) };
    let chunk = chunk.get_or_init(|| (0..CHUNK).map(|_| OnceLock::new()).collect());
    chunk[number % CHUNK].get_or_init(|| find_method(method))
}

fn find_method(method: &Method) -> &'static Func {
    match method.body {
        Body::Code(code) if method.name != unit_of(code.unit).str(code.func().name) => {
            let make = || {
                let func = Func::php(unit_of(code.unit), code.func, Some(method.scope));
                func.named(method.name)
            };
            let name = method.name.as_bytes().as_ptr().addr();
            find_or_make((Key::Alias(address(code.unit), code.func, name), method.scope), make)
        }
        Body::Code(code) => code_in(code, method.scope),
        Body::Enum(body) => {
            let engine = EngineBody::Enum(body);
            let make = || Func::engine(method.name, Some(method.scope), engine);
            find_or_make((Key::Enum(body), method.scope), make)
        }
    }
}

/// The function that calls `target` with the name of a method and its arguments.
pub(crate) fn by_name(target: &'static Func) -> &'static Func {
    static BY_NAME: Table<usize, Func> = LazyLock::new(RwLock::default);
    let key = std::ptr::from_ref(target).addr();
    {
        let funcs = BY_NAME.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(func) = funcs.get(&key) {
            return func;
        }
    }
    let make = || Func::engine(target.name(), target.scope(), EngineBody::ByName(target));
    let mut funcs = BY_NAME.write().unwrap_or_else(PoisonError::into_inner);
    funcs.entry(key).or_insert_with(|| Box::leak(Box::new(make())))
}

/// The read or write of a property of a class that has no hook for it.
pub(crate) fn plain_hook(name: StaticStr, class: ClassId, reads: bool) -> &'static Func {
    let body = if reads { EngineBody::PlainGet } else { EngineBody::PlainSet };
    let address = name.as_bytes().as_ptr().addr();
    find_or_make((Key::Hook(address, reads), class), || Func::engine(name, Some(class), body))
}

/// The constructor of classes without one.
pub(crate) fn pass() -> &'static Func {
    &PASS
}
