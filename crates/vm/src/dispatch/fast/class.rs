//! Constants of classes, `instanceof`, and the type `static`.

use hhbc::func::Init;
use hhbc::imm::ClsRef;
use runtime::class::{Initial, literal_value};
use runtime::object::ClassId;
use runtime::value::{DataType, Value, View};

use super::super::Vm;
use super::super::insn::Pc;
use crate::class::from_cell;
use crate::exec::Site;
use crate::frame::Fp;
use crate::request::Request;

/// An instruction that names a class.
pub(crate) struct OfClass {
    pub class: ClsRef,
    pub site: &'static Site,
}

/// The class that an instruction names, if it is declared; an error when that is not for here.
#[inline(always)]
fn class_of(plan: &'static OfClass, fp: Fp, rq: &mut Request) -> Result<Option<ClassId>, ()> {
    let func = fp.record().func();
    match plan.class {
        ClsRef::Named(name) => {
            let unit = func.as_php().ok_or(())?.unit();
            let slot = unit.class_slot(name).ok_or(())?;
            let found = rq.rds.get(slot).map(from_cell);
            Ok(found.or_else(|| rq.class_at(unit, name)))
        }
        ClsRef::SelfCls => Ok(func.scope()),
        ClsRef::Parent | ClsRef::Static => Err(()),
    }
}

/// `b` is the constant of the class that `d` names, when its site knows where that is.
pub(crate) extern "C-unwind" fn class_constant(pc: Pc, fp: Fp, vm: Vm) {
    if !read_constant(pc, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn read_constant(pc: Pc, fp: Fp, rq: &mut Request) -> bool {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    let Ok(Some(class)) = class_of(plan, fp, rq) else { return false };
    let Some(at) = plan.site.slot_cache.number(class) else { return false };
    let Some(constant) = class.class().consts.at(at as usize) else { return false };
    let value = match (constant.slot, constant.initial) {
        (Some(slot), _) => rq.rds.get(slot).cloned(),
        (None, Some(Initial { init: Init::Literal(literal), unit })) => {
            literal_value(unit, literal).ok()
        }
        (None, _) => None,
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
        View::Object(object) => {
            let Ok(class) = class_of(plan, fp, rq) else { return false };
            // What is not declared has no instances.
            class.is_some_and(|class| object.class().class().is_a(class))
        }
        _ => false,
    };
    let old = item.take();
    item.init(Value::bool(is_instance));
    drop(old);
    true
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
