//! Static properties, where sites know of them.

use hhbc::imm::{ClsRef, StrId};
use hhbc::instr::Instr;
use runtime::object::ClassId;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Pc;
use super::class::{OfClass, class_of};
use super::path::{Change, change_place};
use crate::class::{StaticPlace, learn_static};
use crate::frame::{Cell, Fp};
use crate::request::Request;

/// A static property that is written.
pub(crate) struct WriteStatic {
    pub of: OfClass,
    pub change: Change,
    /// Whether the result is dropped.
    pub pops: bool,
}

/// `b` is the static property that `d` names.
pub(crate) extern "C-unwind" fn read_static(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    if !has_read(plan, fp.at(pc.b()), fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn has_read(plan: &'static OfClass, to: Cell, fp: Fp, rq: &mut Request) -> bool {
    let place = static_place(plan, fp, rq).map(Cell::unboxed);
    let Some(place) = place.filter(|place| place.tag() != DataType::Uninit) else { return false };
    to.init(place.value().clone());
    true
}

/// Changes the static property that `d` names, by the item `a` where that takes one.
pub(crate) extern "C-unwind" fn write_static(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WriteStatic = pc.constant(pc.d() as usize).static_ref();
    if !has_written(plan, fp.at(pc.a()), fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn has_written(plan: &'static WriteStatic, item: Cell, fp: Fp, rq: &mut Request) -> bool {
    let takes = !matches!(plan.change, Change::Step { .. });
    if takes && matches!(item.tag(), DataType::Ref | DataType::Uninit) {
        return false;
    }
    let Some(given) = change(plan, item, fp, rq) else { return false };
    if takes {
        drop(item.take());
    }
    if !plan.pops {
        item.init(given);
    }
    true
}

fn change(plan: &'static WriteStatic, item: Cell, fp: Fp, rq: &mut Request) -> Option<Value> {
    let (class, place) = found(&plan.of, fp, rq)?;
    let fits = plan.of.site.value_cache.slot(class).filter(|fits| fits.writes())?;
    change_place(plan.change, place, item, |tag| fits.accepts(tag))
}

/// Where the static property is that an instruction names; none when its site does not know, or the
/// request has not given it its first value.
#[inline(never)]
pub(super) fn static_place(plan: &'static OfClass, fp: Fp, rq: &mut Request) -> Option<Cell> {
    found(plan, fp, rq).map(|(_, place)| place)
}

#[inline(always)]
fn found(plan: &'static OfClass, fp: Fp, rq: &mut Request) -> Option<(ClassId, Cell)> {
    let class = class_named(plan, fp, rq)?;
    let Some(number) = plan.site.slot_cache.number(class) else {
        learn(plan, class, fp);
        return None;
    };
    let place = StaticPlace::of_number(number);
    if place.settles() && !rq.is_settled(class.class()) {
        return None;
    }
    rq.rds.get(place.handle()).map(|value| (class, Cell::of(value)))
}

#[inline(always)]
fn class_named(plan: &'static OfClass, fp: Fp, rq: &mut Request) -> Option<ClassId> {
    let record = fp.record();
    match plan.class {
        ClsRef::Named(_) => plan.met(rq).or_else(|| class_of(plan, fp, rq).ok().flatten()),
        ClsRef::SelfCls => record.func().scope(),
        ClsRef::Parent => record.func().scope()?.class().parent().map(|parent| parent.id),
        ClsRef::Static => record.late_bound().or_else(|| record.func().scope()),
    }
}

/// Has a site remember where the static property of a class is.
#[cold]
#[inline(never)]
fn learn(plan: &'static OfClass, class: ClassId, fp: Fp) {
    let func = fp.record().func();
    let (Some(php), Some(name)) = (func.as_php(), named(&plan.site.instr)) else { return };
    learn_static(plan.site, class, php.unit().str(name).as_bytes(), func.scope());
}

/// The name of the static property that an instruction is about.
fn named(instr: &Instr) -> Option<StrId> {
    match instr {
        Instr::CGetSD { name, .. }
        | Instr::SetSD { name, .. }
        | Instr::SetOpSD { name, .. }
        | Instr::IncDecSD { name, .. }
        | Instr::BaseSD { name, .. } => Some(*name),
        _ => None,
    }
}
