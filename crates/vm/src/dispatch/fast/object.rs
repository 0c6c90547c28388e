//! Properties and methods of objects whose class the site has met.

use runtime::value::DataType;

use super::super::Vm;
use super::super::insn::Pc;
use super::{Item, Local};
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Fp, Receiver};

/// Where the object of a member is.
pub(crate) trait Base {
    /// Whether it is a stack item, which the instruction consumes.
    const IS_ITEM: bool = false;
    /// The object, if it is one.
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver>;
}

/// `$this`.
pub(crate) struct This;

impl Base for This {
    #[inline(always)]
    fn receiver(_: Pc, fp: Fp) -> Option<Receiver> {
        fp.record().receiver()
    }
}

impl Base for Local {
    #[inline(always)]
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver> {
        fp.at(pc.a()).unboxed().receiver()
    }
}

impl Base for Item {
    const IS_ITEM: bool = true;
    #[inline(always)]
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver> {
        fp.at(pc.a()).receiver()
    }
}

#[inline(always)]
fn site(pc: Pc) -> &'static Site {
    pc.constant(pc.d() as usize).static_ref()
}

/// `b = a->name`, where `a` is the base; `d` is the site.
pub(crate) extern "C-unwind" fn prop_read<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = site(pc).slot_cache.slot(object.class()) else { slow!(pc, fp, vm) };
    let slot = object.slot(found.slot()).unboxed();
    if slot.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    let dest = fp.at(pc.b());
    if B::IS_ITEM {
        return read_from_item(pc, fp, vm);
    }
    dest.init(slot.value().clone());
    next!(pc.next(), fp, vm)
}

#[inline(never)]
extern "C-unwind" fn read_from_item(pc: Pc, fp: Fp, vm: Vm) {
    read_item(pc, fp);
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn read_item(pc: Pc, fp: Fp) {
    let item = fp.at(pc.a());
    let Some(object) = item.receiver() else { return };
    let Some(found) = site(pc).slot_cache.slot(object.class()) else { return };
    let value = object.slot(found.slot()).unboxed().value().clone();
    let base = item.take();
    fp.at(pc.b()).init(value);
    drop(base);
}

/// `a->name = b`, where `b` is a stack item, which is consumed when `POPS`; `d` is the site.
pub(crate) extern "C-unwind" fn prop_write<B: Base, const POPS: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = site(pc).slot_cache.slot(object.class()) else { slow!(pc, fp, vm) };
    let (slot, item) = (object.slot(found.slot()), fp.at(pc.b()));
    let old = slot.tag();
    let fits = found.writes() && found.accepts(item.tag());
    if !fits || old == DataType::Ref || old == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    if old.is_counted() {
        return write_over::<POPS>(pc, fp, vm, slot);
    }
    slot.init(if POPS { item.take() } else { item.value().clone() });
    next!(pc.next(), fp, vm)
}

#[inline(always)]
fn write_over<const POPS: bool>(pc: Pc, fp: Fp, vm: Vm, slot: Cell) {
    replace::<POPS>(slot, fp.at(pc.b()));
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn replace<const POPS: bool>(slot: Cell, item: Cell) {
    let value = if POPS { item.take() } else { item.value().clone() };
    let old = slot.take();
    slot.init(value);
    drop(old);
}

/// Begins the call of a method of `a` with the record at `b`; `d` is the site.
pub(crate) extern "C-unwind" fn push_method<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(func) = site(pc).method_cache.method(object.class()) else { slow!(pc, fp, vm) };
    ActRec::at(fp.at(pc.b())).begin_on(func, object, !B::IS_ITEM);
    next!(pc.next(), fp, vm)
}

/// `d = $this`
pub(crate) extern "C-unwind" fn push_this(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = fp.record().receiver() else { slow!(pc, fp, vm) };
    fp.at(pc.d() as usize).init(object.value());
    next!(pc.next(), fp, vm)
}

/// Whether the pending function takes the parameter of the instruction by reference: the record
/// and the parameter are in `d`.
#[inline(always)]
fn is_by_ref(pc: Pc, fp: Fp) -> bool {
    let field = pc.d() as usize;
    let func = ActRec::at(fp.cell(field >> 8)).func();
    func.by_ref().has((field & 0xff) as u32)
}

/// `b = a`, the argument of a function that takes it by value.
pub(crate) extern "C-unwind" fn pass_local(pc: Pc, fp: Fp, vm: Vm) {
    let source = fp.at(pc.a()).unboxed();
    if source.tag() == DataType::Uninit || is_by_ref(pc, fp) {
        slow!(pc, fp, vm)
    }
    fp.at(pc.b()).init(source.value().clone());
    next!(pc.next(), fp, vm)
}

/// Passes the stack item `a` to a function that takes it by value.
pub(crate) extern "C-unwind" fn pass_item(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).tag() == DataType::Ref || is_by_ref(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}
