//! Functions as they are called: what a call must know, and where their code is.
//!
//! # Invariants
//! - A function lives as long as its unit; all threads share it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use hhbc::func::{Attrs, ParamDefault, Role};
use hhbc::imm::{FuncId, IterId, LocalId, StrId};
use runtime::class::EnumMethod;
use runtime::native::Native;
use runtime::object::ClassId;
use runtime::string::{StaticStr, intern};

use crate::dispatch::{Entry, numbers, translate_entry};
use crate::exec::FuncCode;
use crate::frame::SPARE_CELLS;
use crate::machine::{Heat, Phase, Seen};
use crate::native_method::Body;
use crate::unit::LoadedUnit;

/// A function. What a call reads lies in one line of the cache.
#[repr(C, align(64))]
pub struct Func {
    entry: Entry,
    /// The number of arguments with which a call needs nothing but to clear the other locals;
    /// `u32::MAX` when there is none.
    exact_args: u32,
    /// The same of a closure, whose frame needs what it captured.
    closure_args: u32,
    /// Cells of locals and iterators.
    slots: u32,
    /// Cells of the frame.
    cells: u32,
    by_ref: ByRef,
    /// How many arguments a call of a builtin may give that leaves the others to their defaults
    /// (`Native::is_plain_for`): from the first to the second number.
    plain_args: (u32, u32),
    /// Whether its file has `strict_types`.
    is_strict: bool,
    /// Whether it is a method that needs no object.
    is_static: bool,
    name: StaticStr,
    /// The class in whose scope it runs.
    scope: Option<ClassId>,
    body: FuncBody,
    number: OnceLock<Option<u32>>,
}

/// What runs when a function is called.
#[expect(clippy::large_enum_variant, reason = "nearly all functions are of the largest kind")]
pub enum FuncBody {
    /// Bytecode.
    Php(PhpFunc),
    /// Native code.
    Native(&'static Native),
    /// What the engine does by itself.
    Engine(EngineBody),
}

/// What the engine does by itself.
#[derive(Clone, Copy)]
pub enum EngineBody {
    /// Nothing, whatever the arguments: the constructor of a class without one.
    Pass,
    /// A method that every enum has.
    Enum(EnumMethod),
    /// `__call` or `__callStatic`, for the method whose name the record keeps.
    ByName(&'static Func),
    /// The read of a property whose parent has no hook for it.
    PlainGet,
    /// The write of a property whose parent has no hook for it.
    PlainSet,
}

/// Bytecode of a unit.
pub struct PhpFunc {
    unit: &'static LoadedUnit,
    id: FuncId,
    code: OnceLock<FuncCode>,
    heat: Heat,
    /// What arguments were seen, by parameter.
    params: Box<[AtomicU32]>,
    native: OnceLock<Option<Body>>,
    closure_cell: Option<u32>,
}

/// Which parameters are by reference.
#[derive(Clone, Copy, Default)]
pub struct ByRef {
    /// Of the first 63 parameters, by bit; the last bit is for all others.
    pub bits: u64,
}

impl ByRef {
    /// Whether no parameter is.
    #[inline(always)]
    pub fn is_none(self) -> bool {
        self.bits == 0
    }

    /// Whether the parameter at this position is.
    #[inline(always)]
    pub fn has(self, param: u32) -> bool {
        self.bits >> param.min(63) & 1 != 0
    }

