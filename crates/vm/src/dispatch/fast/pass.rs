//! Arguments of functions that are known only when they are called, which say what they take by
//! reference.

use runtime::object::Reference;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use super::object::{Base, slot_at};
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Fp};
use crate::func::ByRef;

/// Where a pending function says what it takes by reference, and which of its parameters are given,
/// by bit.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    /// The bytes from the first local to the record.
    pub record: usize,
    pub params: u64,
}

impl Given {
    /// Whether the function takes any of them by reference.
    #[inline(always)]
    pub(in super::super) fn any_by_ref(self, fp: Fp) -> bool {
        by_ref(fp, self.record).meets(self.params)
    }
}

#[inline(always)]
fn by_ref(fp: Fp, record: usize) -> ByRef {
    ActRec::at(fp.at(record)).func().by_ref()
}

/// Whether the pending function takes the parameter of the instruction by reference: where the record
/// is, in bytes, and the number of the parameter are in `d`.
#[inline(always)]
fn is_by_ref(pc: Pc, fp: Fp) -> bool {
    let field = pc.d() as u32;
    by_ref(fp, (field >> 8) as usize).bits >> (field & 63) & 1 != 0
}

/// `b = a`, the argument of a function that takes it by value.
pub(crate) extern "C-unwind" fn pass_local(pc: Pc, fp: Fp, vm: Vm) {
    if is_by_ref(pc, fp) {
        return pass_reference(pc, fp, vm);
    }
    let source = fp.at(pc.a()).unboxed();
    if source.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    fp.at(pc.b()).init(source.value().clone());
    next!(pc.next(), fp, vm)
}

/// `b` is a reference to the local `a`.
#[inline(never)]
pub(crate) extern "C-unwind" fn pass_reference(pc: Pc, fp: Fp, vm: Vm) {
    if !referred(fp.at(pc.a()), fp.at(pc.b())) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// False when there is no memory.
#[inline(never)]
fn referred(local: Cell, dest: Cell) -> bool {
    if local.tag() != DataType::Ref {
        let Ok(reference) = Reference::new_null() else { return false };
        let value = local.take();
        if local.tag() != DataType::Uninit {
            reference.set(value);
        }
        local.init(Value::from(reference));
    }
    dest.init(local.value().clone());
    true
}

/// Passes a stack item to a function that takes it by value.
pub(crate) extern "C-unwind" fn pass_item(pc: Pc, fp: Fp, vm: Vm) {
    if is_by_ref(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// The same of what a function returned, in `a`, which may be a reference.
pub(crate) extern "C-unwind" fn pass_result(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).tag() == DataType::Ref || is_by_ref(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// `a = b`, a constant for a function that takes it by value.
pub(crate) extern "C-unwind" fn pass_constant(pc: Pc, fp: Fp, vm: Vm) {
    if is_by_ref(pc, fp) {
        slow!(pc, fp, vm)
    }
    fp.at(pc.a()).put(pc.constant(pc.b()).word());
    next!(pc.next(), fp, vm)
}

/// Constants that are passed one after the other.
pub(crate) struct PassedConstants {
    pub given: Given,
    pub values: Box<[Constant]>,
}

/// Passes the constants of `d`, which lie from `a` on.
pub(crate) extern "C-unwind" fn pass_constants(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static PassedConstants = pc.constant(pc.d() as usize).static_ref();
    if plan.given.any_by_ref(fp) {
        slow!(pc, fp, vm)
    }
    fp.at(pc.a()).put_all(plan.values.iter().map(Constant::as_word));
    next!(pc.next(), fp, vm)
}

/// A property that is passed.
pub(crate) struct PassedProp {
    pub given: Given,
    pub site: &'static Site,
}

/// `b = a->name`, the argument of a function that takes it by value, where `a` is the base.
pub(crate) extern "C-unwind" fn pass_prop<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static PassedProp = pc.constant(pc.d() as usize).static_ref();
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let found = plan.site.slot_cache.slot(object.class());
    let Some(found) = found.filter(|_| !plan.given.any_by_ref(fp)) else {
        return pass_prop_met::<B>(pc, fp, vm);
    };
    let slot = object.slot(found.slot()).unboxed();
    if slot.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    fp.at(pc.b()).init(slot.value().clone());
    next!(pc.next(), fp, vm)
}

/// The same at a site that meets several classes, or this one for the first time, or when the function
/// takes a reference, which the property already is.
#[inline(never)]
extern "C-unwind" fn pass_prop_met<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static PassedProp = pc.constant(pc.d() as usize).static_ref();
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = slot_at(plan.site, object) else {
        super::object::learn(plan.site, fp, object);
        slow!(pc, fp, vm)
    };
    let slot = object.slot(found.slot());
    let passed = match plan.given.any_by_ref(fp) {
        true if slot.tag() == DataType::Ref && found.writes() => slot,
        true => slow!(pc, fp, vm),
        false => slot.unboxed(),
    };
    if passed.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    fp.at(pc.b()).init(passed.value().clone());
    next!(pc.next(), fp, vm)
}
