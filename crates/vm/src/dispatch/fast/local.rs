//! Locals, constants and stack items.

use runtime::rds::Handle;
use runtime::value::{DataType, TypedValue, Value, View};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use super::{Dest, Operand};
use crate::exec::{Site, value_met};
use crate::frame::{Cell, Fp};

/// `d = a`, where `d` is a stack item.
pub(crate) extern "C-unwind" fn load<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let source = A::at(pc, fp, pc.a()).unboxed();
    if source.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    fp.at(pc.d() as usize).init(source.value().clone());
    next!(pc.next(), fp, vm)
}

/// `d = a`, where `d` is a stack item: null when `a`, a local, is undefined.
pub(crate) extern "C-unwind" fn load_quietly(pc: Pc, fp: Fp, vm: Vm) {
    let source = fp.at(pc.a()).unboxed();
    let value = match source.tag() {
        DataType::Uninit => Value::NULL,
        _ => source.value().clone(),
    };
    fp.at(pc.d() as usize).init(value);
    next!(pc.next(), fp, vm)
}

/// `d = a`, where `d` is a local.
pub(crate) extern "C-unwind" fn store<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let source = A::at(pc, fp, pc.a());
    let dest = fp.at(pc.d() as usize);
    let (tag, old) = (source.tag(), dest.tag());
    if !A::IS_ITEM && tag == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    if old.is_counted() || !A::IS_ITEM && tag == DataType::Ref {
        return store_over::<A>(pc, fp, vm);
    }
    let value = if A::IS_ITEM { source.take() } else { source.value().clone() };
    dest.init(value);
    next!(pc.next(), fp, vm)
}

/// `d = a`, where `d` is a local that holds something to release, or `a` is one that is a reference.
#[inline(never)]
extern "C-unwind" fn store_over<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(dest) = open(fp.at(pc.d() as usize)) else { slow!(pc, fp, vm) };
    let source = A::at(pc, fp, pc.a());
    replace(dest, if A::IS_ITEM { source } else { source.unboxed() }, A::IS_ITEM);
    next_released!(pc.next(), fp, vm)
}

/// Where the value of a local is that takes values of all types.
#[inline(always)]
pub(super) fn open(cell: Cell) -> Option<Cell> {
    if cell.tag() != DataType::Ref {
        return Some(cell);
    }
    match cell.value().view() {
        View::Ref(reference) if reference.type_sources() == 0 => Some(cell.unboxed()),
        _ => None,
    }
}

/// Assigns a word without a count to a local. False when that may not take it.
#[inline(never)]
pub(super) fn assign_word(dest: Cell, word: TypedValue) -> bool {
    let Some(dest) = open(dest) else { return false };
    if dest.tag().is_counted() {
        let old = dest.take();
        dest.put(word);
        drop(old);
    } else {
        dest.put(word);
    }
    true
}

/// Assigns to a local that is no reference.
#[inline(never)]
fn replace(dest: Cell, source: Cell, moves: bool) {
    let value = if moves { source.take() } else { source.value().clone() };
    let old = dest.take();
    dest.init(value);
    drop(old);
}

/// The local `a` is no more.
pub(crate) extern "C-unwind" fn unset_local(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    if cell.tag().is_counted() {
        return unset_counted(pc, fp, vm);
    }
    cell.clear();
    next!(pc.next(), fp, vm)
}