    /// Whether any of the parameters is whose bits are set in a mask.
    #[inline(always)]
    pub fn meets(self, params: u64) -> bool {
        self.bits & params != 0
    }
}

/// No number of arguments.
const NO_ARGS: (u32, u32) = (1, 0);

fn plain_args_of(native: &Native) -> (u32, u32) {
    let count = native.params.len();
    let first = (0..=count).find(|given| native.is_plain_for(*given));
    first.map_or(NO_ARGS, |first| (first as u32, count as u32))
}

impl Func {
    /// A function of a unit, in the scope of a class.
    pub(crate) fn php(unit: &'static LoadedUnit, id: FuncId, scope: Option<ClassId>) -> Self {
        let func = &unit.unit().funcs[id];
        let slots = slots_of(func);
        let params = func.params.len() as u32;
        let variadic = func.params.last().is_some_and(|param| param.attrs.has(Attrs::variadic));
        let is_closure = func.role == Role::Closure;
        // Variables that are named at run time must be forgotten where a frame begins.
        let odd = Attrs::deprecated.with(Attrs::mayusevv);
        let plain = !variadic && !func.attrs.meets(odd) && func.role != Role::Main;
        Self {
            entry: Entry::new(translate_entry()),
            exact_args: if plain && !is_closure { params } else { u32::MAX },
            closure_args: if plain && is_closure { params } else { u32::MAX },
            slots,
            cells: slots + func.frame.max_stack_cells.max(SPARE_CELLS as u32),
            by_ref: by_ref_of(func),
            plain_args: NO_ARGS,
            is_strict: func.attrs.has(Attrs::strict),
            is_static: func.attrs.has(Attrs::r#static),
            name: unit.str(func.name),
            scope,
            body: FuncBody::Php(PhpFunc {
                unit,
                id,
                code: OnceLock::new(),
                heat: Heat::default(),
                params: (0..params).map(|_| AtomicU32::new(0)).collect(),
                native: OnceLock::new(),
                closure_cell: is_closure.then(|| closure_cell_of(func)),
            }),
            number: OnceLock::new(),
        }
    }

    /// A native function.
    pub(crate) fn native(native: &'static Native) -> Self {
        Self {
            entry: Entry::new(translate_entry()),
            exact_args: u32::MAX,
            closure_args: u32::MAX,
            slots: 0,
            cells: 0,
            by_ref: by_ref_of_native(native),
            plain_args: plain_args_of(native),
            is_strict: false,
            is_static: false,
            name: intern(native.name.as_bytes()),
            scope: None,
            body: FuncBody::Native(native),
            number: OnceLock::new(),
        }
    }

    /// A function that the engine does by itself, of a class if it is a method.
    pub(crate) fn engine(name: StaticStr, scope: Option<ClassId>, body: EngineBody) -> Self {
        Self {
            entry: Entry::new(translate_entry()),
            exact_args: u32::MAX,
            closure_args: u32::MAX,
            slots: 0,
            cells: 0,
            by_ref: ByRef::default(),
            plain_args: NO_ARGS,
            is_strict: false,
            is_static: false,
            name,
            scope,
            body: FuncBody::Engine(body),
            number: OnceLock::new(),
        }
    }

    /// The class in whose scope it runs.
    #[inline]
    pub fn scope(&self) -> Option<ClassId> {
        self.scope
    }

    /// Whether it is a method that needs no object.
    #[inline]
    pub fn is_static_method(&self) -> bool {
        self.is_static
    }

    /// Whether it is a builtin that is plain for so many arguments.
    #[inline(always)]
    pub(crate) fn is_plain_native_for(&self, args: usize) -> bool {
        (self.plain_args.0 as usize..=self.plain_args.1 as usize).contains(&args)
    }

    /// Whether it is the body of a closure.
    #[inline]
    pub fn is_closure(&self) -> bool {
        self.as_php().is_some_and(PhpFunc::is_closure)
    }

    /// Whether what is no variable is passed as it is to parameters by reference.
    #[inline]
    pub fn prefers_refs(&self) -> bool {
        self.as_native().is_some_and(|native| native.prefers_refs)
    }

    /// Whether types are strict in the calls that it makes.
    #[inline]
    pub fn is_strict(&self) -> bool {
        self.is_strict
    }

    /// The name as declared.
    pub fn name(&self) -> StaticStr {
        self.name
    }

    /// The same function under another name.
    pub(crate) fn named(self, name: StaticStr) -> Self {
        Self { name, ..self }
    }

    /// The number by which values name the function; none when the process has too many.
    pub fn number(&'static self) -> Option<u32> {
        *self.number.get_or_init(|| numbers::take(self))
    }

    /// Whether values may name it.
    pub(crate) fn is_numbered(&self) -> bool {
        self.number.get().is_some()
    }

    /// Its number, if it was asked for.
    pub(crate) fn taken_number(&self) -> Option<u32> {
        *self.number.get()?
    }

    /// The function with a number.
    #[inline]
    pub(crate) fn by_number(number: u32) -> Option<&'static Self> {
        numbers::func(number)
    }

