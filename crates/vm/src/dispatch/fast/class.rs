//! Constants of classes, `instanceof`, and the type `static`.

use std::sync::OnceLock;

use hhbc::imm::ClsRef;
use runtime::object::ClassId;
use runtime::rds::Handle;
use runtime::value::{DataType, Value, View};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use crate::class::{ConstantPlace, constant_in, from_cell};
use crate::exec::Site;
use crate::frame::{Cell, Fp};
use crate::func::Func;
use crate::request::Request;

/// An instruction that names a class.
pub(crate) struct OfClass {
    pub(super) class: ClsRef,
    pub(super) site: &'static Site,
    /// Where requests keep the class of the name, when one has met it.
    slot: OnceLock<Handle>,
    /// The class whose constant was met first, and its value.
    literal: OnceLock<(ClassId, Constant)>,
}

impl OfClass {
    /// Of the instruction at a site.
    pub(crate) fn new(class: ClsRef, site: &'static Site) -> Self {
        Self { class, site, slot: OnceLock::new(), literal: OnceLock::new() }
    }

    /// The class of the name, when it is known to be declared.
    #[inline(always)]
    pub(super) fn met(&'static self, rq: &Request) -> Option<ClassId> {
        rq.rds.get(*self.slot.get()?).map(from_cell)
    }

    /// The static method that the site has found for a class.
    #[inline(always)]
    pub(super) fn method(&'static self, class: ClassId) -> Option<&'static Func> {
        self.site.method_cache.method(class).filter(|func| func.is_static_method())
    }
}

/// The class that an instruction names, when it is known to be declared.
#[inline(always)]
fn known_class(plan: &'static OfClass, fp: Fp, rq: &Request) -> Option<ClassId> {
    match plan.class {
        ClsRef::Named(_) => plan.met(rq),
        ClsRef::SelfCls => fp.record().func().scope(),
        ClsRef::Parent | ClsRef::Static => None,
    }
}

/// The class that an instruction names, if it is declared; an error when that is not for here.
#[inline(always)]
pub(super) fn class_of(
    plan: &'static OfClass,
    fp: Fp,
    rq: &mut Request,
) -> Result<Option<ClassId>, ()> {
    let func = fp.record().func();
    match plan.class {
        ClsRef::Named(name) => {
            let unit = func.as_php().ok_or(())?.unit();
            let class = rq.class_at(unit, name);
            if let Some(slot) = unit.known_class_slot(name) {
                plan.slot.get_or_init(|| slot);
            }
            Ok(class)
        }
        ClsRef::SelfCls => Ok(func.scope()),
        ClsRef::Parent | ClsRef::Static => Err(()),
    }
}

/// `b` is the constant of the class that `d` names, when its site knows where that is.
pub(crate) extern "C-unwind" fn class_constant(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    if let Some(value) = known_constant(plan, fp, vm.rq()) {
        fp.at(pc.b()).init(value.clone());
        next!(pc.next(), fp, vm)
    }
    class_constant_of(pc, fp, vm)
}

/// The same where the class, or its constant, was not met.
#[inline(never)]
extern "C-unwind" fn class_constant_of(pc: Pc, fp: Fp, vm: Vm) {
    if !read_constant(pc, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// The value of a constant that is kept in a slot.
#[inline(always)]
fn known_constant<'a>(plan: &'static OfClass, fp: Fp, rq: &'a Request) -> Option<&'a Value> {
    let class = known_class(plan, fp, rq)?;
    if let Some((_, value)) = plan.literal.get().filter(|(owner, _)| *owner == class) {
        return Some(value.cell().value());
    }
    match ConstantPlace::of_number(plan.site.slot_cache.number(class)?) {
        ConstantPlace::Slot(slot) => rq.rds.get(slot),
        ConstantPlace::InClass(_) => None,
    }
}

#[inline(never)]
fn read_constant(pc: Pc, fp: Fp, rq: &mut Request) -> bool {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    let Ok(Some(class)) = class_of(plan, fp, rq) else { return false };
    let Some(number) = plan.site.slot_cache.number(class) else { return false };
    let value = match ConstantPlace::of_number(number) {
        ConstantPlace::Slot(slot) => rq.rds.get(slot).cloned(),
        ConstantPlace::InClass(at) => constant_in(class, at).inspect(|value| {
            let constant = Constant::from_value(value.clone());
            constant.map(|constant| plan.literal.set((class, constant)));
        }),
    };
    let Some(value) = value else { return false };
    fp.at(pc.b()).init(value);
    true
}

/// Whether the value in `a` is an instance of the class that `d` names takes its place.
pub(crate) extern "C-unwind" fn instance_of(pc: Pc, fp: Fp, vm: Vm) {
    if !test_class(pc, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn test_class(pc: Pc, fp: Fp, rq: &mut Request) -> bool {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    let item = fp.at(pc.a());
    let is_instance = match item.unboxed().value().view() {
        View::Object(_) => {
            let Some(is_instance) = is_of(plan, item.unboxed(), fp, rq) else { return false };
            is_instance
        }
        _ => false,
    };
    let old = item.take();
    item.init(Value::bool(is_instance));
    drop(old);
    true
}

/// Goes to `d` when it is `SENSE` that the local `b` is an instance of the class that `a` names.
pub(crate) extern "C-unwind" fn instance_jump<const SENSE: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.b()).unboxed();
    let is_instance = match cell.tag() {
        DataType::Uninit => slow!(pc, fp, vm),
        DataType::Object => {
            let plan: &'static OfClass = pc.constant(pc.a()).static_ref();
            let Some(is_instance) = is_of_met(plan, cell, vm.rq()) else {
                return instance_jump_of::<SENSE>(pc, fp, vm);
            };
            is_instance
        }
        _ => false,
    };
    next!(if is_instance == SENSE { pc.jump(pc.d()) } else { pc.next() }, fp, vm)
}

/// The same of an object, where the class was not met.
#[inline(never)]
extern "C-unwind" fn instance_jump_of<const SENSE: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static OfClass = pc.constant(pc.a()).static_ref();
    let cell = fp.at(pc.b()).unboxed();
    let Some(is_instance) = is_of(plan, cell, fp, vm.rq()) else { slow!(pc, fp, vm) };
    next!(if is_instance == SENSE { pc.jump(pc.d()) } else { pc.next() }, fp, vm)
}

/// Whether the object in a cell is of the class that an instruction names, when that was met.
#[inline(always)]
fn is_of_met(plan: &'static OfClass, cell: Cell, rq: &Request) -> Option<bool> {
    let class = plan.met(rq)?;
    let View::Object(object) = cell.value().view() else { return None };
    Some(object.class().class().is_a(class))
}

/// Whether the object in a cell is of the class that an instruction names.
#[inline(never)]
fn is_of(plan: &'static OfClass, cell: Cell, fp: Fp, rq: &mut Request) -> Option<bool> {
    let class = class_of(plan, fp, rq).ok()?;
    let View::Object(object) = cell.value().view() else { return None };
    // What is not declared has no instances.
    Some(class.is_some_and(|class| object.class().class().is_a(class)))
}

/// Goes on when the object in `a` is of the very class that `static` means, or when it is null and
/// `b` allows that.
pub(crate) extern "C-unwind" fn verify_static(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    let record = fp.record();
    let late = record.receiver().map(|this| this.class()).or_else(|| record.class());
    let fits = match cell.receiver() {
        Some(object) => late == Some(object.class()),
        None => cell.tag() == DataType::Null && pc.b() != 0,
    };
    if !fits {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}