#[inline(never)]
extern "C-unwind" fn unset_counted(pc: Pc, fp: Fp, vm: Vm) {
    drop_local(fp.at(pc.a()));
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn drop_local(cell: Cell) {
    cell.replace(Value::UNINIT);
}

/// The local `a` becomes a reference to the global variable whose name is the constant `b`.
pub(crate) extern "C-unwind" fn bind_global(pc: Pc, fp: Fp, vm: Vm) {
    if !bound_globally(fp.at(pc.a()), pc.constant(pc.b()), vm) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// False, and nothing was done, when the variable is not there or no reference yet.
#[inline(never)]
fn bound_globally(local: Cell, name: Cell, vm: Vm) -> bool {
    let name = name.value().as_str();
    let Some(place) = name.and_then(|name| vm.rq().bound_global(name)) else { return false };
    place.note_asked();
    local.replace(Value::from(place.clone()));
    true
}

/// `d` is the constant of the request whose handle's address is the constant `a`.
pub(crate) extern "C-unwind" fn constant(pc: Pc, fp: Fp, vm: Vm) {
    let handle: &'static Handle = pc.constant(pc.a()).static_ref();
    let Some(value) = vm.rq().rds.get(*handle) else { slow!(pc, fp, vm) };
    fp.at(pc.d() as usize).init(value.clone());
    next!(pc.next(), fp, vm)
}

/// The local `d` becomes the stack item `a`, which stays.
pub(crate) extern "C-unwind" fn store_kept(pc: Pc, fp: Fp, vm: Vm) {
    let source = fp.at(pc.a());
    let Some(dest) = open(fp.at(pc.d() as usize)) else { slow!(pc, fp, vm) };
    if source.tag() == DataType::Ref {
        slow!(pc, fp, vm)
    }
    if dest.tag().is_counted() {
        replace(dest, source, false);
        next_released!(pc.next(), fp, vm)
    }
    dest.init(source.value().clone());
    next!(pc.next(), fp, vm)
}

/// `d` is the stack item below it once more.
pub(crate) extern "C-unwind" fn duplicate(pc: Pc, fp: Fp, vm: Vm) {
    fp.at(pc.d() as usize).init(fp.at(pc.a()).value().clone());
    next!(pc.next(), fp, vm)
}

/// Goes to `d` when the stack item `a`, which stays, is null or not, as `NULL` says.
pub(crate) extern "C-unwind" fn jump_on_null<const NULL: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let is_null = fp.at(pc.a()).value().is_null();
    let target = if is_null == NULL { pc.jump(pc.d()) } else { pc.next() };
    next!(target, fp, vm)
}

/// Discards the stack item `a`.
pub(crate) extern "C-unwind" fn discard(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    if cell.tag().is_counted() {
        return discard_counted(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
extern "C-unwind" fn discard_counted(pc: Pc, fp: Fp, vm: Vm) {
    release(fp.at(pc.a()));
    next_released!(pc.next(), fp, vm)
}

/// Releases what a cell holds; the cell is dead.
#[inline(never)]
pub(super) fn release(cell: Cell) {
    drop(cell.take());
}

/// `a += BY`, an int.
pub(crate) extern "C-unwind" fn step<const BY: i64>(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    if cell.tag() != DataType::Int64 {
        return step_bound::<BY>(pc, fp, vm);
    }
    let Some(sum) = cell.bits().checked_add(BY) else { slow!(pc, fp, vm) };
    cell.set_bits(sum);
    next!(pc.next(), fp, vm)
}

/// The same of an int behind a reference.
#[inline(never)]
extern "C-unwind" fn step_bound<const BY: i64>(pc: Pc, fp: Fp, vm: Vm) {
    if stepped(fp.at(pc.a()), BY).is_none() {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// Adds to an int, where it is: the one from before.
#[inline(always)]
fn stepped(cell: Cell, by: i64) -> Option<i64> {
    let cell = open(cell).filter(|cell| cell.tag() == DataType::Int64)?;
    let old = cell.bits();
    cell.set_bits(old.checked_add(by)?);
    Some(old)
}

/// `a += BY`, an int, and `d` is its value from before or, when `NEW`, after.
pub(crate) extern "C-unwind" fn step_value<const BY: i64, const NEW: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(old) = stepped(fp.at(pc.a()), BY) else { slow!(pc, fp, vm) };
    fp.at(pc.d() as usize).put(Value::int(if NEW { old + BY } else { old }).into_raw());
    next!(pc.next(), fp, vm)
}

/// Tags of values, as a set of them is tested with one instruction. References and resources are in
/// no set.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tags(u64);

impl Tags {
    /// Of these, which are neither `Ref` nor `Resource`.
    pub(crate) fn of(tags: impl IntoIterator<Item = DataType>) -> Self {
        const LAST: u8 = DataType::Object as u8;
        const { assert!(LAST < 64) };
        let tags = tags.into_iter().filter(|tag| *tag as u8 <= LAST);
        Self(tags.fold(0, |all, tag| all | 1 << tag as u8))
    }

    /// As a constant of the code.
    pub(crate) fn constant(self) -> Option<Constant> {
        Constant::from_value(Value::int(self.0 as i64))
    }

    /// Those in a constant of the code.
    #[inline(always)]
    fn at(pc: Pc, constant: usize) -> Self {
        Self(pc.constant(constant).bits() as u64)
    }

    #[inline(always)]
    fn has(self, tag: DataType) -> bool {
        // The two that are too high meet the bits of no tag, and of `Uninit`, which is in no set.
        self.0 >> (tag as u8 & 63) & 1 != 0
    }
}

/// Goes on when the tag of `a` is one of those in the constant `d`.
pub(crate) extern "C-unwind" fn verify(pc: Pc, fp: Fp, vm: Vm) {
    let tags = Tags::at(pc, pc.d() as usize);
    if !tags.has(fp.at(pc.a()).tag()) {
        return verify_widened(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

/// The same of what is not of the types as it is: an int is one of floats too.
#[inline(never)]
extern "C-unwind" fn verify_widened(pc: Pc, fp: Fp, vm: Vm) {
    let (tags, cell) = (Tags::at(pc, pc.d() as usize), fp.at(pc.a()));
    if cell.tag() != DataType::Int64 || !tags.has(DataType::Double) {
        slow!(pc, fp, vm)
    }
    cell.init(Value::float(cell.bits() as f64));
    next!(pc.next(), fp, vm)
}

/// Goes on when the object in `a` is of a class that the site `d` knows to be of the declared type,
/// or when the tag of another value is one of those in the constant `b`.
pub(crate) extern "C-unwind" fn verify_class(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    let Some(object) = cell.receiver() else {
        if !Tags::at(pc, pc.b()).has(cell.tag()) {
            slow!(pc, fp, vm)
        }
        next!(pc.next(), fp, vm)
    };
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    if site.value_cache.value(object.class()).is_none() {
        return verify_met(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

/// The same at a site that meets several classes.
#[inline(never)]
extern "C-unwind" fn verify_met(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = fp.at(pc.a()).receiver() else { slow!(pc, fp, vm) };
    if !value_met(pc.constant(pc.d() as usize).static_ref(), object.class(), object.class()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// Whether a destination needs what it holds to be released.
pub(super) fn is_busy<D: Dest>(tag: DataType) -> bool {
    D::IS_LOCAL && tag.is_counted()
}