    /// What runs.
    pub fn body(&self) -> &FuncBody {
        &self.body
    }

    /// Its bytecode side.
    #[inline]
    pub fn as_php(&self) -> Option<&PhpFunc> {
        match &self.body {
            FuncBody::Php(php) => Some(php),
            FuncBody::Native(_) | FuncBody::Engine(_) => None,
        }
    }

    /// Its native side.
    #[inline]
    pub fn as_native(&self) -> Option<&'static Native> {
        match &self.body {
            FuncBody::Native(native) => Some(native),
            FuncBody::Php(_) | FuncBody::Engine(_) => None,
        }
    }

    /// The function that is called with the name of another and its arguments.
    pub(crate) fn as_by_name(&self) -> Option<&'static Func> {
        match self.body {
            FuncBody::Engine(EngineBody::ByName(target)) => Some(target),
            _ => None,
        }
    }

    /// Where its code begins.
    #[inline(always)]
    pub(crate) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The address where the address of its first instruction is.
    pub fn entry_address(&self) -> u64 {
        std::ptr::from_ref(&self.entry) as u64
    }

    /// Byte offset of the bits of the parameters by reference.
    pub const BY_REF_AT: i32 = std::mem::offset_of!(Func, by_ref) as i32;

    /// Byte offset of the number of cells of locals and iterators, 32 bits.
    pub const SLOTS_AT: i32 = std::mem::offset_of!(Func, slots) as i32;
    /// Byte offset of the number of cells of a frame, 32 bits.
    pub const CELLS_AT: i32 = std::mem::offset_of!(Func, cells) as i32;

    /// See the field.
    #[inline(always)]
    pub fn exact_args(&self) -> u32 {
        self.exact_args
    }

    /// As [`exact_args`](Self::exact_args), of a closure, which `closure::enter` gives what it
    /// captured.
    #[inline(always)]
    pub fn closure_args(&self) -> u32 {
        self.closure_args
    }

    /// Cells of locals and iterators.
    #[inline(always)]
    pub fn slots(&self) -> usize {
        self.slots as usize
    }

    /// Cells of a frame.
    #[inline(always)]
    pub fn cells(&self) -> usize {
        self.cells as usize
    }

    /// Which parameters are by reference.
    #[inline(always)]
    pub fn by_ref(&self) -> ByRef {
        self.by_ref
    }
}

/// The cell of the closure of its function: behind it is only that of a generator.
fn closure_cell_of(func: &hhbc::func::Func) -> u32 {
    slots_of(func) - 1 - u32::from(func.attrs.has(Attrs::generator))
}

/// Cells of locals and iterators, and one each for the closure and the generator.
fn slots_of(func: &hhbc::func::Func) -> u32 {
    let closure = u32::from(func.role == Role::Closure);
    let generator = u32::from(func.attrs.has(Attrs::generator));
    func.frame.num_locals + 2 * func.frame.num_iters + closure + generator
}

fn by_ref_of(func: &hhbc::func::Func) -> ByRef {
    let mut bits = 0;
    for (at, param) in func.params.iter().enumerate() {
        if param.attrs.has(Attrs::by_ref) {
            let rest = param.attrs.has(Attrs::variadic);
            bits |= if rest { u64::MAX << at.min(63) } else { 1 << at.min(63) };
        }
    }
    ByRef { bits }
}

fn by_ref_of_native(native: &Native) -> ByRef {
    if native.prefers_refs {
        return ByRef { bits: u64::MAX };
    }
    let mut bits = 0;
    for (at, param) in native.params.iter().enumerate() {
        bits |= u64::from(param.by_ref) << at.min(63);
    }
    if native.variadic.is_some_and(|rest| rest.by_ref) {
        bits |= u64::MAX << native.params.len().min(63);
    }
    ByRef { bits }
}

impl PhpFunc {
    /// The unit.
    pub fn unit(&self) -> &'static LoadedUnit {
        self.unit
    }

    /// The record in the unit.
    pub fn record(&self) -> &'static hhbc::func::Func {
        &self.unit.unit().funcs[self.id]
    }

    /// The number in the unit.
    pub fn id(&self) -> FuncId {
        self.id
    }

    /// Whether it is the top level of a file.
    pub fn is_main(&self) -> bool {
        self.record().role == Role::Main
    }

    /// How many cells locals, iterators and the closure take.
    pub fn slots(&self) -> usize {
        slots_of(self.record()) as usize
    }

    /// Whether it is the body of a closure.
    #[inline]
    pub fn is_closure(&self) -> bool {
        self.record().role == Role::Closure
    }

    /// Whether it lives as long as the process: evaluated code that nothing names is freed, unless it
    /// was hot.
    pub fn stays(&self) -> bool {
        !self.unit.is_passing() || self.heat.phase() != Phase::Counted
    }

    /// Whether a return does nothing but leave the frame.
    pub fn returns_plainly(&self) -> bool {
        !self.is_main() && !self.is_generator()
    }

    /// Whether it is a generator.
    #[inline]
    pub fn is_generator(&self) -> bool {
        self.record().attrs.has(Attrs::generator)
    }

    /// The cell in which a running generator's frame keeps its object, the last one.
    pub fn generator_cell(&self) -> Option<usize> {
        self.is_generator().then(|| self.slots() - 1)
    }

    /// The cell in which a running closure keeps itself, behind locals and iterators.
    #[inline]
    pub fn closure_cell(&self) -> Option<usize> {
        self.closure_cell.map(|cell| cell as usize)
    }

    /// The number of locals.
    pub fn locals(&self) -> u32 {
        self.record().frame.num_locals
    }

    /// The first of the two cells of an iterator.
    #[inline]
    pub fn iter_cell(&self, iter: IterId) -> usize {
        (self.locals() + 2 * iter.0) as usize
    }

    /// The parameter with this name.
    pub fn param_named(&self, name: &[u8]) -> Option<u32> {
        let record = self.record();
        let mut names = record.frame.local_names.iter().take(record.params.len());
        let found = names.position(|id| {
            let own = self.unit.str(*id).as_bytes();
            std::ptr::eq(own, name) || own == name
        })?;
        let variadic = record.params[found].attrs.has(Attrs::variadic);
        (!variadic).then_some(found as u32)
    }

    /// The local with this name.
    pub(crate) fn local_named(&self, name: &[u8]) -> Option<LocalId> {
        let names = &self.record().frame.local_names;
        let found = names.iter().position(|id| self.unit.unit().strings[*id] == *name)?;
        Some(LocalId(found as u32))
    }

    /// The name of a local.
    pub fn local_name(&self, local: u32) -> Option<StrId> {
        self.record().local_name(hhbc::imm::LocalId(local))
    }

    /// How many parameters a call must give.
    pub fn required_params(&self) -> u32 {
        let params = &self.record().params;
        let optional = |param: &hhbc::func::FuncParam| match &param.default {
            Some(ParamDefault::Literal(_)) => true,
            Some(ParamDefault::Code { text, .. }) => text.is_some(),
            None => param.attrs.has(Attrs::variadic),
        };
        params.iter().rposition(|param| !optional(param)).map_or(0, |at| at as u32 + 1)
    }

    /// The native body of a method of the library.
    pub(crate) fn native_body(&self, find: impl FnOnce() -> Option<Body>) -> Option<Body> {
        *self.native.get_or_init(find)
    }

    /// The sites of its code.
    pub(crate) fn code_sites(&'static self) -> &'static [crate::exec::Site] {
        self.code().sites().all()
    }

    /// The translated code, if it was asked for.
    pub(crate) fn made_code(&self) -> Option<&FuncCode> {
        self.code.get()
    }

    /// How hot its entry is.
    pub fn heat(&self) -> &Heat {
        &self.heat
    }

    /// What arguments were seen for a parameter.
    pub fn seen_param(&self, param: usize) -> Seen {
        Seen(self.params[param].load(Ordering::Relaxed))
    }

    /// Notes what argument a parameter got.
    pub(crate) fn note_param(&self, param: usize, bits: u32) {
        self.params[param].fetch_or(bits, Ordering::Relaxed);
    }

    /// The translated code, made when it is first asked for.
    pub fn code(&'static self) -> &'static FuncCode {
        self.code.get_or_init(|| FuncCode::translate(self))
    }
}
